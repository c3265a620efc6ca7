import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A copy of the healthy content, and commands that run on it. */
async function createWorkspace(t: TestContext) {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  await cp("tests/fixtures/healthy", root, { recursive: true });
  const env = { ...process.env, CURALOG_CONTENT: root, CURALOG_BUILD_DATE: "2026-11-22" };
  const run = (script: string, ...args: string[]) =>
    new Promise<Ended>((resolve) => {
      execFile(process.execPath, [`scripts/${script}.ts`, ...args], { env }, (error, out, err) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
      });
    });
  return { root, run };
}

test("rename moves, and says on a second call that there is nothing to do", async (t) => {
  const { root, run } = await createWorkspace(t);
  const dry = await run("rename", "offering/acme-server", "acme-fhir", "--dry-run", "--json");
  assert.deepEqual([dry.code, JSON.parse(dry.out).movedTo], [0, "offerings/acme-fhir.md"]);
  const { code, out } = await run("rename", "offering/acme-server", "acme-fhir");
  assert.deepEqual([code, out.split("\n")[0]], [0, "offerings/acme-server.md -> offerings/acme-fhir.md"]);
  assert.deepEqual(await readdir(join(root, "offerings")), ["acme-fhir.md"]);
  assert.match((await run("rename", "offering/acme-server", "acme-fhir")).out, /^Nothing to do/);
});

test("a refusal has the exit code 1 and its reasons, a wrong command line 2 and the usage", async (t) => {
  const { run } = await createWorkspace(t);
  const refused = await run("rename", "offering/acme-server", "kind");
  assert.deepEqual([refused.code, refused.out], [1, ""]);
  assert.match(refused.err, /^Nothing was renamed:\n {2}'kind' is the address of a page of the site itself\n$/);
  for (const [script, ...args] of [
    ["rename", "x"],
    ["merge-topic", "x"],
    ["links", "--limit", "few"],
    ["report", "a", "b"],
    ["new"],
    ["new", "story", "x"],
    ["new", "news"],
    ["new", "news", "two", "words"],
  ] as const) {
    const { code, err } = await runHere(t, script, ...args);
    assert.equal(code, 2, `${script} ${args.join(" ")}`);
    assert.match(err, new RegExp(`\\n\\nnpm run ${script} --`));
  }
});

test("topics lists all names, or those that have the words", async (t) => {
  const { root, run } = await createWorkspace(t);
  const { code, out } = await run("topics", "fhir", "--json");
  assert.deepEqual([code, JSON.parse(out).topics.map(({ name }: { name: string }) => name)], [0, ["HL7: FHIR"]]);
  assert.match((await run("topics")).out, /^HL7: FHIR {2}\d+ stor(?:y|ies)$/m);
  const none = await run("topics", "quarks");
  assert.deepEqual([none.code, none.err], [1, "No topic has the words 'quarks'.\n"]);
  await writeFile(join(root, "topics", "hl7-v2.md"), "---\nname: 'HL7: V2'\ndescription: # TODO\n---\n");
  const beside = await run("topics");
  assert.deepEqual([beside.code, beside.err], [0, ""]);
  assert.match(beside.out, /^HL7: FHIR {2}1 story\n\nLeft out, [^\n]* topics\/hl7-v2\.md\n$/);
});

test("links tells what it would check without asking anybody", async (t) => {
  const { root, run } = await createWorkspace(t);
  const { code, out } = await run("links", "--dry-run", "--json");
  const report = JSON.parse(out);
  assert.deepEqual([code, report.isDryRun, report.due.length], [0, true, report.total]);
  assert.ok(!(await readdir(join(root, "facts"))).includes("links.json"));
});

test("report shows a list, and writes its page only where it is told to and never into the site", async (t) => {
  const { root, run } = await createWorkspace(t);
  assert.match((await run("report")).out, /items?\n$/);
  const file = join(root, "page.html");
  assert.equal((await run("report", "--html", file)).code, 0);
  const page = await readFile(file, "utf8");
  assert.match(page, /<a href="vscode:\/\/file\/[^"]+\.md">/);
  assert.match(page, /--paper: light-dark\(/);
  assert.equal((await run("report", "--html", "dist/report.html")).code, 2);
});

test("digest writes a week to send by hand, and says which weeks there are", async (t) => {
  const { root, run } = await createWorkspace(t);
  const out = join(root, "out");
  const { code, out: text } = await run("digest", "--week", "2026-w01", "--out", out);
  assert.deepEqual([code, text.split("\n")[0]], [0, "Digest of 29 December 2025 to 4 January 2026: 1 story"]);
  assert.deepEqual((await readdir(out)).sort(), ["index.md", "mail.html", "mail.txt"]);
  assert.match(await readFile(join(out, "mail.html"), "utf8"), />A story about a healthy story<\/a>/);
  assert.match(await readFile(join(out, "index.md"), "utf8"), /^# Digest of 29 December 2025 to 4 January 2026$/m);
  assert.equal(JSON.parse((await run("digest", "--out", out, "--json")).out).week, "2026-w01");
  const none = await run("digest", "--week", "2026-w02", "--out", out);
  assert.deepEqual([none.code, none.err], [1, "There is nothing of 2026-w02. There are digests of 2026-w01.\n"]);
  assert.equal((await run("digest", "--week", "2026-w01", "--out", "dist/mails")).code, 2);
  assert.equal((await run("digest", "--week", "47")).code, 2);
});

const COMMANDS =
  "curate new check rename merge-topic links report digest import:openproject import:onc import:interface eval:curate".split(
    " ",
  );

/** Runs a command in this process: for twenty command lines that end before anything is done, processes take long. */
async function runHere(t: TestContext, script: string, ...args: string[]): Promise<Ended> {
  const { argv } = process;
  const log = t.mock.method(console, "log", () => {});
  const error = t.mock.method(console, "error", () => {});
  try {
    process.argv = [...argv.slice(0, 2), ...args];
    // With a query it is another module each time, which runs anew.
    await import(`./${script}.ts?${encodeURIComponent(args.join(" "))}`);
    const textOf = ({ mock }: typeof log) => mock.calls.map(({ arguments: [line] }) => `${line}\n`).join("");
    return { code: Number(process.exitCode ?? 0), out: textOf(log), err: textOf(error) };
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    log.mock.restore();
    error.mock.restore();
  }
}

test("every command explains itself in plain text, is an npm script, and stands in the README", async (t) => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const readme = await readFile("README.md", "utf8");
  for (const command of COMMANDS) {
    const script = command.replace(":", "-");
    assert.equal(scripts[command], `node --import ./scripts/compile-cache.js scripts/${script}.ts`);
    assert.ok(readme.includes(`| \`npm run ${command}`), `README: ${command}`);
    const help = await runHere(t, script, "--help");
    assert.deepEqual([help.code, help.err], [0, ""], command);
    assert.ok(help.out.startsWith(`npm run ${command} --`), command);
    assert.match(help.out, /\n {2}--json +\S.*\n {2}--help +\S/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with it.
    assert.doesNotMatch(help.out, /\u001B/);
    const { code, out, err } = await runHere(t, script, "--no-such-option");
    assert.deepEqual([code, out], [2, ""], command);
    assert.match(err, /^Unknown option '--no-such-option'/);
  }
});

test("a document of an interface was not there on a day to come", async (t) => {
  const { code, err } = await runHere(t, "import-interface", "acme-server", "saved.json", "--seen", "2999-01-01");
  assert.equal(code, 2);
  assert.match(err, /^--seen must not be later than today, \d{4}-\d\d-\d\d\.\n/);
});
