/** The reader's own lists on every page for a few hundred bytes: the rest is fetched for who has lists, or begins one. */

import { notFetched } from "#messages/page-script.ts";
import { storagePrefix } from "../lib/storage-prefix.ts";
import type { ListName } from "./lists.ts";

/** The same as in `device.ts`, which every page had to fetch if it were imported. */
export const KEY: string = `${storagePrefix}.lists`;

/** What pressing a button does: its entry is put on the list, or taken away. */
export type Press = (list: ListName, isAdded: boolean) => Promise<void>;

export function startFollowing(root: Document): void {
  const line = root.querySelector<HTMLElement>("[data-own]");
  let page: Promise<Press> | undefined;
  const load = () => {
    page ??= import("./entry-page.ts").then(({ startEntryPage }) => startEntryPage(root, line));
    page.catch(() => {
      page = undefined;
    });
    return page;
  };
  const look = () => {
    try {
      if (localStorage.getItem(KEY)) load();
    } catch {
      // Where nothing can be read, nothing is stored.
    }
  };
  look();
  // Another tab may begin a list while this page is open, or resting behind another.
  addEventListener("storage", look);
  addEventListener("pageshow", look);
  if (!line) return;
  line.dataset["started"] = "";
  line.addEventListener("click", ({ target }) => {
    // Nothing else on the line has a value.
    const { value, ariaPressed } = target as HTMLButtonElement;
    if (!value) return;
    load().then(
      // What the button said when it was pressed, whatever the lists hold by now.
      (press) => press(value as ListName, ariaPressed !== "true"),
      () => {
        (line.lastElementChild as HTMLElement).textContent = notFetched;
      },
    );
  });
}
