/** What a page does for a reader who has lists, or begins one: its buttons, the marks in its lists, the visit. */

import { entriesLeftOut, keptHere, listFull, takenAway, undoHint } from "#messages/following.ts";
import { toAddress, toSitePath } from "../lib/base-path.ts";
import { now } from "./clock.ts";
import { changeLists, readLists, type StoredLists, watchLists } from "./device.ts";
import { entryAt } from "./entry-address.ts";
import {
  add,
  has,
  hasEntries,
  isFull,
  type Lists,
  listNames,
  listRules,
  markRead,
  remove,
  rename,
  visit,
} from "./lists.ts";
import { showMarks } from "./marks.ts";
import { toEntry } from "./parse-lists.ts";
import type { Press } from "./start-following.ts";

/** `line` has the buttons of the entry whose page this is. Returns what pressing one does. */
export function startEntryPage(root: Document, line: HTMLElement | null): Press {
  // Pages of an entry's years and filters lie below its own and have no buttons.
  const name = entryAt(toAddress(`${toSitePath(location.pathname).split("/", 3).join("/")}/`));
  const here = line && name && toEntry(name.kind, name.slug, line.dataset["label"] ?? "");
  const status = line?.querySelector("[role=status]");

  const show = ({ lists }: StoredLists) => {
    for (const button of line?.querySelectorAll("button") ?? []) {
      const list = listNames.find((one) => one === button.value);
      // The text in the page is that of what is not in the list.
      button.dataset["off"] ??= button.textContent;
      if (!list || !here) continue;
      const isOn = has(lists, list, here);
      button.textContent = button.dataset[isOn ? "on" : "off"] ?? "";
      button.ariaPressed = String(isOn);
      button.title = isOn ? undoHint : "";
    }
    showMarks(root.querySelector("main") ?? root, lists, name);
  };
  const arrive = (lists: Lists) => {
    if (!hasEntries(lists)) return lists;
    const seen = here ? rename(lists, here, here) : lists;
    return visit(here?.kind === "news" ? markRead(seen, here.slug) : seen, now());
  };
  void changeLists(arrive, { keepsUnreadable: true }).then(show);
  watchLists(show);
  // Filters put others in their place.
  root.addEventListener("rows", () => show(readLists()));

  return async (list, isAdded) => {
    if (!here) return;
    const { lists } = readLists();
    if (isAdded && !has(lists, list, here) && isFull(lists, list)) return say(listFull(listRules[list].limit));
    const kept = await changeLists((before) =>
      isAdded ? arrive(add(before, list, here)) : remove(before, list, here),
    );
    show(kept);
    const done = isAdded ? keptHere : takenAway;
    say(kept.problem ?? (kept.dropped > 0 ? `${done} ${entriesLeftOut(kept.dropped)}` : done));
  };

  function say(text: string): void {
    if (status) status.textContent = text;
  }
}
