import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";

// The rules are tried on files of their own, in a folder that has this project's configuration and nothing else.
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "curalog-lint-"));
  await cp(resolve("biome.json"), join(folder, "biome.json"));
  await cp(resolve("biome"), join(folder, "biome"), { recursive: true });
});

after(() => rm(folder, { recursive: true }));

/** Lints each file by itself; the names of the rules that each breaks, by its number. */
async function lint(files: readonly (readonly [path: string, code: string])[]): Promise<string[][]> {
  return Promise.all(
    files.map(async ([path, code], index) => {
      const name = path.includes("/x.ts") ? path.replace("/x.ts", `/x${index}.ts`) : path;
      await mkdir(join(folder, dirname(name)), { recursive: true });
      await writeFile(join(folder, name), code);
      const { stdout } = spawnSync("biome", ["lint", "--vcs-enabled=false", "--reporter=json", name], {
        cwd: folder,
        encoding: "utf8",
      });
      const report: { diagnostics: { category: string }[] } = JSON.parse(stdout);
      return [...new Set(report.diagnostics.map(({ category }) => category.split("/").at(-1) ?? ""))];
    }),
  );
}

const forbidden = [
  ["src/lib/x.ts", "../vocab/licence.ts"],
  ["src/vocab/x.ts", "../schemas/news.ts"],
  ["src/ingest/x.ts", "../schemas/news.ts"],
  ["src/schemas/x.ts", "../ingest/issue.ts"],
  ["src/catalog/x.ts", "../views/urls.ts"],
  ["src/catalog/rules/x.ts", "../../views/urls.ts"],
  ["src/views/x.ts", "../outputs/open-search.ts"],
  ["src/views/x.ts", "../ingest/read-body.ts"],
  ["src/outputs/x.ts", "../components/news/StoryList.astro"],
  ["src/search/x.ts", "../catalog/graph.ts"],
  ["src/search/x.ts", "../outputs/open-search.ts"],
  ["src/components/news/x.ts", "../../catalog/graph.ts"],
  ["src/layouts/x.ts", "../catalog/get-catalog.ts"],
  ["src/desk/x.ts", "../components/site/Header.astro"],
  ["src/print/x.ts", "../desk/progress.ts"],
  ["src/catalog/get-catalog.ts", "astro:content"],
] as const;

const allowed = [
  ["src/schemas/x.ts", "../vocab/licence.ts"],
  ["src/catalog/x.ts", "../schemas/news.ts"],
  ["src/views/x.ts", "../catalog/graph.ts"],
  ["src/search/x.ts", "../outputs/search-record.ts"],
  ["src/components/news/x.ts", "../../views/parts.ts"],
  ["src/pages/x.ts", "../catalog/get-catalog.ts"],
  ["src/print/x.ts", "../views/urls.ts"],
] as const;

const reExport = ([path, specifier]: readonly [string, string]) => [path, `export * from "${specifier}";\n`] as const;

test("an import against the direction of the data breaks the lint", async () => {
  const found = await lint(forbidden.map(reExport));
  assert.deepEqual(
    found,
    forbidden.map(() => ["noRestrictedImports"]),
  );
});

test("an import along the direction of the data does not", async () => {
  const found = await lint(allowed.map(reExport));
  assert.deepEqual(
    found,
    allowed.map(() => []),
  );
});

test("the clock is read in one place, and where time is measured", async () => {
  const clocks = ["new Date()", "Date.now()", "performance.now()"].map((clock) => `export const now = ${clock};\n`);
  assert.deepEqual(
    await lint(clocks.map((code) => ["src/views/x.ts", code])),
    clocks.map(() => ["plugin"]),
  );
  for (const code of clocks) assert.deepEqual(await lint([["src/site.config.ts", code]]), [[]]);
  for (const code of clocks) assert.deepEqual(await lint([["bench/x.ts", code]]), [[]]);
});
