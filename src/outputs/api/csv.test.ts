import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { type PublishedKind, publishedKinds } from "../../vocab/entity-kind.ts";
import { columns, joinList, toCsv } from "./csv.ts";
import { recordShapes } from "./json-schema.ts";
import type { Records } from "./records.ts";
import { sampleRecords } from "./testing.ts";

type Row = Readonly<Record<string, string>>;

function csvOf(kind: PublishedKind, { [kind]: records }: Records): string {
  return toCsv(kind, records, { hasHeader: true });
}

function read(csv: string): Row[] {
  return parse(csv, { columns: true, bom: true });
}

/** The sample with this text for the name of an author. */
function named(name: string): Records {
  return { ...sampleRecords, author: sampleRecords.author.map((author) => ({ ...author, name })) };
}

/** As a reader of the documentation would take a list apart. */
function splitList(cell: string): string[] {
  return cell === "" ? [] : cell.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).map((value) => value.replace(/\\([\\|])/g, "$1"));
}

for (const kind of publishedKinds) {
  test(`the CSV of kind ${kind} is as it was`, (t) => t.assert.snapshot(csvOf(kind, sampleRecords)));

  test(`a column of kind ${kind} is named as a field is`, () => {
    for (const column of columns[kind]) {
      const [field = ""] = column.split(".");
      assert.ok(Object.hasOwn(recordShapes[kind].shape, field), `there is no field ${field}`);
    }
  });
}

test("pieces without a header continue the one before them", () => {
  const [first, ...rest] = sampleRecords.topic;
  const pieces = [[], first ? [first] : [], [], rest].map((records, index) =>
    toCsv("topic", records, { hasHeader: index === 0 }),
  );
  assert.equal(pieces.join(""), csvOf("topic", sampleRecords));
});

test("it is UTF-8 with a mark, and its lines end as RFC 4180 says", () => {
  const csv = csvOf("topic", sampleRecords);
  assert.ok(csv.startsWith("\u{FEFF}slug,"));
  assert.equal(csv.split("\r\n").length, sampleRecords.topic.length + 2);
});

test("a cell that a spreadsheet would compute is text", () => {
  for (const formula of ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "＝1"]) {
    assert.equal(read(csvOf("author", named(formula)))[0]?.["name"], `'${formula}`);
  }
});

test("any text reads back, but for the apostrophe before a formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      const cell = read(csvOf("author", named(name)))[0]?.["name"];
      assert.ok(cell === name || cell === `'${name}`);
    }),
  );
});

test("a joined list reads back", () => {
  const value = fc.string({ unit: fc.constantFrom("a", "|", "\\", " "), minLength: 1 });
  fc.assert(
    fc.property(fc.array(value), (values) => {
      assert.deepEqual(splitList(joinList(values)), values);
    }),
  );
});

test("words of a source are in no cell", () => {
  assert.doesNotMatch(csvOf("news", sampleRecords), /Quoted, with|A teaser/);
});
