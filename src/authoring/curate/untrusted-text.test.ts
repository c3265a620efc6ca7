import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeEntities, toSafeLine } from "./untrusted-text.ts";

test("control, invisible and direction-turning characters go, and white space collapses", () => {
  assert.equal(
    toSafeLine(" A\u0000\u0007 \u202Etitle\u202C\u200B \n\t of\uFEFF two\u2028lines ", 100),
    "A title of two lines",
  );
});

test("joiners that spelling needs stay", () => {
  assert.equal(toSafeLine("می\u200Cخواهم 👩\u200D⚕️", 100), "می\u200Cخواهم 👩\u200D⚕️");
});

test("a text without a letter, digit or sign is none", () => {
  for (const text of ["", "   ", "\u200B", "--", "…"]) assert.equal(toSafeLine(text, 100), undefined);
});

test("a long text is cut at a word", () => {
  assert.equal(toSafeLine("one two three four", 10), "one two…");
});

test("any text becomes one line within the limit, and doing it twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.integer({ min: 20, max: 200 }), (text, limit) => {
      const line = toSafeLine(text, limit);
      if (line === undefined) return;
      assert.ok(line.length <= limit);
      assert.doesNotMatch(line, /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      assert.equal(toSafeLine(line, limit), line);
    }),
  );
});

test("entities are decoded, also those that were encoded twice", () => {
  assert.equal(
    decodeEntities("AT&amp;amp;T &#8217;s &#x2014; &rsquo; R&D &unknown; &#0;"),
    "AT&T ’s — ’ R&D &unknown;  ",
  );
});

test("decoding twice changes nothing", () => {
  const part = fc.constantFrom("&amp;", "&#38;", "amp;", "lt;", "&", "#39;", "x");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const once = decodeEntities(parts.join(""));
      assert.equal(decodeEntities(once), once);
    }),
  );
});

test("every named entity is decoded, and what is none stays", () => {
  assert.equal(
    decodeEntities("&rightarrow;&CounterClockwiseContourIntegral;&frac12;&blk14;&amp;#146;&amp;amp;hellip;&nothing;"),
    "→∳½░’…&nothing;",
  );
});
