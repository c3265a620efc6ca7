import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { z } from "zod";
import { parseContentFile } from "../ingest/front-matter.ts";
import { readFiles } from "../ingest/read-content.ts";
import { entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { buildJsonSchemas, fieldsOf, toEditorSchema } from "./json-schema.ts";
import { buildSettingsDoc, buildSettingsSchema } from "./settings-doc.ts";

test("schemas/ says what the schemas say, and docs/settings.md what there is to set; else run npm run docs", async () => {
  const written = { ...buildJsonSchemas(), "schemas/settings.schema.json": buildSettingsSchema() };
  for (const [path, text] of Object.entries(written)) assert.equal(await readFile(path, "utf8"), text, path);
  assert.equal(await readFile("docs/settings.md", "utf8"), buildSettingsDoc());
  assert.deepEqual((await readdir("schemas")).map((name) => `schemas/${name}`).sort(), Object.keys(written).sort());
});

test("every field has its description, for the hover text", () => {
  for (const kind of entityKindKeys) {
    const { properties = {}, required } = toEditorSchema(kind);
    assert.deepEqual(Object.keys(properties), Object.keys(fieldsOf[kind].shape));
    for (const [name, { description }] of Object.entries(properties)) assert.ok(description, `${kind} ${name}`);
    assert.ok(required && required.length > 0);
  }
});

const accepts = (kind: (typeof entityKindKeys)[number], data: unknown) =>
  z.fromJSONSchema(toEditorSchema(kind) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data);

test("every content file fits the JSON Schema of its kind", async () => {
  for (const kind of entityKindKeys) {
    const schema = z.fromJSONSchema(toEditorSchema(kind) as Parameters<typeof z.fromJSONSchema>[0]);
    for (const { file, bytes } of await readFiles("content", entityKinds[kind].folder, ".md")) {
      const parsed = parseContentFile(bytes, file);
      const result = schema.safeParse(parsed.ok ? parsed.value.data : undefined);
      assert.ok(result.success, `${file}: ${result.error}`);
    }
  }
});

test("what does not fit is refused, and what is blank is not", () => {
  const story = { title: "A", date: "2026-01-02", link: "https://a.example/", categories: ["HL7: FHIR"] };
  assert.ok(accepts("news", story).success);
  assert.ok(
    accepts("news", { ...story, slug: null, published: " ", author: ["", null, "Me"], titleBasis: "" }).success,
  );
  assert.ok(accepts("news", { ...story, published: 2026 }).success);
  for (const wrong of [
    { title: "" },
    { title: null },
    { date: "2026-1-2" },
    { link: "a.example" },
    { categories: [] },
    { categories: ["FHIR"] },
    { titleBasis: "pge" },
    { sumary: "x" },
    { slug: "A b" },
    { draft: "yes" },
  ]) {
    assert.ok(!accepts("news", { ...story, ...wrong }).success, JSON.stringify(wrong));
  }
});
