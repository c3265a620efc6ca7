import assert from "node:assert/strict";
import { test } from "node:test";
import { type Finding, fieldName } from "./diagnostic.ts";
import { toIssues } from "./locate.ts";
import { formatIssues, formatSummary } from "./format-diagnostics.ts";

const finding = (file: string, path: Finding["path"], more: Partial<Finding> = {}): Finding => ({
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

test("issues are sorted by file and line, and each file is read once", async () => {
  const read: string[] = [];
  const issues = await toIssues(
    [
      finding("b.md", ["b"]),
      finding("b.md", ["a"]),
      finding("b.md", ["a"], { rule: "another-rule" }),
      finding("a.md", [], { at: { line: 9, column: 2 } }),
      finding("gone.md", ["a"]),
    ],
    async (file) => {
      read.push(file);
      return file === "b.md" ? "---\na: 1\nb: 2\n---\n" : undefined;
    },
  );
  assert.deepEqual(
    issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
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
  const issues = await toIssues(
    [finding("a.md", ["b", 1]), finding("a.md", [], { severity: "warning", at: { line: 1, column: 1 } })],
    async () => "---\nb: [1, 2]\n---\n",
  );
  assert.equal(
    formatIssues(issues, 2),
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
