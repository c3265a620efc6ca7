import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { BUILD_DATE, type Files, healthy, writeContent } from "../../catalog/testing.ts";
import { InputError } from "../../cli/command.ts";
import { type Answers, scripted } from "../../cli/testing.ts";
import { fieldsOf, toEditorSchema } from "../../codegen/json-schema.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { accessFields } from "../../schemas/access-facts.ts";
import { type EntityKind, entityKindKeys } from "../../vocab/entity-kind.ts";
import { checkFolder, readFrom } from "../check/testing.ts";
import { createEntry, createOffering } from "./create-entry.ts";
import { promptForVendor } from "./prompts.ts";

const NAMES: Readonly<Record<EntityKind, string>> = {
  news: `It's "new": 100% of #1 – ありがとう`,
  offering: "Zeta & Söhne™: the Server",
  topic: "Zeta: The 'best' # topic",
  organization: "- Zeta, Inc.",
};

/** What an editor writes in place of the marks. */
const VALUES: Readonly<Record<string, string>> = {
  link: "https://acme.example/another",
  categories: "'HL7: FHIR'",
  summary: "It is new.",
  vendor: "acme",
  kind: "fhir-server",
  homepage: "https://zeta.example/",
  description: "What it covers.",
  type: "vendor",
};

const create = (kind: EntityKind, contentRoot: string, name = NAMES[kind], isDryRun = false) =>
  createEntry({ kind, name, contentRoot, buildDate: BUILD_DATE, isDryRun });

const fillIn = (text: string) =>
  text.replace(/^(\w+):(\n {2}-)? # TODO.*/gm, (_, name: string, item = "") => `${name}:${item} ${VALUES[name]}`);

for (const kind of entityKindKeys) {
  test(`a new ${kind} is refused until what is marked is written, and passes then`, async (t) => {
    const root = await writeContent(t, healthy());
    const { file, slug, text, todo } = await create(kind, root);
    assert.equal(await readFile(join(root, file), "utf8"), text);
    assert.ok(file.endsWith(`/${slug}.md`) && todo.length > 0);
    const asMade = await checkFolder(root);
    assert.ok(asMade.diagnostics.length > 0 && asMade.diagnostics.every((diagnostic) => diagnostic.file === file));

    const filled = fillIn(text);
    assert.doesNotMatch(filled, /TODO|undefined/);
    const { diagnostics } = await checkFolder(await writeContent(t, { ...healthy(), [file]: filled }));
    assert.deepEqual(diagnostics, []);
    const parsed = parseContentFile(new TextEncoder().encode(filled), file);
    assert.ok(parsed.ok);
    assert.equal(parsed.value.data["name"] ?? parsed.value.data["title"], NAMES[kind]);
  });

  test(`a new ${kind} names every field, and every comment becomes a field without its mark`, async (t) => {
    const { text } = await create(kind, await writeContent(t, healthy()), NAMES[kind], true);
    const opened = fillIn(text)
      .replace(/^# (?=\w+:(?: #|$))/gm, "")
      // What is indented below it: `value:`, `- language:`, `-`.
      .replace(/^# (?= {2,}(?:-|(?:- )?\w+:)$)/gm, "");
    const parsed = parseContentFile(new TextEncoder().encode(opened), "a.md");
    assert.ok(parsed.ok);
    assert.deepEqual(Object.keys(parsed.value.data).sort(), Object.keys(fieldsOf[kind].shape).sort());
    for (const [name, { description }] of Object.entries(toEditorSchema(kind).properties ?? {})) {
      const words = text.replace(/\n# /g, " ");
      assert.ok(words.includes(description ?? "?"), name);
    }
  });
}

test("a fact that is opened and filled in passes the check, with what it may say besides named above", async (t) => {
  const { file, text } = await create("offering", await writeContent(t, healthy()), NAMES.offering, true);
  assert.match(text, /^added: 2026-11-22$/m);
  const values: Readonly<Record<string, string>> = {
    authentication: "API key",
    registration: "approval",
    sandbox: "none",
    pricing: "usage",
    limits: "10 calls a second.",
    apiStyle: "REST",
    data: "claims",
    regions: "Canada",
    language: "Java",
    version: "v1",
    day: "2026-08-01",
    seen: "2026-08",
  };
  const address = "https://zeta.example/";
  const blocks = Object.keys(accessFields).map((name) => {
    const [block = ""] = new RegExp(`^# ${name}:\n(?:# {3}.*\n)+`, "m").exec(text) ?? [];
    return block
      .replace(/^# /gm, "")
      .replace(/^( +(?:- )?)(?!value:\n {4})(\w+):$/gm, (_, indent: string, field: string) => {
        return `${indent}${field}: ${values[field === "value" ? name : field] ?? address}`;
      })
      .replace(/^ {4}-$/m, `    - ${values[name]}`);
  });
  assert.match(blocks.join(""), /^sdks:\n {2}value:\n {4}- language: Java\n {6}repository: https/m);
  const filled = fillIn(text).replace(/\n---\n$/, () => `\n${blocks.join("")}---\n`);
  const { diagnostics } = await checkFolder(await writeContent(t, { ...healthy(), [file]: filled }));
  assert.deepEqual(diagnostics, []);
  const parsed = parseContentFile(new TextEncoder().encode(filled), file);
  assert.ok(parsed.ok);
  assert.deepEqual(
    Object.keys(accessFields).filter((name) => !Object.hasOwn(parsed.value.data, name)),
    [],
  );
  const above = text.slice(0, text.indexOf("# authentication:"));
  for (const name of ["note", "address", "source", "seen", "listedBy"])
    assert.match(above, new RegExp(`^# - ${name}: `, "m"));
});

test("closed lists are spelled out", async (t) => {
  const { text } = await create("organization", await writeContent(t, healthy()));
  assert.match(text, /# One of: vendor, government, news, [\s\S]*repost\ntype: # TODO/);
});

test("nothing is written over, wherever it lies", async (t) => {
  const root = await writeContent(
    t,
    healthy({
      "news/2020/an-old-story.md":
        "title: Old\ndate: 2020-01-01\nlink: https://acme.example/old\ncategories: 'HL7: FHIR'",
    }),
  );
  await assert.rejects(
    create("news", root, "An old story"),
    /'an-old-story' is there already: news\/2020\/an-old-story\.md/,
  );
  await assert.rejects(create("topic", root, "HL7: FHIR"), InputError);
  await create("offering", root, "Twice");
  await assert.rejects(create("offering", root, "twice!"), InputError);
  const results = await Promise.allSettled([1, 2, 3].map(() => create("organization", root, "At once")));
  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  const names = await readdir(join(root, "organizations"));
  assert.deepEqual(names.sort(), ["acme.md", "at-once.md"], "no file is left beside it");
});

test("another name that makes the same address gets a number", async (t) => {
  const root = await writeContent(t, healthy());
  const made: string[] = [];
  for (const name of ["Acme: C++", "Acme: C#", "Acme: C"]) {
    const { file, text } = await create("topic", root, name);
    await writeFile(join(root, file), text.replace("description: # TODO", "description: It is."));
    made.push(file);
  }
  assert.deepEqual(made, ["topics/acme-c.md", "topics/acme-c-2.md", "topics/acme-c-3.md"]);
  await assert.rejects(create("topic", root, "Acme:  c++"), InputError);
  assert.equal((await create("organization", root, "Acmé")).file, "organizations/acme-2.md");
  assert.deepEqual(
    (await checkFolder(root)).diagnostics.filter(({ rule }) => rule === "topic-slug"),
    [],
  );
});

test("names that make no address are refused", async (t) => {
  const root = await writeContent(t, healthy());
  for (const [kind, name] of [
    ["news", "!!!"],
    ["news", " "],
    ["news", "2021"],
    ["news", "Page"],
    ["topic", "FHIR"],
    ["offering", "Status"],
    ["organization", "Con"],
    ["offering", "a\u001B[31mb"],
    ["offering", "a\u202Eb"],
  ] as const) {
    await assert.rejects(create(kind, root, name), InputError, `${kind} ${name}`);
  }
});

/** Asks who offers an offering of that name, and begins its files. */
async function createFor(root: string, name: string, answers: Answers) {
  const { prompter, asked } = scripted(answers);
  const vendor = await promptForVendor(root, prompter);
  const request = { name, contentRoot: root, buildDate: BUILD_DATE, isDryRun: false };
  const entries = vendor ? await createOffering(request, vendor) : [];
  return { asked, vendor, files: entries.map(({ file }) => file), todo: entries.map(({ todo }) => todo) };
}

test("a new offering is offered the file of its organization where there is none", async (t) => {
  const root = await writeContent(t, healthy());
  const { files, todo } = await createFor(root, "Zeta Server", {
    "Who offers it?": " Zeta  & Söhne ",
    "What is it?": "nonprofit",
  });
  assert.deepEqual(files, ["offerings/zeta-server.md", "organizations/zeta-sohne.md"]);
  assert.deepEqual(todo, [["kind", "summary", "homepage"], ["homepage"]]);
  assert.match(
    await readFrom(root, "organizations/zeta-sohne.md"),
    /^name: 'Zeta & Söhne'$[\s\S]*^type: 'nonprofit'$/m,
  );
  const [offering = ""] = files;
  await writeFile(join(root, offering), fillIn(await readFrom(root, offering)).replace("vendor: acme", "vendor: ?"));
  const { diagnostics } = await checkFolder(root);
  assert.deepEqual(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
});

test("an organization that is there is found by its slug and each of its names, and by its file where that has errors", async (t) => {
  const root = await writeContent(
    t,
    healthy({
      "organizations/zeta.md": "name: Zeta\nlegalName: Zeta Holdings, Inc.\nalsoKnownAs: [Omega]\ntype: vendor",
      "organizations/unfinished.md": "name: Unfinished",
    }),
  );
  for (const [index, [answer, slug]] of (
    [
      ["acme", "acme"],
      ["ACME", "acme"],
      ["zeta", "zeta"],
      ["Zeta Holdings Inc", "zeta"],
      ["The Omega", "zeta"],
      ["unfinished", "unfinished"],
    ] as const
  ).entries()) {
    const { asked, vendor } = await createFor(root, `Server ${index}`, { "Who offers it?": answer });
    assert.deepEqual([vendor, asked.length], [{ slug }, 1], answer);
  }
  assert.equal((await readdir(join(root, "organizations"))).length, 3);
});

test("nothing is begun for nobody, and neither file where one of the two cannot be", async (t) => {
  const root = await writeContent(t, healthy());
  assert.equal((await createFor(root, "Zeta", { "Who offers it?": " " })).vendor, undefined);
  assert.equal((await createFor(root, "Zeta", { "Who offers it?": "Zeta", "There is no": false })).vendor, undefined);
  await assert.rejects(createFor(root, "Zeta", { "Who offers it?": "???" }), /No address can be made of '\?\?\?'/);
  await assert.rejects(createFor(root, "Acme Server", { "Who offers it?": "Zeta" }), /'acme-server' is there already/);
  assert.deepEqual(await readdir(join(root, "offerings")), ["acme-server.md"]);
  assert.deepEqual(await readdir(join(root, "organizations")), ["acme.md"]);
});

test("a dry run writes nothing", async (t) => {
  const root = await writeContent(t, healthy());
  await create("offering", root, "Later", true);
  assert.deepEqual(await readdir(join(root, "offerings")), ["acme-server.md"]);
});

test("the command says what was written and what to do next, or why it wrote nothing", async (t) => {
  const root = await writeContent(t, healthy());
  const run = (...args: string[]) => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const env = { PATH, NODE_COMPILE_CACHE, CURALOG_CONTENT: root, CURALOG_BUILD_DATE: BUILD_DATE };
    return spawnSync(process.execPath, ["scripts/new.ts", ...args], { env, encoding: "utf8" });
  };
  const { stdout, status } = run("organization", "Zeta");
  assert.match(
    stdout,
    /zeta\.md is written\n {2}1\. Write what is marked TODO: type, homepage\n {2}2\. .*\n {2}3\. npm run check -- .*zeta\.md\n$/,
  );
  assert.equal(status, 0);
  assert.match(
    run("offering", "Zeta Server").stdout,
    /\n {2}2\. Where its vendor has no file yet: npm run new -- organization "<name of the vendor>"\n/,
  );
  const json = JSON.parse(run("topic", "Zeta: One", "--json", "--dry-run").stdout);
  assert.equal(json.slug, "zeta-one");
  assert.equal(json.isWritten, false);
  assert.equal(run("organization", "Zeta").status, 1);
});

test("a story lies beside those of its year", async (t) => {
  const add = async (files: Files) => (await create("news", await writeContent(t, files), "New")).file;
  assert.equal(await add(healthy()), "news/2026/new.md");
  const byMonth = { "news/2026/01/other.md": healthy()["news/2026/story.md"] ?? "" };
  assert.equal(await add({ ...healthy(), ...byMonth }), "news/2026/11/new.md");
});
