import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { headsCheck } from "./check-heads.ts";
import { countsIn, pageOf, SHARED_FILES, violationsIn } from "./testing.ts";

const HOME = pageOf("/");
const STORY = pageOf("/news/a/");
const LOST = pageOf("/404.html")
  .replace(/<link rel="canonical"[^>]*>/, "")
  .replace(/<meta property="og:url"[^>]*>/, "")
  .replace(/content="index, follow[^"]*"/, 'content="noindex, follow"');
const MOVED =
  '<!doctype html><html lang="en"><head><title>Moved</title><meta http-equiv="refresh" content="0; url=/news/a/"><link rel="canonical" href="https://site.example/news/a/"></head><body></body></html>';

const SITE = {
  ...SHARED_FILES,
  "index.html": HOME,
  "news/a/index.html": STORY,
  "404.html": LOST,
  "old/index.html": MOVED,
};

test("nothing is wrong with healthy pages, and it says how many it looked at", async () => {
  assert.deepEqual(await violationsIn(headsCheck, SITE), []);
  const { counts, short } = await countsIn(headsCheck, SITE);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["3 heads", "3 canonical addresses", "54 tags"],
  );
  assert.deepEqual(short, []);
});

test("pages left at former addresses are no documents, however many there are", async () => {
  const moved = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`old/${index}/index.html`, MOVED]));
  const { counts, short } = await countsIn(headsCheck, { ...SITE, ...moved });
  assert.equal(counts[0]?.count, 3);
  assert.deepEqual(short, []);
});

test("a site whose heads are empty is looked at too little", async () => {
  const { short } = await countsIn(headsCheck, { "index.html": "<html><head></head><body></body></html>" });
  assert.match(short.join(), /only 0 tags/);
});

/** Replacements in the story's page, and what is found. */
const BROKEN: readonly (readonly [what: string, from: string | RegExp, to: string, violation: string])[] = [
  ["two headings", "<h1>", "<h1>Another</h1><h1>", "2 h1 elements"],
  ["no title", /<title>.*<\/title>/, "", "no title"],
  ["two titles", "</title>", "</title><title>Another</title>", "2 titles"],
  ["a long title", "<title>", `<title>${"long ".repeat(12)}`, "the title has more than 60 characters"],
  ["no description", /<meta name="description"[^>]*>/, "", "no description"],
  [
    "a long description",
    /(<meta name="description" content=")/,
    `$1${"long ".repeat(33)}`,
    "the description has more than 160 characters",
  ],
  ["no language", '<html lang="en">', "<html>", "no language"],
  [
    "a charset that comes late",
    /(<meta charset="utf-8">)(<title>.*<\/title>)/,
    "$2$1",
    "the head does not begin with its charset",
  ],
  ["another charset", "utf-8", "latin1", "the head does not begin with its charset"],
  ["no viewport", /<meta name="viewport"[^>]*>/, "", "no viewport"],
  ["no card", /<meta name="twitter:card"[^>]*>/, "", "no twitter:card"],
  ["an empty tag", 'content="Site"', 'content=" "', "og:site_name is empty"],
  [
    "a tag that occurs twice",
    '<meta name="twitter:card"',
    '<meta name="twitter:card" content="summary"><meta name="twitter:card"',
    "twitter:card occurs twice",
  ],
  [
    "another title for those who share",
    'og:title" content="',
    'og:title" content="Not ',
    "og:title differs from the page",
  ],
  [
    "another description",
    'twitter:description" content="',
    'twitter:description" content="Not ',
    "twitter:description differs from the page",
  ],
  ["another address", /(og:url" content="[^"]*)/, "$1b/", "og:url differs from the page"],
  ["small pictures", "max-image-preview:large, ", "", "robots lacks max-image-preview:large"],
  [
    "links not followed",
    /content="index, follow[^"]*"/,
    'content="noindex, nofollow"',
    "robots does not let links be followed",
  ],
  ["no search description", /<link rel="search"[^>]*>/, "", "no description for search engines of browsers"],
  ["no feed", /<link rel="alternate"[^>]*>/, "", "no feed"],
  ["no canonical address", /<link rel="canonical"[^>]*>/, "", "no canonical address"],
  ["another canonical address", /(rel="canonical" href="[^"]*)/, "$1b/", "canonical is https://site.example/news/a/b/"],
  ["a story that is no article", '"article"', '"website"', "a story is not shared as an article"],
  [
    "a day without a time",
    /(published_time" content="[^T]*)[^"]*/,
    "$1",
    "article:published_time is no time with a zone",
  ],
  ["a change before the publication", /(modified_time" content=")2026/, "$12025", "modified before it was published"],
];

describe("it finds", () => {
  for (const [what, from, to, violation] of BROKEN) {
    test(what, async () => {
      const html = STORY.replace(from, to);
      assert.notEqual(html, STORY);
      const violations = await violationsIn(headsCheck, { ...SITE, "news/a/index.html": html });
      assert.ok(violations.includes(`/news/a/: ${violation}`), violations.join("\n"));
    });
  }

  test("a 404 page that is indexed and canonical", async () => {
    const violations = await violationsIn(headsCheck, { ...SITE, "404.html": pageOf("/404.html") });
    assert.deepEqual(violations, ["/404.html: the 404 page is canonical", "/404.html: the 404 page is indexed"]);
  });

  test("a page that is shared as an article and is none", async () => {
    const html = HOME.replace('"website"', '"article"');
    assert.deepEqual(await violationsIn(headsCheck, { ...SITE, "index.html": html }), [
      "/: shared as an article, and is none",
    ]);
  });

  test("two pages with one head", async () => {
    const alternate = STORY.replaceAll("/news/a/", "/news/b/");
    const same = pageOf("/news/b/", { title: "Page /news/a/" }).replaceAll("About /news/b/", "About /news/a/");
    assert.deepEqual(await violationsIn(headsCheck, { ...SITE, "news/b/index.html": alternate }), []);
    assert.deepEqual(await violationsIn(headsCheck, { ...SITE, "news/b/index.html": same }), [
      '/news/a/: shared: "Page /news/a/" / "About /news/a/"',
      '/news/b/: shared: "Page /news/a/" / "About /news/a/"',
    ]);
  });

  test("a page left at a former address that leads nowhere", async () => {
    const html = MOVED.replace("example/news/a/", "example/news/none/");
    assert.deepEqual(await violationsIn(headsCheck, { ...SITE, "old/index.html": html }), [
      "/old/: leads to https://site.example/news/none/, which is no page",
    ]);
  });
});

test("tags that may occur more than once may, and the title of a drawing is none of the page", async () => {
  const html = STORY.replace(
    "</head>",
    '<meta property="article:tag" content="a"><meta property="article:tag" content="b"></head>',
  ).replace("<h1>", "<svg><title>Years</title></svg><h1>");
  assert.deepEqual(await violationsIn(headsCheck, { ...SITE, "news/a/index.html": html }), []);
});
