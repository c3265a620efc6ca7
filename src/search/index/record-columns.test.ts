import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutSlug, slugify } from "../../lib/slugify.ts";
import { entityPath } from "../../vocab/paths.ts";
import { anyRecord, anyText, makeRecords, record } from "../testing.ts";
import { decodeRecords, encodeRecords, type RecordColumns } from "./record-columns.ts";
import { kindKeys } from "./search-record.ts";

/** As it comes from a file. */
const written = (columns: RecordColumns): RecordColumns => JSON.parse(JSON.stringify(columns));

test("records are read as they were written, whatever their texts", () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 8 }), (records) => {
      assert.deepEqual(decodeRecords(written(encodeRecords(records))), records);
    }),
  );
});

test("records of a grown site are read as they were written, their fields in the same order", () => {
  const records = makeRecords(300);
  const order = records.map(({ fields }) => Object.keys(fields));
  for (const size of [1, 32, 300]) {
    for (let from = 0; from < records.length; from += size) {
      const read = decodeRecords(written(encodeRecords(records.slice(from, from + size))));
      assert.deepEqual(read, records.slice(from, from + size));
      assert.deepEqual(
        read.map(({ fields }) => Object.keys(fields)),
        order.slice(from, from + size),
      );
    }
  }
});

test("any path of the site is read as it was written", () => {
  const odd = [
    "",
    "/",
    "//",
    "/news/",
    "/news//",
    "/news/a~b/",
    "/news/~/",
    "/news/~3/",
    "/news/a/b/",
    "/news/%2Fa/",
    "/news/%7Ea/",
    "/news/%/",
    "/news/%E3%83/",
    "/news/\ud800/",
    "/news/a b/",
    "/news/../",
    "/topic/a-story/",
    "/elsewhere/a-story/",
    "/news/a-story",
    "news/a-story/",
    "a-story",
    "~",
    "~5",
    "https://x.example/news/a-story/",
    "/news/a-story/?q=1#x",
    "/news/__proto__/",
  ];
  for (const href of odd)
    assert.equal(decodeRecords(written(encodeRecords([record("A story", { href })])))[0]?.href, href);
  fc.assert(
    fc.property(anyText, anyText, (title, href) => {
      assert.equal(decodeRecords(written(encodeRecords([record(title, { href })])))[0]?.href, href);
    }),
  );
});

test("the slug of a title is a sign and a number at most, after what stands before it", () => {
  const slugOf = (title: string, slug: string) =>
    encodeRecords([record(title, { href: entityPath("news", encodeURIComponent(slug)) })]).slugs[0];
  assert.equal(slugOf("A story on FHIR", "a-story-on-fhir"), "~");
  assert.equal(slugOf("A story on FHIR", "host-a-story-on-fhir"), "host-~");
  assert.equal(slugOf("A story on FHIR", "host-a-story"), "host-~7");
  assert.equal(slugOf("A story on FHIR", "a-story-on-fhir-2"), "a-story-on-fhir-2");
  assert.equal(slugOf("データと医療の話", "データと医療の話"), "~");
  assert.equal(slugOf("データと医療の話", "host-データと医療"), "host-~6");
  assert.equal(slugOf("A", "a"), "a");
  for (const kind of kindKeys) assert.equal(encodeRecords([record("Of any kind", { kind })]).slugs[0], "~", kind);
  const long =
    "One of very many stories with a very long title on interoperability, FHIR and all the rest of it".repeat(2);
  assert.match(slugOf(long, cutSlug(slugify(long))) ?? "", /^~\d+$/);
  fc.assert(
    fc.property(anyText, fc.constantFrom("", "host-", "host-example-"), (title, prefix) => {
      const whole = slugify(title);
      fc.pre(whole.length >= 4 && !whole.startsWith("host"));
      assert.equal(slugOf(title, prefix + whole), `${prefix}~`);
    }),
  );
});

test("a field without a value is not there afterwards", () => {
  const empty = record("A story", { fields: { topic: [], author: ["Ann Lee"] } });
  assert.deepEqual(decodeRecords(encodeRecords([empty])), [{ ...empty, fields: { author: ["Ann Lee"] } }]);
});

test("a record without a field or a badge gets none from another", () => {
  const badge = { label: "Retired", tone: "stop" } as const;
  const both = [record("A story", { fields: { topic: ["HL7: FHIR"] }, badge }), record("Other")];
  const [, other] = decodeRecords(encodeRecords(both));
  assert.ok(other && !("badge" in other) && !("topic" in other.fields));
  assert.deepEqual(decodeRecords(encodeRecords(both)), both);
});

test("what recurs is written once", () => {
  const many = Array.from({ length: 50 }, (_, number) =>
    record(`Story ${number}`, { detail: "acme.example", fields: { topic: ["HL7: FHIR"] } }),
  );
  const json = JSON.stringify(encodeRecords(many));
  assert.equal(json.split("acme.example").length, 2);
  assert.equal(json.split("HL7: FHIR").length, 2);
});

test("no records are none", () => {
  assert.deepEqual(decodeRecords(written(encodeRecords([]))), []);
});
