import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { markdownToHtml } from "satteri";
import { quoteOutput } from "./quote-output.ts";

test("a message stands in a block of its own, without colours", () => {
  assert.equal(quoteOutput("\u001B[31mNo page.\u001B[39m\r\n"), "```text\nNo page.\n```");
});

test("marks in the message make the fence longer", () => {
  assert.equal(quoteOutput("a\n```\n@everyone"), "````text\na\n```\n@everyone\n````");
});

test("a very long message is cut, and says so", () => {
  const quoted = quoteOutput("x".repeat(100_000));
  assert.ok(quoted.length < 20_100);
  assert.match(quoted, /x\n…\n```$/);
});

test("whatever a message says, it is one block of code and nothing beside it", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "```",
      "~~~~",
      "`".repeat(30),
      "\n",
      "\r",
      "    ",
      "<script>",
      "</code></pre>",
      "@someone",
      "#1",
      "> ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = markdownToHtml(quoteOutput(pieces.join(""))).html;
      const { children } = parseDocument(html.trim());
      assert.deepEqual(
        children.map((node) => ("name" in node ? node.name : node.type)),
        ["pre"],
      );
    }),
  );
});
