import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { AUTHOR_NAMES_FILE, ONC_FACTS_FILE } from "./file-kind.ts";
import { formatLeftOut, loadCatalog, loadSoundCatalog } from "./load-content.ts";
import { readFacts } from "./read-file.ts";
import { BUILD_DATE, type Files, healthy, news, textOf } from "./testing.ts";

const NO_FACTS = '{ "source": "A list", "asOf": "2026-01-01", "criteria": {}, "products": [] }';

/** A folder with these files; a `.md` may be front matter alone. */
async function toSettings(t: TestContext, files: Files) {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  for (const [file, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file.endsWith(".md") ? textOf(source) : source);
  }
  return {
    contentRoot: root,
    imageRoot: join(root, "no-images"),
    documentRoot: join(root, "no-documents"),
    buildDate: BUILD_DATE,
  };
}

async function load(t: TestContext, files: Files) {
  const { result, diagnostics, filesChecked } = await loadCatalog(await toSettings(t, files));
  return { result, filesChecked, lines: diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`) };
}

test("a folder becomes a catalog", async (t) => {
  const { result, lines, filesChecked } = await load(t, healthy({ [ONC_FACTS_FILE]: NO_FACTS, ".gitkeep": "" }));
  assert.deepEqual(lines, []);
  assert.equal(filesChecked, 5);
  assert.ok(result.ok);
  assert.equal(result.catalog.news.length, 1);
  assert.equal(result.catalog.factsSource?.asOf, "2026-01-01");
});

test("a stray file is a warning and stops nothing", async (t) => {
  const { result, lines } = await load(t, healthy({ "news/notes.txt": "x", "other/a.md": "x", "stray.md": "x" }));
  assert.deepEqual(lines, ["news/notes.txt:1 stray-file", "other/a.md:1 stray-file", "stray.md:1 stray-file"]);
  assert.equal(result.ok, true);
});

test("a file that could not be read is reported once, not again by all that refer to it", async (t) => {
  const { result, lines } = await load(t, {
    ...healthy(),
    "topics/hl7-fhir.md": "---js\n---\n",
    "organizations/acme.md": "name: Acme\ntype: company",
    "offerings/acme-server.md": "name: A\nvendor: acme\nkind: fhir-server\noncProducts: [A]",
    "news/2026/story.md": news({ publisher: "acme" }),
    [ONC_FACTS_FILE]: "{",
  });
  assert.equal(result.ok, false);
  assert.deepEqual(lines, [
    `${ONC_FACTS_FILE}:1 facts`,
    "organizations/acme.md:3 field-value",
    "topics/hl7-fhir.md:1 front-matter-language",
  ]);
});

test("a folder that is not there has no files and no errors", async () => {
  const missing = await loadCatalog({
    contentRoot: join(tmpdir(), "curalog-no-such-folder"),
    imageRoot: tmpdir(),
    documentRoot: join(tmpdir(), "curalog-no-such-folder"),
    buildDate: BUILD_DATE,
  });
  assert.equal(missing.filesChecked, 0);
});

test("what has no error is a catalog without what has one, and without what refers to it", async (t) => {
  const files = healthy({
    "topics/hl7-v2.md": "name: 'HL7: v2'\ndescription: # TODO",
    "organizations/zeta.md": "name: [",
    "offerings/zeta.md": "name: Zeta\nvendor: zeta\nkind: fhir-server\nsummary: s",
    "news/2026/zeta.md": news({ link: "https://acme.example/zeta", relatedOfferings: "[zeta]" }),
    "news/2026/notes.txt": "",
  });
  const { catalog, leftOut, diagnostics } = await loadSoundCatalog(await toSettings(t, files));
  assert.deepEqual(leftOut, ["news/2026/zeta.md", "offerings/zeta.md", "organizations/zeta.md", "topics/hl7-v2.md"]);
  assert.deepEqual(
    [catalog.news, catalog.offerings, catalog.organizations, catalog.topics].map((list) => list.length),
    [1, 1, 1, 1],
  );
  assert.ok(diagnostics.some(({ file }) => file === "organizations/zeta.md"));
  assert.match(formatLeftOut(leftOut).join(), /^Left out.*topics\/hl7-v2\.md$/);
  const healthyOnes = await loadSoundCatalog(await toSettings(t, healthy()));
  assert.deepEqual(formatLeftOut(healthyOnes.leftOut), []);
});

test("names of authors are read, each once and under an address of its own", () => {
  const read = (json: unknown) =>
    readFacts({ file: AUTHOR_NAMES_FILE, bytes: new TextEncoder().encode(JSON.stringify(json)) });
  const names = { "jane-doe": ["Jane Döe", "Jane Doe"], "jane-doe-2": ["J. Doe"] };
  assert.deepEqual(read(names), { authorNames: names, diagnostics: [] });
  const messages = [
    { "jane-doe": ["Jane Doe", "jane doe"] },
    { "jane-doe": ["Jane Doe"], other: ["Jane  Doe."] },
    { index: ["Jane Doe"] },
    { con: ["Jane Doe"] },
    { "jane-doe": [] },
    { "jane-doe": "Jane Doe" },
    [],
  ].map((json) => read(json).diagnostics.map(({ path, message, fix }) => `${path.join(".")} ${message}. ${fix}`));
  assert.deepEqual(
    messages.map((list) => list.map((line) => line.replace(/\. Write each.*/, ""))),
    [
      ["jane-doe.1 The value stands there twice: 'jane doe'"],
      ["other.0 The value stands there twice: 'Jane Doe.'"],
      ["index The value is the address of a list"],
      ["con The value has the key 'con', which does not fit"],
      ["jane-doe The value must have at least 1 in the list"],
      ["jane-doe The value must be a list"],
      [" The value must be a set of fields"],
    ],
  );
});

test("facts have no control or replacement characters, as they are or as escapes", () => {
  const found = ["Jane D\uFFFDe", String.raw`Jane D\ufffde`, "Jane D\u0093e", String.raw`Jane\u0007`].map((name) =>
    readFacts({ file: AUTHOR_NAMES_FILE, bytes: new TextEncoder().encode(`{\n  "jane": ["${name}"]\n}`) }),
  );
  assert.deepEqual(
    found.map(({ authorNames, diagnostics: [first] }) => [authorNames, first?.rule, first?.at]),
    [19, 19, 19, 17].map((column) => [undefined, "control-character", { line: 2, column }]),
  );
  const { authorNames } = readFacts({
    file: AUTHOR_NAMES_FILE,
    bytes: new TextEncoder().encode(String.raw`{ "jane": ["Jane \"D\u00f6e\" \ud83d\ude00 \n"] }`),
  });
  assert.deepEqual(authorNames, { jane: ['Jane "Döe" 😀'] });
});

test("facts that do not fit name the field", (t) => {
  const bad = ["", "{", "[]", "null", NO_FACTS.replace("2026-01-01", "2026"), NO_FACTS.replace("source", "sourse")];
  const found = bad.map((text) => readFacts({ file: ONC_FACTS_FILE, bytes: new TextEncoder().encode(text) }));
  assert.ok(found.every(({ facts }) => facts === undefined));
  t.assert.snapshot(found.flatMap(({ diagnostics }) => diagnostics.map(({ path, message }) => `${path}: ${message}`)));
});

test("a stray file with an ending or folder in other letters is told its name", async (t) => {
  const { result } = await load(
    t,
    healthy({ "news/2026/a.MD": "x", "News/b.markdown": "x", "news/c.md.txt": "x", "news/D e.MD": "x" }),
  );
  assert.deepEqual(
    result.diagnostics.map(({ fix }) => fix),
    ["Name it 'news/b.md'", "Name it 'news/2026/a.md'", "Name it 'news/d-e.md'", "Name it 'news/c.md'"],
  );
});

test("a symbolic link is a stray file and not followed", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  await mkdir(join(root, "topics"));
  await symlink("/etc/hostname", join(root, "topics/hl7-fhir.md"));
  const { result, diagnostics, filesChecked } = await loadCatalog({
    contentRoot: root,
    imageRoot: join(root, "no-images"),
    documentRoot: join(root, "no-documents"),
    buildDate: BUILD_DATE,
  });
  assert.equal(result.ok, true);
  assert.equal(filesChecked, 0);
  assert.deepEqual(
    diagnostics.map(({ file, rule, message }) => [file, rule, message]),
    [["topics/hl7-fhir.md", "stray-file", "The file is not read: it is a symbolic link"]],
  );
});
