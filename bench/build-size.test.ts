import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { bySize, createEditor, editStory, findSize } from "./build-size.ts";

const folder = mkdtempSync(join(tmpdir(), "curalog-size-"));
after(() => rmSync(folder, { recursive: true }));

test("a size is the real content or a number of stories", () => {
  assert.deepEqual(["real", "1000", "0", "1.5", "all", ""].map(findSize), ["real", 1000, ...Array(4)]);
});

test("the real content comes first", () => {
  const sizes = [10_000, 1000, "real"] as const;
  assert.deepEqual(
    sizes.map((size) => ({ size })).sort(bySize),
    sizes.toReversed().map((size) => ({ size })),
  );
});

test("of a real story the title is replaced, on however many lines it stands", () => {
  const edited = "---\ndate: 2026-11-22\ntitle: A title for edit 2\nlink: https://example.com/\n---\ntitle: a body\n";
  for (const title of ["title: 'One: two'", "title: >-\n  One\n  two"]) {
    const story = `---\ndate: 2026-11-22\n${title}\nlink: https://example.com/\n---\ntitle: a body\n`;
    assert.equal(editStory(story, "real", 2), edited);
  }
  assert.throws(() => editStory("---\ndate: 2026-11-22\n---\n", "real", 1), /has no title/);
});

test("edits are of the story in the middle, none is like the last, and all can be undone", () => {
  mkdirSync(join(folder, "news/2026"), { recursive: true });
  for (const name of ["a", "b", "c"]) writeFileSync(join(folder, `news/2026/${name}.md`), name);
  const { file, edit, undo } = createEditor(folder, 1000);
  const read = () => readFileSync(file, "utf8");
  assert.equal(file, join(folder, "news/2026/b.md"));
  edit();
  assert.equal(read(), "b\n\n<p>Edited 1 times.</p>\n");
  edit();
  assert.equal(read(), "b\n\n<p>Edited 2 times.</p>\n");
  undo();
  assert.equal(read(), "b");
});
