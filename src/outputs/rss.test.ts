import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import type { NewsItem } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { absoluteUrl } from "../views/urls.ts";
import { buildRss } from "./rss.ts";

type Node = ReturnType<typeof parseDocument>["children"][number];

const [story] = catalogOf(
  healthy({ "news/2026/story.md": news({ author: "[Ann Lee, 李明]", published: "2025-05", summary: "In short." }) }),
).news;
assert.ok(story);

const feed = (...items: NewsItem[]) =>
  buildRss({ title: "A & B", description: "All.", page: "/topic/a/", path: "/topic/a/feed.xml", news: items });

const parse = (xml: string) => parseDocument(xml, { xmlMode: true }).children;

/** The texts of all elements of this name, in order. */
function textsOf(nodes: readonly Node[], name: string): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== "tag") return [];
    const text = node.children.map((child) => (child.type === "text" ? child.data : "")).join("");
    return [...(node.name === name ? [text] : []), ...textsOf(node.children, name)];
  });
}

/** Every element name with its depth, so that nothing written into a text can add to it. */
function outline(nodes: readonly Node[], depth = 0): string[] {
  return nodes.flatMap((node) =>
    node.type === "tag" ? [`${depth} ${node.name}`, ...outline(node.children, depth + 1)] : [],
  );
}

test("an item has the story's title, page, words, authors, topics and both dates", () => {
  const nodes = parse(feed(story));
  const link = absoluteUrl("/news/story/");
  assert.deepEqual(textsOf(nodes, "title"), ["A & B", "A story"]);
  assert.deepEqual(textsOf(nodes, "link"), [absoluteUrl("/topic/a/"), link]);
  assert.deepEqual(textsOf(nodes, "guid"), [link]);
  assert.deepEqual(textsOf(nodes, "description"), ["All.", "In short."]);
  assert.deepEqual(textsOf(nodes, "dc:creator"), ["Ann Lee", "李明"]);
  assert.deepEqual(textsOf(nodes, "category"), ["HL7: FHIR"]);
  assert.deepEqual(textsOf(nodes, "pubDate"), ["Fri, 02 Jan 2026 00:00:00 +0000"]);
  assert.deepEqual(textsOf(nodes, "dc:date"), ["2025-05"]);
});

test("dates are RFC 822, the last change is that of the newest item", () => {
  const xml = feed({ ...story, modified: "2026-03-01" }, { ...story, modified: "2026-11-09" });
  const dates = [...textsOf(parse(xml), "pubDate"), ...textsOf(parse(xml), "lastBuildDate")];
  for (const date of dates)
    assert.match(date, /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 00:00:00 \+0000$/);
  assert.equal(dates.at(-1), "Mon, 09 Nov 2026 00:00:00 +0000");
});

test("an item says nothing that is not known", () => {
  const bare = { ...story, published: undefined, summary: undefined, authors: [], topics: [] };
  const nodes = parse(feed(bare));
  for (const name of ["dc:date", "dc:creator", "category"]) assert.deepEqual(textsOf(nodes, name), []);
  assert.deepEqual(textsOf(nodes, "description"), ["All."], "never the publisher's excerpt");
});

test("without a summary the curator's insights are given, as safe HTML", () => {
  const insights = "We *think* <script>x</script>so & more.";
  assert.deepEqual(textsOf(parse(feed({ ...story, summary: undefined, insights })), "description"), [
    "All.",
    "<p>We <em>think</em> so &amp; more.</p>",
  ]);
});

test("a feed has the first fifty stories, and may have none", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...story, slug: `s${index}` }));
  const guids = textsOf(parse(feed(...many)), "guid");
  assert.deepEqual([guids.length, guids[0], guids[49]], [50, absoluteUrl("/news/s0/"), absoluteUrl("/news/s49/")]);
  assert.deepEqual(textsOf(parse(feed()), "lastBuildDate"), []);
  assert.match(feed(), /<\/channel>\n<\/rss>\n$/);
});

test("a feed names itself", () => {
  const self = absoluteUrl("/topic/a/feed.xml");
  assert.ok(feed(story).includes(`<atom:link href="${self}" rel="self" type="application/rss+xml"/>`));
});

test("a feed is well-formed and keeps its shape whatever stands in its texts", () => {
  const shape = outline(parse(feed({ ...story, title: "x", summary: "x" })));
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("<", ">", "&", "]]>", "<![CDATA[", "<!--", '"', "'", "\u0000", "a", "</title>"),
    }),
  );
  fc.assert(
    fc.property(texts, texts, (title, summary) => {
      const xml = feed({ ...story, title: `x${title}`, summary: `x${summary}` });
      assert.deepEqual(outline(parse(xml)), shape);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
      assert.doesNotMatch(xml, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|#39);)/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
      const allowed = `x${title}`.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
      assert.equal(textsOf(parse(xml), "title")[1], allowed);
    }),
  );
});

test("a summary that looks like HTML reaches the reader as the text it is", () => {
  const [, description] = textsOf(
    parse(feed({ ...story, summary: "<img src=x onerror=alert(1)> & more" })),
    "description",
  );
  assert.equal(description, "&lt;img src=x onerror=alert(1)&gt; &amp; more");
});
