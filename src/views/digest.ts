/** What was curated in a week, as its page, its feeds and its mails tell it. */
import type { Offering, Topic } from "../catalog/graph.ts";
import type { ToldOnce } from "../catalog/queries.ts";
import { groupByTopic, type TopicGroup, type Week } from "../catalog/weeks.ts";
import type { WeekDays } from "../lib/iso-week.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { tellOnce } from "../lib/tell-once.ts";
import { cutAtWord } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import { getKind } from "../vocab/vocabulary.ts";
import { toInterfaceChange, toLifecycleChange } from "./catalog-changes.ts";
import { toDateView, toLink, toRowData, toStoryRow, toTopicChip } from "./parts.ts";
import { countStories, toSources } from "./story-rows.ts";
import { digestUrl } from "./urls.ts";
import { wordingOfOurs } from "./wording.ts";

export type DigestView = ReturnType<typeof buildDigest>;
export type DigestGroup = DigestView["groups"][number];
export type DigestStory = DigestGroup["stories"][number];
export type NewOffering = DigestView["added"]["offerings"][number];

/** How many stories were certainly published before the week. */
function countEarlier({ news, from }: Week): number {
  return news.filter(({ published }) => published !== undefined && published < from.slice(0, published.length)).length;
}

/** In a week of more stories than this only the first of each topic come with what they say. */
const LONG_WEEK = 60;
const FIRST = 3;

/** Longer than any that an editor writes, so that those are whole. */
const SUMMARY_LENGTH = 700;

export const buildDigest = memoize((week: Week) => {
  const { digest: messages, format } = getMessages();
  const groups = groupByTopic(tellOnce(week.news));
  const counts = countsOf(week);
  const largest = largestOf(groups);
  const shown = week.news.length > LONG_WEEK ? FIRST : week.news.length;
  const titles = week.news.length > TITLES ? Math.ceil(TITLES / groups.length) : week.news.length;
  return {
    week: week.name,
    href: digestUrl(week.name),
    heading: messages.heading(spanOf(week)),
    kicker: weekLabel(week.name),
    /** `155 stories, 1 catalog change and 2 new offerings`. */
    counts,
    /** What an inbox or a feed reader shows of it. */
    lead: `${counts}.${largest ? ` ${largest.words}: ${largest.labels.join(", ")}.` : ""}`,
    largest,
    /** So that nobody takes the week for that of publication, or the date of an old article for a mistake. */
    note: week.news.length > 0 ? messages.order(spanOf(week), countEarlier(week), week.news.length) : undefined,
    isOver: week.isOver,
    /** Its last day. */
    end: format.date(week.to),
    groups: groups.map((group) => toGroup(group, shown, titles)),
    changes: week.changes.map((change) =>
      change.kind === "status" ? toLifecycleChange(change.offering) : toInterfaceChange(change),
    ),
    added: toAdded(week.added),
  };
});

/**
 * The most stories shown as titles, in all topics together, as many in each; more would make a page of hundreds of
 * kilobytes.
 */
const TITLES = 600;

/** So many new offerings of each kind are told: an import may bring hundreds of one. */
const NEW_OF_A_KIND = 10;

/** By kind, then by name. */
function toAdded(added: readonly Offering[]) {
  const kinds = Map.groupBy(added, ({ offeringKind }) => getKind(offeringKind).label);
  const offerings = [...kinds]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([kind, own]) => own.slice(0, NEW_OF_A_KIND).map((offering) => toNewOffering(offering, kind)));
  return { anchor: "new", count: added.length, offerings, left: added.length - offerings.length };
}

function toNewOffering(offering: Offering, kind: string) {
  return { ...toLink(offering), kind, vendor: toLink(offering.vendor), summary: offering.summary };
}

/** Topics named of a week. */
const NAMED = 3;

function largestOf(groups: readonly TopicGroup[]) {
  const labels = groups.flatMap(({ topic }) => topic?.label ?? []);
  if (labels.length === 0) return undefined;
  const { digest } = getMessages();
  return { words: labels.length > NAMED ? digest.largestTopics : digest.byTopic, labels: labels.slice(0, NAMED) };
}

function toGroup({ topic, stories }: TopicGroup, shown: number, titles: number) {
  const rows = stories.map((told) => toDigestStory(told, topic));
  return {
    topic: topic && toTopicChip(topic),
    label: topic?.label ?? getMessages().digest.withoutTopic,
    /** Id of the group on the page of the week. */
    anchor: topic === undefined ? "no-topic" : `topic-${topic.slug}`,
    count: countStories(rows),
    stories: rows.slice(0, shown),
    /** Told by their titles alone. */
    more: rows.slice(shown, shown + titles),
    /** How many stories are left to the data. */
    left: countStories(rows.slice(shown + titles)),
  };
}

function toDigestStory(told: ToldOnce, topic: Topic | undefined) {
  const { lead: item } = told;
  const others = item.topics.filter(
    (one, at) =>
      ![...(topic ? [topic] : []), ...item.topics.slice(0, at)].some(
        (same) => same === one || same.sameAs.includes(one),
      ),
  );
  const row = toStoryRow(item, undefined, toSources(told));
  const summary =
    item.summary === undefined
      ? undefined
      : { text: cutAtWord(item.summary, SUMMARY_LENGTH), wording: wordingOfOurs(item.summary, item) };
  return {
    ...row,
    /** Whole where it is ours. */
    teaser: summary?.text ?? row.teaser,
    /** The day of publication in full, as sentences have it. */
    published: toDateView(item.published)?.label,
    /** Ours; the source's own words are for the page alone. */
    summary,
    /** Where else it is filed, without the same subject in other vocabularies. */
    topics: others.map((one) => toTopicChip(one)),
    data: toRowData([item, ...told.others]),
  };
}

/** `Week 47 of 2026`. */
export function weekLabel(week: string): string {
  const [year = "", number = ""] = week.split("-w");
  return getMessages().digest.week(Number(number), year);
}

/** `16 to 22 November 2026`: what the two days have in common stands once. */
export function spanOf({ from, to }: Pick<WeekDays, "from" | "to">): string {
  return getMessages().format.span(from, to);
}

export function countsOf({ news, changes, added }: Pick<Week, "news" | "changes" | "added">): string {
  return getMessages().digest.counts(news.length, changes.length, added.length);
}
