import assert from "node:assert/strict";
import { test } from "node:test";
import { toggle } from "../engine/facet-selection.ts";
import { facetNames } from "../index/facet-table.ts";
import { changeState, noSelection, readState, toHref } from "./search-address.ts";

const ADDRESS = "q=azure+fhir&kind=news&topic=HL7%3A+FHIR&topic=Symplur%3A+%23FHIR&sort=date";

test("an address is read and written without loss", () => {
  const parameters = new URLSearchParams(ADDRESS);
  const state = readState(parameters);
  assert.deepEqual([state.query, state.sort], ["azure fhir", "date"]);
  assert.deepEqual([...(state.selection.get("topic") ?? [])], ["HL7: FHIR", "Symplur: #FHIR"]);
  assert.deepEqual([...state.selection.keys()], [...facetNames]);
  assert.equal(changeState(parameters, {}).toString(), ADDRESS);
  assert.equal(changeState(new URLSearchParams(), state).toString(), ADDRESS);
});

test("a change leaves the rest as it was", () => {
  const parameters = new URLSearchParams(ADDRESS);
  const { selection } = readState(parameters);
  assert.equal(
    toHref(changeState(parameters, { selection: toggle(selection, "topic", "HL7: FHIR"), sort: "relevance" })),
    "?q=azure+fhir&kind=news&topic=Symplur%3A+%23FHIR",
  );
  assert.equal(toHref(changeState(parameters, { selection: noSelection })), "?q=azure+fhir&sort=date");
  assert.equal(toHref(changeState(new URLSearchParams("q=a&lang=en"), { query: "b" })), "?q=b&lang=en");
  assert.equal(parameters.toString(), ADDRESS, "what was read is not changed");
});

test("what an address does not say, or says wrongly, is the plain search", () => {
  for (const address of ["", "q=", "q=+&sort=oldest", "sort"]) {
    const { query, selection, sort } = readState(new URLSearchParams(address));
    assert.deepEqual([query, sort, [...selection.values()].flatMap((values) => [...values])], ["", "relevance", []]);
    assert.equal(changeState(new URLSearchParams(address), {}).toString(), "", address);
  }
});
