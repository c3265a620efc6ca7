import assert from "node:assert/strict";
import { test } from "node:test";
import { type Diagnostic, fieldName } from "./diagnostic.ts";
import { formatDiagnostics, formatSummary } from "./format-diagnostics.ts";
import { locateDiagnostics } from "./locate-diagnostics.ts";

const diagnostic = (file: string, path: Diagnostic["path"], more: Partial<Diagnostic> = {}): Diagnostic => ({
  severity: "error",
  rule: "some-rule",
  file,
  path,
  message: "It is wrong",
  fix: "Mend it",
  ...more,
});

test("fieldName spells a path as editors do", () => {
  assert.equal(fieldName(["relatedOfferings", 0, "label"]), "relatedOfferings[0].label");
  assert.equal(fieldName([]), "");
});

test("diagnostics are sorted by file and line, and each file is read once", async () => {
  const read: string[] = [];
  const diagnostics = await locateDiagnostics(
    [
      diagnostic("b.md", ["b"]),
      diagnostic("b.md", ["a"]),
      diagnostic("b.md", ["a"], { rule: "another-rule" }),
      diagnostic("a.md", [], { at: { line: 9, column: 2 } }),
      diagnostic("gone.md", ["a"]),
    ],
    async (file) => {
      read.push(file);
      return file === "b.md" ? "---\na: 1\nb: 2\n---\n" : undefined;
    },
  );
  assert.deepEqual(
    diagnostics.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
    [
      "a.md:9:2 some-rule",
      "b.md:2:4 another-rule",
      "b.md:2:4 some-rule",
      "b.md:3:4 some-rule",
      "gone.md:1:1 some-rule",
    ],
  );
  assert.deepEqual(read, ["b.md", "gone.md"]);
});

test("a report names the place, the field, the fault and the fix, and counts", async () => {
  const diagnostics = await locateDiagnostics(
    [diagnostic("a.md", ["b", 1]), diagnostic("a.md", [], { severity: "warning", at: { line: 1, column: 1 } })],
    async () => "---\nb: [1, 2]\n---\n",
  );
  assert.equal(
    formatDiagnostics(diagnostics, 2),
    [
      "a.md",
      "  1:1  warning  It is wrong. Mend it.  [some-rule]",
      "  2:8  error  b[1]: It is wrong. Mend it.  [some-rule]",
      "",
      "2 files checked: 1 error, 1 warning",
    ].join("\n"),
  );
  assert.equal(formatSummary([], 1234), "1,234 files checked: 0 errors, 0 warnings");
});
