import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import jsonld from "jsonld";
import { Parser, Writer } from "n3";
import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { toSkosJsonLd, toTurtle } from "./skos.ts";
import { sample } from "./testing.ts";

const SKOS = "http://www.w3.org/2004/02/skos/core#";

function fromTurtle(catalog: Catalog): string[] {
  return toStatements(toTurtle(catalog));
}

async function fromJsonLd(catalog: Catalog): Promise<string[]> {
  const quads = await jsonld.toRDF(toSkosJsonLd(catalog) as jsonld.JsonLdDocument, { format: "application/n-quads" });
  return toStatements(String(quads));
}

function toStatements(text: string): string[] {
  const writer = new Writer({ format: "N-Triples" });
  return new Parser()
    .parse(text)
    .map(({ subject, predicate, object }) => writer.quadToString(subject, predicate, object).trim())
    .sort();
}

/** What is said between two topics of a catalog, by slug. */
function links(catalog: Catalog, name: string): string[] {
  const slug = (id: string) => /\/topic\/([^/]*)\/#term/.exec(id)?.[1];
  return new Parser()
    .parse(toTurtle(catalog))
    .filter(({ predicate }) => predicate.value === SKOS + name)
    .map(({ subject, object }) => `${slug(subject.value)} ${slug(object.value)}`)
    .sort();
}

test("the topics as Turtle and as JSON-LD are as they were", (t) => {
  t.assert.snapshot(toTurtle(sample));
  t.assert.snapshot(toSkosJsonLd(sample));
});

test("both files state the same graph", async () => {
  assert.deepEqual(await fromJsonLd(sample), fromTurtle(sample));
  assert.ok(fromTurtle(sample).length > 30);
});

test("whatever stands in a label or a description, both files state the same graph, and the words come back", async () => {
  const words = fc
    .string({
      unit: fc.constantFrom("a", '"', "\\", "'", "<", ">", "#", "@en", "é", "𝒳", "`", "{", "\u{200F}", "^^"),
      minLength: 1,
    })
    .filter((text) => text.trim() === text);
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const [topic] = sample.topics;
      assert.ok(topic);
      const catalog = { ...sample, topics: [{ ...topic, description: text, label: text, sameAs: [], related: [] }] };
      const turtle = fromTurtle(catalog);
      assert.deepEqual(await fromJsonLd(catalog), turtle);
      const said = new Parser()
        .parse(toTurtle(catalog))
        .filter(({ predicate }) => predicate.value === `${SKOS}definition`);
      assert.equal(said[0]?.object.value, text);
    }),
  );
});

test("the crosswalk is an exact match, in both directions", () => {
  assert.deepEqual(links(sample, "exactMatch"), ["hl7-fhir symplur-fhir", "symplur-fhir hl7-fhir"]);
});

test("broader and related are relations within a vocabulary, and mappings between two", () => {
  assert.deepEqual(links(sample, "broader"), ["hl7-flat-fhir hl7-bulk-data"]);
  assert.deepEqual(links(sample, "narrower"), ["hl7-bulk-data hl7-flat-fhir"]);
  assert.deepEqual(links(sample, "broadMatch"), ["gartner-analytics hl7-fhir"]);
  assert.deepEqual(links(sample, "narrowMatch"), ["hl7-fhir gartner-analytics"]);
  assert.deepEqual(links(sample, "related"), ["hl7-bulk-data hl7-fhir", "hl7-fhir hl7-bulk-data"]);
  assert.deepEqual(links(sample, "relatedMatch"), [
    "gartner-analytics hl7-bulk-data",
    "hl7-bulk-data gartner-analytics",
  ]);
});

test("a label that its authority was not seen to use has a note that says so, and no other has one", () => {
  const notes = new Parser()
    .parse(toTurtle(sample))
    .filter(({ predicate }) => predicate.value === `${SKOS}editorialNote`);
  assert.deepEqual(
    notes.map(({ subject, object }) => [/\/topic\/([^/]*)\//.exec(subject.value)?.[1], object.value]),
    [["gartner-analytics", "The label is likely one of its authority, whose own list was not seen."]],
  );
});

test("of two things that SKOS does not let one concept be, the stronger is said", () => {
  const catalog = catalogOf(
    healthy({
      "topics/a-one.md": "name: 'A: One'\ndescription: One.",
      "topics/a-two.md": "name: 'A: Two'\ndescription: Two.\nbroader: 'A: One'",
      "topics/a-three.md":
        "name: 'A: Three'\ndescription: Three.\nbroader: 'A: Two'\nrelated: ['A: One', 'B: Same']\nsameAs: ['B: Same']",
      "topics/b-same.md": "name: 'B: Same'\ndescription: Same.\nbroader: 'A: Three'",
    }),
  );
  assert.deepEqual(links(catalog, "related"), []);
  assert.deepEqual(links(catalog, "relatedMatch"), []);
  assert.deepEqual(links(catalog, "broadMatch"), []);
  assert.deepEqual(links(catalog, "exactMatch"), ["a-three b-same", "b-same a-three"]);
});
