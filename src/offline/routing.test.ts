import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  digestIndexUrl,
  digestUrl,
  entityRowsUrl,
  mailUrl,
  markdownUrl,
  offeringRowsUrl,
  searchUrl,
} from "../views/urls.ts";
import { fixedPaths } from "../vocab/entity-kind.ts";
import { chooseStrategy, firstPages, isKeepable, type RequestFacts, toKey } from "./routing.ts";

const ORIGIN = "https://curalog.org";
const strategyOf = (path: string, facts: Partial<RequestFacts> = {}) =>
  chooseStrategy({ method: "GET", url: new URL(path, ORIGIN).href, mode: "cors", hasRange: false, ...facts }, ORIGIN);
const opened = (path: string) => strategyOf(path, { mode: "navigate" });

test("pages come from the network, whatever their query", () => {
  for (const path of [...fixedPaths, "/news/a/?utm=1", "/compare/?o=a,b", "/author/データ/", "/news/a"])
    assert.equal(opened(path), "page", path);
});

test("what is not read as a page is left to the browser", () => {
  const paths = [
    "/feed.xml",
    "/author/a/feed.json",
    "/api/v1/topic/rows.json",
    mailUrl("2026-w47", "html"),
    markdownUrl(digestUrl("2026-w47")),
    "/api/v1/topic/a.json",
    "/.well-known/api-catalog",
    "/admin/",
    "/admin",
    "/sitemap.xml",
  ];
  for (const path of paths) assert.deepEqual([opened(path), strategyOf(path)], ["none", "none"], path);
});

test("files of a page come from the network unless their name says that they never change", () => {
  assert.equal(strategyOf("/assets/site.DrgsFmDM.css"), "immutable");
  assert.equal(strategyOf("/search/index.ce8d50f442.json"), "immutable");
  assert.equal(strategyOf("/search/postings-3-0.ce8d50f442.json"), "immutable");
  assert.equal(strategyOf("/search/latest.json"), "file");
  assert.equal(strategyOf("/images/2021/a.png"), "file");
  assert.equal(strategyOf(offeringRowsUrl), "file");
  assert.equal(strategyOf(entityRowsUrl({ kind: "topic", slug: "fhir" })), "file");
  assert.equal(strategyOf("/api/v1/offering/aidbox.json"), "file");
  assert.equal(strategyOf("/topic/fhir/feed.json"), "file");
  assert.equal(opened("/topic/fhir/feed.json"), "none");
  assert.equal(strategyOf("/search/card.png"), "none");
  assert.equal(strategyOf("/admin/assets/main.js"), "none");
});

test("only whole answers of the site itself to GET are the worker's business", () => {
  const path = fc.constantFrom("/", "/news/a/", "/assets/a.AAAAAAAA.js", "/search/latest.json");
  const mode = fc.constantFrom("navigate", "cors");
  const method = fc.constantFrom("HEAD", "POST", "PUT", "DELETE");
  fc.assert(
    fc.property(path, mode, method, (where, how, verb) => {
      assert.equal(strategyOf(where, { mode: how, method: verb }), "none");
      assert.equal(strategyOf(where, { mode: how, hasRange: true }), "none");
      assert.equal(strategyOf(`https://other.example${where}`, { mode: how }), "none");
    }),
  );
});

test("an error, a redirect and another site's answer are not kept", () => {
  const answer = { status: 200, type: "basic", redirected: false } as const;
  assert.equal(isKeepable(answer), true);
  for (const change of [{ status: 404 }, { status: 500 }, { status: 206 }, { redirected: true }])
    assert.equal(isKeepable({ ...answer, ...change }), false);
  for (const type of ["opaque", "opaqueredirect", "cors"] as const)
    assert.equal(isKeepable({ ...answer, type }), false);
});

test("a page is kept once, under its address alone", () => {
  for (const path of ["/news/a/", "/news/a", "/news/a/?q=1", "/news/a/#b"])
    assert.equal(toKey(ORIGIN + path), `${ORIGIN}/news/a/`);
  assert.equal(toKey(`${ORIGIN}/offering/rows.json`), `${ORIGIN}/offering/rows.json`);
});

test("what is there from the start are pages of the site", () => {
  for (const path of firstPages) assert.ok(fixedPaths.includes(path), path);
  assert.ok(firstPages.includes(searchUrl));
  assert.ok(!firstPages.includes(digestIndexUrl));
});
