import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { getSite } from "../config/settings.ts";
import { buildPage } from "./page.ts";
import { absoluteUrl } from "./urls.ts";

const page = { title: "A title", description: "What it is.", path: "/topic/a/" };
const LONG = "Healthcare APIs: three ways in which interfaces differ in healthcare from those of an enterprise";

test("a title bears the name of the site and is cut at a word before it", () => {
  assert.equal(buildPage(page).head.title, `A title · ${getSite().name}`);
  const { title } = buildPage({ ...page, title: LONG }).head;
  assert.equal(title, `Healthcare APIs: three ways in which interfaces… · ${getSite().name}`);
  assert.ok(title.length <= 60);
});

test("a title that fits alone, but not with the name of the site, stands alone and whole", () => {
  const titleOf = (title: string) => buildPage({ ...page, title }).head.title;
  const fitting = "Fifty characters of title, and no more than fifty.";
  assert.equal(fitting.length, 50);
  assert.equal(titleOf(fitting), `${fitting} · ${getSite().name}`);
  assert.equal(titleOf(`${fitting} And some.`), `${fitting} And some.`);
  assert.equal(
    titleOf(`${fitting} And some more.`),
    `Fifty characters of title, and no more than… · ${getSite().name}`,
  );
  assert.equal(
    titleOf("医療データ連携の標準規格".repeat(6)),
    `${"医療データ連携の標準規格".repeat(6).slice(0, 49)}… · ${getSite().name}`,
  );
});

test("the home page has its title as it is and no breadcrumbs", () => {
  const { head, breadcrumbs } = buildPage({ ...page, path: "/" });
  assert.equal(head.title, "A title");
  assert.deepEqual(breadcrumbs, []);
});

test("a description is cut at a word, with an ellipsis", () => {
  const words = LONG.split(" ");
  const { description } = buildPage({ ...page, description: `${LONG}. ${LONG}.` }).head;
  assert.ok(description.length <= 155);
  assert.match(description, /[a-z]…$/);
  assert.ok(words.includes(description.slice(0, -1).split(" ").at(-1) ?? ""));
});

test("titles and descriptions of any text stay within their length and on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const { title, description } = buildPage({ ...page, title: text, description: text }).head;
      assert.ok(title.length <= 60 && description.length <= 155);
      assert.doesNotMatch(title + description, /[\n\r\t]/);
    }),
  );
});

test("the canonical address is absolute", () => {
  const { head } = buildPage(page);
  assert.equal(head.canonical, absoluteUrl("/topic/a/"));
  assert.match(head.canonical ?? "", /^https?:\/\/[^/]+\/topic\/a\/$/);
  assert.equal(head.isIndexed, true);
  assert.equal(head.alternate, "/topic/a/index.md");
});

test("a page without a path has no canonical address and is not indexed", () => {
  const { head } = buildPage({ ...page, path: undefined });
  assert.deepEqual([head.canonical, head.alternate, head.isIndexed], [undefined, undefined, false]);
  assert.equal(buildPage({ ...page, isIndexed: false }).head.isIndexed, false);
});

test("breadcrumbs lead from home through the index to the page, which has no link", () => {
  const { breadcrumbs } = buildPage({ ...page, section: "topic" });
  assert.deepEqual(breadcrumbs, [
    { href: "/", label: "Home" },
    { href: "/topic/", label: "Topics" },
    { label: "A title" },
  ]);
  assert.equal(buildPage({ ...page, section: "topic", path: "/topic/" }).breadcrumbs.length, 2);
  assert.deepEqual(buildPage({ ...page, breadcrumb: "Short" }).breadcrumbs.at(-1), { label: "Short" });
  assert.ok((buildPage({ ...page, title: LONG }).breadcrumbs.at(-1)?.label ?? "").length <= 60);
});

test("every page names the feeds of all news first, then those beside it", () => {
  const { feeds } = buildPage({ ...page, feeds: "A" }).head;
  const all = ["/feed.xml", "/atom.xml", "/feed.json"];
  assert.deepEqual(
    feeds.map(({ href }) => href),
    [...all, "/topic/a/feed.xml", "/topic/a/atom.xml", "/topic/a/feed.json"],
  );
  assert.deepEqual([feeds[1]?.label, feeds[4]?.label], [`${getSite().name}: all news, Atom`, "A, Atom"]);
  assert.deepEqual(
    buildPage(page).head.feeds.map(({ href }) => href),
    all,
  );
});

test("the graph tells of the page and of the breadcrumbs that it shows; the home page has none", () => {
  const { head, breadcrumbs } = buildPage({ ...page, section: "topic" });
  const [self, list] = head.graph?.["@graph"] ?? [];
  assert.deepEqual(self, {
    "@type": "WebPage",
    "@id": `${head.canonical}#page`,
    url: head.canonical,
    name: head.title,
    inLanguage: getSite().language,
    isPartOf: { "@id": absoluteUrl("/#website") },
    breadcrumb: { "@id": `${head.canonical}#breadcrumbs` },
  });
  assert.deepEqual(list, {
    "@type": "BreadcrumbList",
    "@id": `${head.canonical}#breadcrumbs`,
    itemListElement: breadcrumbs.map(({ href, label }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      ...(href !== undefined && { item: absoluteUrl(href) }),
    })),
  });
  assert.equal(buildPage({ ...page, path: "/" }).head.graph?.["@graph"].length, 1);
});
