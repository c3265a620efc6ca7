/** What a page costs its reader stays under the limit of its type; bytes are gzip, as the plainest host sends them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import {
  type BuiltPage,
  type Element,
  elementsOf,
  listFiles,
  listViolations,
  type PageType,
  PLAUSIBLE_PAGES,
  pageTypes,
  readPages,
  readSiteFile,
  relOf,
  siteFolder,
  typeOf,
  type Violation,
} from "./site.ts";

const KB = 1000;

/** The content pages' script; the offering index and the search page are small applications and have limits of their own. */
const CONTENT_SCRIPT = 1.5 * KB;
/** What a search fetches besides once its box has the focus: its interface, and the worker with its library. */
const SEARCH_SCRIPT = 24 * KB;
const STYLE = 8 * KB;
const FONTS = 64 * KB;

interface Limit {
  readonly html: number;
  readonly script: number;
  /** Style sheets, scripts and preloads named in the page. */
  readonly requests: number;
}

const limits: Readonly<Record<PageType, Limit>> = {
  home: { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "news index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  story: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "topic index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  topic: { html: 30 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "offering index": { html: 60 * KB, script: 3 * KB, requests: 5 },
  offering: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  "organization index": { html: 60 * KB, script: CONTENT_SCRIPT, requests: 4 },
  organization: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  author: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  search: { html: 12 * KB, script: 8 * KB, requests: 5 },
  about: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  feeds: { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  api: { html: 20 * KB, script: CONTENT_SCRIPT, requests: 5 },
  "404": { html: 12 * KB, script: CONTENT_SCRIPT, requests: 4 },
  redirect: { html: 2 * KB, script: 0, requests: 0 },
};

interface Cost {
  readonly page: BuiltPage;
  readonly type: PageType;
  readonly html: number;
  /** Of the page and all that it imports at once. */
  readonly script: number;
  /** Scripts that these fetch later: dynamic imports and workers. */
  readonly laterScript: number;
  readonly style: number;
  readonly requests: number;
}

let files: readonly string[] = [];
let costs: readonly Cost[] = [];
const sizes = new Map<string, number>();

before(() => {
  files = listFiles(siteFolder);
  costs = readPages().map(toCost);
});

test("there is a page of every type to weigh", (t) => {
  for (const line of tableOf(costs)) t.diagnostic(line);
  const missing = pageTypes.filter((type) => !costs.some((cost) => cost.type === type));
  t.diagnostic(`${costs.length} pages weighed`);
  assert.ok(costs.length >= PLAUSIBLE_PAGES, `only ${costs.length} pages in ${siteFolder}`);
  assert.deepEqual(missing, [], "no page of these types");
});

describe("a page stays under the limit of its type", () => {
  for (const measure of ["html", "script", "requests"] as const) {
    test(measure, () => {
      const over = costs.filter((cost) => cost[measure] > limits[cost.type][measure]);
      assertNone(
        over.map((cost) => ({
          where: `${cost.page.path} (${cost[measure]})`,
          message: `${measure} of a page of type ${cost.type} over ${limits[cost.type][measure]}`,
        })),
      );
    });
  }

  test("style", () => {
    assertNone(
      costs
        .filter(({ style }) => style > STYLE)
        .map(({ page, style }) => ({ where: `${page.path} (${style})`, message: `style over ${STYLE}` })),
    );
  });
});

test("what the search box fetches with the focus stays under its limit, on every page", (t) => {
  const withBox = costs.filter(({ type }) => type !== "redirect");
  const most = Math.max(...withBox.map(({ laterScript }) => laterScript));
  t.diagnostic(`at most ${most} bytes`);
  assertNone(
    withBox
      .filter(({ laterScript }) => laterScript === 0 || laterScript > SEARCH_SCRIPT)
      .map(({ page, laterScript }) => ({
        where: `${page.path} (${laterScript})`,
        message: `not 1 to ${SEARCH_SCRIPT}`,
      })),
  );
});

test("all fonts together stay under their limit", (t) => {
  const fonts = files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file));
  const bytes = fonts.reduce((sum, file) => sum + readFileSync(join(siteFolder, file)).length, 0);
  t.diagnostic(`${fonts.length} fonts, ${bytes} bytes`);
  assert.ok(fonts.length > 0, "no font");
  assert.ok(bytes <= FONTS, `${bytes} bytes of fonts, more than ${FONTS}`);
});

function toCost(page: BuiltPage): Cost {
  const scripts = elementsOf(page, "script").filter(isScript);
  const sheets = elementsOf(page, "link").filter((link) => relOf(link).includes("stylesheet"));
  const preloads = elementsOf(page, "link").filter((link) => relOf(link).some((rel) => /preload$/.test(rel)));
  const named = scripts.flatMap(({ attributes }) => attributes["src"] ?? []);
  const inline = [...scripts, ...elementsOf(page, "style")].filter(({ text }) => text !== "");
  const inlineSize = (name: string) =>
    inline.filter((element) => element.name === name).reduce((sum, { text }) => sum + gzipSync(text).length, 0);
  const sizeOfAll = (list: readonly string[]) => list.reduce((sum, file) => sum + sizeOf(file), 0);
  const atOnce = reach(named.map(toFile), importedBy);
  const sooner = new Set(atOnce);
  const later = reach(atOnce, namedBy).filter((file) => !sooner.has(file));
  return {
    page,
    type: typeOf(page),
    html: gzipSync(page.html).length,
    script: sizeOfAll(atOnce) + inlineSize("script"),
    laterScript: sizeOfAll(later),
    style: sheets.reduce((sum, { attributes }) => sum + sizeOf(toFile(attributes["href"] ?? "")), inlineSize("style")),
    requests: named.length + sheets.length + preloads.length,
  };
}

/** Structured data is a script element too, and none. */
function isScript({ attributes }: Element): boolean {
  return /^(module|(text|application)\/javascript)?$/.test(attributes["type"] ?? "");
}

/** The scripts and every script that leads on from one of them. */
function reach(entries: readonly string[], next: (file: string) => readonly string[]): string[] {
  const reached = new Set(entries);
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return [...reached];
}

/** Scripts without which a script does not run. */
function importedBy(file: string): string[] {
  const imports = readSiteFile(file).matchAll(/\b(?:import|from)\s*["']([^"']+)["']/g);
  return [...imports].map(([, address = ""]) => new URL(address, `https://a.example/${file}`).pathname.slice(1));
}

/** Scripts that a script names in any way: imported at once or later, or started as a worker. */
function namedBy(file: string): string[] {
  const text = readSiteFile(file);
  return files.filter((other) => /\.m?js$/.test(other) && text.includes(other.slice(other.lastIndexOf("/") + 1)));
}

function sizeOf(file: string): number {
  const size = sizes.get(file) ?? gzipSync(readFileSync(join(siteFolder, file))).length;
  sizes.set(file, size);
  return size;
}

function toFile(address: string): string {
  return decodeURIComponent(address.slice(1));
}

/** The largest page of each type by its HTML, and the most that any of the type has of the rest. */
function tableOf(all: readonly Cost[]): string[] {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 || index === 7 ? `${cell}`.padEnd(18) : `${cell}`.padStart(8))).join(" ");
  const rows = pageTypes.map((type) => {
    const same = all.filter((cost) => cost.type === type).sort((a, b) => b.html - a.html);
    const most = (measure: "script" | "laterScript" | "style" | "requests") =>
      Math.max(0, ...same.map((cost) => cost[measure]));
    const [largest] = same;
    return row([
      type,
      same.length,
      largest?.html ?? 0,
      most("script"),
      most("laterScript"),
      most("style"),
      most("requests"),
      largest?.page.path ?? "",
    ]);
  });
  return [row(["type", "pages", "html", "script", "later", "style", "requests", "largest"]), ...rows];
}

function assertNone(violations: readonly Violation[]): void {
  assert.equal(violations.length, 0, listViolations(violations));
}
