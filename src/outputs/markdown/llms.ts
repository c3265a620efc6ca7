/** `llms.txt` after llmstxt.org: what the site is, and links to the Markdown of everything; a public format. */
import type { RootContent } from "mdast";
import type { Catalog } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { counted, ended, formatCount } from "../../lib/text.ts";
import { buildNewsListPage, newsOfListPage } from "../../views/news-list-page.ts";
import { facetLinks } from "../../views/offering-facets.ts";
import type { LinkView } from "../../views/page.ts";
import { type CountedLink, storyCount, toStoryRow } from "../../views/parts.ts";
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
import { heading, list, type Part, paragraph, quote, writeMarkdown } from "./tree.ts";

/**
 * Lists and topics, and the latest stories alone: the file stays about as long when the catalog grows, and the lists
 * lead to the rest. `fullSize` is that of `llms-full.txt` in bytes, UTF-8.
 */
export function buildLlms(catalog: Catalog, fullSize: number): string {
  const { years } = buildNewsListPage(catalog, 1);
  const stories = newsOfListPage(catalog, 1).map((item) => toStoryRow(item));
  return writeMarkdown([
    heading(1, getSite().name),
    quote(paragraph(getSite().description)),
    ...paragraph(
      "Every page is also Markdown at its own address with index.md added; the links here lead there. Links in the Markdown lead to pages.",
    ),
    ...paragraph(
      `Our own words are under ${getSite().licence.name}: name ${getSite().name} and link to the page. Excerpts are quoted and belong to their publishers. What nobody stated is said to be not stated.`,
    ),
    heading(2, "Lists"),
    ...list([
      line({ href: indexUrl("news"), label: "News" }, `${storyCount(catalog.news.length)}, newest first`),
      line({ href: indexUrl("topic"), label: "Topics" }, `${counted(catalog.topics.length, "topic")} by vocabulary`),
      line(
        { href: indexUrl("offering"), label: "Offerings" },
        `${counted(catalog.offerings.length, "offering")} by name, with kind, licence and standards`,
      ),
      line(
        { href: indexUrl("organization"), label: "Organizations" },
        `${counted(catalog.organizations.length, "organization")} by name`,
      ),
      line({ href: digestIndexUrl, label: "Weekly digest" }, "what was curated and what changed, week by week"),
    ]),
    ...section(
      "Topics",
      catalog.topics.map((topic) => line({ href: entityUrl(topic), label: topic.name }, topic.description)),
    ),
    ...section(
      "Offerings by kind",
      facetLinks(catalog, "kind").map((link) => countedLine(link, "offering")),
    ),
    ...section(
      "Offerings by standard",
      facetLinks(catalog, "standard").map((link) => countedLine(link, "offering")),
    ),
    ...section(
      "News by year",
      years.map((link) => countedLine(link, "story", "stories")),
    ),
    ...section(
      "Latest news",
      stories.map((story) => line(story, story.teaser ?? story.source.label)),
    ),
    heading(2, "Optional"),
    ...list([
      [
        { href: llmsFullUrl, label: "Everything in our own words" },
        `: one file of ${formatCount(Math.ceil(fullSize / 1000))} kB`,
      ],
      line({ href: homeUrl, label: "Home" }, "what changed lately"),
      line({ href: aboutUrl, label: "About" }, "how stories are chosen and offerings described"),
      line(
        { href: feedsUrl, label: "Feeds" },
        "of all news, of the weekly digest, of each topic, offering, organization and author",
      ),
      line(
        { href: apiPageUrl, label: "Data" },
        "the catalog as JSON, CSV and SKOS, with JSON Schemas, OpenAPI and an API catalog",
      ),
    ]),
  ]);
}

/** A section without entries is left out. */
function section(name: string, lines: readonly Part[][]): RootContent[] {
  return lines.length === 0 ? [] : [heading(2, name), ...list(lines)];
}

function line({ href, label }: LinkView, text: string): Part[] {
  return [{ href: markdownUrl(href), label }, `: ${ended(text)}`];
}

function countedLine(link: CountedLink, one: string, many?: string): Part[] {
  return line(link, counted(link.count, one, many));
}
