import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { renderMarkdown } from "./html.ts";
import { findLostMarkup } from "./lost-markup.ts";

const lost = (source: string, isQuoted = false) =>
  findLostMarkup(source, isQuoted).map(({ kind, what, line, column }) => `${line}:${column} ${kind} ${what}`);

test("pictures, elements and addresses that no page shows are found where they are written", () => {
  const text = [
    'A 😀 ![b](c.png) <img src="d.png"> <b>e</b> <kbd>f</kbd>',
    "",
    "<details>",
    "<summary>g</summary>",
    "",
    "![h][i] and <center>j</center>",
    "</details>",
    "",
    '<video><source src="k"></video> <p onclick="l" style="color: red" class="m">n</p>',
    "",
    "[o](javascript:p) <ftp://q.example/> [r](//s.example) [t](https://u.example)",
    "",
    "- a `<details>` <iframe>v</iframe>",
    "",
    "[i]: w.png",
  ].join("\n");
  const expected = [
    "1:6 picture c.png",
    "1:18 picture d.png",
    "3:1 element <details>",
    "6:1 picture ",
    "6:13 element <center>",
    "9:1 element <video>",
    "9:33 attribute onclick",
    "9:33 attribute style",
    "11:1 address javascript:p",
    "11:19 address ftp://q.example/",
    "11:38 address //s.example",
    "13:17 element <iframe>",
  ];
  assert.deepEqual(lost(text), expected);
  assert.deepEqual(lost(text.replaceAll("\n", "\r\n")), expected);
});

test("the numbers of a list and where words stand are no loss without a word", () => {
  assert.deepEqual(lost('<ol type="a" start="2"><li value="5">b</li></ol>\n\n<h3 align="center">c</h3>'), [
    "1:1 attribute type",
    "1:24 attribute value",
    "3:1 attribute align",
  ]);
  assert.deepEqual(lost('<table><tbody><tr><td align="right">1</td></tr></tbody></table><hr align="left">'), []);
});

test("a link that has no words, or only a picture, is not shown", () => {
  assert.deepEqual(lost("[](https://a.example/) [![b](c.png)](https://d.example/) a"), [
    "1:1 link https://a.example/",
    "1:24 link https://d.example/",
    "1:25 picture c.png",
  ]);
  assert.deepEqual(lost('<a href="https://a.example/"></a> b [<br>](https://c.example/) d'), [
    "1:1 link https://a.example/",
    "1:37 link https://c.example/",
  ]);
  assert.deepEqual(lost('<p>a <a href="https://b.example/"> <b></b></a></p>'), ["1:6 link https://b.example/"]);
  assert.deepEqual(lost('<a href="https://a.example/"><img src="b"></a>'), ["1:30 picture b"]);
  assert.deepEqual(lost('<a href="https://a.example/">*b*</a>\n\n<p><a href="https://c.example/">d</a></p>'), []);
  assert.deepEqual(lost('<a href="https://a.example/">\n\nb\n\n</a>'), []);
  assert.deepEqual(lost("[`a`](https://a.example/) [<b>c</b>](https://a.example/) <https://a.example/>"), []);
});

test("what a reader does not miss is no loss", () => {
  for (const text of [
    "# A\n\nB[^1] <https://c.example> d@e.example [f](/g/)\n\n- [ ] h\n\n|i|\n|-:|\n|1|\n\n[^1]: j",
    '<section class="k"><h1>L</h1><table><tr><td style="text-align: right">1</td></tr></table></section>',
    '<ul><li><input type="checkbox" disabled> m</li></ul><!-- <img src="n"> -->',
    "`<img>`\n\n    <img>\n\n```\n![o](p)\n```\n\n\\<img> \\![q]",
  ]) {
    assert.deepEqual(lost(text), [], text);
  }
});

test("a link of ours within its text needs its place; that of a source leads there", () => {
  const text = '[a](#b) [c](#d) <a name="d"></a> <a href="#e">f</a>';
  assert.deepEqual(lost(text), ["1:1 place #b", "1:34 place #e"]);
  assert.deepEqual(lost(text, true), []);
});

test("nesting of any depth is read", () => {
  assert.deepEqual(lost(`${">".repeat(5000)} ![a](b)`).length, 1);
  assert.deepEqual(lost(`${"<div>".repeat(5000)}<img src=a>`).length, 1);
});

test("a text without a loss keeps each of its pictures and links, and lines are within the text", () => {
  const part = fc.constantFrom(
    ..."a|\n|\n\n|<b>|</b>|<p>|<img>|<details>|</details>|![a](b)|[a](b)|[a](x:y)|[a](#c)|<a href=d:e>|</a>|<svg>|</svg>|<|>|`|    |- |> |<!--|-->|<textarea>|</textarea>".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const source = parts.join("");
      const losses = findLostMarkup(source, false);
      const lines = source.split("\n");
      for (const { line, column } of losses) {
        assert.ok(line >= 1 && line <= lines.length, source);
        assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1, source);
      }
      // One that was written without an address has none to lose.
      if (losses.length === 0 && !/<a\s*>/.test(source)) assert.doesNotMatch(renderMarkdown(source), /<a>/, source);
    }),
  );
});

test("sound links and elements are passed over without a change in what is found", () => {
  assert.deepEqual(lost("[a](https://b.example/) ![c](https://d.example/e)"), ["1:25 picture https://d.example/e"]);
  const part = fc.constantFrom(
    ...'a|!|!|!|\\|\n|\n\n|`|    |(|)|<|[^1]|[b c](https://d.example/e)|[b c](https://d.example/e)|[1](http://f)|[1](http://f)|[g](https://h/i?j)|[ ](https://k/)|![|](m:n)|[a]: |> |#|<p>|</p>|<ul>|<li>|<em>|</em>|<a href="https://d.example/e">f g</a>|<a href="https://d.example/e">|</a>|<svg>|</svg>|<!--|-->|<a title="'.split(
      "|",
    ),
  );
  // An element that is no loss makes the parser read the text.
  const MARK = "<b>a</b>\n\n";
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, isQuoted) => {
      const source = parts.join("");
      const parsed = findLostMarkup(MARK + source, isQuoted).map(({ line, ...loss }) => ({ ...loss, line: line - 2 }));
      assert.deepEqual(findLostMarkup(source, isQuoted), parsed, source);
    }),
  );
});
