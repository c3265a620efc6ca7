import assert from "node:assert/strict";
import { test } from "node:test";
import type { Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import { findRedirectViolations } from "./redirect-violations.ts";

const pages = new Set(["/", "/topic/new/", "/topic/café/"]);
const files = new Set(["/index.html", "/feed.xml", "/plain"]);

function violationsOf(...pairs: readonly (readonly [string, string])[]): string[] {
  const redirects: Redirect[] = pairs.map(([from, to]) => ({ from, to }));
  return findRedirectViolations(redirects, pages, files).map(({ redirect, message }) => `${redirect.from} ${message}`);
}

test("redirects that lead to pages are fine", () => {
  assert.deepEqual(violationsOf(), []);
  assert.deepEqual(violationsOf(["/a/", "/topic/new/"], ["/b/", "/topic/new/"], ["/c/", "/topic/caf%C3%A9/"]), []);
});

test("a chain is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/b/"], ["/b/", "/topic/new/"]), [
    "/a/ leads to /b/, which has moved itself: a chain",
  ]);
});

test("a loop is found, of one and of several, and what leads into it", () => {
  assert.deepEqual(violationsOf(["/a/", "/a/"]), ["/a/ leads back to itself: a loop"]);
  assert.deepEqual(violationsOf(["/a/", "/b/"], ["/b/", "/C/"], ["/c/", "/a/"], ["/d/", "/a/"]), [
    "/a/ leads back to itself: a loop",
    "/b/ leads back to itself: a loop",
    "/c/ leads back to itself: a loop",
    "/d/ leads to /a/, which has moved itself: a chain",
  ]);
});

test("a shadow over a page or a file is found, whatever its case", () => {
  assert.deepEqual(violationsOf(["/Topic/New/", "/"], ["/topic/CAFÉ/", "/"], ["/feed.xml/", "/"], ["/plain/", "/"]), [
    "/Topic/New/ shadows a page or a file of the site",
    "/topic/CAFÉ/ shadows a page or a file of the site",
    "/feed.xml/ shadows a page or a file of the site",
    "/plain/ shadows a page or a file of the site",
  ]);
});

test("a target that is no page is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/topic/gone/"], ["/b/", "/feed.xml"]), [
    "/a/ leads to /topic/gone/, which is no page",
    "/b/ leads to /feed.xml, which is no page",
  ]);
});

test("an address with two targets is found", () => {
  assert.deepEqual(violationsOf(["/a/", "/"], ["/A/", "/topic/new/"]), ["/a/ has two targets", "/A/ has two targets"]);
});
