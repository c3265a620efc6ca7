import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  countValues,
  isSelected,
  matches,
  readSelection,
  type Selection,
  toggle,
  writeSelection,
} from "./facet-selection.ts";

const FILTERS = ["kind", "topic", "year"] as const;
const WORDS = ["a", "b", "c", "d"];

const some = fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 });
const row = fc.record({ kind: some, topic: some, year: some });
const choice = row.map((values): Selection => new Map(FILTERS.map((name) => [name, new Set(values[name])])));

test("values of one filter widen, filters narrow", () => {
  const values = { kind: ["a"], topic: ["b", "c"] };
  const selected = (kind: string[], topic: string[]) =>
    matches(values, new Map(Object.entries({ kind: new Set(kind), topic: new Set(topic) })));
  assert.ok(selected([], []));
  assert.ok(selected(["a", "x"], ["c"]));
  assert.ok(!selected(["a"], ["x"]));
  assert.ok(!selected(["x"], ["b"]));
  assert.ok(!matches(values, new Map([["year", new Set(["2021"])]])), "a row without such values has none of them");
});

test("a count is how many rows would be left", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), choice, fc.constantFrom(...FILTERS), (rows, selection, filter) => {
      const counts = countValues(rows, selection, filter);
      for (const word of WORDS) {
        const selected = new Map(selection).set(filter, new Set([word]));
        const left = rows.filter((values) =>
          FILTERS.every((name) => {
            const wanted = selected.get(name) ?? new Set();
            return wanted.size === 0 || values[name].some((value) => wanted.has(value));
          }),
        );
        assert.equal(counts.get(word) ?? 0, left.length);
      }
    }),
  );
});

test("without a choice each value counts its rows", () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const counts = countValues(rows, new Map(), "kind");
      for (const word of WORDS)
        assert.equal(counts.get(word) ?? 0, rows.filter(({ kind }) => kind.includes(word)).length);
    }),
  );
});

test("a choice written to an address is read back", () => {
  const values = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 4 });
  fc.assert(
    fc.property(values, values, (kind, topic) => {
      const selection = new Map([
        ["kind", new Set(kind)],
        ["topic", new Set(topic)],
      ]);
      const written = writeSelection(new URLSearchParams(), selection).toString();
      assert.deepEqual(readSelection(new URLSearchParams(written), ["kind", "topic"]), selection);
    }),
  );
});

test("the other parameters stay, a former choice goes, the address passed in is left as it was", () => {
  const query = new URLSearchParams("q=fhir&kind=old&x=1");
  assert.equal(writeSelection(query, new Map([["kind", new Set(["a", "b"])]])).toString(), "q=fhir&x=1&kind=a&kind=b");
  assert.equal(query.toString(), "q=fhir&kind=old&x=1");
});

test("empty and foreign parameters are no choice", () => {
  const selection = readSelection(new URLSearchParams("kind=&q=fhir"), FILTERS);
  assert.deepEqual([...selection.keys()], [...FILTERS]);
  assert.ok(!isSelected(selection));
});

test("a value turned on and off again leaves the choice as it was", () => {
  fc.assert(
    fc.property(choice, fc.constantFrom(...FILTERS), fc.constantFrom(...WORDS), (selection, filter, value) => {
      const once = toggle(selection, filter, value);
      assert.notEqual(once.get(filter)?.has(value), selection.get(filter)?.has(value));
      assert.deepEqual(toggle(once, filter, value), selection);
      assert.ok(isSelected(once) || isSelected(selection));
    }),
  );
});
