/** The head of every page has a title and description of its own, its canonical address, and the same in its metadata for sharing. */
import {
  addressOfPath,
  type BuiltPage,
  type BuiltSite,
  canonicalOf,
  type Element,
  elementsOf,
  fileOfAddress,
  isIndexed,
  metaOf,
  relOf,
} from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { typeOf } from "./page-type.ts";

/** Longer ones are cut by search engines; in characters. */
const TITLE_LENGTH = 60;
const DESCRIPTION_LENGTH = 160;

/** What a search engine may show of a page; without it Google shows small pictures only. */
const ROBOTS = ["index", "follow", "max-image-preview:large", "max-snippet:-1"];

const REQUIRED = ["viewport", "robots", "theme-color", "og:site_name", "og:locale", "og:type", "twitter:card"];

/** Metadata that may occur more than once. */
const REPEATED = /^(?:article:(?:tag|author)|og:image(?::.*)?|theme-color)$/;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

export const headsCheck: Check = {
  name: "heads",
  run(site) {
    const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
    const canonical = site.pages.filter((page) => canonicalOf(page) !== undefined);
    const tags = documents.flatMap((page) => headOf(page).filter(({ name }) => name === "meta" || name === "link"));
    return {
      counts: [
        { what: "heads", count: documents.length, least: 1 },
        { what: "canonical addresses", count: canonical.length, least: site.pages.length - 1 },
        { what: "tags", count: tags.length, least: documents.length * 15 },
      ],
      violations: [
        ...documents.flatMap((page) =>
          [
            ...wordViolations(page),
            ...orderViolations(page),
            ...metaViolations(page),
            ...sameViolations(page),
            ...robotsViolations(page),
            ...articleViolations(page),
            ...linkViolations(page),
          ].map((message) => violationOf(page, message)),
        ),
        ...site.pages.flatMap((page) => canonicalViolations(page, site)),
        ...sharedHeads(documents),
      ],
    };
  },
};

function wordViolations(page: BuiltPage): string[] {
  const headings = elementsOf(page, "h1").length;
  const titles = headOf(page).filter(({ name }) => name === "title").length;
  const title = titleOf(page);
  const description = (metaOf(page, "description") ?? "").trim();
  const violations: string[] = [];
  if (headings !== 1) violations.push(`${headings} h1 elements`);
  if (titles > 1) violations.push(`${titles} titles`);
  if (title === "") violations.push("no title");
  if (title.length > TITLE_LENGTH) violations.push(`the title has more than ${TITLE_LENGTH} characters`);
  if (description === "") violations.push("no description");
  if (description.length > DESCRIPTION_LENGTH)
    violations.push(`the description has more than ${DESCRIPTION_LENGTH} characters`);
  if (!elementsOf(page, "html")[0]?.attributes["lang"]) violations.push("no language");
  return violations;
}

/** A browser looks for the encoding in the first kilobyte, and reparses what it read in another. */
function orderViolations(page: BuiltPage): string[] {
  const [first] = headOf(page);
  return first?.attributes["charset"]?.toLowerCase() === "utf-8" ? [] : ["the head does not begin with its charset"];
}

function metaViolations(page: BuiltPage): string[] {
  const tags = headOf(page).filter(({ name }) => name === "meta");
  const keys = tags.map(keyOf).filter((key) => key !== "" && !REPEATED.test(key));
  return [
    ...REQUIRED.filter((key) => metaOf(page, key) === undefined).map((key) => `no ${key}`),
    ...tags.filter(({ attributes }) => attributes["content"]?.trim() === "").map((tag) => `${keyOf(tag)} is empty`),
    ...[...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => `${key} occurs twice`),
  ];
}

/** The metadata for sharing repeats that of the page. */
function sameViolations(page: BuiltPage): string[] {
  const pairs = [
    ["og:title", titleOf(page)],
    ["twitter:title", titleOf(page)],
    ["og:description", metaOf(page, "description")],
    ["twitter:description", metaOf(page, "description")],
    ["og:url", canonicalOf(page)],
  ] as const;
  return pairs
    .filter(([key, value]) => metaOf(page, key)?.trim() !== value?.trim())
    .map(([key]) => `${key} differs from the page`);
}

function robotsViolations(page: BuiltPage): string[] {
  const said = (metaOf(page, "robots") ?? "").split(",").map((word) => word.trim());
  if (!isIndexed(page))
    return said.includes("follow") || typeOf(page) === "404" ? [] : ["robots does not let links be followed"];
  if (typeOf(page) === "404") return ["the 404 page is indexed"];
  const missing = ROBOTS.filter((word) => !said.includes(word));
  return missing.length === 0 ? [] : [`robots lacks ${missing.join(", ")}`];
}

/** A story is shared as an article, with its dates; nothing else is. */
function articleViolations(page: BuiltPage): string[] {
  const published = metaOf(page, "article:published_time");
  const modified = metaOf(page, "article:modified_time");
  const isArticle = metaOf(page, "og:type") === "article";
  if (typeOf(page) !== "story")
    return isArticle || published !== undefined ? ["shared as an article, and is none"] : [];
  const violations = isArticle ? [] : ["a story is not shared as an article"];
  for (const [name, date] of [
    ["published", published],
    ["modified", modified],
  ] as const)
    if (!INSTANT.test(date ?? "")) violations.push(`article:${name}_time is no time with a zone`);
  if ((modified ?? "") < (published ?? "")) violations.push("modified before it was published");
  return violations;
}

/** The check of links finds those that lead nowhere, the check of icons those that are missing. */
function linkViolations(page: BuiltPage): string[] {
  const links = headOf(page).filter(({ name }) => name === "link");
  const has = (rel: string, type: RegExp) =>
    links.some((link) => relOf(link).includes(rel) && type.test(link.attributes["type"] ?? ""));
  return [
    ...(has("search", /^/) ? [] : ["no description for search engines of browsers"]),
    ...(has("alternate", /^application\/(?:rss|atom)\+xml$/) ? [] : ["no feed"]),
  ];
}

function canonicalViolations(page: BuiltPage, site: BuiltSite): Violation[] {
  const canonical = canonicalOf(page);
  if (typeOf(page) === "404") return canonical === undefined ? [] : [violationOf(page, "the 404 page is canonical")];
  if (canonical === undefined) return [violationOf(page, "no canonical address")];
  const own = addressOfPath(site, page.path);
  if (page.isRedirect) {
    const leadsOn = canonical !== own && fileOfAddress(site, canonical) !== undefined;
    return leadsOn ? [] : [violationOf(page, `leads to ${canonical}, which is no page`)];
  }
  return canonical === own ? [] : [violationOf(page, `canonical is ${canonical}`)];
}

function sharedHeads(documents: readonly BuiltPage[]): Violation[] {
  const byHead = Map.groupBy(documents, (page) => `"${titleOf(page)}" / "${metaOf(page, "description")}"`);
  return [...byHead]
    .filter(([, same]) => same.length > 1)
    .flatMap(([head, same]) => same.map((page) => violationOf(page, `shared: ${head}`)));
}

/** The elements between the head and the body, in order. */
function headOf({ elements }: BuiltPage): readonly Element[] {
  const names = elements.map(({ name }) => name);
  return elements.slice(names.indexOf("head") + 1, names.includes("body") ? names.indexOf("body") : undefined);
}

function keyOf({ attributes }: Element): string {
  return attributes["name"] ?? attributes["property"] ?? attributes["http-equiv"] ?? "";
}

function titleOf(page: BuiltPage): string {
  // An inline drawing may have a title of its own.
  return elementsOf(page, "title")[0]?.text.trim() ?? "";
}
