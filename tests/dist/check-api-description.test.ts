import assert from "node:assert/strict";
import { test } from "node:test";
import { apiSiteFiles, type SiteFiles, withFile } from "./api-testing.ts";
import { apiDescriptionCheck } from "./check-api-description.ts";
import { countsIn, violationsIn } from "./testing.ts";

const FILE = "api/v1/openapi.json";

async function says(files: SiteFiles): Promise<string> {
  return (await violationsIn(apiDescriptionCheck, files)).join("\n");
}

test("nothing is wrong with the sample, and it was looked at", async () => {
  assert.equal(await says(apiSiteFiles), "");
  const { counts, short } = await countsIn(apiDescriptionCheck, apiSiteFiles);
  assert.deepEqual(short, []);
  assert.ok(counts.every(({ count }) => count > 20));
});

test("a site without a description is looked at too little", async () => {
  assert.notDeepEqual((await countsIn(apiDescriptionCheck, {})).short, []);
});

test("what the linter finds is a violation", async () => {
  const broken = withFile(FILE, (text) => text.replace('"operationId": "getNews"', '"operationId": "getTopic"'));
  assert.match(await says(broken), /operation-operationId-unique/);
  const reference = withFile(FILE, (text) =>
    text.replace('"#/components/schemas/News"', '"#/components/schemas/Story"'),
  );
  assert.match(await says(reference), /no-unresolved-refs/);
});

test("a file that no path covers, and a path that covers no file, are found", async () => {
  assert.match(await says({ ...apiSiteFiles, "api/v1/news.xml": "" }), /news\.xml: is not described/);
  assert.match(await says({ ...apiSiteFiles, "api/v1/news/2026/x.json": "{}" }), /x\.json: is not described/);
  assert.match(await says(withFile("api/v1/topics.ttl", () => undefined)), /\/topics\.ttl describes no file/);
});

test("an example that is no file, or not of the shape, is found", async () => {
  const gone = withFile("api/v1/news/story.json", () => undefined);
  assert.match(await says(gone), /the example \S+\/news\/story\.json is no file/);
  const other = withFile("api/v1/news/story.json", (text) => text.replace('"curated"', '"curatedOn"'));
  assert.match(await says(other), /story\.json: is an example of #\/components\/schemas\/News, and does not fit it/);
});
