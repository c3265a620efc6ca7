import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Catalog, NewsItem } from "../catalog/graph.ts";
import { catalogOf, type Files, healthy, news } from "../catalog/testing.ts";
import { splitFrontMatter } from "../ingest/front-matter.ts";
import { sanitize } from "../lib/html.ts";
import { buildNewsPage, type NewsPageView } from "./news-page.ts";

const topic = (name: string) => `name: '${name}'\ndescription: A topic.`;
const offering = (name: string, topics = "[]", lines = "") =>
  `name: ${name}\nvendor: acme\nkind: fhir-server\nsummary: It is.\ntopics: ${topics}\n${lines}`;
const BOTH = "['HL7: FHIR', 'Gartner: APIs']";
const text = (words: string) => JSON.stringify(words);

function catalogWith(files: Files, images: readonly string[] = []): Catalog {
  return catalogOf(healthy({ "topics/gartner-apis.md": topic("Gartner: APIs"), ...files }), { images });
}

function itemOf(catalog: Catalog, slug = "story"): NewsItem {
  const item = catalog.news.find((one) => one.slug === slug);
  assert.ok(item, slug);
  return item;
}

/** The page of `news/2026/story.md`, with these lines in its front matter. */
function pageOf(lines: Readonly<Record<string, string>>, body = "A short body.", files: Files = {}): NewsPageView {
  const catalog = catalogWith({ "news/2026/story.md": `---\n${news(lines)}\n---\n${body}\n`, ...files });
  return buildNewsPage(catalog, itemOf(catalog), body);
}

const FILE = "news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";
const IMPORTED = readFileSync(`content/${FILE}`, "utf8");
const IMAGE = "522a6b58-885d-5335-941c-87805d3db408-featuredImage.jpeg";
const BODY = splitFrontMatter(IMPORTED).body;
const TITLE = "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise";
const OFFERINGS = ["certifyos-platform", "consensus-harmony", "ribbon-health-api", "azure-api-for-fhir", "google-fit"];

/** The curated article as these bytes, among what it refers to. */
function curated(source: string, images: readonly string[] = []): NewsPageView {
  const api = "Gartner: Application Programming Interface (API)";
  const catalog = catalogWith(
    {
      "topics/gartner-application-programming-interface-api.md": topic(api),
      ...Object.fromEntries(OFFERINGS.map((slug) => [`offerings/${slug}.md`, offering(slug, `['${api}']`)])),
      [FILE]: source,
    },
    images,
  );
  return buildNewsPage(catalog, itemOf(catalog, FILE.slice(10, -3)), BODY);
}

const SHORT = `---
title: '${TITLE}'
date: 2021-10-14
published: 2021-10-14
link: https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/
categories: 'Gartner: Application Programming Interface (API)'
author: Radhika Narayanan
aliases: /news/healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/
relatedOfferings: [${OFFERINGS.join(", ")}]
featuredImage: { href: ${IMAGE}, alt: '${TITLE}', size: [338, 338] }
---
${BODY}`;

test("the curated article shows all that a reader needs", () => {
  const view = curated(IMPORTED);
  assert.equal(view.heading, TITLE);
  assert.deepEqual(view.source, {
    href: "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/",
    host: "hitconsultant.net",
    publisher: undefined,
    icon: undefined,
    deadLink: undefined,
  });
  assert.deepEqual(view.published, { machine: "2021-10-14", label: "14 October 2021" });
  assert.deepEqual(view.authors, [{ href: "/author/radhika-narayanan/", label: "Radhika Narayanan" }]);
  assert.deepEqual(
    view.offerings.map(({ href }) => href),
    OFFERINGS.map((slug) => `/offering/${slug}/`),
  );
  assert.match(view.excerpt ?? "", /^<p>The recent enforcement of/);
  assert.match(view.head.description, /^The recent enforcement .*[a-z]…$/);
  assert.equal(view.insights, undefined);
  const { via, about, institution, document } = view;
  assert.deepEqual(
    { via, about, institution, document },
    { via: undefined, about: undefined, institution: undefined, document: undefined },
    "it states none of these",
  );
});

test("the imported form and the short form give the same page where they say the same", () => {
  assert.deepEqual(curated(IMPORTED), curated(SHORT));
  assert.deepEqual(curated(IMPORTED, [IMAGE]), curated(SHORT, [IMAGE]));
});

test("nothing of the source's metadata is in the view", () => {
  const json = JSON.stringify(curated(IMPORTED));
  for (const secret of ["ZfA9TYzJhTo4Qq5hZKk2GVBYHj0", "YWhSbhrMJPY", "302199219847409", "Headshot.jpeg"]) {
    assert.ok(IMPORTED.includes(secret), secret);
    assert.ok(!json.includes(secret), secret);
  }
  assert.doesNotMatch(json, /verification|workPackage|attachments|medigy|8280|robots|"og[a-z]/i);
});

test("an image that is there has its size where it is stated, so that nothing moves; one that is not is left out", () => {
  assert.equal(curated(IMPORTED).image, undefined);
  assert.deepEqual(curated(IMPORTED, [IMAGE]).image, { src: `/images/${IMAGE}`, alt: TITLE, width: 338, height: 338 });
  const catalog = catalogWith({ "news/2026/story.md": news({ featuredImage: "a.jpg" }) }, ["a.jpg"]);
  assert.deepEqual(buildNewsPage(catalog, itemOf(catalog), "").image, {
    src: "/images/a.jpg",
    alt: "",
    width: undefined,
    height: undefined,
  });
});

test("offerings that the curator named say so, with the topics shared", () => {
  const files = { "offerings/other.md": offering("Other") };
  const { offerings } = pageOf({ relatedOfferings: "[acme-server, other]" }, undefined, files);
  assert.deepEqual(
    offerings.map(({ label, reason }) => [label, reason]),
    [
      ["Acme Server", "named by the curator; same topic: FHIR"],
      ["Other", "named by the curator"],
    ],
  );
});

test("other offerings are suggested only when two topics agree, and never retired ones", () => {
  const files = {
    "offerings/close.md": offering("Close", BOTH),
    "offerings/far.md": offering("Far", "['Gartner: APIs']"),
    "offerings/gone.md": offering("Gone", BOTH, "status: retired"),
  };
  const { offerings } = pageOf({ categories: BOTH, relatedOfferings: "[acme-server]" }, undefined, files);
  assert.deepEqual(
    offerings.map(({ label, reason }) => [label, reason]),
    [
      ["Acme Server", "named by the curator; same topic: FHIR"],
      ["Close", "same topics: FHIR and APIs"],
    ],
  );
});

test("a named offering is not suggested again, and four in all are enough", () => {
  const slugs = ["a1", "a2", "a3", "a4", "a5", "a6"];
  const files = Object.fromEntries(slugs.map((slug) => [`offerings/${slug}.md`, offering(slug, BOTH)]));
  const labels = (named: string) =>
    pageOf({ categories: BOTH, relatedOfferings: named }, undefined, files).offerings.map(({ label }) => label);
  assert.deepEqual(labels("[a3]"), ["a3", "a1", "a2", "a4"]);
  assert.deepEqual(labels("[a5, a4, a3, a2, a1]"), ["a5", "a4", "a3", "a2", "a1"]);
});

test("stories like this one are others, the closest first, each with the reason", () => {
  const { stories } = pageOf({ categories: BOTH }, undefined, {
    "news/2026/one.md": news({ title: "One", link: "https://a.example/1", relatedOfferings: "[]" }),
    "news/2026/two.md": news({ title: "Two", link: "https://a.example/2", categories: BOTH, relatedOfferings: "[]" }),
    "news/2026/three.md": news({ title: "Three", link: "https://a.example/3", categories: "'Gartner: APIs'" }),
  });
  assert.deepEqual(
    stories.map(({ label, reason }) => [label, reason]),
    [
      ["Three", "also about Acme Server; same topic: APIs"],
      ["Two", "same topics: FHIR and APIs"],
      ["One", "same topic: FHIR"],
    ],
  );
  assert.deepEqual(pageOf({}).stories, []);
});

test("a date says how it is known, unless the page itself states it", () => {
  const note = (publishedBasis: string) => pageOf({ published: "2025-12", publishedBasis }).publishedNote;
  assert.equal(note("page"), undefined);
  assert.equal(note("url"), "read from the address");
  assert.equal(note("context"), "inferred, from the text or a release tag");
  assert.equal(note("journal-issue"), "date of the journal issue");
  assert.deepEqual(pageOf({ published: "2025-12" }).published, { machine: "2025-12", label: "December 2025" });
});

test("an unknown date is not made up from the day of the curation", () => {
  const { published, curated } = pageOf({ published: "unknown" });
  assert.equal(published, undefined);
  assert.deepEqual(curated, { machine: "2026-01-02", label: "2 January 2026" });
});

test("insights stand apart from the excerpt, with their author", () => {
  const { excerpt, insights } = pageOf({ insights: text("We *think*."), insights_name: "Ann" }, "They said.");
  assert.equal(excerpt, "<p>They said.</p>");
  assert.deepEqual(insights, { html: "<p>We <em>think</em>.</p>", by: "Ann" });
  assert.deepEqual(pageOf({ insights_description: text("Old form."), insights: "''" }).insights, {
    html: "<p>Old form.</p>",
    by: undefined,
  });
});

test("the description is the summary, else the insights, else the excerpt", () => {
  const description = (lines: Record<string, string>, body?: string) => pageOf(lines, body).head.description;
  assert.equal(description({ summary: "Short.", insights: "Ours." }), "Short.");
  assert.equal(description({ insights: text("**Ours.**") }), "Ours.");
  assert.equal(description({}, "<p>They <b>said</b>.</p>"), "They said.");
});

test("a body or insights without a word that may be shown do not blank the description", () => {
  assert.equal(pageOf({ insights: text("<script>run()</script>") }, "They said.").head.description, "They said.");
});

test("doubts about the record are told", () => {
  const { notes } = pageOf({ titleBasis: "url", note: "A repost." });
  assert.deepEqual(notes, [
    "The headline was rebuilt from the address; capitals and punctuation may differ.",
    "A repost.",
  ]);
  assert.deepEqual(pageOf({ titleBasis: "page" }).notes, []);
});

test("what is hostile stays plain text where text is shown and is removed where HTML is", () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(1)> "&' <a href="javascript:alert(1)">x</a>`;
  const view = pageOf({ title: text(evil), summary: text(evil), insights: text(evil), note: text(evil) }, evil);
  assert.deepEqual([view.heading, view.summary, view.notes], [evil, evil, [evil]]);
  for (const html of [view.excerpt, view.insights?.html]) {
    assert.ok(html);
    assert.equal(html, sanitize(html));
    assert.doesNotMatch(html, /script|onerror|<img/i);
  }
});

test("each text of a story says which direction and language it has, where these are not the page's", () => {
  const arabic = { dir: "rtl", lang: "ar" };
  const plain = { dir: undefined, lang: undefined };
  const title = "'FHIR: واجهات برمجة'";
  const view = pageOf(
    { title, language: "ar", summary: "In short.", insights: "'**FHIR** في المستشفى'" },
    "1. FHIR في",
  );
  assert.deepEqual(view.wordings, { title: arabic, summary: plain, excerpt: arabic, insights: arabic });
  assert.deepEqual(view.breadcrumbs.at(-1)?.wording, arabic);
  assert.deepEqual(pageOf({ title }, "Text").wordings, {
    title: plain,
    summary: undefined,
    excerpt: plain,
    insights: undefined,
  });
});

test("a block that runs against the text around it says so", () => {
  const { excerpt, wordings } = pageOf({ language: "he" }, "FHIR: שלוש דרכים\n\nIn English.\n\n- שלום\n- *Hello*\n");
  assert.equal(wordings.excerpt?.dir, "rtl");
  assert.equal(
    excerpt,
    '<p>FHIR: שלוש דרכים</p>\n<p dir="ltr">In English.</p>\n<ul>\n<li>שלום</li>\n<li><em>Hello</em></li>\n</ul>',
  );
  assert.equal(pageOf({}, "Hello there\n\nשלום").excerpt, '<p>Hello there</p>\n<p dir="rtl">שלום</p>');
});

test("the page is an article of the news section", () => {
  const view = pageOf({});
  assert.equal(view.section, "news");
  assert.equal(view.head.openGraphType, "article");
  assert.match(view.head.canonical ?? "", /\/news\/story\/$/);
});

test("a story whose source states no date says that its date is the day of curation", () => {
  const { published, publishedNote } = pageOf({});
  assert.equal(published?.machine.length, 10);
  assert.equal(publishedNote, "the day it was added; the source’s own date is not stated");
});

test("a dead source is said to be, with the way to an archive's copy of the day of curation", () => {
  const url = "https://acme.example/story";
  const checked = "2026-11-22";
  const record = { url, checked, result: "dead", detail: "status 404" } as const;
  const goneOn = (...deadOn: string[]) => {
    const catalog = catalogOf(healthy(), { links: { source: "a test", links: [{ ...record, deadOn }] } });
    return buildNewsPage(catalog, itemOf(catalog), "").source.deadLink;
  };
  assert.equal(goneOn("2026-11-20", "2026-11-21", checked), undefined);
  assert.deepEqual(goneOn("2026-11-01", "2026-11-10", checked), {
    asOf: "as of 22 November 2026",
    archive: { href: `https://web.archive.org/web/20260102/${url}`, label: "web.archive.org" },
  });
});

test("a story with too few words of its own is not indexed where the policy asks for them", () => {
  const isIndexed = (indexing: "always" | "original") => {
    const catalog = catalogOf(healthy(), { indexing });
    return buildNewsPage(catalog, itemOf(catalog), "A short body.").head.isIndexed;
  };
  assert.deepEqual([isIndexed("always"), isIndexed("original")], [true, false]);
});

test("what describes a page has no footnotes, which stay in its texts with ids of their own", () => {
  const note = "Said[^1] so.\n\n[^1]: By them.";
  const { head, excerpt } = pageOf({}, note);
  assert.equal(head.description, "Said so.");
  const { head: own, insights } = pageOf({ insights: JSON.stringify(note) }, note);
  assert.equal(own.description, "Said so.");
  const idsOf = (html = "") => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(idsOf(excerpt), ["news-story-excerpt-1", "news-story-excerpt-2"]);
  assert.deepEqual(idsOf(insights?.html), ["news-story-insights-1", "news-story-insights-2"]);
});

test("a text without a word has no heading, and the page is described by what it has", () => {
  for (const body of ["![A picture](a.png)", "[a]: https://a.example/", "<textarea>a</textarea>", "[^1]: a"]) {
    const { head, excerpt, insights } = pageOf({ insights: JSON.stringify(body), summary: "S" }, body);
    assert.deepEqual([head.description, excerpt, insights], ["S", undefined, undefined], body);
  }
  // All that the text has is a footnote.
  assert.equal(pageOf({ title: "T" }, "[^1]\n\n[^1]: a").head.description, "T");
});
