import assert from "node:assert/strict";
import { test } from "node:test";
import { parseContentFile } from "../../src/ingest/front-matter.ts";
import { adaptFile } from "./adapt-corpus.ts";

function adapt(file: string, ...lines: string[]) {
  const text = ["---", ...lines, "---", "A body with --- in it.", "---", ""].join("\n");
  const parsed = parseContentFile(Buffer.from(adaptFile(file, text)), file);
  assert.ok(parsed.ok);
  assert.equal(parsed.value.body, "A body with --- in it.\n---\n");
  return parsed.value.data;
}

test("a short story gets its year and its offerings, and keeps its day", () => {
  const data = adapt(
    "news/2024/a.md",
    "title: A",
    "date: 2024-05-17",
    "published: '2023-12-30'",
    "relatedOfferings: [b]",
  );
  assert.deepEqual([data["published"], data["years"], data["about"]], ["2023-12-30", ["2023"], ["b"]]);
});

test("a long story gets the day that its metadata has", () => {
  const data = adapt(
    "news/2024/a.md",
    "title: A",
    "date: '2024-05-17'",
    "htmlMetaData: { articlepublished_time: '2024-05-16T04:00:00+00:00' }",
    "relatedOfferings: [{ label: B, permalink: /offering/b }]",
  );
  assert.deepEqual([data["published"], data["years"], data["about"]], ["2024-05-16", ["2024"], ["b"]]);
});

test("an offering gets the labels of its facets, also of those that nobody stated", () => {
  const data = adapt("offerings/a.md", "name: A", "kind: fhir-server", "licence: MIT");
  const facets = [data["kinds"], data["licences"], data["standards"], data["statuses"]];
  assert.deepEqual(facets, [["FHIR server"], ["Open source"], ["Not stated"], ["Not stated"]]);
});

test("the type of an organization has another name, and a topic stays as it is", () => {
  assert.deepEqual(
    { ...adapt("organizations/a.md", "name: A", "type: vendor") },
    { name: "A", organizationType: "vendor" },
  );
  assert.deepEqual({ ...adapt("topics/a.md", "name: 'A: B'") }, { name: "A: B" });
});
