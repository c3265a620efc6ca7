import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { buildHostFiles } from "../../src/outputs/hosts/host-files.ts";
import type { Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import { redirectsCheck } from "./check-redirects.ts";
import { redirectReaders } from "./read-redirects.ts";
import { countsIn, pageOf, SITE_URL, violationsIn } from "./testing.ts";

const OLD = { from: "/old/", to: "/topic/a/" };
const TABLE = [OLD, { from: "/older/café/", to: "/topic/a/" }];

function pageAt(to: string): string {
  return `<!doctype html><html lang="en"><head><title>Moved</title><meta http-equiv="refresh" content="0; url=${to}"><link rel="canonical" href="${new URL(to, SITE_URL)}"></head><body><a href="${to}">There</a></body></html>`;
}

const pages = {
  "index.html": pageOf("/"),
  "topic/a/index.html": pageOf("/topic/a/"),
  ...Object.fromEntries(TABLE.map(({ from, to }) => [`${from.slice(1)}index.html`, pageAt(to)])),
};
const healthy: Readonly<Record<string, string>> = { ...pages, ...Object.fromEntries(buildHostFiles("", TABLE)) };

test("a site whose former addresses lead to pages, in every host's file, has no violation", async () => {
  assert.deepEqual(await violationsIn(redirectsCheck, healthy), []);
  const { counts, short } = await countsIn(redirectsCheck, healthy);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["2 former addresses", "0 pages left below them", "5 files of redirects", "20 redirects in them"],
  );
  assert.deepEqual(short, []);
});

test("a site without former addresses is fine, one without files for hosts is not", async () => {
  const bare = { "index.html": pageOf("/"), ...Object.fromEntries(buildHostFiles("", [])) };
  assert.deepEqual((await countsIn(redirectsCheck, bare)).short, []);
  assert.deepEqual(await violationsIn(redirectsCheck, bare), []);
  const { short } = await countsIn(redirectsCheck, { "index.html": pageOf("/") });
  assert.deepEqual(short, ["only 0 files of redirects, expected 5"]);
});

describe("a redirect that is in the pages and not in a host's file is found, and the reverse", () => {
  for (const file of Object.keys(redirectReaders)) {
    test(file, async () => {
      const other = buildHostFiles("", [OLD, { from: "/new/", to: "/topic/a/" }]).get(file) ?? "";
      assert.deepEqual(await violationsIn(redirectsCheck, { ...healthy, [file]: other }), [
        `${file}: has /new -> /topic/a/, where no page was left`,
        `${file}: has /new/ -> /topic/a/, where no page was left`,
        `${file}: lacks /older/café -> /topic/a/`,
        `${file}: lacks /older/café/ -> /topic/a/`,
      ]);
      const twice = buildHostFiles("", [...TABLE, OLD]).get(file) ?? "";
      assert.deepEqual(await violationsIn(redirectsCheck, { ...healthy, [file]: twice }), [
        `${file}: has /old -> /topic/a/ twice`,
        `${file}: has /old/ -> /topic/a/ twice`,
      ]);
    });
  }
});

test("a line of Cloudflare's that Netlify has not is found", async () => {
  const redirects = (healthy["_redirects"] ?? "").replace("/old/ /topic/a/ 301!\n", "");
  assert.deepEqual(await violationsIn(redirectsCheck, { ...healthy, _redirects: redirects }), [
    "_redirects: lacks /old -> /topic/a/",
    "_redirects: lacks /old/ -> /topic/a/",
  ]);
});

async function violationsOf(table: typeof TABLE): Promise<string[]> {
  const left = Object.fromEntries(table.map(({ from, to }) => [`${from.slice(1)}index.html`, pageAt(to)]));
  const others = { "index.html": pageOf("/"), "topic/a/index.html": pageOf("/topic/a/"), plain: "" };
  return violationsIn(redirectsCheck, { ...others, ...left, ...Object.fromEntries(buildHostFiles("", table)) });
}

test("a chain, a loop, a shadow and a target that is not there are found", async () => {
  assert.deepEqual(
    await violationsOf([
      { from: "/chain/", to: "/old/" },
      { from: "/old/", to: "/topic/a/" },
      { from: "/loop/", to: "/loop/" },
      { from: "/plain/", to: "/topic/a/" },
      { from: "/lost/", to: "/topic/b/" },
    ]),
    [
      "/chain/: leads to /old/, which has moved itself: a chain",
      "/loop/: leads back to itself: a loop",
      "/lost/: leads to /topic/b/, which is no page",
      "/plain/: shadows a page or a file of the site",
    ],
  );
});

describe("of an entry that was renamed", () => {
  const left = [
    { from: "/topic/old/", to: "/topic/a/" },
    { from: "/topic/old/2020/", to: "/topic/a/2020/" },
  ];
  const data = { from: "/api/v1/topic/old.json", to: "/api/v1/topic/a.json" };
  const below = { from: "/topic/old/*", to: "/topic/a/*" };
  const renamed = (redirects: readonly Redirect[]) => ({
    "index.html": pageOf("/"),
    "topic/a/index.html": pageOf("/topic/a/"),
    "topic/a/2020/index.html": pageOf("/topic/a/2020/"),
    "api/v1/topic/a.json": "{}",
    ...Object.fromEntries(left.map(({ from, to }) => [`${from.slice(1)}index.html`, pageAt(to)])),
    ...Object.fromEntries(buildHostFiles("", redirects)),
  });
  const whole = renamed([...left.slice(0, 1), data, below]);

  test("all pages, feeds and data have moved with it", async () => {
    assert.deepEqual(await violationsIn(redirectsCheck, whole), []);
  });

  test("hosts that do not redirect its data, or what lies below, are found", async () => {
    const violations = await violationsIn(redirectsCheck, renamed(left.slice(0, 1)));
    assert.deepEqual(
      violations.filter((violation) => violation.startsWith("_redirects")),
      [
        "_redirects: lacks /api/v1/topic/old.json -> /api/v1/topic/a.json",
        "_redirects: lacks /topic/old/* -> /topic/a/*",
      ],
    );
    assert.equal(violations.length, 2 * Object.keys(redirectReaders).length);
  });

  test("a page that none was left for, and a file that would be redirected, are found", async () => {
    const others = Object.fromEntries(Object.entries(whole).filter(([file]) => file !== "topic/old/2020/index.html"));
    assert.deepEqual(await violationsIn(redirectsCheck, { ...others, "topic/old/feed.xml": "" }), [
      "/topic/old/: has no page left at /topic/old/2020/",
      "/topic/old/: redirects /topic/old/feed.xml too, which is there",
    ]);
  });
});
