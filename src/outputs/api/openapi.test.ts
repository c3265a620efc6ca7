import assert from "node:assert/strict";
import { test } from "node:test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { catalogOf } from "../../catalog/testing.ts";
import { listWeeks } from "../../catalog/weeks.ts";
import { toOpenApi } from "./openapi.ts";
import { listEntities } from "./records.ts";
import { sampleData } from "./testing.ts";

async function lint(description: object): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: JSON.stringify(description), absoluteRef: "openapi.json", config });
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const week = listWeeks(sampleData.catalog)[0]?.name;

test("the description is as it was; its components are the JSON Schemas", (t) => {
  const { components, ...rest } = toOpenApi(sampleData.entities, week) as { components: { schemas: object } };
  t.assert.snapshot(rest);
  t.assert.snapshot(Object.keys(components.schemas));
});

test("the linter finds nothing, in a full catalog and in an empty one", async () => {
  assert.deepEqual(await lint(toOpenApi(sampleData.entities, week)), []);
  const empty = listEntities(catalogOf({}));
  const left = await lint(toOpenApi(empty, undefined));
  // Without a record there is no address that answers with one.
  assert.deepEqual(
    left.filter((problem) => !problem.startsWith("no-unused-components")),
    [],
  );
});

test("the linter would find what is wrong", async () => {
  const { paths, ...rest } = toOpenApi(sampleData.entities, week) as { paths: Record<string, object> };
  const problems = await lint({ ...rest, paths: { "/x/{y}.json": paths["/index.json"] } });
  assert.ok(problems.some((problem) => problem.startsWith("path-parameters-defined")));
});
