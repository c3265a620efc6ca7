import assert from "node:assert/strict";
import { test } from "node:test";
import { sitemapCheck } from "./check-sitemap.ts";
import { countsIn, hidden, pageOf, SITE_URL, violationsIn } from "./testing.ts";

const url = (path: string) => new URL(path, SITE_URL).href;
const entry = (path: string, day = "2026-01-02") => `<url><loc>${url(path)}</loc><lastmod>${day}</lastmod></url>`;
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const urlset = (...entries: string[]) => `<?xml version="1.0"?><urlset ${XMLNS}>${entries.join("")}</urlset>`;
const indexOf = (...files: string[]) =>
  `<sitemapindex ${XMLNS}>${files.map((file) => `<sitemap><loc>${url(`/${file}`)}</loc></sitemap>`).join("")}</sitemapindex>`;

const GOOD = {
  "index.html": pageOf("/"),
  "news/a/index.html": pageOf("/news/a/"),
  "404.html": hidden(pageOf("/404.html")),
  "old/index.html": `<meta http-equiv="refresh" content="0; url=/news/a/"><link rel="canonical" href="${url("/news/a/")}">`,
  "sitemap.xml": indexOf("sitemap-site-1.xml", "sitemap-news-1.xml"),
  "sitemap-site-1.xml": urlset(entry("/")),
  "sitemap-news-1.xml": urlset(entry("/news/a/")),
  "robots.txt": `User-agent: *\nDisallow:\n\nSitemap: ${url("/sitemap.xml")}\n`,
};

const violations = (changes: Readonly<Record<string, string>>, without: readonly string[] = []) =>
  violationsIn(
    sitemapCheck,
    Object.fromEntries(Object.entries({ ...GOOD, ...changes }).filter(([file]) => !without.includes(file))),
  );

test("a sitemap of all indexed pages has no violation, and is counted", async () => {
  assert.deepEqual(await violations({}), []);
  const { counts } = await countsIn(sitemapCheck, GOOD);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["3 sitemaps", "2 listed pages", "2 days of change"],
  );
});

test("a page that is missing, strange, listed twice or not to be indexed is found", async () => {
  const part = "sitemap-news-1.xml";
  assert.deepEqual(await violations({ [part]: urlset() }), ["/news/a/: is in no sitemap"]);
  const strange = (path: string) => `${part}: ${url(path)} is no page that may be indexed, by its own address`;
  for (const path of ["/news/b/", "/news/a", "/old/", "/404.html"])
    assert.deepEqual(await violations({ [part]: urlset(entry("/news/a/"), entry(path)) }), [strange(path)]);
  assert.deepEqual(await violations({ [part]: urlset(entry("/news/a/"), entry("/")) }), [
    `${part}: ${url("/")} is listed twice`,
  ]);
  assert.deepEqual(await violations({ "news/a/index.html": hidden(pageOf("/news/a/")) }), [strange("/news/a/")]);
  const foreign = "<url><loc>https://other.example/</loc></url>";
  assert.equal((await violations({ [part]: urlset(entry("/news/a/"), foreign) })).length, 1);
});

test("a day that does not exist or has not come is found", async () => {
  const part = "sitemap-news-1.xml";
  const day = async (text: string) => violations({ [part]: urlset(entry("/news/a/", text)) });
  for (const text of ["2026-02-30", "2026-02", "yesterday", ""])
    assert.deepEqual(await day(text), [`${part}: ${text} is no day`]);
  assert.deepEqual(await day("9999-01-01"), [`${part}: 9999-01-01 has not come yet`]);
});

test("a file that is broken, not named or not there is found", async () => {
  const site = "sitemap-site-1.xml";
  assert.deepEqual(await violations({ [site]: urlset(entry("/")).replace("</url>", "") }), [
    "/: is in no sitemap",
    `${site}: cannot be read: 1:156: unexpected close tag.`,
  ]);
  assert.deepEqual(await violations({ [site]: urlset("<url></url>", entry("/")) }), [
    `${site}: has 1 addresses for 2 entries`,
  ]);
  assert.deepEqual(await violations({ [site]: urlset(entry("/")).replaceAll("urlset", "feed") }), [
    `${site}: begins with sitemap:feed and not with sitemap:urlset`,
  ]);
  assert.deepEqual(await violations({ "sitemap-more-1.xml": urlset() }), [
    "sitemap-more-1.xml: the index of the sitemap does not name it",
  ]);
  assert.deepEqual(await violations({}, [site]), [
    "/: is in no sitemap",
    `sitemap.xml: ${url(`/${site}`)} is no file of the site`,
  ]);
  assert.ok((await violations({}, ["sitemap.xml"])).includes("sitemap.xml: there is no such file"));
});

test("a file past the limit of the format is found", async () => {
  const many = urlset(entry("/news/a/"), ...Array.from({ length: 50_000 }, () => "<url><loc>x</loc></url>"));
  assert.ok(
    (await violations({ "sitemap-news-1.xml": many })).includes(
      "sitemap-news-1.xml: has 50001 entries, where the format allows 50000",
    ),
  );
});

test("a robots.txt that does not name the sitemap or blocks a page is found", async () => {
  const robots = (text: string) => violations({ "robots.txt": text });
  assert.deepEqual(await violations({}, ["robots.txt"]), ["robots.txt: there is no such file"]);
  assert.deepEqual(await robots("User-agent: *\nDisallow:\nSitemap: /sitemap.xml"), [
    `robots.txt: does not name ${url("/sitemap.xml")}`,
  ]);
  assert.deepEqual(await robots(`User-agent: *\nDisallow: /news/\nSitemap: ${url("/sitemap.xml")}`), [
    `robots.txt: blocks ${url("/news/a/")}`,
  ]);
  const forOne = `User-agent: *\nDisallow:\n\nUser-agent: A # one\nUser-agent: Googlebot/2.1\nDisallow: /*/a/$\nSITEMAP: ${url("/sitemap.xml")}`;
  assert.deepEqual(await robots(forOne), [`robots.txt: blocks ${url("/news/a/")}`]);
  assert.deepEqual(await robots(forOne.replace("SITEMAP", "Allow: /news/a/\nSITEMAP")), []);
});

test("a news sitemap has indexed pages alone, not too many, and is named by robots.txt", async () => {
  const named = `${GOOD["robots.txt"]}Sitemap: ${url("/news-sitemap.xml")}\n`;
  const of = (xml: string, robots = named) => violations({ "news-sitemap.xml": xml, "robots.txt": robots });
  assert.deepEqual(await of(urlset(entry("/news/a/"))), []);
  assert.deepEqual(await of(urlset(entry("/news/a/")), GOOD["robots.txt"]), [
    `robots.txt: does not name ${url("/news-sitemap.xml")}`,
  ]);
  assert.equal((await of(urlset(entry("/old/")))).length, 1);
  const many = urlset(...Array.from({ length: 1001 }, () => entry("/news/a/")));
  assert.deepEqual(await of(many), ["news-sitemap.xml: has 1001 stories, where 1000 may be"]);
});

test("looking at nothing is a violation of the check", async () => {
  const { short } = await countsIn(sitemapCheck, { "index.html": pageOf("/") });
  assert.deepEqual(short, ["only 1 sitemaps, expected 2", "only 0 listed pages, expected 1"]);
  // A story has a day; topics alone have none.
  const withStory = { "index.html": pageOf("/"), "news/a/index.html": pageOf("/news/a/") };
  assert.match((await countsIn(sitemapCheck, withStory)).short.join(), /only 0 days of change, expected 1/);
});
