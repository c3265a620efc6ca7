/** Promise: a built site as checks see it: its files, and its pages taken apart once. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";

export interface BuiltSite {
  /** Root of the domain that the pages name as their own. */
  readonly url: URL;
  /** Every file by its path below the site's folder, with slashes, sorted. */
  readonly files: ReadonlySet<string>;
  readonly pages: readonly Page[];
  /** Whether it has an editing page, which is an application of its own and nothing that is looked at here. */
  readonly hasEditor: boolean;
  /** The bytes of a file; throws when there is none of that path. */
  read(file: string): Buffer;
}

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

export function openSite(folder: string, url: URL): BuiltSite {
  return toSite(listFiles(folder), (file) => readFileSync(join(folder, file)), url);
}

/** A site of these files, wherever they are. */
export function toSite(files: readonly string[], read: (file: string) => Buffer, url: URL): BuiltSite {
  const own = files.filter((file) => !file.startsWith("admin/"));
  const pages = own.filter((file) => file.endsWith(".html")).map((file) => toPage(file, read(file).toString("utf8")));
  return { url, files: new Set(own), pages, hasEditor: own.length < files.length, read };
}

/** Every file of a folder by its path below it, with slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(folder.length + 1).replaceAll(sep, "/"))
    .sort();
}

/** The file that a host answers an address of the site with; undefined where it would answer 404. */
export function fileAt(site: BuiltSite, path: string): string | undefined {
  const name = decodeURIComponent(path).slice(1);
  if (name === "" || name.endsWith("/")) return site.files.has(`${name}index.html`) ? `${name}index.html` : undefined;
  return site.files.has(name) ? name : undefined;
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

/** True unless the page asks search engines to leave it out. */
export function isIndexed(page: Page): boolean {
  return !(metaOf(page, "robots") ?? "").includes("noindex");
}

/** `file` is the path below the site's folder. */
export function toPage(file: string, html: string): Page {
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
