import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { escapeMarkup, htmlToText, renderMarkdown, sanitize } from "./html.ts";

const FORBIDDEN = new Set(
  "script style iframe object embed form input button textarea select svg math base meta link img video audio source template noscript title xmp plaintext frame frameset applet".split(
    " ",
  ),
);

/** Parses what was made safe and fails on anything that could run, load or send. */
function assertSafe(html: string): void {
  type Node = ReturnType<typeof parseDocument>["children"][number];
  const rest: Node[] = [...parseDocument(html).children];
  for (let node = rest.pop(); node; node = rest.pop()) {
    assert.ok(node.type === "text" || node.type === "tag", `${node.type} in ${html}`);
    if (node.type !== "tag") continue;
    assert.ok(!FORBIDDEN.has(node.name), html);
    for (const [name, value] of Object.entries(node.attribs)) {
      assert.match(name, /^(?:href|title|hreflang|datetime|start|reversed|colspan|rowspan|scope|lang|dir)$/, html);
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
  const render = (text: string) => renderMarkdown(text, "https://a.example/news/one");
  assert.equal(render("[x](/pricing)"), '<p><a href="https://a.example/pricing">x</a></p>');
  assert.equal(render("[x](#below)"), '<p><a href="https://a.example/news/one#below">x</a></p>');
  assert.equal(render("[x](https://b.example/)"), '<p><a href="https://b.example/">x</a></p>');
  assert.equal(render("[x](javascript:alert(1))"), "<p><a>x</a></p>");
  assert.equal(renderMarkdown("[x](/topic/hl7-fhir/)"), '<p><a href="/topic/hl7-fhir/">x</a></p>');
});
