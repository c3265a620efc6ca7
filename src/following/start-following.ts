/** The reader's own lists on every page for a few hundred bytes: the rest is fetched for who has lists, or begins one. */
import type { ListName } from "./lists.ts";

/** The same as in `device.ts`. Imported, it would be a file of its own, which every page had to fetch. */
export const KEY = "curalog.lists";

export function startFollowing(root: Document): void {
  const line = root.querySelector<HTMLElement>("[data-own]");
  let page: Promise<(list: ListName) => Promise<void>> | undefined;
  const load = () => {
    page ??= import("./entry-page.ts").then(({ startEntryPage }) => startEntryPage(root, line));
    page.catch(() => {
      page = undefined;
    });
    return page;
  };
  if (isStored()) load();
  if (!line) return;
  line.dataset["started"] = "";
  line.addEventListener("click", ({ target }) => {
    const list = (target as HTMLElement).dataset["list"] as ListName | undefined;
    if (!list) return;
    load().then(
      (press) => press(list),
      () => {
        (line.lastElementChild as HTMLElement).textContent = "This could not be fetched. Try again.";
      },
    );
  });
}

function isStored(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
