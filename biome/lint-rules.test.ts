import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { after, before, test } from "node:test";
import { buildLayerRules, forbiddenIn, layers } from "./layers.ts";

// The rules are tried on files of their own, in a folder that has this project's configuration and nothing else.
let folder = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "curalog-lint-"));
  await cp(resolve("biome.json"), join(folder, "biome.json"));
  await cp(resolve("biome"), join(folder, "biome"), { recursive: true });
});

after(() => rm(folder, { recursive: true }));

/** Lints files in one run; the names of the rules that each breaks, in the order of the files. */
async function lint(files: readonly (readonly [path: string, code: string])[]): Promise<string[][]> {
  await rm(join(folder, "src"), { recursive: true, force: true });
  for (const [path, code] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), code);
  }
  const { stdout } = spawnSync(
    "biome",
    ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", ...files.map(([path]) => path)],
    { cwd: folder, encoding: "utf8", maxBuffer: 16 * 2 ** 20 },
  );
  const report: { diagnostics: { category: string; location: { path: string } }[] } = JSON.parse(stdout);
  return files.map(([path]) => {
    const broken = report.diagnostics.filter(({ location }) => location.path === path);
    return [...new Set(broken.map(({ category }) => category.split("/").at(-1) ?? ""))];
  });
}

const reExport = (from: string, to: string) =>
  `export * from "${relative(from, to.endsWith(".ts") ? to : `${to}/x.ts`)}";\n`;

test("each layer is refused what the table does not allow it, and nothing else", async () => {
  const names = Object.keys(layers);
  const folders = names.filter((name) => !name.endsWith(".ts"));
  const pairs = folders.flatMap((from) => names.filter((to) => to !== from).map((to) => ({ from, to })));
  const found = await lint(pairs.map(({ from, to }, index) => [`src/${from}/x${index}.ts`, reExport(from, to)]));
  const isRefused = (index: number) => found[index]?.includes("noRestrictedImports") ?? false;
  assert.deepEqual(
    pairs.filter(({ from, to }, index) => isRefused(index) === (layers[from]?.includes(to) ?? false)),
    [],
  );
  assert.ok(pairs.length > 300, `${pairs.length} pairs were tried`);
});

test("every folder of src is in the table, and code for browsers may not import from Node", () => {
  const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = new Set(Object.keys(layers).map((layer) => layer.split("/")[0]));
  assert.deepEqual(
    folders.map(({ name }) => name).filter((name) => !named.has(name) && name !== "styles"),
    [],
  );
  for (const layer of ["offline", "search/engine", "search/ui"]) assert.ok(forbiddenIn(layer).includes("node:*"));
});

test("the committed rules are those of the table; `npm run docs` writes them", () => {
  assert.deepEqual(JSON.parse(readFileSync("biome/layers.json", "utf8")), buildLayerRules());
});

test("the clock is read in one place, and where time is measured", async () => {
  const clocks = ["new Date()", "Date.now()", "performance.now()"].map((clock) => `export const now = ${clock};\n`);
  const lintAll = (file: (index: number) => string) => lint(clocks.map((code, index) => [file(index), code]));
  assert.deepEqual(
    await lintAll((index) => `src/views/x${index}.ts`),
    clocks.map(() => ["plugin"]),
  );
  assert.deepEqual(
    await lintAll((index) => `bench/x${index}.ts`),
    clocks.map(() => []),
  );
  assert.deepEqual(await lint([["src/config/config.ts", clocks[0] ?? ""]]), [[]]);
});
