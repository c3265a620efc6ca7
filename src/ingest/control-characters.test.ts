import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findControlCharacters, replaceControlCharacters } from "./control-characters.ts";

test("characters of Windows-1252 become what they stand for, and the others nothing", () => {
  assert.deepEqual(
    replaceControlCharacters("It\u0092s\u0007 \u0093new\u0094 &#146; `&#146;`\uFFFE\ud83d &#7;\u0092\tcaf\uFFFD\r\n😀"),
    {
      text: "It’s “new” ’ `&#146;`  ’\tcaf\r\n😀",
      changes: [
        "U+0092 became '’'",
        "U+0007 was left out",
        "U+0093 became '“'",
        "U+0094 became '”'",
        "U+FFFE was left out",
        "U+D83D was left out",
        "U+FFFD was left out",
      ],
    },
  );
  assert.deepEqual(replaceControlCharacters("A plain text, &#233; &amp; all"), {
    text: "A plain text, &#233; &amp; all",
    changes: [],
  });
});

test("in fenced code and in spans of code a reference is shown as it is written", () => {
  for (const code of [
    "```html\n<p>a &#150; b</p>\n\n&#7;\n```\n",
    "~~~\n```\n&#150;\n~~~\n",
    "```\n&#150;",
    "A `&#7;` b",
  ])
    assert.equal(findControlCharacters(code, 0), undefined, code);
  for (const text of ["```\ncode\n```\n&#150;", "`a` &#150; `b`", "One ` alone\n&#150;"])
    assert.ok(findControlCharacters(text, 0), text);
});

test("nothing is left to be refused, and a second time changes nothing", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "&#",
      "7",
      "146",
      ";",
      "x92",
      "&#7;",
      "&#x110000;",
      "`",
      "```",
      "~~~",
      "\n",
      "\u0007",
      "\u0092",
      "\uFFFD",
      "\ud83d",
      "\ude00",
      "a",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
      const { text } = replaceControlCharacters(parts.join(""));
      assert.equal(findControlCharacters(text, 0), undefined);
      assert.deepEqual(replaceControlCharacters(text), { text, changes: [] });
    }),
  );
});
