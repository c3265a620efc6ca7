import assert from "node:assert/strict";
import { test } from "node:test";
import { sanitize } from "../lib/html.ts";
import { wordHtml, wordingOfOurs, wordingOfSource, wordOurs, wordSource } from "./wording.ts";

const plain = { dir: undefined, lang: undefined };
const hebrew = { dir: "rtl", lang: "he" };
const story = { language: "he" };

test("words of the source are in the stated language, unless they run the other way", () => {
  assert.deepEqual(wordingOfSource("FHIR: שלוש דרכים", story), hebrew);
  assert.deepEqual(wordingOfSource("FHIR R4", story), plain);
  assert.deepEqual(wordingOfSource("Trois méthodes", { language: "fr" }), { dir: undefined, lang: "fr" });
  assert.deepEqual(wordingOfSource("Three ways", { language: "en" }), plain);
  assert.deepEqual(wordingOfSource("שלוש דרכים", { language: "en" }), { dir: "rtl", lang: undefined });
  assert.deepEqual(wordingOfSource("שלוש דרכים", { language: undefined }), { dir: "rtl", lang: undefined });
});

test("words of ours are in the language of the story or in that of the site", () => {
  assert.deepEqual(wordingOfOurs("FHIR API בבריאות", story), hebrew);
  assert.deepEqual(wordingOfOurs("כללית opens its records to every patient", story), plain);
  assert.deepEqual(wordingOfOurs("Three ways", { language: "fr" }), plain);
  assert.deepEqual(wordingOfOurs("שלוש דרכים", { language: undefined }), { dir: "rtl", lang: undefined });
  assert.deepEqual(wordingOfOurs("שלוש FHIR", { language: "fr" }), { dir: "rtl", lang: undefined });
});

test("blocks say where they run against the text around them", () => {
  const html = sanitize(
    "<p>FHIR: שלוש דרכים</p><pre>{}; a</pre><p>12</p><blockquote><p>API</p><p>FHIR</p></blockquote>",
  );
  assert.deepEqual(wordSource(html, story), {
    html: '<p>FHIR: שלוש דרכים</p><pre dir="ltr">{}; a</pre><p>12</p><blockquote dir="ltr"><p>API</p><p>FHIR</p></blockquote>',
    wording: hebrew,
  });
  assert.deepEqual(wordOurs(sanitize("<p>We think so.</p><blockquote><p>שלום</p></blockquote>"), story), {
    html: '<p>We think so.</p><blockquote dir="rtl"><p>שלום</p></blockquote>',
    wording: plain,
  });
});

test("a list or a table runs one way, and no part of it another", () => {
  const marked = (html: string) => wordHtml(sanitize(html)).html;
  const mixed = "<ul><li>שלום לכולם<ol><li>API</li></ol></li><li>FHIR</li></ul>";
  assert.equal(marked(mixed), mixed.replace("<ol>", '<ol dir="ltr">'));
  assert.equal(
    marked("<p>In English.</p><ul><li>שלום</li></ul>"),
    '<p>In English.</p><ul dir="rtl"><li>שלום</li></ul>',
  );
  const table = "<table><tbody><tr><th>שדה</th><td>FHIR</td></tr></tbody></table>";
  assert.equal(marked(`<p>שלוש דרכים</p>${table}`), `<p>שלוש דרכים</p>${table}`);
  assert.equal(
    marked("<p>שלוש דרכים</p><table><tbody><tr><td>FHIR</td></tr></tbody></table>"),
    '<p>שלוש דרכים</p><table dir="ltr"><tbody><tr><td>FHIR</td></tr></tbody></table>',
  );
});

test("where no language is stated, most of a text decides for what has letters of both directions", () => {
  const html = sanitize("<p>FHIR: שלוש דרכים, ועוד אחת</p><ul><li>API ראשון</li></ul>");
  assert.deepEqual(wordHtml(html), { html, wording: { dir: "rtl", lang: undefined } });
  const english = sanitize("<p>שלום means hello in Hebrew.</p>");
  assert.deepEqual(wordHtml(english), { html: english, wording: plain });
});

test("a direction that the text itself states stays, and a text without such letters stays as it is", () => {
  const stated = sanitize('<p>Hello there</p><p dir="auto">שלום</p>');
  assert.deepEqual(wordHtml(stated), { html: stated, wording: plain });
  const english = sanitize("<p>Hello</p>");
  assert.deepEqual(wordHtml(english), { html: english, wording: plain });
});
