/** Rules for feeds of any format: a feed names itself and its page, each item has an id of its own, and no address is broken. */
import { Parser } from "htmlparser2";
import { type BuiltSite, fileOfAddress, isBrokenAddress, pathOfAddress } from "../../../src/built-site/built-site.ts";
import type { FeedDocument, FeedDocumentItem, FeedEnclosure } from "./feed-document.ts";
import { imageTypeOf } from "./image-type.ts";
import { type FormatRule, isWebAddress, styleViolations } from "./rule.ts";

export const feedRules: readonly FormatRule<FeedDocument>[] = [
  {
    requirement: "a feed names its own address",
    violations: ({ file, self }, { url }) => (self === new URL(file, url).href ? [] : [`${self}`]),
  },
  {
    requirement: "a feed names the page beside it",
    violations: ({ file, home }, site) => {
      const beside = `${file.slice(0, file.lastIndexOf("/") + 1)}index.html`;
      return home !== undefined && fileOfAddress(site, home) === beside ? [] : [`${home}`];
    },
  },
  { requirement: "the style sheet is a file of this site", violations: styleViolations },
  {
    requirement: "an item leads to a page of this site",
    violations: ({ items }, site) =>
      items.map(({ link }) => `${link}`).filter((link) => !fileOfAddress(site, link)?.endsWith("index.html")),
  },
  {
    requirement: "the id of an item is the address of its page, or begins with that of the place that it leads to",
    violations: ({ items }) =>
      items
        .filter(({ id, link = "" }) => id !== link && !(isPlace(link) && id?.startsWith(link)))
        .map(({ id }) => `${id}`),
  },
  {
    requirement: "no two items have the same id",
    violations: ({ items }) => {
      const ids = items.map(({ id }) => `${id}`);
      return ids.filter((id, index) => ids.indexOf(id) < index);
    },
  },
  {
    requirement: "the address of an enclosure leads to a file of this site",
    violations: ({ items }, site) =>
      enclosuresOf(items)
        .map(({ url }) => `${url}`)
        .filter((url) => fileOfAddress(site, url) === undefined),
  },
  {
    requirement: "an enclosure has the length and the type of its file",
    violations: ({ items }, site) =>
      enclosuresOf(items).flatMap(({ url, type, length }) => {
        const file = fileOfAddress(site, `${url}`);
        if (file === undefined) return [];
        const bytes = site.read(file);
        const isFine =
          length === String(bytes.length) &&
          type === (imageTypeOf(bytes) ?? (bytes.indexOf("%PDF-") === 0 ? "application/pdf" : undefined));
        return isFine ? [] : [`${url} says ${length} bytes of ${type}`];
      }),
  },
  {
    requirement: "every link in the content is absolute and not broken, or leads to a place in it",
    violations: ({ items }, site) =>
      items.flatMap(({ content = "" }) => {
        const places = new Set(valuesIn(content, "id").map((id) => `#${id}`));
        return linksIn(content).filter((link) => !places.has(link) && !leadsOn(link, site));
      }),
  },
  {
    requirement: "no two elements of the contents have the same id",
    violations: ({ items }) => {
      const ids = items.flatMap(({ content = "" }) => valuesIn(content, "id"));
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    },
  },
  {
    requirement:
      "the content has a link that leads away from this site, unless it is of changes, at a place on a page or in a digest",
    violations: ({ items }, site) =>
      items
        .filter(({ link = "" }) => !isPlace(link) && !isDigest(link, site))
        .filter(({ content }) => !linksIn(content ?? "").some((link) => leadsOut(link, site)))
        .map(({ id }) => `${id}`),
  },
  {
    requirement: "the content is words, links and their structure alone",
    violations: ({ items }) => items.flatMap(({ content }) => foreignElements(content ?? "")),
  },
  {
    requirement: "a library reads the title and the same items",
    violations: ({ items, library }) =>
      library.title && library.ids.join("\n") === items.map(({ id }) => id).join("\n")
        ? []
        : [`'${library.title}' with ${library.ids.length} items`],
  },
];

function enclosuresOf(items: readonly FeedDocumentItem[]): FeedEnclosure[] {
  return items.flatMap(({ enclosures }) => enclosures);
}

/** True for what leads to a part of a page: a change, and no story. */
function isPlace(link: string): boolean {
  return (URL.parse(link)?.hash ?? "") !== "";
}

/** True for the digest of a week, which may have nothing but changes in the catalog. */
function isDigest(link: string, site: BuiltSite): boolean {
  return pathOfAddress(site, link)?.startsWith("/digest/") ?? false;
}

function leadsOut(link: string, site: BuiltSite): boolean {
  return isWebAddress(link) && pathOfAddress(site, link) === undefined;
}

function leadsOn(link: string, site: BuiltSite): boolean {
  return link.startsWith("mailto:") || (isWebAddress(link) && !isBrokenAddress(site, link));
}

function linksIn(html: string): string[] {
  return valuesIn(html, "href");
}

function valuesIn(html: string, attribute: string): string[] {
  const values: string[] = [];
  const parser = new Parser({
    onopentag: (_, { [attribute]: value }) => void (value !== undefined && values.push(value)),
  });
  parser.end(html);
  return values;
}

/** Elements that run, load, ask or draw something; nothing of a story's words needs them. */
const FOREIGN = /^(?:script|style|iframe|object|embed|form|input|button|img|svg|link|meta|base|video|audio)$/;

function foreignElements(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({ onopentagname: (name) => void (FOREIGN.test(name) && found.push(name)) });
  parser.end(html);
  return found;
}
