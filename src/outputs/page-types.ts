/**
 * The types of page: each has its route in `src/pages/`, which takes its paths from here, as do its Markdown alternate,
 * its social image and the sitemap. Without the 404 page and the pages at former addresses, which are no pages of their
 * own.
 */
import type { Catalog } from "../catalog/graph.ts";
import { changedOfferings, newsOnOfferings } from "../catalog/queries.ts";
import { listResourceTypes } from "../catalog/resource-types.ts";
import { listWeeks } from "../catalog/weeks.ts";
import { getSettings, getSite } from "../config/settings.ts";
import { memoize } from "../lib/memoize.ts";
import { getMessages } from "../messages/messages.ts";
import { buildAboutPage } from "../views/about-page.ts";
import { buildApiPage } from "../views/api-page.ts";
import { buildAuthorPage } from "../views/author-page.ts";
import { buildComparePage } from "../views/compare-page.ts";
import { buildDigestIndexPage, buildDigestPage } from "../views/digest-page.ts";
import {
  buildEntityYearPage,
  entityYears,
  entityYearUrl,
  type NewsOwner,
  newsOfEntityYear,
} from "../views/entity-news.ts";
import { buildFeedsPage } from "../views/feeds-page.ts";
import { buildFollowingPage } from "../views/following-page.ts";
import { buildHomePage } from "../views/home-page.ts";
import {
  archiveYears,
  buildNewsListPage,
  buildNewsYearPage,
  countNewsPages,
  newsOfListPage,
  newsOfYear,
} from "../views/news-list-page.ts";
import { buildNewsPage } from "../views/news-page.ts";
import { facetValues, offeringsOfFacet } from "../views/offering-facets.ts";
import { buildOfferingFiltersPage } from "../views/offering-filters-page.ts";
import {
  buildFacetPage,
  buildOfferingIndexPage,
  countOfferingPages,
  facetPages,
  offeringsOfPage,
} from "../views/offering-index-page.ts";
import { buildOfferingPage } from "../views/offering-page.ts";
import { buildOfflinePage } from "../views/offline-page.ts";
import { buildOrganizationIndexPage, buildOrganizationPage } from "../views/organization-page.ts";
import {
  dayOfCatalog,
  dayOfEntries,
  dayOfOfferings,
  dayOfStories,
  dayOfTopic,
  dayOfWeeks,
} from "../views/page-days.ts";
import { buildResourcePage } from "../views/resource-page.ts";
import { buildSearchPage } from "../views/search-page.ts";
import {
  authorSocialImage,
  catalogSocialImage,
  dataSocialImage,
  digestIndexSocialImage,
  digestSocialImage,
  entityYearSocialImage,
  facetSocialImage,
  feedsSocialImage,
  indexSocialImage,
  newsListSocialImage,
  newsYearSocialImage,
  offeringListSocialImage,
  offeringSocialImage,
  organizationSocialImage,
  resourceSocialImage,
  storySocialImage,
  topicSocialImage,
} from "../views/social-image.ts";
import { buildTopicFiltersPage } from "../views/topic-filters-page.ts";
import { buildTopicIndexPage, buildTopicPage, isFiltered } from "../views/topic-page.ts";
import {
  aboutUrl,
  apiPageUrl,
  compareUrl,
  digestIndexUrl,
  digestUrl,
  entityFiltersUrl,
  entityUrl,
  facetUrl,
  feedsUrl,
  filtersUrl,
  followingUrl,
  homeUrl,
  indexUrl,
  listPageUrl,
  newsListUrl,
  offlineUrl,
  resourceUrl,
  searchUrl,
  yearUrl,
} from "../views/urls.ts";
import { describeApi } from "./api/describe.ts";
import { toDataMarkdown } from "./markdown/data-markdown.ts";
import { toDigestIndexMarkdown, toDigestMarkdown } from "./markdown/digest-markdown.ts";
import {
  toEntityYearMarkdown,
  toNewsListMarkdown,
  toNewsYearMarkdown,
  toOfferingFiltersMarkdown,
  toOfferingIndexMarkdown,
} from "./markdown/list-markdown.ts";
import { toOfferingMarkdown } from "./markdown/offering-markdown.ts";
import {
  toAuthorMarkdown,
  toOrganizationIndexMarkdown,
  toOrganizationMarkdown,
} from "./markdown/organization-markdown.ts";
import { toResourceMarkdown } from "./markdown/resource-markdown.ts";
import {
  toAboutMarkdown,
  toCompareMarkdown,
  toFeedsMarkdown,
  toFollowingMarkdown,
  toHomeMarkdown,
  toOfflineMarkdown,
  toSearchMarkdown,
} from "./markdown/site-markdown.ts";
import { toStoryMarkdown } from "./markdown/story-markdown.ts";
import { toTopicFiltersMarkdown, toTopicIndexMarkdown, toTopicMarkdown } from "./markdown/topic-markdown.ts";
import { definePageType, type PageSources, type SitePage } from "./page-type.ts";

const always = () => true;
const none = () => undefined;

/** A page that there is one of. */
const single = { subjects: () => [undefined], isIndexed: always, source: none, isKeyed: false } as const;

/** Pages that the content makes, without a file of their own. */
const several = { isIndexed: always, source: none, isKeyed: true } as const;

/** Pages of the files of content. */
const ofFiles = {
  ...several,
  path: entityUrl,
  source: ({ file }: { readonly file: string }) => file,
} as const;

/** The years of the stories of a kind of entity, below the pages of these. */
const entityYearType = (
  section: "topic" | "organization" | "author",
  ownersOf: (catalog: Catalog) => readonly NewsOwner[],
) =>
  definePageType({
    ...several,
    subjects: (catalog) => ownersOf(catalog).flatMap(entityYears),
    path: entityYearUrl,
    modified: (_, subject) => dayOfStories(newsOfEntityYear(subject)),
    view: (_, subject) => buildEntityYearPage(subject),
    markdown: toEntityYearMarkdown,
    socialImage: (_, subject) => entityYearSocialImage(subject),
    section,
  });

/** In the order of the sitemap. */
export const pageTypes = {
  home: definePageType({
    ...single,
    path: () => homeUrl,
    modified: (catalog) => dayOfEntries(catalog, catalog.news, changedOfferings(catalog)),
    view: buildHomePage,
    markdown: toHomeMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getSettings().words.headline),
    section: "site",
  }),
  about: definePageType({
    ...single,
    subjects: ({ about }) => [about],
    source: (about) => about?.file,
    path: () => aboutUrl,
    modified: (catalog) => dayOfCatalog(catalog),
    view: (catalog, _, body) => buildAboutPage(catalog, body),
    markdown: toAboutMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().about.heading(getSite().name)),
    section: "site",
  }),
  feeds: definePageType({
    ...single,
    path: () => feedsUrl,
    modified: ({ news }) => dayOfStories(news),
    view: buildFeedsPage,
    markdown: toFeedsMarkdown,
    socialImage: feedsSocialImage,
    section: "site",
  }),
  offline: definePageType({
    ...single,
    path: () => offlineUrl,
    modified: none,
    view: buildOfflinePage,
    markdown: toOfflineMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().offline.heading),
    section: "site",
  }),
  data: definePageType({
    ...single,
    subjects: (_, { getData }) => [getData],
    path: () => apiPageUrl,
    modified: dayOfCatalog,
    view: async (_, getData) => buildApiPage(await describeApi(await getData())),
    markdown: toDataMarkdown,
    socialImage: dataSocialImage,
    section: "site",
  }),
  search: definePageType({
    ...single,
    path: () => searchUrl,
    modified: dayOfCatalog,
    view: buildSearchPage,
    markdown: toSearchMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().search.title),
    section: "site",
  }),
  compare: definePageType({
    ...single,
    path: () => compareUrl,
    modified: dayOfCatalog,
    view: buildComparePage,
    markdown: toCompareMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().compare.title),
    section: "site",
  }),
  following: definePageType({
    ...single,
    path: () => followingUrl,
    modified: dayOfCatalog,
    view: buildFollowingPage,
    markdown: toFollowingMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().following.heading),
    section: "site",
  }),
  digestIndex: definePageType({
    ...single,
    path: () => digestIndexUrl,
    modified: (catalog) => dayOfWeeks(listWeeks(catalog)),
    view: buildDigestIndexPage,
    markdown: toDigestIndexMarkdown,
    socialImage: digestIndexSocialImage,
    section: "digest",
  }),
  digest: definePageType({
    ...several,
    subjects: listWeeks,
    path: ({ name }) => digestUrl(name),
    modified: (_, week) => dayOfWeeks([week]),
    view: (_, week) => buildDigestPage(week),
    markdown: toDigestMarkdown,
    socialImage: (_, week) => digestSocialImage(week),
    section: "digest",
  }),
  newsIndex: definePageType({
    ...single,
    path: () => indexUrl("news"),
    modified: (catalog) => dayOfStories(newsOfListPage(catalog, 1)),
    view: (catalog) => buildNewsListPage(catalog, 1),
    markdown: toNewsListMarkdown,
    socialImage: (catalog) => newsListSocialImage(catalog, 1),
    section: "news",
  }),
  newsList: definePageType({
    ...several,
    subjects: (catalog) => Array.from({ length: countNewsPages(catalog) - 1 }, (_, index) => index + 2),
    path: newsListUrl,
    modified: (catalog, page) => dayOfStories(newsOfListPage(catalog, page)),
    view: buildNewsListPage,
    markdown: toNewsListMarkdown,
    socialImage: newsListSocialImage,
    section: "news",
  }),
  newsYear: definePageType({
    ...several,
    subjects: archiveYears,
    path: yearUrl,
    modified: (catalog, year) => dayOfStories(newsOfYear(catalog, year)),
    view: buildNewsYearPage,
    markdown: toNewsYearMarkdown,
    socialImage: newsYearSocialImage,
    section: "news",
  }),
  story: definePageType({
    ...ofFiles,
    subjects: ({ news }) => news,
    modified: (_, { modified }) => modified,
    isIndexed: ({ isIndexed }) => isIndexed,
    view: buildNewsPage,
    markdown: toStoryMarkdown,
    socialImage: (_, item) => storySocialImage(item),
    section: "news",
  }),
  topicIndex: definePageType({
    ...single,
    path: () => indexUrl("topic"),
    modified: ({ news }) => dayOfStories(news),
    view: buildTopicIndexPage,
    markdown: toTopicIndexMarkdown,
    socialImage: (catalog) => indexSocialImage(catalog, "topic"),
    section: "topic",
  }),
  topic: definePageType({
    ...ofFiles,
    subjects: ({ topics }) => topics,
    modified: dayOfTopic,
    view: (_, topic, body) => buildTopicPage(topic, body),
    markdown: toTopicMarkdown,
    socialImage: (_, topic) => topicSocialImage(topic),
    section: "topic",
  }),
  topicFilters: definePageType({
    ...several,
    subjects: ({ topics }) => topics.filter(isFiltered),
    path: entityFiltersUrl,
    modified: dayOfTopic,
    isIndexed: () => false,
    view: (_, topic) => buildTopicFiltersPage(topic),
    markdown: toTopicFiltersMarkdown,
    socialImage: (_, topic) => topicSocialImage(topic),
    section: "topic",
  }),
  topicYear: entityYearType("topic", ({ topics }) => topics),
  offeringIndex: definePageType({
    ...single,
    path: () => indexUrl("offering"),
    modified: (catalog) => dayOfOfferings(catalog, catalog.offerings),
    view: (catalog) => buildOfferingIndexPage(catalog),
    markdown: toOfferingIndexMarkdown,
    socialImage: (catalog) => offeringListSocialImage(catalog, 1),
    section: "offering",
  }),
  offeringFilters: definePageType({
    ...single,
    path: () => filtersUrl,
    modified: (catalog) => dayOfOfferings(catalog, catalog.offerings),
    view: buildOfferingFiltersPage,
    markdown: toOfferingFiltersMarkdown,
    socialImage: (catalog) => catalogSocialImage(catalog, getMessages().offeringIndex.filtersPage.title),
    section: "offering",
  }),
  offeringList: definePageType({
    ...several,
    subjects: (catalog) => Array.from({ length: countOfferingPages(catalog) - 1 }, (_, index) => index + 2),
    path: (page) => listPageUrl(indexUrl("offering"), page),
    modified: (catalog, page) => dayOfOfferings(catalog, offeringsOfPage(catalog.offerings, page)),
    view: buildOfferingIndexPage,
    markdown: toOfferingIndexMarkdown,
    socialImage: offeringListSocialImage,
    section: "offering",
  }),
  facet: definePageType({
    ...several,
    subjects: facetValues,
    path: ({ facet, slug }) => facetUrl(facet, slug),
    modified: (catalog, value) => dayOfOfferings(catalog, offeringsOfFacet(catalog, value)),
    view: buildFacetPage,
    markdown: toOfferingIndexMarkdown,
    socialImage: facetSocialImage,
    section: "offering",
  }),
  facetList: definePageType({
    ...several,
    subjects: (catalog) => facetPages(catalog, facetValues(catalog)),
    path: ({ facet, slug, page }) => listPageUrl(facetUrl(facet, slug), page),
    modified: (catalog, value) =>
      dayOfOfferings(catalog, offeringsOfPage(offeringsOfFacet(catalog, value), value.page)),
    view: buildFacetPage,
    markdown: toOfferingIndexMarkdown,
    socialImage: facetSocialImage,
    section: "offering",
  }),
  offering: definePageType({
    ...ofFiles,
    subjects: ({ offerings }) => offerings,
    modified: (catalog, offering) => dayOfEntries(catalog, offering.news, [offering]),
    view: buildOfferingPage,
    markdown: toOfferingMarkdown,
    socialImage: (_, offering) => offeringSocialImage(offering),
    section: "offering",
  }),
  resource: definePageType({
    ...several,
    subjects: listResourceTypes,
    path: ({ type }) => resourceUrl(type),
    modified: (catalog, { declared }) =>
      dayOfOfferings(
        catalog,
        declared.map(({ offering }) => offering),
      ),
    view: buildResourcePage,
    markdown: toResourceMarkdown,
    socialImage: (_, resourceType) => resourceSocialImage(resourceType),
    section: "offering",
  }),
  organizationIndex: definePageType({
    ...single,
    path: () => indexUrl("organization"),
    modified: dayOfCatalog,
    view: buildOrganizationIndexPage,
    markdown: toOrganizationIndexMarkdown,
    socialImage: (catalog) => indexSocialImage(catalog, "organization"),
    section: "organization",
  }),
  organization: definePageType({
    ...ofFiles,
    subjects: ({ organizations }: Catalog) => organizations,
    modified: (catalog, organization) => {
      const { news, newsAbout, offerings } = organization;
      return dayOfEntries(catalog, [...news, ...newsAbout, ...newsOnOfferings(organization)], offerings);
    },
    view: buildOrganizationPage,
    markdown: toOrganizationMarkdown,
    socialImage: (_, organization) => organizationSocialImage(organization),
    section: "organization",
  }),
  organizationYear: entityYearType("organization", ({ organizations }) => organizations),
  author: definePageType({
    ...several,
    subjects: ({ authors }) => authors,
    path: entityUrl,
    modified: (_, { news }) => dayOfStories(news),
    view: (_, author) => buildAuthorPage(author),
    markdown: toAuthorMarkdown,
    socialImage: (_, author) => authorSocialImage(author),
    section: "author",
  }),
  authorYear: entityYearType("author", ({ authors }) => authors),
};

/** Every page of the site once. */
export const listPages = memoize((sources: PageSources): readonly SitePage[] =>
  Object.values(pageTypes).flatMap((list): readonly SitePage[] => list(sources)),
);
