/**
 * The news of one topic, organization or author by year: what its page has room for, and pages of the years that it
 * does not show in full.
 */
import type { Author, NewsItem, Organization, Topic } from "../catalog/graph.ts";
import { type NewsYear, newsByYear, newsOfSubject } from "../catalog/queries.ts";
import { memoize } from "../lib/memoize.ts";
import { getMessages } from "../messages/messages.ts";
import { buildPage } from "./page.ts";
import { countPages, itemsOfPage, paginate } from "./pagination.ts";
import type { CountedLink, StoryRow } from "./parts.ts";
import { countStories, firstStoryRows, toStoryRows } from "./story-rows.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { entityUrl, listPageUrl, yearUrl } from "./urls.ts";

/** What stories are filed under, published by or written by. */
export type NewsOwner = Topic | Organization | Author;

/** A page of one year of an owner's stories. */
export interface EntityYear {
  readonly owner: NewsOwner;
  readonly year: NewsYear;
  /** From 1. */
  readonly page: number;
}

export type EntityYearPageView = ReturnType<typeof buildEntityYearPage>;

const LATEST = 5;
/** Up to this number, all stories of a publisher or author are shown at once. A topic has its offerings beside them. */
const FEW = 12;
/** Stories that the page of an owner tells itself: with its offerings, within 30 kB of HTML. */
const STORIES = 80;
const STORIES_A_PAGE = 50;

/** In reading order. */
export const newsOf = memoize((owner: NewsOwner) => (owner.kind === "topic" ? newsOfSubject(owner) : owner.news));

/** The latest stories of an owner, and whether these are all: then its page has no list by year. */
export const latestOf = memoize((owner: NewsOwner) => {
  const news = newsOf(owner);
  const shown = owner.kind !== "topic" && news.length <= FEW ? FEW : LATEST;
  const rows = ofOwner(owner, firstStoryRows(news, shown, reasonFor(owner)));
  return { rows, areAll: countStories(rows) === news.length };
});

export function rowsOf(owner: NewsOwner, news: readonly NewsItem[]): StoryRow[] {
  return ofOwner(owner, toStoryRows(news, reasonFor(owner)));
}

/** Every story of a topic's page would repeat the topic. */
function ofOwner(owner: NewsOwner, rows: readonly StoryRow[]): StoryRow[] {
  return rows.map((row) => ({ ...row, topics: row.topics.filter(({ href }) => href !== entityUrl(owner)) }));
}

/** Why a story is with a topic that is filed under the same subject of another vocabulary. */
function reasonFor(owner: NewsOwner): (item: NewsItem) => string | undefined {
  return ({ topics }) => (owner.kind === "topic" ? filedElsewhere(topics, owner) : undefined);
}

/** `filed under Symplur: #FHIR`; undefined where it is filed under the topic itself. */
export function filedElsewhere(topics: readonly Topic[], topic: Topic): string | undefined {
  if (topics.includes(topic)) return undefined;
  const other = topics.find((one) => topic.sameAs.includes(one));
  return other && getMessages().entries.reasons.filedUnder(other.name);
}

/** What the page of an owner tells of its news: the latest, and all by year where there are more. */
export function toOwnNews(owner: NewsOwner): { latest: readonly StoryRow[]; byYear: NewsByYear | undefined } {
  const { rows, areAll } = latestOf(owner);
  return { latest: rows, byYear: areAll ? undefined : toNewsByYear(owner) };
}

/** The first stories, each in its year. A year that is not shown in full leads to its own page, as do all after it. */
function toNewsByYear(owner: NewsOwner) {
  const news = newsOf(owner);
  const shown = newsByYear(news.slice(0, STORIES));
  const links = yearLinks(owner);
  const years = [...newsByYear(news)].map(([year, items], at) => {
    const part = shown.get(year) ?? [];
    const link = links[at];
    const count = items.length;
    const rest =
      part.length < count && part.length > 0 && link
        ? { href: link.href, label: getMessages().news.years.all(count, year) }
        : undefined;
    return { anchor: yearAnchor(year), label: labelOf(year), count, rows: rowsOf(owner, part), rest };
  });
  return {
    /** Years with their stories. */
    years: years.filter(({ rows }) => rows.length > 0),
    /** Years that are links alone. */
    later: links.slice(shown.size),
    /** Every year, where its stories are. */
    links,
  };
}

export type NewsByYear = ReturnType<typeof toNewsByYear>;

/** A year that the owner's page shows in full leads to its heading there. */
export function yearLinks(owner: NewsOwner, from = entityUrl(owner)): (CountedLink & { readonly year: NewsYear })[] {
  const page = entityUrl(owner);
  const whole = wholeYears(owner);
  return [...newsByYear(newsOf(owner))].map(([year, { length }]) => ({
    href: whole.has(year) ? `${from === page ? "" : page}#${yearAnchor(year)}` : yearUrl(year, page),
    label: labelOf(year),
    count: length,
    year,
  }));
}

const wholeYears = memoize((owner: NewsOwner): ReadonlySet<NewsYear> => {
  const news = newsOf(owner);
  const shown = newsByYear(news.slice(0, STORIES));
  return new Set(
    [...newsByYear(news)].flatMap(([year, { length }]) => (shown.get(year)?.length === length ? [year] : [])),
  );
});

function yearAnchor(year: NewsYear): string {
  return `year-${year ?? "undated"}`;
}

function labelOf(year: NewsYear): string {
  return year === undefined ? getMessages().news.years.dateNotStated : String(year);
}

/** The pages of all years that the page of their owner does not show in full. */
export function entityYears(owner: NewsOwner): EntityYear[] {
  const whole = wholeYears(owner);
  return [...newsByYear(newsOf(owner))].flatMap(([year, { length }]) => {
    const pages = whole.has(year) ? 0 : countPages(length, STORIES_A_PAGE);
    return Array.from({ length: pages }, (_, index) => ({ owner, year, page: index + 1 }));
  });
}

export function entityYearUrl({ owner, year, page }: EntityYear): string {
  return listPageUrl(yearUrl(year, entityUrl(owner)), page);
}

/** What stands in brackets in the names of their routes. */
export function toYearParams({ owner, year, page }: EntityYear) {
  return { slug: owner.slug, year: listPageUrl(`${year ?? "undated"}/`, page).slice(0, -1) };
}

export function newsOfEntityYear({ owner, year, page }: EntityYear): readonly NewsItem[] {
  return itemsOfPage(newsByYear(newsOf(owner)).get(year) ?? [], page, STORIES_A_PAGE);
}

/** `Stories of 2024`, below the name of their owner. */
export function entityYearHeading({ year }: EntityYear): string {
  return getMessages().news.years.pageHeading(year);
}

export function buildEntityYearPage(subject: EntityYear) {
  const { owner, year, page } = subject;
  const total = newsByYear(newsOf(owner)).get(year)?.length ?? 0;
  const pages = countPages(total, STORIES_A_PAGE);
  const path = entityYearUrl(subject);
  const rows = rowsOf(owner, newsOfEntityYear(subject));
  // They are in the order of their curation, and have no other day to show.
  const stories = year === undefined ? rows.map((row) => ({ ...row, date: row.curated })) : rows;
  const { years } = getMessages().news;
  return {
    ...buildPage({
      title: years.title(owner.name, year === undefined ? years.undated : String(year), page, pages),
      description: years.description[owner.kind](owner.name, total, year, page, pages),
      path,
      section: owner.kind === "author" ? "news" : owner.kind,
      parent: { href: entityUrl(owner), label: shortName(owner) },
      breadcrumb: years.breadcrumb(labelOf(year), page),
      statement: { type: "CollectionPage", mainEntity: toItemList(path, stories, total) },
    }),
    heading: entityYearHeading(subject),
    count: years.count(total, year),
    owner: { href: entityUrl(owner), label: shortName(owner) },
    stories,
    /** False where it is the owner of all. */
    showSource: owner.kind !== "organization",
    pagination: paginate(page, pages, (one) => entityYearUrl({ owner, year, page: one })),
    /** Of the same owner; `path` is that of the open one. */
    years: yearLinks(owner, path),
    path: yearUrl(year, entityUrl(owner)),
  };
}

function shortName(owner: NewsOwner): string {
  return owner.kind === "topic" ? owner.label : owner.name;
}
