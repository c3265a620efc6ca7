import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "./entries.ts";
import { diagnosticsOf, type Files, healthy, news, readAll } from "./testing.ts";

const STORY = "news/2026/story.md";

/** All diagnostics, one a line. */
const violations = (files: Files) =>
  diagnosticsOf(healthy(files)).map(({ severity, rule, path, message, fix }) => {
    return `${severity} ${path.join(".")} ${message}. ${fix}. [${rule}]`;
  });

test("the slug is the file name, or a field", () => {
  const { entries } = readAll(healthy({ "news/2026/b.md": news({ slug: "c" }) }));
  assert.deepEqual(
    entries.filter(({ kind }) => kind === "news").map(({ slug }) => slug),
    ["story", "c"],
  );
});

test("letters that are typed as two characters are those that are typed as one", () => {
  const [name, slug] = ["HL7: Größe", "größe"];
  const [other, otherSlug] = [name.normalize("NFD"), slug.normalize("NFD")];
  const files = {
    "topics/hl7-große.md": `name: '${name}'\ndescription: d`,
    "topics/other.md": `name: 'HL7: Other'\ndescription: d\naliases: /topic/hl7-other/\nbroader: '${other}'`,
    [`offerings/${otherSlug}.md`]: `name: Größe\nvendor: acme\nkind: fhir-server\nsummary: s\ntopics: ['${other}']`,
    [STORY]: news({
      categories: `['${other}']`,
      categoryLabel: `['${"Größe".normalize("NFD")}']`,
      relatedOfferings: `[${otherSlug}]`,
    }),
  };
  assert.deepEqual(violations(files), []);
  assert.deepEqual(
    readAll(files).entries.flatMap((entry) => ("vendor" in entry.data ? entry.slug : [])),
    [slug],
  );
});

test("an entry knows only the number of words of its body", () => {
  const { entries } = readAll({ [STORY]: `---\n${news()}\n---\n<p>Two <b>words</b></p><script>no no</script>` });
  assert.equal(entries[0]?.hasBody, true);
  assert.doesNotMatch(JSON.stringify(entries), /Two/);
});

test("what no page shows of a text is said with its line, and is no word of it", () => {
  const bodies: Readonly<Record<string, string>> = {
    [STORY]: `---\n${news({ insights: "'See [it](#there)'" })}\n---\n\nA [link](#there).\n\n![A chart](chart.png)\n`,
    "news/2026/other.md": `---\r\n${news({ link: "https://a.example/other" })}\r\n---\r\n<details>\r\n<summary>B</summary>\r\n</details>\r\n\r\n<iframe src="x"></iframe>\r\n`,
    "topics/hl7-fhir.md": "---\nname: 'HL7: FHIR'\ndescription: d\n---\n[a](#b)\n",
  };
  const said = diagnosticsOf(healthy(bodies)).filter(({ rule }) => rule === "lost-markup");
  assert.deepEqual(
    said.map(({ file, severity, path, at, message, fix }) => [
      file.split("/").at(-1),
      severity,
      at ? `${at.line}:${at.column}` : path.join(),
      `${message}. ${fix}.`,
    ]),
    [
      [
        "hl7-fhir.md",
        "warning",
        "5:1",
        "The link to '#b' leads nowhere: nothing in the text has that id. Link to the page that is meant, or remove the link.",
      ],
      [
        "story.md",
        "warning",
        "12:1",
        "The picture 'chart.png' is not shown: texts have none. Remove it; the picture of a story is its 'featuredImage'.",
      ],
      [
        "story.md",
        "warning",
        "insights",
        "The link to '#there' leads nowhere: nothing in the text has that id. Link to the page that is meant, or remove the link.",
      ],
      ["other.md", "warning", "8:1", "The element '<details>' is taken out of the text. Write the text without it."],
      ["other.md", "warning", "12:1", "The element '<iframe>' is taken out of the text. Write the text without it."],
    ],
  );
  const entry = (file: string) => readAll(healthy(bodies)).entries.find((one) => one.file === file);
  assert.deepEqual([entry(STORY)?.hasBody, entry(STORY)?.insightsWords], [true, 2]);
  assert.equal(entry("news/2026/other.md")?.hasBody, true);
});

test("insights of which a page shows no word are none", () => {
  const { entries } = readAll({ [STORY]: news({ insights: "'![A chart](a.png)'", insights_name: "Ann Lee" }) });
  const [entry] = entries;
  assert.ok(entry?.kind === "news");
  assert.equal((entry as Entry<"news">).data.insights, undefined);
});

test("a field of another kind of entity is unknown", () => {
  assert.equal(violations({ "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: d\nvendor: acme" }).length, 1);
});

const VIOLATIONS: Readonly<Record<string, Files>> = {
  "key near a known one": { [STORY]: news({ catgories: "x" }) },
  "key in another case": { [STORY]: news({ Summary: "x" }) },
  "name of a required field misspelt": { [STORY]: news().replace(/^categories/m, "catagories") },
  "key far from any": { [STORY]: news({ somethingElse: "x" }) },
  "keys of the prototype": { [STORY]: news({ ["__proto__"]: "x", constructor: "y" }) },
  "title missing": { [STORY]: news().replace(/^title.*\n/, "") },
  "title empty": { [STORY]: news({ title: "' '" }) },
  "title null": { [STORY]: news({ title: "null" }) },
  "texts without a character that is seen": {
    [STORY]: news({ title: '"\\u200B\\u00AD"', summary: "\u2060", author: '[Jane, "\\uFEFF\\u200B"]' }),
  },
  "several at once": { [STORY]: news({ title: "", date: "yesterday", draft: "maybe", link: "x" }) },
  "alias in one text": { [STORY]: news({ aliases: "/a?b" }) },
  "alias of a file": { [STORY]: news({ aliases: "[/feed.xml, '/50%-off/', '/a<b>/']" }) },
  "alias too long": { [STORY]: news({ aliases: `/${"a".repeat(201)}/` }) },
  "author is a number": { [STORY]: news({ author: "7" }) },
  "categories without an entry": { [STORY]: news({ categories: "[]" }) },
  "categories with a blank entry": { [STORY]: news({ categories: "['', null]" }) },
  "status that is none": { [STORY]: news({ publishedBasis: "rumour" }) },
  "image of no size": { [STORY]: news({ featuredImage: "{ href: a.png, size: [0, 2.5] }" }) },
  "alias in a list": { [STORY]: news({ aliases: "[/a, /b/../c]" }) },
  "category without authority": { [STORY]: news({ categories: "FHIR" }) },
  "category is a number": { [STORY]: news({ categories: "['HL7: FHIR', 7]" }) },
  "link is a number": { [STORY]: news({ link: "7" }) },
  "link object without href": { [STORY]: news({ link: "{ brand: acme.example }" }) },
  "link object with a bad href": { [STORY]: news({ link: "{ href: acme.example }" }) },
  "offerings as one text": { [STORY]: news({ relatedOfferings: "acme-server" }) },
  "offering with a bad permalink": { [STORY]: news({ relatedOfferings: "[{ label: A, permalink: /x/y }]" }) },
  "offering without a label": { [STORY]: news({ relatedOfferings: "[{ permalink: /offering/acme-server }]" }) },
  "published in month 13": { [STORY]: news({ published: "2026-13" }) },
  "published is a list": { [STORY]: news({ published: "[2026]" }) },
  "metadata is a text": { [STORY]: news({ htmlMetaData: "x" }) },
  "kind near a known one": {
    "offerings/acme-server.md": "name: A\nvendor: acme\nkind: fhir-sever\nsummary: s",
  },
  "kind empty": { "offerings/acme-server.md": "name: A\nvendor: acme\nkind: # TODO\nsummary: s" },
  "slug with path characters": { [STORY]: news({ slug: "../x" }) },
  "file name in capitals": { "news/2026/Another.md": news({ link: "https://acme.example/b" }) },
  "file name of an archive": { "news/2026/2021.md": news({ link: "https://acme.example/b" }) },
  "slug of a page of the site": { "news/2026/b.md": news({ link: "https://acme.example/b", slug: "page" }) },
  "file name of a device": { "news/2026/con.md": news({ link: "https://acme.example/b" }) },
  "folder of a device": { "news/2026/aux/b.md": news({ link: "https://acme.example/b", date: "2026-01-02" }) },
  "control characters as HTML in insights": {
    [STORY]: news({ insights: "|\n  One.\n\n  It&#146;s &#7; `&#7;`" }),
  },
  "slug of a device": { [STORY]: news({ slug: "lpt1", relatedOfferings: "[nul]" }) },
  "alias of a device": { [STORY]: news({ aliases: "[/news/aux/, /blog/Con.old/, /com¹/x/, /blog/v1./, /blog./x/]" }) },
  "file name of a facet": { "offerings/licence.md": "name: A\nvendor: acme\nkind: library\nsummary: s" },
};

for (const [name, files] of Object.entries(VIOLATIONS)) {
  test(`invalid: ${name}`, (t) => {
    const found = violations(files).filter((line) => !line.includes("[unknown-reference]"));
    assert.ok(found.length > 0);
    t.assert.snapshot(found);
  });
}
