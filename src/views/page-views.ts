/** The view of each type of page. */
import type { Catalog } from "../catalog/graph.ts";
import { buildAboutPage } from "./about-page.ts";
import type { PageSubject, SitePage } from "./all-pages.ts";
import { buildAuthorPage } from "./author-page.ts";
import { buildFeedsPage } from "./feeds-page.ts";
import { buildHomePage } from "./home-page.ts";
import { buildNewsListPage, buildNewsYearPage } from "./news-list-page.ts";
import { buildNewsPage } from "./news-page.ts";
import { buildFacetPage, buildOfferingIndexPage } from "./offering-index-page.ts";
import { buildOfferingPage } from "./offering-page.ts";
import { buildOrganizationIndexPage, buildOrganizationPage } from "./organization-page.ts";
import type { PageView } from "./page.ts";
import { buildSearchPage } from "./search-page.ts";
import { buildTopicIndexPage, buildTopicPage } from "./topic-page.ts";

/** The page about the data is built from the description that `outputs` gives of it, which a view cannot import. */
type ViewedType = Exclude<PageSubject["type"], "data">;

type Subject<T extends ViewedType> = Extract<PageSubject, { readonly type: T }>;

/** `body` is the text of the subject's file below its front matter, which only pages about a file use. */
export const pageViews = {
  home: (catalog) => buildHomePage(catalog),
  about: (catalog) => buildAboutPage(catalog),
  feeds: (catalog) => buildFeedsPage(catalog),
  search: (catalog) => buildSearchPage(catalog),
  "news list": (catalog, { page }) => buildNewsListPage(catalog, page),
  "news year": (catalog, { year }) => buildNewsYearPage(catalog, year),
  story: (catalog, { item }, body) => buildNewsPage(catalog, item, body),
  "topic index": (catalog) => buildTopicIndexPage(catalog),
  topic: (_, { topic }, body) => buildTopicPage(topic, body),
  "offering index": (catalog) => buildOfferingIndexPage(catalog),
  facet: (catalog, { value }) => buildFacetPage(catalog, value),
  offering: (catalog, { offering }, body) => buildOfferingPage(catalog, offering, body),
  "organization index": (catalog) => buildOrganizationIndexPage(catalog),
  organization: (_, { organization }) => buildOrganizationPage(organization),
  author: (_, { author }) => buildAuthorPage(author),
} satisfies { readonly [T in ViewedType]: (catalog: Catalog, subject: Subject<T>, body: string) => PageView };

/** The content file that a page is about, from the content root; undefined for lists and pages of the site itself. */
export function fileOfPage(page: SitePage): string | undefined {
  switch (page.type) {
    case "story":
      return page.item.file;
    case "topic":
      return page.topic.file;
    case "offering":
      return page.offering.file;
    case "organization":
      return page.organization.file;
    default:
      return undefined;
  }
}
