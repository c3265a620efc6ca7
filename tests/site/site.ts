/** The built site as the tests see it: its folder, its files, its pages taken apart once. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";
import { siteFolder } from "../../src/site.config.ts";

export { siteFolder };

/** Fewer pages than this and the build, not the page, is at fault; the real content makes about 1,230. */
export const PLAUSIBLE_PAGES = 1000;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text directly inside; children's text is their own. */
  readonly text: string;
}

export interface Page {
  /** Address on the site: `/topic/hl7-fhir/`, or `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
  /** Left at a former address; it has a head and a link, and nothing else of a page. */
  readonly isRedirect: boolean;
}

export const pageTypes = [
  "home",
  "news index",
  "story",
  "topic index",
  "topic",
  "offering index",
  "offering",
  "organization index",
  "organization",
  "author",
  "search",
  "about",
  "feeds",
  "404",
  "redirect",
] as const;
export type PageType = (typeof pageTypes)[number];

/** Every file of a folder by its path below it, with slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(folder.length + 1).replaceAll(sep, "/"))
    .sort();
}

export function readSiteFile(file: string): string {
  return readFileSync(join(siteFolder, file), "utf8");
}

/** Every page of the built site, taken apart. */
export function readPages(): Page[] {
  return listFiles(siteFolder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => toPage(file, readSiteFile(file)));
}

/** Elements of a name, or all of them for `*`, in the order of the document. */
export function elementsOf(page: Page, name: string): Element[] {
  return page.elements.filter((element) => name === "*" || element.name === name);
}

/** The `content` of a meta element by its name, property or http-equiv. */
export function metaOf(page: Page, key: string): string | undefined {
  return elementsOf(page, "meta").find(({ attributes }) =>
    [attributes["name"], attributes["property"], attributes["http-equiv"]].includes(key),
  )?.attributes["content"];
}

/** The words of a `rel`. */
export function relOf({ attributes }: Element): string[] {
  return (attributes["rel"] ?? "").split(/\s+/).filter((word) => word !== "");
}

export function canonicalOf(page: Page): string | undefined {
  return elementsOf(page, "link").find((link) => relOf(link).includes("canonical"))?.attributes["href"];
}

/** What kind of page stands at an address; a page at an address that no type has is an error. */
export function typeOf({ path, isRedirect }: Page): PageType {
  if (isRedirect) return "redirect";
  const parts = path.split("/").slice(1, -1);
  const [section = path === "/404.html" ? "404" : "home", slug] = parts;
  switch (section) {
    case "home":
    case "author":
    case "search":
    case "about":
    case "feeds":
    case "404":
      return section;
    case "news":
      return slug === undefined || slug === "page" || slug === "undated" || /^\d{4}$/.test(slug)
        ? "news index"
        : "story";
    case "topic":
    case "organization":
      return slug === undefined ? `${section} index` : section;
    case "offering":
      return parts.length === 2 ? "offering" : "offering index";
    default:
      throw new Error(`No page type has the address ${path}`);
  }
}

export interface Fault {
  readonly where: string;
  readonly message: string;
}

/** Faults as one text: each message once with how often and where first, since a template's fault stands on every page. */
export function listFaults(faults: readonly Fault[]): string {
  const byMessage = Map.groupBy(faults, ({ message }) => message);
  const lines = [...byMessage].map(([message, found]) => {
    const places = found.slice(0, 3).map(({ where }) => where);
    const more = found.length > places.length ? `, and ${found.length - places.length} more` : "";
    return `  ${message}: ${places.join(", ")}${more}`;
  });
  return [`${faults.length} faults`, ...lines.slice(0, 60)].join("\n");
}

function toPage(file: string, html: string): Page {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: { text: string }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: "" };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      const parent = open.at(-1);
      if (parent) parent.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return {
    path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
    html,
    elements,
    isRedirect: elements.some(({ attributes }) => attributes["http-equiv"]?.toLowerCase() === "refresh"),
  };
}
