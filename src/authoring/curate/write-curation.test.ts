import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readEntry } from "../../catalog/read-file.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { renderMarkdown } from "../../lib/html.ts";
import { htmlToText } from "../../lib/html-to-text.ts";
import { isSlug } from "../../lib/slugify.ts";
import { squeeze, toLine } from "../../lib/text.ts";
import { assertValid, type Curation, escapeMarkdown, toOrganizationText, toSlug, toText } from "./write-curation.ts";

const CURATION: Curation = {
  title: "FHIR: the 'next' step",
  date: "2026-11-22",
  url: "https://www.example.com/fhir?id=1",
  published: "2024-05",
  publishedBasis: "url",
  authors: ["Ada Park"],
  topics: ["HL7: FHIR", "Symplur: #FHIR"],
  offerings: ["acme-server"],
  summary:
    "Hospitals share records, says the source, and patients may read them on their phones as soon as they are written.",
};

test("the file has the fields of the short form in their order", () => {
  assert.equal(
    toText({
      ...CURATION,
      description: "What the page says of itself.",
      image: { file: "a.jpg", width: 800, height: 600 },
      language: "fr",
    }),
    `---
title: "FHIR: the 'next' step"
date: 2026-11-22
link: https://www.example.com/fhir?id=1
published: 2024-05
publishedBasis: url
author:
  - Ada Park
categories:
  - 'HL7: FHIR'
  - 'Symplur: #FHIR'
relatedOfferings:
  - acme-server
summary: >-
  Hospitals share records, says the source, and patients may read them on their phones as soon as
  they are written.
description: >-
  What the page says of itself.
featuredImage:
  href: a.jpg
  size: [800, 600]
language: fr
---
`,
  );
});

test("without a summary the page's own words are the excerpt, and without either there is no body", () => {
  const text = toText({ ...CURATION, summary: undefined, description: "1. R&D *now*." });
  assert.match(text, /---\n1\\. R\\&D \\\*now\\\*\.\n$/);
  assert.match(toText({ ...CURATION, summary: undefined }), /---\n$/);
});

const TROUBLE = [
  "null",
  "~",
  "yes",
  "No",
  "1e3",
  "0x1f",
  "0o17",
  "0b1",
  "1_000",
  ".5",
  "2024",
  "2024-05-17",
  "12:30:45",
  "'",
  '"',
  "''",
  "#",
  "# no",
  "a # b",
  "a: b",
  "- a",
  "? a",
  "! a",
  "!!str a",
  "&a",
  "*a",
  "[a]",
  "{a: b}",
  "| a",
  "> a",
  "%a",
  "@a",
  "`a`",
  "---",
  "...",
  "<<",
  "=",
  "a\\b",
  "\\n",
  "👩‍⚕️ care",
  "🩺",
  "שלום עולם",
  "مرحبا: بالعالم",
  "日本語のタイトル",
  "a 'quoted' \"word\"",
  "$x",
  "{{ x }}",
  "<script>alert(1)</script>",
  "a,b",
  "a\u00A0b",
  "key:",
  ":",
  "-",
  "?",
];

test("texts that look like YAML, of any script, come back as they were", () => {
  const word = fc.oneof(fc.constantFrom(...TROUBLE), fc.string({ unit: "binary", maxLength: 30 }));
  const line = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) =>
      toLine(words.join(" ").replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFEFF\uFFFD\u2028\u2029]/gu, "")),
    )
    .filter((text) => text !== "");
  fc.assert(
    fc.property(line, line, line, fc.option(line, { nil: undefined }), (title, author, description, summary) => {
      const curation = { ...CURATION, title, authors: [author], description, summary };
      const text = toText(curation);
      const { entry, diagnostics } = readEntry("news", {
        file: "news/2026/x.md",
        bytes: new TextEncoder().encode(text),
      });
      assert.deepEqual(diagnostics, []);
      const [data] = [...entriesOf(entry ? [entry] : [], "news")].map((story) => story.data);
      assert.ok(data);
      assert.equal(data.title, title);
      assert.deepEqual(data.authors, [author]);
      assert.equal(data.summary, summary);
      assert.equal(squeeze(data.description ?? ""), squeeze(description));
    }),
  );
});

test("each troublesome text alone is a title", () => {
  for (const title of TROUBLE.map(squeeze))
    assert.doesNotThrow(() => assertValid("news/2026/x.md", toText({ ...CURATION, title })), title);
});

test("an excerpt shows the very text, whatever marks are in it", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "*a*",
      "_b_",
      "`c`",
      "[d](https://e.example)",
      "<b>f</b>",
      "&amp;",
      "https://g.example/h",
      "www.i.example",
      "# j",
      "1. k",
      "- l",
      "+ m",
      "> n",
      "---",
      "~~o~~",
      "|p|",
      "![q](r)",
      "$s$",
      ":t:",
      "^u^",
      "a@b.example",
      "\\",
      "[^1]",
      "==v==",
      "    w",
    ),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      // Without a word in it, a text is none.
      const text = squeeze(`a ${parts.join(" ")}`.replace(/\p{Cc}/gu, ""));
      const html = renderMarkdown(escapeMarkdown(text), { quotedFrom: "https://a.example/" });
      assert.equal(htmlToText(html), text);
      // A bare address is a link to itself, and nothing else is marked up.
      assert.doesNotMatch(html.replace(/<a href="(?:https?:\/\/|mailto:)[^"]*">|<\/a>/g, ""), /<(?!\/?p>)/);
    }),
  );
});

test("the slug is the host and the title, free and valid, whatever the title", () => {
  assert.equal(toSlug(CURATION, new Set()), "example-fhir-the-next-step");
  assert.equal(
    toSlug(CURATION, new Set(["example-fhir-the-next-step", "example-fhir-the-next-step-2"])),
    "example-fhir-the-next-step-3",
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.webUrl(), (title, url) => {
      const slug = toSlug({ title, url }, new Set());
      assert.ok(isSlug(slug), slug);
      assert.ok(isSlug(toSlug({ title, url }, new Set([slug]))));
    }),
  );
});

test("the file of an organization is valid", () => {
  const text = toOrganizationText({ name: "No: 1 'News'", type: "news", hosts: ["one.example"] });
  assert.equal(text, "---\nname: \"No: 1 'News'\"\ntype: news\nhosts:\n  - one.example\n---\n");
  assert.doesNotThrow(() => assertValid("organizations/one.md", text));
});
