import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog } from "../../src/catalog/graph.ts";
import { catalogOf, healthy, news } from "../../src/catalog/testing.ts";
import { listWeeks } from "../../src/catalog/weeks.ts";
import { getConfig } from "../../src/config/config.ts";
import { renderOpml } from "../../src/outputs/feeds/opml.ts";
import { renderFeed } from "../../src/outputs/feeds/render-feed.ts";
import { CHANGED_INTERFACE, RICH_STORY, STYLE } from "../../src/outputs/feeds/testing.ts";
import { buildFeed, listFeeds } from "../../src/views/feed.ts";
import { toFeedLinks } from "../../src/views/feed-links.ts";
import { buildTopicsOutline } from "../../src/views/feeds-page.ts";
import { digestUrl, entityUrl, feedUrl, topicsOutlineUrl } from "../../src/views/urls.ts";
import { feedFormatKeys } from "../../src/vocab/feed-format.ts";
import { feedsCheck } from "./check-feeds.ts";
import { atomRules } from "./feeds/atom-rules.ts";
import { feedRules } from "./feeds/feed-rules.ts";
import { jsonFeedRules } from "./feeds/json-feed-rules.ts";
import { opmlRules } from "./feeds/opml-rules.ts";
import { rssRules } from "./feeds/rss-rules.ts";
import { countsIn, pageOf, SITE_URL, violationsIn } from "./testing.ts";

type SiteFiles = Readonly<Record<string, string | Buffer>>;

const PICTURE = Buffer.from("\x89PNG\r\n\x1a\n and the rest of it", "latin1");

const DOCUMENT = Buffer.from("%PDF-1.7 and the rest of it");
const DOCUMENTS = new Map([["a.pdf", { length: DOCUMENT.length, isPdf: true }]]);

/** A site from our own renderers: two stories, one with an image, one with a document, everything that they are about, and a change. */
function healthySite(): Record<string, string | Buffer> {
  const other = news({ link: "https://other.example/", summary: "The other.", featuredPdf: "a.pdf" });
  const files = healthy({ "news/2026/story.md": RICH_STORY, "news/2026/other.md": other, ...CHANGED_INTERFACE });
  return siteOfCatalog(catalogOf(files, { images: ["a.png"], documents: DOCUMENTS }));
}

function siteOfCatalog(catalog: Catalog): Record<string, string | Buffer> {
  const images = new Map([["a.png", { length: PICTURE.length, type: "image/png" }]]);
  const feeds = listFeeds(catalog).map((subject) => buildFeed(catalog, subject, images));
  const fileOf = (path: string) => decodeURIComponent(path.slice(1));
  const atHome = (text: string) => text.replaceAll(getConfig().siteUrl.href, SITE_URL.href);
  const documents: Record<string, string | Buffer> = {
    [STYLE.slice(1)]: "",
    "images/a.png": PICTURE,
    "documents/a.pdf": DOCUMENT,
    [topicsOutlineUrl.slice(1)]: atHome(renderOpml(buildTopicsOutline(catalog), STYLE)),
  };
  for (const feed of feeds)
    for (const format of feedFormatKeys)
      documents[fileOf(feedUrl(format, feed.page))] = atHome(renderFeed(format, feed, STYLE));
  const weeks = listWeeks(catalog).map(({ name }) => digestUrl(name));
  const pages = [...catalog.news.map(entityUrl), ...weeks, "/feeds/", "/topic/", ...feeds.map(({ page }) => page)];
  for (const page of pages) {
    const own = feeds.some((feed) => feed.page === page && page !== "/") ? toFeedLinks("Own", page) : [];
    const head = [...toFeedLinks("All", "/"), ...own]
      .map(({ href, type }) => `<link rel="alternate" type="${type}" href="${href}">`)
      .join("");
    const body = own.map(({ href, label }) => `<a href="${href}">${label}</a>`).join("");
    documents[`${fileOf(page)}index.html`] = pageOf(page, { head, body });
  }
  return documents;
}

const whole = healthySite();

/** The site with a piece of a file written otherwise, which must be there. */
function broken(file: string, from: string | RegExp, to: string): SiteFiles {
  const text = String(whole[file]);
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${file} has no ${from}`);
  return { ...whole, [file]: changed };
}

/** For each requirement of each table: an edit of one file that breaks it. */
type Breakages = Readonly<Record<string, readonly [from: string | RegExp, to: string]>>;

const rss: Breakages = {
  "the root is rss, version 2.0, with one channel": ['version="2.0"', 'version="0.91"'],
  "the channel has one title, link and description": [/<description>.*?<\/description>/, ""],
  "the channel has a language tag": ["<language>en<", "<language>English (US)<"],
  "ttl is a number of minutes": ["<ttl>360<", "<ttl>6 h<"],
  "sy:updatePeriod, sy:updateFrequency and sy:updateBase say when to ask again": [">daily<", ">often<"],
  "lastBuildDate and pubDate are as RFC 822 has them": ["<pubDate>Fri, ", "<pubDate>Mon, "],
  "a channel has one lastBuildDate": [/<lastBuildDate>.*?<\/lastBuildDate>/, ""],
  "an item has one title, link, guid, pubDate and content:encoded": [/<pubDate>.*?<\/pubDate>/, ""],
  "an item has at most one description and enclosure": [/(<enclosure [^>]*>)/, "$1\n$1"],
  "a guid that is a permalink is an address": [/(<guid[^>]*>)https:\/\/site\.example/, "$1"],
  "an enclosure has url, length and type": [/(<enclosure [^>]*?) length="\d+"/, "$1"],
  "an item has no date of another vocabulary": ["<dc:creator>", "<dc:date>2025-05</dc:date><dc:creator>"],
};

const atom: Breakages = {
  "the root is feed, in the namespace of Atom": [
    'xmlns="http://www.w3.org/2005/Atom"',
    'xmlns="http://purl.org/atom/ns#"',
  ],
  "a feed has one title, id and updated": [/<id>.*?<\/id>/, ""],
  "an entry has one title, id and updated": [/(<entry>\n)<title>.*?<\/title>/, "$1"],
  "a feed or each of its entries has an author": [/<author>[\s\S]*?<\/author>/, ""],
  "an author has one name, and a uri that is an address, unless authors have no pages": [
    /<uri>.*?<\/uri>/,
    "<uri>/</uri>",
  ],
  "updated and published are as RFC 3339 has them": ["T00:00:00Z</published>", "T00:00:00</published>"],
  "an entry is not updated before it is published, nor a feed before its entries": [
    /(<entry>[\s\S]*<updated>)2026/,
    "$12020",
  ],
  "a link has an address": ['rel="via" href="https:', 'rel="via" href="'],
  "an id is an address": [/<id>.*?<\/id>/, "<id>8280</id>"],
  "a text is of type text or html, and has no element in it": ['type="html">', 'type="markdown">'],
  "an entry has content": [/<content[\s\S]*?<\/content>/, ""],
  "a category has a term and an address as its scheme": ['term="hl7-fhir"', ""],
  "sy:updatePeriod, sy:updateFrequency and sy:updateBase say when to ask again": [
    "<sy:updateFrequency>4<",
    "<sy:updateFrequency>0<",
  ],
  "an entry has no date of another vocabulary": [
    "<published>",
    '<dcterms:issued xmlns:dcterms="http://purl.org/dc/terms/">2025-05</dcterms:issued><published>',
  ],
};

const json: Breakages = {
  "the version is that of JSON Feed 1.1": ["version/1.1", "version/1"],
  "a feed has a title, a home page, an address of its own and a list of items": [/"feed_url": .*\n/, ""],
  "an item has an id, an address, a title and content, as texts": [/"id": ".*?"/, '"id": 8280'],
  "an item has both dates, as RFC 3339 has them, in their order": [
    /"date_modified": "2026-0/,
    '"date_modified": "2025-0',
  ],
  "authors are objects with a name, and an address where they have one": [/"name": "Ann Lee"/, '"name": ""'],
  "a feed has an author": [/"authors": \[[^\]]*\]/, '"authors": []'],
  "tags are a list of texts": [/"tags": \[[^\]]*\]/, '"tags": "HL7: FHIR"'],
  "an attachment has an address, a type and a number of bytes": [/"mime_type": .*\n/, ""],
  "external_url and image are addresses": [/"external_url": "https:\/\//, '"external_url": "'],
};

const opml: Breakages = {
  "the root is opml, version 2.0, with one head and one body": ['version="2.0"', 'version="1.0"'],
  "the head has a title and a dateModified as RFC 822 has it": [/<dateModified>.*?</, "<dateModified>2026-01-02<"],
  "an outline has a text": [/ text="HL7: FHIR"/, ""],
  "an outline of type rss has title, description, xmlUrl and htmlUrl, and no other has an xmlUrl": [
    / description=".*?"/,
    "",
  ],
  "xmlUrl and htmlUrl lead to a feed and to its page": ["/topic/hl7-fhir/feed.xml", "/topic/hl7-v2/feed.xml"],
  "the style sheet is a file of this site": ["/assets/feed.css", "https://other.example/feed.css"],
  "no feed occurs twice": [/(<outline type="rss"[^>]*>)/, "$1\n$1"],
  "a library reads as many outlines as there are": ["<body>", "<body></body><body>"],
};

/** What holds for every format, broken in RSS or, where RSS has no word for it, in another. */
const every: Breakages = {
  "a feed names its own address": ['feed.xml" rel="self"', 'rss.xml" rel="self"'],
  "a feed names the page beside it": ["<link>https://site.example/<", "<link>https://site.example/topic/<"],
  "the style sheet is a file of this site": [/<\?xml-stylesheet.*\n/, ""],
  "an item leads to a page of this site": [
    /(<item>[\s\S]*?<link>)https:\/\/site\.example\/news/,
    "$1https://site.example/old",
  ],
  "the id of an item is the address of its page, or begins with that of the place that it leads to": [
    /<guid.*?<\/guid>/,
    '<guid isPermaLink="false">8280</guid>',
  ],
  "no two items have the same id": [/(<item>[\s\S]*?<\/item>)/, "$1\n$1"],
  "the address of an enclosure leads to a file of this site": ["/images/a.png", "/images/b.png"],
  "an enclosure has the length and the type of its file": [/length="\d+"/, 'length="0"'],
  "every link in the content is absolute and not broken, or leads to a place in it": [
    "href=&quot;https://site.example/topic/",
    "href=&quot;#topic/",
  ],
  "no two elements of the contents have the same id": [
    "&lt;p&gt;",
    "&lt;p id=&quot;a&quot;&gt;&lt;b id=&quot;a&quot;&gt;&lt;/b&gt;",
  ],
  "the content has a link that leads away from this site, unless it is of changes, at a place on a page or in a digest":
    ["href=&quot;https://other.example/&quot;", ""],
  "the content is words, links and their structure alone": ["&lt;p&gt;", "&lt;script&gt;"],
  "a library reads the title and the same items": [/(<guid isPermaLink="true")/, '$1 xmlns="urn:a"'],
};

test("a site as it is built has no violation, and everything in it is looked at", async () => {
  assert.deepEqual(await violationsIn(feedsCheck, whole), []);
  const { counts, short } = await countsIn(feedsCheck, whole);
  assert.deepEqual(short, []);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["7 RSS documents", "7 Atom documents", "7 JSON Feed documents", "36 items", "33 enclosures", "1 feeds in OPML"],
  );
});

for (const [file, rules, breakages] of [
  ["feed.xml", rssRules, rss],
  ["atom.xml", atomRules, atom],
  ["feed.json", jsonFeedRules, json],
  ["feeds/topics.opml", opmlRules, opml],
  ["feed.xml", feedRules, every],
] as const) {
  test(`every rule has a case that breaks it: ${Object.keys(breakages).length} for ${file}`, () => {
    assert.deepEqual(
      Object.keys(breakages),
      rules.map(({ requirement }) => requirement),
    );
  });

  for (const [requirement, [from, to]] of Object.entries(breakages))
    test(`${file}: ${requirement}`, async () => {
      const violations = await violationsIn(feedsCheck, broken(file, from, to));
      assert.ok(
        violations.some((violation) => violation.startsWith(`${file}: ${requirement}: `)),
        violations.join("\n"),
      );
    });
}

test("a site without a story or a topic has feeds without items", async () => {
  const bare = Object.fromEntries(
    Object.entries(siteOfCatalog(catalogOf({ "organizations/acme.md": "name: Acme\ntype: vendor" }))),
  );
  assert.deepEqual(await violationsIn(feedsCheck, bare), []);
  const { counts, short } = await countsIn(feedsCheck, bare);
  assert.deepEqual(short, []);
  assert.equal(counts.find(({ what }) => what === "items")?.count, 0);
});

test("a date that nobody set is found in every format", async () => {
  const unset = [
    ["atom.xml", /<updated>.*?</, "<updated>1970-01-01T00:00:00Z<"],
    ["topic/hl7-fhir/atom.xml", /<updated>.*?</, "<updated>1969-12-31T16:00:00-08:00<"],
    ["feed.xml", /<lastBuildDate>.*?</, "<lastBuildDate>Thu, 01 Jan 1970 00:00:00 +0000<"],
    ["feed.xml", /<pubDate>.*?</, "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT<"],
    ["feed.json", /"date_published": "[^"]*"/, '"date_published": "1970-01-01T00:00:00Z"'],
    ["feeds/topics.opml", /<dateModified>.*?</, "<dateModified>Thu, 01 Jan 1970 00:00:00 +0000<"],
  ] as const;
  for (const [file, from, to] of unset) {
    const violations = await violationsIn(feedsCheck, broken(file, from, to));
    assert.ok(
      violations.some((violation) => violation.startsWith(`${file}: `)),
      `${file}, ${to}`,
    );
  }
});

test("what is not well formed, or no JSON, is reported with its place", async () => {
  assert.match(
    (await violationsIn(feedsCheck, broken("feed.xml", "</channel>", "")))[0] ?? "",
    /^feed\.xml: cannot be read: \d+:\d+: /,
  );
  assert.match(
    (await violationsIn(feedsCheck, broken("atom.xml", "Ann Lee", "Ann & Lee")))[0] ?? "",
    /^atom\.xml: cannot be read: /,
  );
  assert.match(
    (await violationsIn(feedsCheck, broken("feed.xml", " xmlns:dc=", " xmlns:cd=")))[0] ?? "",
    /unbound namespace prefix/,
  );
  assert.match(
    (await violationsIn(feedsCheck, broken("feed.json", "{", "")))[0] ?? "",
    /^feed\.json: cannot be read: /,
  );
  assert.match((await violationsIn(feedsCheck, { ...whole, "feed.json": "[]" }))[0] ?? "", /it is no object/);
  assert.match(
    (await violationsIn(feedsCheck, { ...whole, "feeds/topics.opml": "" }))[0] ?? "",
    /^feeds\/topics\.opml: cannot be read: /,
  );
});

test("a reader who changes the format must not see the stories anew", async () => {
  const violations = await violationsIn(feedsCheck, broken("topic/hl7-fhir/feed.xml", /<item>[\s\S]*?<\/item>/, ""));
  assert.deepEqual(violations, ["topic/hl7-fhir/feed.xml: has other items than topic/hl7-fhir/atom.xml"]);
});

test("a page that does not name its feeds, to programs or to readers, is found", async () => {
  const page = "topic/hl7-fhir/index.html";
  assert.deepEqual(
    await violationsIn(
      feedsCheck,
      broken(page, /<link rel="alternate" type="[^"]*" href="\/topic\/hl7-fhir\/atom\.xml">/, ""),
    ),
    [
      "/topic/hl7-fhir/: its head does not name the Atom feed of the page",
      "topic/hl7-fhir/atom.xml: no page names this feed",
    ],
  );
  assert.deepEqual(await violationsIn(feedsCheck, broken(page, /<a href="\/topic\/hl7-fhir\/feed\.json">/, "<a>")), [
    "/topic/hl7-fhir/: has no link to its JSON Feed feed",
  ]);
  assert.deepEqual(
    await violationsIn(feedsCheck, broken("news/story/index.html", 'href="/atom.xml"', 'href="/atom"')),
    ["/news/story/: its head does not name the Atom feed of all news"],
  );
  assert.deepEqual(
    await violationsIn(feedsCheck, broken("index.html", 'type="application/atom+xml"', 'type="text/xml"')),
    ["/: its head does not name the Atom feed of all news"],
  );
});

test("a page without its feeds, and a feed without its page, are found", async () => {
  const { "author/ann-lee/feed.xml": _, ...without } = whole;
  assert.deepEqual((await countsIn(feedsCheck, without)).short, ["only 6 RSS documents, expected 7"]);
  const { "author/ann-lee/index.html": __, ...orphaned } = whole;
  const violations = await violationsIn(feedsCheck, orphaned);
  assert.ok(violations.includes("author/ann-lee/feed.xml: no page names this feed"), violations.join("\n"));
});
