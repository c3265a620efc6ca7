/** The stories of a topic as rows that its filters narrow, each event once. */
import type { TopicStories } from "../../compare/topic-rows.ts";
import { element } from "../../lib/element.ts";
import { formatDate } from "../../lib/partial-date.ts";
import { type Told, tellApart, tellOnce } from "../../lib/tell-once.ts";
import { dirOf } from "../../lib/text.ts";
import { entityPath } from "../../vocab/paths.ts";

export interface StoryListRow {
  readonly href: string;
  readonly title: string;
  readonly date: string;
  readonly host: string;
  /** Its publisher, else its host. */
  readonly source: string;
  readonly wording: { readonly lang?: string; readonly dir?: string } | undefined;
  readonly reason: string | undefined;
  readonly cluster: readonly StoryListRow[] | undefined;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** No story has standards. */
  readonly bases: Readonly<Record<string, never>>;
}

type Linked = { -readonly [K in keyof StoryListRow]: StoryListRow[K] };

export function toStoryRows(stories: TopicStories): StoryListRow[] {
  const { titles, slugs, dates, hosts, hostNames, publishers, publisherNames, wordings, reasons, clusters } = stories;
  const rows = titles.map((title, at): Linked => {
    const date = dates[at] ?? "";
    const host = hostNames[hosts[at] ?? -1] ?? "";
    const publisher = publisherNames[publishers[at] ?? -1];
    return {
      href: encodeURI(entityPath("news", slugs[at] ?? "")),
      title,
      date,
      host,
      source: publisher?.label ?? host,
      wording: wordings[at],
      reason: reasons[at],
      cluster: undefined,
      values: { year: [date.slice(0, 4) || "not-stated"], publisher: [publisher?.value ?? "not-stated"] },
      bases: {},
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

function storyElement(told: Told<StoryListRow>): HTMLElement {
  const { lead } = told;
  const date = lead.date
    ? element("time", { dateTime: lead.date }, formatDate(lead.date, "short"))
    : element("span", { className: "not-stated" }, "not stated");
  return element(
    "li",
    {},
    element("span", { className: "meta" }, date),
    element(
      "div",
      {},
      element("a", { href: lead.href, ...lead.wording }, lead.title),
      " ",
      element("span", { className: "host meta" }, lead.host),
      ...(told.others.length > 0 ? [element("div", { className: "meta" }, "Also in ", sourcesElement(told))] : []),
      ...(lead.reason ? [" ", element("span", { className: "meta" }, lead.reason)] : []),
    ),
  );
}

function sourcesElement(told: Told<StoryListRow>): HTMLElement {
  const sources = tellApart(
    told,
    ({ source }) => source,
    ({ date }) => (date ? formatDate(date) : "date not stated"),
  );
  return element(
    "ul",
    { className: "inline" },
    ...sources.map(({ story, label, note }) => {
      const dir = dirOf(label);
      const link = element("a", { href: story.href, ...(dir && { dir }) }, label);
      return element("li", {}, link, ...(note ? [element("span", {}, `(${note})`)] : []));
    }),
  );
}
