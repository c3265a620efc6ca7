/** The small views that many pages share: a story's row, an offering's row, a topic's chip, a badge. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject, subjectTopicsOf } from "../catalog/queries.ts";
import type { Related } from "../catalog/related.ts";
import { getSettings, hasSection } from "../config/settings.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import type { PartialDate } from "../lib/partial-date.ts";
import { cutAtWord } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import type { StandardBasis } from "../vocab/basis.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { getKind, getLicence, getLicenceFamily, getStatus, type LicenceFamily } from "../vocab/vocabulary.ts";
import type { LinkView } from "./page.ts";
import { entityUrl } from "./urls.ts";
import { type Wording, wordingOfOurs, wordingOfSource } from "./wording.ts";

export interface DateView {
  /** For the `datetime` attribute. */
  readonly machine: PartialDate;
  readonly label: string;
}

export interface TopicChip extends LinkView {
  /** Short name of the vocabulary. */
  readonly authority: string;
}

/** One story in a list. */
export type StoryRow = ReturnType<typeof toStoryRow>;

export interface BadgeView {
  readonly label: string;
  readonly tone: "stop" | "warn";
}

/** One offering in a list. */
export type OfferingRow = ReturnType<typeof toOfferingRow>;

/** A link with what is to be known of it in brackets. */
export interface NotedLink extends LinkView {
  readonly note?: string | undefined;
}

/** A link with the number of entries behind it. */
export interface CountedLink extends LinkView {
  readonly count: number;
  readonly note?: string | undefined;
}

const TEASER_LENGTH = 340;

export function toDateView(date: PartialDate | undefined, style: "long" | "short" = "long"): DateView | undefined {
  return date === undefined ? undefined : { machine: date, label: getMessages().format.date(date, style) };
}

// Each chip and row is on many pages, so each is made once.

export const toTopicChip = memoize(
  (topic: Topic): TopicChip => ({
    href: entityUrl(topic),
    label: topic.label,
    authority: getSettings().words.vocabularies[topic.authority] ?? topic.authority,
  }),
);

/** `reason` says why the story is in this list, where that is not plain. */
export function toStoryRow(item: NewsItem, reason?: string, also: readonly NotedLink[] = []) {
  return { ...rowOfStory(item), reason, also };
}

/** Data attributes of a row, by which a reader's browser finds what is new to them or hidden: of all stories that it tells. */
export function toRowData(stories: readonly NewsItem[]) {
  const slugs = (entities: readonly (Topic | Organization | undefined)[]) =>
    [...new Set(entities.map((entity) => entity?.slug ?? "-"))].join(" ");
  return {
    "data-curated": stories
      .map(({ date }) => date)
      .sort(byText)
      .at(-1),
    "data-publishers": slugs(stories.map(({ publisher }) => publisher)),
    "data-topics": slugs(subjectTopicsOf(stories)),
  };
}

const rowOfStory = memoize((item: NewsItem) => {
  const teaser = item.summary ?? item.description;
  return {
    href: entityUrl(item),
    label: item.title,
    wordings: {
      title: wordingOfSource(item.title, item),
      teaser: teaser === undefined ? undefined : wordingOfTeaser(teaser, item),
    },
    date: toDateView(item.published, "short"),
    curated: toCurated(item),
    source: { href: item.url, label: sourceName(item), isHost: item.publisher === undefined },
    teaser: teaser && cutAtWord(teaser, TEASER_LENGTH),
    topics: item.topics.map((topic) => toTopicChip(topic)),
    data: toRowData([item]),
  };
});

/** Shown in place of a date that nobody stated, where rows are in the order of these days. */
function toCurated({ date }: NewsItem): DateView {
  const { format, news } = getMessages();
  return { machine: date, label: news.curatedOn(format.date(date, "short")) };
}

/** What readers know a source by: its publisher, else its host. */
export function sourceName({ publisher, host }: NewsItem): string {
  return publisher?.name ?? toReadableHost(host);
}

/** The summary is ours, the description the source's. */
function wordingOfTeaser(teaser: string, item: NewsItem): Wording {
  return item.summary === undefined ? wordingOfSource(teaser, item) : wordingOfOurs(teaser, item);
}

export function toOfferingRow(offering: Offering, reason?: string) {
  return { ...rowOfOffering(offering), reason };
}

/** What every list and table says of an offering. */
export const rowOfOffering = memoize((offering: Offering) => ({
  slug: offering.slug,
  href: entityUrl(offering),
  label: offering.name,
  badge: toBadge(offering),
  vendor: toLink(offering.vendor),
  kind: getKind(offering.offeringKind).label,
  licence: offering.licence && getLicence(offering.licence).label,
  standards: describeStandards(offering),
}));

/** `FHIR R4 and US Core; declared: Bulk Data; by certification: C-CDA`: each standard once, by its first basis. */
function describeStandards({ knownStandards }: Offering): string | undefined {
  const { format, offering: messages } = getMessages();
  const named = (basis: StandardBasis) =>
    format.list(knownStandards.filter(({ bases }) => bases[0] === basis).map(({ standard }) => standard));
  const [stated, declared, implied] = [named("stated"), named("declared"), named("implied")];
  const parts = [
    stated,
    declared && messages.declaredStandards(declared),
    implied && messages.impliedStandards(implied),
  ];
  return parts.filter(Boolean).join("; ") || undefined;
}

/** Only a status that is a change has one; what is announced is not shown as past. */
export function toBadge({ status, isStatusToCome }: Offering): BadgeView | undefined {
  if (status === undefined) return undefined;
  const { label, toCome, ends } = getStatus(status);
  if (toCome === undefined) return undefined;
  return isStatusToCome ? { label: toCome, tone: "warn" } : { label, tone: ends ? "stop" : "warn" };
}

/** What follows the badge: `on 30 September 2026`, `in 2019`, or `(date not stated)`. */
export function lifecycleDate({ statusDate }: Offering): string {
  return getMessages().offering.lifecycleDate(statusDate);
}

/** `Retired on 30 September 2026`; `Active`, which is no change, has no date to tell. */
export function lifecycleSentence(offering: Offering): string | undefined {
  const { status, isStatusToCome, formerly } = offering;
  if (status === undefined) return undefined;
  const badge = toBadge(offering);
  if (!badge) return getStatus(status).label;
  const { format, offeringPage } = getMessages();
  // What goes on after a change may have got its name by it.
  const names = formerly.length > 0 && !isStatusToCome && !getStatus(status).ends ? format.list(formerly) : undefined;
  return `${badge.label} ${lifecycleDate(offering)}${names ? offeringPage.formerly(names) : ""}`;
}

export function toLink(entity: Organization | Topic | Offering | Author): LinkView {
  return { href: entityUrl(entity), label: entity.kind === "topic" ? entity.label : entity.name };
}

/** `also about Mirth Connect; same topics: Interoperability and Open Source`. */
export function storyReason({ topics, offerings }: Related<NewsItem>): string {
  const { entries, format } = getMessages();
  const about = offerings.length > 0 ? [entries.reasons.alsoAbout(format.list(offerings.map(({ name }) => name)))] : [];
  return [...about, ...sameTopics(topics)].join("; ");
}

/** `same topic: FHIR`; nothing without topics. */
export function sameTopics(topics: readonly Topic[]): string[] {
  return topics.length > 0 ? [getMessages().entries.reasons.sameTopics(topics.length, topicLabels(topics))] : [];
}

/** The labels of topics, each once: two vocabularies often share one. */
export function topicLabels(topics: readonly Topic[]): string {
  return getMessages().format.list([...new Set(topics.map(({ label }) => label))]);
}

/** Licence family of an offering for the catalog's filter. */
export function licenceFamilyOf({ licence }: Offering): LicenceFamily | undefined {
  return licence === undefined ? undefined : getLicenceFamily(getLicence(licence).family);
}

/** What counts of a topic in lists: the stories that its page has, or the offerings where the site has no stories. */
export function countFiled(topic: Topic): number {
  return (hasSection("news") ? newsOfSubject(topic) : offeringsOfSubject(topic)).length;
}

/**
 * The topics whose pages have most stories, or offerings where the site has no stories. Each subject is there once, by
 * the topic that most of them are filed under.
 */
export function busiestTopics(catalog: Catalog, count: number): CountedLink[] {
  const filed = (topic: Topic) => (hasSection("news") ? topic.news : topic.offerings).length;
  const topics = [...catalog.topics].sort((a, b) => filed(b) - filed(a));
  return topics
    .filter((topic, index) => !topics.slice(0, index).some((before) => before.sameAs.includes(topic)))
    .map((topic) => ({
      href: entityUrl(topic),
      label: topic.label,
      note: topic.authority,
      count: countFiled(topic),
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, count);
}

/** Titles with more characters are set smaller. */
const LONG_TITLE = 110;

export function isLongTitle(title: string): boolean {
  return title.length > LONG_TITLE;
}

/** `3 stories`. */
export function storyCount(count: number): string {
  return getMessages().entries.stories(count);
}

/** `3 stories` and `1 offering`, without what the site leaves out. */
export function countStoriesAndOfferings(news: readonly unknown[], offerings: readonly unknown[]): string[] {
  const { entries } = getMessages();
  return [
    ...(hasSection("news") ? [entries.stories(news.length)] : []),
    ...(hasSection("offerings") ? [entries.offerings(offerings.length)] : []),
  ];
}

/** How many of each kind the catalog has: `3 stories`. */
export function catalogCounts(catalog: Catalog): Readonly<Record<EntityKind, string>> {
  const { entries } = getMessages();
  return {
    news: entries.stories(catalog.news.length),
    topic: entries.topics(catalog.topics.length),
    offering: entries.offerings(catalog.offerings.length),
    organization: entries.organizations(catalog.organizations.length),
  };
}
