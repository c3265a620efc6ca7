/**
 * Marks in the lists of a page: what is new, read, saved, followed; and what is hidden is folded away under a sentence.
 * Lists are in the order of the source's day, so what is new to the reader can stand anywhere in them: each new row is
 * marked, and no line parts new from old, since it would put some on the wrong side.
 */

import {
  countNew,
  hideAgain,
  listMarks,
  newMark,
  newSince,
  readMark,
  showHidden,
  storiesHidden,
  storiesHiddenAndShown,
} from "#messages/following.ts";
import { formatDate } from "#messages/format.ts";
import { toAddress } from "../lib/base-path.ts";
import { element, plainButton } from "../lib/element.ts";
import { capitalize } from "../lib/text.ts";
import { entryAt } from "./entry-address.ts";
import { type EntryName, has, keyOf, type Lists, listNames } from "./lists.ts";

/** Lists in which the reader chose to see what is hidden, for as long as the page is open. */
const unfolded = new WeakSet<Element>();

/** Shows the marks of these lists in place of those before. On its own page an entry hides nothing. */
export function showMarks(main: ParentNode, lists: Lists, here?: EntryName): void {
  for (const mark of main.querySelectorAll("[data-mark]")) mark.remove();
  const hidden = new Set(lists.hidden.filter((entry) => !here || keyOf(entry) !== keyOf(here)).map(keyOf));
  const read = new Set(lists.read);
  const stories = [...main.querySelectorAll<HTMLElement>("li[data-topics]")];
  const unread = new Set<HTMLElement>();
  const dated = new Set<Element | null>();
  for (const row of stories) {
    const link = row.querySelector<HTMLAnchorElement>(`a[href^='${toAddress("/news/")}'], a.name`);
    const entry = link && entryAt(link.pathname);
    row.hidden = isHidden(row, hidden);
    if (!entry) continue;
    const isRead = entry.kind === "news" && read.has(entry.slug);
    const since = lists.visit?.since;
    const isNew = !isRead && since !== undefined && (row.dataset["curated"] ?? "") >= since;
    const words = [isRead && readMark, has(lists, "saved", entry) && listMarks.saved].filter((word) => word !== false);
    if (words.length > 0) markStory(row, link, mark(words.join(", ")));
    if (!isNew) continue;
    // The first says since when.
    const isFirst = !row.hidden && !dated.has(row.parentElement);
    if (isFirst) dated.add(row.parentElement);
    const text = isFirst ? newSince(formatDate(since).replace(/ \d+$/, "")) : newMark;
    markStory(row, link, mark(text, "new"));
    unread.add(row);
  }
  for (const list of new Set(stories.map(({ parentElement }) => parentElement))) if (list) foldHidden(list);
  for (const details of main.querySelectorAll("details")) showCount(details, unread);
  for (const link of main.querySelectorAll<HTMLAnchorElement>("li > .name, .topics h3 > a, th > a:not(.meta)")) {
    const entry = entryAt(link.pathname);
    if (!entry) continue;
    const words = listNames.filter((list) => has(lists, list, entry)).map((list): string => listMarks[list]);
    if (entry.kind === "news" && read.has(entry.slug)) words.unshift(readMark);
    // A hit of the search, which knows names alone, is not hidden, as it was asked for.
    const about = link.parentElement?.dataset["about"]?.split("\n") ?? [];
    if (lists.hidden.some(({ label }) => about.includes(label))) words.push(listMarks.hidden);
    const badge = link.nextElementSibling?.matches(".badge") ? link.nextElementSibling : link;
    if (words.length > 0) badge.after(mark(words.join(", ")));
  }
}

/** By a topic; by its publisher only where all that tell of the event are hidden. */
function isHidden({ dataset }: HTMLElement, hidden: ReadonlySet<string>): boolean {
  const slugsIn = (text = "") => text.split(" ");
  return (
    slugsIn(dataset["topics"]).some((slug) => hidden.has(`topic/${slug}`)) ||
    slugsIn(dataset["publishers"]).every((slug) => hidden.has(`organization/${slug}`))
  );
}

/** In its first column, where a row has one; else behind what is told of it on its line. */
function markStory(row: HTMLElement, link: Element, node: HTMLElement): void {
  const column = row.parentElement?.matches(".story-list") ? row.querySelector(".meta") : undefined;
  if (column) {
    node.textContent = capitalize(node.textContent.trim());
    column.append(node);
    return;
  }
  const about = link.nextElementSibling;
  if (about?.matches("span.meta")) node.prepend(" ·");
  (about?.matches("span.meta") ? about : link).after(node);
}

/** A list that is folded says so above itself. */
function foldHidden(list: Element): void {
  const rows = [...list.children].filter((row) => row instanceof HTMLElement && row.hidden) as HTMLElement[];
  if (rows.length === 0) return;
  const stories = rows.reduce((sum, row) => sum + 1 + row.querySelectorAll(".also a, div.meta .inline a").length, 0);
  const isOpen = unfolded.has(list);
  for (const row of rows) row.hidden = !isOpen;
  const button = plainButton(isOpen ? hideAgain : showHidden, () => {
    if (isOpen) unfolded.delete(list);
    else unfolded.add(list);
    note.remove();
    for (const row of rows) row.hidden = true;
    foldHidden(list);
    list.previousElementSibling?.querySelector("button")?.focus();
  });
  const note = element(
    "p",
    { className: "meta" },
    `${isOpen ? storiesHiddenAndShown(stories) : storiesHidden(stories)} `,
    button,
  );
  note.dataset["mark"] = "";
  list.before(note);
}

/** What is new in a closed list is counted where it opens. */
function showCount(details: Element, unread: ReadonlySet<HTMLElement>): void {
  const count = [...unread].filter((row) => !row.hidden && details.contains(row)).length;
  if (count > 0) details.querySelector("summary")?.append(mark(countNew(count), "new"));
}

/** With a space before it, as it follows a link. */
function mark(text: string, name = ""): HTMLElement {
  const node = element("span", { className: `meta own-mark ${name}` }, ` ${text}`);
  node.dataset["mark"] = "";
  return node;
}
