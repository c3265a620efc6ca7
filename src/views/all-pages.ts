/** Every page of the site once, for the sitemap, the Markdown alternates and the social images. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { lifecycleChanges } from "../catalog/queries.ts";
import { memoize } from "../lib/memoize.ts";
import { archiveYears, countNewsPages, newsOfListPage, newsOfYear } from "./news-list-page.ts";
import { type FacetValue, facetValues, offeringsOfFacet } from "./offering-index-page.ts";
import { dayOfCatalog, dayOfOfferings, dayOfStories, dayOfTopic, newest } from "./page-days.ts";
import {
  aboutUrl,
  apiPageUrl,
  entityUrl,
  facetUrl,
  feedsUrl,
  homeUrl,
  indexUrl,
  newsListUrl,
  searchUrl,
  yearUrl,
} from "./urls.ts";

/** What a page is about: the thing or things that its view is built from. */
export type PageSubject =
  | {
      readonly type:
        | "home"
        | "topic index"
        | "offering index"
        | "organization index"
        | "search"
        | "about"
        | "feeds"
        | "data";
    }
  | { readonly type: "news list"; readonly page: number }
  /** Without a year: stories without a date. */
  | { readonly type: "news year"; readonly year: number | undefined }
  | { readonly type: "story"; readonly item: NewsItem }
  | { readonly type: "topic"; readonly topic: Topic }
  | { readonly type: "facet"; readonly value: FacetValue }
  | { readonly type: "offering"; readonly offering: Offering }
  | { readonly type: "organization"; readonly organization: Organization }
  | { readonly type: "author"; readonly author: Author };

export type SitePage = PageSubject & {
  readonly path: string;
  /** The same as in the head of the page. */
  readonly isIndexed: boolean;
  /** YYYY-MM-DD; undefined where the content tells no day. */
  readonly modified: string | undefined;
};

/** Without the 404 page and the pages left at former addresses, which are no pages of their own. */
export const listPages = memoize((catalog: Catalog): readonly SitePage[] => {
  const { news, topics, offerings, organizations, authors } = catalog;
  const all = dayOfCatalog(catalog);
  const dayOf = (stories: readonly NewsItem[], rows: readonly Offering[]) =>
    newest([dayOfStories(stories), dayOfOfferings(catalog, rows)]);
  return [
    toPage({ type: "home" }, homeUrl, dayOf(news, lifecycleChanges(catalog))),
    toPage({ type: "about" }, aboutUrl, all),
    toPage({ type: "feeds" }, feedsUrl, dayOfStories(news)),
    toPage({ type: "data" }, apiPageUrl, all),
    toPage({ type: "search" }, searchUrl, all),
    ...Array.from({ length: countNewsPages(catalog) }, (_, index) => index + 1).map((page) =>
      toPage({ type: "news list", page }, newsListUrl(page), dayOfStories(newsOfListPage(catalog, page))),
    ),
    ...archiveYears(catalog).map((year) =>
      toPage({ type: "news year", year }, yearUrl(year), dayOfStories(newsOfYear(catalog, year))),
    ),
    ...news.map((item) => toPage({ type: "story", item }, entityUrl(item), item.modified, item.isIndexed)),
    toPage({ type: "topic index" }, indexUrl("topic"), dayOfStories(news)),
    ...topics.map((topic) => toPage({ type: "topic", topic }, entityUrl(topic), dayOfTopic(catalog, topic))),
    toPage({ type: "offering index" }, indexUrl("offering"), dayOfOfferings(catalog, offerings)),
    ...facetValues(catalog).map((value) =>
      toPage(
        { type: "facet", value },
        facetUrl(value.facet, value.slug),
        dayOfOfferings(catalog, offeringsOfFacet(catalog, value)),
      ),
    ),
    ...offerings.map((offering) =>
      toPage({ type: "offering", offering }, entityUrl(offering), dayOf(offering.news, [offering])),
    ),
    toPage({ type: "organization index" }, indexUrl("organization"), all),
    ...organizations.map((organization) =>
      toPage(
        { type: "organization", organization },
        entityUrl(organization),
        dayOf(organization.news, organization.offerings),
      ),
    ),
    ...authors.map((author) => toPage({ type: "author", author }, entityUrl(author), dayOfStories(author.news))),
  ];
});

function toPage(subject: PageSubject, path: string, modified: string | undefined, isIndexed = true): SitePage {
  return { ...subject, path, modified, isIndexed };
}
