import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { toJsonScript } from "./json-script.ts";

const HOSTILE = ["</script>", "<!--", "<script", "]]>", "&lt;/script&gt;", "\u2028", "\u2029", "\ud800", "\\", '"'];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...HOSTILE, "a", " ")).map((parts) => parts.join("")),
);

test("no value can end the element that it stands in, and it reads as it was", () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text), fc.integer(), fc.constant(null))), (value) => {
      const script = toJsonScript(value);
      assert.doesNotMatch(script, /[<>&\u2028\u2029]/);
      const { children } = parseDocument(`<script type="application/ld+json">${script}</script><p>after</p>`);
      assert.deepEqual(
        children.map((child) => ("name" in child ? child.name : child.type)),
        ["script", "p"],
      );
      assert.deepEqual(JSON.parse(script), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("what needs no escape is left alone", () => {
  assert.equal(toJsonScript({ a: "é ü 日本", b: [1, true] }), '{"a":"é ü 日本","b":[1,true]}');
  assert.equal(toJsonScript({ a: "</script>" }), '{"a":"\\u003c/script\\u003e"}');
});
