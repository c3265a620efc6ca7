import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { recordShapes } from "./json-schema.ts";
import { readRecords, readSampleBody, sample, sampleRecords } from "./testing.ts";

const story = sampleRecords.news.find(({ slug }) => slug === "story");
const bare = sampleRecords.news.find(({ slug }) => slug === "bare");
const server = sampleRecords.offering.find(({ slug }) => slug === "acme-server");
const cloud = sampleRecords.offering.find(({ slug }) => slug === "acme-cloud");

for (const kind of publishedKinds) {
  test(`records of kind ${kind} are as they were`, (t) => t.assert.snapshot(sampleRecords[kind]));

  test(`a record of kind ${kind} has the fields of its shape and no other, in their order`, () => {
    for (const record of sampleRecords[kind]) {
      z.strictObject(recordShapes[kind].shape).parse(record);
      assert.deepEqual(Object.keys(record), sameOrder(Object.keys(recordShapes[kind].shape)));
    }
  });
}

/** A record begins as a reference does, with its kind. */
function sameOrder(fields: readonly string[]): string[] {
  return ["kind", ...fields.filter((field) => field !== "kind")];
}

test("the sample knows every field once, and lacks every field that may be null once", () => {
  for (const kind of publishedKinds) {
    for (const [field, shape] of Object.entries(recordShapes[kind].shape)) {
      const values = sampleRecords[kind].map((record) => (record as Record<string, unknown>)[field]);
      const isKnown = values.some((value) => value !== null && !(Array.isArray(value) && value.length === 0));
      assert.ok(isKnown, `no ${kind} has a ${field}`);
      if (shape.safeParse(null).success && kind !== "author")
        assert.ok(values.includes(null), `every ${kind} has a ${field}`);
    }
  }
});

test("what is unknown is null, and nothing stands in for it", () => {
  assert.equal(bare?.published, null);
  assert.equal(bare?.publishedPrecision, null);
  assert.equal(bare?.source.publisher, null);
  assert.deepEqual(bare?.quoted, { language: "en", teaser: null, excerpt: null });
  assert.equal(cloud?.summary, null);
  assert.equal(cloud?.homepage, null);
  assert.equal(cloud?.certification, null);
});

test("a date has the precision that is known, and says how it is known", () => {
  assert.deepEqual(
    [story?.published, story?.publishedPrecision, story?.publishedBasis],
    ["2026-02", "month", "context"],
  );
  assert.deepEqual(
    [server?.statusDate, server?.statusDatePrecision, server?.statusIsToCome],
    ["2027-01", "month", true],
  );
});

test("an article whose own date nobody knows says that its date is the day of curation", async () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news() }));
  const {
    news: [item],
  } = await readRecords(catalog, async () => "");
  assert.deepEqual([item?.published, item?.publishedBasis], ["2026-01-02", "curation"]);
});

test("own words and the words of the source are apart, and the rights say which are which", () => {
  assert.equal(story?.summary, "What it says.");
  assert.match(story?.insights?.html ?? "", /<strong>twice<\/strong>/);
  assert.equal(story?.insights?.by, "The Curator");
  assert.match(
    story?.quoted.excerpt?.html ?? "",
    /^<p>Quoted, with <a href="https:\/\/acme.example\/next">more<\/a>.<\/p>$/,
  );
  assert.deepEqual(story?.rights.covers, ["summary", "insights", "note"]);
  assert.deepEqual(story?.rights.exceptions, [
    { fields: ["name", "quoted", "image", "document"], owner: "The publisher of the source, acme.example" },
  ]);
});

function valueAt(record: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], record);
}

test("every field that the rights name is a field of the record", () => {
  for (const kind of publishedKinds)
    for (const record of sampleRecords[kind])
      for (const field of [...record.rights.covers, ...record.rights.exceptions.flatMap(({ fields }) => fields)])
        assert.notEqual(valueAt(record, field), undefined, `${kind} has no ${field}`);
});

test("notes and limits are our own words, where there are any", () => {
  assert.deepEqual(
    server?.rights.covers.filter((field) => field.startsWith("access.")),
    ["access.authentication.note", "access.pricing.note", "access.limits.value"],
  );
  assert.deepEqual(cloud?.rights.covers, ["summary", "body", "statusNote"]);
});

test("a fact has where, when and by whom it was seen, and one that nobody states is null", () => {
  assert.deepEqual(server?.access.authentication, {
    value: ["API key", "OAuth 2.0"],
    note: "The key is for the sandbox.",
    address: { url: "https://acme.example/keys", goneAsOf: null },
    sources: ["https://acme.example/auth", "https://acme.example/s%C3%BCd"],
    seen: "2026-08",
    listedBy: "A list",
  });
  assert.deepEqual(server.access.data?.value, ["claims"]);
  assert.deepEqual(server.access.changelog?.value, { url: "https://acme.example/gone", goneAsOf: "2026-04-20" });
  assert.deepEqual(server.access.sdks?.value[1], { language: "C#", repository: null });
  assert.deepEqual(
    Object.values(cloud?.access ?? {}).filter((fact) => fact !== null),
    [],
  );
});

test("a product and its interfaces name each other", () => {
  assert.equal(cloud?.product?.slug, "acme-server");
  assert.deepEqual(
    server?.apis.map(({ slug }) => slug),
    ["acme-cloud"],
  );
});

test("links in our own texts are absolute, and addresses are encoded", () => {
  assert.match(story?.insights?.html ?? "", /href="https:\/\/[^"/]+\/offering\/acme-server\/"/);
  assert.match(server?.body?.html ?? "", /href="https:\/\/[^"/]+\/offering\/acme-server\/"/);
  assert.equal(server?.homepage?.url, "https://acme.example/s%C3%BCd");
});

test("a gone source has the day of the check that last found it gone", () => {
  assert.equal(story?.source.goneAsOf, "2026-04-20");
  assert.equal(bare?.source.goneAsOf, null);
});

test("nothing of the source's own metadata is in any record, nor a script of its text", () => {
  const all = JSON.stringify(sampleRecords);
  assert.doesNotMatch(all, /secret-of-the-source|google-site-verification|4711|app_id|onclick|<script/);
});

test("news is in order of curation, newest first; the rest by slug", async () => {
  assert.deepEqual(
    sampleRecords.news.map(({ slug }) => slug),
    ["story", "bare", "quoted"],
  );
  const slugs = sampleRecords.topic.map(({ slug }) => slug);
  assert.deepEqual(slugs, [...slugs].sort());
});

test("a file without a body is not read", async () => {
  const read: string[] = [];
  await readRecords(sample, (file) => {
    read.push(file);
    return readSampleBody(file);
  });
  assert.ok(read.includes("topics/hl7-fhir.md"));
  assert.ok(!read.includes("news/2026/bare.md"));
});
