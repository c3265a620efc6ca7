/** What a page does for a reader who has lists, or begins one: its buttons, the marks in its lists, the visit. */
import { now } from "./clock.ts";
import { changeLists, type Kept, readLists, watchLists } from "./device.ts";
import { entryAt } from "./entry-address.ts";
import {
  add,
  has,
  hasEntries,
  isFull,
  type ListName,
  type Lists,
  listNames,
  listRules,
  markRead,
  relabel,
  remove,
  visit,
} from "./lists.ts";
import { showMarks } from "./marks.ts";
import { toEntry } from "./parse-lists.ts";

/** `line` has the buttons of the entry whose page this is. Returns what pressing one does. */
export function startEntryPage(root: Document, line: HTMLElement | null): (list: ListName) => Promise<void> {
  const name = line ? entryAt(location.pathname) : undefined;
  const here = name && toEntry(name.kind, name.slug, line?.dataset["label"] ?? "");
  const status = line?.querySelector("[role=status]");

  const show = ({ lists }: Kept) => {
    for (const button of line?.querySelectorAll("button") ?? []) {
      const list = listNames.find((one) => one === button.dataset["list"]);
      // The text in the page is that of what is not in the list.
      button.dataset["off"] ??= button.textContent;
      if (list && here) button.textContent = button.dataset[has(lists, list, here) ? "on" : "off"] ?? "";
    }
    showMarks(root.querySelector("main") ?? root, lists, here);
  };
  const arrive = (lists: Lists) => {
    if (!hasEntries(lists)) return lists;
    const seen = here ? relabel(lists, here) : lists;
    return visit(here?.kind === "news" ? markRead(seen, here.slug) : seen, now());
  };
  void changeLists(arrive).then(show);
  watchLists(show);

  return async (list) => {
    if (!here) return;
    const { lists } = readLists();
    // As the button says, whatever another tab has done meanwhile.
    const isAdded = !has(lists, list, here);
    if (isAdded && isFull(lists, list))
      return say(`This list is full: it has room for ${listRules[list].limit} entries.`);
    const kept = await changeLists((before) =>
      isAdded ? arrive(add(before, list, here)) : remove(before, list, here),
    );
    show(kept);
    say(kept.problem ?? (isAdded ? "Kept on this device alone." : "Taken away."));
  };

  function say(text: string): void {
    if (status) status.textContent = text;
  }
}
