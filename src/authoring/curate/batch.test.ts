import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { InputError } from "../../cli/command.ts";
import { curateList, formatBatch } from "./batch.ts";
import { createContext, type Place } from "./context.ts";
import { createExtractor } from "./extract.ts";
import { createJournal, readList, record } from "./journal.ts";
import { makePlace, pageOf } from "./testing.ts";

const extractor = createExtractor();
after(() => extractor.close());

/** A list of saved pages, each of which says where it is from. */
async function makeList(t: TestContext, pages: Readonly<Record<string, string>>) {
  const place = await makePlace(t);
  for (const [name, html] of Object.entries(pages)) await writeFile(join(place.folder, name), html);
  const list = join(place.folder, "urls.txt");
  await writeFile(
    list,
    `# pages\n\n${Object.keys(pages)
      .map((name) => join(place.folder, name))
      .join("\r\n")}\n`,
  );
  return { place, list };
}

const story = (number: number, title = `FHIR story number ${number}`) =>
  pageOf({
    title,
    description: "Words.",
    published: `20${10 + number}-01-01`,
    canonical: `https://acme.example/${number}`,
  });

const PAGES = { "1.html": story(1), "2.html": story(2), "3.html": story(1), "4.html": "<p>Nothing</p>" };

async function run(list: string, place: Place, isDryRun = false) {
  const results = await curateList(list, await createContext(place), extractor, {}, { isDryRun });
  return { results, states: results.map(({ outcome }) => outcome.state), text: formatBatch(results, isDryRun) };
}

const newsIn = async (place: Place) => (await readdir(join(place.contentRoot, "news/2026"))).length - 1;

test("each page is done, a duplicate or failed, and a second run does only what failed", async (t) => {
  const { place, list } = await makeList(t, PAGES);
  const first = await run(list, place);
  assert.deepEqual(first.states, ["done", "done", "duplicate", "failed"]);
  assert.match(first.text, /2 done, 1 duplicate, 1 failed$/);
  assert.match(first.text, /4\.html\n {2}failed: Nothing in .* says where it is from/);
  assert.equal(await newsIn(place), 2);

  await writeFile(join(place.folder, "4.html"), story(4));
  const second = await run(list, place);
  assert.deepEqual(second.states, ["done", "done", "duplicate", "done"]);
  assert.match(second.text, /3 done, 1 duplicate, 0 failed, 3 of these in an earlier run$/);
  assert.equal(await newsIn(place), 3);
});

test("a run that was interrupted goes on; what was written before its record is not written twice", async (t) => {
  const { place, list } = await makeList(t, PAGES);
  await run(list, place);
  const journal = JSON.parse(await readFile(`${list}.journal.json`, "utf8"));
  // As if the run had ended between the file of the second page and its record.
  const kept = Object.fromEntries(Object.entries(journal.pages).slice(0, 1));
  await writeFile(`${list}.journal.json`, JSON.stringify({ version: 1, pages: kept }));
  const { states } = await run(list, place);
  assert.deepEqual(states, ["done", "duplicate", "duplicate", "failed"]);
  assert.equal(await newsIn(place), 2);

  await rm(`${list}.journal.json`);
  assert.deepEqual((await run(list, place)).states, ["duplicate", "duplicate", "duplicate", "failed"]);
  assert.equal(await newsIn(place), 2);
});

test("a dry run writes neither files nor a journal", async (t) => {
  const { place, list } = await makeList(t, PAGES);
  const { text } = await run(list, place, true);
  assert.match(text, /to be written/);
  assert.equal(await newsIn(place), 0);
  assert.ok(!(await readdir(place.folder)).some((name) => name.includes("journal")));
});

test("an empty list, none, and a journal of something else are refused", async (t) => {
  const { place, list } = await makeList(t, PAGES);
  await writeFile(`${list}.journal.json`, "[]");
  await assert.rejects(run(list, place), InputError);
  await assert.rejects(run(join(place.folder, "none.txt"), place), InputError);
  await writeFile(list, "# nothing\n");
  await assert.rejects(run(list, place), InputError);
});

test("a list is its lines, each once, without comments", () => {
  assert.deepEqual(readList(" a \r\n\n#b\nc\na\n"), ["a", "c"]);
});

test("a journal is read back as it was recorded", async (t) => {
  const { list } = await makeList(t, {});
  const journal = await createJournal(list);
  await record(journal, "constructor", { state: "done", file: "a.md" });
  await record(journal, "b", { state: "failed", reason: "why" });
  assert.deepEqual([...(await createJournal(list)).pages.keys()], ["constructor", "b"]);
});
