/** The stories of a topic as rows that its filters narrow, each event once. */
import { alsoIn, dateNotStated } from "#messages/filters.ts";
import { formatDate } from "#messages/format.ts";
import { notStated } from "#messages/offering.ts";
import type { TopicStories } from "../../compare/topic-rows.ts";
import { dirOf } from "../../lib/direction.ts";
import { element } from "../../lib/element.ts";
import { byText } from "../../lib/order.ts";
import { type Told, tellApart, tellOnce } from "../../lib/tell-once.ts";
import { entityPath } from "../../vocab/paths.ts";

export interface StoryListRow {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  /** Its publisher, else its host. */
  readonly source: string;
  readonly isHost: boolean;
  readonly curated: string;
  readonly topics: readonly string[];
  /** Its slug. */
  readonly publisher: string | undefined;
  readonly wording: { readonly lang?: string; readonly dir?: string } | undefined;
  readonly reason: string | undefined;
  readonly cluster: readonly StoryListRow[] | undefined;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

type Linked = { -readonly [K in keyof StoryListRow]: StoryListRow[K] };

export function toStoryRows(stories: TopicStories): StoryListRow[] {
  const { titles, slugs, dates, curated, topics, topicSlugs, sources, sourceNames, wordings, reasons, clusters } =
    stories;
  const rows = titles.map((title, at): Linked => {
    const date = dates[at] ?? "";
    const { label = "", publisher } = sourceNames[sources[at] ?? -1] ?? {};
    return {
      href: encodeURI(entityPath("news", slugs[at] ?? "")),
      title,
      date,
      source: label,
      isHost: publisher === undefined,
      curated: curated[at] ?? "",
      topics: (topics[at] ?? []).flatMap((place) => topicSlugs[place] ?? []),
      publisher,
      wording: wordings[at],
      reason: reasons[at],
      cluster: undefined,
      values: { year: [date.slice(0, 4) || "not-stated"], publisher: [publisher ?? "not-stated"] },
    };
  });
  for (const places of clusters) {
    const cluster = places.flatMap((place) => rows[place] ?? []);
    for (const row of cluster) row.cluster = cluster;
  }
  return rows;
}

/** The same as `TitleList.astro` renders. */
export function storyElements(rows: readonly StoryListRow[]): HTMLElement[] {
  return tellOnce(rows).map(storyElement);
}

/** By which the reader's own lists find it, as in the rows of the page. */
export function rowDataOf({ lead, others }: Told<StoryListRow>) {
  const stories = [lead, ...others];
  return {
    curated: stories
      .map(({ curated }) => curated)
      .sort(byText)
      .at(-1),
    publishers: [...new Set(stories.map(({ publisher = "-" }) => publisher))].join(" "),
    topics: [...new Set(stories.flatMap(({ topics }) => topics))].join(" "),
  };
}

function storyElement(told: Told<StoryListRow>): HTMLElement {
  const { lead } = told;
  const date = lead.date
    ? element("time", { dateTime: lead.date }, formatDate(lead.date, "short"))
    : element("span", { className: "not-stated" }, notStated);
  const row = element(
    "li",
    {},
    element("span", { className: "meta" }, date),
    element(
      "div",
      {},
      element("a", { href: lead.href, ...lead.wording }, lead.title),
      " ",
      element("span", { className: "meta" }, sourceElement(lead), lead.reason ? `; ${lead.reason}` : ""),
      ...(told.others.length > 0 ? [element("div", { className: "meta" }, `${alsoIn} `, sourcesElement(told))] : []),
    ),
  );
  Object.assign(row.dataset, rowDataOf(told));
  return row;
}

function sourceElement({ source, isHost }: StoryListRow): HTMLElement {
  return element("span", isHost ? { className: "host" } : { dir: dirOf(source) }, source);
}

function sourcesElement(told: Told<StoryListRow>): HTMLElement {
  const sources = tellApart(
    told,
    ({ source }) => source,
    ({ date }) => (date ? formatDate(date) : dateNotStated),
  );
  return element(
    "ul",
    { className: "inline" },
    ...sources.map(({ story, label, note }) => {
      const link = element("a", { href: story.href, dir: dirOf(label) }, label);
      return element("li", {}, link, ...(note ? [element("span", {}, `(${note})`)] : []));
    }),
  );
}
