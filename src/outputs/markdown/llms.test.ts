import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { buildLlms } from "./llms.ts";
import { buildLlmsFull } from "./llms-full.ts";

const files = healthy({
  "news/2026/story.md": `---\n${news({ summary: "In short.", insights: "We *think*." })}\n---\nQuoted words.\n`,
});
const catalog = catalogOf(files);
const readBody = () => Promise.resolve("A body of <b>ours</b>.");
const sources = { readBody, fileDigest: () => undefined };

test("llms.txt has the shape of the format and links to Markdown", () => {
  const text = buildLlms(catalog, 12_345);
  assert.match(text, /^# Curalog\n\n> Curated news [^\n]+\n\n/);
  assert.deepEqual(text.match(/^## .*$/gm), [
    "## Lists",
    "## Topics",
    "## Offerings by kind",
    "## Offerings by standard",
    "## News by year",
    "## Latest news",
    "## Optional",
  ]);
  assert.ok(text.includes(`- [HL7: FHIR](${absoluteUrl("/topic/hl7-fhir/index.md")}): The standard.\n`));
  assert.ok(text.includes(`- [A story](${absoluteUrl("/news/story/index.md")}): In short.\n`));
  assert.ok(text.includes(`(${absoluteUrl("/llms-full.txt")}): one file of 13 kB\n`));
  assert.ok(text.includes(`- [Data](${absoluteUrl("/api/index.md")}): `));
});

test("llms.txt of an empty site has no empty section", () => {
  assert.deepEqual(buildLlms(catalogOf({}), 0).match(/^## .*$/gm), ["## Lists", "## Optional"]);
});

test("llms-full.txt has every topic, offering and story in our words, and no excerpt", async () => {
  const text = await buildLlmsFull(catalog, sources);
  for (const part of [
    `### [HL7: FHIR](${absoluteUrl("/topic/hl7-fhir/")})\n\nThe standard.\n`,
    `### [Acme Server](${absoluteUrl("/offering/acme-server/")})\n\nA server.\n\nA body of **ours**.\n`,
    `### [A story](${absoluteUrl("/news/story/")})\n\nIn short.\n\nWe _think_.\n\n- Source: [Acme](https://acme.example/story)\n`,
  ])
    assert.ok(text.includes(part), `${part}\n\nis not in\n\n${text}`);
  assert.ok(!text.includes("Quoted words"));
});

test("headings of a text in llms-full.txt stand below that of its topic or offering", async () => {
  const text = await buildLlmsFull(catalog, {
    ...sources,
    readBody: () => Promise.resolve("## How it works\n\n> ##### Deep\n\n- # First"),
  });
  assert.deepEqual(
    new Set(text.match(/^[>* -]*#+ (?:How|Deep|First).*$/gm)),
    new Set(["#### How it works", "> ##### Deep", "- #### First"]),
  );
});

test("past its size llms-full.txt says how many stories it leaves out", async () => {
  const whole = Buffer.byteLength(await buildLlmsFull(catalog, sources));
  const text = await buildLlmsFull(catalog, sources, whole - 1);
  assert.ok(!text.includes("A story"));
  assert.match(text, /Older stories, 1 in all, are in \[News\]\(\S+\/news\/\)\.\n$/);
  assert.doesNotMatch(await buildLlmsFull(catalog, sources, whole + 1), /Older stories/);
});
