/** What every page has: head, section, breadcrumbs. */

import type { Graph } from "schema-dts";
import { getSite } from "../config/settings.ts";
import { cutAtWord, squeeze } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { isPublished } from "../vocab/published-paths.ts";
import { type FeedLink, toFeedLinks } from "./feed-links.ts";
import { generatedImage, type PageImage } from "./page-image.ts";
import { buildGraph, type Statement } from "./structured-data/page-graph.ts";
import { absoluteUrl, homeUrl, indexUrl, markdownUrl } from "./urls.ts";
import type { Wording } from "./wording.ts";

export interface LinkView {
  readonly href: string;
  readonly label: string;
}

export interface Breadcrumb extends Partial<LinkView> {
  /** Of its label, where the language is stated. */
  readonly wording?: Wording;
}

export interface HeadView {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page itself; undefined for pages that have none, such as the 404. */
  readonly canonical: string | undefined;
  readonly isIndexed: boolean;
  /** The page as Markdown. */
  readonly alternate: string | undefined;
  readonly openGraphType: "website" | "article";
  /** For what is shared as an article. */
  readonly article: ArticleTags | undefined;
  /** Shown where the page is shared; every page with an address has one. */
  readonly image: PageImage | undefined;
  readonly feeds: readonly FeedLink[];
  /** Path of what the page says, as JSON. */
  readonly data: string | undefined;
  /** Structured data in the vocabulary of schema.org; undefined for a page without an address. */
  readonly graph: Graph | undefined;
}

export interface ArticleTags {
  /** When it was curated, and last changed: with time and zone. */
  readonly published: string;
  readonly modified: string;
  readonly tags: readonly string[];
}

export interface PageView {
  readonly head: HeadView;
  /** Part of the main navigation that the page belongs to. */
  readonly section: EntityKind | "about" | undefined;
  /** From the home page to this one, which has no link of its own. */
  readonly breadcrumbs: readonly Breadcrumb[];
}

interface PageInput {
  readonly title: string;
  readonly wording?: Wording;
  readonly description: string;
  readonly path: string | undefined;
  /** Breadcrumbs lead through its index. */
  readonly section?: PageView["section"];
  /** The page above it, where that is not the index of its section. */
  readonly parent?: LinkView;
  /** Name of the page in the breadcrumbs, where the title is too long for that. */
  readonly breadcrumb?: string;
  /** What the feeds beside the page hold; without it, the page has none. */
  readonly feeds?: string;
  readonly data?: string;
  readonly isIndexed?: boolean;
  /** Set for an article. */
  readonly article?: ArticleTags;
  readonly statement?: Statement;
  /** The page's own picture; without one it has the image that `views/social-image.ts` describes. */
  readonly image?: PageImage | undefined;
}

/** The end of a title that has room for it. */
export function titleSuffix(): string {
  return ` · ${getSite().name}`;
}

const TITLE_LENGTH = 60;
const DESCRIPTION_LENGTH = 155;
const BREADCRUMB_LENGTH = 60;

/** The common part of a page. */
export function buildPage(input: PageInput): PageView {
  const { description, path, section, breadcrumb = input.title, wording, feeds, isIndexed = true } = input;
  const isHome = path === homeUrl;
  const title = isHome ? input.title : toTitle(input.title);
  const canonical = path === undefined ? undefined : absoluteUrl(path);
  const own = { label: cutAtWord(breadcrumb, BREADCRUMB_LENGTH), ...(wording && { wording }) };
  const breadcrumbs = isHome
    ? []
    : [
        { href: homeUrl, label: getMessages().site.sections.home },
        ...linkToIndex(input),
        ...(input.parent ? [input.parent] : []),
        own,
      ];
  const ownFeeds = feeds !== undefined && path !== undefined ? toFeedLinks(feeds, path) : [];
  return {
    head: {
      title,
      description: cutAtWord(description, DESCRIPTION_LENGTH),
      canonical,
      isIndexed: isIndexed && path !== undefined,
      alternate: path === undefined ? undefined : markdownUrl(path),
      data: input.data !== undefined && isPublished(input.data) ? input.data : undefined,
      openGraphType: input.article ? "article" : "website",
      article: input.article,
      image: path === undefined ? undefined : (input.image ?? generatedImage(path, input.title)),
      feeds: [...toFeedLinks(getMessages().site.allNews(getSite().name), homeUrl), ...ownFeeds],
      graph: canonical === undefined ? undefined : buildGraph({ canonical, title, breadcrumbs, ...input.statement }),
    },
    section,
    breadcrumbs,
  };
}

/** None on the index itself. */
function linkToIndex({ section, path }: PageInput): LinkView[] {
  if (section === undefined || section === "about" || path === indexUrl(section)) return [];
  return [{ href: indexUrl(section), label: getMessages().site.sections[section] }];
}

/** With the name of the site where both fit, else the title alone where that fits, else the title cut at a word. */
function toTitle(title: string): string {
  const clean = squeeze(title);
  const suffix = titleSuffix();
  const length = Math.max(TITLE_LENGTH - suffix.length, 30);
  return clean.length > length && clean.length <= TITLE_LENGTH ? clean : cutAtWord(clean, length) + suffix;
}
