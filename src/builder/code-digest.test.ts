import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, test } from "node:test";
import { digestOfSiteCode } from "./code-digest.ts";

let project = "";

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
};

beforeEach((t) => {
  project = mkdtempSync(join(tmpdir(), "curalog-code-"));
  if ("after" in t) t.after(() => rmSync(project, { recursive: true, force: true }));
  write("src/views/page.ts", "export {}");
  write("node_modules/astro/package.json", '{"version":"1.0.0"}');
  write("node_modules/@scope/one/package.json", '{"version":"1.0.0"}');
  mkdirSync(join(project, "node_modules/.bin"));
});

const digest = (environment: NodeJS.ProcessEnv = {}) => digestOfSiteCode(project, environment);

for (const [what, file] of Object.entries({
  "a source": "src/views/page.ts",
  "a new source": "src/pages/new.astro",
  "the configuration": "astro.config.mjs",
  "a package": "node_modules/astro/package.json",
  "a package with a scope": "node_modules/@scope/one/package.json",
  "a package inside a package": "node_modules/.package-lock.json",
})) {
  test(`${what} changes the digest`, () => {
    const before = digest();
    write(file, '{"version":"1.0.1"}');
    assert.notEqual(digest(), before);
  });
}

test("settings change it, but not those that are looked at elsewhere", () => {
  assert.notEqual(digest({ CURALOG_URL: "https://a.example/" }), digest());
  assert.equal(digest({ CURALOG_CONTENT: "elsewhere", CURALOG_BUILD_DATE: "2026-01-01", HOME: "/" }), digest());
});

test("tests and content do not", () => {
  const before = digest();
  write("src/views/page.test.ts", "");
  write("src/views/page.test.ts.snapshot", "");
  write("content/news/2026/a.md", "");
  assert.equal(digest(), before);
});
