/** What is new in the feeds of what one follows: the site's JSON Feeds, read as if anyone could have written them. */
import { byText } from "../lib/order.ts";
import { isPartialDate } from "../lib/partial-date.ts";
import { squeeze } from "../lib/text.ts";
import { FEED_ITEMS } from "../vocab/feed-format.ts";
import { entryAt, pathOf } from "./entry-address.ts";

/** A story, or what an interface declares otherwise than before. */
export interface FeedItem {
  /** One and the same in all feeds. */
  readonly id: string;
  /** Path on this site. */
  readonly path: string;
  readonly title: string;
  readonly teaser: string | undefined;
  /** What readers know the source by: its publisher, else its host. None of what an interface declares. */
  readonly source: { readonly label: string; readonly isHost: boolean } | undefined;
  /** Day of the curation. */
  readonly curated: string;
  /** Slugs. */
  readonly publisher: string | undefined;
  readonly topics: readonly string[];
  /** Ids of the other stories on its event. */
  readonly sameEvent: readonly string[];
}

export interface FollowedFeed {
  /** What is followed by it. */
  readonly label: string;
  readonly items: readonly FeedItem[];
}

/** An item, with what else tells of its event and what it is followed by. */
export interface NewsRow extends FeedItem {
  readonly also: readonly FeedItem[];
  readonly from: readonly string[];
}

/** What a feed says of itself is the name of the site, and behind it that of the entry. */
interface ParsedFeed {
  readonly title: string;
  readonly items: readonly FeedItem[];
}

/** Undefined for what is no feed; an item that lacks what every item has is left out. */
export function parseFeed(text: string): ParsedFeed | undefined {
  try {
    const { title, items } = JSON.parse(text);
    if (!Array.isArray(items)) return undefined;
    return { title: textOf(title), items: items.flatMap((item) => toItem(Object(item)) ?? []) };
  } catch {
    return undefined;
  }
}

function toItem(item: Readonly<Record<string, unknown>>): FeedItem | undefined {
  const { _curalog: own } = item;
  const more: Readonly<Record<string, unknown>> = Object(own);
  const address = URL.parse(textOf(item["url"]));
  const entry = address && entryAt(address.pathname);
  const [id, title] = [textOf(item["id"]), squeeze(textOf(item["title"]))];
  const curated = textOf(item["date_published"]).slice(0, "YYYY-MM-DD".length);
  if (!entry || id === "" || title === "" || curated.length < 10 || !isPartialDate(curated)) return undefined;
  return {
    id,
    path: pathOf(entry) + address.hash,
    title,
    teaser: squeeze(textOf(item["summary"])) || undefined,
    source: toSource(squeeze(textOf(more["publisher_name"])), textOf(item["external_url"])),
    curated,
    publisher: textOf(more["publisher"]) || undefined,
    topics: textsOf(more["topics"]),
    sameEvent: textsOf(more["same_event"]),
  };
}

function toSource(publisher: string, address: string): FeedItem["source"] {
  const label = publisher || URL.parse(address)?.hostname.replace(/^www\./, "");
  return label ? { label, isHost: publisher === "" } : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Newest first; an item of two feeds once, and an event once, under the story curated last. */
export function gatherNews(feeds: readonly FollowedFeed[]): NewsRow[] {
  const sources = Map.groupBy(
    feeds.flatMap(({ label, items }) => items.map((item) => ({ label, item }))),
    ({ item }) => item.id,
  );
  const items = [...sources.values()].flatMap(([first]) => first?.item ?? []);
  const rows = new Map<string, { lead: FeedItem; also: FeedItem[] }>();
  for (const item of items.sort((a, b) => byText(b.curated, a.curated) || byText(a.id, b.id))) {
    const row = item.sameEvent.map((id) => rows.get(id)).find((one) => one !== undefined);
    if (row) row.also.push(item);
    rows.set(item.id, row ?? { lead: item, also: [] });
  }
  const labelsOf = ({ id }: FeedItem) => sources.get(id)?.map(({ label }) => label) ?? [];
  return [...new Set(rows.values())].map(({ lead, also }) => ({
    ...lead,
    also,
    from: [...new Set([lead, ...also].flatMap(labelsOf))].sort(byText),
  }));
}

/** Slugs of the topics of all that a row tells of. */
export function topicsOf({ topics, also }: NewsRow): string[] {
  return [...new Set([...topics, ...also.flatMap((item) => item.topics)])];
}

/** Slugs of all who tell of its event; one that is not known is a dash. */
export function publishersOf({ publisher, also }: NewsRow): string[] {
  return [...new Set([publisher, ...also.map((item) => item.publisher)].map((slug) => slug ?? "-"))];
}

/** True where a feed is full and everything in it is new: older new ones may have left it. */
export function mayHaveMore({ items }: FollowedFeed, since: string): boolean {
  return items.length >= FEED_ITEMS && items.every(({ curated }) => curated >= since);
}
