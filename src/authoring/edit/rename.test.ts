import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type ContentSettings, loadCatalog } from "../../catalog/load-content.ts";
import { BUILD_DATE, type Files, healthy, news } from "../../catalog/testing.ts";
import { getConfig } from "../../config/config.ts";
import { rename } from "./rename.ts";
import { changesOf, folderWith } from "./testing.ts";

const COPY = `relatedOfferings:
  - label: Acme Server # as exported
    permalink: /offering/acme-server/
    categories: ['HL7: FHIR']
offering: { label: Acme Server, permalink: /offering/acme-server, categories: ['HL7: FHIR'] }
institution: { label: Acme, permalink: /institution/acme }
categorySlug: ['hl7: fhir']
categoryUrl: topic/hl7-fhir
categoryLabel:
  - FHIR
openProjectCustomFields:
  medigyTopics: ['HL7: FHIR']`;

const FILES = healthy({
  "news/2026/copy.md": `${news({ link: "https://acme.example/copy" }).replace(/\nrelatedOfferings.*/, "")}\n${COPY}`,
  "news/2026/story.md": news({ publisher: "acme", offering: "acme-server", institution: "acme" }),
  "news/2026/by-name.md": news({ link: "https://acme.example/by-name", relatedOfferings: "[]", institution: "Acme" }),
  "offerings/acme-old.md":
    "name: Old\nvendor: acme\nkind: fhir-server\nsummary: Was.\nstatus: retired\nsuccessor: acme-server",
  "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\nfeatured: [acme-server]",
  "topics/acme-apis.md": "name: 'Acme: APIs'\ndescription: A topic.\nrelated: ['HL7: FHIR']\nbroader: 'HL7: FHIR'",
});

function run(settings: ContentSettings, old: string, slug: string | undefined, name?: string, isDryRun = false) {
  return rename(settings, { old, slug, name, isDryRun });
}

test("an offering moves, its old path leads on, and slugs and copied paths follow", async (t) => {
  const settings = await folderWith(t, FILES);
  const changes = await changesOf(settings, () => run(settings, "offering/acme-server", "acme-fhir"));
  assert.deepEqual(changes, {
    "news/2026/copy.md": [
      "-    permalink: /offering/acme-server/",
      "-offering: { label: Acme Server, permalink: /offering/acme-server, categories: ['HL7: FHIR'] }",
      "+    permalink: /offering/acme-fhir/",
      "+offering: { label: Acme Server, permalink: /offering/acme-fhir, categories: ['HL7: FHIR'] }",
    ].join("\n"),
    "news/2026/story.md":
      "-relatedOfferings: [acme-server]\n-offering: acme-server\n+relatedOfferings: [acme-fhir]\n+offering: acme-fhir",
    "offerings/acme-fhir.md": "new",
    "offerings/acme-old.md": "-successor: acme-server\n+successor: acme-fhir",
    "offerings/acme-server.md": "gone",
    "topics/hl7-fhir.md": "-featured: [acme-server]\n+featured: [acme-fhir]",
  });
  const moved = await readFile(join(settings.contentRoot, "offerings/acme-fhir.md"), "utf8");
  assert.match(moved, /\naliases:\n {2}- \/offering\/acme-server\/\n---\nA short body\.\n$/);
});

test("the facts of an offering's interfaces move with it", async (t) => {
  const smart = await readFile("content/facts/interfaces/epic-on-fhir/smart.json", "utf8");
  const files = { ...FILES, "facts/interfaces/acme-server/smart.json": smart };
  const settings = await folderWith(t, files);
  const changes = await changesOf(settings, () => run(settings, "offering/acme-server", "acme-fhir"));
  assert.equal(changes["facts/interfaces/acme-fhir/smart.json"], "new");
  assert.equal(changes["facts/interfaces/acme-server/smart.json"], "gone");
});

test("an organization takes vendors, publishers and institutions along, and those by its name stay", async (t) => {
  const settings = await folderWith(t, FILES);
  const changes = await changesOf(settings, () =>
    run(settings, join(settings.contentRoot, "organizations/acme.md"), "acme-inc"),
  );
  assert.equal(changes["offerings/acme-old.md"], "-vendor: acme\n+vendor: acme-inc");
  assert.equal(
    changes["news/2026/story.md"],
    "-publisher: acme\n-institution: acme\n+publisher: acme-inc\n+institution: acme-inc",
  );
  assert.match(changes["news/2026/copy.md"] ?? "", /\n?\+institution: .* permalink: \/institution\/acme-inc \}/);
  assert.equal(changes["news/2026/by-name.md"], undefined);
});

test("a topic gets another name wherever it is named, in copies and what is derived from it too", async (t) => {
  const settings = await folderWith(t, FILES);
  const changes = await changesOf(settings, () => run(settings, "/topic/hl7-fhir/", undefined, "HL7: FHIR R5"));
  assert.equal(
    changes["news/2026/copy.md"],
    [
      "-categories: 'HL7: FHIR'",
      "-    categories: ['HL7: FHIR']",
      "-offering: { label: Acme Server, permalink: /offering/acme-server, categories: ['HL7: FHIR'] }",
      "-categorySlug: ['hl7: fhir']",
      "-categoryUrl: topic/hl7-fhir",
      "-  - FHIR",
      "-  medigyTopics: ['HL7: FHIR']",
      "+categories: 'HL7: FHIR R5'",
      "+    categories: ['HL7: FHIR R5']",
      "+offering: { label: Acme Server, permalink: /offering/acme-server, categories: ['HL7: FHIR R5'] }",
      "+categorySlug: ['hl7: fhir r5']",
      "+categoryUrl: topic/hl7-fhir-r5",
      "+  - FHIR R5",
      "+  medigyTopics: ['HL7: FHIR R5']",
    ].join("\n"),
  );
  assert.match(changes["topics/acme-apis.md"] ?? "", /\+related: \['HL7: FHIR R5'\]\n\+broader: 'HL7: FHIR R5'/);
  assert.deepEqual([changes["topics/hl7-fhir.md"], changes["topics/hl7-fhir-r5.md"]], ["gone", "new"]);
});

test("a slug of its own changes with the file name", async (t) => {
  const settings = await folderWith(
    t,
    healthy({ "news/2026/file.md": news({ slug: "own", link: "https://acme.example/2" }) }),
  );
  await run(settings, "/news/own/", "other");
  const text = await readFile(join(settings.contentRoot, "news/2026/other.md"), "utf8");
  assert.match(text, /\nslug: other\naliases:\n {2}- \/news\/own\/\n/);
});

test("a second time there is nothing to do, whichever name is given", async (t) => {
  const settings = await folderWith(t, FILES);
  await run(settings, "topic/hl7-fhir", undefined, "HL7: FHIR R5");
  for (const old of ["topic/hl7-fhir", "topics/hl7-fhir.md", "/topic/hl7-fhir-r5/"]) {
    assert.deepEqual(await changesOf(settings, () => run(settings, old, "hl7-fhir-r5", "HL7: FHIR R5")), {});
  }
});

test("back again, the alias changes sides", async (t) => {
  const settings = await folderWith(t, FILES);
  await run(settings, "offering/acme-server", "acme-fhir");
  await run(settings, "offering/acme-fhir", "acme-server");
  const text = await readFile(join(settings.contentRoot, "offerings/acme-server.md"), "utf8");
  assert.match(text, /\naliases:\n {2}- \/offering\/acme-fhir\/\n---/);
});

test("a dry run says the same and writes nothing", async (t) => {
  const settings = await folderWith(t, FILES);
  let dry: unknown;
  assert.deepEqual(
    await changesOf(settings, async () => {
      dry = await run(settings, "offering/acme-server", "acme-fhir", undefined, true);
    }),
    {},
  );
  assert.deepEqual(dry, { ...(await run(settings, "offering/acme-server", "acme-fhir")), isDryRun: true });
});

/** Why it is refused; nothing may have been written. */
async function refusal(
  t: TestContext,
  files: Files,
  ...args: Parameters<typeof run> extends [ContentSettings, ...infer A] ? A : never
) {
  const settings = await folderWith(t, files);
  let message = "";
  const changes = await changesOf(settings, () =>
    run(settings, ...args).catch((error: Error) => {
      message = error.message;
    }),
  );
  assert.deepEqual(changes, {});
  return message;
}

test("what cannot be is refused with the reason", async (t) => {
  const alias = { "offerings/other.md": `${FILES["offerings/acme-old.md"]}\naliases: /offering/taken/` };
  const more = { ...FILES, ...alias };
  assert.match(await refusal(t, more, "offering/acme-server", "acme-old"), /exists: offerings\/acme-old\.md/);
  assert.match(await refusal(t, more, "offering/acme-server", "taken"), /is an alias of offerings\/other\.md/);
  assert.match(await refusal(t, more, "offering/acme-server", "kind"), /a page of the site itself/);
  assert.match(await refusal(t, more, "offering/acme-server", "Not A Slug"), /'Not A Slug' is no slug/);
  assert.match(
    await refusal(t, more, "offering/acme-serve", "x"),
    /no offering 'acme-serve'\. Did you mean 'acme-server'\?/,
  );
  assert.match(await refusal(t, more, "acme-server", "x"), /names no entry/);
  assert.match(await refusal(t, more, "/offering/50%/", "x"), /no offering '50%'/);
  assert.match(await refusal(t, more, "/offering/taken/", "x"), /is \/offering\/other\/ now/);
  assert.match(await refusal(t, more, "offering/acme-server", "x", "A: B"), /--name is for topics/);
  assert.match(await refusal(t, more, "topic/hl7-fhir", "x", "Acme: APIs"), /name of topics\/acme-apis\.md/);
  assert.match(await refusal(t, more, "topic/hl7-fhir", "x", "No authority"), /must be '<Authority>: <Label>'/);
  assert.match(await refusal(t, more, "topic/hl7-fhir", "x", "A: B"), /afterwards:\n.*Name the file 'a-b\.md'/);
});

const TEMPLATE = "---\n# One sentence\nname: 'Unfinished'\nvendor: acme\nkind: # TODO\n---\n";

test("an unfinished file stops nothing, and what it refers to follows", async (t) => {
  const files = { ...FILES, "offerings/unfinished.md": TEMPLATE, "news/2026/bad.md": "title: [" };
  const settings = await folderWith(t, files);
  const changes = await changesOf(settings, () => run(settings, "organization/acme", "acme-inc"));
  assert.equal(changes["offerings/unfinished.md"], "-vendor: acme\n+vendor: acme-inc");
  assert.equal(changes["news/2026/bad.md"], undefined);
});

test("a file with errors cannot be renamed itself, nor written over, nor be left with an old name in it", async (t) => {
  const files = { ...FILES, "offerings/unfinished.md": TEMPLATE, "news/2026/bad.md": "title: [acme-server" };
  for (const name of ["offering/unfinished", "offerings/unfinished.md", "/offering/unfinished/"])
    assert.match(await refusal(t, files, name, "x"), /^offerings\/unfinished\.md has an error; correct it first/, name);
  assert.match(await refusal(t, files, "offering/acme-old", "unfinished"), /The file offerings\/unfinished\.md exists/);
  assert.match(await refusal(t, files, "offering/acme-server", "x"), /bad\.md has an error, and 'acme-server' in it/);
  const twice = { ...FILES, "offerings/second.md": `${FILES["offerings/acme-server.md"]}\nslug: acme-server` };
  assert.match(await refusal(t, twice, "offering/acme-server", "x"), /second\.md has an error.* is also the slug of/);
});

test("a story of today had no address yet that anybody knows", async (t) => {
  const files = healthy({
    "news/2026/today.md": news({ date: BUILD_DATE, link: "https://acme.example/today", aliases: "/news/better/" }),
  });
  const settings = await folderWith(t, files);
  const done = await run(settings, "news/today", "better");
  assert.equal(done.alias, undefined);
  const text = await readFile(join(settings.contentRoot, "news/2026/better.md"), "utf8");
  assert.doesNotMatch(text, /aliases/);
  assert.equal((await run(settings, "news/story", "older")).alias, "/news/story/");
});

test("a file that is no text is refused, since it could not be written back", async (t) => {
  const settings = await folderWith(t, FILES);
  await writeFile(join(settings.contentRoot, "news/2026/story.md"), new Uint8Array([0x2d, 0xff]));
  await assert.rejects(run(settings, "offering/acme-server", "x"), /story\.md is not valid UTF-8/);
});

test("in a copy of the real content a rename leaves no new diagnostic", async (t) => {
  const copy = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(copy, { recursive: true }));
  const { contentRoot, imageRoot, documentRoot } = getConfig();
  await cp(contentRoot, copy, { recursive: true });
  const settings = { contentRoot: copy, imageRoot, documentRoot, buildDate: BUILD_DATE };
  const check = async () =>
    (await loadCatalog(settings)).diagnostics.map(({ file, rule, field }) => `${file} ${rule} ${field}`);
  const before = await check();
  const done = [
    await run(settings, "/offering/azure-api-for-fhir/", "azure-fhir"),
    await run(settings, "topic/gartner-application-programming-interface-api", undefined, "Gartner: APIs"),
  ];
  assert.deepEqual(await check(), before);
  for (const { movedTo, changed } of done) assert.ok(movedTo && changed.length > 0, movedTo);
});

test("a topic is found, and changed in every file, however its letters are typed", async (t) => {
  const [name, decomposed] = ["HL7: Größe", "HL7: Größe".normalize("NFD")];
  const settings = await folderWith(
    t,
    healthy({
      "topics/hl7-große.md": `name: '${name}'\ndescription: A topic.`,
      "news/2026/story.md": news({ categories: `['${decomposed}']` }),
    }),
  );
  const changes = await changesOf(settings, () =>
    run(settings, "/topic/hl7-große/".normalize("NFD"), undefined, "HL7: Maß"),
  );
  assert.equal(changes["news/2026/story.md"], `-categories: ['${decomposed}']\n+categories: ['HL7: Maß']`);
  const same = await run(settings, "topic/hl7-maß", undefined, "HL7: Maß".normalize("NFD"));
  assert.deepEqual(same.changed, []);
});

test("a story on the same event, and one that is not, follow a story", async (t) => {
  const settings = await folderWith(t, {
    ...FILES,
    "news/2026/same.md": news({ link: "https://b.example/1", sameStoryAs: "[story, copy]" }),
    "news/2026/other.md": news({ link: "https://c.example/1", notSameAs: "story" }),
  });
  const changes = await changesOf(settings, () => run(settings, "news/story", "renamed"));
  assert.equal(changes["news/2026/same.md"], "-sameStoryAs: [story, copy]\n+sameStoryAs: [renamed, copy]");
  assert.equal(changes["news/2026/other.md"], "-notSameAs: story\n+notSameAs: renamed");
});
