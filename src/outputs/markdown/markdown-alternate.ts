/** Promise: every page as Markdown, from the same view as its HTML; a public format. */
import type { Catalog } from "../../catalog/graph.ts";
import type { SitePage } from "../../views/all-pages.ts";
import { buildApiPage } from "../../views/api-page.ts";
import { pageViews } from "../../views/page-views.ts";
import type { Data } from "../api/data.ts";
import { describeApi } from "../api/describe.ts";
import type { ReadBody } from "../api/records.ts";
import { toDataTwin } from "./data-markdown.ts";
import { toNewsListTwin, toNewsYearTwin, toOfferingIndexTwin } from "./list-markdown.ts";
import { toOfferingTwin } from "./offering-markdown.ts";
import { toAuthorTwin, toOrganizationIndexTwin, toOrganizationTwin } from "./organization-markdown.ts";
import { toAboutTwin, toFeedsTwin, toHomeTwin, toSearchTwin } from "./site-markdown.ts";
import { toStoryTwin } from "./story-markdown.ts";
import { toTopicIndexTwin, toTopicTwin } from "./topic-markdown.ts";
import { type Twin, writeTwin } from "./write-document.ts";

/** What stands in no catalog. */
export interface TwinSources {
  /** The body of a content file, by its path from the content root. */
  readonly readBody: ReadBody;
  /** The data, for the page about it. */
  readonly getData: () => Promise<Data>;
}

export async function buildTwin(catalog: Catalog, page: SitePage, sources: TwinSources): Promise<string> {
  return writeTwin(await toTwin(catalog, page, sources), page.modified);
}

/** A type of page without a twin is an error of types. */
async function toTwin(catalog: Catalog, page: SitePage, { readBody, getData }: TwinSources): Promise<Twin> {
  switch (page.type) {
    case "home":
      return toHomeTwin(pageViews.home(catalog));
    case "about":
      return toAboutTwin(pageViews.about(catalog));
    case "feeds":
      return toFeedsTwin(pageViews.feeds(catalog));
    case "data":
      return toDataTwin(buildApiPage(await describeApi(await getData())));
    case "search":
      return toSearchTwin(pageViews.search(catalog));
    case "news list":
      return toNewsListTwin(pageViews["news list"](catalog, page));
    case "news year":
      return toNewsYearTwin(pageViews["news year"](catalog, page));
    case "story":
      return toStoryTwin(pageViews.story(catalog, page, await readBody(page.item.file)), page.path);
    case "topic index":
      return toTopicIndexTwin(pageViews["topic index"](catalog));
    case "topic":
      return toTopicTwin(pageViews.topic(catalog, page, await readBody(page.topic.file)), page.path);
    case "offering index":
      return toOfferingIndexTwin(pageViews["offering index"](catalog));
    case "facet":
      return toOfferingIndexTwin(pageViews.facet(catalog, page));
    case "offering":
      return toOfferingTwin(pageViews.offering(catalog, page, await readBody(page.offering.file)), page.path);
    case "organization index":
      return toOrganizationIndexTwin(pageViews["organization index"](catalog));
    case "organization":
      return toOrganizationTwin(pageViews.organization(catalog, page));
    case "author":
      return toAuthorTwin(pageViews.author(catalog, page));
  }
}
