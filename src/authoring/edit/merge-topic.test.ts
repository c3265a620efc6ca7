import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { healthy, news } from "../../catalog/testing.ts";
import { mergeTopic } from "./merge-topic.ts";
import { changesOf, folderWith } from "./testing.ts";

/** A topic without a text below its fields. */
const topic = (name: string, lines = "") => `---\nname: '${name}'\ndescription: It is ${name.slice(3)}.\n${lines}---\n`;
const link = (path: string) => `https://acme.example/${path}`;

const FILES = healthy({
  "topics/a-one.md": topic("A: One", "sameAs: ['A: Two', 'A: Three']\nrelated: ['HL7: FHIR']\naliases: /topic/uno/\n"),
  "topics/a-two.md": topic("A: Two", "related: ['A: One', 'A: Four']\n"),
  "topics/a-three.md": topic("A: Three", "broader: 'A: One'\n"),
  "topics/a-four.md": topic("A: Four", "related: ['A: One', 'A: Two']\n"),
  "news/2026/one.md": news({ link: link("one"), categories: "['HL7: FHIR', 'A: One']" }),
  "news/2026/both.md": news({
    link: link("both"),
    categories: "['A: One', 'HL7: FHIR', 'A: Two']",
    categoryLabel: "[One, FHIR, Two]",
  }),
});

function run(settings: ContentSettings, from = "a-one", into = "a-two") {
  return mergeTopic(settings, { from, into, isDryRun: false });
}

test("what was filed under one is filed under the other, once", async (t) => {
  const settings = await folderWith(t, FILES);
  const changes = await changesOf(settings, () => run(settings));
  assert.deepEqual(changes, {
    "news/2026/both.md":
      "-categories: ['A: One', 'HL7: FHIR', 'A: Two']\n-categoryLabel: [One, FHIR, Two]\n" +
      "+categories: ['A: Two', 'HL7: FHIR']\n+categoryLabel: [Two, FHIR]",
    "news/2026/one.md": "-categories: ['HL7: FHIR', 'A: One']\n+categories: ['HL7: FHIR', 'A: Two']",
    "topics/a-four.md": "-related: ['A: One', 'A: Two']\n+related: ['A: Two']",
    "topics/a-one.md": "gone",
    "topics/a-three.md": "-broader: 'A: One'\n+broader: 'A: Two'",
    "topics/a-two.md":
      "-related: ['A: One', 'A: Four']\n+related: ['A: Four', 'HL7: FHIR']\n+sameAs:\n+  - 'A: Three'\n+aliases:\n+  - /topic/uno/\n+  - /topic/a-one/",
  });
});

test("a second time there is nothing to do", async (t) => {
  const settings = await folderWith(t, FILES);
  await run(settings, "A: One", "topics/a-two.md");
  assert.deepEqual(await changesOf(settings, () => run(settings, "/topic/a-one/")), {});
  assert.deepEqual(await changesOf(settings, () => run(settings, "uno")), {});
});

test("the wider topic is taken over, unless the other has one", async (t) => {
  const wide = { ...FILES, "topics/a-one.md": topic("A: One", "broader: 'HL7: FHIR'\n") };
  const free = await folderWith(t, wide);
  await run(free);
  assert.match(await readFile(join(free.contentRoot, "topics/a-two.md"), "utf8"), /\nbroader: 'HL7: FHIR'\n/);

  const own = await folderWith(t, { ...wide, "topics/a-two.md": topic("A: Two", "broader: 'A: Four'\n") });
  const { notes } = await run(own);
  assert.match(notes.join("\n"), /wider topic of its own: HL7: FHIR/);

  const narrower = await folderWith(t, { ...wide, "topics/a-two.md": topic("A: Two", "broader: 'A: One'\n") });
  await run(narrower);
  assert.match(await readFile(join(narrower.contentRoot, "topics/a-two.md"), "utf8"), /\nbroader: 'HL7: FHIR'\n/);
});

test("what would lose something or go in circles is refused", async (t) => {
  const refusal = async (changes: Record<string, string>, from = "a-one", into = "a-two") => {
    const settings = await folderWith(t, { ...FILES, ...changes });
    let message = "";
    const written = await changesOf(settings, () =>
      run(settings, from, into).catch((error: Error) => (message = error.message)),
    );
    assert.deepEqual(written, {});
    return message;
  };
  assert.match(await refusal({}, "a-one", "a-one"), /Name two topics/);
  assert.match(await refusal({}, "a-one", "a-tow"), /no topic 'a-tow'\. Did you mean 'a-two'/);
  assert.match(await refusal({}, "a-one", "offering/acme-server"), /names no topic/);
  assert.match(await refusal({}, "a-two", "uno"), /'uno' is topics\/a-one\.md now/);
  assert.match(await refusal({ "topics/a-one.md": `${FILES["topics/a-one.md"]}Words.\n` }), /text of its own/);
  const draft = { "topics/a-two.md": topic("A: Two", "draft: true\n"), "topics/a-four.md": topic("A: Four") };
  const undrafted = { "topics/a-one.md": topic("A: One"), "news/2026/both.md": news({ link: link("both") }) };
  assert.match(await refusal({ ...draft, ...undrafted }), /is a draft/);
  const circle = {
    "topics/a-two.md": topic("A: Two", "broader: 'A: Four'\n"),
    "topics/a-four.md": topic("A: Four", "broader: 'A: One'\n"),
  };
  assert.match(await refusal(circle), /afterwards:\n.*broader than itself/);
});

test("an unfinished file is no hindrance, and is filed anew with the others", async (t) => {
  const settings = await folderWith(
    t,
    healthy({
      "topics/a-six.md": topic("A: Six"),
      "news/2026/unfinished.md": "---\ntitle: # TODO\ncategories: ['A: Six']\n---\n",
      "offerings/unfinished.md": "name: [",
    }),
  );
  const changes = await changesOf(settings, () =>
    mergeTopic(settings, { from: "a-six", into: "hl7-fhir", isDryRun: false }),
  );
  assert.equal(changes["news/2026/unfinished.md"], "-categories: ['A: Six']\n+categories: ['HL7: FHIR']");
});
