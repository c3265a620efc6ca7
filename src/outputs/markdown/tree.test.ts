import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { markdownToHtml, markdownToMdast } from "satteri";
import { htmlToText, renderMarkdown, sanitize } from "../../lib/html.ts";
import { squeeze } from "../../lib/text.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { commas, facts, fromHtml, heading, inline, list, paragraph, quote, table, writeMarkdown } from "./tree.ts";

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** Types of all nodes with their addresses; runs of text and code in it count as one text. */
function shapeOf(markdown: string): string[] {
  const walk = ({ type, url, children = [] }: Node): string[] => [
    url === undefined ? type : `${type} ${url}`,
    ...children.flatMap(walk),
  ];
  const names = walk(markdownToMdast(markdown, { features: { frontmatter: false } }) as Node);
  return names
    .map((name) => (name === "inlineCode" ? "text" : name))
    .filter((name, index, all) => name !== "text" || all[index - 1] !== "text");
}

const wordsOf = (markdown: string) =>
  htmlToText(markdownToHtml(markdown, { features: { smartPunctuation: false, frontmatter: false } }).html);

/** Texts full of what Markdown, HTML and link finders look for. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ..."* _ ` ~~ # ## - + 1. 1) > | \\ ! [ ] ( ) < & : \n \t = --- *** ``` ~~~ <b> </p> <!-- --> &lt; &amp; &#42; [x](y) ![i](j) [^1] [^1]: [a]: https://a.example http://b.example/c?d=(e) www.a.example me@a.example mailto:a@b.example <https://a.example> <script>alert(1)</script> javascript:alert(1) :::note {#id} $x$ ==x== ^x^ ~x~ ## @me a".split(
            " ",
          ),
          " ",
          "    ",
          "\u2028",
          "\u00a0",
        ),
      },
    ),
    { maxLength: 12 },
  )
  .map((parts) => `x${parts.join("")}x`);

test("a text stays the text that it is, in every place that has one", () => {
  const places: Record<string, (text: string) => string> = {
    heading: (text) => writeMarkdown([heading(2, text)]),
    paragraph: (text) => writeMarkdown(paragraph(text)),
    item: (text) => writeMarkdown(list([[text]])),
    label: (text) => writeMarkdown(paragraph({ href: "/topic/", label: text })),
    cell: (text) => writeMarkdown([table(["A"], [[text]])]),
    quoted: (text) => writeMarkdown([quote(paragraph(text))]),
    after: (text) => writeMarkdown(paragraph("a ", text, " b")),
  };
  for (const [name, write] of Object.entries(places)) {
    const shape = shapeOf(write("x"));
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = write(text);
        assert.deepEqual(shapeOf(markdown), shape, `${name}: ${markdown}`);
        const [before, after] = wordsOf(write("|")).split("|");
        assert.equal(wordsOf(markdown), squeeze(`${before}${text}${after}`), `${name}: ${markdown}`);
      }),
    );
  }
});

test("the excerpt of a source keeps its words and  and gains none", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (texts) => {
      const html = renderMarkdown(texts.join("\n\n"), "https://source.example/story");
      const markdown = writeMarkdown(fromHtml(html, "/news/story/"));
      const hrefs = (source: string) => [...source.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href).sort();
      const again = sanitize(
        markdownToHtml(markdown, { features: { smartPunctuation: false, frontmatter: false } }).html,
      );
      // Emphasis inside a word beside a rare sign can stay visible as its stars: nothing that a text could misuse.
      const bare = (source: string) => htmlToText(source).replace(/[\s*_~]+/g, "");
      assert.equal(bare(again), bare(html), markdown);
      assert.ok(hrefs(again).length <= hrefs(html).length, markdown);
      assert.ok(!JSON.stringify(markdownToMdast(markdown)).includes('"type":"html"'), markdown);
    }),
  );
});

test("an address in a text is code, since an escape does not keep it from being a link", () => {
  assert.equal(
    writeMarkdown(paragraph("See https://a.example, or me@a.example @home")),
    "See `https://a.example,` or `me@a.example` @home\n",
  );
  assert.equal(
    writeMarkdown(paragraph("http://a.example", "http://b.example")),
    "`http://a.examplehttp://b.example`\n",
  );
});

test("links of this site are written in full, and those of a body start from its page", () => {
  assert.equal(
    writeMarkdown(
      paragraph(
        ...commas([
          { href: "/topic/", label: "Topics" },
          { href: "https://a.example/", label: "[A]" },
        ]),
      ),
    ),
    `[Topics](${absoluteUrl("/topic/")}), [\\[A\\]](https://a.example/)\n`,
  );
  assert.equal(
    writeMarkdown(fromHtml(sanitize('<p><a href="../b/#c">b</a> <a href="#c">c</a></p>'), "/offering/a/")),
    `[b](${absoluteUrl("/offering/b/#c")}) [c](${absoluteUrl("/offering/a/#c")})\n`,
  );
});

test("facts that nobody stated have no line", () => {
  assert.equal(
    writeMarkdown(
      facts([
        ["A", "1"],
        ["B", undefined],
        ["C", ""],
      ]),
    ),
    "- A: 1\n",
  );
  assert.deepEqual([list([]), paragraph(), paragraph(undefined), inline("")], [[], [], [], []]);
});

test("tables, lists and quotations of a body survive", () => {
  const html = sanitize(
    "<h3>H</h3><p>a <em>b</em> <strong>c</strong></p><ul><li>d</li></ul><blockquote><p>e</p></blockquote><table><tr><th>f</th></tr><tr><td>g|h</td></tr></table><pre><code>i < j</code></pre>",
  );
  assert.equal(
    writeMarkdown(fromHtml(html, "/")),
    "### H\n\na _b_ **c**\n\n- d\n\n> e\n\n| f |\n| - |\n| g\\|h |\n\n```\ni < j\n```\n",
  );
});
