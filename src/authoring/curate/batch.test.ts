import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { InputError } from "../../cli/command.ts";
import { curateList, formatBatch, parseList, readOutcomes, saveOutcomes } from "./batch.ts";
import { createContext } from "./context.ts";
import { createExtractor } from "./extract.ts";
import { makeContent, pageOf } from "./testing.ts";

const extractor = createExtractor();
after(() => extractor.close());

/** A list of saved pages, each of which says where it is from. */
async function makeList(t: TestContext, pages: Readonly<Record<string, string>>) {
  const content = await makeContent(t);
  for (const [name, html] of Object.entries(pages)) await writeFile(join(content.folder, name), html);
  const list = join(content.folder, "urls.txt");
  await writeFile(
    list,
    `# pages\n\n${Object.keys(pages)
      .map((name) => join(content.folder, name))
      .join("\r\n")}\n`,
  );
  return { content, list };
}

const story = (number: number, title = `FHIR story number ${number}`) =>
  pageOf({
    title,
    description: "Words.",
    published: `20${10 + number}-01-01`,
    canonical: `https://acme.example/${number}`,
  });

const PAGES = { "1.html": story(1), "2.html": story(2), "3.html": story(1), "4.html": "<p>Nothing</p>" };

async function run(list: string, content: ContentSettings, isDryRun = false) {
  const results = await curateList(list, await createContext(content), extractor, {}, { isDryRun });
  return { results, states: results.map(({ outcome }) => outcome.state), text: formatBatch(results, isDryRun) };
}

const newsIn = async (content: ContentSettings) => (await readdir(join(content.contentRoot, "news/2026"))).length - 1;

test("each page is done, a duplicate or failed, and a second run does only what failed", async (t) => {
  const { content, list } = await makeList(t, PAGES);
  const first = await run(list, content);
  assert.deepEqual(first.states, ["done", "done", "duplicate", "failed"]);
  assert.match(first.text, /2 done, 1 duplicate, 1 failed$/);
  assert.match(first.text, /4\.html\n {2}failed: Nothing in .* says where it is from/);
  assert.equal(await newsIn(content), 2);

  await writeFile(join(content.folder, "4.html"), story(4));
  const second = await run(list, content);
  assert.deepEqual(second.states, ["done", "done", "duplicate", "done"]);
  assert.match(second.text, /3 done, 1 duplicate, 0 failed, 3 of these in an earlier run$/);
  assert.equal(await newsIn(content), 3);
});

test("a run that was interrupted goes on; what was written before its record is not written twice", async (t) => {
  const { content, list } = await makeList(t, PAGES);
  await run(list, content);
  const earlier = JSON.parse(await readFile(`${list}.outcomes.json`, "utf8"));
  // As if the run had ended between the file of the second page and its record.
  const first = Object.fromEntries(Object.entries(earlier.pages).slice(0, 1));
  await writeFile(`${list}.outcomes.json`, JSON.stringify({ version: 1, pages: first }));
  const { states } = await run(list, content);
  assert.deepEqual(states, ["done", "duplicate", "duplicate", "failed"]);
  assert.equal(await newsIn(content), 2);

  await rm(`${list}.outcomes.json`);
  assert.deepEqual((await run(list, content)).states, ["duplicate", "duplicate", "duplicate", "failed"]);
  assert.equal(await newsIn(content), 2);
});

test("a dry run writes neither files nor its outcomes", async (t) => {
  const { content, list } = await makeList(t, PAGES);
  const { text } = await run(list, content, true);
  assert.match(text, /to be written/);
  assert.equal(await newsIn(content), 0);
  assert.ok(!(await readdir(content.folder)).some((name) => name.includes("outcomes")));
});

test("an empty list, none, and outcomes of something else are refused", async (t) => {
  const { content, list } = await makeList(t, PAGES);
  await writeFile(`${list}.outcomes.json`, "[]");
  await assert.rejects(run(list, content), InputError);
  await assert.rejects(run(join(content.folder, "none.txt"), content), InputError);
  await writeFile(list, "# nothing\n");
  await assert.rejects(run(list, content), InputError);
});

test("a list is its lines, each once, without comments", () => {
  assert.deepEqual(parseList(" a \r\n\n#b\nc\na\n"), ["a", "c"]);
});

test("outcomes are read back as they were saved", async (t) => {
  const { list } = await makeList(t, {});
  const outcomes = await readOutcomes(list);
  outcomes.set("constructor", { state: "done", file: "a.md" }).set("b", { state: "failed", reason: "why" });
  await saveOutcomes(list, outcomes);
  assert.deepEqual(await readOutcomes(list), outcomes);
});
