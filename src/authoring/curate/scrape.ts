/** The fields of one page, each with its source, by our rules and metascraper's; runs where it may be stopped. */
import createMetascraper, { type Rules, type RulesOptions } from "metascraper";
import authorBundle from "metascraper-author";
import descriptionBundle from "metascraper-description";
import imageBundle from "metascraper-image";
import languageBundle from "metascraper-lang";
import publisherBundle from "metascraper-publisher";
import titleBundle from "metascraper-title";
import {
  toAddress,
  toAuthors,
  toDescription,
  toImageAddress,
  toLanguage,
  toPublisher,
  toTitle,
} from "./clean-fields.ts";
import type { PageFields, Sourced } from "./extraction.ts";
import { type Page, toPage } from "./page.ts";
import {
  addressRules,
  agreesWithHost,
  authorRules,
  BYLINE_LIMIT,
  bylineRules,
  dateRules,
  descriptionRules,
  hostRule,
  isFullList,
  isPersonLike,
  publisherRules,
  type Rule,
  titleRules,
} from "./rules.ts";
import { toLine } from "./untrusted-text.ts";

/**
 * Which of metascraper's rules are used, by their place in its list, and what
 * each looks at. Those left out guess: the brand of a product or a handle as an
 * author, any text near the word byline as a name, any picture as the image. Its dates are not used at all: it puts the
 * last change before the publication, reads `3 min read` as a time, and turns
 * the source's day into that of Greenwich.
 */
export const borrowed = {
  title: {
    0: "meta og:title",
    1: "meta twitter:title",
    2: "title element",
    3: "JSON-LD headline",
    4: "class post-title",
    5: "class entry-title",
    6: "h1 link with class title",
    7: "h1 with class title",
  },
  author: {
    0: "JSON-LD author.name",
    2: "meta author",
    3: "meta article:author",
    4: "itemprop author name",
    5: "itemprop author",
    6: "rel=author",
    9: "link to /author/",
  },
  description: {
    0: "meta og:description",
    1: "meta twitter:description",
    2: "meta description",
    3: "itemprop description",
    5: "JSON-LD description",
  },
  image: {
    0: "meta og:image:secure_url",
    1: "meta og:image:url",
    2: "meta og:image",
    3: "meta twitter:image:src",
    4: "meta twitter:image",
    5: "itemprop image",
    6: "JSON-LD image",
    7: "JSON-LD image",
    8: "JSON-LD image",
    9: "image in the article",
    10: "image in #content",
  },
  publisher: {
    0: "JSON-LD publisher.name",
    1: "meta og:site_name",
    2: "meta application-name",
    3: "meta app-title",
    4: "meta app_name",
    5: "meta publisher",
    9: "id logo",
    10: "class logo",
    11: "link with class brand",
    12: "image in class logo",
    13: "image in class logo",
  },
  lang: { 0: "meta og:locale", 1: "itemprop inLanguage", 2: "html lang" },
} as const satisfies Record<string, Readonly<Record<number, string>>>;

/** How many rules the bundles have; another number means that the places above mean other rules. */
export const bundles = {
  title: { rules: titleBundle(), count: 8 },
  author: { rules: authorBundle(), count: 14 },
  description: { rules: descriptionBundle(), count: 6 },
  image: { rules: imageBundle(), count: 13 },
  publisher: { rules: publisherBundle(), count: 15 },
  lang: { rules: languageBundle(), count: 3 },
} as const;

/** A longer text is no value of a field, and matching patterns against it is what makes a page slow. */
const VALUE_LIMIT = 5000;

type Field = keyof typeof bundles;

/** Metascraper's rules for a field as ours: each value cleaned, and refused when `clean` finds nothing in it. */
function borrow<T>(field: Field, clean: (value: string, page: Page) => T | undefined): AnyRule<T>[] {
  const rules: RulesOptions[] = [bundles[field].rules[field] ?? []].flat();
  return Object.entries(borrowed[field]).flatMap(([place, source]) => {
    const rule = rules[Number(place)];
    if (!rule) return [];
    const read = async (page: Page) => {
      const value: unknown = await rule({ htmlDom: page.dom, url: page.url });
      return typeof value === "string" && value.length <= VALUE_LIMIT ? clean(value, page) : undefined;
    };
    return [{ source, read }];
  });
}

interface AnyRule<T> {
  readonly source: string;
  readonly read: (page: Page) => T | undefined | Promise<T | undefined>;
}

/** The first value that a rule gives; a rule that fails on a page says nothing. `isBetter` lets a later value win. */
async function firstFound<T>(
  rules: readonly AnyRule<T>[],
  page: Page,
  isEnough: (value: T) => boolean = () => true,
): Promise<Sourced<T> | undefined> {
  let fallback: Sourced<T> | undefined;
  for (const { source, read } of rules) {
    const value = await attempt(() => read(page));
    if (value === undefined) continue;
    if (isEnough(value)) return { value, source };
    fallback ??= { value, source };
  }
  return fallback;
}

async function attempt<T>(read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}

/** All fields of a page. Metascraper parses it and lends its rules; nothing is fetched. */
export async function scrape(html: string, url: string, today: string): Promise<PageFields> {
  let fields: PageFields | undefined;
  const all: RulesOptions = async ({ htmlDom }) => {
    fields = await readFields(toPage(htmlDom, url, today));
    return url;
  };
  const rules: Rules = { url: [all] };
  await createMetascraper([rules])({ url, html, validateUrl: false });
  return fields ?? { url: { value: toAddress(url, url) ?? url, source: "address" } };
}

const asRules = <T>(rules: readonly Rule<T>[]): readonly AnyRule<T>[] => rules;

async function readFields(page: Page): Promise<PageFields> {
  const publisher =
    (await firstFound(
      [
        ...publisherRules,
        ...borrow("publisher", (name) => (agreesWithHost(name, page.url) ? toPublisher(name) : undefined)),
      ],
      page,
    )) ?? (await firstFound(asRules([hostRule]), page));
  const named: Page = publisher ? { ...page, siteNames: [...page.siteNames, publisher.value] } : page;
  const url = (await firstFound(asRules(addressRules), page)) ?? { value: page.url, source: "address" };
  const published = await firstFound(asRules(dateRules), page);
  return {
    url,
    title: await firstFound(
      [...titleRules, ...borrow("title", (text, { siteNames }) => toTitle(text, siteNames))],
      named,
    ),
    authors:
      (await firstFound(asRules(authorRules), named, isFullList)) ??
      (await firstFound(
        [
          ...bylineRules,
          ...borrow("author", (text, { siteNames }) => {
            const names = text.length <= BYLINE_LIMIT ? toAuthors([text], siteNames).filter(isPersonLike) : [];
            return names.length > 0 ? names : undefined;
          }),
        ],
        named,
      )),
    published: published && {
      value: published.value.date,
      source: published.source,
      stated: toLine(published.value.stated, 100) ?? "",
    },
    description: await firstFound([...descriptionRules, ...borrow("description", (text) => toDescription(text))], page),
    image: await firstFound(
      borrow("image", (text) => toImageAddress(text, page.url)),
      page,
    ),
    publisher,
    language: await firstFound(borrow("lang", toLanguage), page),
  };
}
