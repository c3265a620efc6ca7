/** No page can make a reader's browser ask another host for anything, or run what the site did not write. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { site } from "../../src/site.config.ts";
import {
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
  relOf,
  siteFolder,
} from "./site.ts";

/** Relations of a `link` that are statements; a browser fetches nothing for them. */
const STATEMENTS = ["canonical", "alternate", "license", "author", "search"];

/** Metadata of the source of the curated article, which would hand the site to the source if it were emitted. */
const FOREIGN_METADATA = ["google-site-verification", "ZfA9TYzJhTo4Qq5hZKk2GVBYHj0-7Bu73PO0P5jbDaI", "#.YWhSbhrMJPY"];

/** What the policy must say, besides the hashes of script and style; a directive left out falls back to default-src. */
const CLOSED_DIRECTIVES = ["default-src", "base-uri", "form-action"];

let pages: readonly Page[] = [];

before(() => {
  pages = readPages();
});

describe("no page", () => {
  test("loads or sends anything to another host", (t) => {
    const addresses = pages.flatMap((page) => page.elements.flatMap(requestedBy));
    t.diagnostic(`${addresses.length} addresses that a browser requests, on ${pages.length} pages`);
    assert.ok(pages.length >= PLAUSIBLE_PAGES, `only ${pages.length} pages in ${siteFolder}`);
    assert.ok(addresses.length >= pages.length * 3, `only ${addresses.length} addresses`);
    assertNone(
      pages.flatMap((page) =>
        page.elements.flatMap((element) =>
          requestedBy(element)
            .filter(isForeign)
            .map((address) => fault(page, `<${element.name}> requests ${address}`)),
        ),
      ),
    );
  });

  test("has inline styles or inline event handlers", (t) => {
    t.diagnostic(`${pages.flatMap(({ elements }) => elements).length} elements`);
    assertNone(
      pages.flatMap((page) =>
        page.elements.flatMap(({ name, attributes }) =>
          Object.keys(attributes)
            .filter((key) => key === "style" || key.startsWith("on"))
            .map((key) => fault(page, `<${name}> has the attribute ${key}`)),
        ),
      ),
    );
  });

  test("links to a script address", (t) => {
    const links = pages.flatMap((page) => elementsOf(page, "a").map((link) => ({ page, link })));
    t.diagnostic(`${links.length} links`);
    assertNone(
      links
        .filter(({ link }) => !isPlainAddress(link.attributes["href"] ?? "/"))
        .map(({ page, link }) => fault(page, `links to ${link.attributes["href"]}`)),
    );
  });
});

test("every page carries a content security policy that trusts this site alone", (t) => {
  const policies = new Set(pages.map((page) => metaOf(page, "content-security-policy") ?? "none"));
  t.diagnostic(`${policies.size} different policies on ${pages.length} pages`);
  assertNone(pages.flatMap((page) => policyFaults(page).map((message) => fault(page, message))));
});

test("no style sheet loads anything from another host", (t) => {
  const sheets = listFiles(siteFolder).filter((file) => file.endsWith(".css"));
  const inline = pages.flatMap((page) =>
    elementsOf(page, "style").map(({ text }) => ({ where: page.path, css: text })),
  );
  const styles = [...sheets.map((file) => ({ where: file, css: readSiteFile(file) })), ...inline];
  const addresses = styles.flatMap(({ where, css }) => addressesIn(css).map((address) => ({ where, address })));
  t.diagnostic(`${sheets.length} style sheets, ${inline.length} style elements, ${addresses.length} addresses`);
  assert.ok(sheets.length > 0, "no style sheet");
  assert.ok(addresses.length >= 2, "the fonts are not in the style sheets");
  assertNone(
    addresses
      .filter(({ address }) => isForeign(address))
      .map(({ where, address }) => ({ where, message: `loads ${address}` })),
  );
});

test("no script names another host", (t) => {
  const scripts = listFiles(siteFolder).filter((file) => /\.m?js$/.test(file));
  t.diagnostic(`${scripts.length} scripts`);
  assert.ok(scripts.length > 0, "no script");
  const namesHost = (file: string) =>
    [...readSiteFile(file).matchAll(/["'`](?:https?:|wss?:)?\/\/[^"'`\s]+/g)].map(([address]) => address.slice(1));
  assertNone(
    scripts.flatMap((file) =>
      namesHost(file)
        .filter(isForeign)
        .map((address) => ({ where: file, message: `names ${address}` })),
    ),
  );
});

test("nothing of the source's own metadata is emitted", (t) => {
  const files = listFiles(siteFolder);
  t.diagnostic(`${files.length} files`);
  assert.ok(files.length >= PLAUSIBLE_PAGES, `only ${files.length} files`);
  assertNone(
    files.flatMap((file) => {
      const text = readFileSync(join(siteFolder, file), "latin1");
      return FOREIGN_METADATA.filter((words) => text.includes(words)).map((words) => ({
        where: file,
        message: `holds ${words}`,
      }));
    }),
  );
});

/** Addresses that a browser turns to without a reader's click, or sends a reader's input to. */
function requestedBy(element: Element): string[] {
  const { name, attributes } = element;
  const candidates = (attributes["srcset"] ?? "").split(",").map((candidate) => candidate.trim().split(/\s/)[0] ?? "");
  const addresses = ["src", "action", "formaction", "poster", "data", "background", "ping"].map(
    (key) => attributes[key] ?? "",
  );
  // Of a drawing's elements `href` loads, of a link it leads.
  if (["use", "image", "feimage"].includes(name.toLowerCase()))
    addresses.push(attributes["href"] ?? "", attributes["xlink:href"] ?? "");
  if (name === "base") addresses.push(attributes["href"] ?? "");
  if (name === "link" && !relOf(element).every((rel) => STATEMENTS.includes(rel)))
    addresses.push(attributes["href"] ?? "");
  if (name === "meta" && attributes["http-equiv"] === "refresh")
    addresses.push((attributes["content"] ?? "").replace(/^\d+;\s*url=/i, ""));
  return [...addresses, ...candidates].filter((address) => address !== "");
}

function isForeign(address: string): boolean {
  if (address.startsWith("data:") || address.startsWith("#")) return false;
  return !URL.canParse(address, site.url) || new URL(address, site.url).origin !== site.url.origin;
}

function isPlainAddress(href: string): boolean {
  return URL.canParse(href, site.url) && ["http:", "https:", "mailto:"].includes(new URL(href, site.url).protocol);
}

function policyFaults(page: Page): string[] {
  const policy = metaOf(page, "content-security-policy");
  if (policy === undefined) return ["no content security policy"];
  const directives = new Map(
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name, sources]),
  );
  const faults = CLOSED_DIRECTIVES.filter((name) => !directives.has(name)).map((name) => `the policy has no ${name}`);
  const position = page.elements.findIndex(
    ({ attributes }) => attributes["http-equiv"]?.toLowerCase() === "content-security-policy",
  );
  if (
    page.elements.slice(0, position).some((element) => element.name === "script" || relOf(element)[0] === "stylesheet")
  )
    faults.push("the policy comes after what it should judge");
  for (const [name, sources] of directives) {
    for (const source of sources) {
      if (!/^'(self|none|sha(256|384|512)-[\w+/=-]+)'$/.test(source))
        faults.push(`${name} of the policy allows ${source}`);
    }
  }
  return faults;
}

function addressesIn(css: string): string[] {
  const urls = [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/gi)].map(([, address = ""]) => address);
  const imports = [...css.matchAll(/@import\s+["']([^"']+)["']/gi)].map(([, address = ""]) => address);
  return [...urls, ...imports];
}

function fault(page: Page, message: string): Fault {
  return { where: page.path, message };
}

function assertNone(faults: readonly Fault[]): void {
  assert.equal(faults.length, 0, listFaults(faults));
}
