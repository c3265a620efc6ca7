/** Every page of the site once, for the sitemap, the Markdown alternates and the social images. */
import type { Author, Catalog, NewsItem, Offering, Organization, Topic } from "../catalog/graph.ts";
import { lifecycleChanges } from "../catalog/queries.ts";
import { onceForEach } from "../lib/once-for-each.ts";
import { archiveYears, countNewsPages, newsOfListPage, newsOfYear } from "./news-list-page.ts";
import { type FacetValue, facetValues, offeringsOfFacet } from "./offering-index-page.ts";
import { dayOfCatalog, dayOfOffering, dayOfOfferings, dayOfStories, dayOfTopic, newest } from "./page-days.ts";
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
  undatedUrl,
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
export const listPages = onceForEach((catalog: Catalog): readonly SitePage[] => {
  const { news, topics, offerings, organizations, authors } = catalog;
  const all = dayOfCatalog(catalog);
  const at = (path: string, modified: string | undefined) => ({ path, modified, isIndexed: true });
  return [
    { type: "home", ...at(homeUrl, newest([dayOfStories(news), dayOfOfferings(catalog, lifecycleChanges(catalog))])) },
    { type: "about", ...at(aboutUrl, all) },
    { type: "feeds", ...at(feedsUrl, dayOfStories(news)) },
    { type: "data", ...at(apiPageUrl, all) },
    { type: "search", ...at(searchUrl, all) },
    ...Array.from({ length: countNewsPages(catalog) }, (_, index) => ({
      type: "news list" as const,
      page: index + 1,
      ...at(newsListUrl(index + 1), dayOfStories(newsOfListPage(catalog, index + 1))),
    })),
    ...archiveYears(catalog).map((year) => ({
      type: "news year" as const,
      year,
      ...at(year === undefined ? undatedUrl : yearUrl(year), dayOfStories(newsOfYear(catalog, year))),
    })),
    ...news.map((item) => ({
      type: "story" as const,
      item,
      ...at(entityUrl(item), item.modified),
      isIndexed: item.isIndexed,
    })),
    { type: "topic index", ...at(indexUrl("topic"), dayOfStories(news)) },
    ...topics.map((topic) => ({ type: "topic" as const, topic, ...at(entityUrl(topic), dayOfTopic(catalog, topic)) })),
    { type: "offering index", ...at(indexUrl("offering"), dayOfOfferings(catalog, offerings)) },
    ...facetValues(catalog).map((value) => ({
      type: "facet" as const,
      value,
      ...at(facetUrl(value.facet, value.slug), dayOfOfferings(catalog, offeringsOfFacet(catalog, value))),
    })),
    ...offerings.map((offering) => ({
      type: "offering" as const,
      offering,
      ...at(entityUrl(offering), dayOfOffering(catalog, offering)),
    })),
    { type: "organization index", ...at(indexUrl("organization"), all) },
    ...organizations.map((organization) => ({
      type: "organization" as const,
      organization,
      ...at(
        entityUrl(organization),
        newest([dayOfStories(organization.published), dayOfOfferings(catalog, organization.offerings)]),
      ),
    })),
    ...authors.map((author) => ({
      type: "author" as const,
      author,
      ...at(entityUrl(author), dayOfStories(author.news)),
    })),
  ];
});
