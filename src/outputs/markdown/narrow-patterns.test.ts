import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toMdast } from "hast-util-to-mdast";
import type { Root, RootContent } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { htmlToHast, markdownToHtml } from "satteri";
import { narrowedRoot } from "./narrow-patterns.ts";

const options: Options = {
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
  bullet: "-",
  rule: "-",
};

const assertSame = (children: RootContent[]) => {
  const root = (): Root => structuredClone({ type: "root", children });
  assert.equal(toMarkdown(root(), { ...options, handlers: { root: narrowedRoot } }), toMarkdown(root(), options));
};

/** Texts full of the characters that patterns are about, line ends among them. */
const text = fc
  .array(fc.oneof(fc.constantFrom(..."\\`*_{}[]()#+-.!|<>&~:='\"\t\r\n 1a%$@/é"), fc.string({ unit: "grapheme" })))
  .map((parts) => parts.join(""));

test("a text comes out as it would if all patterns were tried, in every place", () => {
  const link = (value: string): RootContent => ({
    type: "link",
    url: value,
    title: value,
    children: [{ type: "text", value }],
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const inside = [
        { type: "text" as const, value: a },
        { type: "emphasis" as const, children: [{ type: "text" as const, value: b }] },
        { type: "text" as const, value: a },
      ];
      const paragraph: RootContent = { type: "paragraph", children: [...inside, link(a) as never, ...inside] };
      assertSame([
        { type: "heading", depth: 2, children: inside },
        paragraph,
        { type: "blockquote", children: [paragraph] },
        { type: "list", spread: false, children: [{ type: "listItem", children: [paragraph] }] },
        { type: "table", children: [{ type: "tableRow", children: [{ type: "tableCell", children: inside }] }] },
        { type: "code", lang: a, meta: b, value: b },
      ]);
      assertSame(inside);
    }),
  );
});

test("so does a whole document", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const { html } = markdownToHtml(texts.join("\n\n"), { features: { frontmatter: false } });
      const tree = toMdast(htmlToHast(html));
      if (tree.type === "root") assertSame(tree.children);
    }),
  );
});
