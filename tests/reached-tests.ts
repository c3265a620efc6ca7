/** The unit tests that a change can reach, by the imports between files. */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** After a change of one of these any test may end otherwise. */
const OF_ALL = /^(package(-lock)?\.json|tsconfig\.json|astro\.config\.mjs|tests\/seed\.ts)$/;
const SOURCES = "{src,scripts,bench,biome,tests}/**/*.ts";
const IMPORT = /\b(?:from|import\(?)\s*"(\.[^"]+)"/g;

/** Files that are not as they are where this branch left `main`, new ones included. */
export function listChanged(git: (...args: string[]) => string): string[] {
  const base = ["main", "origin/main"].find((name) => {
    try {
      return git("rev-parse", "--verify", "--quiet", name) !== "";
    } catch {
      // A clone may have fetched another branch alone.
      return false;
    }
  });
  const edited = git("diff", "--name-only", "--no-renames", ...(base ? ["--merge-base", base] : ["HEAD"]));
  return `${edited}${git("ls-files", "--others", "--exclude-standard")}`.split("\n").filter((file) => file !== "");
}

/** Paths of tests, sorted. A file that is no module is taken to be read by whoever has its name in a text. */
export function findTests(root: string, changed: readonly string[]): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const patterns = [...scripts["test:unit"].matchAll(/"([^"]+)"/g)].map(([, pattern = ""]) => pattern);
  const tests = new Set(globSync(patterns, { cwd: root }));
  if (changed.some((file) => OF_ALL.test(file))) return [...tests].sort();

  const texts = new Map(globSync(SOURCES, { cwd: root }).map((file) => [file, readFileSync(join(root, file), "utf8")]));
  const importers = new Map<string, string[]>();
  for (const [file, text] of texts)
    for (const [, path = ""] of text.matchAll(IMPORT)) {
      const imported = join(dirname(file), path);
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }

  const reached = new Set(changed);
  for (const file of changed.filter((one) => !one.endsWith(".ts")))
    for (const [reader, text] of texts) if (text.includes(basename(file))) reached.add(reader);
  // What is added to a set while it is walked is walked too.
  for (const file of reached) {
    reached.add(file.replace(/\.snapshot$/, ""));
    for (const importer of importers.get(file) ?? []) reached.add(importer);
  }
  return [...tests].filter((test) => reached.has(test)).sort();
}
