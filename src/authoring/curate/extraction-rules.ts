/** For each field, the parts of a page that state it, best first. */
import type { CheerioAPI } from "cheerio";
import { urlKey } from "../../lib/clean-url.ts";
import { fold } from "../../lib/fold.ts";
import { asList } from "../../lib/plain-value.ts";
import { canBeAddressOf, isFrontPage } from "../../lib/story-address.ts";
import { squeeze } from "../../lib/text.ts";
import { isCapitalized, isOneWord, toAuthors, turnName } from "./author-names.ts";
import { isMarkedAsAuthor, namesAt, namesInBylineText, namesInDatedLine } from "./bylines.ts";
import {
  compact,
  isNoHeadline,
  isSameSite,
  mainLabel,
  toAddress,
  toDescription,
  toImageAddress,
  toLanguage,
  toPublisher,
  toTitle,
} from "./clean-fields.ts";
import { addressesOf, namesOf, type SourcePage, typesOf } from "./source-page.ts";

export interface ExtractionRule<T> {
  /** Which part of the page it reads, for messages. */
  readonly source: string;
  readonly read: (page: SourcePage) => T | undefined;
}

const meta = <T>(
  names: readonly string[],
  toValue: (text: string, page: SourcePage) => T | undefined,
): ExtractionRule<T>[] =>
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

/** A property of the page's story in JSON-LD, where it is a text. */
const storyText = (
  key: string,
  toValue: (text: string, page: SourcePage) => string | undefined,
): ExtractionRule<string> => ({
  source: `JSON-LD ${key}`,
  read: (page) =>
    firstOf(asList(page.story?.[key]), (text) => (typeof text === "string" ? toValue(text, page) : undefined)),
});

const textsOf = (dom: CheerioAPI, selector: string, limit = 20): string[] =>
  dom(selector)
    .toArray()
    .slice(0, limit)
    .map((element) => squeeze(dom(element).text().slice(0, 2000)))
    .filter((text) => text !== "");

// Titles

const anyTitle = (text: string, { siteNames }: SourcePage) => toTitle(text, siteNames);

/**
 * A headline. The name of the site or a part of it counts only on the front page, a heading that is cut short never.
 */
function asTitle(text: string, page: SourcePage): string | undefined {
  const title = anyTitle(text, page);
  if (title === undefined || isCutHeading(title, page)) return undefined;
  return isNoHeadline(title, page.siteNames) && !isFrontPage(page.url) ? undefined : title;
}

const CUT = /(?:…|\.{3})$/;

function isCutHeading(title: string, { dom }: SourcePage): boolean {
  const start = CUT.test(title) ? compact(title.replace(CUT, "")) : "";
  return start !== "" && textsOf(dom, "h1").some((heading) => !CUT.test(heading) && compact(heading).startsWith(start));
}

/** Shorter headings, such as `News`, stand in titles by chance. */
const LEAST_HEADING = 8;

const titleElement = ({ dom }: SourcePage) => compact(dom("head title").first().text().slice(0, 2000));

/** A heading that stands in the title element, unless it is the name of the site. */
function headingInTitle(page: SourcePage): string | undefined {
  const title = titleElement(page);
  return firstOf(textsOf(page.dom, "h1"), (text) => {
    const key = compact(text);
    return key.length > LEAST_HEADING && title.includes(key) ? asTitle(text, page) : undefined;
  });
}

/** The heading that the title element begins with, apart from the name of the site. */
function headingOfTitle(page: SourcePage): string | undefined {
  const heading = headingInTitle(page);
  if (heading === undefined) return undefined;
  const [before] = titleElement(page).split(compact(heading));
  const isSite = (text: string) =>
    agreesWithHost(text, page.url) || page.siteNames.some((name) => compact(name) === text);
  return before === "" || (before !== undefined && isSite(before)) ? heading : undefined;
}

/** The title for sharing, unless it is a tagline, with no word of four letters or more in common with the headline. */
function asSharedTitle(text: string, page: SourcePage): string | undefined {
  const title = asTitle(text, page);
  const heading = headingOfTitle(page);
  if (title === undefined || heading === undefined || titleElement(page).includes(compact(title))) return title;
  const words = new Set(longWordsOf(heading));
  return longWordsOf(title).some((word) => words.has(word)) ? title : undefined;
}

const longWordsOf = (text: string) =>
  fold(text)
    .split(" ")
    .filter((word) => word.length > 3);

const SHARED_TITLES = ["og:title", "twitter:title"];

export const titleRules: readonly ExtractionRule<string>[] = [
  ...meta(["citation_title"], asTitle),
  ...meta(SHARED_TITLES, asSharedTitle),
  {
    // Some sites give a tagline as the headline. The title element is what tells: it has one of the two.
    source: "h1 that the title element agrees with",
    read: (page) => {
      const stated = compact(storyText("headline", asTitle).read(page) ?? "");
      return stated !== "" && titleElement(page).includes(stated) ? undefined : headingOfTitle(page);
    },
  },
  storyText("headline", asTitle),
  ...meta(["parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline"], asTitle),
  {
    // A title element names the site in ways that no metadata repeats; a heading that it contains is the headline.
    source: "h1 within the title element",
    read: headingInTitle,
  },
  {
    source: "title element",
    read: (page) => firstOf(textsOf(page.dom, "head title", 1), (text) => asTitle(text, page)),
  },
  onlyHeading(asTitle),
  // As a last resort, titles that name the site or are cut short.
  ...meta(SHARED_TITLES, anyTitle),
  {
    source: "title element",
    read: (page) => firstOf(textsOf(page.dom, "head title", 1), (text) => anyTitle(text, page)),
  },
  onlyHeading(anyTitle),
];

function onlyHeading(toValue: typeof asTitle): ExtractionRule<string> {
  return {
    source: "the only h1",
    read: (page) => {
      const headings = textsOf(page.dom, "h1");
      return headings.length === 1 ? toValue(headings[0] ?? "", page) : undefined;
    },
  };
}

// Authors

type Names = readonly string[];

const asAuthors = (texts: readonly string[], page: SourcePage): Names | undefined => {
  const names = toAuthors(texts, page.siteNames);
  return names.length > 0 ? names : undefined;
};

/** Metadata about authors. A full name in a later rule is preferred to a handle in an earlier one. */
export const authorRules: readonly ExtractionRule<Names>[] = [
  ...["citation_author", "citation_authors"].map(allMetas),
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
    "og:author",
    "author_name",
    "byline",
    "creator",
  ].map(allMetas),
  { source: "JSON-LD creator", read: (page) => asAuthors(namesOf(page.story?.["creator"], page.nodes), page) },
  {
    source: "meta twitter:data",
    // What a link to the page shows below it: `Written by` and a name.
    read: ({ metas, ...page }) =>
      firstOf([1, 2, 3], (number) =>
        LABEL_OF_AUTHOR.test(metas.get(`twitter:label${number}`)?.[0] ?? "")
          ? asAuthors(metas.get(`twitter:data${number}`) ?? [], { ...page, metas })
          : undefined,
      ),
  },
  ...['[itemprop~="author" i] [itemprop~="name" i]', '[itemprop~="author" i]', '[rel~="author"]'].map((selector) =>
    visibleNames(selector),
  ),
];

const LABEL_OF_AUTHOR =
  /^(?:(?:written|posted|published)?\s*by|authors?|(?:verfasst|geschrieben|veröffentlicht)? ?von|autor(?:in)?|[ée]crit par|auteur|escrito por|publicado por|autor|scritto da|geschreven door|auteur|написано автором|автор)$/i;

const MARKED_AS_AUTHOR = [
  '[class*="byline" i] [class~="fn"], [class*="author" i] [class~="fn"], [class~="vcard"] [class~="fn"]',
  'article a[href*="/author/" i], main a[href*="/author/" i]',
  '[class*="byline" i] a',
  'a[class*="author" i], [class*="author-name" i], [class*="authorname" i], [class*="author_name" i], [class*="author__name" i]',
  '[class*="byline" i]',
  '[class~="author" i]',
];

/** Text that looks like a byline, for pages whose metadata names nobody. */
export const bylineRules: readonly ExtractionRule<Names>[] = [
  ...MARKED_AS_AUTHOR.map((selector) => visibleNames(selector, isCapitalized)),
  ...['[class*="author" i], [id*="author" i]', '[class*="autor" i], [class*="auteur" i], [class*="writer" i]'].map(
    (selector) => visibleNames(selector, isCapitalized),
  ),
  { source: "line that begins with By", read: namesInBylineText },
  { source: "line with a day and a name", read: namesInDatedLine },
  visibleNames('a[href*="/authors/" i], a[href*="/author/" i]', isCapitalized),
  ...MARKED_AS_AUTHOR.map((selector) => visibleNames(selector, isOneWord)),
];

function allMetas(name: string): ExtractionRule<Names> {
  // Only libraries write the surname first; elsewhere a comma separates two names.
  const isLibrary = /^(?:citation|dc|dcterms)[._]/.test(name);
  return {
    source: `meta ${name}`,
    read: (page) => {
      const texts = page.metas.get(name) ?? [];
      return asAuthors(isLibrary ? texts.map(turnName) : texts, page);
    },
  };
}

function visibleNames(selector: string, isAccepted?: (name: string) => boolean): ExtractionRule<Names> {
  // These selectors match parts of words, which may be other words.
  const isMeant = /^(?:a)?\[class\*="(?:author|autor)" i\],/.test(selector) ? isMarkedAsAuthor : undefined;
  return { source: selector.split(",")[0] ?? selector, read: (page) => namesAt(page, selector, isAccepted, isMeant) };
}

// Publishers

export const publisherRules: readonly ExtractionRule<string>[] = [
  {
    source: "JSON-LD publisher",
    read: (page) => firstOf(namesOf(page.story?.["publisher"], page.nodes), toPublisher),
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
    toPublisher,
  ),
  {
    source: "JSON-LD publisher of the site",
    read: (page) => firstOf(page.nodes.top, (node) => firstOf(namesOf(node["publisher"], page.nodes), toPublisher)),
  },
  {
    source: "JSON-LD name of the site",
    read: (page) =>
      firstOf(page.nodes.top, (node) =>
        typesOf(node).some((type) => type === "WebSite" || type.endsWith("Organization"))
          ? firstOf(
              namesOf(node, page.nodes).filter((name) => agreesWithHost(name, page.url)),
              toPublisher,
            )
          : undefined,
      ),
  },
  {
    source: "end of the title element",
    read: ({ dom, url }) => {
      const [, ...tails] = squeeze(dom("head title").first().text().slice(0, 2000)).split(/\s+[|–—·•«»‹›-]\s+/u);
      const tail = tails.at(-1);
      return tail !== undefined && agreesWithHost(tail, url) ? toPublisher(tail) : undefined;
    },
  },
];

/** True when the host has the letters of the name, or its initials. */
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
export const hostRule: ExtractionRule<string> = {
  source: "host",
  read: ({ url }) => mainLabel(url) || undefined,
};

// Address, description

/**
 * The address that the page states as its own. An address on another site counts only where the canonical link and
 * og:url agree on it; that of a front page or a section never counts for a page below it.
 */
export const addressRules: readonly ExtractionRule<string>[] = [
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

const canonicals = ({ dom, base }: SourcePage) =>
  dom('link[rel~="canonical" i]')
    .toArray()
    .slice(0, 3)
    .flatMap((element) => toAddress(element.attribs["href"] ?? "", base) ?? []);

const ogAddresses = ({ metas, base }: SourcePage) =>
  (metas.get("og:url") ?? []).flatMap((text) => toAddress(text, base) ?? []);

function ownAddress({ url }: SourcePage, stated: readonly string[], others: readonly string[]): string | undefined {
  const found = stated.find((address) => {
    const isAgreed = isSameSite(address, url) || others.some((other) => urlKey(other) === urlKey(address));
    return isAgreed && canBeAddressOf(url, address);
  });
  // Old metadata says http of a page that came by https.
  return found?.startsWith("http:") && url.startsWith("https:") && isSameSite(found, url)
    ? found.replace("http:", "https:")
    : found;
}

export const descriptionRules: readonly ExtractionRule<string>[] = [
  ...meta(
    [
      "og:description",
      "twitter:description",
      "description",
      "dc.description",
      "citation_abstract",
      "sailthru.description",
    ],
    toDescription,
  ),
  storyText("description", toDescription),
];

// Image, language

const asImage = (text: string, { base }: SourcePage) => toImageAddress(text, base);

const elementImage = (source: string, selector: string): ExtractionRule<string> => ({
  source,
  read: (page) => asImage(page.dom(selector).first().attr("src") ?? "", page),
});

export const imageRules: readonly ExtractionRule<string>[] = [
  ...meta(["og:image:secure_url", "og:image:url", "og:image", "twitter:image:src", "twitter:image", "image"], asImage),
  {
    source: "JSON-LD image",
    read: (page) => firstOf(addressesOf(page.story?.["image"], page.nodes), (text) => asImage(text, page)),
  },
  elementImage("image in the article", "article img[src]"),
  elementImage("image in #content", "#content img[src]"),
];

export const languageRules: readonly ExtractionRule<string>[] = [
  ...meta(["og:locale", "inlanguage"], toLanguage),
  { source: "html lang", read: ({ dom }) => toLanguage(dom("html").attr("lang") ?? "") },
];
