/** What docs/editing.md shows is what happens: each command that stands there is run, and prints what stands below it. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type TestContext, test } from "node:test";
import { item, startFake, TOKEN } from "../../src/importers/openproject/testing.ts";
import { writeCorpus } from "../incremental/corpus.ts";

const project = resolve(import.meta.dirname, "../..");
const docs = readFileSync(join(project, "docs/editing.md"), "utf8");
const [, path = ""] = /the story is at `([^`]+)`/.exec(docs) ?? [];
/** The commands with what they print, in the order of the page. */
const examples = [...docs.matchAll(/```sh\n(.*?)```.*?```\n(.*?)```/gs)].map(([, commands = "", rendered = ""]) => ({
  commands,
  rendered,
}));

/** The only example whose commands begin like this, from the `from`th on. */
function exampleOf(start: string, from = 0) {
  const example = examples.slice(from).find(({ commands }) => commands.startsWith(start));
  assert.ok(example, `docs/editing.md shows ${start}`);
  return example;
}

/** A copy of a content folder, and commands that run on it. */
function createSandbox(t: TestContext, content = "tests/fixtures/healthy") {
  const folder = mkdtempSync(join(tmpdir(), "curalog-editing-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(project, content), join(folder, "content"), { recursive: true });
  const env = {
    ...process.env,
    CURALOG_CONTENT: join(folder, "content"),
    CURALOG_DIST: join(folder, "dist"),
    CURALOG_BUILD_DATE: "2026-11-22",
    OPENPROJECT_TOKEN: TOKEN,
  };
  const run = (script: string, args: readonly string[] = [], settings: NodeJS.ProcessEnv = {}) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const command = [join(project, "scripts", `${script}.ts`), ...args];
      const child = execFile(
        process.execPath,
        command,
        { cwd: project, env: { ...env, ...settings } },
        (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }),
      );
    });
  /** Runs what the page shows: `npm run a:b -- c` is the script `a-b`. */
  const runShown = (command: string) => {
    const [, name = "", args = ""] = /^npm run (\S+) -- (.+)\n$/.exec(command) ?? [];
    return run(name.replace(":", "-"), args.split(" "));
  };
  const file = (name: string) => join(folder, "content", name);
  const read = (name: string) => readFileSync(file(name), "utf8");
  const write = (name: string, text: string) => writeFileSync(file(name), text);
  return { folder, run, runShown, read, write };
}

test("two commands lead from a saved article to a green check and a page", async (t) => {
  const { folder, run, runShown } = createSandbox(t, "content");
  const { commands, rendered } = exampleOf("npm run curate");
  const [, curate = "", start = ""] = /^(npm run curate -- .+\n)npm (start)\n$/.exec(commands) ?? [];
  assert.equal(start, "start", "docs/editing.md shows the two commands");

  const curated = await runShown(curate);
  assert.equal(curated.code, 0, curated.err);
  assert.equal(curated.out, rendered);

  const again = exampleOf("npm run curate", 1);
  assert.deepEqual(await runShown(again.commands), { code: 1, out: "", err: again.rendered });

  const checked = await run("check");
  assert.equal(checked.code, 0, checked.out);
  assert.match(checked.out, /: 0 errors/);

  // Of the story and what it refers to: other tests build the whole content.
  const [, file = ""] = /^Written: (\S+)$/m.exec(rendered) ?? [];
  const corpus = join(folder, "corpus");
  writeCorpus(corpus, { news: 0, offerings: 0 }, { content: join(folder, "content"), more: [file] });
  const built = await run("build", [], { CURALOG_CONTENT: corpus });
  assert.equal(built.code, 0, built.err);
  const page = join(folder, "dist", path, "index.html");
  assert.ok(existsSync(page), `no page at ${path}`);
  assert.match(readFileSync(page, "utf8"), /<title>Hospital opens its appointment book to apps/);
});

test("--fix mends the file that is shown, and leaves the rest", async (t) => {
  const { run, runShown, read, write } = createSandbox(t);
  const [, name = "", text = ""] = /`content\/([^`]+)`:\n\n```yaml\n(.*?)```/s.exec(docs) ?? [];
  write(name, text);
  const { commands, rendered } = exampleOf("npm run check");
  const fixed = await runShown(commands);
  assert.deepEqual(fixed, { code: 0, out: rendered, err: "" });
  assert.equal(read(name), text.replace("HL7: FHR", "HL7: FHIR").replace("sumary", "summary"));
  assert.doesNotMatch((await run("check", [name, "--fix"])).out, /fixed/);
});

test("a rename says what it would change", async (t) => {
  const { runShown } = createSandbox(t);
  const { commands, rendered } = exampleOf("npm run rename");
  assert.deepEqual(await runShown(commands), { code: 0, out: rendered, err: "" });
});

test("an import leaves a conflict to a person", async (t) => {
  const { run, runShown, read, write } = createSandbox(t);
  const fake = await startFake(t);
  const shown = (command: string) => command.replace("https://projects.example.org", fake.url);
  const link = "https://acme.example/appointment-book";
  const story = {
    subject: "Hospital opens its appointment book",
    raw: "Patients can book online.",
    custom: { "Source URL": link, "Clean URL": link, "Medigy Topics": [{ title: "HL7: FHIR" }] },
  };
  fake.packages = [item(9000, story)];
  const first = await run("import-openproject", ["--url", fake.url, "--project", "12"]);
  assert.equal(first.code, 0, first.out + first.err);
  const [file = ""] = /news\/\S+\.md/.exec(first.out) ?? [];
  write(file, read(file).replace(/^title: .*$/m, "title: A hospital's appointment book is open"));
  const updatedAt = "2024-05-20T08:51:20.396Z";
  const changed = { subject: "Hospital opens its book to apps", raw: "Patients can book from any app.", updatedAt };
  fake.packages = [item(9000, { ...story, ...changed })];

  const conflict = exampleOf("npm run import:openproject");
  assert.deepEqual(await runShown(shown(conflict.commands)), { code: 1, out: conflict.rendered, err: "" });
  assert.match(read(file), /^title: A hospital's appointment book is open$/m);
  assert.match(read(file), /Patients can book from any app\.\n$/);
  const settled = exampleOf("npm run import:openproject", examples.indexOf(conflict) + 1);
  assert.deepEqual(await runShown(shown(settled.commands)), { code: 0, out: settled.rendered, err: "" });
  assert.match(read(file), /^title: A hospital's appointment book is open$/m);
});

test("links tells which are dead and which fail", async (t) => {
  const { run, runShown, read, write } = createSandbox(t);
  const record = (url: string, detail: string, ...deadOn: string[]) => {
    const checked = deadOn.at(-1) ?? "";
    return { url, checked, result: "dead", detail, deadOn };
  };
  write(
    "news/2026/acme-appointment-book.md",
    read("news/2026/a-healthy-story.md")
      .replace(/^id: .*\naliases: .*\n/m, "")
      .replace(/^title: .*/m, "title: The appointment book is open")
      .replace("a-healthy-story", "appointment-book"),
  );
  const links = [
    record("https://acme.example/a-healthy-story", "status 404", "2026-11-02", "2026-11-09", "2026-11-16"),
    record("https://acme.example/appointment-book", "status 410", "2026-11-16"),
  ];
  write("facts/links.json", JSON.stringify({ source: "npm run links", links }));
  const { commands, rendered } = exampleOf("npm run links");
  assert.deepEqual(await runShown(commands), { code: 0, out: rendered, err: "" });
  assert.match((await run("report")).out, /^Dead links: 1\./);
});

test("the page has no example that is not run", () => {
  assert.equal(examples.length, 8);
});

test("the digest of a week is written for those who send it by hand", async (t) => {
  const { folder, run } = createSandbox(t);
  const { commands, rendered } = exampleOf("npm run digest");
  const [, week = "", out = ""] = /^npm run digest -- --week (\S+) --out (\S+)\n$/.exec(commands) ?? [];
  const written = await run("digest", ["--week", week, "--out", join(folder, out)]);
  assert.equal(written.code, 0, written.err);
  assert.equal(written.out.replaceAll(join(relative(project, folder), out), out), rendered);
});
