import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, test } from "node:test";
import { layers } from "../../biome/layers.ts";
import { COMPILED, digestSiteCode } from "./code-digest.ts";

let project = "";

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
};

describe("the digest of the code", () => {
  beforeEach((t) => {
    project = mkdtempSync(join(tmpdir(), "curalog-code-"));
    if ("after" in t) t.after(() => rmSync(project, { recursive: true, force: true }));
    for (const path of COMPILED) write(path.endsWith(".ts") ? `src/${path}` : `src/${path}/one.ts`, "export {}");
    write("src/authoring/new.ts", "export {}");
    write("node_modules/astro/package.json", '{"version":"1.0.0"}');
    write("node_modules/@scope/one/package.json", '{"version":"1.0.0"}');
    mkdirSync(join(project, "node_modules/.bin"));
  });

  const digest = (environment: NodeJS.ProcessEnv = {}) => digestSiteCode(project, environment).compiled;

  for (const [what, file] of Object.entries({
    "a source": "src/views/one.ts",
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

  test("what pages cannot import changes the digest of all code alone", () => {
    const { all, compiled, environment } = digestSiteCode(project, {});
    write("src/authoring/new.ts", "export const one = 1;");
    const now = digestSiteCode(project, {});
    assert.notEqual(now.all, all);
    assert.deepEqual([now.compiled, now.environment], [compiled, environment]);
  });

  test("what is compiled is what pages may import, by the table of layers", () => {
    const reached = new Set<string>(["pages"]);
    for (const layer of reached) for (const other of layers[layer] ?? []) reached.add(other);
    const folders = new Set([...reached].map((layer) => layer.split("/")[0] ?? ""));
    assert.deepEqual([...folders, "builder/report-errors.ts", "builder/site-entry.ts"].sort(), [...COMPILED]);
  });

  test("tests and content do not", () => {
    const before = digest();
    write("src/views/page.test.ts", "");
    write("src/views/page.test.ts.snapshot", "");
    write("content/news/2026/a.md", "");
    assert.equal(digest(), before);
  });
});
