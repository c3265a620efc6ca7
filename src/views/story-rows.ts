/** The rows of a list of stories, each event once: the others on it are named in the row of the one that leads. */
import type { NewsItem } from "../catalog/graph.ts";
import type { ToldOnce } from "../catalog/queries.ts";
import { tellApart, tellOnce } from "../lib/tell-once.ts";
import { getMessages } from "../messages/messages.ts";
import { type NotedLink, type StoryRow, sourceName, toDateView, toRowData, toStoryRow } from "./parts.ts";
import { entityUrl } from "./urls.ts";

/** `reasonOf` says why a story is in this list, where that is not plain. */
export function toStoryRows(
  news: readonly NewsItem[],
  reasonOf: (item: NewsItem) => string | undefined = () => undefined,
): StoryRow[] {
  return tellOnce(news).map((told) => ({
    ...toStoryRow(told.lead, reasonOf(told.lead), toSources(told)),
    data: toRowData([told.lead, ...told.others]),
  }));
}

/** The first stories of a list that give so many rows. */
export function firstStoryRows(
  news: readonly NewsItem[],
  count: number,
  reasonOf?: (item: NewsItem) => string | undefined,
): StoryRow[] {
  let rows: StoryRow[] = [];
  for (let length = count; rows.length < count; length += 1) {
    rows = toStoryRows(news.slice(0, length), reasonOf);
    if (length >= news.length) break;
  }
  return rows;
}

/** How many stories these rows tell of. */
export function countStories(rows: readonly StoryRow[]): number {
  return rows.reduce((sum, { also }) => sum + 1 + also.length, 0);
}

/** The others, each by the name of its source; where two have one name, their days tell them apart. */
export function toSources(told: ToldOnce): NotedLink[] {
  return tellApart(told, sourceName, dayOf).map(({ story, label, note }) => ({ href: entityUrl(story), label, note }));
}

/** The other stories on the event of this one, each by its source and its day. */
export function toSameEvent(item: NewsItem): NotedLink[] {
  const others = item.cluster?.filter((member) => member !== item) ?? [];
  return others.map((other) => ({ href: entityUrl(other), label: sourceName(other), note: dayOf(other) }));
}

function dayOf({ published }: NewsItem): string {
  return toDateView(published)?.label ?? getMessages().entries.dateNotStated;
}
