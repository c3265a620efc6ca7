import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { InputError } from "../../cli/command.ts";
import { scripted } from "../../cli/testing.ts";
import { createContext } from "./context.ts";
import { DuplicateError, propose, write } from "./curate.ts";
import { createExtractor } from "./extract.ts";
import { promptForDecision } from "./prompts.ts";
import { makeContent, pageOf } from "./testing.ts";

const extractor = createExtractor();
after(() => extractor.close());

async function setUp(t: TestContext, url: string, parts: Parameters<typeof pageOf>[0] = {}) {
  const content = await makeContent(t);
  const page = join(content.folder, "page.html");
  await writeFile(
    page,
    pageOf({ title: "Acme Server reads FHIR", description: "Words.", published: "2026-05-17", ...parts }),
  );
  const context = await createContext(content);
  return { content, context, proposal: await propose({ page, url }, context, extractor) };
}

test("what is proposed can be taken as it is", async (t) => {
  const { context, proposal } = await setUp(t, "https://acme.example/new");
  const { prompter, violations } = scripted({});
  const { curation, wantsImage, organization } = await promptForDecision(proposal, context, {}, prompter);
  assert.deepEqual(violations, []);
  assert.deepEqual(curation.topics, ["HL7: FHIR"]);
  assert.deepEqual(curation.offerings, ["acme-server"]);
  assert.equal(curation.published, "2026-05-17");
  assert.equal(curation.summary, undefined);
  assert.equal(wantsImage, false);
  assert.equal(organization, undefined);
});

test("every answer counts, and a new publisher gets its file", async (t) => {
  const { content, context, proposal } = await setUp(t, "https://news.example.org/new", { image: "/a.jpg" });
  const { prompter } = scripted({
    Title: " Another  title ",
    Authors: " Jane Doe ;John Roe, MD; ",
    Language: "de-AT",
    Published: "unknown",
    Offerings: [],
    Summary: "My own words.",
    "New publisher": "The Example",
    "What is it?": "blog",
  });
  const decision = await promptForDecision(proposal, context, {}, prompter);
  const { text, notes } = await write(decision, proposal, context, { isDryRun: false, confirm: async () => true });
  assert.match(
    text,
    /title: Another title\n[\s\S]*published: unknown\nauthor:\n {2}- Jane Doe\n {2}- John Roe, MD\ncategories:\n {2}- 'HL7: FHIR'\nsummary: >-\n {2}My own words\./,
  );
  assert.deepEqual(notes, ["Organization: organizations/example.md"]);
  const { catalog } = await createContext(content);
  assert.equal(catalog.news.find(({ title }) => title === "Another title")?.publisher?.name, "The Example");
});

test("another address is cleaned, and says who publishes and whether the story is known", async (t) => {
  const { context, proposal } = await setUp(t, "https://news.example.org/new");
  const { prompter, asked } = scripted({ Address: "https://acme.example/new?utm_source=x" });
  const { curation, organization } = await promptForDecision(proposal, context, {}, prompter);
  assert.equal(curation.url, "https://acme.example/new");
  assert.equal(organization, undefined);
  assert.ok(!asked.some((message) => message.startsWith("New publisher")));
  const known = scripted({ Address: "https://acme.example/story" });
  await assert.rejects(promptForDecision(proposal, context, {}, known.prompter), DuplicateError);
});

test("topics that do not exist are refused before anything is asked", async (t) => {
  const { context, proposal } = await setUp(t, "https://acme.example/new");
  const { prompter, asked } = scripted({});
  await assert.rejects(
    promptForDecision(proposal, context, { topics: ["HL7: FHR"] }, prompter),
    /Did you mean 'HL7: FHIR'/,
  );
  assert.deepEqual(asked, []);
});

test("answers that cannot be are refused at the question", async (t) => {
  const { context, proposal } = await setUp(t, "https://acme.example/new", { description: "-" });
  const { prompter, violations } = scripted({ Title: " ", Address: "acme", Language: "Klingon", Published: "2031" });
  await promptForDecision(proposal, context, {}, prompter);
  assert.deepEqual(violations, [
    "A story has a title",
    "Write an address that begins with https://",
    "Write a code such as en, de or pt-BR",
    "Write a date that has been, or unknown",
    "The page has no description, so the story needs a summary",
  ]);
});

test("the same address stops at once; a like title may be gone on with", async (t) => {
  const same = await setUp(t, "https://acme.example/story");
  await assert.rejects(promptForDecision(same.proposal, same.context, {}, scripted({}).prompter), DuplicateError);

  const like = await setUp(t, "https://acme.example/new", { title: "A story", published: "2026-01-10" });
  assert.equal(like.proposal.duplicate?.kind, "title");
  await assert.rejects(
    promptForDecision(like.proposal, like.context, { topics: ["HL7: FHIR"] }, scripted({}).prompter),
    InputError,
  );
  const goOn = scripted({ "Curated already": true });
  const { curation } = await promptForDecision(like.proposal, like.context, { topics: ["HL7: FHIR"] }, goOn.prompter);
  assert.deepEqual(curation.topics, ["HL7: FHIR"]);
});

test("what is not agreed to is not written", async (t) => {
  const { context, proposal } = await setUp(t, "https://acme.example/new");
  const decision = await promptForDecision(proposal, context, {}, scripted({}).prompter);
  await assert.rejects(write(decision, proposal, context, { isDryRun: false, confirm: async () => false }), InputError);
});
