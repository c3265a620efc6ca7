/** What was curated, and what was changed and added in the catalog, week by week. */
import { daysOfWeek, type WeekDays, weekOf } from "../lib/iso-week.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import type { Catalog, NewsItem, Offering, Topic } from "./graph.ts";
import { type DeclaredChanges, interfaceChanges, lifecycleChanges, type ToldOnce } from "./queries.ts";

export interface Week extends WeekDays {
  /** `2026-w47`. */
  readonly name: string;
  /** True once its Sunday is past: from then on only its own content changes what is said of it. */
  readonly isOver: boolean;
  /** Curated in it, in reading order. */
  readonly news: readonly NewsItem[];
  /** The latest first. */
  readonly changes: readonly CatalogChange[];
  /** Offerings that were added in it, by name. */
  readonly added: readonly Offering[];
}

/** The status of an offering changed, or an interface states otherwise than before; on a day that is known. */
export type CatalogChange =
  | {
      readonly kind: "status";
      readonly day: string;
      readonly offering: Offering;
      readonly status: string;
    }
  | ({ readonly kind: "interface" } & DeclaredChanges);

/**
 * The weeks that have begun and have something to tell, newest first. Changes before the first curation do not count,
 * since there was no catalog yet; nor do changes of status that are still to come.
 */
export const listWeeks = memoize((catalog: Catalog): readonly Week[] => {
  const { news, offerings, buildDate } = catalog;
  const stories = Map.groupBy(news, ({ date }) => weekOf(date));
  const changes = Map.groupBy(changesOf(catalog), ({ day }) => weekOf(day));
  const added = Map.groupBy(
    offerings.filter((offering) => offering.added !== undefined),
    (offering) => weekOf(offering.added ?? ""),
  );
  return [...new Set([stories, changes, added].flatMap((weeks) => [...weeks.keys()]))]
    .sort((a, b) => byText(b, a))
    .flatMap((name): Week[] => {
      const days = daysOfWeek(name);
      if (days === undefined || days.from > buildDate) return [];
      const isOver = buildDate > days.to;
      const of = <T>(weeks: ReadonlyMap<string, readonly T[]>) => weeks.get(name) ?? [];
      return [{ name, ...days, isOver, news: of(stories), changes: of(changes), added: of(added) }];
    });
});

function changesOf(catalog: Catalog): CatalogChange[] {
  const [first] = catalog.news.map(({ date }) => date).sort();
  const statuses = lifecycleChanges(catalog.offerings).flatMap((offering): CatalogChange[] => {
    const { status, statusDate: day, isStatusToCome } = offering;
    if (status === undefined || day?.length !== 10 || isStatusToCome) return [];
    return [{ kind: "status", day, offering, status }];
  });
  const declared = interfaceChanges(catalog.offerings).map((one): CatalogChange => ({ kind: "interface", ...one }));
  return [...statuses, ...declared]
    .filter(({ day }) => first !== undefined && day >= first && day <= catalog.buildDate)
    .sort((a, b) => byText(b.day, a.day) || byText(a.offering.slug, b.offering.slug));
}

export interface TopicGroup {
  /** Undefined for stories that are filed under none. */
  readonly topic: Topic | undefined;
  readonly stories: readonly ToldOnce[];
}

/**
 * Groups each story once, under whichever of its subjects most of these stories have; largest group first. A subject is
 * a topic with its equals in other vocabularies, and is shown as the first of them that these stories name.
 */
export function groupByTopic(stories: readonly ToldOnce[]): readonly TopicGroup[] {
  const topics = stories.flatMap(({ lead }) => lead.topics).sort((a, b) => byText(a.slug, b.slug));
  const names = new Map([...Map.groupBy(topics, subjectOf)].map(([subject, [first]]) => [subject, first]));
  const counts = Map.groupBy(
    stories.flatMap(({ lead }) => subjectsOf(lead)),
    (subject) => subject,
  );
  const sizeOf = (subject: string) => counts.get(subject)?.length ?? 0;
  const groups = Map.groupBy(
    stories,
    ({ lead }) => subjectsOf(lead).sort((a, b) => sizeOf(b) - sizeOf(a) || byText(a, b))[0],
  );
  return [...groups]
    .map(([subject, own]) => ({ topic: subject === undefined ? undefined : names.get(subject), stories: own }))
    .sort((a, b) => rankOf(a) - rankOf(b) || byText(a.topic?.slug ?? "", b.topic?.slug ?? ""));
}

/** Those without a topic last. */
function rankOf({ topic, stories }: TopicGroup): number {
  return topic === undefined ? 0 : -stories.reduce((sum, { others }) => sum + 1 + others.length, 0);
}

/** The same for a topic and for its like in other vocabularies. */
const subjectOf = memoize((topic: Topic): string => [topic, ...topic.sameAs].map(({ slug }) => slug).sort()[0] ?? "");

function subjectsOf({ topics }: NewsItem): string[] {
  return [...new Set(topics.map(subjectOf))];
}
