/** What a feed holds, whatever its format: which stories and changes, in which order, and what we say of each. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import {
  type DeclaredChanges,
  interfaceChanges,
  newsOfSubject,
  offeringsOfSubject,
  subjectTopicsOf,
} from "../catalog/queries.ts";
import { listWeeks, type Week } from "../catalog/weeks.ts";
import { getSite, hasSection } from "../config/settings.ts";
import { digestOf } from "../lib/digest.ts";
import { htmlToPlainText } from "../lib/footnotes.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { cutAtWord } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import { FEED_ITEMS } from "../vocab/feed-format.ts";
import { toDeadLink } from "./dead-link.ts";
import { buildDigest, type DigestView } from "./digest.ts";
import { toDocument } from "./document.ts";
import { asReadOn, describeChange, describeChanges, interfaceHeadings, SHOWN_CHANGES } from "./interfaces.ts";
import type { LinkView } from "./page.ts";
import { dayOfCatalog, dayOfOfferings, dayOfWeeks, newest } from "./page-days.ts";
import { toInsights } from "./texts.ts";
import { absoluteUrl, digestIndexUrl, entityDataUrl, entityUrl, homeUrl, imageUrl, interfaceUrl } from "./urls.ts";
import { wordingOfOurs, wordOurs } from "./wording.ts";

/** What a feed is about. */
export interface FeedSubject {
  readonly title: string;
  readonly description: string;
  /** Path of the page that the feed follows. */
  readonly page: string;
  /** In reading order. */
  readonly news: readonly NewsItem[];
  /** What interfaces state otherwise than before. */
  readonly changes: readonly DeclaredChanges[];
  /** Weeks that are over, in the feed of their digests. */
  readonly weeks: readonly Week[];
  /** What its stories would be about, whose changes count while there is none. */
  readonly offerings: readonly Offering[];
}

export type FeedView = ReturnType<typeof buildFeed>;
type StoryItem = ReturnType<typeof toStoryItem>;
/** A story; or a change or the digest of a week, which have no article as their source. */
export type FeedItem = Omit<StoryItem, "source"> & { readonly source: StoryItem["source"] | undefined };

/** Length in bytes and media type of an image, by its path below public/images/. */
export type ImageFiles = ReadonlyMap<string, { readonly length: number; readonly type: string }>;

/** What an item of a feed is made from. */
type FeedEntry = NewsItem | DeclaredChanges | Week;

/** Digests that their feed holds at most: a quarter of a year, each of them whole. */
export const FEED_DIGESTS = 13;
const TEASER_LENGTH = 340;

/**
 * Every feed of the site: of all news, and of each topic, offering, organization and author, with the stories that its
 * page lists; of an offering also with what its interfaces state otherwise. A feed without a story exists too: readers
 * follow it for the first. A change of status is in the digest of its week alone: its date is that of the event, often
 * only a year, and not the day on which it was published here.
 */
export const listFeeds = memoize((catalog: Catalog): readonly FeedSubject[] => {
  const { news, topics, offerings, organizations, authors } = catalog;
  const { feeds: messages } = getMessages();
  const feedOf = (
    entity: Topic | Offering | Organization | Author,
    contents: Pick<FeedSubject, "news" | "offerings"> & Partial<Pick<FeedSubject, "changes">>,
    description: string,
  ): FeedSubject => ({
    title: `${getSite().name}: ${entity.name}`,
    description,
    page: entityUrl(entity),
    changes: [],
    weeks: [],
    ...contents,
  });
  return [
    {
      title: getSite().name,
      description: getSite().description,
      page: homeUrl,
      news,
      changes: [],
      weeks: [],
      offerings,
    },
    {
      title: messages.digestOf(getSite().name),
      description: messages.digestHolds,
      page: digestIndexUrl,
      news: [],
      changes: [],
      weeks: listWeeks(catalog)
        .filter(({ isOver }) => isOver)
        .slice(0, FEED_DIGESTS),
      offerings: [],
    },
    ...topics.map((one) =>
      feedOf(one, { news: newsOfSubject(one), offerings: offeringsOfSubject(one) }, one.description),
    ),
    ...offerings.map((one) =>
      feedOf(
        one,
        { news: one.news, changes: interfaceChanges([one]), offerings: [one] },
        messages.ofOffering(one.name, one.vendor.name),
      ),
    ),
    ...organizations.map((one) =>
      feedOf(one, { news: one.news, offerings: one.offerings }, messages.ofOrganization(one.name)),
    ),
    ...authors.map((one) => feedOf(one, { news: one.news, offerings: [] }, messages.ofAuthor(one.name))),
  ];
});

/**
 * The stories curated and the changes seen last come first and stay in, so that an old article reaches the reader too.
 * Every address but that of its page is absolute.
 */
export function buildFeed(catalog: Catalog, subject: FeedSubject, images: ImageFiles) {
  const { title, description, page } = subject;
  const latest = latestOf(subject);
  return {
    title,
    description,
    page,
    updated: updatedOn(catalog, subject),
    items: latest.map(itemsOf(catalog)(images)),
  };
}

/** For every format the same few of what may be thousands. */
const latestOf = memoize(({ news, changes, weeks }: FeedSubject): readonly FeedEntry[] =>
  [...news, ...changes, ...weeks].sort((a, b) => byText(dayOf(b), dayOf(a))).slice(0, FEED_ITEMS),
);

function dayOf(entry: FeedEntry): string {
  return "date" in entry ? entry.date : "day" in entry ? entry.day : entry.after;
}

/**
 * What decides a feed in any format, together with the code. The digest of a
 * story's file, from `digests`, replaces its insights: they are slow to render.
 */
export function keyOfFeed(
  catalog: Catalog,
  subject: FeedSubject,
  images: ImageFiles,
  digests: ReadonlyMap<string, string>,
): string {
  const { title, description, page } = subject;
  const keyOf = keysOf(catalog)(images)(digests);
  return digestOf([title, description, page, updatedOn(catalog, subject), ...latestOf(subject).map(keyOf)]);
}

const keysOf = memoize((catalog: Catalog) =>
  memoize((images: ImageFiles) =>
    memoize((digests: ReadonlyMap<string, string>) =>
      memoize((entry: FeedEntry) =>
        "date" in entry
          ? digestOf([toStoryItem(catalog, { ...entry, insights: undefined }, images), digests.get(entry.file)])
          : digestOf(toOtherItem(entry)),
      ),
    ),
  ),
);

/**
 * The day on which a feed last changed, which Atom must state. While it has no story, that of what it is about, else of
 * the catalog; the day of the build only where the content tells no day at all, since it changes every day.
 */
function updatedOn(catalog: Catalog, subject: FeedSubject): string {
  return lastChange(catalog, latestOf(subject), subject.offerings);
}

/** The day on which any of these last changed; without one, any of these offerings, else the catalog. */
export function lastChange(catalog: Catalog, entries: readonly FeedEntry[], offerings: readonly Offering[]): string {
  return (
    newest(entries.map(dayOfChange)) ?? dayOfOfferings(catalog, offerings) ?? dayOfCatalog(catalog) ?? catalog.buildDate
  );
}

function dayOfChange(entry: FeedEntry): string {
  return "date" in entry ? dayOfStory(entry) : "day" in entry ? entry.day : dayOfDigest(entry);
}

/** Complete on the Monday after; a story may change later. */
function dayOfDigest(week: Week): string {
  return newest([week.after, dayOfWeeks([week])]) ?? week.after;
}

function dayOfStory({ date, modified }: NewsItem): string {
  return modified > date ? modified : date;
}

/** A story is in many feeds, in three formats each. */
const itemsOf = memoize((catalog: Catalog) =>
  memoize((images: ImageFiles) =>
    memoize(
      (entry: FeedEntry): FeedItem => ("date" in entry ? toStoryItem(catalog, entry, images) : toOtherItem(entry)),
    ),
  ),
);

function toStoryItem(catalog: Catalog, item: NewsItem, images: ImageFiles) {
  const { title, language, summary, published, date } = item;
  const url = absoluteUrl(entityUrl(item));
  const insights = toInsights(item, url);
  return {
    title,
    /** Language of the title, where it is stated. */
    language,
    /** Permanent: the address of the story's page. */
    id: url,
    url,
    source: { href: item.url, host: toReadableHost(item.host), deadLink: toDeadLink(catalog, item.url, date) },
    via: item.via,
    /** Of a change: what changed, one text each. */
    changes: [] as readonly string[],
    /** Of a week: all that its digest tells. */
    digest: undefined as DigestView | undefined,
    /** Where the changes are that an item has no room for. */
    moreChanges: undefined as LinkView | undefined,
    /** Day of the curation. */
    curated: date,
    /** Day of the last change, never before the curation. */
    updated: dayOfStory(item),
    /** The source's own date, at the precision known. */
    published,
    /** Of the source's article. */
    authors: item.authors.map((author) => ({
      label: author.name,
      /** None where the site has no pages of authors. */
      href: hasSection("authors") ? absoluteUrl(entityUrl(author)) : undefined,
    })),
    topics: item.topics.map((topic) => ({
      href: absoluteUrl(entityUrl(topic)),
      label: topic.name,
      slug: topic.slug,
    })),
    offerings: item.offerings.map(toAbsoluteLink),
    institution: item.institution && toAbsoluteLink(item.institution),
    document: toAbsoluteDocument(item),
    summary,
    /** Of the summary. */
    wording: summary === undefined ? undefined : wordingOfOurs(summary, item),
    insights: insights && { ...wordOurs(insights, item), by: item.insightsBy },
    /** The summary, or the beginning of the insights, as plain text. */
    teaser: summary ?? ((insights && cutAtWord(htmlToPlainText(insights), TEASER_LENGTH)) || undefined),
    image: toImage(item, images),
    /** Slugs of its topics, and of those that are the same subject. */
    subjects: subjectTopicsOf([item]).map(({ slug }) => slug),
    /** Who published it. */
    publisher: item.publisher && { slug: item.publisher.slug, name: item.publisher.name },
    /** Addresses of the other stories on its event. */
    sameEvent: item.cluster?.filter((other) => other !== item).map((other) => absoluteUrl(entityUrl(other))) ?? [],
  };
}

/** What the items of changes and of digests do not have. */
const NONE = {
  language: undefined,
  source: undefined,
  via: undefined,
  changes: [],
  digest: undefined,
  moreChanges: undefined,
  published: undefined,
  authors: [],
  topics: [],
  offerings: [],
  institution: undefined,
  document: undefined,
  summary: undefined,
  wording: undefined,
  insights: undefined,
  image: undefined,
  subjects: [],
  publisher: undefined,
  sameEvent: [],
};

function toOtherItem(entry: DeclaredChanges | Week): FeedItem {
  return "day" in entry ? toChangeItem(entry) : toDigestItem(entry);
}

/** The digest of a week in the fields of a story, as of the Monday after. */
function toDigestItem(week: Week): FeedItem {
  const digest = buildDigest(week);
  const url = absoluteUrl(digest.href);
  return {
    ...NONE,
    title: digest.heading,
    id: url,
    url,
    digest,
    curated: week.after,
    updated: dayOfDigest(week),
    teaser: `${digest.kicker}: ${digest.lead}`,
  };
}

/** What an interface states otherwise than before, in the fields of a story. */
function toChangeItem({ offering, interface: one, day, changes }: DeclaredChanges): FeedItem {
  const url = absoluteUrl(interfaceUrl(offering, one));
  const heading = interfaceHeadings(offering.interfaces).get(one) ?? one.name;
  const { feeds: messages } = getMessages();
  const summary = messages.declaresOtherwise(heading, asReadOn(one.facts, day));
  return {
    ...NONE,
    title: `${offering.name}, ${heading}: ${describeChanges(changes)}`,
    /** Permanent: an interface has one such item a day. */
    id: `${url}-${day}`,
    /** Address of the interface on the page of its offering. */
    url,
    changes: changes.slice(0, SHOWN_CHANGES).map(describeChange),
    moreChanges:
      changes.length > SHOWN_CHANGES && hasSection("data")
        ? {
            href: absoluteUrl(entityDataUrl(offering)),
            label: messages.moreChanges(changes.length - SHOWN_CHANGES),
          }
        : undefined,
    /** Day on which it was seen. */
    curated: day,
    updated: day,
    offerings: [toAbsoluteLink(offering)],
    summary,
    teaser: summary,
  };
}

function toAbsoluteLink(entity: Offering | Organization): LinkView {
  return { href: absoluteUrl(entityUrl(entity)), label: entity.name };
}

function toAbsoluteDocument(item: NewsItem) {
  const document = toDocument(item);
  return document && { ...document, href: absoluteUrl(document.href) };
}

/** None without its length: an enclosure must state it. */
function toImage({ image }: NewsItem, images: ImageFiles) {
  const file = image && images.get(image.file);
  return file && { ...file, href: absoluteUrl(imageUrl(image.file)), alt: image.alt, size: image.size };
}
