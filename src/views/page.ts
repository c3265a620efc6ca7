/** Promise: what every page has: head, place in the site, breadcrumbs. */
import { cutAtWord } from "../lib/text.ts";
import { site } from "../site.config.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { absoluteUrl, feedUrl, homeUrl } from "./urls.ts";

export interface LinkView {
  readonly href: string;
  readonly label: string;
}

export interface FeedLink extends LinkView {
  readonly type: "application/rss+xml";
}

export interface HeadView {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page itself; undefined for pages that have none, such as the 404. */
  readonly canonical: string | undefined;
  readonly isIndexed: boolean;
  readonly openGraphType: "website" | "article";
  readonly feeds: readonly FeedLink[];
}

export interface PageView {
  readonly head: HeadView;
  /** Part of the main navigation that the page belongs to. */
  readonly section: EntityKind | "about" | undefined;
  /** From the home page to this one, which has no link of its own. */
  readonly breadcrumbs: readonly Partial<LinkView>[];
}

interface PageInput {
  readonly title: string;
  readonly description: string;
  readonly path: string | undefined;
  readonly section?: PageView["section"];
  /** Between home and the page. */
  readonly trail?: readonly LinkView[];
  /** Name of the page in the breadcrumbs, where the title is too long for that. */
  readonly crumb?: string;
  readonly feeds?: readonly LinkView[];
  readonly isIndexed?: boolean;
  readonly openGraphType?: HeadView["openGraphType"];
}

const TITLE_LENGTH = 60;
const DESCRIPTION_LENGTH = 155;
const CRUMB_LENGTH = 60;

/** The common part of a page; titles are cut so that the site's name still fits where it can. */
export function buildPage(input: PageInput): PageView {
  const { title, description, path, section, trail = [], crumb = title, feeds = [], isIndexed = true } = input;
  const suffix = ` · ${site.name}`;
  const isHome = path === homeUrl;
  const feedLinks = [{ href: feedUrl("rss"), label: `${site.name}: all news` }, ...feeds];
  return {
    head: {
      title: isHome ? title : `${cutAtWord(title, Math.max(TITLE_LENGTH - suffix.length, 30))}${suffix}`,
      description: cutAtWord(description, DESCRIPTION_LENGTH),
      canonical: path === undefined ? undefined : absoluteUrl(path),
      isIndexed: isIndexed && path !== undefined,
      openGraphType: input.openGraphType ?? "website",
      feeds: feedLinks.map((link) => ({ ...link, type: "application/rss+xml" })),
    },
    section,
    breadcrumbs: isHome ? [] : [{ href: homeUrl, label: "Home" }, ...trail, { label: cutAtWord(crumb, CRUMB_LENGTH) }],
  };
}
