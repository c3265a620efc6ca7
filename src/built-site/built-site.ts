/** A built site as checks see it: its files, and its pages taken apart once. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Parser } from "htmlparser2";
import { addBase, removeBase } from "../lib/base-path.ts";
import { decodePercent } from "../lib/decode-percent.ts";

export interface BuiltSite {
  /** The address of the home page. Its path is the base, below which the site lies on its domain: `/`, or `/catalog/`. */
  readonly url: URL;
  /** Every file by its path below the site's folder, with slashes, sorted. */
  readonly files: ReadonlySet<string>;
  /** Without mails, which are sent and not read here. */
  readonly pages: readonly BuiltPage[];
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

export interface BuiltPage {
  /** Address on the site: `/topic/hl7-fhir/`, or `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
  /** Left at a former address; it has a head and a link, and nothing else of a page. */
  readonly isRedirect: boolean;
}

export function readSite(folder: string, url: URL): BuiltSite {
  return toSite(listFiles(folder), (file) => readFileSync(join(folder, file)), url);
}

/** A site of these files, wherever they are. */
export function toSite(files: readonly string[], read: (file: string) => Buffer, url: URL): BuiltSite {
  const own = files.filter((file) => !file.startsWith("admin/"));
  const pages = own
    .filter((file) => file.endsWith(".html") && !isMail(file))
    .map((file) => parsePage(file, read(file).toString("utf8")));
  return { url, files: new Set(own), pages, hasEditor: own.length < files.length, read };
}

/** True for the body of a mail, which has the styles and tables that mail programs ask for and pages may not have. */
export function isMail(file: string): boolean {
  return /(?:^|\/)mail\.html$/.test(file);
}

/** Every file of a folder by its path below it, with slashes, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => file.slice(folder.length + 1).replaceAll(sep, "/"))
    .sort();
}

/** The bytes of a file as UTF-8; throws when there is none of that path. */
export function textOf(site: BuiltSite, file: string): string {
  return site.read(file).toString("utf8");
}

/** The file that a host answers a path of the site with; undefined where it would answer 404. */
export function fileAt(site: BuiltSite, path: string): string | undefined {
  const name = decodePercent(path)?.slice(1);
  if (name === undefined) return undefined;
  if (name === "" || name.endsWith("/")) return site.files.has(`${name}index.html`) ? `${name}index.html` : undefined;
  return site.files.has(name) ? name : undefined;
}

/**
 * The path of the site that an address leads to; undefined for one outside the site, even on the same domain. A
 * relative address is resolved against `from`; without it, the address must be absolute.
 */
export function pathOfAddress({ url }: BuiltSite, address: string, from?: string | URL): string | undefined {
  const target = URL.parse(address, from);
  return target?.origin === url.origin ? removeBase(url.pathname, target.pathname) : undefined;
}

/** The file that a host answers an address with; undefined where it would answer 404, and elsewhere. */
export function fileOfAddress(site: BuiltSite, address: string, from?: string | URL): string | undefined {
  const path = pathOfAddress(site, address, from);
  return path === undefined ? undefined : fileAt(site, path);
}

/**
 * True for an absolute address of the site that leads to nothing, or that lacks the base and would lead somewhere with
 * it; false for any other.
 */
export function isBrokenAddress(site: BuiltSite, address: string): boolean {
  const path = pathOfAddress(site, address);
  if (path !== undefined) return fileAt(site, path) === undefined;
  const url = URL.parse(address);
  // The root of the domain is somebody's home page.
  return url?.origin === site.url.origin && url.pathname !== "/" && fileAt(site, url.pathname) !== undefined;
}

/** The absolute address of a path as it reads. */
export function addressOfPath({ url }: BuiltSite, path: string): string {
  return new URL(addBase(url.pathname, path.split("/").map(encodeURIComponent).join("/")), url).href;
}

const byName = new WeakMap<BuiltPage, Map<string, Element[]>>();

/** Elements of a name, in the order of the document. */
export function elementsOf(page: BuiltPage, name: string): readonly Element[] {
  let elements = byName.get(page);
  if (!elements) {
    elements = Map.groupBy(page.elements, (element) => element.name);
    byName.set(page, elements);
  }
  return elements.get(name) ?? [];
}

/** The `content` of a meta element by its name, property or http-equiv. */
export function metaOf(page: BuiltPage, key: string): string | undefined {
  return elementsOf(page, "meta").find(({ attributes }) =>
    [attributes["name"], attributes["property"], attributes["http-equiv"]].includes(key),
  )?.attributes["content"];
}

/** The words of a `rel`. */
export function relOf({ attributes }: Element): string[] {
  return (attributes["rel"] ?? "").split(/\s+/).filter((word) => word !== "");
}

/** Where the `content` of a refresh leads. */
export function refreshTarget(content: string): string {
  return content.replace(/^\d+;\s*url=/i, "");
}

/** The addresses of a `srcset`. */
export function sourcesOf({ attributes }: Element): string[] {
  const candidates = (attributes["srcset"] ?? "").split(",").map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
  return candidates.filter((address) => address !== "");
}

/** The content security policy in the head. */
export function policyOf(page: BuiltPage): string | undefined {
  return metaOf(page, "content-security-policy");
}

export function canonicalOf(page: BuiltPage): string | undefined {
  return elementsOf(page, "link").find((link) => relOf(link).includes("canonical"))?.attributes["href"];
}

/** True unless the page asks search engines to leave it out. */
export function isIndexed(page: BuiltPage): boolean {
  return !(metaOf(page, "robots") ?? "").includes("noindex");
}

/** `file` is the path below the site's folder. */
export function parsePage(file: string, html: string): BuiltPage {
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
