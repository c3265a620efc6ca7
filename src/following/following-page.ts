/** The page of a reader's own lists: what is new in what they follow, what they saved and hide, and the lists as files. */

import { entriesLeftOut, listMarks } from "#messages/following.ts";
import {
  alsoIn,
  deleted,
  earlier as earlierHeading,
  entryKinds,
  entryStates,
  feedsAreFull,
  fetchingNews,
  latest,
  moreInFeeds,
  newSinceDay,
  noNetwork,
  removeButton,
  removeEntry,
  youFollow,
} from "#messages/following-page.ts";
import { formatCount, formatDate } from "#messages/format.ts";
import { toAddress } from "../lib/base-path.ts";
import { element, get, plainButton } from "../lib/element.ts";
import { tellApart } from "../lib/tell-once.ts";
import { now } from "./clock.ts";
import { changeLists, deleteLists, readLists, type StoredLists, watchLists } from "./device.ts";
import { pathOf } from "./entry-address.ts";
import {
  type FeedItem,
  type FollowedFeed,
  gatherNews,
  mayHaveMore,
  type NewsRow,
  parseFeed,
  publishersOf,
  topicsOf,
} from "./feed-news.ts";
import { findEntry, isMissing, PATIENCE } from "./find-entry.ts";
import { readFile } from "./import-file.ts";
import {
  type Entry,
  type EntryName,
  hasEntries,
  keyOf,
  type ListName,
  type Lists,
  listNames,
  type Merged,
  merge,
  remove,
  rename,
  visit,
} from "./lists.ts";
import { showMarks } from "./marks.ts";
import { writeOpml } from "./opml.ts";
import { writeLists } from "./parse-lists.ts";
import { describeDeletion, describeImport } from "./words.ts";

/** Rows of what is not new. */
const EARLIER = 20;
/** Rows of what is new; more are in the feeds. */
const FRESH = 200;
/** Entries asked for at once. */
const AT_ONCE = 6;

type EntryState = keyof typeof entryStates;

export function startFollowingPage(root: Document): void {
  const page = root.querySelector<HTMLElement>("[data-lists]");
  if (page) startPage(root, page);
}

function startPage(root: Document, page: HTMLElement): void {
  const part = <E extends HTMLElement = HTMLElement>(name: string): E => get(page, `[data-${name}]`);
  const { origin } = new URL(root.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href);
  /** What feeds are called before the name of their entry. */
  const prefix = page.dataset["lists"] ?? "";
  /** By entry: what its feed holds, and what became of it. */
  const feeds = new Map<string, readonly FeedItem[]>();
  const found = new Map<string, EntryState>();
  /** What needs no answer any more, or waits for one. */
  const asked = new Set<string>();
  /** What was said last; the page says that it is fetching only where nothing was said yet. */
  let word = "";

  function show(kept: StoredLists): void {
    const { lists, isStored, dropped, problem } = kept;
    if (problem !== undefined) say(problem);
    else if (dropped > 0) say(entriesLeftOut(dropped));
    const has = hasEntries(lists);
    part("empty").hidden = has;
    part("idle").hidden = !has || lists.followed.length > 0;
    // Without news the lists come first.
    part("jump").hidden = lists.followed.length === 0;
    part("jump-to").replaceChildren(...toJumps(lists));
    part("export").hidden = !has;
    part("deletion").hidden = !isStored;
    for (const list of listNames) showList(list, lists[list]);
    showNews(lists);
  }

  function showList(list: ListName, entries: readonly Entry[]): void {
    const section = part(list);
    section.hidden = entries.length === 0;
    const place = section.querySelector("ul");
    section.querySelector("small")?.replaceChildren(formatCount(entries.length));
    place?.replaceChildren(...entries.map((entry) => toRow(list, entry)));
  }

  function toRow(list: ListName, entry: Entry): HTMLElement {
    const state = found.get(keyOf(entry));
    const link = element("a", { className: "name", href: pathOf(entry), dir: "auto" }, entry.label);
    const button = plainButton(removeButton, () => void takeAway(list, entry));
    button.ariaLabel = removeEntry(entry.label);
    return element(
      "li",
      {},
      element("p", {}, state === "gone" ? element("span", { className: "name", dir: "auto" }, entry.label) : link),
      element("p", { className: "meta removable" }, element("span", {}, toNote(entry, state)), button),
    );
  }

  async function takeAway(list: ListName, entry: Entry): Promise<void> {
    const buttons = () => [...part(list).querySelectorAll<HTMLElement>("ul button")];
    const place = buttons().indexOf(root.activeElement as HTMLElement);
    const kept = await changeLists((lists) => remove(lists, list, entry));
    say("");
    show(kept);
    // The focus goes to the next one, so that several can be removed in a row.
    (buttons()[place] ?? buttons().at(-1) ?? part("heading")).focus();
  }

  function showNews({ followed, visit: last }: Lists): void {
    const since = last?.since;
    const listed = followed.flatMap((entry): FollowedFeed[] => {
      const items = feeds.get(keyOf(entry));
      return items ? [{ label: entry.label, items }] : [];
    });
    const rows = gatherNews(listed);
    const fresh = since === undefined ? [] : rows.filter(({ curated }) => curated >= since);
    const earlier = rows.slice(fresh.length, fresh.length + EARLIER);
    const folded = showRows("fresh", fresh.slice(0, FRESH));
    showRows("earlier", earlier);
    part("fresh").hidden = since === undefined || listed.length === 0;
    part("earlier").hidden = earlier.length === 0;
    if (since !== undefined) part("fresh-since").textContent = newSinceDay(formatDate(since));
    part("fresh-count").textContent = formatCount(fresh.length - folded);
    part("nothing").hidden = fresh.length > folded;
    part("none").hidden = since !== undefined || rows.length > 0 || listed.length === 0;
    const more = since === undefined ? [] : listed.filter((feed) => mayHaveMore(feed, since)).map(({ label }) => label);
    part("more").textContent = toLimits(fresh.length - FRESH, more);
    part("earlier-heading").textContent = since === undefined ? latest : earlierHeading;
  }

  /** How many of them are folded away. */
  function showRows(name: string, rows: readonly NewsRow[]): number {
    const elements = rows.map(toStory);
    part(name)
      .querySelector("ol")
      ?.replaceChildren(...elements);
    showMarks(part(name), readLists().lists);
    return elements.filter(({ hidden }) => hidden).length;
  }

  async function refresh(kept: StoredLists): Promise<void> {
    const { lists } = kept;
    const waiting = lists.followed.filter((entry) => !asked.has(keyOf(entry)));
    const others = [...lists.saved, ...lists.hidden].filter((entry) => !asked.has(keyOf(entry)));
    for (const entry of [...waiting, ...others]) asked.add(keyOf(entry));
    if (waiting.length > 0) {
      page.dataset["loading"] = "";
      say(word);
      part(lists.visit?.since === undefined ? "earlier" : "fresh").hidden = false;
      await Promise.all(waiting.map((entry) => fetchFeed(entry)));
      delete page.dataset["loading"];
      say(word);
    }
    sayIfCutOff(waiting);
    show(readLists());
    const queue = others.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const entry of queue) await lookFor(entry);
      }),
    );
    sayIfCutOff(others);
    if (others.length > 0) show(readLists());
  }

  /** Where nothing answers, one sentence says so, and not each entry. */
  function sayIfCutOff(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    // Feeds may come from this device, as they were fetched last.
    const isCutOff = !navigator.onLine || entries.every((entry) => found.get(keyOf(entry)) === "unknown");
    if (isCutOff) for (const entry of entries) found.delete(keyOf(entry));
    if (word === (isCutOff ? "" : noNetwork)) say(isCutOff ? noNetwork : "");
  }

  async function fetchFeed(entry: Entry): Promise<void> {
    try {
      // Hosts let browsers show a feed of yesterday while they ask for the next: here that would hide what is new.
      const request = { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) } as const;
      const response = await fetch(toAddress(`${pathOf(entry)}feed.json`), request);
      const feed = response.ok ? parseFeed(await response.text()) : undefined;
      if (feed) {
        feeds.set(keyOf(entry), feed.items);
        found.delete(keyOf(entry));
        // The site may call it otherwise than when the device saw it last.
        if (feed.title !== prefix + entry.label) {
          const named = { ...entry, label: feed.title.slice(prefix.length) };
          await changeLists((lists) => rename(lists, entry, named), { keepsUnreadable: true });
        }
      } else if (isMissing(response)) await lookFor(entry);
      else fail(entry);
    } catch {
      fail(entry);
    }
  }

  /** It is asked for again once there is a network, or with the next change. */
  function fail(entry: EntryName): void {
    found.set(keyOf(entry), "unknown");
    asked.delete(keyOf(entry));
  }

  /** One that was renamed is kept under its new name from now on. */
  async function lookFor(entry: Entry): Promise<void> {
    const place = await findEntry(entry);
    if (place === "unknown") return fail(entry);
    if (place === "gone") {
      found.set(keyOf(entry), place);
      return;
    }
    found.delete(keyOf(entry));
    if (keyOf(place) !== keyOf(entry)) {
      await changeLists((lists) => rename(lists, entry, place), { keepsUnreadable: true });
      if (!asked.has(keyOf(place))) {
        asked.add(keyOf(place));
        await fetchFeed({ ...entry, ...place });
      }
    }
  }

  async function takeOver(file: File): Promise<void> {
    const read = await readFile(file, [origin, location.origin]);
    if (typeof read === "string") return say(read);
    let merged: Merged | undefined;
    const kept = await changeLists((lists) => {
      merged = merge(lists, read.lists);
      return merged.lists;
    });
    show(kept);
    // Where the lists could not be stored, nothing was imported.
    const done = kept.problem ?? (merged ? describeImport(merged, read) : "");
    say(kept.dropped > 0 ? `${done} ${entriesLeftOut(kept.dropped)}` : done);
    await refresh(kept);
  }

  function say(text: string): void {
    word = text;
    part("status").textContent = text || ("loading" in page.dataset ? fetchingNews : "");
  }

  part("export-json").addEventListener("click", () =>
    download("curalog-lists.json", "application/json", writeLists(readLists().lists)),
  );
  part("export-opml").addEventListener("click", () =>
    download("curalog-following.opml", "text/x-opml", writeOpml(readLists().lists.followed, origin)),
  );
  const input = part<HTMLInputElement>("file");
  part("import").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    // The same file can be chosen again.
    if (file)
      void takeOver(file).finally(() => {
        input.value = "";
      });
  });
  part("delete").addEventListener("click", async () => {
    if (!confirm(describeDeletion(readLists().lists))) return;
    const kept = await deleteLists();
    say(deleted);
    show(kept);
    part("heading").focus();
  });
  watchLists((kept) => {
    show(kept);
    void refresh(kept);
  });
  addEventListener("online", () => void refresh(readLists()));
  const arrive = (lists: Lists) => (hasEntries(lists) ? visit(lists, now()) : lists);
  void changeLists(arrive, { keepsUnreadable: true }).then((kept) => {
    show(kept);
    part("unscripted").hidden = true;
    page.dataset["started"] = "";
    return refresh(kept);
  });
}

/** To each list that has entries, and how many. */
function toJumps(lists: Lists): HTMLElement[] {
  return listNames
    .filter((list) => lists[list].length > 0)
    .map((list) => {
      const count = element("span", {}, `(${formatCount(lists[list].length)})`);
      return element("li", {}, element("a", { href: `#${list}` }, listMarks[list]), " ", count);
    });
}

/** What an entry is, and what became of it. */
function toNote({ kind }: Entry, state: EntryState | undefined): string {
  return state ? `${entryKinds[kind]}. ${entryStates[state]}` : entryKinds[kind];
}

function toStory(news: NewsRow): HTMLElement {
  const { path, title, teaser, source, curated, also, from } = news;
  const row = element(
    "li",
    {},
    element(
      "div",
      { className: "meta" },
      element("time", { dateTime: curated }, formatDate(curated, "short")),
      ...(source ? [toSource(source.label, source.isHost)] : []),
    ),
    element(
      "div",
      {},
      element("h3", { className: "headline", dir: "auto" }, element("a", { href: path }, title)),
      ...(teaser ? [element("p", { className: "teaser", dir: "auto" }, teaser)] : []),
      ...(also.length > 0 ? [element("div", { className: "meta also" }, `${alsoIn} `, toLinks(news))] : []),
      element("p", { className: "meta" }, youFollow(from)),
    ),
  );
  row.dataset["topics"] = topicsOf(news).join(" ");
  row.dataset["publishers"] = publishersOf(news).join(" ");
  return row;
}

/** As pages name the source of a story; a host may break after its dots. */
function toSource(label: string, isHost: boolean): HTMLElement {
  if (!isHost) return element("span", { dir: "auto" }, label);
  const parts = label.split(".").flatMap((part, index) => (index === 0 ? [part] : [".", element("wbr", {}), part]));
  return element("span", { className: "host" }, ...parts);
}

function toLinks(row: NewsRow): HTMLElement {
  const nameOf = ({ source, title }: FeedItem) => source?.label ?? title;
  const others = tellApart({ lead: row, others: row.also }, nameOf, ({ curated }) => formatDate(curated));
  const links = others.map(({ story, label, note }) =>
    element(
      "li",
      {},
      element("a", { href: story.path, dir: "auto" }, label),
      ...(note ? [" ", element("span", {}, `(${note})`)] : []),
    ),
  );
  return element("ul", { className: "inline" }, ...links);
}

/** What the list of new stories leaves out, or may; nothing where it has all. */
function toLimits(left: number, full: readonly string[]): string {
  return [left > 0 && moreInFeeds(left), full.length > 0 && feedsAreFull(full)].filter(Boolean).join(" ");
}

function download(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: name }).click();
  URL.revokeObjectURL(href);
}
