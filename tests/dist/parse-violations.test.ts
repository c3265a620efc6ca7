import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseViolations } from "./parse-violations.ts";

const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head>';
const page = (body: string) => `${HEAD}<body><h1>A</h1>${body}</body></html>`;
const messagesOf = (html: string) => parseViolations(html).map(({ message }) => message);

describe("a page that the parser takes as it is has no violation", () => {
  for (const [name, html] of Object.entries({
    plain: page("<p>a &amp; b</p>"),
    "tags that may be left out": page("<table><tr><td>a</table><ul><li>a<li>b</ul><p>a<p>b"),
    "space and comments behind the end": `${page(" ")}\n<!-- a -->\n`,
    "space between the end tags": `${HEAD}<body><h1>A</h1></body>\n<!-- a -->\n</html>`,
    "a drawing, a template and a noscript": page(
      '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><template><p>a</template><noscript><p>a</p></noscript>',
    ),
    "code in JSON": page('<script type="application/ld+json">{"a":"</p>"}</script>'),
  }))
    test(name, () => assert.deepEqual(parseViolations(html), []));
});

describe("what the parser mends is found", () => {
  const cases: Readonly<Record<string, readonly [html: string, message: string]>> = {
    "a script behind the page": [`${page("")}<script src="/a.js"></script>`, "script is not where it stands"],
    "a paragraph behind the body": [`${HEAD}<body></body><p>a</p></html>`, "p is not where it stands"],
    "words behind the page": [`${page("")} a`, "#text is not where it stands"],
    "words behind the page, after words": [`${page("a")} b`, "#text is not where it stands"],
    "a paragraph in a table": [page("<table><p>a</p></table>"), "table is not where it stands"],
    "words in a table": [page("<table>a<tr><td>b</td></tr></table>"), "table is not where it stands"],
    "words in a table, after words": [page("a<table>b<tr><td>c</td></tr></table>"), "table is not where it stands"],
    "emphasis across paragraphs": [page("<b><p>a</b></p>"), "p is not where it stands"],
    "no doctype": [page("").slice("<!doctype html>".length), "missing-doctype"],
    "a doctype in a description alone": [
      page("").slice(15).replace("<title>", '<meta name="description" content="<!doctype html>"><title>'),
      "missing-doctype",
    ],
    "an old doctype": [page("").replace("html>", 'html PUBLIC "-//W3C//DTD HTML 4.01//EN">'), "non-conforming-doctype"],
    "a control character": [page("a\u0007"), "control-character-in-input-stream"],
    "a control character of Windows-1252": [page("it\u0092s"), "control-character-in-input-stream"],
    "one in an attribute": [page('<p title="\u0001">a</p>'), "control-character-in-input-stream"],
    "a null": [page("a\0"), "unexpected-null-character"],
    "a noncharacter": [page("a\ufdd0"), "noncharacter-in-input-stream"],
    "a reference to a control character": [page("it&#x92;s"), "control-character-reference"],
    "a reference to half a pair": [page("&#xd83d;"), "surrogate-character-reference"],
    "a reference that is none": [page("&bogus;"), "unknown-named-character-reference"],
    "an attribute twice": [page('<p id="a" id="b">a</p>'), "duplicate-attribute"],
    "a title that was not escaped": [page("a <b & c"), "unexpected-character-in-attribute-name"],
    "a tag of the head behind it": [
      page("").replace("<body>", "<meta name=a content=b><body>"),
      "abandoned-head-element-child",
    ],
  };
  for (const [name, [html, message]] of Object.entries(cases))
    test(name, () => assert.ok(messagesOf(html).includes(message), messagesOf(html).join("\n")));
});

test("a violation says where it is", () => {
  const html = page("a\u0007");
  assert.deepEqual(parseViolations(html), [
    { message: "control-character-in-input-stream", offset: html.indexOf("\u0007") },
  ]);
});
