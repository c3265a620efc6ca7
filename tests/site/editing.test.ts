/** What docs/editing.md shows is what happens: a saved article becomes a checked file and a page, by the commands that stand there. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";

const project = resolve(import.meta.dirname, "../..");
const docs = readFileSync(join(project, "docs/editing.md"), "utf8");
const [, commands = "", printed = ""] = /```sh\n(.*?)```.*?```\n(.*?)```/s.exec(docs) ?? [];
const [, path = ""] = /the story is at `([^`]+)`/.exec(docs) ?? [];

let workshop = "";

before(() => {
  workshop = mkdtempSync(join(tmpdir(), "curalog-editing-"));
  cpSync(join(project, "content"), join(workshop, "content"), { recursive: true });
});

after(() => {
  rmSync(workshop, { recursive: true, force: true });
});

function run(script: string, args: readonly string[] = []) {
  const env = {
    ...process.env,
    CURALOG_CONTENT: join(workshop, "content"),
    CURALOG_DIST: join(workshop, "dist"),
    CURALOG_BUILD_DATE: "2026-11-22",
  };
  return spawnSync(process.execPath, [join("scripts", script), ...args], { cwd: project, env, encoding: "utf8" });
}

test("two commands lead from a saved article to a green check and a page", () => {
  const [, curate = "", start = ""] = /^npm run curate -- (.+)\nnpm (start)\n$/.exec(commands) ?? [];
  assert.equal(start, "start", "docs/editing.md shows the two commands");

  const curated = run("curate.ts", curate.split(" "));
  assert.equal(curated.status, 0, curated.stderr);
  assert.equal(curated.stdout, printed);

  const checked = run("check.ts");
  assert.equal(checked.status, 0, checked.stdout);
  assert.match(checked.stdout, /: 0 errors/);

  const built = run("build.ts");
  assert.equal(built.status, 0, built.stderr);
  const page = join(workshop, "dist", path, "index.html");
  assert.ok(existsSync(page), `no page at ${path}`);
  assert.match(readFileSync(page, "utf8"), /<title>Hospital opens its appointment book to apps/);
});
