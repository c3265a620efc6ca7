import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { messages } from "../lib/zod-messages.ts";
import { NewsFields } from "./news.ts";
import { OfferingFields, OfferingSchema } from "./offering.ts";
import { CertifiedProductSchema, CertifiedVersionSchema, OncFactsSchema } from "./onc-facts.ts";
import { OrganizationFields, OrganizationSchema } from "./organization.ts";
import { TopicFields, TopicSchema } from "./topic.ts";

const SCHEMAS = {
  NewsFields,
  OfferingFields,
  TopicFields,
  OrganizationFields,
  OncFactsSchema,
  CertifiedProductSchema,
  CertifiedVersionSchema,
};

/** Fields of every object in a schema, however it is wrapped, by their path. */
function* fieldsOf(schema: z.ZodType, path: string): Generator<[path: string, field: z.ZodType]> {
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(schema.shape)) {
      yield [`${path}.${name}`, field];
      yield* fieldsOf(field, `${path}.${name}`);
    }
  } else if (schema instanceof z.ZodOptional) yield* fieldsOf(schema.unwrap() as z.ZodType, path);
  else if (schema instanceof z.ZodArray) yield* fieldsOf(schema.element as z.ZodType, `${path}[]`);
  else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* fieldsOf(option as z.ZodType, path);
  }
}

for (const [name, schema] of Object.entries(SCHEMAS)) {
  test(`every field of ${name} says what it is`, () => {
    const fields = [...fieldsOf(schema, name)];
    assert.ok(fields.length > 2);
    for (const [path, field] of fields) {
      const { description } = field instanceof z.ZodLazy ? (field.unwrap() as z.ZodType) : field;
      assert.match(description ?? "", /\S/, path);
    }
  });
}

test("the fields inside imported objects are looked at too", () => {
  const paths = [...fieldsOf(NewsFields, "news")].map(([path]) => path);
  for (const path of ["news.link.href", "news.relatedOfferings[].permalink", "news.openProjectCustomFields.cleanUrl"]) {
    assert.ok(paths.includes(path), path);
  }
});

test("a topic's name is taken apart at the first colon", () => {
  const topic = TopicSchema.parse({ name: "Gartner:  APIs: the rest", description: "d" });
  assert.deepEqual(
    [topic.name, topic.authority, topic.label],
    ["Gartner: APIs: the rest", "Gartner", "APIs: the rest"],
  );
  assert.deepEqual([topic.sameAs, topic.related, topic.aliases, topic.draft], [[], [], [], false]);
});

const diagnosticsOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: messages }).error?.issues.map(({ path, message }) => ({ path, message })) ?? [];

test("bad topics", (t) => {
  for (const name of ["FHIR", "HL7:FHIR", ": FHIR", "HL7: ", 7]) {
    assert.equal(TopicSchema.safeParse({ name, description: "d" }).success, false, String(name));
  }
  t.assert.snapshot(
    diagnosticsOf(TopicSchema, { name: "FHIR", sameAs: "HL7: FHIR", broader: "x", slug: "A", draft: 1 }),
  );
});

test("bad offerings", (t) => {
  t.assert.snapshot(
    diagnosticsOf(OfferingSchema, {
      name: "A",
      vendor: "A Vendor",
      kind: "server",
      licence: "GPL",
      standards: ["FHIR R4", "FHIR R9"],
      status: "gone",
      statusDate: "2026-13",
      homepage: "a.org",
      evidence: "hearsay",
      offeringId: 1.5,
      oncProducts: [" "],
      confidence: "low",
    }),
  );
});

test("bad organizations", (t) => {
  t.assert.snapshot(
    diagnosticsOf(OrganizationSchema, {
      name: "A",
      type: "company",
      hosts: ["www.a.org", "https://b.org", "c"],
      homepage: "x",
    }),
  );
  assert.deepEqual(OrganizationSchema.parse({ name: "A", type: "news", hosts: [" HL7.org "] }).hosts, ["hl7.org"]);
});

test("facts take no key that is not known", (t) => {
  const version = {
    version: "1",
    chplId: 1,
    chplProductNumber: "15.04",
    certificationDate: "2020-01-01",
    certificationStatus: "Active",
    criteria: ["170.315(g)(10)"],
  };
  const facts = {
    source: "s",
    asOf: "2026-01-01",
    criteria: { "170.315(g)(10)": "API" },
    products: [{ product: "P", developer: "D", versions: [version] }],
  };
  assert.deepEqual(OncFactsSchema.parse(facts), facts);
  t.assert.snapshot(diagnosticsOf(OncFactsSchema, { ...facts, asOf: "2026-02-30", note: "n" }));
  t.assert.snapshot(
    diagnosticsOf(OncFactsSchema, { ...facts, products: [{ product: "P", developer: "D", versions: [] }] }),
  );
});
