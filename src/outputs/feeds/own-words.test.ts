import assert from "node:assert/strict";
import { test } from "node:test";
import { news } from "../../catalog/testing.ts";
import { sanitize } from "../../lib/html.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { ownWords } from "./own-words.ts";
import { CHANGED_INTERFACE, feedOf } from "./testing.ts";

const [item] = feedOf().items;
assert.ok(item);

test("the content is the summary, the insights with who wrote them, the way to the source, topics and offerings", () => {
  assert.equal(
    ownWords(item),
    [
      "<p>In short.</p>",
      "<h3>What the curator says, Bo Kay</h3>",
      "<p>We <em>think</em> so.</p>",
      '<p>Read the original at <a href="https://acme.example/story">acme.example</a>, May 2025.</p>',
      `<p>Topics: <a href="${absoluteUrl("/topic/hl7-fhir/")}">HL7: FHIR</a></p>`,
      `<p>Offerings: <a href="${absoluteUrl("/offering/acme-server/")}">Acme Server</a></p>`,
    ].join("\n"),
  );
});

test("of a change the content is what changed, and no article is named", () => {
  const [change] = feedOf(CHANGED_INTERFACE, "/offering/acme-server/").items;
  assert.ok(change);
  assert.equal(
    ownWords(change),
    [
      "<p>FHIR R4: what it declares has changed, as read on 24 July 2026. Not tested by us.</p>",
      "<ul><li>software version 5.1 &lt;b&gt;, previously 5.0</li><li>resources: Slot added</li></ul>",
      `<p>Offerings: <a href="${absoluteUrl("/offering/acme-server/")}">Acme Server</a></p>`,
    ].join("\n"),
  );
});

test("what an item has no room for is a link behind the changes", () => {
  const moreChanges = { href: "https://data.example/a.json", label: "1 more change in the data" };
  assert.match(
    ownWords({ ...item, changes: ["a"], moreChanges }),
    /<ul><li>a<\/li><\/ul>\n<p><a href="https:\/\/data\.example\/a\.json">1 more change in the data<\/a><\/p>/,
  );
});

test("a story of which nothing is said leads to its source", () => {
  const bare = { ...item, summary: undefined, insights: undefined, published: undefined, topics: [], offerings: [] };
  assert.equal(ownWords(bare), '<p>Read the original at <a href="https://acme.example/story">acme.example</a>.</p>');
});

test("a dead source is not linked to; an archive is", () => {
  const archive = { href: "https://web.archive.org/web/20260102/https://acme.example/story", label: "web.archive.org" };
  const deadLink = { asOf: "as of 22 November 2026", archive };
  const source = { href: "https://acme.example/story", host: "acme.example", deadLink };
  const html = ownWords({ ...item, source });
  assert.match(html, /The page at acme\.example \(May 2025\) is no longer there, as of 22 November 2026\./);
  assert.match(html, /Look for a copy at <a href="https:\/\/web\.archive\.org\/[^"]+">web\.archive\.org<\/a>\./);
  assert.doesNotMatch(html, /href="https:\/\/acme/);
});

test("a summary that is read from right to left says so", () => {
  const wording = { dir: "rtl", lang: "he" } as const;
  assert.match(ownWords({ ...item, summary: "שלום", wording }), /^<p dir="rtl" lang="he">שלום<\/p>/);
});

test("insights and names that are read from right to left say so", () => {
  const insights = { html: sanitize("<p>שלום</p>"), wording: { dir: "rtl", lang: undefined }, by: undefined } as const;
  const html = ownWords({ ...item, insights, offerings: [{ href: "https://a.example/", label: "שלום" }] });
  assert.match(html, /<div dir="rtl"><p>שלום<\/p><\/div>/);
  assert.match(html, /<a dir="rtl" href="https:\/\/a\.example\/">שלום<\/a>/);
});

test("names and texts that look like HTML are the text that they are", () => {
  const hostile = '<img src=x onerror=alert(1)> & "more"';
  const html = ownWords({
    ...item,
    summary: hostile,
    insights: item.insights && { ...item.insights, by: hostile },
    topics: [{ href: "javascript:alert(1)", label: hostile, slug: "a" }],
  });
  assert.doesNotMatch(html, /<img|javascript:/);
  assert.ok(html.startsWith('<p>&lt;img src=x onerror=alert(1)&gt; &amp; "more"</p>'));
});

test("links within the insights stay within them, and no other item has their ids", () => {
  const text = "We think[^1] so.\\n\\n- [x] done\\n\\n|a|\\n|-:|\\n|1|\\n\\n[^1]: Not all of us.";
  const [one] = feedOf({ "news/2026/story.md": news({ insights: `"${text}"` }) }).items;
  assert.ok(one);
  assert.equal(one.teaser, "We think so. done a 1");
  const html = ownWords(one);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ["news-story-insights-1", "news-story-insights-2"]);
  assert.match(html, /<a id="news-story-insights-1" href="#news-story-insights-2">1<\/a>/);
  assert.match(html, /href="#news-story-insights-1">↩<\/a>/);
  assert.match(html, /<li>☑ done<\/li>/);
  assert.match(html, /<td align="right">1<\/td>/);
});
