import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import fc from "fast-check";
import { parseContentFile } from "../ingest/front-matter.ts";
import { dropBlank } from "../lib/drop-blank.ts";
import { toLine } from "../lib/text.ts";
import { messages } from "../lib/zod-messages.ts";
import { type News, NewsSchema } from "./news.ts";

const CURATED = "content/news/2021/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise.md";
const API = "Gartner: Application Programming Interface (API)";

const HAND_WRITTEN = `---
title: "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise"
date: 2021-10-14
published: 2021-10-14
link: https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/
categories: "Gartner: Application Programming Interface (API)"
author: Radhika Narayanan
slug: hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise
description: >-
  The recent enforcement of new rules to encourage the freer flow of healthcare data mainly through application
  programming interfaces (APIs) has jolted providers and payers into action to meet…
featuredImage:
  href: 522a6b58-885d-5335-941c-87805d3db408-featuredImage.jpeg
  alt: "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise"
  size: [338, 338]
relatedOfferings: [certifyos-platform, consensus-harmony, ribbon-health-api, azure-api-for-fhir, google-fit]
aliases: [news/healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/]
---
`;

function newsOf(bytes: Uint8Array): News {
  const parsed = parseContentFile(bytes, "news.md");
  assert.ok(parsed.ok);
  return NewsSchema.parse(dropBlank(parsed.value.data));
}

const curated = newsOf(await readFile(CURATED));
const handWritten = newsOf(new TextEncoder().encode(HAND_WRITTEN));

/** The least a news item has, with these fields changed. */
function parse(changes: object) {
  const least = { title: "A", date: "2026-01-02", link: "https://a.org/x", categories: ["HL7: FHIR"] };
  return NewsSchema.safeParse(dropBlank({ ...least, ...changes }), { error: messages });
}

function parsed(changes: object): News {
  const result = parse(changes);
  assert.ok(result.success, result.error?.message);
  return result.data;
}

test("the curated article becomes exactly this entry", () => {
  const copied = (label: string, slug: string, offeringId: number, categories: string[]) => ({
    slug,
    copy: { label, categories, offeringId },
  });
  const address = "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/";
  const expected: News = {
    title: "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise",
    date: "2021-10-14",
    url: address,
    categories: [API],
    slug: "hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise",
    summary: undefined,
    insights: undefined,
    insightsBy: undefined,
    published: "2021-10-14",
    publishedBasis: undefined,
    titleBasis: undefined,
    publisher: undefined,
    authors: ["Radhika Narayanan"],
    offering: undefined,
    institution: undefined,
    via: undefined,
    document: undefined,
    icon: undefined,
    status: undefined,
    relatedOfferings: [
      copied("CertifyOS Platform", "certifyos-platform", 16392, [API]),
      copied("Consensus Harmony", "consensus-harmony", 11518, [API]),
      copied("Ribbon Health API", "ribbon-health-api", 11299, [API, "Healthcare IT News: Data Aggregation"]),
      copied("Azure API for FHIR", "azure-api-for-fhir", 8770, ["Symplur: #FHIR", API]),
      copied("Google Fit", "google-fit", 8530, [
        "Symplur: mHealth",
        API,
        "Healthcare IT News: Application Programming Interface (APIs)",
      ]),
    ],
    sameStoryAs: [],
    notSameAs: [],
    description:
      "The recent enforcement of new rules to encourage the freer flow of healthcare data mainly through application programming interfaces (APIs) has jolted providers and payers into action to meet…",
    image: {
      file: "522a6b58-885d-5335-941c-87805d3db408-featuredImage.jpeg",
      alt: "Healthcare APIs: 3 Ways APIs Differ in Healthcare vs. Enterprise",
      size: [338, 338],
    },
    language: undefined,
    note: undefined,
    aliases: ["/news/healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/"],
    draft: false,
    modified: "2021-10-14",
    importId: 8280,
    derived: {
      categorySlug: ["gartner: application programming interface (api)"],
      categoryUrl: ["topic/gartner-application-programming-interface-api"],
      categoryLabel: ["Application Programming Interface (API)"],
      topics: [API],
      href: `${address}#.YWhSbhrMJPY`,
      original: `${address}#.YWhSbhrMJPY`,
      cleanUrl: `${address}#.YWhSbhrMJPY`,
      sourceUrl: `${address}#.YWhSbhrMJPY`,
    },
  };
  assert.deepEqual(Object.keys(curated).sort(), Object.keys(expected).sort());
  for (const [field, value] of Object.entries(expected)) assert.deepEqual(curated[field as keyof News], value, field);
});

test("a short hand-written form says the same", () => {
  const importedOnly = { modified: undefined, importId: undefined, derived: undefined };
  const slugs = ({ relatedOfferings }: News) => relatedOfferings.map(({ slug }) => slug);
  assert.deepEqual(
    { ...handWritten, ...importedOnly, relatedOfferings: slugs(handWritten) },
    { ...curated, ...importedOnly, relatedOfferings: slugs(curated) },
  );
});

test("nothing of the source's metadata reaches the entry", () => {
  assert.doesNotMatch(JSON.stringify(curated), /ZfA9TYzJhTo4Qq5hZKk2GVBYHj0|yandex|Anand-Hirekatur/);
});

test("aliases are a text or a list, with or without slashes", () => {
  const expected = ["/news/old/"];
  for (const aliases of ["/news/old", "news/old/", ["/news/old/"], [" news/old "]]) {
    assert.deepEqual(parsed({ aliases }).aliases, expected);
  }
  assert.deepEqual(parsed({ aliases: ["/a", "b/c/"] }).aliases, ["/a/", "/b/c/"]);
  assert.deepEqual(parsed({ aliases: "/" }).aliases, ["/"]);
});

test("an alias stays as it reads, however it was encoded", () => {
  const table = {
    "/caf%C3%A9": "/café/",
    "/cafe\u0301/": "/café/",
    "/2019/05.17/": "/2019/05.17/",
    "/v1.2/": "/v1.2/",
    "/a.html/b": "/a.html/b/",
    "/a%2Fb": "/a/b/",
    "/apis/": "/apis/",
  };
  for (const [given, expected] of Object.entries(table))
    assert.deepEqual(parsed({ aliases: given }).aliases, [expected]);
});

test("categories and authors are a text or a list", () => {
  assert.deepEqual(parsed({ categories: "HL7: FHIR" }).categories, ["HL7: FHIR"]);
  assert.deepEqual(parsed({ author: "A  B" }).authors, ["A B"]);
  assert.deepEqual(parsed({ author: ["A", null, "B"] }).authors, ["A", "B"]);
});

test("published has the precision known; a bare year may be a number", () => {
  for (const published of ["2024", "2024-05", "2024-05-17", "unknown"])
    assert.equal(parsed({ published }).published, published);
  assert.equal(parsed({ published: 2024 }).published, "2024");
});

test("published falls back to the source's metadata, then to the day of the curation", () => {
  const meta = (time: unknown) => parsed({ htmlMetaData: { articlepublished_time: time } }).published;
  assert.equal(meta("2021-10-14T04:00:00+00:00"), "2021-10-14");
  for (const bad of ["yesterday", "2021-02-30T00:00:00Z", 20211014, null]) assert.equal(meta(bad), "2026-01-02");
  assert.equal(parsed({}).published, "2026-01-02");
  assert.equal(parsed({ published: "2020", htmlMetaData: { articlepublished_time: "2021-10-14" } }).published, "2020");
});

test("null, '' and ' ' mean absent in every optional field", () => {
  const absent = parsed({});
  for (const field of Object.keys(NewsSchema.in.shape)) {
    if (["title", "date", "link", "categories"].includes(field)) continue;
    for (const blank of [null, "", " "]) assert.deepEqual(parsed({ [field]: blank }), absent, field);
  }
});

test("metadata may hold any key and any value", () => {
  const odd = JSON.parse(
    '{"__proto__": {"a": 1}, "constructor": "b", "toString": 1, "hasOwnProperty": [2], "msvalidate.01": null}',
  );
  const changes = { htmlMetaData: odd, openGraphMetaData: odd, twitterMetaData: odd, openProjectCustomFields: odd };
  assert.equal(parsed(changes).title, "A");
});

test("insights come from either field, with their author", () => {
  const imported = parsed({ insights_description: "I think", insights_name: "Me" });
  assert.deepEqual([imported.insights, imported.insightsBy], ["I think", "Me"]);
  assert.equal(parsed({ insights: "Mine", insights_description: "Other" }).insights, "Mine");
  assert.equal(parsed({ insights_name: "Me" }).insightsBy, undefined);
});

test("a description is cut only where the export cut it", () => {
  assert.equal(parsed({ description: "A short  one without an end" }).description, "A short one without an end");
  const long = `${"word ".repeat(39)}word.`;
  assert.equal(parsed({ description: long }).description, long);
  assert.equal(parsed({ description: `${"word ".repeat(39)}broke` }).description, `${"word ".repeat(39).trim()}…`);
  const longer = `${"word ".repeat(40)}whole`;
  assert.equal(parsed({ description: longer }).description, longer, "what is longer was written by a person");
});

test("an image is the same file, however its folder is written", () => {
  for (const file of ["a.png", "/images/a.png", "public/images/a.png", "/public/images/a.png"]) {
    assert.equal(parsed({ featuredImage: file }).image?.file, "a.png");
    assert.equal(parsed({ featuredImage: { href: file } }).image?.file, "a.png");
  }
  assert.equal(parsed({ featuredImage: "2026/a.png" }).image?.file, "2026/a.png");
});

test("the day of the last change is read from a time or a day", () => {
  for (const lastMod of ["2026-01-05T08:00:00Z", "2026-01-05"])
    assert.equal(parsed({ lastMod }).modified, "2026-01-05");
});

const BAD: Readonly<Record<string, object>> = {
  "no title": { title: " " },
  "title is a number": { title: 7 },
  "date with a time": { date: "2026-01-02T00:00:00Z" },
  "date of a month": { date: "2026-01" },
  "date that is not": { date: "2026-02-30" },
  "date is a year": { date: 2026 },
  "link to a script": { link: "javascript:alert(1)" },
  "link without a scheme": { link: "a.org/x" },
  "link with a password": { link: "https://me:secret@a.org/" },
  "link object without href": { link: { brand: "a.org" } },
  "categories without authority": { categories: ["FHIR"] },
  "categories with a number": { categories: ["HL7: FHIR", 7] },
  "categories without an entry": { categories: [] },
  "categories with a blank entry": { categories: [" ", null] },
  "link without slashes": { link: "https:a.org/x" },
  "link with one slash": { link: { href: "http:/a.org/x" } },
  "image without a size": { featuredImage: { href: "a.png", size: [0, -1] } },
  "image of half a pixel": { featuredImage: { href: "a.png", size: [1.5, 2] } },
  "image with one number": { featuredImage: { href: "a.png", size: [3] } },
  "last change in words": { lastMod: "yesterday" },
  "last change on a day that is not": { lastMod: "2026-02-30T00:00:00Z" },
  "slug with a path": { slug: "../../etc/passwd" },
  "slug in capitals": { slug: "A-B" },
  "published in month 13": { published: "2024-13" },
  "published in words": { published: "last May" },
  "published is half a year": { published: 2024.5 },
  "basis unknown": { publishedBasis: "guess" },
  "offering by name": { relatedOfferings: ["Google Fit"] },
  "offering by another path": { relatedOfferings: [{ label: "A", permalink: "/news/a" }] },
  "offerings are one text": { relatedOfferings: "google-fit" },
  "image without a file": { featuredImage: { alt: "x" } },
  "language in words": { language: "French" },
  "alias with a query": { aliases: "/news/?p=1" },
  "alias on another host": { aliases: "https://a.org/x" },
  "alias without a scheme": { aliases: "//a.org/x" },
  "alias that climbs": { aliases: ["/news/../../x"] },
  "alias that climbs, encoded": { aliases: "/news/%2e%2e/x/" },
  "alias of a feed": { aliases: "/feed.xml" },
  "alias of an icon": { aliases: "/favicon.svg" },
  "alias of a page's file": { aliases: ["/404.html", "/index.html/", "/a/b.PHP5"] },
  "alias with a stray percent sign": { aliases: ["/50%-off/", "/caf%e9/", "/50%25-off/"] },
  "alias with signs that file systems refuse": { aliases: ["/a<b>|c:d/", "/a*/", "/a%5Cb/", '/a"b/', "/a%00b/"] },
  "alias with a host, encoded": { aliases: "/%2Fa.org/" },
  "alias with a query, encoded": { aliases: "/a%3Fb/" },
  "alias that is too long": { aliases: `/${"é".repeat(101)}/` },
  "alias of too many parts": { aliases: "/old".repeat(300) },
  "alias in a folder of the site": { aliases: ["/assets/x/", "/Images/x/", "/api/", "/search/x/"] },
  "draft in words": { draft: "yes" },
  "id is a text": { id: "8280" },
};

for (const [name, changes] of Object.entries(BAD)) {
  test(`bad value: ${name}`, (t) => {
    const result = parse(changes);
    assert.equal(result.success, false);
    t.assert.snapshot(result.error?.issues.map(({ path, message }) => ({ path, message })));
  });
}

/** Each of these fields in the short form, and the same as an export has it. */
const LONG_FORMS: Readonly<Record<string, { readonly short: object; readonly long: object }>> = {
  via: {
    short: { via: { name: "HIStalk", link: "https://histalk.example/x" } },
    long: { via: " HIStalk ", viaLink: "https://histalk.example/x?utm_source=mail" },
  },
  "via without a name": {
    short: { via: "https://histalk.example/x" },
    long: { via: { name: "histalk.example", link: "https://histalk.example/x" } },
  },
  offering: {
    short: { offering: "google-fit" },
    long: { offering: { label: "Google Fit", permalink: "/offering/google-fit/", offeringId: 8530 } },
  },
  institution: {
    short: { institution: "acme" },
    long: { institution: { label: "Acme", permalink: "/institution/acme" } },
  },
  featuredPdf: {
    short: { featuredPdf: "2026/a report.pdf" },
    long: { featuredPdf: { href: "/documents/2026/a report.pdf", size: 1, wpAttachment: { fileName: "a.pdf" } } },
  },
  favIconImage: {
    short: { favIconImage: "icons/acme.png" },
    long: { favIconImage: { href: "public/images/icons/acme.png", format: "PNG", size: [32, 32] } },
  },
};

for (const [name, { short, long }] of Object.entries(LONG_FORMS)) {
  test(`${name}: an export's form and an editor's say the same`, () => {
    // The copy of a name is compared with its original, and nothing else is made of it.
    const without = ({ offering, institution, ...news }: News) => [news, offering?.slug, institution?.to];
    assert.deepEqual(without(parsed(long)), without(parsed(short)));
    assert.notDeepEqual(parsed(short), parsed({}));
  });
}

test("blank is absent in each of these fields, and inside them", () => {
  const fields = ["via", "viaLink", "offering", "institution", "featuredPdf", "favIconImage", "status"];
  const blank = fc.constantFrom(null, "", " ");
  const inside = fc.oneof(blank, fc.dictionary(fc.constantFrom("name", "link", "label", "permalink", "href"), blank));
  fc.assert(
    fc.property(fc.constantFrom(...fields), blank, (field, value) => {
      assert.deepEqual(parsed({ [field]: value }), parsed({}));
    }),
  );
  for (const field of ["offering", "institution", "featuredPdf", "favIconImage"]) {
    fc.assert(fc.property(inside, (value) => assert.deepEqual(parsed({ [field]: value }), parsed({}))));
  }
  assert.deepEqual(parsed({ via: { name: "", link: null } }), parsed({}));
});

test("who pointed to a source has a name and at most one address, whatever is written", () => {
  const link = fc.webUrl({ validSchemes: ["https"] });
  const name = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => parse({ via: text }).success);
  fc.assert(
    fc.property(fc.option(name), fc.option(link), fc.option(link), (given, own, beside) => {
      const result = parse({ via: { name: given, link: own }, viaLink: beside });
      if (!result.success) {
        assert.ok(own !== null && beside !== null && own !== beside);
        assert.deepEqual(result.error.issues[0]?.path, ["viaLink"]);
        return;
      }
      const { via } = result.data;
      if (own === null && beside === null && toLine(given ?? "") === "") return assert.equal(via, undefined);
      assert.ok(via && via.name !== "");
      assert.equal(via.link === undefined, own === null && beside === null);
      assert.doesNotMatch(via.link ?? "", /[?&]utm_/);
    }),
  );
});
