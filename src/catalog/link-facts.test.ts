import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { LINK_FACTS_FILE } from "./file-kind.ts";
import { loadCatalog } from "./load-content.ts";
import { readFacts } from "./read-file.ts";
import { BUILD_DATE, healthy, textOf } from "./testing.ts";

const RECORD = { url: "https://acme.example/story", checked: "2026-11-22", result: "dead", detail: "status 404" };
const DEAD = { ...RECORD, deadOn: ["2026-11-01", "2026-11-10", "2026-11-22"] };

function textWith(...links: object[]): string {
  return JSON.stringify({ source: "npm run links", links });
}

function violations(text: string): string[] {
  const { diagnostics } = readFacts({ file: LINK_FACTS_FILE, bytes: new TextEncoder().encode(text) });
  return diagnostics.map(({ severity, rule, path, message }) => `${severity} ${rule} ${path.join(".")}: ${message}`);
}

test("the catalog knows which links are dead, and since when they were last seen so", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  for (const [file, source] of Object.entries({
    ...healthy(),
    [LINK_FACTS_FILE]: textWith(DEAD, { ...RECORD, url: "https://b.example" }),
  })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), file.endsWith(".md") ? textOf(source) : source);
  }
  const { result, diagnostics } = await loadCatalog({
    contentRoot: root,
    imageRoot: join(root, "no-images"),
    documentRoot: join(root, "no-documents"),
    buildDate: BUILD_DATE,
  });
  assert.deepEqual(diagnostics, []);
  assert.ok(result.ok);
  assert.deepEqual([...result.catalog.deadLinks], [["https://acme.example/story", "2026-11-22"]]);
});

test("a broken file names the field and what to do", () => {
  assert.deepEqual(violations(textWith(DEAD)), []);
  assert.deepEqual(violations("{"), ["error facts : The file is not valid JSON"]);
  assert.deepEqual(violations(textWith({ ...RECORD, result: "gone" })), [
    "error facts links.0.result: The value must be one of: alive, dead, doubtful, unclear",
  ]);
  assert.deepEqual(violations(textWith({ ...RECORD, checked: "2026-13-01" })), [
    "error facts links.0.checked: The value is not a day that exists",
  ]);
  const { diagnostics } = readFacts({ file: LINK_FACTS_FILE, bytes: new Uint8Array([0xff]) });
  assert.match(diagnostics[0]?.fix ?? "", /npm run links/);
});
