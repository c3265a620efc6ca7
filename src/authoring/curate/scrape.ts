/** Reads the fields of one page by our rules, and by metascraper's where ours find nothing. Nothing is fetched. */
import { load } from "cheerio";
import createMetascraper from "metascraper";
import publisherBundle from "metascraper-publisher";
import titleBundle from "metascraper-title";
import { isFullName } from "./author-names.ts";
import { compact, toPublisher, toTitle } from "./clean-fields.ts";
import { findPublished } from "./date-rules.ts";
import type { PageFields, Sourced } from "./extract.ts";
import {
  addressRules,
  agreesWithHost,
  authorRules,
  bylineRules,
  descriptionRules,
  type ExtractionRule,
  hostRule,
  imageRules,
  languageRules,
  publisherRules,
  titleRules,
} from "./extraction-rules.ts";
import { type SourcePage, toSourcePage } from "./source-page.ts";

/**
 * For titles and logos that only a class marks. Metascraper's rules for the other fields are not used: ours cover them,
 * or they guess, such as a brand as the author, any picture as the image, or the last change as the publication.
 */
const metascraper = createMetascraper([publisherBundle(), titleBundle()]);

/** A longer text is no value of a field, and matching patterns against it is what makes a page slow. */
const VALUE_LIMIT = 5000;

/** What metascraper finds for a field; it tries its next rule where `clean` refuses a value. */
async function findByMetascraper(
  field: "publisher" | "title",
  { dom, url }: SourcePage,
  clean: (value: string) => string | undefined,
): Promise<Sourced<string> | undefined> {
  const cleanShort = (value: string) => (value.length <= VALUE_LIMIT ? clean(value) : undefined);
  const found = await metascraper({
    url,
    htmlDom: dom,
    validateUrl: false,
    pickPropNames: new Set([field]),
    validate: (value) => cleanShort(value) !== undefined,
  });
  const value = cleanShort(found[field] ?? "");
  return value === undefined ? undefined : { value, source: `metascraper's rules for the ${field}` };
}

/** The first value that satisfies `isPreferred`, else the first of all. A rule that fails on a page says nothing. */
function firstFound<T>(
  rules: readonly ExtractionRule<T>[],
  page: SourcePage,
  isPreferred: (value: T) => boolean = () => true,
): Sourced<T> | undefined {
  let fallback: Sourced<T> | undefined;
  for (const { source, read } of rules) {
    const value = attempt(() => read(page));
    if (value === undefined) continue;
    if (isPreferred(value)) return { value, source };
    fallback ??= { value, source };
  }
  return fallback;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Who the metadata names. Where that is only the site, a handle or part of a name, a byline says more. */
function findAuthors(page: SourcePage): Sourced<readonly string[]> | undefined {
  const sites = new Set(page.siteNames.map(compact));
  const isSite = (name: string) => sites.has(compact(name));
  const stated = firstFound(authorRules, page, (names) => names.some((name) => isFullName(name) && !isSite(name)));
  if (stated?.value.some((name) => isFullName(name) && !isSite(name))) return stated;
  const shown = firstFound(bylineRules, page);
  if (stated === undefined || shown === undefined) return stated ?? shown;
  const isVague = stated.value.every(
    (name) =>
      isSite(name) ||
      !/\p{Lu}|\p{Lo}/u.test(name) ||
      shown.value.some((full) => isFullName(full) && full.split(" ").includes(name)),
  );
  return isVague ? shown : stated;
}

/** `today` is YYYY-MM-DD. */
export async function scrape(html: string, url: string, today: string): Promise<PageFields> {
  const unnamed = toSourcePage(load(html, { baseURI: url }), url, today);
  const publisher =
    firstFound(publisherRules, unnamed) ??
    (await findByMetascraper("publisher", unnamed, (name) =>
      agreesWithHost(name, unnamed.url) ? toPublisher(name) : undefined,
    )) ??
    firstFound([hostRule], unnamed);
  const page = publisher ? { ...unnamed, siteNames: [...unnamed.siteNames, publisher.value] } : unnamed;
  return {
    url: firstFound(addressRules, page) ?? { value: page.url, source: "address" },
    title:
      firstFound(titleRules, page) ?? (await findByMetascraper("title", page, (text) => toTitle(text, page.siteNames))),
    authors: findAuthors(page),
    published: attempt(() => findPublished(page)),
    description: firstFound(descriptionRules, page),
    image: firstFound(imageRules, page),
    publisher,
    language: firstFound(languageRules, page),
  };
}
