import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { markdownToHtml, markdownToMdast } from "satteri";
import { renderMarkdown, sanitize } from "../../lib/html.ts";
import { htmlToText } from "../../lib/html-to-text.ts";
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
      const html = renderMarkdown(texts.join("\n\n"), { quotedFrom: "https://source.example/story" });
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

const excerptOf = (source: string) =>
  fromHtml(renderMarkdown(source, { ids: "a-", quotedFrom: "https://source.example/story" }), "/news/a/");

test("words that stand in no paragraph are a block of their own", () => {
  for (const source of ["<b>a</b>", "<!-- b --> a", "</div> a", '<span lang="de">a</span>\n', "<div></div>a"]) {
    const text = writeMarkdown([heading(2, "T"), ...fromHtml(renderMarkdown(source), "/x/"), ...list([["z"]])]);
    assert.match(text, /^## T\n\n(?:a|\*\*a\*\*)\n\n- z\n$/, source);
  }
});

test("footnotes are footnotes, in a quotation too", () => {
  const source = "A[^1], B[^1].\n\nC[^x]\n\n[^1]: One.\n\n    - more\n[^x]: Two.";
  assert.equal(
    writeMarkdown(excerptOf(source)),
    "A[^a-4], B[^a-4].\n\nC[^a-5]\n\n[^a-4]: One.\n\n    - more\n\n[^a-5]: Two.\n",
  );
  assert.deepEqual(shapeOf(writeMarkdown([quote(excerptOf("A[^1]\n\n[^1]: One."))])), [
    "root",
    "blockquote",
    "paragraph",
    "text",
    "footnoteReference",
    "footnoteDefinition",
    "paragraph",
    "text",
  ]);
  assert.equal(
    writeMarkdown(
      excerptOf(
        '<p>A<a href="#n" id="r">[1]</a>, <a href="#b">b</a></p><p id="n"><a href="#r">^</a> One.</p><h2 id="b">B</h2>',
      ),
    ),
    `A[^a-2], [b](${absoluteUrl("/news/a/#a-3")})\n\n### B\n\n[^a-2]: One.\n`,
  );
});

test("a mark stands at the word before it, and a space behind it stays", () => {
  for (const [mark, note] of [
    ['<a id="r1" href="#n1">[i]</a>', '<p id="n1"><a href="#r1">[i]</a> One.</p>'],
    ['<sup><a id="r1" href="#n1">1</a></sup>', '<p id="n1"><a href="#r1">1</a>. One.</p>'],
  ] as const)
    assert.equal(
      writeMarkdown(
        excerptOf(
          `<p>Word ${mark} or <a id="r2" href="#n2">[ii]</a> so</p>${note}<p id="n2"><a href="#r2">[ii]</a> ... and so</p>`,
        ),
      ),
      "Word[^a-3] or[^a-4] so\n\n[^a-3]: One.\n\n[^a-4]: ... and so\n",
    );
});

test("a footnote begins with its words, whatever stands around the way back", () => {
  const notes = [
    '<li id="n"><a href="#r">^</a> One.</li>',
    '<li id="n"><span>^ <a href="#r"><sup>a</sup></a></span> <span>One.</span></li>',
    '<div id="n"><a href="#r">1</a>. One.</div>',
    '<p id="n">[<a href="#r">1</a>] One.</p>',
    '<div id="n"><span><span>[</span><a href="#r">1</a><span>]</span></span><p>One.</p></div>',
    '<li id="n"><p>One.</p><p><a href="#r">↩</a></p></li>',
  ];
  for (const note of notes)
    assert.equal(
      writeMarkdown(excerptOf(`<p>A<sup><a href="#n" id="r">1</a></sup></p>${note}`)),
      "A[^a-2]\n\n[^a-2]: One.\n",
      note,
    );
});

test("any footnote of a text is one in its Markdown, with every word", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (notes) => {
      const source = `${notes.map((_, at) => `x[^n${at}]`).join(" ")}\n\n${notes.map((note, at) => `[^n${at}]: a ${squeeze(note)}`).join("\n\n")}`;
      const html = renderMarkdown(source, { ids: "a-" });
      const markdown = writeMarkdown(fromHtml(html, "/"));
      const shape = shapeOf(markdown);
      const count = shape.filter((name) => name === "footnoteDefinition").length;
      assert.equal(count, new Set([...html.matchAll(/<li id="([^"]*)"/g)].map(([, id]) => id)).size, markdown);
      assert.ok(shape.filter((name) => name === "footnoteReference").length >= count, markdown);
      assert.ok(!JSON.stringify(markdownToMdast(markdown)).includes('"type":"html"'), markdown);
    }),
  );
});

test("tasks and the alignment of cells survive", () => {
  assert.equal(writeMarkdown(excerptOf("- [ ] a\n- [x] b\n\n  c\n- d")), "- [ ] a\n\n- [x] b\n\n  c\n\n- d\n");
  assert.equal(writeMarkdown(excerptOf("1. [ ] a")), "1. [ ] a\n");
  assert.equal(writeMarkdown(excerptOf("- \\[ ] a")), "- \\[ ] a\n");
  const table = "| a | b | c | d |\n| :- | :-: | -: | - |\n| 1 | 2 | 3 | 4 |\n";
  assert.equal(writeMarkdown(excerptOf(table)), table);
});
