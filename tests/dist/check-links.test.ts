import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linksCheck } from "./check-links.ts";
import { countsIn, pageOf, SHARED_FILES, violationsIn } from "./testing.ts";

/** A home page with these links, a story, a page that search finds through its form, and a former address. */
function siteWith(links: string, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    ...SHARED_FILES,
    "index.html": pageOf("/", { body: `<a href="/news/a/">A</a>${links}` }),
    "news/a/index.html": pageOf("/news/a/", { body: '<section id="more">More</section>' }),
    "search/index.html": pageOf("/search/"),
    ...files,
  };
}

const MOVED = (to: string) =>
  `<html><head><meta http-equiv="refresh" content="0; url=${to}"></head><body><a href="${to}">moved</a></body></html>`;

test("a link that no browser can read is found, and stops nothing", async () => {
  assert.deepEqual(await violationsIn(linksCheck, siteWith('<a href="https://a b/">there</a>')), [
    "/: https://a b/ is no address",
  ]);
});

test("links that lead somewhere are fine: to pages, files, fragments, queries, other hosts", async () => {
  const links = [
    "/news/a/#more",
    "news/a/?q=1",
    "https://site.example/news/a/",
    "/favicon.svg",
    "#main",
    "https://other.example/none",
    "mailto:a@other.example",
  ];
  const site = siteWith(links.map((href) => `<a href="${href}">there</a>`).join(""), {
    "old/index.html": MOVED("/news/a/"),
  });
  assert.deepEqual(await violationsIn(linksCheck, site), []);
  const { counts, short } = await countsIn(linksCheck, site);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["29 internal links", "5 links with a fragment", "2 pages reached from the home page", "4 ids"],
  );
  assert.deepEqual(short, []);
});

test("below the root of its domain, a link of the site has its base, and another leads elsewhere", async () => {
  const files = (links: readonly string[]) => ({
    "index.html": links.map((href) => `<a href="${href}">there</a>`).join(""),
    "news/a/index.html": '<p id="more">More</p>',
  });
  const violations = (...links: string[]) =>
    violationsIn(linksCheck, files(["/catalog/news/a/", ...links]), new URL("https://site.example/catalog/"));
  assert.deepEqual(
    await violations(
      "news/a/#more",
      "https://site.example/catalog/news/a/#more",
      "https://site.example/",
      "https://site.example/press/",
    ),
    [],
  );
  for (const href of ["/news/a/", "/", "/other/", "../", "https://site.example/news/a/"])
    assert.deepEqual(await violations(href), [`/: ${href} lacks the base /catalog/`]);
  assert.deepEqual(await violations("/catalog/none/"), ["/: /catalog/none/ leads nowhere"]);
});

test("a site without links is looked at too little", async () => {
  const { short } = await countsIn(linksCheck, { "index.html": "<html><body>Nothing</body></html>" });
  assert.deepEqual(short, ["only 0 internal links, expected 3"]);
});

describe("it finds", () => {
  const broken: readonly (readonly [what: string, element: string, violation: string])[] = [
    ["a link that leads nowhere", '<a href="/news/none/">x</a>', "/news/none/ leads nowhere"],
    ["one that no host can read", '<a href="/news/100%/">x</a>', "/news/100%/ leads nowhere"],
    ["one that lacks its closing slash", '<a href="/news/a">x</a>', "/news/a lacks its closing slash"],
    ["a fragment of the page that is not there", '<a href="#none">x</a>', "#none names no id of its target"],
    ["a fragment of another", '<a href="/news/a/#none">x</a>', "/news/a/#none names no id of its target"],
    ["a picture that is not there", '<img src="/none.png">', "/none.png leads nowhere"],
    ["one of several sizes", '<img srcset="/favicon.svg 1x, /none.png 2x">', "/none.png leads nowhere"],
    ["a form that leads nowhere", '<form action="/none/"></form>', "/none/ leads nowhere"],
    [
      "a shared picture that is not there",
      '<meta property="og:image" content="https://site.example/none.png">',
      "https://site.example/none.png leads nowhere",
    ],
    ["an id that occurs twice", '<p id="double"></p><p id="double"></p>', 'the id "double" occurs twice'],
  ];
  for (const [what, element, violation] of broken) {
    test(what, async () => assert.deepEqual(await violationsIn(linksCheck, siteWith(element)), [`/: ${violation}`]));
  }

  test("a page that no page links to, in a ring of its own too", async () => {
    const ring = {
      "news/b/index.html": pageOf("/news/b/", { body: '<a href="/news/c/">C</a>' }),
      "news/c/index.html": pageOf("/news/c/", { body: '<a href="/news/b/">B</a>' }),
    };
    assert.deepEqual(await violationsIn(linksCheck, siteWith("", ring)), [
      "/news/b/: no page links here",
      "/news/c/: no page links here",
    ]);
  });

  test("a former address that leads nowhere", async () => {
    const site = siteWith("", { "old/index.html": MOVED("/news/none/") });
    assert.deepEqual(await violationsIn(linksCheck, site), [
      "/old/: /news/none/ leads nowhere",
      "/old/: /news/none/ leads nowhere",
    ]);
  });
});
