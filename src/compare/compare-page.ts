/** The page of a comparison as it opens: what its address, or else the kept choice, has. The rest is fetched for it. */
import { pageFailed } from "#messages/compare-page.ts";
import { type Choice, MOST, readAddress, readChoice, toQuery } from "./choice.ts";

export interface ComparePage {
  readonly main: HTMLElement;
  /** The element with this data attribute. */
  readonly part: <E extends HTMLElement = HTMLElement>(name: string) => E;
  /** Shows what there is to do with so many offerings. */
  readonly showControls: (count: number) => void;
}

export function startComparePage(root: Document): void {
  const main = root.querySelector<HTMLElement>("[data-compare]");
  if (!main) return;
  const part: ComparePage["part"] = <E extends HTMLElement>(name: string) => {
    const found = main.querySelector<E>(`[data-${name}]`);
    if (!found) throw new Error(`The page has no element with data-${name}`);
    return found;
  };
  const showControls = (count: number) => {
    part("tools").hidden = count === 0;
    (part("differing").parentElement as HTMLElement).hidden = count < 2;
    part("empty").hidden = count > 0;
    part("add").hidden = count >= MOST;
  };
  const load = (first: Choice) => {
    import("./comparison-page.ts").then(
      ({ startComparison }) => startComparison({ main, part, showControls }, first),
      (error) => {
        console.error(error);
        part("status").textContent = pageFailed;
      },
    );
  };

  const first = readAddress(new URLSearchParams(location.search), readChoice());
  history.replaceState(null, "", toQuery(first.slugs));
  part("unscripted").hidden = true;
  showControls(first.slugs.length);
  main.dataset["started"] = "";
  if (first.slugs.length > 0) load(first);
  // Without a choice nothing has to be shown before a reader adds to it.
  else part("add").addEventListener("focusin", () => load(first), { once: true });
}
