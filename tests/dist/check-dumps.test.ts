import assert from "node:assert/strict";
import { test } from "node:test";
import { apiSiteFiles, type SiteFiles, withFile } from "./api-testing.ts";
import { dumpsCheck } from "./check-dumps.ts";
import { countsIn, violationsIn } from "./testing.ts";

async function says(files: SiteFiles): Promise<string> {
  return (await violationsIn(dumpsCheck, files)).join("\n");
}

test("nothing is wrong with the sample, and it was looked at", async () => {
  assert.equal(await says(apiSiteFiles), "");
  const { counts, short } = await countsIn(dumpsCheck, apiSiteFiles);
  assert.deepEqual(short, []);
  assert.deepEqual(new Set(counts.map(({ count }) => count)).size, 1);
});

test("a site without data is looked at too little", async () => {
  assert.equal((await countsIn(dumpsCheck, {})).short.length, 3);
});

test("a record that a list leaves out, has twice or makes up is found", async () => {
  const list = "api/v1/topic/index.json";
  const change = (edit: (items: { slug: string }[]) => unknown[]) =>
    withFile(list, (text) => {
      const page = JSON.parse(text);
      return JSON.stringify({ ...page, items: edit(page.items) });
    });
  assert.match(await says(change((items) => items.slice(1))), /index\.json: gartner-analytics is missing/);
  assert.match(await says(change((items) => [...items, items[0]])), /index\.json: gartner-analytics occurs twice/);
  assert.match(await says(change((items) => [...items, { slug: "x" }])), /index\.json: x is no record/);
});

test("pages that name one another in a circle end", async () => {
  const files = withFile("api/v1/topic/index.json", (text) =>
    text.replace('"next": null', '"next": "https://site.example/api/v1/topic/index.json"'),
  );
  assert.equal(await says(files), "");
});

test("a line of NDJSON that is missing or not what the record is is found", async () => {
  const file = "api/v1/news.ndjson";
  assert.match(
    await says(withFile(file, (text) => text.slice(text.indexOf("\n") + 1))),
    /news\.ndjson: story is missing/,
  );
  assert.match(
    await says(withFile(file, (text) => text.replace("What it says.", "What it said."))),
    /news\.ndjson: story is not what its record is/,
  );
});

test("a row of CSV that is missing is found, whatever line ends its cells have", async () => {
  const file = "api/v1/organization.csv";
  assert.match(
    await says(withFile(file, (text) => text.replace(/^acme,.*\r\n/m, ""))),
    /organization\.csv: acme is missing/,
  );
  assert.equal(await says(withFile(file, (text) => text.replace("It makes servers.", '"It makes\nservers."'))), "");
});

test("an index that counts otherwise, leads nowhere or lacks a kind is found", async () => {
  const file = "api/v1/index.json";
  assert.match(
    await says(withFile(file, (text) => text.replace('"count": 3', '"count": 4'))),
    /says that there are 4 of kind/,
  );
  assert.match(
    await says(withFile(file, (text) => text.replace("topic.csv", "topics.csv"))),
    /csv of kind topic leads nowhere/,
  );
  assert.match(
    await says(withFile(file, (text) => text.replace('"kind": "author"', '"kind": "writer"'))),
    /has no kind author/,
  );
});
