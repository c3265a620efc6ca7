import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

test("every file and folder that the architecture names exists", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  const named = [...text.matchAll(/`((?:src|biome|tests|scripts)\/[^`<*]*?)`/g)].map(([, path = ""]) => path);
  const inSource = [
    ...text.matchAll(
      /`((?:ingest|schemas|catalog|views|outputs|search|layouts|components|builder|lib|pages)\/[^`<*]+?)`/g,
    ),
  ];
  const paths = [...named, ...inSource.map(([, path = ""]) => `src/${path}`)];
  assert.deepEqual(
    paths.filter((path) => !existsSync(path)),
    [],
  );
  assert.ok(paths.length > 40, `${paths.length} paths were looked up`);
});
