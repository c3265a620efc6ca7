import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { htmlToPlainText } from "./footnotes.ts";
import { renderMarkdown } from "./html.ts";
import { htmlToText } from "./html-to-text.ts";

const plain = (source: string) => htmlToPlainText(renderMarkdown(source, { quotedFrom: "https://a.example/b" }));

test("a text has no footnotes, marks or ways back, whoever made them", () => {
  const texts: Readonly<Record<string, string>> = {
    "GitHub's Markdown": "A[^1] b[^x]. C[^1]\n\n[^1]: One.\n\n    More of it.\n\n[^x]: Two[^1].",
    kramdown:
      '<p>A<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup> b. C</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>One. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
    Pandoc:
      '<p>A<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> b. C</p><section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>One.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    Word: '<p>A<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> b. C</p><hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> One.</p>',
    "Word, at the end":
      '<p>A<a href="#_edn1" name="_ednref1">[i]</a> b. C</p><p><a href="#_ednref1" name="_edn1">[i]</a> One.</p>',
    docutils:
      '<p>A b <a href="#i2" id="i1">[1]</a>. C</p><aside id="i2"><span>[<a href="#i1">1</a>]</span><p>One.</p></aside>',
    Wikipedia:
      '<p>A<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> b. C</p><h2>References</h2><ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> One.</li></ol>',
    "a number in brackets": '<p>A [<a href="#n1">1</a>] b. C</p><h3>Notes</h3><p id="n1">[1] One.</p>',
    "a sign": '<p>A<a href="#n1">*</a> b. C</p><p id="n1">* One.</p>',
    "a list of terms": '<p>A<sup><a href="#n1">1</a></sup> b. C</p><dl><dt id="n1">1</dt><dd>One.</dd></dl>',
    "several in one place":
      '<p>A<sup><a href="#n1">1</a>, <a href="#n2">2</a></sup> b. C</p><ul><li id="n1">One.</li><li id="n2">Two.</li></ul>',
    "the whole address": '<p>A<sup><a href="https://a.example/b#n1">1</a></sup> b. C</p><p id="n1">One.</p>',
  };
  for (const [name, source] of Object.entries(texts)) assert.equal(plain(source), "A b. C", name);
});

test("other links within a text are words of it, and so is what they lead to", () => {
  assert.equal(
    plain('<p>See <a href="#m">the method</a>.</p><h3 id="m">Method</h3><p>It.</p>'),
    "See the method. Method It.",
  );
  assert.equal(
    plain('<p><a href="#one">1</a> <a href="#two">2</a></p><h3 id="one">One</h3><h3 id="two">Two</h3>'),
    "1 2 One Two",
  );
  assert.equal(
    plain('<p>Table <a href="#tab1">1</a>.</p><div id="tab1"><table><tr><td>Cell</td></tr></table></div>'),
    "Table 1. Cell",
  );
  assert.equal(
    plain('<p>As Section <a href="#s2">2</a> shows.</p><div id="s2"><h3>Two</h3><p>It works.</p></div>'),
    "As Section 2 shows. Two It works.",
  );
  assert.equal(plain('<p>Contents: <a href="#p1">1</a></p><p id="p1">Words.</p>'), "Contents: 1 Words.");
  assert.equal(plain('<p>See [<a href="#r5">5</a>].</p><table><tr><td id="r5">Row</td></tr></table>'), "See [5]. Row");
  assert.equal(plain('<p>As in <a href="#a">[a]</a>.</p><p id="a">Part.</p>'), "As in [a]. Part.");
  assert.equal(plain('<div id="all">All <sup><a href="#all">top</a></sup></div>'), "All top");
  assert.equal(plain('<p>CO<sub>2</sub>, m<sup>2</sup>, <a href="https://c.example/">1</a></p>'), "CO2, m2, 1");
});

test("a text that is a footnote and nothing else leaves no words", () => {
  assert.equal(plain("[^1]\n\n[^1]: One."), "");
});

test("without links within it a text is its words", () => {
  const part = fc.constantFrom(
    "a ",
    "*b* ",
    "\n\n",
    "## c\n\n",
    "- d\n",
    "[e](https://e.example/) ",
    "<sup>1</sup>",
    "|f|\n",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
      const html = renderMarkdown(parts.join(""));
      assert.equal(htmlToPlainText(html), htmlToText(html));
    }),
  );
});
