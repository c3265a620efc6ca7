/** Every page as Markdown, from the same view as its HTML; a public format. */
import type { Catalog } from "../../catalog/graph.ts";
import type { SitePage } from "../../views/all-pages.ts";
import { buildApiPage } from "../../views/api-page.ts";
import { pageViews } from "../../views/page-views.ts";
import type { Data } from "../api/data.ts";
import { describeApi } from "../api/describe.ts";
import type { ReadBody } from "../api/records.ts";
import { toDataMarkdown } from "./data-markdown.ts";
import { toNewsListMarkdown, toNewsYearMarkdown, toOfferingIndexMarkdown } from "./list-markdown.ts";
import { toOfferingMarkdown } from "./offering-markdown.ts";
import { toAuthorMarkdown, toOrganizationIndexMarkdown, toOrganizationMarkdown } from "./organization-markdown.ts";
import { toAboutMarkdown, toFeedsMarkdown, toHomeMarkdown, toSearchMarkdown } from "./site-markdown.ts";
import { toStoryMarkdown } from "./story-markdown.ts";
import { toTopicIndexMarkdown, toTopicMarkdown } from "./topic-markdown.ts";
import { type MarkdownDocument, writeMarkdownDocument } from "./write-document.ts";

/** What stands in no catalog. */
export interface MarkdownSources {
  /** The body of a content file, by its path from the content root. */
  readonly readBody: ReadBody;
  /** The data, for the page about it. */
  readonly getData: () => Promise<Data>;
}

export async function buildMarkdownAlternate(
  catalog: Catalog,
  page: SitePage,
  sources: MarkdownSources,
): Promise<string> {
  return writeMarkdownDocument(await toMarkdownDocument(catalog, page, sources), page.modified);
}

/** A type of page without Markdown is an error of types. */
async function toMarkdownDocument(
  catalog: Catalog,
  page: SitePage,
  { readBody, getData }: MarkdownSources,
): Promise<MarkdownDocument> {
  switch (page.type) {
    case "home":
      return toHomeMarkdown(pageViews.home(catalog));
    case "about":
      return toAboutMarkdown(pageViews.about(catalog));
    case "feeds":
      return toFeedsMarkdown(pageViews.feeds(catalog));
    case "data":
      return toDataMarkdown(buildApiPage(await describeApi(await getData())));
    case "search":
      return toSearchMarkdown(pageViews.search(catalog));
    case "news list":
      return toNewsListMarkdown(pageViews["news list"](catalog, page));
    case "news year":
      return toNewsYearMarkdown(pageViews["news year"](catalog, page));
    case "story":
      return toStoryMarkdown(pageViews.story(catalog, page, await readBody(page.item.file)), page.path);
    case "topic index":
      return toTopicIndexMarkdown(pageViews["topic index"](catalog));
    case "topic":
      return toTopicMarkdown(pageViews.topic(catalog, page, await readBody(page.topic.file)), page.path);
    case "offering index":
      return toOfferingIndexMarkdown(pageViews["offering index"](catalog));
    case "facet":
      return toOfferingIndexMarkdown(pageViews.facet(catalog, page));
    case "offering":
      return toOfferingMarkdown(pageViews.offering(catalog, page, await readBody(page.offering.file)), page.path);
    case "organization index":
      return toOrganizationIndexMarkdown(pageViews["organization index"](catalog));
    case "organization":
      return toOrganizationMarkdown(pageViews.organization(catalog, page));
    case "author":
      return toAuthorMarkdown(pageViews.author(catalog, page));
  }
}
