import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { typeOfFile } from "../hosts/file-types.ts";
import { buildApiFiles } from "./api-files.ts";
import { ApiIndex } from "./list-shapes.ts";
import { readRecords } from "./records.ts";
import { sample, sampleBuild, sampleRecords } from "./testing.ts";

const files = buildApiFiles(sample, sampleRecords, sampleBuild);

test("the files are those that were there, each once and with its type", (t) => {
  const paths = files.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  t.assert.snapshot(files.map(({ path }) => `${path} ${typeOfFile(path)}`));
});

test("the index is as it was, and fits its shape", (t) => {
  const index = JSON.parse(files.find(({ path }) => path === "/api/v1/index.json")?.text ?? "");
  ApiIndex.strict().parse(index);
  t.assert.snapshot(index);
});

test("every document says its own address", () => {
  const documents = files.filter(({ path }) => path.endsWith(".json") && !/openapi|\.schema\.json$/.test(path));
  for (const { path, text } of documents) assert.equal(JSON.parse(text).self, absoluteUrl(path));
  assert.ok(documents.length > publishedKinds.length);
});

test("only the index knows the commit and the day, so that all else changes with its content alone", () => {
  const later = buildApiFiles(sample, sampleRecords, { buildDate: "2030-01-01", commit: undefined });
  const changed = later.filter(({ text }, at) => text !== files[at]?.text).map(({ path }) => path);
  assert.deepEqual(changed, ["/api/v1/index.json"]);
});

test("an unknown commit is null", () => {
  const [index] = buildApiFiles(sample, sampleRecords, { ...sampleBuild, commit: undefined });
  assert.equal(JSON.parse(index?.text ?? "").commit, null);
});

test("nobody's file stands on a list: an author of that name has another address", async () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ author: "Index" }) }));
  const paths = buildApiFiles(catalog, await readRecords(catalog, async () => ""), sampleBuild).map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  assert.ok(paths.includes("/api/v1/author/index-author.json"));
});

test("an empty catalog has its lists and dumps too", async () => {
  const catalog = catalogOf({});
  const paths = buildApiFiles(catalog, await readRecords(catalog, async () => ""), sampleBuild).map(({ path }) => path);
  for (const kind of publishedKinds)
    assert.ok(paths.includes(`/api/v1/${kind}/index.json`) && paths.includes(`/api/v1/${kind}.csv`));
});
