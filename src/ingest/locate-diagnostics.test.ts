import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dump } from "js-yaml";
import { type FieldPath, positionAt } from "./diagnostic.ts";
import { toLocator } from "./locate-diagnostics.ts";
import { dataOf, documents } from "./testing.ts";

const locateField = (text: string, path: FieldPath, onKey?: boolean) => toLocator(text)(path, onKey);

test("a piece of the body is found there, and not in the fields", () => {
  const locate = toLocator("---\r\ntitle: /x/\r\n---\r\nOne\r\n[two](/x/)\r\n");
  assert.deepEqual(locate([], false, "/x/"), { line: 5, column: 7 });
  assert.deepEqual(locate([], false, "/nothing/"), { line: 4, column: 1 });
});

test("a locator points at the line where the key stands", () => {
  fc.assert(
    fc.property(documents, fc.constantFrom("\n", "\r\n"), (data, end) => {
      const yaml = dump(data, { lineWidth: -1 });
      const text = `---\n${yaml}---\nBody`.replaceAll("\n", end);
      const lines = text.split(end);
      // Each top-level field begins a line that is neither indented nor an item of a list.
      const starts = lines
        .slice(1, -2)
        .flatMap((line, index) => (/^(?:[^\s-]|-(?! |$))/.test(line) ? [index + 2] : []));
      const fields = Object.keys(data);
      assert.equal(starts.length, fields.length);
      for (const [index, key] of Object.keys(dataOf(text)).entries()) {
        const { line, column } = locateField(text, [key], true);
        assert.equal(line, starts[index]);
        assert.ok(column <= 2);
        const value = data[key];
        if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
        const inner = Object.keys(value).map((name) => locateField(text, [key, name], true).line);
        assert.ok(inner.every((at) => at > line && at < (starts[index + 1] ?? lines.length)));
        assert.deepEqual(
          inner,
          inner.toSorted((a, b) => a - b),
        );
      }
    }),
  );
});

test("a locator finds values, list items and the nearest parent", () => {
  const text =
    "---\ntitle: 'a'\nlink:\n  href: x\ntopics:\n  -\n  - ''\n  - one\n  - null\n  - two\nbroader: {name: [1, 2]}\n---\n";
  const at = (...path: (string | number)[]) => {
    const { line, column } = locateField(text, path);
    return `${line}:${column}`;
  };
  assert.equal(at("title"), "2:9");
  assert.equal(at("link", "href"), "4:9");
  assert.equal(at("link", "brand"), "4:3");
  assert.equal(at("topics", 0), "8:5", "blank items do not count, as in the schemas");
  assert.equal(at("topics", 1), "10:5");
  assert.equal(at("broader", "name", 1), "11:21");
  assert.equal(at("nothing"), "1:1");
  assert.equal(at(), "1:1");
});

test("a locator answers for any text", () => {
  for (const text of ["", "a", "---", "---\n", "---\n---", "---\na: [\n---\n", "---js\na\n---"]) {
    assert.deepEqual(locateField(text, ["a"]), { line: 1, column: 1 }, JSON.stringify(text));
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => locateField(text, ["a", 0]).line >= 1));
});

test("a locator answers as often as it is asked", () => {
  const locate = toLocator('---\na: 1\nb: {c: 2}\nd:\n  - "\\UFFFFFFFF"\n  - x\n---\n');
  for (let times = 0; times < 2; times += 1) {
    assert.deepEqual(locate(["b", "c"]), { line: 3, column: 8 });
    assert.deepEqual(locate(["b"], true), { line: 3, column: 1 });
    assert.deepEqual(locate(["d", 1]), { line: 6, column: 5 });
    assert.deepEqual(locate(["a"]), { line: 2, column: 4 });
  }
});

test("positionAt counts from one", () => {
  assert.deepEqual(positionAt("ab\ncd", 0), { line: 1, column: 1 });
  assert.deepEqual(positionAt("ab\ncd", 4), { line: 2, column: 2 });
});

test("a piece of a value has its own line", () => {
  const lines = [
    "---",
    "title: /a/",
    "insights: |",
    "  One.",
    "",
    "  [x](/a/) and",
    "  [y](/b/)",
    "  [z](</c d&amp;e>)",
  ];
  const text = [...lines, "  [ö](/ö/)", "---", ""].join("\n");
  const locate = toLocator(text);
  assert.deepEqual(locate(["insights"], false, "/a/"), { line: 6, column: 7 });
  assert.deepEqual(locate(["insights"], false, "/b/"), { line: 7, column: 7 });
  assert.deepEqual(locate(["insights"], false, "/c d&e"), { line: 8, column: 8 });
  assert.deepEqual(locate(["insights"], false, "/%C3%B6/"), { line: 9, column: 7 });
  assert.deepEqual(locate(["insights"], false, "/not-there/"), locate(["insights"]));
});
