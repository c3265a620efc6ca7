import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createFacetTable, type FacetName, facetNames } from "../index/facet-table.ts";
import type { SearchRecord } from "../index/search-record.ts";
import { makeRecords, record } from "../testing.ts";
import { applyFacets } from "./apply-facets.ts";
import { countValues, matches, type Selection, type Values } from "./facet-selection.ts";
import { type Facet, MAX_VALUES } from "./search-answer.ts";

function tableOf(records: readonly SearchRecord[]) {
  const { table, add } = createFacetTable();
  records.forEach(add);
  return table;
}

/** What a record can be filtered by, by the words of `search-answer.ts`. */
const valuesOf = ({ kind, date, fields, filters }: SearchRecord): Values => ({
  ...fields,
  ...filters,
  kind: [kind],
  year: date === "" ? [] : [date.slice(0, 4)],
});

/** The same answer from the rows themselves. */
function recounted(records: readonly SearchRecord[], ids: readonly number[], selection: Selection) {
  const rows = ids.map((id) => ({ id, values: valuesOf(records[id] ?? record("")) }));
  const facets = facetNames.map((name): Facet => {
    const counts = countValues(
      rows.map(({ values }) => values),
      selection,
      name,
    );
    const selected = selection.get(name) ?? new Set();
    const all = [...new Set([...counts.keys(), ...selected])].map((value) => ({
      value,
      count: counts.get(value) ?? 0,
      isSelected: selected.has(value),
    }));
    const ascending = all.sort((a, b) => (a.value < b.value ? -1 : 1));
    const ordered = name === "year" ? ascending.reverse() : ascending.toSorted((a, b) => b.count - a.count);
    const values = ordered.filter(({ isSelected }, at) => at < MAX_VALUES || isSelected);
    return { name, values, more: ordered.length - values.length };
  });
  return { left: rows.filter(({ values }) => matches(values, selection)).map(({ id }) => id), facets };
}

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const TOPICS = Array.from({ length: 20 }, (_, number) => `topic ${number}`);
const ODD = ["constructor", "__proto__", "toString", "2021", "データ"];
const records: fc.Arbitrary<readonly SearchRecord[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom("news" as const, "offering" as const, "topic" as const),
      date: fc.constantFrom("", "2021", "2021-10", "2020-01-02", "1999"),
      topic: some(TOPICS),
      publisher: some(ODD),
      standard: some(["FHIR R4", "X12"]),
      filters: fc.record({ price: some(["Free", "By usage"]), data: some(ODD) }),
    })
    .map(({ kind, date, filters, ...fields }) => record("", { kind, date, fields, filters })),
  { maxLength: 30 },
);
const selection: fc.Arbitrary<Selection> = fc
  .record({
    kind: some(["news", "offering", "author", "nothing"]),
    topic: some([...TOPICS.slice(0, 4), "topic 19", "nothing"]),
    year: some(["2021", "1999", "2030"]),
    publisher: some(ODD),
  })
  .map((selected) => new Map(Object.entries(selected).map(([name, values]) => [name, new Set(values)])));

test("what is left and each count are those of a plain recount", () => {
  fc.assert(
    fc.property(records, selection, fc.infiniteStream(fc.boolean()), (all, selected, isHit) => {
      const ids = [...all.keys()].filter(() => isHit.next().value);
      assert.deepEqual(applyFacets(tableOf(all), ids, selected), recounted(all, ids, selected));
    }),
  );
});

test("what is left and each count of a grown corpus are those of a plain recount", () => {
  const grown = makeRecords(500);
  const table = tableOf(grown);
  const ids = [...grown.keys()].filter((id) => id % 3 > 0);
  for (const selected of [
    new Map(),
    new Map([["publisher", new Set(["Acme", "Contoso"])]]),
    new Map([
      ["kind", new Set(["news"])],
      ["topic", new Set(["HL7: fhir"])],
      ["year", new Set(["2026", "2020"])],
    ]),
  ])
    assert.deepEqual(applyFacets(table, ids, selected), recounted(grown, ids, selected));
});

const facetOf = (all: readonly SearchRecord[], name: FacetName, selected: Selection = new Map()) =>
  applyFacets(tableOf(all), [...all.keys()], selected).facets.find((facet) => facet.name === name);

test("the most frequent values are offered, the others counted, and selected ones always there", () => {
  const all = Array.from({ length: 20 }, (_, number) => record("", { fields: { topic: TOPICS.slice(number) } }));
  const facet = facetOf(all, "topic");
  assert.deepEqual(
    facet?.values.map(({ value, count }) => [value, count]),
    [...TOPICS.entries()]
      .reverse()
      .slice(0, MAX_VALUES)
      .map(([number, value]) => [value, number + 1]),
  );
  assert.equal(facet?.more, 5);
  const selected = facetOf(all, "topic", new Map([["topic", new Set(["topic 0", "nothing"])]]));
  assert.deepEqual(selected?.values.slice(MAX_VALUES), [
    { value: "topic 0", count: 1, isSelected: true },
    { value: "nothing", count: 0, isSelected: true },
  ]);
  assert.equal(selected?.more, 4);
});

test("years come with the latest first, values that are as frequent by their letters", () => {
  const all = ["2019", "2021-10", "2020-01-02", "2019"].map((date) =>
    record("", { date, fields: { topic: ["b", "a", "é"] } }),
  );
  assert.deepEqual(
    facetOf(all, "year")?.values.map(({ value }) => value),
    ["2021", "2020", "2019"],
  );
  assert.deepEqual(
    facetOf(all, "topic")?.values.map(({ value }) => value),
    ["a", "b", "é"],
  );
});

test("a filter with nothing selected narrows nothing, and an empty value from an address is no value", () => {
  const all = [record("", { fields: { topic: ["a"] } })];
  const { left, facets } = applyFacets(tableOf(all), [0], new Map([["topic", new Set<string>()]]));
  assert.deepEqual(left, [0]);
  assert.ok(facets.every(({ values }) => values.every(({ isSelected }) => !isSelected)));
  assert.deepEqual(facetOf(all, "topic", new Map([["topic", new Set([""])]]))?.values, [
    { value: "a", count: 1, isSelected: false },
  ]);
});

test("a filter that is none of the search is left alone", () => {
  const all = [record("")];
  assert.deepEqual(applyFacets(tableOf(all), [0], new Map([["color", new Set(["red"])]])).left, [0]);
});
