import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { typeOfFile } from "../hosts/file-types.ts";
import { listApiFiles } from "./api-files.ts";
import { createData } from "./data.ts";
import { ApiIndex } from "./list-shapes.ts";
import {
  dataOf,
  sampleApiFiles as files,
  readApiFiles,
  readSampleBody,
  sample,
  sampleBuild,
  sampleData,
} from "./testing.ts";

test("the files are those that were there, each once and with its type", (t) => {
  const paths = files.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  t.assert.snapshot(paths.sort().map((path) => `${path} ${typeOfFile(path)}`));
});

test("the index is as it was, and fits its shape", (t) => {
  const index = JSON.parse(files.find(({ path }) => path === "/api/v1/index.json")?.text ?? "");
  ApiIndex.strict().parse(index);
  t.assert.snapshot(index);
});

test("every document says its own address", () => {
  const documents = files.filter(
    ({ path }) => path.endsWith(".json") && !/openapi|\.(?:schema|linkset)\.json$/.test(path),
  );
  for (const { path, text } of documents) assert.equal(JSON.parse(text).self, absoluteUrl(path));
  assert.ok(documents.length > publishedKinds.length);
});

test("only the index knows the commit and the day, so that all else changes with its content alone", async () => {
  const later = await readApiFiles(sampleData, { buildDate: "2030-01-01", commit: undefined });
  const changed = later.filter(({ text }, at) => text !== files[at]?.text).map(({ path }) => path);
  assert.deepEqual(changed, ["/api/v1/index.json"]);
});

test("an unknown commit is null", async () => {
  const all = await readApiFiles(sampleData, { ...sampleBuild, commit: undefined });
  const index = all.find(({ path }) => path === "/api/v1/index.json");
  assert.equal(JSON.parse(index?.text ?? "").commit, null);
});

test("nobody's file stands on a list: an author of that name has another address", () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ author: "Index" }) }));
  const paths = listApiFiles(dataOf(catalog), sampleBuild).map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  assert.ok(paths.includes("/api/v1/author/index-author.json"));
});

test("an empty catalog has its lists and dumps too", () => {
  const catalog = catalogOf({});
  const paths = listApiFiles(dataOf(catalog), sampleBuild).map(({ path }) => path);
  for (const kind of publishedKinds)
    assert.ok(paths.includes(`/api/v1/${kind}/index.json`) && paths.includes(`/api/v1/${kind}.csv`));
});

test("what a file shows decides its key: the record, its text, the list and the dump that it stands in", () => {
  const keysWith = (digest: string) => {
    const digestOf = (file: string) => (file === "topics/hl7-fhir.md" ? digest : "the same");
    const all = listApiFiles(createData(sample, readSampleBody, digestOf), sampleBuild);
    return new Map(all.map((file) => [file.path, file.key?.()]));
  };
  const before = keysWith("one");
  const changed = [...keysWith("other")].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
  assert.deepEqual(changed.sort(), [
    "/api/v1/index.json",
    "/api/v1/topic.csv",
    "/api/v1/topic.ndjson",
    "/api/v1/topic/hl7-fhir.json",
    "/api/v1/topic/index.json",
  ]);
});
