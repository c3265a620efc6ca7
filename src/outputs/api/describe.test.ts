import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../catalog/testing.ts";
import { buildApiPage } from "../../views/api-page.ts";
import { describeApi } from "./describe.ts";
import { dataOf, sampleApiFiles, sampleData, sampleRecords } from "./testing.ts";

const texts = new Map(sampleApiFiles.map(({ path, text }) => [path, text]));
const description = await describeApi(sampleData);

test("each example is a file as it is, the one that shows most", () => {
  const { kinds } = description;
  for (const { kind, count, example } of kinds) {
    assert.equal(count, sampleRecords[kind].length);
    assert.equal(texts.get(example?.path ?? ""), example?.text);
  }
  const offering = kinds.find(({ kind }) => kind === "offering");
  assert.equal(offering?.example?.path, "/api/v1/offering/acme-server.json");
});

test("an example has as many known fields as any record that is short enough", () => {
  const known = (record: object) =>
    Object.values(record).filter((value) => value !== null && !(Array.isArray(value) && value.length === 0)).length;
  for (const { kind, example } of description.kinds) {
    const short = sampleRecords[kind].filter((record) => JSON.stringify(record, null, 2).length < 8500);
    assert.equal(known(JSON.parse(example?.text ?? "{}")), Math.max(...short.map(known)));
  }
});

test("a kind without a record has no example", async () => {
  const { kinds } = await describeApi(dataOf(catalogOf({})));
  assert.equal(kinds.find(({ kind }) => kind === "author")?.example, undefined);
});

test("the page fetches only files that are there", () => {
  const view = buildApiPage(description);
  const commands = [view.start, ...view.concepts, ...view.kinds.flatMap((kind) => kind.commands)];
  assert.equal(commands.length, 23);
  for (const { href, command } of commands) {
    assert.ok(texts.has(href), `there is no ${href}`);
    assert.match(command, new RegExp(`^curl -s https?://\\S+${href}$`));
  }
  for (const { schema } of view.kinds) assert.ok(texts.has(schema.href));
  assert.ok(texts.has(view.openApi.href));
});

test("code in a meaning is told from its words", () => {
  const view = buildApiPage(description);
  const basis = view.kinds[0]?.fields.find(({ name }) => name === "publishedBasis");
  assert.deepEqual(basis?.meaning.slice(0, 3), [
    { text: "How ", isCode: false },
    { text: "published", isCode: true },
    { text: " is known: stated on the ", isCode: false },
  ]);
});
