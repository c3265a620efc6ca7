/** A story in the imported form with a value for every key that the curated article has blank, from its file to every output. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { catalogOf, diagnosticsOf, type Files, healthy } from "../catalog/testing.ts";
import { parseContentFile } from "../ingest/front-matter.ts";
import { dropBlank } from "../lib/drop-blank.ts";
import { buildSearchRecords } from "../search/index/search-records.ts";
import { buildFeed, listFeeds } from "../views/feed.ts";
import { buildNewsPage } from "../views/news-page.ts";
import { absoluteUrl } from "../views/urls.ts";
import { toNewsRecord, toOrganizationRecord } from "./api/to-record.ts";
import { renderAtom } from "./feeds/atom.ts";
import { renderJsonFeed } from "./feeds/json-feed.ts";
import { renderRss } from "./feeds/rss.ts";
import { getPage, pagesOf } from "./testing.ts";

const FILE = "news/2026/claims-apis-in-practice.md";
const TEXT = readFileSync("tests/fixtures/imported-story.md", "utf8");
const [, BODY = ""] = TEXT.split(/\n---\n/);
const STEM = "0b0c5a2e-60ef-5a52-9f0b-1f4a1f2f7c11";
const PDF = `${STEM}-featuredPdf.pdf`;
const ICON = `${STEM}-favIconImage.png`;
const VIA = "https://talk.example/claims";

const files: Files = healthy({
  "organizations/paper.md": "name: Paper\ntype: news\nhosts: [paper.example]",
  "organizations/zeta-institute.md": "name: Zeta Institute\ntype: research",
  "offerings/acme-server.md":
    "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: It is.\ntopics: ['HL7: FHIR']\nofferingId: 8530",
  "offerings/acme-cloud.md":
    "name: Acme Cloud\nvendor: acme\nkind: fhir-server\nsummary: It is.\ntopics: ['HL7: FHIR']\nofferingId: 8531",
  [FILE]: TEXT,
});
const there = { images: [ICON], documents: new Map([[PDF, { length: 1_234_567, isPdf: true }]]) };
const catalog = catalogOf(files, there);
const item = catalog.news.find(({ file }) => file === FILE);
assert.ok(item);
const view = buildNewsPage(catalog, item, BODY);
const document = absoluteUrl(`/documents/${PDF}`);

test("it has the keys of the curated article, in their order, and nothing is wrong with it", () => {
  const keysOf = (text: string) => {
    const parsed = parseContentFile(Buffer.from(text), FILE);
    assert.ok(parsed.ok);
    return parsed.value.data;
  };
  const curated = keysOf(
    readFileSync(
      "content/news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md",
      "utf8",
    ),
  );
  const made = keysOf(TEXT);
  assert.deepEqual(Object.keys(made), Object.keys(curated));
  const fields = ["via", "viaLink", "institution", "offering", "featuredPdf", "favIconImage", "status"];
  const stated = (data: object) => fields.filter((field) => field in (dropBlank(data) as object));
  assert.deepEqual([stated(curated), stated(made)], [[], fields], "the curated article states none of them");
  assert.deepEqual(diagnosticsOf(files, there), []);
});

test("its page has each of them, once", () => {
  assert.deepEqual(view.via, { label: "HIT & <Talk>", href: VIA, deadLink: undefined });
  assert.deepEqual(view.about, { href: "/offering/acme-cloud/", label: "Acme Cloud" });
  assert.deepEqual(view.institution, { href: "/organization/zeta-institute/", label: "Zeta Institute" });
  assert.equal(view.document?.label, "Read the document (PDF, 1.2 MB)");
  assert.equal(view.source.icon, `/images/${ICON}`);
  assert.deepEqual(
    view.offerings.map(({ label, reason }) => `${label}: ${reason}`),
    ["Acme Cloud: what the story is about; same topic: FHIR", "Acme Server: named by the curator; same topic: FHIR"],
  );
  const [cloud] = catalog.offerings;
  assert.deepEqual([cloud?.name, cloud?.news], ["Acme Cloud", [item]]);
});

test("JSON-LD says what it is about and where its document is, and names each thing once", () => {
  const nodes = (view.head.graph as { readonly "@graph": readonly Record<string, unknown>[] })["@graph"];
  const article = nodes.find((node) => node["@id"] === absoluteUrl("/news/claims-apis-in-practice/#article"));
  const idOf = (path: string) => ({ "@id": absoluteUrl(path) });
  assert.deepEqual(article?.["about"], [idOf("/offering/acme-cloud/#offering"), idOf("/topic/hl7-fhir/#term")]);
  assert.deepEqual(article?.["mentions"], [
    idOf("/offering/acme-server/#offering"),
    idOf("/organization/zeta-institute/#organization"),
  ]);
  assert.deepEqual(article?.["associatedMedia"], {
    "@type": "MediaObject",
    contentUrl: document,
    encodingFormat: "application/pdf",
    contentSize: "1.2 MB",
  });
  const ids = nodes.map((node) => node["@id"]);
  assert.equal(new Set(ids).size, ids.length);
});

test("feeds tell who pointed to it, and carry the document", () => {
  const [all] = listFeeds(catalog);
  assert.ok(all);
  const feed = buildFeed(catalog, { ...all, news: [item] }, new Map());
  const size = { length: 1_234_567, type: "application/pdf" };
  const rss = renderRss(feed, "/feed.css");
  assert.deepEqual(parseRssFeed(rss).items?.[0]?.enclosures, [{ url: document, ...size }]);
  const links = parseAtomFeed(renderAtom(feed, "/feed.css")).entries?.[0]?.links ?? [];
  assert.deepEqual(
    links.filter(({ rel }) => rel === "via").map(({ href, title }) => [href, title]),
    [
      ["https://paper.example/claims-apis", "paper.example"],
      [VIA, "HIT & <Talk>"],
    ],
  );
  assert.deepEqual(
    links.filter(({ rel }) => rel === "enclosure").map(({ href, length, type }) => ({ href, length, type })),
    [{ href: document, ...size }],
  );
  const [json] = JSON.parse(renderJsonFeed(feed)).items;
  assert.deepEqual(json.attachments, [
    { url: document, mime_type: size.type, title: view.document?.label, size_in_bytes: size.length },
  ]);
  assert.match(json.content_html, new RegExp(`Via <a href="${VIA}"[^>]*>HIT &amp; &lt;Talk&gt;</a>\\.</p>`));
  assert.match(json.content_html, /<p>Institution: <a [^>]*>Zeta Institute<\/a><\/p>/);
});

test("the data has them, and Markdown", async () => {
  const record = toNewsRecord(catalog, item, BODY);
  assert.deepEqual([record.mainOffering?.slug, record.institution?.slug], ["acme-cloud", "zeta-institute"]);
  assert.deepEqual(record.via, { name: "HIT & <Talk>", url: VIA });
  assert.deepEqual(record.document, { url: document, type: "application/pdf", length: 1_234_567 });
  const zeta = catalog.organizations.find(({ slug }) => slug === "zeta-institute");
  assert.ok(zeta);
  const { news, newsAbout } = toOrganizationRecord(catalog, zeta);
  assert.deepEqual([news, newsAbout.map(({ slug }) => slug)], [[], ["claims-apis-in-practice"]]);
  const markdown = await getPage(pagesOf(catalog, files), "/news/claims-apis-in-practice/").getMarkdown();
  assert.match(markdown, /^- Via: \[HIT & \\?<Talk>\]\(<?https:\/\/talk\.example\/claims>?\)$/m);
  assert.match(markdown, /^- About: \[Acme Cloud\]/m);
  assert.match(markdown, /^- Institution: \[Zeta Institute\]/m);
  assert.match(markdown, new RegExp(`^- Document: \\[Read the document \\(PDF, 1\\.2 MB\\)\\]\\(.*${PDF}\\)$`, "m"));
});

test("the search finds it by who pointed to it and by its institution", () => {
  const { fields } = buildSearchRecords(catalog).records.find(({ title }) => title === item.title) ?? {};
  assert.deepEqual([fields?.via, fields?.institution], [["HIT & <Talk>"], ["Zeta Institute"]]);
});

test("the status of its work package and the metadata of its source are nowhere", async () => {
  const outputs = [view, toNewsRecord(catalog, item, BODY), buildSearchRecords(catalog)];
  const page = getPage(pagesOf(catalog, files), "/news/claims-apis-in-practice/");
  const text = `${JSON.stringify(outputs)}${await page.getMarkdown()}`;
  assert.doesNotMatch(text, /Under review|Dana|secret-of-the-source|wpAttachment|19001|utm_source/);
  assert.equal(item.workStatus, "Under review by Dana");
});
