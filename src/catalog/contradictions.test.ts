import assert from "node:assert/strict";
import { test } from "node:test";
import { type News, NewsSchema } from "../schemas/news.ts";
import { withoutCopies } from "./contradictions.ts";

/** What is left of these fields of an item that is filed under one topic. */
function contradicting(fields: object): Partial<News["derived"]> {
  const news = NewsSchema.parse({
    title: "A",
    date: "2026-01-02",
    link: "https://a.org/x",
    categories: "HL7: FHIR R4",
    ...fields,
  });
  const { derived, ...others } = withoutCopies(news);
  assert.deepEqual({ ...others, derived: news.derived }, news);
  return JSON.parse(JSON.stringify(derived));
}

test("what follows from the categories is dropped, in both forms that exports have", () => {
  for (const categorySlug of ["hl7: fhir r4", "hl7-fhir-r4", ["hl7-fhir-r4"]]) {
    assert.deepEqual(contradicting({ categorySlug }), {});
  }
  const agreeing = {
    categoryUrl: "topic/hl7-fhir-r4",
    categoryLabel: "FHIR R4",
    openProjectCustomFields: { medigyTopics: ["HL7: FHIR R4"] },
  };
  assert.deepEqual(contradicting(agreeing), {});
});

test("what contradicts the categories stays as it is", () => {
  assert.deepEqual(contradicting({ categorySlug: "HL7-FHIR-R4" }), { categorySlug: ["HL7-FHIR-R4"] });
  assert.deepEqual(contradicting({ categoryLabel: ["FHIR R4", "API"] }), { categoryLabel: ["FHIR R4", "API"] });
  assert.deepEqual(contradicting({ openProjectCustomFields: { medigyTopics: [] } }), { topics: [] });
});

test("a copy of the link stays where it leads elsewhere", () => {
  assert.deepEqual(
    contradicting({ href: "http://www.a.org/x/?utm_source=b", original: "https://a.org/x#.YWhSbhrMJPY" }),
    {},
  );
  const openProjectCustomFields = { cleanUrl: "https://a.org/y", sourceUrl: "no address" };
  assert.deepEqual(contradicting({ href: "https://a.org/x", openProjectCustomFields }), openProjectCustomFields);
});
