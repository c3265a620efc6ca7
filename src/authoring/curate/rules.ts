/** For each field the places of a page that state it, best first, each with the name of its source. */

import { urlKey } from "../../lib/clean-url.ts";
import { squeeze } from "../../lib/text.ts";
import {
  compact,
  isFullName,
  isSameSite,
  mainLabel,
  toAddress,
  toAuthors,
  toDescription,
  toPublisher,
  toTitle,
  turnName,
} from "./clean-fields.ts";
import { asList, namesOf, type Page, type PageDom } from "./page.ts";
import { dateInAddress, readDate } from "./read-date.ts";

/** One place of a page: what it is called in a report, and what it says. */
export interface Rule<T> {
  readonly source: string;
  readonly read: (page: Page) => T | undefined;
}

/** A date with the words that the page has for it. */
export interface StatedDate {
  readonly date: string;
  readonly stated: string;
}

const meta = <T>(names: readonly string[], toValue: (text: string, page: Page) => T | undefined): Rule<T>[] =>
  names.map((name) => ({
    source: `meta ${name}`,
    read: (page) => firstOf(page.metas.get(name) ?? [], (text) => toValue(text, page)),
  }));

function firstOf<A, B>(items: readonly A[], toValue: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const value = toValue(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

const textsOf = (dom: PageDom, selector: string, limit = 20): string[] =>
  dom(selector)
    .toArray()
    .slice(0, limit)
    .map((element) => squeeze(dom(element).text().slice(0, 2000)))
    .filter((text) => text !== "");

// Titles

const asTitle = (text: string, { siteNames }: Page) => toTitle(text, siteNames);

export const titleRules: readonly Rule<string>[] = [
  ...meta(["citation_title", "og:title", "twitter:title"], asTitle),
  {
    source: "JSON-LD headline",
    read: (page) =>
      firstOf(asList(page.story?.["headline"]), (text) => (typeof text === "string" ? asTitle(text, page) : undefined)),
  },
  ...meta(["parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline"], asTitle),
  {
    // A title element names the site in ways that no metadata repeats; a heading that it contains is the headline.
    source: "h1 within the title element",
    read: (page) => {
      const title = compact(page.dom("head title").first().text().slice(0, 2000));
      return firstOf(textsOf(page.dom, "h1"), (text) =>
        compact(text).length > 8 && title.includes(compact(text)) ? asTitle(text, page) : undefined,
      );
    },
  },
  {
    source: "title element",
    read: (page) => firstOf(textsOf(page.dom, "head title", 1), (text) => asTitle(text, page)),
  },
  {
    source: "the only h1",
    read: (page) => {
      const headings = textsOf(page.dom, "h1");
      return headings.length === 1 ? asTitle(headings[0] ?? "", page) : undefined;
    },
  },
];

// Authors

type Names = readonly string[];

/** Names, or nothing when none is left of them. */
const asAuthors = (texts: readonly string[], page: Page): Names | undefined => {
  const names = toAuthors(texts, page.siteNames);
  return names.length > 0 ? names : undefined;
};

/** Metadata about authors: the first place with a full name; only when there is none, the first with any. */
export const authorRules: readonly Rule<Names>[] = [
  allMetas("citation_author"),
  {
    source: "JSON-LD author",
    read: (page) => asAuthors(namesOf(page.story?.["author"], page.nodes), page),
  },
  ...[
    "parsely-author",
    "sailthru.author",
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dc.author",
    "dcterms.creator",
    "byl",
    "article.author",
    "cxenseparse:author",
    "authors",
    "article:author_name",
  ].map(allMetas),
  { source: "JSON-LD creator", read: (page) => asAuthors(namesOf(page.story?.["creator"], page.nodes), page) },
  ...['[itemprop~="author" i] [itemprop="name"]', '[itemprop~="author" i]', '[rel~="author"]'].map((selector) =>
    visibleNames(selector, () => true),
  ),
];

/** Text that looks like a byline; asked only when no metadata names anybody. */
export const bylineRules: readonly Rule<Names>[] = [
  ...[
    'article a[href*="/author/" i], main a[href*="/author/" i]',
    'a[href*="/authors/" i], a[href*="/author/" i]',
    '[class*="byline" i] a',
    'a[class*="author" i], [class*="author-name" i], [class*="authorname" i], [class*="author_name" i]',
    '[class*="byline" i]',
    '[class~="author" i]',
  ].map((selector) => visibleNames(selector, isPersonLike)),
];

function allMetas(name: string): Rule<Names> {
  // Only libraries turn names round; elsewhere a comma parts two.
  const isLibrary = /^(?:citation|dc|dcterms)[._]/.test(name);
  return {
    source: `meta ${name}`,
    read: (page) => {
      const texts = page.metas.get(name) ?? [];
      return asAuthors(isLibrary ? texts.map(turnName) : texts, page);
    },
  };
}

/** How long a line can be and still be a byline. */
export const BYLINE_LIMIT = 120;

/** Names in the text of elements: only the first that gives any, since later ones belong to other stories. */
function visibleNames(selector: string, isAccepted: (name: string) => boolean): Rule<Names> {
  return {
    source: selector.split(",")[0] ?? selector,
    read: (page) =>
      firstOf(textsOf(page.dom, selector, 5).slice(0, 1), (text) => {
        if (text.length > BYLINE_LIMIT) return undefined;
        const names = toAuthors([text], page.siteNames).filter(isAccepted);
        return names.length > 0 ? names : undefined;
      }),
  };
}

/** In running text only what is written like a name is one: two to five words, each with a capital or a particle. */
export function isPersonLike(name: string): boolean {
  const words = name.split(" ");
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every((word) =>
      /^(?:\p{Lu}|\p{Lo}|de$|da$|di$|van$|von$|der$|den$|la$|le$|bin$|al-|el-|d’|d')/u.test(word),
    ) &&
    !/\d/.test(name)
  );
}

export const isFullList = (names: Names): boolean => names.some(isFullName);

// Dates

const asDate = (text: string, page: Page): StatedDate | undefined => {
  const date = readDate(text, page.today, page.language);
  return date === undefined ? undefined : { date, stated: squeeze(text).slice(0, 100) };
};

const storyDate = (key: string): Rule<StatedDate> => ({
  source: `JSON-LD ${key}`,
  read: (page) =>
    firstOf(asList(page.story?.[key]), (value) =>
      typeof value === "string" || typeof value === "number" ? asDate(String(value), page) : undefined,
    ),
});

const elementDate = (source: string, selector: string): Rule<StatedDate> => ({
  source,
  read: ({ dom, ...page }) =>
    firstOf(dom(selector).toArray().slice(0, 10), (element) => {
      const { datetime, content, title } = dom(element).attr() ?? {};
      return firstOf([datetime, content, title, squeeze(dom(element).text().slice(0, 500))], (text) =>
        text ? asDate(text, { ...page, dom }) : undefined,
      );
    }),
});

/** Text in which a date stands among other words, such as a byline. Long texts are stories that mention dates. */
const textDate = (source: string, selector: string): Rule<StatedDate> => ({
  source,
  read: (page) =>
    firstOf(textsOf(page.dom, selector, 10), (text) =>
      text.length <= 160 && !/updated|modified|copyright|©/i.test(text) ? asDate(text, page) : undefined,
    ),
});

export const dateRules: readonly Rule<StatedDate>[] = [
  storyDate("datePublished"),
  ...meta(
    [
      "article:published_time",
      "og:article:published_time",
      "citation_publication_date",
      "citation_online_date",
      "citation_date",
      "parsely-pub-date",
      "datepublished",
      "sailthru.date",
      "article:published",
      "iso-8601-publish-date",
      "publish-date",
      "publish_date",
      "publication_date",
      "published-date",
      "pubdate",
      "dc.date.issued",
      "dcterms.issued",
      "dc.date",
      "dcterms.date",
      "dc.date.created",
      "dcterms.created",
      "article.published",
      "date",
    ],
    asDate,
  ),
  storyDate("uploadDate"),
  storyDate("dateCreated"),
  elementDate("itemprop datePublished", '[itemprop~="datePublished" i]'),
  elementDate("time pubdate", "time[pubdate]"),
  elementDate(
    "published time element",
    'time[class*="publish" i], [class*="publish" i] time, time.entry-date, abbr.published',
  ),
  elementDate("time element of the article", "article time[datetime], main time[datetime]"),
  {
    source: "the only time element",
    read: (page) => {
      const times = new Set(
        page
          .dom("time[datetime]")
          .toArray()
          .map((element) => element.attribs["datetime"]),
      );
      const [time] = times;
      return times.size === 1 && time ? asDate(time, page) : undefined;
    },
  },
  {
    source: "address",
    read: ({ url, today }) => {
      const date = dateInAddress(url, today);
      return date === undefined ? undefined : { date, stated: url };
    },
  },
  textDate("byline", '[class*="byline" i]'),
  textDate("text marked as publication date", '[class*="publish" i], [class*="pubdate" i], [class*="pub-date" i]'),
  textDate("text marked as date", '[class*="date" i], [id*="date" i]'),
  elementDate("first time element", "time"),
  textDate("text marked as time", '[class*="timestamp" i], [class*="time" i]'),
];

// Publishers

const asPublisher = (text: string) => toPublisher(text);

export const publisherRules: readonly Rule<string>[] = [
  {
    source: "JSON-LD publisher",
    read: (page) => firstOf(namesOf(page.story?.["publisher"], page.nodes), asPublisher),
  },
  ...meta(
    [
      "og:site_name",
      "application-name",
      "citation_journal_title",
      "publisher",
      "dc.publisher",
      "citation_publisher",
      "apple-mobile-web-app-title",
    ],
    asPublisher,
  ),
  {
    source: "JSON-LD publisher of the site",
    read: (page) => firstOf(page.nodes.top, (node) => firstOf(namesOf(node["publisher"], page.nodes), asPublisher)),
  },
  {
    source: "JSON-LD name of the site",
    read: (page) =>
      firstOf(page.nodes.top, (node) =>
        asList(node["@type"]).some((type) => type === "WebSite" || String(type).endsWith("Organization"))
          ? firstOf(
              namesOf(node, page.nodes).filter((name) => agreesWithHost(name, page.url)),
              asPublisher,
            )
          : undefined,
      ),
  },
  {
    source: "end of the title element",
    read: ({ dom, url }) => {
      const [, ...tails] = squeeze(dom("head title").first().text().slice(0, 2000)).split(/\s+[|–—·•-]\s+/u);
      const tail = tails.at(-1);
      return tail !== undefined && agreesWithHost(tail, url) ? toPublisher(tail) : undefined;
    },
  },
];

/** True when a name is the host's in other words: its letters, or their initials. */
export function agreesWithHost(name: string, url: string): boolean {
  const label = compact(mainLabel(url));
  const key = compact(name);
  if (label.length < 2 || key.length < 2) return false;
  const initials = compact(name.replace(/(\p{L})[\p{L}\p{M}’']*/gu, "$1"));
  return (
    key === label ||
    initials === label ||
    (key.length > 3 && label.includes(key)) ||
    (label.length > 3 && key.includes(label) && key.length < label.length * 3)
  );
}

/** The host, for want of a name. */
export const hostRule: Rule<string> = {
  source: "host",
  read: ({ url }) => mainLabel(url) || undefined,
};

// Address, description

/**
 * The address that the page says is its own. Another site's counts only when
 * two places agree on it, and the front page never stands for a page below it.
 */
export const addressRules: readonly Rule<string>[] = [
  {
    source: "link rel=canonical",
    read: (page) => ownAddress(page, canonicals(page), ogAddresses(page)),
  },
  {
    source: "meta og:url",
    read: (page) => ownAddress(page, ogAddresses(page), canonicals(page)),
  },
  { source: "address", read: ({ url }) => toAddress(url, url) },
];

const canonicals = ({ dom, url }: Page) =>
  dom('link[rel~="canonical" i]')
    .toArray()
    .slice(0, 3)
    .flatMap((element) => toAddress(element.attribs["href"] ?? "", url) ?? []);

const ogAddresses = ({ metas, url }: Page) => (metas.get("og:url") ?? []).flatMap((text) => toAddress(text, url) ?? []);

function ownAddress({ url }: Page, stated: readonly string[], others: readonly string[]): string | undefined {
  const found = stated.find((address) => {
    const isFront = new URL(address).pathname === "/" && new URL(url).pathname !== "/";
    return !isFront && (isSameSite(address, url) || others.some((other) => urlKey(other) === urlKey(address)));
  });
  // Old metadata says http of a page that came by https.
  return found?.startsWith("http:") && url.startsWith("https:") && isSameSite(found, url)
    ? found.replace("http:", "https:")
    : found;
}

const asDescription = (text: string) => toDescription(text);

export const descriptionRules: readonly Rule<string>[] = [
  ...meta(
    [
      "og:description",
      "twitter:description",
      "description",
      "dc.description",
      "citation_abstract",
      "sailthru.description",
    ],
    asDescription,
  ),
  {
    source: "JSON-LD description",
    read: ({ story }) =>
      firstOf(asList(story?.["description"]), (text) => (typeof text === "string" ? toDescription(text) : undefined)),
  },
];
