import assert from "node:assert/strict";
import { test } from "node:test";
import { apiSiteFiles, withFile } from "./api-testing.ts";
import { apiCheck } from "./check-api.ts";
import { countsIn, violationsIn } from "./testing.ts";

const STORY = "api/v1/news/story.json";

test("nothing is wrong with the sample, and it was looked at", async () => {
  assert.deepEqual(await violationsIn(apiCheck, apiSiteFiles), []);
  const { counts, short } = await countsIn(apiCheck, apiSiteFiles);
  assert.deepEqual(short, []);
  assert.ok(counts.every(({ count }) => count > 10));
});

test("a site without data is looked at too little", async () => {
  const pages = Object.fromEntries(Object.entries(apiSiteFiles).filter(([file]) => file.endsWith(".html")));
  assert.notDeepEqual((await countsIn(apiCheck, pages)).short, []);
});

test("a document that does not fit its schema is found", async () => {
  const missing = withFile(STORY, (text) => text.replace('"curated"', '"curatedOn"'));
  assert.match(
    (await violationsIn(apiCheck, missing)).join("\n"),
    /story\.json: the document must have required property 'curated'/,
  );
  const other = withFile(STORY, (text) =>
    text.replace('"publishedPrecision": "month"', '"publishedPrecision": "week"'),
  );
  assert.match((await violationsIn(apiCheck, other)).join("\n"), /story\.json: \/publishedPrecision must be equal to/);
  const address = withFile(STORY, (text) =>
    text.replace('"url": "https://acme.example/story"', '"url": "acme.example/story"'),
  );
  assert.match(
    (await violationsIn(apiCheck, address)).join("\n"),
    /story\.json: \/source\/url must match format "uri"/,
  );
});

test("a field that no schema describes is found, inside another field too", async () => {
  const files = withFile(STORY, (text) => text.replace('"host":', '"googleSiteVerification": "x", "host":'));
  assert.match(
    (await violationsIn(apiCheck, files)).join("\n"),
    /must NOT have additional properties: googleSiteVerification/,
  );
});

test("a schema that is not there is found", async () => {
  const files = withFile("api/v1/schemas/topic.schema.json", () => undefined);
  assert.match((await violationsIn(apiCheck, files)).join("\n"), /there is no schema topic/);
});

test("a document under another address than it says is found", async () => {
  const files = { ...apiSiteFiles, "api/v1/news/copy.json": apiSiteFiles[STORY] ?? "" };
  const violations = (await violationsIn(apiCheck, files)).join("\n");
  assert.match(violations, /copy\.json: says that it is https:\/\/site\.example\/api\/v1\/news\/story\.json/);
  assert.match(violations, /records for \d+ pages/);
});

test("a reference to no record, to no page or by another name is found", async () => {
  const noRecord = withFile("api/v1/organization/nobody.json", () => undefined);
  assert.match((await violationsIn(apiCheck, noRecord)).join("\n"), /refers to \S+nobody\.json, which is no record/);
  const noPage = withFile("topic/hl7-fhir/index.html", () => undefined);
  assert.match((await violationsIn(apiCheck, noPage)).join("\n"), /refers to \S+\/topic\/hl7-fhir\/, which is no page/);
  const otherName = withFile(STORY, (text) => text.replace('"name": "Acme"', '"name": "Acme Ltd"'));
  assert.match((await violationsIn(apiCheck, otherName)).join("\n"), /calls \S+acme\.json Acme Ltd/);
});

test("a page that does not name its record, or names another's, is found", async () => {
  const none = withFile("news/story/index.html", (html) =>
    html.replace(/<link rel="alternate" type="application\/json"[^>]*>/, ""),
  );
  assert.deepEqual(await violationsIn(apiCheck, none), ["/news/story/: does not name its record"]);
  const others = withFile("news/story/index.html", (html) => html.replace("news/story.json", "news/bare.json"));
  assert.deepEqual(await violationsIn(apiCheck, others), ["/news/story/: does not name its record"]);
});
