/** Promise: every page as Markdown, from the same view as its HTML; a public format. */
import type { Catalog } from "../../catalog/graph.ts";
import type { SitePage } from "../../views/all-pages.ts";
import { buildApiPage } from "../../views/api-page.ts";
import { buildAuthorPage } from "../../views/author-page.ts";
import { buildHomePage } from "../../views/home-page.ts";
import { buildNewsListPage, buildNewsYearPage } from "../../views/news-list-page.ts";
import { buildNewsPage } from "../../views/news-page.ts";
import { buildFacetPage, buildOfferingIndexPage } from "../../views/offering-index-page.ts";
import { buildOfferingPage } from "../../views/offering-page.ts";
import { buildOrganizationIndexPage, buildOrganizationPage } from "../../views/organization-page.ts";
import { buildAboutPage, buildFeedsPage, buildSearchPage } from "../../views/site-pages.ts";
import { buildTopicIndexPage, buildTopicPage } from "../../views/topic-page.ts";
import type { ApiFile } from "../api/api-files.ts";
import { describeApi } from "../api/describe.ts";
import type { ReadBody } from "../api/records.ts";
import { toDataTwin } from "./data-twin.ts";
import { toNewsListTwin, toNewsYearTwin, toOfferingIndexTwin } from "./list-twins.ts";
import { toOfferingTwin } from "./offering-twin.ts";
import { toAuthorTwin, toOrganizationIndexTwin, toOrganizationTwin } from "./organization-twin.ts";
import { toAboutTwin, toFeedsTwin, toHomeTwin, toSearchTwin } from "./site-twins.ts";
import { toStoryTwin } from "./story-twin.ts";
import { toTopicIndexTwin, toTopicTwin } from "./topic-twin.ts";
import { type Twin, writeTwin } from "./write-twin.ts";

/** What stands in no catalog. */
export interface TwinSources {
  /** The body of a content file, by its path from the content root. */
  readonly readBody: ReadBody;
  /** The files of the data, for the page about it. */
  readonly getApiFiles: () => Promise<readonly ApiFile[]>;
}

export async function buildTwin(catalog: Catalog, page: SitePage, sources: TwinSources): Promise<string> {
  return writeTwin(await toTwin(catalog, page, sources), page.modified);
}

/** A type of page without a twin is an error of types. */
async function toTwin(catalog: Catalog, page: SitePage, { readBody, getApiFiles }: TwinSources): Promise<Twin> {
  switch (page.type) {
    case "home":
      return toHomeTwin(buildHomePage(catalog));
    case "about":
      return toAboutTwin(buildAboutPage(catalog));
    case "feeds":
      return toFeedsTwin(buildFeedsPage(catalog));
    case "data":
      return toDataTwin(buildApiPage(describeApi(await getApiFiles())));
    case "search":
      return toSearchTwin(buildSearchPage(catalog));
    case "news list":
      return toNewsListTwin(buildNewsListPage(catalog, page.page));
    case "news year":
      return toNewsYearTwin(buildNewsYearPage(catalog, page.year));
    case "story":
      return toStoryTwin(buildNewsPage(catalog, page.item, await readBody(page.item.file)), page.path);
    case "topic index":
      return toTopicIndexTwin(buildTopicIndexPage(catalog));
    case "topic":
      return toTopicTwin(buildTopicPage(page.topic, await readBody(page.topic.file)), page.path);
    case "offering index":
      return toOfferingIndexTwin(buildOfferingIndexPage(catalog));
    case "facet":
      return toOfferingIndexTwin(buildFacetPage(catalog, page.value));
    case "offering":
      return toOfferingTwin(buildOfferingPage(catalog, page.offering, await readBody(page.offering.file)), page.path);
    case "organization index":
      return toOrganizationIndexTwin(buildOrganizationIndexPage(catalog));
    case "organization":
      return toOrganizationTwin(buildOrganizationPage(page.organization));
    case "author":
      return toAuthorTwin(buildAuthorPage(page.author));
  }
}
