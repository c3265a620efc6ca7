import assert from "node:assert/strict";
import { test } from "node:test";
import type { Store } from "../../lib/browser-store.ts";
import { memoryStore } from "../../lib/testing.ts";
import { readSearches, removeSearches, saveSearch, withSearch } from "./recent-searches.ts";

const storeOf = (text?: string) => memoryStore(text === undefined ? {} : { "curalog.searches": text });

test("searches come back newest first, and none are left when removed", () => {
  const store = storeOf();
  for (const query of ["azure", "fhir", "openmrs"]) saveSearch(query, () => store);
  assert.deepEqual(
    readSearches(() => store),
    ["openmrs", "fhir", "azure"],
  );
  removeSearches(() => store);
  assert.deepEqual(
    readSearches(() => store),
    [],
  );
  assert.equal(store.values.size, 0, "nothing is left behind");
});

test("the same words in other letters are one search, as it was written last", () => {
  assert.deepEqual(withSearch(["fhir", "Azure  FHIR"], "azure fhir"), ["azure fhir", "fhir", "Azure  FHIR"]);
  assert.deepEqual(withSearch(["fhir", "Azure FHIR"], " azure\tfhir "), ["azure fhir", "fhir"]);
});

test("eight stay; what is empty or a pasted page is not", () => {
  const many = Array.from({ length: 12 }, (_, index) => `search ${index}`);
  const saved = many.reduce<readonly string[]>((searches, query) => withSearch(searches, query), []);
  assert.deepEqual(saved, many.slice(4).reverse());
  for (const query of ["", "   ", "x".repeat(201)]) assert.deepEqual(withSearch(saved, query), saved);
});

test("what anything else wrote there is read as far as it is searches", () => {
  for (const text of ["", "no json", "null", "7", '{"length":1}', '"azure"', "[null,7,{}]", '[""," "]']) {
    assert.deepEqual(
      readSearches(() => storeOf(text)),
      [],
      text,
    );
  }
  assert.deepEqual(
    readSearches(() => storeOf(JSON.stringify([" azure ", 1, "AZURE", "fhir", "x".repeat(5_000)]))),
    ["azure", "fhir"],
  );
  assert.equal(
    readSearches(() => storeOf(JSON.stringify(Array.from({ length: 999 }, (_, index) => `${index}`)))).length,
    8,
  );
});

test("a storage that refuses is an empty one", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  const full: Store = { ...storeOf('["azure"]'), setItem: refuse, removeItem: refuse };
  for (const getStore of [refuse, () => full]) {
    saveSearch("fhir", getStore);
    removeSearches(getStore);
  }
  assert.deepEqual(readSearches(refuse), []);
  assert.deepEqual(
    readSearches(() => full),
    ["azure"],
  );
});
