/** Queries of the graph; every result is in a total order, so that two builds agree. */
import { memoize } from "../lib/memoize.ts";
import { byLabel, byText } from "../lib/order.ts";
import { startOf, yearOf } from "../lib/partial-date.ts";
import type { Told } from "../lib/tell-once.ts";
import type { InterfaceChange } from "../schemas/interface-facts.ts";
import { getStatus, isChange } from "../vocab/vocabulary.ts";
import type { Catalog, NewsItem, Offering, OfferingInterface, Organization, Topic } from "./graph.ts";

/** News of the topic and of the same subject in other vocabularies, in reading order, each item once. */
export function newsOfSubject(topic: Topic): readonly NewsItem[] {
  if (topic.sameAs.length === 0) return topic.news;
  return [...new Set([topic, ...topic.sameAs].flatMap(({ news }) => news))].sort(inReadingOrder);
}

/** The topics of stories, each with those that are the same subject: the pages of all these tell them. */
export function subjectTopicsOf(stories: readonly NewsItem[]): readonly Topic[] {
  return [...new Set(stories.flatMap(({ topics }) => topics.flatMap((topic) => [topic, ...topic.sameAs])))];
}

/**
 * The order of the catalog's news: newest publication first, by the start of the known period, then newest curation,
 * then the slug. Stories without a date come last.
 */
export function inReadingOrder(a: NewsItem, b: NewsItem): number {
  const start = ({ published }: NewsItem) => (published === undefined ? "" : startOf(published));
  return byText(start(b), start(a)) || byText(b.date, a.date) || byText(a.slug, b.slug);
}

/** Offerings of the topic and of the same subject in other vocabularies, by name, each once. */
export function offeringsOfSubject(topic: Topic): readonly Offering[] {
  const members = [...new Set([topic, ...topic.sameAs].flatMap(({ offerings }) => offerings))];
  return members.sort((a, b) => byLabel(a.name, b.name) || byText(a.slug, b.slug));
}

/** Stories of others that name offerings of an organization, in reading order; those that concern it are elsewhere. */
export function newsOnOfferings({ offerings, news, newsAbout }: Organization): readonly NewsItem[] {
  const told = new Set([...news, ...newsAbout]);
  return [...new Set(offerings.flatMap((offering) => offering.news))]
    .filter((item) => !told.has(item))
    .sort(inReadingOrder);
}

/** Undefined for stories whose date nobody stated. */
export type NewsYear = number | undefined;

/** News by year of publication, as in reading order: newest year first, stories without a date last. */
export const newsByYear = memoize((news: readonly NewsItem[]): ReadonlyMap<NewsYear, readonly NewsItem[]> => {
  return Map.groupBy(news, ({ published }) => (published === undefined ? undefined : yearOf(published)));
});

/** What one interface of an offering states otherwise than before, as of one day. */
export interface DeclaredChanges {
  readonly offering: Offering;
  readonly interface: OfferingInterface;
  readonly day: string;
  /** One at least. */
  readonly changes: readonly InterfaceChange[];
}

/** What interfaces state otherwise than before, the latest first. */
export function interfaceChanges(offerings: readonly Offering[]): readonly DeclaredChanges[] {
  return offerings
    .flatMap((offering) =>
      offering.interfaces.flatMap((one) =>
        [...Map.groupBy(one.facts.changes, ({ day }) => day)].map(([day, changes]) => ({
          offering,
          interface: one,
          day,
          changes,
        })),
      ),
    )
    .sort((a, b) => byText(b.day, a.day) || byText(a.offering.slug, b.offering.slug));
}

/** The offerings of all changes that the home page tells of. */
export function changedOfferings({ offerings }: Catalog): readonly Offering[] {
  return [
    ...lifecycleChanges(offerings),
    ...interfaceChanges(offerings).map(({ offering }) => offering),
    ...offerings.filter(({ added }) => added !== undefined),
  ];
}

/** True where the status ends the offering, now or on a day to come. */
export function isEnding({ status }: Offering): boolean {
  return status !== undefined && getStatus(status).ends;
}

/** Offerings whose state changed, the latest change first. */
export function lifecycleChanges(offerings: readonly Offering[]): readonly Offering[] {
  return offerings
    .filter(({ status }) => status !== undefined && isChange(status))
    .sort((a, b) => byText(b.statusDate ?? "", a.statusDate ?? "") || byText(a.slug, b.slug));
}

/** Stories of a list on one event: the one that leads in it, and the others. */
export type ToldOnce = Told<NewsItem>;
