/** `llms.txt` after llmstxt.org: what the site is, and links to the Markdown of everything; a public format. */

import type { RootContent } from "mdast";
import type { Catalog } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import { listWithFeeds } from "../../views/feeds-page.ts";
import { buildNewsListPage, newsOfListPage } from "../../views/news-list-page.ts";
import { facetLinks } from "../../views/offering-facets.ts";
import type { LinkView } from "../../views/page.ts";
import { toStoryRow } from "../../views/parts.ts";
import {
  aboutUrl,
  apiPageUrl,
  digestIndexUrl,
  entityUrl,
  feedsUrl,
  homeUrl,
  indexUrl,
  llmsFullUrl,
  markdownUrl,
} from "../../views/urls.ts";
import { isPublished } from "../../vocab/published-paths.ts";
import { heading, list, type Part, paragraph, quote, writeMarkdown } from "./tree.ts";

/**
 * Lists and topics, and the latest stories alone: the file stays about as long when the catalog grows, and the lists
 * lead to the rest. `fullSize` is that of `llms-full.txt` in bytes, UTF-8.
 */
export function buildLlms(catalog: Catalog, fullSize: number): string {
  const { years } = buildNewsListPage(catalog, 1);
  const { llms: messages, site } = getMessages();
  const { counts, sections } = site;
  const stories = newsOfListPage(catalog, 1).map((item) => toStoryRow(item));
  return writeMarkdown([
    heading(1, getSite().name),
    quote(paragraph(getSite().description)),
    ...paragraph(messages.addresses),
    ...paragraph(messages.licence(getSite().name, getSite().licence.name)),
    heading(2, messages.lists),
    ...list(
      entries([
        [indexUrl("news"), sections.news, messages.listsHold.news(catalog.news.length)],
        [indexUrl("topic"), sections.topic, messages.listsHold.topic(catalog.topics.length)],
        [indexUrl("offering"), sections.offering, messages.listsHold.offering(catalog.offerings.length)],
        [
          indexUrl("organization"),
          sections.organization,
          messages.listsHold.organization(catalog.organizations.length),
        ],
        [digestIndexUrl, messages.digest, messages.listsHold.digest],
      ]),
    ),
    ...section(
      sections.topic,
      catalog.topics.map((topic) => line({ href: entityUrl(topic), label: topic.name }, topic.description)),
    ),
    ...section(
      messages.kinds,
      facetLinks(catalog, "kind").map((link) => line(link, counts.offering(link.count))),
    ),
    ...section(
      messages.standards,
      facetLinks(catalog, "standard").map((link) => line(link, counts.offering(link.count))),
    ),
    ...section(
      messages.years,
      years.map((link) => line(link, counts.news(link.count))),
    ),
    ...section(
      messages.latest,
      stories.map((story) => line(story, story.teaser ?? story.source.label)),
    ),
    heading(2, messages.optional),
    ...list([
      [{ href: llmsFullUrl, label: messages.full }, `: ${messages.fullSize(Math.ceil(fullSize / 1000))}`],
      line({ href: homeUrl, label: sections.home }, messages.pagesHold.home),
      line({ href: aboutUrl, label: sections.about }, messages.pagesHold.about),
      line({ href: feedsUrl, label: messages.feeds }, messages.pagesHold.feeds(listWithFeeds())),
      ...(isPublished(apiPageUrl) ? [line({ href: apiPageUrl, label: messages.data }, messages.pagesHold.data)] : []),
    ]),
  ]);
}

/** Without what the site leaves out. */
function entries(rows: readonly (readonly [href: string, label: string, text: string])[]): Part[][] {
  return rows.filter(([href]) => isPublished(href)).map(([href, label, text]) => line({ href, label }, text));
}

/** A section without entries is left out. */
function section(name: string, lines: readonly Part[][]): RootContent[] {
  return lines.length === 0 ? [] : [heading(2, name), ...list(lines)];
}

function line({ href, label }: LinkView, text: string): Part[] {
  return [{ href: markdownUrl(href), label }, `: ${ended(text)}`];
}
