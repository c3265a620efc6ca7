import assert from "node:assert/strict";
import { test } from "node:test";
import { fileTypes, isText, typeOfFile } from "./file-types.ts";
import { headerTable } from "./header-table.ts";
import { cloudflareLimits, renderHeadersFile } from "./netlify.ts";
import { headersFor } from "./testing.ts";

const table = headerTable("default-src 'self'");

const FOR_EVER = "public, max-age=31536000, immutable";
const REVALIDATED = "public, max-age=0, must-revalidate";
const SHORT = "public, max-age=900, stale-while-revalidate=86400";
const LINKSET = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

/** Path: type, caching, and whether other sites may read it. */
const expected: readonly (readonly [string, string, string, boolean])[] = [
  ["/", "text/html; charset=utf-8", REVALIDATED, false],
  ["/topic/hl7-fhir/", "text/html; charset=utf-8", REVALIDATED, false],
  ["/404.html", "text/html; charset=utf-8", REVALIDATED, false],
  ["/assets/Base.CMaYccPr.css", "text/css; charset=utf-8", FOR_EVER, false],
  ["/assets/worker-UWVfeZiW.js", "text/javascript; charset=utf-8", FOR_EVER, false],
  ["/service-worker.js", "text/javascript; charset=utf-8", "no-cache", false],
  ["/search/", "text/html; charset=utf-8", REVALIDATED, false],
  ["/search/index.md", "text/markdown; charset=utf-8", REVALIDATED, false],
  ["/search/latest.json", "application/json", REVALIDATED, false],
  ["/search/index.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/search/records.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/search/records-12.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/search/words-3.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/search/postings-3-0.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/search/facets.cd15e52017.json", "application/json", FOR_EVER, false],
  ["/feed.xml", "application/xml; charset=utf-8", SHORT, true],
  ["/topic/hl7-fhir/atom.xml", "application/xml; charset=utf-8", SHORT, true],
  ["/author/a/feed.json", "application/feed+json", SHORT, true],
  ["/organization/a/feed.xml", "application/xml; charset=utf-8", SHORT, true],
  ["/feeds/topics.opml", "application/xml; charset=utf-8", SHORT, true],
  ["/api/v1/index.json", "application/json", SHORT, true],
  ["/api/v1/topic/feed.json", "application/json", SHORT, true],
  ["/api/v1/news.ndjson", "application/x-ndjson", SHORT, true],
  ["/api/v1/news.csv", "text/csv; charset=utf-8", SHORT, true],
  ["/api/v1/topics.ttl", "text/turtle; charset=utf-8", SHORT, true],
  ["/api/v1/topics.jsonld", "application/ld+json", SHORT, true],
  ["/api/v1/interfaces.linkset.json", LINKSET, SHORT, true],
  ["/.well-known/api-catalog", LINKSET, SHORT, true],
  ["/apis.json", "application/json", SHORT, true],
  ["/documents/a.pdf", "application/pdf", "public, max-age=86400, stale-while-revalidate=604800", false],
  ["/images/2021/a.png", "image/png", "public, max-age=86400, stale-while-revalidate=604800", false],
  ["/topic/hl7-fhir/card.png", "image/png", REVALIDATED, false],
  ["/site.webmanifest", "application/manifest+json", REVALIDATED, false],
  ["/sitemap.xml", "application/xml; charset=utf-8", REVALIDATED, false],
  ["/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8", REVALIDATED, false],
  ["/robots.txt", "text/plain; charset=utf-8", REVALIDATED, false],
];

test("every kind of file has its type, its caching, and is open to other sites or not", () => {
  for (const [path, type, caching, isOpen] of expected) {
    const headers = headersFor(table, path);
    assert.equal(headers.get("content-type"), type, path);
    assert.equal(headers.get("cache-control"), caching, path);
    assert.equal(headers.get("access-control-allow-origin"), isOpen ? "*" : undefined, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    if (!path.endsWith(".pdf")) assert.equal(headers.get("content-security-policy"), "default-src 'self'", path);
  }
});

test("a mail is allowed its styles and nothing else, and a PDF what the viewer of a browser needs", () => {
  const policyOf = (path: string) => headersFor(table, path).get("content-security-policy");
  assert.match(policyOf("/digest/2026-w47/mail.html") ?? "", /^default-src 'none'; style-src 'unsafe-inline'; /);
  assert.equal(policyOf("/documents/2026/a.pdf"), "frame-ancestors 'none'");
  for (const path of ["/documents/a.html", "/digest/2026-w47/", "/mail.html"])
    assert.equal(policyOf(path), "default-src 'self'", path);
});

test("the Markdown of a page is not listed beside it", () => {
  assert.equal(headersFor(table, "/topic/hl7-fhir/index.md").get("x-robots-tag"), "noindex");
  assert.equal(headersFor(table, "/topic/hl7-fhir/").get("x-robots-tag"), undefined);
});

test("the API catalog names itself, as RFC 9727 asks", () => {
  assert.equal(
    headersFor(table, "/.well-known/api-catalog").get("link"),
    '</.well-known/api-catalog>; rel="api-catalog"',
  );
  assert.equal(headersFor(table, "/apis.json").get("link"), undefined);
});

test("a file of an unknown ending has no type", () => {
  assert.equal(typeOfFile("/a.exe"), undefined);
  assert.equal(headersFor(table, "/a.exe").get("content-type"), undefined);
});

test("text is compressed, pictures and fonts are not", () => {
  const types = fileTypes.map(({ type }) => type.replace(/;.*/, ""));
  assert.deepEqual(
    types.filter((type) => !isText(type)),
    [
      "image/png",
      "image/jpeg",
      "image/jpeg",
      "image/gif",
      "image/webp",
      "image/avif",
      "application/pdf",
      "image/x-icon",
      "font/woff2",
    ],
  );
});

/** Patterns have one `*` at most, so whether a path fits both can be decided from their ends. */
function overlap(one: string, other: string): boolean {
  const [head = "", tail] = one.split("*");
  const [otherHead = "", otherTail] = other.split("*");
  if (tail === undefined && otherTail === undefined) return one === other;
  if (tail === undefined)
    return (
      one.length >= otherHead.length + (otherTail?.length ?? 0) &&
      one.startsWith(otherHead) &&
      one.endsWith(otherTail ?? "")
    );
  if (otherTail === undefined) return overlap(other, one);
  const startsAlike = head.startsWith(otherHead) || otherHead.startsWith(head);
  return startsAlike && (tail.endsWith(otherTail) || otherTail.endsWith(tail));
}

test("no path fits two values of a header, which some hosts would both send", () => {
  let pairs = 0;
  for (const { name, choices } of table.byPath) {
    const patterns = choices.flatMap(({ paths }) => paths);
    for (const [index, pattern] of patterns.entries()) {
      assert.match(pattern, /^\/[^*]*\*?[^*]*$/, "one star, since Cloudflare takes no more");
      for (const other of patterns.slice(index + 1)) {
        pairs += 1;
        assert.ok(!overlap(pattern, other), `${name}: ${pattern} and ${other}`);
      }
    }
  }
  assert.ok(pairs > 300, `only ${pairs} pairs`);
});

test("the table is within the limits of Cloudflare, with room for a longer policy", () => {
  const lines = renderHeadersFile(headerTable("x".repeat(1900))).split("\n");
  assert.ok(lines.filter((line) => line.startsWith("/")).length <= cloudflareLimits.headerRules / 2);
  assert.ok(lines.every((line) => line.length <= cloudflareLimits.headerLine));
});

test("what a server sends has no sign that a server's file could read as its own, but for quotes, which all escape", () => {
  const values = [
    ...table.everywhere.map(([, value]) => value),
    ...table.byPath.flatMap(({ choices }) => choices.map(({ value }) => value)),
  ];
  for (const value of values) assert.match(value, /^[^\\${}\p{Cc}]*$/u);
});
