import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { dump } from "js-yaml";
import { stringify } from "yaml";
import { listFiles } from "../../ingest/read-content.ts";
import { dataOf, documents } from "../../ingest/testing.ts";
import { editFrontMatter, type FieldEdit, replaceBody } from "./edit-front-matter.ts";

const FILE = `---
a: 1 # why
empty:
list: # of what
  - x # one
  -
  - key: "v"
# between
folded: >- # how
  some
  text

flow: [a, 'b']
last: 'x: y'
# end
---
# Body: it is
`;

/** The lines that an edit takes out and puts in: what a diff shows. */
function diffOf(text: string, edit: FieldEdit): string {
  const edited = editFrontMatter(text, [edit]);
  const [before, after] = [text.split("\n"), edited.split("\n")];
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const isSame = () => before.at(-1 - tail) === after.at(-1 - tail);
  while (tail < Math.min(before.length, after.length) - head && isSame()) tail += 1;
  const cut = (lines: string[], sign: string) => lines.slice(head, lines.length - tail).map((line) => `${sign}${line}`);
  return [...cut(before, "-"), ...cut(after, "+")].join("\n");
}

test("a value changes on its line, and the comment after it stays", () => {
  assert.equal(diffOf(FILE, { do: "set", path: ["a"], value: "n: m" }), "-a: 1 # why\n+a: 'n: m' # why");
  assert.equal(diffOf(FILE, { do: "set", path: ["empty"], value: true }), "-empty:\n+empty: true");
  assert.equal(diffOf(FILE, { do: "set", path: ["list", 1], value: "y" }), "-  -\n+  - y");
  assert.equal(diffOf(FILE, { do: "set", path: ["flow", 0], value: "a, b" }), "-flow: [a, 'b']\n+flow: ['a, b', 'b']");
});

test("quotes stay as they were", () => {
  assert.equal(diffOf(FILE, { do: "set", path: ["list", 2, "key"], value: "w" }), '-  - key: "v"\n+  - key: "w"');
  assert.equal(diffOf(FILE, { do: "set", path: ["last"], value: "w" }), "-last: 'x: y'\n+last: 'w'");
});

test("a block of lines gives way to one line", () => {
  const diff = diffOf(FILE, { do: "set", path: ["folded"], value: "n" });
  assert.equal(diff, "-folded: >- # how\n-  some\n-  text\n+folded: n # how");
});

test("an item is added in the style of its list", () => {
  assert.equal(diffOf(FILE, { do: "add", path: ["list"], value: "#z" }), "+  - '#z'");
  assert.equal(diffOf(FILE, { do: "add", path: ["flow"], value: "c" }), "-flow: [a, 'b']\n+flow: [a, 'b', c]");
  assert.equal(diffOf(FILE, { do: "add", path: ["empty"], value: "c" }), "+  - c");
  assert.equal(diffOf(FILE, { do: "add", path: ["last"], value: "c" }), "-last: 'x: y'\n+last:\n+  - 'x: y'\n+  - c");
  assert.equal(diffOf(FILE, { do: "add", path: ["aliases"], value: "/a/" }), "+aliases:\n+  - /a/");
});

test("a list takes over only the items that differ", () => {
  assert.equal(diffOf(FILE, { do: "set", path: ["flow"], value: ["a"] }), "-flow: [a, 'b']\n+flow: [a]");
  assert.equal(diffOf(FILE, { do: "set", path: ["flow"], value: ["a", "c"] }), "-flow: [a, 'b']\n+flow: [a, 'c']");
  assert.equal(diffOf(FILE, { do: "set", path: ["new"], value: ["a", "b"] }), "+new:\n+  - a\n+  - b");
});

test("what is taken out takes its lines along, and an empty list its field", () => {
  assert.equal(diffOf(FILE, { do: "remove", path: ["list", 0] }), "-  - x # one");
  assert.equal(diffOf("---\na: b\nc:\n  - d\n---\n", { do: "remove", path: ["c", 0] }), "-c:\n-  - d");
  assert.equal(diffOf(FILE, { do: "rename", path: ["last"], to: "final" }), "-last: 'x: y'\n+final: 'x: y'");
});

test("a field or item that is not there cannot be changed", () => {
  assert.throws(() => editFrontMatter(FILE, [{ do: "set", path: ["no", "such"], value: "x" }]), /no field 'no.such'/);
  assert.throws(() => editFrontMatter(FILE, [{ do: "rename", path: ["no"], to: "x" }]), /no field 'no'/);
  assert.throws(() => editFrontMatter("no front matter", [{ do: "add", path: ["a"], value: "x" }]), /front matter/);
});

const STORY = `---
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

const set = (path: string[], value: unknown, text = STORY) => editFrontMatter(text, [{ do: "set", path, value }]);

test("a list takes over other items, and those that stay keep their comments", () => {
  assert.match(set(["authors"], ["Zero", "One"]), /authors:\n- Zero\n- One # the first\nunknown_key: >\n/);
  assert.match(set(["authors"], ["Three"]), /authors:\n- Three # the first\nunknown_key: >\n/);
  assert.match(set(["tags"], ["z", "b", "a", "c"]), /tags: \[z, {3}b, a, c\]\n/);
});

test("a map, a list of maps and null can be set, and what is around them stays", () => {
  const without = set(["link"], null);
  assert.match(without, /\n# about the link\nlink: null\n\nauthors:/);
  assert.match(set(["link"], { href: "a" }, without), /\n# about the link\nlink:\n {2}href: a\n\nauthors:/);
  const related = set(["related"], [{ a: 1, b: ["x"] }]);
  assert.equal(related, STORY.replace("text\n---", "text\nrelated:\n  - a: 1\n    b:\n      - x\n---"));
  assert.match(set(["link", "href"], "https://b.example/"), /\n {4}href: 'https:\/\/b\.example\/' {3}# checked\n/);
});

const COMMENTED = `---
tags: # of what
    # standards
    - FHIR # one

    # vendors
    - 'Epic'
links:
- label: >-
    folded
    text
  url: "https://a.example/"   # checked
- {label: b, url: c}
---
`;

test("comments, quotes and folded text around a changed line stay", () => {
  const diff = (edit: FieldEdit) => diffOf(COMMENTED, edit);
  assert.equal(diff({ do: "rename", path: ["tags"], to: "topics" }), "-tags: # of what\n+topics: # of what");
  assert.equal(diff({ do: "remove", path: ["tags", 1] }), "-    - 'Epic'");
  assert.equal(diff({ do: "remove", path: ["tags", 0] }), "-    - FHIR # one\n-");
  assert.equal(diff({ do: "add", path: ["links"], value: "x" }), "+- x");
  assert.equal(
    diff({ do: "set", path: ["links", 0, "url"], value: "d" }),
    '-  url: "https://a.example/"   # checked\n+  url: "d"   # checked',
  );
  assert.equal(
    diff({ do: "add", path: ["links", 1, "url"], value: "d" }),
    "-- {label: b, url: c}\n+- {label: b, url: [c, d]}",
  );
});

test("another body leaves the front matter", () => {
  assert.equal(replaceBody(STORY, "New"), STORY.replace("Body\n---\n", "New\n"));
  assert.equal(replaceBody("---\na: 1\n---\nold", "new"), "---\na: 1\n---\nnew");
  assert.equal(replaceBody("---\r\na: 1\r\n---\r\nold\r\n", "a\nb"), "---\r\na: 1\r\n---\r\na\r\nb\r\n");
});

test("line ends and a byte order mark stay", () => {
  for (const value of ["Another", "two\nlines", { a: "b" }]) {
    const edited = set(["title"], value, STORY.replaceAll("\n", "\r\n"));
    assert.equal(edited.replaceAll("\r\n", "\n"), set(["title"], value));
    assert.doesNotMatch(edited, /[^\r]\n/);
  }
  assert.ok(set(["title"], "B", `\uFEFF${STORY}`).startsWith("\uFEFF---\n#"));
});

test("any value can be set, and is read back", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 200 }), fc.lorem({ maxCount: 30 }));
  // A lone surrogate is no character and cannot be saved.
  const word = text.filter((value) => value.isWellFormed());
  const value = fc.oneof(
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(word, { minLength: 1, maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word, { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.record({ a: word }, { noNullPrototype: true }), { minLength: 1, maxLength: 2 }),
  );
  const keys = fc.constantFrom("title", "tags", "link", "authors", "unknown_key", "other");
  fc.assert(
    fc.property(value, keys, (given, key) => {
      assert.deepEqual({ ...dataOf(set([key], given)) }, { ...dataOf(STORY), [key]: given });
    }),
  );
});

const lineEnds = fc.constantFrom("\n", "\r\n");
const bodies = fc.oneof(fc.constant(""), fc.string(), fc.constantFrom("# A\n\n---\nb: c\n", "\uFEFF", " \n\n"));
const comments = fc.constantFrom("", "# why\n", "\n", "  # indented\n\n");
const writers: readonly ((data: object) => string)[] = [
  (data) => dump(data),
  (data) => dump(data, { flowLevel: 1, lineWidth: -1 }),
  (data) => stringify(data, { singleQuote: true, lineWidth: 40 }),
  (data) => stringify(data, { defaultStringType: "QUOTE_DOUBLE", indentSeq: false }),
  (data) => stringify(data, { collectionStyle: "flow", lineWidth: 20 }).replace(/^\{ ?([\s\S]*?) ?\}\n$/, "$1\n"),
];

/** A file in one piece for each field, with a comment before it. */
const files = fc
  .record({
    data: documents,
    writer: fc.constantFrom(...writers),
    comment: comments,
    lineEnd: lineEnds,
    mark: fc.constantFrom("", "\uFEFF"),
    body: bodies,
  })
  .map(({ data, writer, comment, lineEnd, mark, body }) => {
    const pieces = Object.entries(data).map(([key, value]) => {
      // Not as a literal, since `{ __proto__: value }` would be no field.
      const field = Object.fromEntries([[key, value]]);
      return { key, value, text: `${comment}${writer(field)}`.replaceAll("\n", lineEnd) };
    });
    const head = `${mark}---${lineEnd}`;
    return { pieces, head, tail: `---${lineEnd}${body}` };
  })
  .filter(({ pieces, head, tail }) => {
    // An indented comment after a block of lines is no comment: it is the last line of the block.
    try {
      const data = dataOf(head + pieces.map(({ text }) => text).join("") + tail);
      return pieces.every(({ key, text }) => isDeepStrictEqual(data[key], dataOf(`${head}${text}---\n`)[key]));
    } catch {
      return false;
    }
  });

const values = fc.oneof(
  fc.string({ maxLength: 20 }).filter((text) => text.isWellFormed()),
  fc.constantFrom("a: b", "#x", "- a", "null", "1e3", "a, b", "---", "'", "x\n---\ny", " a ", "true"),
  fc.integer(),
  fc.boolean(),
);

test("no edit gives the same bytes", () => {
  fc.assert(
    fc.property(files, ({ pieces, head, tail }) => {
      const text = head + pieces.map((piece) => piece.text).join("") + tail;
      assert.equal(editFrontMatter(text, []), text);
      const [first] = pieces;
      if (first && typeof first.value !== "object") {
        assert.equal(editFrontMatter(text, [{ do: "set", path: [first.key], value: first.value as string }]), text);
      }
    }),
  );
});

test("an edit of one field leaves every other byte as it was", () => {
  fc.assert(
    fc.property(
      files,
      fc.nat(),
      fc.constantFrom("set", "add", "remove"),
      values,
      fc.nat(),
      (file, pick, verb, value, item) => {
        const { pieces, head, tail } = file;
        const at = pick % pieces.length;
        const target = pieces[at];
        assert.ok(target);
        const isList = Array.isArray(target.value);
        if (verb === "add" && !isList && typeof target.value === "object" && target.value !== null) return;
        if (verb === "remove" && !isList && pieces.length === 1) return;
        const index = Array.isArray(target.value) ? item % target.value.length : 0;
        const isInside = isList && verb !== "add";
        if (isInside && verb === "remove" && pieces.length === 1) return;
        const path = isInside ? [target.key, index] : [target.key];
        const edit = (verb === "remove" ? { do: verb, path } : { do: verb, path, value }) as FieldEdit;
        const before =
          head +
          pieces
            .slice(0, at)
            .map(({ text }) => text)
            .join("");
        const after =
          pieces
            .slice(at + 1)
            .map(({ text }) => text)
            .join("") + tail;
        const edited = editFrontMatter(before + target.text + after, [edit]);
        assert.ok(edited.startsWith(before) && edited.endsWith(after), JSON.stringify({ edited, before, after }));
        assert.ok(edited.length >= before.length + after.length);
      },
    ),
  );
});

test("a field can be added to every file of the content, and nothing else moves", async () => {
  for (const file of await listFiles("content", "", ".md")) {
    const text = readFileSync(`content/${file}`, "utf8");
    const edited = editFrontMatter(text, [{ do: "add", path: ["aliases"], value: "/news/former-path/" }]);
    const isLineAdded = diffOf(text, { do: "add", path: ["aliases"], value: "/news/former-path/" });
    assert.ok(edited.length > text.length);
    assert.match(
      isLineAdded,
      /^(?:(?:\+aliases:\n)?\+ {2}- \/news\/former-path\/|-aliases: .*\n\+aliases:\n(?:\+ {2}- .*\n?){2})$/,
    );
  }
});
