import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { editContentFile, formatContentFile } from "./content-file.ts";

const FILE = `---
# first of all
title:   "A title"   # by hand
tags: [a,   b]

# about the link
link:
    href: 'https://a.example/'   # checked
    brand: a.example

authors:
- One # the first
- Two
unknown_key: >
  folded
  text
---
Body
---
`;

const edit = (path: string[], value: unknown, text = FILE) => editContentFile(text, [{ path, value }]);

/** The lines that went and those that came. */
function changesOf(after: string, before = FILE): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

describe("an edit", () => {
  test("of nothing changes no byte", () => assert.equal(editContentFile(FILE, []), FILE));
  test("keeps quotes and the comment behind a value", () => {
    assert.deepEqual(changesOf(edit(["title"], "Another")), [
      '-title:   "A title"   # by hand',
      '+title: "Another" # by hand',
    ]);
  });
  test("of a key in a map keeps the others", () => {
    const after = edit(["link", "href"], "https://b.example/");
    assert.match(after, /href: 'https:\/\/b\.example\/' # checked\n/);
    assert.match(
      after,
      /\n\n# about the link\nlink:\n[^\n]*\n[^\n]*brand: a\.example\n\nauthors:\n- One # the first\n/,
    );
  });
  test("of a list keeps the comments of the items that stay", () => {
    assert.match(edit(["authors"], ["Zero", "One"]), /authors:\n {2}- Zero\n {2}- One # the first\nunknown_key: >\n/);
  });
  test("removes a field and nothing beside it", () => {
    assert.deepEqual(changesOf(edit(["tags"], undefined)), ["-tags: [a,   b]"]);
  });
  test("puts a new field last", () => {
    assert.match(edit(["summary"], "2024: a year"), / {2}text\nsummary: '2024: a year'\n---\nBody\n---\n$/);
  });
  test("writes null and puts a map where null was", () => {
    const without = edit(["link"], null);
    assert.match(without, /\n# about the link\nlink: null\n\nauthors:/);
    assert.match(edit(["link"], { href: "a" }, without), /\nlink:\n {2}href: a\n\nauthors:/);
  });
  test("of the body leaves the front matter", () => {
    assert.equal(editContentFile(FILE, [], "New"), FILE.replace("Body\n---\n", "New\n"));
    assert.equal(editContentFile("---\na: 1\n---\nold", [], "new"), "---\na: 1\n---\nnew");
  });
  test("keeps the line ends of the file", () => {
    const crlf = FILE.replaceAll("\n", "\r\n");
    const after = edit(["title"], "Another", crlf);
    assert.equal(after.replaceAll("\r\n", "\n"), edit(["title"], "Another"));
    assert.doesNotMatch(after, /[^\r]\n/);
  });
  test("keeps a byte order mark", () => assert.ok(edit(["title"], "B", `\uFEFF${FILE}`).startsWith("\uFEFF---\n#")));
  test("of front matter on one line works too", () => {
    assert.equal(edit(["a"], 2, "---\n{a: 1, b: 2}\n---\n"), "---\n{ a: 2, b: 2 }\n---\n");
  });
});

describe("whatever is written is read again", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 200 }), fc.lorem({ maxCount: 30 }));
  // A lone surrogate is no character and cannot be saved.
  const word = text.filter((value) => value.isWellFormed());
  const value = fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(word, { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word, { maxKeys: 4, noNullPrototype: true }),
  );
  const read = (file: string) => {
    const parsed = parseContentFile(new TextEncoder().encode(file), "news/2024/a.md");
    assert.ok(parsed.ok, JSON.stringify(parsed));
    return JSON.parse(JSON.stringify(parsed.value.data));
  };
  test("in a new file", () => {
    fc.assert(
      fc.property(value, (given) =>
        assert.deepEqual(read(formatContentFile({ title: "A", given }, "B")), { title: "A", given }),
      ),
    );
  });
  test("in a file that is there", () => {
    fc.assert(
      fc.property(value, fc.constantFrom("title", "tags", "link", "authors", "unknown_key", "other"), (given, key) => {
        assert.deepEqual(read(edit([key], given)), { ...read(FILE), [key]: given });
      }),
    );
  });
});
