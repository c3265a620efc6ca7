import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { formatDiagnostics } from "./format-diagnostics.ts";
import { parseYamlFile } from "./yaml-file.ts";

const Schema = z.strictObject({
  site: z.strictObject({ name: z.string(), language: z.enum(["en", "de"]).optional() }),
  kinds: z
    .record(z.string(), z.union([z.string(), z.strictObject({ label: z.string() })], "must be a name"))
    .optional(),
});

const parse = (text: string | Uint8Array) =>
  parseYamlFile(typeof text === "string" ? Buffer.from(text) : text, "a.yaml", Schema);

function told(text: string | Uint8Array): string {
  const result = parse(text);
  return result.ok ? JSON.stringify(result.value) : formatDiagnostics(result.diagnostics, 1);
}

test("a file is read with comments, and with a mark of its encoding", () => {
  const value = { site: { name: "A", language: "de" } };
  for (const text of [
    "# Ours\nsite:\n  name: A\n  language: de\n",
    "site: {name: A, language: de}",
    "\uFEFFsite: {name: A, language: de}",
  ]) {
    assert.deepEqual(parse(text), { ok: true, value });
  }
});

test("what is wrong is told with its line, and what may be meant", (t) => {
  t.assert.snapshot([
    told("site:\n  nmae: A\n  language: fr\nkinds:\n  a:\n    lable: A\n"),
    told("site:\n  name:\n  language: de\nother: 1\n"),
    told("site:\n  name: [A]\n"),
    told("site: {name: A}\nkinds:\n  a: A\n  b: 1\n  c: {label: [C]}\n"),
    told("site:\n  name: A: B\n"),
    told("site: {name: A}\n---\nsite: {name: B}\n"),
    told("# Nothing yet\n"),
    told("- site\n"),
    told("site: &a {name: A}\n"),
    told(Buffer.from([0x73, 0xff, 0xfe])),
  ]);
});
