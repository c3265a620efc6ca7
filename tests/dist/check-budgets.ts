/** What a page costs its reader is within the limits of its type. Bytes are those of gzip, which the plainest host sends. */

import { gzipSync } from "node:zlib";
import {
  addressOfPath,
  type BuiltPage,
  type BuiltSite,
  type Element,
  elementsOf,
  fileOfAddress,
  relOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { hasSection } from "../../src/config/settings.ts";
import { serviceWorkerUrl } from "../../src/views/urls.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { type PageType, typeOf } from "./page-type.ts";

const KB = 1000;

/** The content pages' script; the offering index and the search page are small applications and have limits of their own. */
const CONTENT_SCRIPT = 1.5 * KB;
/** What a search fetches besides once its box has the focus: its interface, and the worker with its library. */
const SEARCH_SCRIPT = 25 * KB;
/** What the worker of the search fetches besides where the site names another search engine. Other sites have it, and no reader asks for it. */
const ENGINE_SCRIPT = 4 * KB;
/** Fetched once a reader turns on reading offline, and compared by the browser at later visits. */
const SERVICE_WORKER = 2.5 * KB;
/** What a page fetches besides once its reader has lists of their own: their buttons and marks. */
const LISTS_SCRIPT = 6 * KB;
/** What a topic fetches besides once its reader opens a filter. The script that may ask for it is that of every page. */
const FILTERS_SCRIPT = 5 * KB;
const STYLE = 8 * KB;
const FONTS = 64 * KB;

const SECTIONS = {
  "news index": "news",
  "digest index": "digest",
  "topic index": "topics",
  "offering index": "offerings",
  "organization index": "organizations",
  compare: "compare",
  following: "following",
  api: "data",
} as const;

/** Types that every site has, whatever its content, but for the sections that it leaves out. */
const EVERYWHERE: readonly PageType[] = (
  [
    "home",
    "news index",
    "digest index",
    "topic index",
    "offering index",
    "organization index",
    "search",
    "compare",
    "following",
    "about",
    "feeds",
    "offline",
    "api",
    "404",
  ] as const
).filter((type) => !Object.hasOwn(SECTIONS, type) || hasSection(SECTIONS[type as keyof typeof SECTIONS]));

const WORKER_FILE = serviceWorkerUrl.slice(1);

interface Limit {
  readonly html: number;
  /** HTML before it is compressed, which a phone has to parse. */
  readonly text?: number;
  readonly script: number;
  /** Scripts that the page's own fetch once a reader asks for more. */
  readonly later?: number;
  /** Style sheets, scripts and preloads named in the page. */
  readonly requests: number;
}

/** Texts of the interface are the longer half of some scripts, and longer in German than in English. */
const limits: Readonly<Record<PageType, Limit>> = {
  home: { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "news index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  story: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "digest index": { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  digest: { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "topic index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "year of news": { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "topic filters": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  topic: { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "offering index": { html: 12 * KB, text: 62 * KB, script: 4.6 * KB, later: 3 * KB, requests: 5 },
  offering: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "organization index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  organization: { html: 20 * KB, script: CONTENT_SCRIPT, requests: 4 },
  author: { html: 20 * KB, script: CONTENT_SCRIPT, requests: 4 },
  resource: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  search: { html: 12 * KB, script: 10.3 * KB, requests: 5 },
  compare: { html: 12 * KB, script: 3 * KB, later: 5 * KB, requests: 5 },
  following: { html: 12 * KB, script: 12.7 * KB, requests: 5 },
  about: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  feeds: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  offline: { html: 12 * KB, script: 5.7 * KB, later: SERVICE_WORKER, requests: 5 },
  api: { html: 20 * KB, script: CONTENT_SCRIPT, requests: 5 },
  "404": { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  redirect: { html: 2 * KB, script: 0, requests: 0 },
};

/** Of one page; scripts are those of the page and all that they import at once. */
interface Cost extends Required<Omit<Limit, "later">> {
  readonly page: BuiltPage;
  readonly type: PageType;
  /** Scripts that these fetch later: dynamic imports and workers. */
  readonly laterScript: number;
  readonly style: number;
}

export const budgetsCheck: Check = {
  name: "budgets",
  run(site) {
    const weigh = createScale(site);
    const costs = site.pages.map(weigh);
    const most = (measure: "html" | "script" | "laterScript") => Math.max(0, ...costs.map((cost) => cost[measure]));
    const fonts = [...site.files].filter((file) => /\.(woff2?|ttf|otf)$/.test(file));
    const workerBytes = site.files.has(WORKER_FILE) ? gzipSync(site.read(WORKER_FILE)).length : 0;
    const fontBytes = fonts.reduce((sum, file) => sum + site.read(file).length, 0);
    return {
      counts: [
        { what: "pages weighed", count: costs.length, least: 1 },
        { what: "types of page", count: new Set(costs.map(({ type }) => type)).size, least: EVERYWHERE.length },
        { what: "bytes of HTML at most", count: most("html"), least: 1 },
        { what: "of script", count: most("script"), least: 1 },
        { what: "of the service worker", count: workerBytes, least: 1 },
        { what: "of script for search, lists and filters", count: most("laterScript"), least: 1 },
        { what: "bytes of fonts", count: fontBytes, least: 1 },
      ],
      violations: [
        ...costs.flatMap(costViolations),
        ...(workerBytes > SERVICE_WORKER
          ? [{ where: WORKER_FILE, message: `${workerBytes} bytes, more than ${SERVICE_WORKER}` }]
          : []),
        ...(fontBytes > FONTS ? [{ where: "fonts", message: `${fontBytes} bytes, more than ${FONTS}` }] : []),
      ],
    };
  },
};

function costViolations(cost: Cost): Violation[] {
  const { page, type, style, laterScript } = cost;
  const messages = (["html", "text", "script", "requests"] as const)
    .filter((measure) => cost[measure] > (limits[type][measure] ?? Number.POSITIVE_INFINITY))
    .map((measure) => `${cost[measure]} of ${measure}, where a page of type ${type} may have ${limits[type][measure]}`);
  if (style > STYLE) messages.push(`${style} bytes of style, more than ${STYLE}`);
  const mostLater = SEARCH_SCRIPT + ENGINE_SCRIPT + LISTS_SCRIPT + FILTERS_SCRIPT + (limits[type].later ?? 0);
  if (type !== "redirect" && (laterScript === 0 || laterScript > mostLater))
    messages.push(`search, lists and filters load ${laterScript} bytes of script, not 1 to ${mostLater}`);
  return messages.map((message) => violationOf(page, message));
}

/** Weighs pages; each file is read and compressed once. */
function createScale(site: BuiltSite): (page: BuiltPage) => Cost {
  const scripts = [...site.files].filter((file) => /\.m?js$/.test(file));
  const textOfFile = memoize((file: string) => (site.files.has(file) ? textOf(site, file) : ""));
  const sizeOf = memoize((file: string) => (site.files.has(file) ? gzipSync(site.read(file)).length : 0));
  const sizeOfAll = (files: readonly string[]) => files.reduce((sum, file) => sum + sizeOf(file), 0);
  /** The check of links finds what leads nowhere. */
  const filesAt = (addresses: readonly (string | undefined)[], from = "/") =>
    addresses.flatMap((address) => fileOfAddress(site, address ?? "", addressOfPath(site, from)) ?? []);
  /** Scripts without which a script does not run. */
  const importsOf = memoize((file: string) => {
    const addresses = [...textOfFile(file).matchAll(/\b(?:import|from)\s*["']([^"']+)["']/g)];
    return filesAt(
      addresses.map(([, address]) => address),
      `/${file}`,
    );
  });
  /** Scripts that a script names in any way: imported at once or later, or started as a worker. */
  const namesIn = memoize((file: string) =>
    scripts.filter((other) => textOfFile(file).includes(other.slice(other.lastIndexOf("/") + 1))),
  );
  return (page) => {
    const scripts = elementsOf(page, "script").filter(isScript);
    const links = elementsOf(page, "link");
    const sheets = links.filter((link) => relOf(link).includes("stylesheet"));
    const preloads = links.filter((link) => relOf(link).some((rel) => /preload$/.test(rel)));
    const named = scripts.flatMap(({ attributes }) => attributes["src"] ?? []);
    const atOnce = reach(filesAt(named), importsOf);
    const later = reach(atOnce, namesIn).filter((file) => !atOnce.includes(file));
    return {
      page,
      type: typeOf(page),
      html: gzipSync(page.html).length,
      text: Buffer.byteLength(page.html),
      script: sizeOfAll(atOnce) + inlineSize(scripts),
      laterScript: sizeOfAll(later),
      style:
        sizeOfAll(filesAt(sheets.map(({ attributes }) => attributes["href"]))) + inlineSize(elementsOf(page, "style")),
      requests: named.length + sheets.length + preloads.length,
    };
  };
}

function inlineSize(elements: readonly Element[]): number {
  return elements.reduce((sum, { text }) => (text === "" ? sum : sum + gzipSync(text).length), 0);
}

/** Structured data is a script element too, and no script. */
function isScript({ attributes }: Element): boolean {
  return /^(module|(text|application)\/javascript)?$/.test(attributes["type"] ?? "");
}

/** The scripts, and every script that one of them leads to. */
function reach(entries: readonly string[], next: (file: string) => readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return [...reached];
}

function memoize<V>(compute: (file: string) => V): (file: string) => V {
  const known = new Map<string, V>();
  return (file) => {
    const value = known.get(file) ?? compute(file);
    known.set(file, value);
    return value;
  };
}
