import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { escapeMarkup } from "./escape-markup.ts";
import { hasText, renderMarkdown, sanitize } from "./html.ts";
import { htmlToText } from "./html-to-text.ts";

const FORBIDDEN = new Set(
  "script style iframe object embed form button textarea select svg math base meta link img video audio source template noscript title xmp plaintext frame frameset applet".split(
    " ",
  ),
);

const ATTRIBUTES =
  /^(?:href|title|hreflang|datetime|start|reversed|colspan|rowspan|scope|lang|dir|id|class|type|disabled|checked|aria-label)$/;

/** Parses what was made safe and fails on anything that could run, load or send. */
function assertSafe(html: string): void {
  type Node = ReturnType<typeof parseDocument>["children"][number];
  const rest: Node[] = [...parseDocument(html).children];
  for (let node = rest.pop(); node; node = rest.pop()) {
    assert.ok(node.type === "text" || node.type === "tag", `${node.type} in ${html}`);
    if (node.type !== "tag") continue;
    assert.ok(!FORBIDDEN.has(node.name), html);
    if (node.name === "input") assert.ok("disabled" in node.attribs && node.attribs["type"] === "checkbox", html);
    for (const [name, value] of Object.entries(node.attribs)) {
      assert.match(name, ATTRIBUTES, html);
      if (name === "type") assert.equal(value, "checkbox", html);
      if (name === "class") assert.match(value, /^(?:footnotes|align-(?:left|center|right))$/, html);
      if (name !== "href") continue;
      // As a browser reads it: control characters and white space inside do not count.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them
      const bare = value.replace(/[\u0000-\u0020]/g, "");
      assert.ok(!/^[a-z][a-z\d+.-]*:/i.test(bare) || /^(?:https?|mailto):/i.test(bare), html);
      assert.doesNotMatch(bare, /^[\\/]{2}/, html);
      assert.match(new URL(value, "https://site.example/").protocol, /^(?:https?|mailto):$/, html);
    }
    rest.push(...node.children);
  }
}

const ATTACKS = [
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  '<img src=x onerror="alert(1)">',
  "<img/src=`x`onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert&#40;1)</script></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="java&Tab;script:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="//evil.example/">x</a>',
  '<a href="/\\evil.example/">x</a>',
  '<a href="\\\\evil.example/">x</a>',
  '<p onclick="alert(1)" style="background:url(javascript:1)" id="x" class="y">x</p>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://evil.example"><input name=a><button formaction=javascript:1>x</button></form>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=javascript:1"><link rel=stylesheet href=x>',
  '<object data="x"></object><embed src="x"><video src=x onerror=1><audio src=x>',
  "<style>@import 'https://evil.example'</style>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<template><script>alert(1)</script></template>",
  '<p title="--><script>alert(1)</script>">x</p>',
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml <script>alert(1)</script>?>",
  "<textarea></textarea><script>alert(1)</script>",
  "<xmp><script>alert(1)</script></xmp><plaintext>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "<p>unclosed <b>bold <script>alert(1)",
  "<<script>script>alert(1)<</script>/script>",
  '<a href="https://evil.example&quot;&gt;">x</a>',
];

const attack = fc.constantFrom(...ATTACKS);
const tag = fc.constantFrom(
  "p",
  "a",
  "b",
  "h1",
  "h2",
  "h3",
  "table",
  "td",
  "li",
  "script",
  "svg",
  "style",
  "textarea",
  "title",
  "xmp",
  "math",
);
const attribute = fc
  .tuple(
    fc.constantFrom("href", "onclick", "ONLOAD", "style", "src", "title", "lang", "xlink:href"),
    fc.oneof(fc.constantFrom("javascript:alert(1)", "https://a.org/", "//evil", "/ok", "#x", "data:,x"), fc.string()),
    fc.constantFrom('"', "'", ""),
  )
  .map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`);
const piece = fc.oneof(
  attack,
  fc.string(),
  fc.tuple(tag, fc.array(attribute, { maxLength: 3 })).map(([it, attributes]) => `<${it}${attributes.join("")}>`),
  tag.map((it) => `</${it}>`),
  fc.constantFrom("<", ">", "&", "<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#0;", "\u0000"),
);
const anyHtml = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

test("known attacks come out harmless", () => {
  for (const html of ATTACKS) {
    assertSafe(sanitize(html));
    assertSafe(renderMarkdown(html));
  }
});

test("any HTML comes out harmless", () => {
  fc.assert(fc.property(anyHtml, (html) => assertSafe(sanitize(html))));
});

test("any Markdown comes out harmless", () => {
  fc.assert(fc.property(anyHtml, (source) => assertSafe(renderMarkdown(source))));
  for (const source of [
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "![x](https://evil.example/p.gif)",
    "[x]: data:,x\n[x]",
  ]) {
    assertSafe(renderMarkdown(source));
  }
});

test("what is safe stays as it is", () => {
  fc.assert(fc.property(anyHtml, (html) => assert.equal(sanitize(sanitize(html)), sanitize(html))));
});

test("the words and links of an article stay", () => {
  const html = '<p>new <a href="https://www.cms.gov/x?a=1&amp;b=2">rules</a> &amp; “data” <em>x</em></p>';
  assert.equal(sanitize(html), html);
  assert.equal(renderMarkdown(html), html);
});

test("headings of a body start below those of the page, one level apart as before", () => {
  assert.equal(renderMarkdown("## a\n\n### b"), "<h3>a</h3>\n<h4>b</h4>");
  assert.equal(sanitize("<h1>a</h1><h2>b</h2><h3>c</h3>"), "<h3>a</h3><h3>b</h3><h3>c</h3>");
});

test("no level of headings is skipped, wherever a text begins", () => {
  const levelsOf = (source: string) =>
    [...renderMarkdown(source).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  const texts: readonly (readonly [source: string, ...levels: number[]])[] = [
    ["### a\n\n### b\n\n#### c", 3, 3, 4],
    ["##### a", 3],
    ["## a\n\n##### b\n\n##### c\n\n### d\n\n###### e", 3, 4, 4, 4, 5],
    ["#### a\n\n## b\n\n### c", 3, 3, 4],
    ["## &nbsp;\n\n#### a", 3],
    ["<h2>a</h2><h5>b<h6>c</h6></h5><h3>d</h3>", 3, 4, 5, 4],
  ];
  for (const [source, ...levels] of texts) assert.deepEqual(levelsOf(source), levels, source);
  assert.equal(renderMarkdown("### a\n\n#### b", { top: 2 }), "<h2>a</h2>\n<h3>b</h3>");
  assert.equal(renderMarkdown('<h4 lang="de">a</h4>\n\n&lt;h4>'), '<h3 lang="de">a</h3>\n<p>&lt;h4&gt;</p>');
});

test("what says nothing to a browser is left out", () => {
  const texts: readonly (readonly [source: string, html: string])[] = [
    ["[![plan](a.png)](https://a.example/) a", "<p> a</p>"],
    ['a <a href="https://a.example/"> <b></b></a> b', "<p>a  b</p>"],
    ['<a id="x"></a>a [b](#x)', '<p><a id="text-1"></a>a <a href="#text-1">b</a></p>'],
    ['<p dir="down" lang="he">a</p>', '<p lang="he">a</p>'],
    ['<p dir="RTL">a</p>', '<p dir="RTL">a</p>'],
    ['<ol start="x"><li>a</li></ol>', "<ol><li>a</li></ol>"],
    [
      '<table><tbody><tr><th scope="it" colspan="0">a</th><td rowspan="-1" colspan="2">b</td></tr></tbody></table>',
      '<table><tbody><tr><th>a</th><td colspan="2">b</td></tr></tbody></table>',
    ],
    ["<p>a<wbr>b</p>", "<p>a<wbr />b</p>"],
  ];
  for (const [source, html] of texts) assert.equal(renderMarkdown(source), html, source);
});

test("quotes are left as they were written", () => {
  assert.equal(renderMarkdown('"it\'s" -- ...'), '<p>"it\'s" -- ...</p>');
});

test("htmlToText gives the words, and none of a script", () => {
  assert.equal(htmlToText("<p>one<b>two</b></p><p>three &amp; four</p><script>five</script>"), "onetwo three & four");
});

test("nesting of any depth is read", () => {
  assert.equal(htmlToText(`${"<div>".repeat(50_000)}x`), "x");
});

test("escapeMarkup leaves no markup, nothing that XML forbids, and the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const escaped = escapeMarkup(text);
      assert.doesNotMatch(escaped, /[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML forbids
      assert.doesNotMatch(escaped, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      const [node] = parseDocument(`<p title="${escaped}"></p>`).children;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that XML forbids
      const left = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
      assert.equal(node?.type === "tag" && node.attribs["title"], left);
    }),
  );
});

test("white space at the ends of a link stands outside it", () => {
  assert.equal(
    renderMarkdown('<p>of<a href="https://a.example/"> new rules </a>and</p>'),
    '<p>of <a href="https://a.example/">new rules</a> and</p>',
  );
});

test("relative links of a quotation lead to its source", () => {
  const render = (text: string) => renderMarkdown(text, { quotedFrom: "https://a.example/news/one" });
  assert.equal(render("[x](/pricing)"), '<p><a href="https://a.example/pricing">x</a></p>');
  assert.equal(render("[x](#below)"), '<p><a href="https://a.example/news/one#below">x</a></p>');
  assert.equal(render("[x](https://b.example/)"), '<p><a href="https://b.example/">x</a></p>');
  assert.equal(render("[x](javascript:alert(1))"), "<p><a>x</a></p>");
  assert.equal(renderMarkdown("[x](/topic/hl7-fhir/)"), '<p><a href="/topic/hl7-fhir/">x</a></p>');
});

/** The ids of a text, and the fragments to which its links lead. */
function innerLinks(html: string): { readonly ids: string[]; readonly fragments: string[] } {
  const valuesOf = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = ""]) => value);
  return { ids: valuesOf(/ id="([^"]*)"/g), fragments: valuesOf(/ href="#([^"]*)"/g) };
}

const place = { ids: "news-a-excerpt-", quotedFrom: "https://a.example/news/one" };

test("footnotes lead to each other within the text", () => {
  for (const source of [
    "A[^1], B[^1] and C[^größe].\n\n[^1]: One.\n[^größe]: Two, as in[^1].",
    'A<sup id="fnref:1"><a href="#fn:1">1</a></sup>.\n\n<ol><li id="fn:1">One <a href="#fnref:1">↩</a></li></ol>',
    '<p>A<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> One.</p>',
    '<p>A<a id="r" href="https://a.example/news/one#n">1</a></p><p id="n"><a href="/news/one#r">^</a> One.</p>',
  ]) {
    const { ids, fragments } = innerLinks(renderMarkdown(source, place));
    assert.deepEqual([...new Set(fragments)].sort(), [...ids].sort(), source);
    assert.ok(ids.length >= 2 && ids.every((id) => /^news-a-excerpt-\d+$/.test(id)), ids.join());
  }
});

test("an id stays where a link of the text leads to it, once, and as no other text has it", () => {
  const render = (source: string) => renderMarkdown(source, place);
  assert.equal(
    render('<p><a href="#m">m</a></p><h2 id="m">M</h2><p id="m">x</p><p id="main">y</p>'),
    '<p><a href="#news-a-excerpt-1">m</a></p><h3 id="news-a-excerpt-1">M</h3><p>x</p><p>y</p>',
  );
  assert.equal(
    render('<p><a href="#a%20b">m</a><a name="a b"></a></p>'),
    '<p><a href="#news-a-excerpt-1">m</a><a id="news-a-excerpt-1"></a></p>',
  );
  assert.equal(
    render('<p><a href="#s">s</a></p><section id="s">S</section>'),
    '<p><a href="#news-a-excerpt-1">s</a></p><div id="news-a-excerpt-1">S</div>',
  );
  // What is taken out is no target.
  assert.match(render('<p><a href="#i">i</a><img id="i" src="x"></p>'), /href="https:\/\/a\.example\/news\/one#i"/);
});

test("a link of ours to nothing in its text is its words alone", () => {
  assert.equal(renderMarkdown("[x](#news) [y](#) [z](/a/#b)"), '<p><a>x</a> <a>y</a> <a href="/a/#b">z</a></p>');
  assert.equal(renderMarkdown("[x](#news)", { toAddress: (href) => href }), "<p><a>x</a></p>");
});

test("any text has no id but its own, each once, and every link within it has its target", () => {
  const inner = fc.constantFrom(
    ...'<a href="#x">|<a name="x">|<p id="x">|<h2 id=y>|<a href="#y">|</a>|</p>|A[^1]|\n\n[^1]: n\n\n|[^z]|[a](#x)|<sup>|<li id="z">|<img id="x">|<section id=x>|<svg id="y">|<a href="#constructor">|<b id="__proto__">|<a href=#__proto__>'.split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(inner, piece), { maxLength: 12 }), (parts) => {
      const html = renderMarkdown(parts.join("x"), place);
      const { ids, fragments } = innerLinks(html);
      assert.equal(new Set(ids).size, ids.length, html);
      assert.ok(
        ids.every((id) => id.startsWith("news-a-excerpt-")),
        html,
      );
      assert.deepEqual(
        fragments.filter((id) => !ids.includes(id)),
        [],
        html,
      );
    }),
  );
});

test("tasks and the alignment of cells stay, without a style attribute", () => {
  assert.equal(
    renderMarkdown("- [ ] a\n- [X] b"),
    '<ul>\n<li><input type="checkbox" disabled aria-label="Not done" /> a</li>\n<li><input type="checkbox" disabled checked aria-label="Done" /> b</li>\n</ul>',
  );
  const cells = (html: string) => [...html.matchAll(/<t[hd]\b([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
  const aligned = ['class="align-left"', 'class="align-center"', 'class="align-right"', ""];
  assert.deepEqual(cells(renderMarkdown("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|")), [...aligned, ...aligned]);
  const html =
    '<table><tr><td align=left>1<td style="color:red; TEXT-ALIGN : Center">2<td align="right" style="margin:0">3<td align="justify" class="x">4</table>';
  assert.deepEqual(cells(renderMarkdown(html)), aligned);
  assert.equal(renderMarkdown('a <input value="b"> <input type="text"> c'), "<p>a   c</p>");
});

test("what is shown without its element stays apart from what is around it", () => {
  assert.equal(renderMarkdown("<details><summary>A</summary>b</details>"), "<div><div>A</div>b</div>");
  assert.equal(renderMarkdown("<section>a</section><section>b</section>"), "<div>a</div><div>b</div>");
  assert.equal(renderMarkdown("<constructor>a</constructor> <kbd>b</kbd>"), "<p>a <kbd>b</kbd></p>");
});

test("a text without a word to be read is none", () => {
  for (const source of [
    "![A picture](a.png)",
    '<img src="a.png" alt="A picture">',
    "[a]: https://a.example/",
    "[^1]: A note that nothing leads to.",
    "<textarea>a</textarea>",
    "<script>a</script><style>b</style>",
    "<!-- a -->",
    "***",
    "<select><option>a</select>",
    "<video><source src=a></video>",
    "##",
    "- [ ]",
    "&nbsp;&#8203;",
    "…",
  ]) {
    assert.equal(renderMarkdown(source), "", source);
  }
  assert.equal(renderMarkdown("一"), "<p>一</p>");
  assert.equal(renderMarkdown("7"), "<p>7</p>");
});

test("a text has text when rendering leaves a word of it", () => {
  for (const [source, expected] of Object.entries({
    "": false,
    "***": false,
    "![A chart](chart.png)": false,
    "[fhir]: https://hl7.org/fhir/": false,
    "<textarea>Words</textarea>": false,
    "<p><img src=a.png></p>": false,
    "1. ![](a.png)": false,
    "A chart": true,
    "## A chart": true,
    "<p>A chart</p>": true,
    "[^1]: A note": false,
    "**李明**": true,
  }))
    assert.equal(hasText(source), expected, source);
  const begin = fc.constantFrom(
    "",
    "# ",
    "- ",
    "> ",
    "**",
    "<p>",
    "1. ",
    "\n\n",
    "    ",
    "\t",
    "[^1]: ",
    "[",
    "![",
    "<b>",
    "`",
  );
  fc.assert(
    fc.property(begin, anyHtml, (start, rest) => {
      const source = start + rest;
      assert.equal(hasText(source), renderMarkdown(source) !== "", JSON.stringify(source));
    }),
  );
});
