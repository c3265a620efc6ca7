import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "htmlparser2";
import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { pagesOf } from "../testing.ts";
import { buildNewsSitemap } from "./news-sitemap.ts";
import { buildRobots } from "./robots.ts";
import { buildSitemap } from "./sitemap.ts";

type Node = ReturnType<typeof parseDocument>["children"][number];

/** The texts of all elements of this name, in order. */
function textsOf(xml: string, name: string): string[] {
  const walk = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => {
      if (node.type !== "tag") return [];
      const own = node.name === name ? [node.children.map((it) => (it.type === "text" ? it.data : "")).join("")] : [];
      return [...own, ...walk(node.children)];
    });
  return walk(parseDocument(xml, { xmlMode: true }).children);
}

function locationsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([name, xml]) => (name === "sitemap.xml" ? [] : textsOf(xml, "loc")));
}

const catalog = catalogOf(healthy());
const pages = pagesOf(catalog);

test("the index names every file, and the files every page once", () => {
  const files = buildSitemap(pages);
  assert.deepEqual(
    [...files.keys()],
    [
      "sitemap.xml",
      "sitemap-site-1.xml",
      "sitemap-digest-1.xml",
      "sitemap-news-1.xml",
      "sitemap-topic-1.xml",
      "sitemap-offering-1.xml",
      "sitemap-organization-1.xml",
    ],
  );
  const named = textsOf(files.get("sitemap.xml") ?? "", "loc");
  assert.deepEqual(
    named,
    [...files.keys()].slice(1).map((name) => absoluteUrl(`/${name}`)),
  );
  assert.deepEqual(locationsOf(files).sort(), pages.map(({ path }) => absoluteUrl(path)).sort());
});

test("a day is stated where one is known, and nothing that nobody could state", () => {
  const xml = buildSitemap(pages).get("sitemap-news-1.xml") ?? "";
  assert.match(xml, new RegExp(`<url><loc>${absoluteUrl("/news/story/")}</loc><lastmod>2026-01-02</lastmod></url>`));
  assert.doesNotMatch([...buildSitemap(pages).values()].join(), /priority|changefreq/);
  const bare = buildSitemap(pagesOf(catalogOf({})));
  assert.doesNotMatch([...bare.values()].join(), /lastmod/);
});

test("a page that is not indexed is left out", () => {
  const left = locationsOf(buildSitemap(pagesOf(catalogOf(healthy(), { indexing: "original" }))));
  assert.ok(!left.includes(absoluteUrl("/news/story/")));
  assert.ok(left.includes(absoluteUrl("/news/")));
});

test("files end at the limits of the format", () => {
  const files = buildSitemap(pages, { maxItems: 2, maxSize: 1000 });
  assert.deepEqual(locationsOf(files).sort(), locationsOf(buildSitemap(pages)).sort());
  for (const [name, xml] of files) if (name !== "sitemap.xml") assert.ok(textsOf(xml, "loc").length <= 2, name);
  assert.ok(files.has("sitemap-offering-3.xml"));
  const narrow = buildSitemap(pages, { maxItems: 50, maxSize: 160 });
  assert.deepEqual(locationsOf(narrow).sort(), locationsOf(files).sort());
});

/** Stories of these days, by slug. */
function storiesOf(days: Readonly<Record<string, string>>): Catalog {
  return catalogOf(
    healthy(
      Object.fromEntries(
        Object.entries(days).map(([slug, date]) => [
          `news/2026/${slug}.md`,
          news({ title: `'Title of ${slug} & <more>'`, link: `https://acme.example/${slug}`, date }),
        ]),
      ),
    ),
  );
}

test("the news sitemap has the stories of today and yesterday, newest first", () => {
  const xml = buildNewsSitemap(storiesOf({ old: "2026-11-20", yesterday: "2026-11-21", today: "2026-11-22" }));
  assert.deepEqual(textsOf(xml, "loc"), [absoluteUrl("/news/today/"), absoluteUrl("/news/yesterday/")]);
  assert.deepEqual(textsOf(xml, "news:title")[0], "Title of today & <more>");
  assert.deepEqual(textsOf(xml, "news:publication_date"), ["2026-11-22", "2026-11-21"]);
  assert.deepEqual(new Set(textsOf(xml, "news:language")), new Set(["en"]));
});

test("the news sitemap has a thousand stories at most, and may have none", () => {
  const many = storiesOf(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`s${index}`, "2026-11-22"])));
  assert.equal(textsOf(buildNewsSitemap(many), "loc").length, 1000);
  assert.deepEqual(textsOf(buildNewsSitemap(catalog), "loc"), []);
});

test("robots.txt forbids nothing and names the sitemaps", () => {
  assert.equal(
    buildRobots({ hasNewsSitemap: false }),
    `User-agent: *\nDisallow:\n\nSitemap: ${absoluteUrl("/sitemap.xml")}\n`,
  );
  assert.match(buildRobots({ hasNewsSitemap: true }), /\nSitemap: \S+\/news-sitemap\.xml\n$/);
});
