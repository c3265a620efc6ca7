/** A comparison: fetches the chosen records and shows them side by side, with the choice in the address. */

import * as messages from "#messages/comparison.ts";
import { joinWords } from "#messages/format.ts";
import { toAddress } from "../lib/base-path.ts";
import { element, plainButton } from "../lib/element.ts";
import { type Choice, keepChoice, MOST, readAddress, toQuery } from "./choice.ts";
import type { ComparePage } from "./compare-page.ts";
import { type ComparedOffering, compareOfferings, type Labels } from "./comparison.ts";
import { tableElement } from "./comparison-table.ts";

/** `first` is what is chosen when the page opens. */
export function startComparison({ main, part, showControls }: ComparePage, first: Choice): void {
  const labels: Labels = JSON.parse(part("labels").textContent ?? "");
  const differing = part<HTMLInputElement>("differing");
  const box = part("add").querySelector("input") as HTMLInputElement;
  const { title } = document;
  const known = new Map<string, ComparedOffering>();
  /** Headings of the long sections that the reader opened. */
  const open = new Set<string>();
  let slugs: readonly string[] = [];
  let turn = 0;

  const say = (...sentences: (string | false)[]) => {
    part("status").textContent = sentences.filter(Boolean).join(" ");
  };

  const show = async ({ slugs: chosen, leftOut }: Choice) => {
    turn += 1;
    const own = turn;
    slugs = chosen;
    const missing: string[] = [];
    const failed: string[] = [];
    if (slugs.some((slug) => !known.has(slug))) say(messages.fetching);
    await Promise.all(
      slugs
        .filter((slug) => !known.has(slug))
        .map(async (slug) => {
          try {
            const record = await fetchRecord(main.dataset["records"] ?? "", slug);
            if (record) known.set(slug, record);
            else missing.push(slug);
          } catch {
            failed.push(slug);
          }
        }),
    );
    if (own !== turn) return;
    slugs = slugs.filter((slug) => !missing.includes(slug));
    if (missing.length > 0) history.replaceState(null, "", toQuery(slugs));
    keepChoice(slugs);
    const records = slugs.flatMap((slug) => known.get(slug) ?? []);
    const names = joinWords(records.map(({ name }) => name));
    say(
      records.length > 1 && messages.compared(names),
      records.length === 1 && messages.alone(names),
      missing.length > 0 && messages.unknown(missing),
      leftOut.length > 0 && messages.leftOut(MOST, leftOut),
      failed.length > 0 && messages.factsFailed(failed),
    );
    if (failed.length > 0) {
      const again = () => void show({ slugs, leftOut }).then(() => part("table").focus());
      part("status").append(" ", plainButton(messages.tryAgain, again));
    }
    document.title = title.replace(/^.*(?= · )/, (own) => (records.length > 1 ? messages.titleOf(names) : own));
    part("table").hidden = records.length === 0;
    showControls(slugs.length);
    showTable();
  };

  const showTable = () => {
    const records = slugs.flatMap((slug) => known.get(slug) ?? []);
    const isDifferingOnly = differing.checked && records.length > 1;
    const sections = compareOfferings(records, labels);
    const table = tableElement(records, sections, { isDifferingOnly, open, remove });
    const frame = part("table");
    frame.style.setProperty("--columns", String(records.length));
    frame.replaceChildren(table);
    // The reader's own lists mark what is on them.
    frame.dispatchEvent(new Event("rows", { bubbles: true }));
    // Scrolled by keyboard where it is wider than the screen.
    frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
  };

  const choose = (next: readonly string[]) => {
    history.pushState(null, "", toQuery(next));
    return show({ slugs: next, leftOut: [] });
  };
  /** Where the focus goes when what had it is gone: to the button at a place, or the last, or the box. */
  const focusNear = (at: number) => {
    const buttons = [...part("table").querySelectorAll<HTMLElement>("button.remove")];
    (buttons[at] ?? buttons.at(-1) ?? box).focus();
  };
  const remove = async (record: ComparedOffering) => {
    const at = slugs.indexOf(record.slug);
    await choose(slugs.filter((slug) => slug !== record.slug));
    focusNear(at);
  };

  part("clear").addEventListener("click", () => void choose([]).then(() => box.focus()));
  part("copy").addEventListener("click", () => {
    copy(location.href).then(
      () => say(messages.copied),
      () => say(messages.notCopied(location.href)),
    );
  });
  differing.addEventListener("change", showTable);
  addNames(part("add"), box, main.dataset["rows"] ?? "", say, async (slug) => {
    if (!slugs.includes(slug)) await choose([...slugs, slug]);
    if (part("add").hidden) focusNear(MOST);
    else box.focus();
  });

  addEventListener("popstate", () => {
    // A step to an anchor is none to another choice.
    if (location.search !== toQuery(slugs)) void show(readAddress(new URLSearchParams(location.search), []));
  });
  void show(first);
}

/** Fails where the browser has no clipboard, as on a page without https. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Undefined where there is no such offering. */
async function fetchRecord(folder: string, slug: string): Promise<ComparedOffering | undefined> {
  const address = `${folder}${encodeURIComponent(slug)}.json`;
  const response = await fetch(toAddress(address));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const record = await response.json();
  // A list of records has an address beside them.
  return record.slug === slug ? record : undefined;
}

/** Completes names in the box, which are fetched when it gets the focus. */
function addNames(
  form: HTMLElement,
  box: HTMLInputElement,
  address: string,
  say: (text: string) => void,
  choose: (slug: string) => Promise<void>,
): void {
  let names: Promise<Map<string, string>> | undefined;
  const load = () => {
    names ??= fetch(toAddress(address))
      .then((response) => response.json())
      .then(({ rows }: { rows: { slug: string; label: string }[] }) => {
        const options = rows.map(({ label }) => element("option", { value: label }));
        form.querySelector("datalist")?.replaceChildren(...options);
        return new Map(rows.map(({ slug, label }) => [label.toLowerCase(), slug]));
      });
    // A later try fetches them again.
    names.catch(() => {
      names = undefined;
    });
    return names;
  };
  box.addEventListener("focus", () => void load().catch(() => undefined));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = box.value.trim();
    if (name === "") return;
    load().then(
      async (all) => {
        const slug = all.get(name.toLowerCase());
        if (slug === undefined) return say(messages.noSuchName(name));
        box.value = "";
        await choose(slug);
      },
      () => say(messages.namesFailed),
    );
  });
}
