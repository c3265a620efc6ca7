import assert from "node:assert/strict";
import { test } from "node:test";
import { buildApiPage } from "../../views/api-page.ts";
import { buildApiFiles } from "./api-files.ts";
import { describeApi } from "./describe.ts";
import { sample, sampleBuild, sampleRecords } from "./testing.ts";

const files = buildApiFiles(sample, sampleRecords, sampleBuild);
const texts = new Map(files.map(({ path, text }) => [path, text]));

test("each example is a file as it is, the one that shows most", () => {
  const { kinds } = describeApi(files);
  for (const { kind, count, example } of kinds) {
    assert.equal(count, sampleRecords[kind].length);
    assert.equal(texts.get(example?.path ?? ""), example?.text);
  }
  const offering = kinds.find(({ kind }) => kind === "offering");
  assert.equal(offering?.example?.path, "/api/v1/offering/acme-server.json");
});

test("a kind without a record has no example", () => {
  const none = describeApi(
    files.filter(({ path }) => !path.startsWith("/api/v1/author/") || path.endsWith("/index.json")),
  );
  assert.equal(none.kinds.find(({ kind }) => kind === "author")?.example, undefined);
});

test("the page fetches only files that are there", () => {
  const view = buildApiPage(describeApi(files));
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
  const view = buildApiPage(describeApi(files));
  const basis = view.kinds[0]?.fields.find(({ name }) => name === "publishedBasis");
  assert.deepEqual(basis?.meaning.slice(0, 3), [
    { text: "How ", isCode: false },
    { text: "published", isCode: true },
    { text: " is known: stated on the ", isCode: false },
  ]);
});
