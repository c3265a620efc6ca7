import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { componentName, documentShapes, toComponents, toJsonSchema } from "./json-schema.ts";
import { SCHEMA_VERSION } from "./list-shapes.ts";
import { sampleRecords } from "./testing.ts";

test("the shapes are as they were", (t) => t.assert.snapshot(toComponents()));

for (const [name, shape] of documentShapes) {
  test(`the JSON Schema of ${name} has its address and the shapes`, () => {
    const { $defs = {}, ...schema } = toJsonSchema(name, shape);
    assert.deepEqual(schema, {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `https://curalog.org/api/v1/schemas/${name}.schema.json`,
      $ref: `#/$defs/${componentName(shape)}`,
    });
    const needed = JSON.parse(JSON.stringify($defs).replaceAll("#/$defs/", "#/components/schemas/"));
    assert.deepEqual({ ...toComponents(), ...needed }, toComponents());
    assert.doesNotThrow(() => validator(name), "a reference leads nowhere");
  });
}

function validator(name: string) {
  const shape = documentShapes.get(name);
  assert.ok(shape);
  return formats.default(new Ajv2020({ strict: true })).compile(toJsonSchema(name, shape));
}

for (const kind of publishedKinds) {
  test(`the schema of ${kind} takes the records, and a field that a later version adds`, () => {
    const validate = validator(kind);
    for (const record of sampleRecords[kind]) {
      assert.ok(validate(record), JSON.stringify(validate.errors));
      assert.ok(validate({ ...record, addedLater: 1 }));
    }
  });

  test(`the schema of ${kind} refuses a record without any one of its fields`, () => {
    const validate = validator(kind);
    const [record] = sampleRecords[kind];
    assert.ok(record);
    for (const field of Object.keys(record)) {
      const { [field as keyof typeof record]: _, ...rest } = record;
      assert.ok(!validate(rest), `${field} may be absent`);
    }
  });
}

test("every reference among the components of OpenAPI leads to one", () => {
  const components = toComponents();
  const references = JSON.stringify(components).match(/"\$ref":"[^"]*"/g) ?? [];
  assert.ok(references.length > 20);
  for (const reference of references) {
    const name = /#\/components\/schemas\/(\w+)"$/.exec(reference)?.[1] ?? reference;
    assert.ok(Object.hasOwn(components, name), name);
  }
});

test("CHANGELOG-API.md tells of the version that is published, first", () => {
  const [first] = readFileSync("CHANGELOG-API.md", "utf8").match(/^## .*$/m) ?? [];
  assert.equal(first, `## ${SCHEMA_VERSION}`);
});
