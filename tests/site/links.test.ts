/** Every link of the built site leads somewhere, every page can be found, and says what it is. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Parser } from "htmlparser2";
import { site } from "../../src/site.config.ts";
import {
  canonicalOf,
  type Element,
  elementsOf,
  type Fault,
  listFaults,
  listFiles,
  metaOf,
  type Page,
  PLAUSIBLE_PAGES,
  readPages,
  readSiteFile,
  siteFolder,
  typeOf,
} from "./site.ts";

/** Attributes that name one address. */
const LINKING = ["href", "src", "action", "poster"];

/** Metadata whose content is an address. */
const LINKING_META = ["og:url", "og:image", "twitter:image"];

interface Link {
  readonly from: string;
  readonly written: string;
  readonly target: URL;
}

let pages: readonly Page[] = [];
let files: ReadonlySet<string> = new Set();
let idsByPath: ReadonlyMap<string, ReadonlySet<string>> = new Map();

before(() => {
  pages = readPages();
  files = new Set(listFiles(siteFolder));
  idsByPath = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
});

test("the site is whole", (t) => {
  t.diagnostic(`${pages.length} pages, ${files.size} files`);
  assert.ok(pages.length >= PLAUSIBLE_PAGES, `only ${pages.length} pages in ${siteFolder}`);
});

describe("links", () => {
  test("every internal link names a file of the site, by the address that the site gives it", (t) => {
    const links = pages.flatMap(internalLinks);
    t.diagnostic(`${links.length} internal links`);
    assert.ok(links.length >= pages.length * 10, `only ${links.length} links`);
    assertNone(links.flatMap(brokenLink));
  });

  test("every fragment names an id of its target", (t) => {
    const links = pages.flatMap(internalLinks).filter(({ target }) => target.hash !== "");
    t.diagnostic(`${links.length} links with a fragment`);
    assert.ok(links.length >= pages.length - 10, `only ${links.length} links with a fragment`);
    assertNone(links.flatMap(missingFragment));
  });

  test("every page is reached from the home page", (t) => {
    const reached = reachableFrom("/");
    const orphans = pages.filter((page) => isFindable(page) && !reached.has(page.path));
    t.diagnostic(`${reached.size} pages reached by links`);
    assert.ok(reached.size >= PLAUSIBLE_PAGES, `only ${reached.size} pages are reached`);
    assertNone(orphans.map(({ path }) => ({ where: path, message: "no page links here" })));
  });
});

describe("every page", () => {
  test("has ids that stand once", (t) => {
    t.diagnostic(`${pages.flatMap(idsOf).length} ids`);
    assertNone(pages.flatMap((page) => repeated(idsOf(page)).map((id) => fault(page, `the id "${id}" stands twice`))));
  });

  test("has one heading, a title and a description", (t) => {
    const looked = pages.filter(({ isRedirect }) => !isRedirect);
    t.diagnostic(`${looked.length} pages`);
    assertNone(looked.flatMap(headFaults));
  });

  test("is canonical to itself, or to the page that a former address leads to", (t) => {
    const faults = pages.flatMap(canonicalFaults);
    t.diagnostic(`${pages.filter((page) => canonicalOf(page) !== undefined).length} canonical addresses`);
    assertNone(faults);
  });

  test("has a title and description that no other page has", (t) => {
    const looked = pages.filter(({ isRedirect }) => !isRedirect);
    const byHead = Map.groupBy(looked, (page) => `"${titleOf(page)}" / "${metaOf(page, "description")}"`);
    const shared = [...byHead].filter(([, same]) => same.length > 1);
    t.diagnostic(`${byHead.size} different heads on ${looked.length} pages`);
    assertNone(shared.flatMap(([head, same]) => same.map((page) => fault(page, `shared: ${head}`))));
  });
});

describe("every feed", () => {
  test("is a channel of items, each with an id of its own and a link that resolves", (t) => {
    const feeds = [...files].filter((file) => file.endsWith("feed.xml"));
    const items = feeds.map((file) => itemsOf(parseXml(readSiteFile(file)).elements).length);
    t.diagnostic(`${feeds.length} feeds, ${items.reduce((sum, count) => sum + count, 0)} items`);
    assert.ok(feeds.length >= 40, `only ${feeds.length} feeds`);
    assert.ok(items.filter((count) => count > 0).length >= 30, "most feeds have no item");
    assertNone(feeds.flatMap((file) => feedFaults(file, readSiteFile(file))));
  });

  test("is named by a page", (t) => {
    const named = new Set(pages.flatMap(internalLinks).map(({ target }) => target.pathname));
    const feeds = [...files].filter((file) => file.endsWith("feed.xml"));
    t.diagnostic(`${feeds.length} feeds`);
    assertNone(
      feeds
        .filter((file) => !named.has(`/${file}`))
        .map((file) => ({ where: file, message: "no page names this feed" })),
    );
  });
});

function internalLinks(page: Page): Link[] {
  const base = new URL(page.path, site.url);
  return page.elements
    .flatMap(addressesOf)
    .map((written) => ({ from: page.path, written, target: new URL(written, base) }))
    .filter(({ target }) => target.origin === site.url.origin);
}

function addressesOf({ name, attributes }: Element): string[] {
  const addresses = LINKING.flatMap((key) => attributes[key] ?? []);
  const candidates = (attributes["srcset"] ?? "").split(",").map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
  addresses.push(...candidates.filter((address) => address !== ""));
  if (name !== "meta") return addresses;
  const content = attributes["content"] ?? "";
  if (LINKING_META.includes(attributes["property"] ?? attributes["name"] ?? "")) addresses.push(content);
  if (attributes["http-equiv"] === "refresh") addresses.push(content.replace(/^\d+;\s*url=/i, ""));
  return addresses;
}

function brokenLink({ from, written, target }: Link): Fault[] {
  const path = decodeURIComponent(target.pathname);
  const isFile = files.has(path.slice(1)) && !path.endsWith("/");
  if (isFile || files.has(`${path.slice(1)}index.html`)) return [];
  const hasPage = files.has(`${path.slice(1)}/index.html`);
  return [{ where: from, message: `${written} ${hasPage ? "lacks its closing slash" : "leads nowhere"}` }];
}

function missingFragment({ from, written, target }: Link): Fault[] {
  const ids = idsByPath.get(decodeURIComponent(target.pathname));
  if (ids?.has(decodeURIComponent(target.hash.slice(1)))) return [];
  return [{ where: from, message: `${written} names no id of its target` }];
}

function reachableFrom(start: string): Set<string> {
  const linked = new Map(pages.map((page) => [page.path, anchorsOf(page)]));
  const reached = new Set([start]);
  for (const path of reached) {
    for (const next of linked.get(path) ?? []) if (linked.has(next)) reached.add(next);
  }
  return reached;
}

/** Paths that a reader can click to; the head's links do not count. */
function anchorsOf(page: Page): string[] {
  const base = new URL(page.path, site.url);
  return elementsOf(page, "a")
    .flatMap(({ attributes }) => attributes["href"] ?? [])
    .map((href) => new URL(href, base))
    .filter(({ origin }) => origin === site.url.origin)
    .map(({ pathname }) => decodeURIComponent(pathname));
}

/** Former addresses and the 404 page are linked from nowhere; the search page is reached through its form. */
function isFindable(page: Page): boolean {
  return !["redirect", "404", "search"].includes(typeOf(page));
}

function idsOf(page: Page): string[] {
  return elementsOf(page, "*").flatMap(({ attributes }) => attributes["id"] ?? []);
}

function titleOf(page: Page): string {
  // An inline drawing may have a title of its own.
  return elementsOf(page, "title")[0]?.text.trim() ?? "";
}

function headFaults(page: Page): Fault[] {
  const headings = elementsOf(page, "h1").length;
  const faults: string[] = [];
  if (headings !== 1) faults.push(`${headings} h1 elements`);
  if (titleOf(page) === "") faults.push("no title");
  if ((metaOf(page, "description") ?? "").trim() === "") faults.push("no description");
  return faults.map((message) => fault(page, message));
}

function canonicalFaults(page: Page): Fault[] {
  const canonical = canonicalOf(page);
  if (typeOf(page) === "404") return canonical === undefined ? [] : [fault(page, "the 404 page is canonical")];
  if (canonical === undefined) return [fault(page, "no canonical address")];
  const own = new URL(page.path.split("/").map(encodeURIComponent).join("/"), site.url).href;
  if (page.isRedirect) {
    const target = decodeURIComponent(new URL(canonical).pathname);
    return files.has(`${target.slice(1)}index.html`) && canonical !== own
      ? []
      : [fault(page, `leads to ${canonical}, which is no page`)];
  }
  return canonical === own ? [] : [fault(page, `canonical is ${canonical}`)];
}

interface XmlElement {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function parseXml(xml: string): { elements: XmlElement[]; unclosed: string[] } {
  const elements: XmlElement[] = [];
  const unclosed: string[] = [];
  const open: XmlElement[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, parent: open.at(-1)?.name, attributes, text: "" };
        elements.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag(name, isImplied) {
        // The parser closes what is left open without a word, and calls a self-closing element implied too.
        const isSelfClosing = xml.slice(0, parser.endIndex + 1).endsWith("/>");
        if (isImplied && !isSelfClosing) unclosed.push(name);
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { elements, unclosed };
}

function itemsOf(elements: readonly XmlElement[]): XmlElement[] {
  return elements.filter(({ name }) => name === "item");
}

function feedFaults(file: string, xml: string): Fault[] {
  const { elements, unclosed } = parseXml(xml);
  const texts = (parent: string, name: string) =>
    elements.filter((element) => element.parent === parent && element.name === name).map(({ text }) => text.trim());
  const items = itemsOf(elements).length;
  const links = [...texts("channel", "link"), ...texts("item", "link")];
  const self = elements.find(({ name, attributes }) => name === "atom:link" && attributes["rel"] === "self");
  const faults = unclosed.map((name) => `<${name}> is not closed`);
  // The parser reads HTML's named characters too; XML has five of them.
  const unknown = xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);).{0,10}/i);
  if (unknown) faults.push(`${unknown[0]} is no character of XML`);
  for (const name of ["title", "link", "description"])
    if (texts("channel", name).filter((text) => text !== "").length !== 1)
      faults.push(`the channel has no one ${name}`);
  for (const name of ["title", "link", "guid"])
    if (texts("item", name).filter((text) => text !== "").length !== items) faults.push(`an item has no ${name}`);
  for (const guid of repeated(texts("item", "guid"))) faults.push(`the guid ${guid} stands twice`);
  if (self?.attributes["href"] !== new URL(file, site.url).href) faults.push("does not name its own address");
  for (const link of links) {
    if (!URL.canParse(link)) faults.push(`${link} is no address`);
    else if (new URL(link).origin !== site.url.origin) faults.push(`${link} is not of this site`);
    else faults.push(...brokenLink({ from: file, written: link, target: new URL(link) }).map(({ message }) => message));
  }
  return faults.map((message) => ({ where: file, message }));
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function fault(page: Page, message: string): Fault {
  return { where: page.path, message };
}

function assertNone(faults: readonly Fault[]): void {
  assert.equal(faults.length, 0, listFaults(faults));
}
