/** What a feed holds, whatever its format: which stories, in which order, and what we say of each. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import { site } from "../config.ts";
import { digestOf } from "../lib/digest.ts";
import { htmlToPlainText } from "../lib/footnotes.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { cutAtWord } from "../lib/text.ts";
import { toDeadLink } from "./dead-link.ts";
import type { LinkView } from "./page.ts";
import { dayOfCatalog, dayOfOfferings, newest } from "./page-days.ts";
import { toInsights } from "./texts.ts";
import { absoluteUrl, entityUrl, homeUrl, imageUrl } from "./urls.ts";
import { wordingOfOurs, wordOurs } from "./wording.ts";

/** What a feed is about. */
export interface FeedSubject {
  readonly title: string;
  readonly description: string;
  /** Path of the page that the feed follows. */
  readonly page: string;
  /** In reading order. */
  readonly news: readonly NewsItem[];
  /** What its stories would be about, whose changes count while there is none. */
  readonly offerings: readonly Offering[];
}

export type FeedView = ReturnType<typeof buildFeed>;
export type FeedItem = ReturnType<typeof toItem>;

/** Length in bytes and media type of an image, by its path below public/images/. */
export type ImageFiles = ReadonlyMap<string, { readonly length: number; readonly type: string }>;

export const FEED_ITEMS = 50;
const TEASER_LENGTH = 340;

/**
 * Every feed of the site: of all news, and of each topic, offering, organization and author, with the stories that its
 * page lists. One without a story is there too: it is followed for the first.
 */
export const listFeeds = memoize((catalog: Catalog): readonly FeedSubject[] => {
  const { news, topics, offerings, organizations, authors } = catalog;
  const feedOf = (
    entity: Topic | Offering | Organization | Author,
    stories: Pick<FeedSubject, "news" | "offerings">,
    description: string,
  ): FeedSubject => ({ title: `${site.name}: ${entity.name}`, description, page: entityUrl(entity), ...stories });
  return [
    { title: site.name, description: site.description, page: homeUrl, news, offerings },
    ...topics.map((one) =>
      feedOf(one, { news: newsOfSubject(one), offerings: offeringsOfSubject(one) }, one.description),
    ),
    ...offerings.map((one) =>
      feedOf(one, { news: one.news, offerings: [one] }, `Stories that name ${one.name}, by ${one.vendor.name}.`),
    ),
    ...organizations.map((one) =>
      feedOf(one, { news: one.news, offerings: one.offerings }, `Stories that ${one.name} published.`),
    ),
    ...authors.map((one) => feedOf(one, { news: one.news, offerings: [] }, `Stories by ${one.name}.`)),
  ];
});

/**
 * The stories curated last come first and stay in, so that an old article reaches the reader too. Every address but
 * that of its page is absolute.
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
const latestOf = memoize(({ news }: FeedSubject) =>
  [...news].sort((a, b) => byText(b.date, a.date)).slice(0, FEED_ITEMS),
);

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
      memoize((item: NewsItem) =>
        digestOf([toItem(catalog, { ...item, insights: undefined }, images), digests.get(item.file)]),
      ),
    ),
  ),
);

/**
 * The day on which a feed last changed, which Atom must state. While it has no story, that of what it is about, else of
 * the catalog; the day of the build only where the content tells no day at all, since it would be another every day.
 */
function updatedOn(catalog: Catalog, subject: FeedSubject): string {
  return lastChange(catalog, latestOf(subject), subject.offerings);
}

/** The day on which any of these stories last changed; without one, any of these offerings, else the catalog. */
export function lastChange(catalog: Catalog, news: readonly NewsItem[], offerings: readonly Offering[]): string {
  return (
    newest(news.map(dayOfChange)) ?? dayOfOfferings(catalog, offerings) ?? dayOfCatalog(catalog) ?? catalog.buildDate
  );
}

function dayOfChange({ date, modified }: NewsItem): string {
  return modified > date ? modified : date;
}

/** A story is in many feeds, in three formats each. */
const itemsOf = memoize((catalog: Catalog) =>
  memoize((images: ImageFiles) => memoize((item: NewsItem) => toItem(catalog, item, images))),
);

function toItem(catalog: Catalog, item: NewsItem, images: ImageFiles) {
  const { title, language, summary, published, date } = item;
  const url = absoluteUrl(entityUrl(item));
  const insights = toInsights(item, url);
  return {
    title,
    /** Language of the title, where it is stated. */
    language,
    /** Address of the story's page, for good; its id too. */
    url,
    source: { href: item.url, host: toReadableHost(item.host), deadLink: toDeadLink(catalog, item.url, date) },
    /** Day of the curation. */
    curated: date,
    /** Day of the last change, never before the curation. */
    updated: dayOfChange(item),
    /** The source's own date, at the precision known. */
    published,
    /** Of the source's article. */
    authors: item.authors.map(toAbsoluteLink),
    topics: item.topics.map((topic) => ({
      href: absoluteUrl(entityUrl(topic)),
      label: topic.name,
      slug: topic.slug,
    })),
    offerings: item.offerings.map(toAbsoluteLink),
    summary,
    /** Of the summary. */
    wording: summary === undefined ? undefined : wordingOfOurs(summary, item),
    insights: insights && { ...wordOurs(insights, item), by: item.insightsBy },
    /** The summary, or the beginning of the insights, as plain text. */
    teaser: summary ?? ((insights && cutAtWord(htmlToPlainText(insights), TEASER_LENGTH)) || undefined),
    image: toImage(item, images),
  };
}

function toAbsoluteLink(entity: Offering | Author): LinkView {
  return { href: absoluteUrl(entityUrl(entity)), label: entity.name };
}

/** None without its length: an enclosure must state it. */
function toImage({ image }: NewsItem, images: ImageFiles) {
  const file = image && images.get(image.file);
  return file && { ...file, href: absoluteUrl(imageUrl(image.file)), alt: image.alt, size: image.size };
}
