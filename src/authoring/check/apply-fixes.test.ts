import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { dump } from "js-yaml";
import { diagnosticsOf, type Files, healthy, news, textOf, writeContent } from "../../catalog/testing.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { dataOf, documents } from "../../ingest/testing.ts";
import { applyEdit } from "./apply-fixes.ts";
import { checkFolder, readFrom } from "./testing.ts";

const STORY = "news/2026/story.md";

/** The text of the story after `--fix`, and what was said to be fixed. */
async function fix(t: TestContext, files: Files): Promise<{ text: string; fixed: string[]; left: string[] }> {
  const root = await writeContent(t, healthy(files));
  const { fixed, diagnostics } = await checkFolder(root, { isFix: true });
  const text = await readFrom(root, STORY);
  const again = await checkFolder(root, { isFix: true });
  assert.deepEqual(again.fixed, [], "a second run mends nothing more");
  assert.equal(await readFrom(root, STORY), text);
  return { text, fixed: fixed.map(({ rule, field }) => `${rule} ${field}`), left: diagnostics.map(({ rule }) => rule) };
}

const FIXES: Readonly<Record<string, { files: Files; from: string; to: string }>> = {
  "key with a slip": {
    files: { [STORY]: news({ sumary: "'It happened.' # a comment" }) },
    from: "sumary:",
    to: "summary:",
  },
  "key whose place comes to light with it": {
    files: { [STORY]: news().replace("categories: 'HL7: FHIR'", "catgories: 'HL7: FIHR' # why") },
    from: "catgories: 'HL7: FIHR' # why",
    to: "categories: 'HL7: FHIR' # why",
  },
  "topic in a list, after a blank item": {
    files: { [STORY]: news({ categories: "\n  -\n  # the first\n  - 'HL7: FHR' # here" }) },
    from: "- 'HL7: FHR' # here",
    to: "- 'HL7: FHIR' # here",
  },
  "offering in a flow list": {
    files: { [STORY]: news({ relatedOfferings: "[ acme-servr ]" }) },
    from: "[ acme-servr ]",
    to: "[ acme-server ]",
  },
  "path of a copy whose name is right": {
    files: { [STORY]: news({ relatedOfferings: "[{ label: Acme Server, permalink: /offering/acme-sever }]" }) },
    from: "/offering/acme-sever",
    to: "/offering/acme-server",
  },
  "derived list": {
    files: { [STORY]: news({ categorySlug: "\n  - 'hl7: v2'" }) },
    from: "- 'hl7: v2'",
    to: "- 'hl7: fhir'",
  },
  "derived text": {
    files: { [STORY]: news({ categoryUrl: '"topic/hl7-v2"' }) },
    from: '"topic/hl7-v2"',
    to: '"topic/hl7-fhir"',
  },
  "derived list that is too long": {
    files: { [STORY]: news({ categoryLabel: "[FHIR, v2]" }) },
    from: "[FHIR, v2]",
    to: "[FHIR]",
  },
  "number of a copy": {
    files: {
      "offerings/acme-server.md": "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A.\nofferingId: 7",
      [STORY]: news({ relatedOfferings: "[{ label: Acme Server, permalink: /offering/acme-server, offeringId: 8 }]" }),
    },
    from: "offeringId: 8",
    to: "offeringId: 7",
  },
  "name of a copy": {
    files: {
      "offerings/acme-server.md": "name: 'Acme: Server'\nvendor: acme\nkind: fhir-server\nsummary: A.\nofferingId: 7",
      [STORY]: news({ relatedOfferings: "[{ label: Acme, permalink: /offering/acme-server, offeringId: 7 }]" }),
    },
    from: "label: Acme,",
    to: "label: 'Acme: Server',",
  },
  "value of a closed list": {
    files: { [STORY]: news({ publishedBasis: "Page" }) },
    from: "publishedBasis: Page",
    to: "publishedBasis: page",
  },
  "day without its zeros": {
    files: { [STORY]: news({ date: "2026-1-2" }) },
    from: "date: 2026-1-2",
    to: "date: 2026-01-02",
  },
};

for (const [name, { files, from, to }] of Object.entries(FIXES)) {
  test(`fixed: ${name}`, async (t) => {
    const before = textOf(files[STORY] ?? "");
    assert.ok(before.includes(from));
    const { text, fixed, left } = await fix(t, files);
    assert.equal(text, before.replace(from, to));
    assert.ok(fixed.length > 0);
    assert.deepEqual(left, []);
  });
}

const REST =
  "date: 2026-01-02\nlink: https://acme.example/story\ncategories: 'HL7: FHIR'\nsummary: Here.\nrelatedOfferings: [acme-server]";

/** A field of the story as it was typed, and as it is after the fix. */
const TYPED: Readonly<Record<string, readonly [field: string, before: string, after: string]>> = {
  "colon in a headline": ["title", "FHIR: the good parts so far", "'FHIR: the good parts so far'"],

  "colon in a headline with an apostrophe": ["title", "It's FHIR: what's new", "'It''s FHIR: what''s new'"],
  "colon in a topic": ["categories", "HL7: FHIR", "'HL7: FHIR'"],
  "colon in a text of two lines": ["summary", "A hospital\n  says now: good", "'A hospital\n  says now: good'"],
  "typographic quotes around a topic": ["categories", "“HL7: FHIR”", "'HL7: FHIR'"],
  "at sign": ["title", "@HL7 says", "'@HL7 says'"],
  backtick: ["title", "`fhir` explained", "'`fhir` explained'"],
  "percent sign": ["title", "%20 in addresses", "'%20 in addresses'"],
  "brackets before text": ["title", "[Update] FHIR R6", "'[Update] FHIR R6'"],
  "greater than": ["title", ">90% of hospitals", "'>90% of hospitals'"],
  "apostrophe in single quotes": ["title", "'It's here'", "'It''s here'"],
  "quotes in double quotes": ["title", '"The "best" API"', "'The \"best\" API'"],
  "quotes around the first word and the last": ["title", '"FHIR" beats "HL7"', '\'"FHIR" beats "HL7"\''],
  "quotes around the first word": ["title", '"FHIR" explained', "'\"FHIR\" explained'"],
  "tab in a list": ["categories", "\n\t- 'HL7: FHIR'\n\t- 'HL7: v2'", "\n  - 'HL7: FHIR'\n  - 'HL7: v2'"],
  "soft hyphens": ["title", "Inter\u00ADopera\u00ADbility", "Interoperability"],
  "entities in a headline": ["title", "AT&amp;T &#8217;s &ampT", "AT&T ’s &T"],
  "entities that are encoded twice": ["summary", "A&amp;amp;B &amp;#8217;s", "A&B ’s"],
  "text that ends in a comment": ["title", "Issue #5 and # of things", "'Issue #5 and # of things'"],
  "entities in a text that ends in a comment": ["title", "AT&amp;T wins # of 5", "'AT&T wins # of 5'"],
  "soft hyphens in a text that ends in a comment": ["title", "In\u00ADter # 5 win", "'Inter # 5 win'"],
  "entities and soft hyphens": ["title", "AT&amp;T In\u00ADter", "AT&T Inter"],
  "text that begins with a hash": ["summary", "#FHIR is 15", "'#FHIR is 15'"],
  "comment in the middle of two lines": ["summary", "A hospital\n  books # 1 seat", "'A hospital\n  books # 1 seat'"],
  "imported insights": ["insights_description", "We use C # and Java", "'We use C # and Java'"],
  "text of an image": ["featuredImage", "\n  href: a.png\n  alt: A # B", "\n  href: a.png\n  alt: 'A # B'"],
  "number in a headline": ["title", "2026", "'2026'"],
  "number with a zero at its end": ["title", "1.10", "'1.10'"],
  "number in hexadecimal": ["title", "0x1F", "'0x1F'"],
  "number with an exponent": ["title", "+1e3", "'+1e3'"],
  "number that is none": ["summary", ".NaN", "'.NaN'"],
  "true in a headline": ["title", "True", "'True'"],
  "numbers in a list": ["author", "[007, Jane, 1.0] # who", "['007', Jane, '1.0'] # who"],
  "number as a slug": ["slug", "19840", "'19840'"],
  "colon in a list": ["categories", "\n  - HL7: FHIR # why\n  - 'HL7: v2'", "\n  - 'HL7: FHIR' # why\n  - 'HL7: v2'"],
  "typographic quotes in a list": ["categories", "\n  - ‘HL7: FHIR’", "\n  - 'HL7: FHIR'"],
  "colons in a list of one line": ["categories", "[HL7: FHIR, HL7: v2]", "['HL7: FHIR', 'HL7: v2']"],
  "no space behind a hyphen": ["categories", "\n  -'HL7: FHIR'", "\n  - 'HL7: FHIR'"],
  "no space behind a hyphen, and a colon": ["categories", "\n  -HL7: FHIR", "\n  - 'HL7: FHIR'"],
  "colon on a line of its own": ["categories", "\n  HL7: FHIR", "\n  'HL7: FHIR'"],
  "colon without a space": ["categories", "\n  - HL7:FHIR", "\n  - 'HL7: FHIR'"],
  "typographic quotes around quotes": ["categories", '"„HL7: FHIR“"', '"HL7: FHIR"'],
  "typographic quotes around a day": ["date", "“2026-01-02”", "'2026-01-02'"],
  "typographic quotes around an address": ["link", "«https://acme.example/story»", "'https://acme.example/story'"],
  "invisible character in an address": ["link", "\u200Bhttps://acme.example/story", "https://acme.example/story"],
  "day with a time": ["date", "2026-01-02T23:30:00-08:00 # when", "2026-01-02 # when"],
  "day with a time without colons": ["date", "2026-01-02T2330Z", "2026-01-02"],
  "day with an hour": ["date", "2026-01-02T23", "2026-01-02"],
  "day with a time in quotes": ["date", "'2026-01-02 11:30 PM'", "'2026-01-02'"],
  "publication with a time": ["published", "2026-01-01T00:00:00.000Z", "2026-01-01"],
  "day without hyphens": ["date", "20260102", "2026-01-02"],
  "day with dashes": ["date", "2026–01–02", "2026-01-02"],
  "slug in capitals": ["slug", "STORY-Two", "story-two"],
  "characters of Windows as HTML": ["insights", "|\n  It&#146;s\n\n  new", "|\n  It’s\n\n  new"],
  "characters of Windows": ["title", "It\u0092s \u0093new\u0094", "It’s “new”"],
  "escapes of Windows": ["title", '"It\\u0092s \\x93new\\U00000094\\n"', '"It’s “new”\\n"'],
};

for (const [name, [field, before, after]] of Object.entries(TYPED)) {
  for (const end of ["\n", "\r\n"]) {
    test(`fixed as it was typed, with ${JSON.stringify(end)}: ${name}`, async (t) => {
      const story = (value: string) =>
        `---\n${news({ summary: "Here.", language: "en # a: b", [field]: value })}\n---\nA body: # @x\n`.replaceAll(
          "\n",
          end,
        );
      const { text, fixed, left } = await fix(t, {
        "topics/hl7-v2.md": "name: 'HL7: v2'\ndescription: A.",
        [STORY]: story(before),
      });
      assert.equal(text, story(after));
      assert.ok(fixed.length > 0);
      assert.deepEqual(
        left.filter((rule) => rule !== "missing-image"),
        [],
      );
    });
  }
}

/** The same for whole files. */
const WHOLE: Readonly<Record<string, readonly [before: string, after: string]>> = {
  "no space behind a colon": [`---\ntitle:FHIR\n${REST}\n---\n`, `---\ntitle: FHIR\n${REST}\n---\n`],
  "full-width colon": [`---\ntitle：標題\n${REST}\n---\n`, `---\ntitle: 標題\n${REST}\n---\n`],
  "equals sign": [`---\ntitle = 'FHIR'\n${REST}\n---\n`, `---\ntitle : 'FHIR'\n${REST}\n---\n`],
  "no-break space behind a colon": [`---\ntitle:\u00A0FHIR\n${REST}\n---\n`, `---\ntitle: FHIR\n${REST}\n---\n`],
  "tab before a field": [`---\n${REST}\n\ttitle: FHIR\n---\n`, `---\n${REST}\ntitle: FHIR\n---\n`],
  "colon below a block of lines with a tab": [
    `---\ntitle: A\n${REST}\ninsights: |\n  words\n  \ttabbed\n \n  \u00A0more\nnote: FHIR: the good\n---\n`,
    `---\ntitle: A\n${REST}\ninsights: |\n  words\n  \ttabbed\n \n  \u00A0more\nnote: 'FHIR: the good'\n---\n`,
  ],
  "tab below a block of lines": [
    `---\ntitle: A\n${REST}\ninsights: |- # why\n  words\ncategories:\n\t- 'HL7: FHIR'\n---\n`.replace(
      "categories: 'HL7: FHIR'\n",
      "",
    ),
    `---\ntitle: A\n${REST}\ninsights: |- # why\n  words\ncategories:\n  - 'HL7: FHIR'\n---\n`.replace(
      "categories: 'HL7: FHIR'\n",
      "",
    ),
  ],
  "closed by dots": [`---\ntitle: A\n${REST}\n...\nBody\n\n---\n`, `---\ntitle: A\n${REST}\n---\nBody\n\n---\n`],
  "characters of Windows in the body, behind a mark": [
    `\uFEFF---\ntitle: A\n${REST}\n---\nIt\u0092s\n\n<p>&#147;new&#x94;</p>\n`,
    `\uFEFF---\ntitle: A\n${REST}\n---\nIt’s\n\n<p>“new”</p>\n`,
  ],
};

for (const [name, [before, after]] of Object.entries(WHOLE)) {
  test(`file fixed: ${name}`, async (t) => {
    const { text, left } = await fix(t, { [STORY]: before });
    assert.equal(text, after);
    assert.deepEqual(left, []);
  });
}

const LEFT: Readonly<Record<string, Files>> = {
  "key beside the one that is meant": { [STORY]: news({ summary: "Here.", sumary: "There." }) },
  "two slips of one key": { [STORY]: news({ sumary: "Here.", summry: "There." }) },
  "key whose value does not fit": { [STORY]: news({ sumary: "[a, b]" }) },
  "key near two": { [STORY]: news({ orig: "x" }) },
  "topic that differs by a digit": {
    "topics/hl7-r4.md": "name: 'HL7: FHIR R4'\ndescription: A.\naliases: /topic/hl7-fhir-r4/",
    [STORY]: news({ categories: "'HL7: FHIR R5'" }),
  },
  "topic near two": {
    "topics/hl7-fhis.md": "name: 'HL7: FHIS'\ndescription: A.",
    [STORY]: news({ categories: "'HL7: FHI'" }),
  },
  "sign behind the name of a topic, which may be a part of it": {
    "topics/acme-c.md": "name: 'Acme: C'\ndescription: A.",
    "topics/acme-c-5.md": "name: 'Acme: C #5'\ndescription: A.",
    [STORY]: news({ categories: "\n  - Acme: C #5" }),
  },
  "topic near none": { [STORY]: news({ categories: "'Zeta: Nothing'" }) },
  "offering of a copy with another name": {
    [STORY]: news({ relatedOfferings: "[{ label: Acme Serve, permalink: /offering/acme-serve }]" }),
  },
  "offering that only a copy knows": {
    [STORY]: news({ relatedOfferings: "[{ label: Zeta Grid, permalink: /offering/zeta-grid }]" }),
  },
  "derived field of unknown topics": { [STORY]: news({ categories: "'Zeta: Nothing'", categorySlug: "zeta" }) },
  "derived list with a comment that would go": {
    [STORY]: news({ categoryLabel: "\n  - FHIR\n  - v2 # there for a reason" }),
  },
  "copy of the link": { [STORY]: news({ href: "https://acme.example/other" }) },
  "day that does not exist": { [STORY]: news({ date: "2026-2-30" }) },
  "image that is missing": { [STORY]: news({ featuredImage: "gone.png" }) },
  "line that may be a field or go on with a value": { [STORY]: news({ title: "A hospital\n  summary: Good" }) },
  "mark of a template": { [STORY]: news({ summary: "Here. # TODO, or remove the line" }) },
  "field in place of a name": { [STORY]: news({ author: "\n  - name: Jane Doe" }) },
  "comment behind a name": { [STORY]: news({ author: "\n  - Jane Doe # reporter\n  - John" }) },
  "entity in a name before a comment": { [STORY]: news({ author: "\n  - Jane &amp; John # reporters" }) },
  "comment behind the name of who wrote": { [STORY]: news({ insights_name: "Jane # 1 Doe" }) },
  "comment in place of a name": { [STORY]: news({ author: "\n  -\n  - John\n  - #hl7" }) },
  "colon and a comment, or a text that has both": { [STORY]: news({ title: "FHIR: the good parts # so far" }) },
  "sign and a comment, or a text that has both": { [STORY]: news({ title: "@HL7 says # see the mail" }) },
  "entities before the mark of a template": { [STORY]: news({ summary: "A &amp; B. # TODO" }) },
  "null for a headline": { [STORY]: news({ title: "null" }) },
  "list for a headline": { [STORY]: news({ title: "[Update]" }) },
  "fields for an image": { [STORY]: news({ featuredImage: "\n  alt: x" }) },
  "braces around a topic": { [STORY]: news({ categories: "{HL7: FHIR}" }) },
  "number that is no topic": { [STORY]: news({ categories: "[7]" }) },
  "day with a time that does not exist": { [STORY]: news({ date: "2026-02-30T10:00" }) },
  "day in words": { [STORY]: news({ date: "January 2, 2026" }) },
  "slug with spaces": { [STORY]: news({ slug: "My story" }) },
  "alias that may be meant": { [STORY]: news({ title: "*Bold*" }) },
  "backslash that begins no escape": { [STORY]: news({ title: '"C:\\Users\\new"' }) },
  "control character without a meaning": { [STORY]: news({ title: "a\u0007b" }) },
  "text that is not YAML": { [STORY]: "---\ntitle: 'Tis here\nsumary: x\n---\n" },
};

for (const [name, files] of Object.entries(LEFT)) {
  test(`left to a person: ${name}`, async (t) => {
    const { text, fixed, left } = await fix(t, files);
    assert.equal(text, textOf(files[STORY] ?? ""));
    assert.deepEqual(fixed, []);
    assert.ok(left.length > 0);
  });
}

/** What an editor may type behind a field's name, on one line. */
const typedTexts = fc
  .array(
    fc.constantFrom(
      ..."FHIR It's 2026 1.10 true null a : # #5 @ ` % , [x] ] {y} } > | - ? * & ! ' \" '' “ ” ‘ ’ \\ . =".split(" "),
      "a:",
      ": ",
      " # ",
      " ",
      " ",
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join("").trim());

test("a headline that is typed without quotes is mended to what was typed, or left to a person", async () => {
  let mended = 0;
  fc.assert(
    fc.property(typedTexts, (typed) => {
      const before = `---\n${news({ title: typed, summary: "Here. # 1: it's" })}\n---\nBody`;
      let text = before;
      for (let round = 0; round < 5; round += 1) {
        const found = diagnosticsOf(healthy({ [STORY]: text })).filter(({ file, edit }) => file === STORY && edit);
        text = found.reduce((current, { edit }) => (edit && applyEdit(current, edit)) ?? current, text);
      }
      const line = (source: string) =>
        source.split("\n").filter((one) => !one.startsWith("title:") && !one.startsWith("summary:"));
      assert.deepEqual(line(text), line(before), "no other line is touched");
      const now = text.split("\n").find((one) => one.startsWith("title:"));
      if (now === `title: ${typed}`) return;
      mended += 1;
      const value = parseContentFile(new TextEncoder().encode(text), STORY);
      const title = value.ok ? String(value.value.data["title"]) : "";
      const plain = (words: string) => words.replace(/['"“”‘’\s]/g, "");
      assert.equal(plain(title), plain(typed), now);
    }),
  );
  assert.ok(mended > 10, `only ${mended} were mended`);
});

test("the name of a topic is not changed without its references", () => {
  const name = "'Acme: R&amp;D \u00AD'";
  const files = { "topics/acme-rd.md": `name: ${name}\ndescription: A.`, [STORY]: news({ categories: name }) };
  const found = diagnosticsOf(healthy(files)).filter(({ file }) => file === "topics/acme-rd.md");
  assert.deepEqual(
    found.map(({ edit }) => edit),
    found.map(() => undefined),
  );
});

test("behind the name of a file a comment is one", () => {
  for (const featuredImage of ["a.png # from the source", "\n  href: a.png # from the source\n  alt: A"]) {
    const found = diagnosticsOf(healthy({ [STORY]: news({ featuredImage }) }));
    assert.ok(found.every(({ rule }) => rule !== "yaml-comment"));
  }
});

test("each comment in a long list is found, in time that grows with the list", () => {
  const author = `\n${"  - a # b\n".repeat(2000).trimEnd()}`;
  const found = diagnosticsOf(healthy({ [STORY]: news({ author }) }));
  assert.equal(found.filter(({ rule }) => rule === "yaml-comment").length, 2000);
});

test("the mark of a template stays out of the quotes", async (t) => {
  for (const [typed, quoted] of [
    ["FHIR: the good parts", "'FHIR: the good parts'"],
    ["“FHIR: good”", "'FHIR: good'"],
    ["'It's here'", "'It''s here'"],
    ["@HL7 says", "'@HL7 says'"],
  ] as const) {
    const { text, left } = await fix(t, { [STORY]: news({ title: `${typed} \t# TODO: check` }) });
    assert.equal(text, textOf(news({ title: `${quoted} \t# TODO: check` })));
    assert.deepEqual(left, []);
  }
});

test("line ends, the mark at the beginning, the missing line end and the body stay", async (t) => {
  const text = `\uFEFF---\n${news({ sumary: "It happened." })}\n---\nBody: \t \n\n  sumary: x`.replaceAll("\n", "\r\n");
  const { text: after } = await fix(t, { [STORY]: text });
  assert.equal(after, text.replace("sumary: It", "summary: It"));
});

test("only the files that are named are fixed", async (t) => {
  const other = "news/2026/other.md";
  const files = {
    [STORY]: news({ sumary: "It happened." }),
    [other]: news({ link: "https://acme.example/other", sumary: "It did." }),
  };
  const root = await writeContent(t, healthy(files));
  const { fixed, elsewhere } = await checkFolder(root, { files: [STORY], isFix: true });
  assert.deepEqual(
    fixed.map(({ file }) => file),
    [STORY],
  );
  assert.deepEqual(elsewhere, { errors: 1, warnings: 0 });
  assert.equal(await readFrom(root, other), textOf(files[other] ?? ""));
});

const slips = fc.record(
  {
    key: fc.constantFrom("sumary", "Summary", "langauge", "insight", "autor"),
    topic: fc.constantFrom("HL7: FHR", "HL7: FHIR", "hl7: fhir", "Zeta: None"),
    offering: fc.constantFrom("acme-servr", "acme-server", "zeta"),
    slug: fc.constantFrom("'hl7: v2'", "[x, y]", "\n  - x # note"),
    date: fc.constantFrom("2026-1-2", "2026-01-02", "2026/01/02"),
    comment: fc.constantFrom("", " # why", " # '\"{["),
    quote: fc.constantFrom("'", '"'),
    end: fc.constantFrom("\n", "\r\n"),
    tail: fc.constantFrom("", "\n", "\n\nWords: more\n", " no end"),
    mark: fc.constantFrom("", "\uFEFF"),
  },
  { noNullPrototype: true },
);

test("--fix changes no field that it does not say it fixes, keeps the rest of the text, and has nothing left to do", async (t) => {
  await fc.assert(
    fc.asyncProperty(documents, slips, async (extra, slip) => {
      const { key, topic, offering, slug, date, comment, quote, end, tail, mark } = slip;
      const text =
        mark +
        [
          "---",
          `title: 'A story'${comment}`,
          `date: ${date}${comment}`,
          "link: https://acme.example/story",
          "categories:",
          `  - ${quote}${topic}${quote}${comment}`,
          `relatedOfferings: [${offering}]${comment}`,
          `${key}: It happened.`,
          `categorySlug: ${slug}`,
          `extra:\n${dump(extra, { lineWidth: -1 })
            .replace(/^(?=.)/gm, "  ")
            .trimEnd()}`,
          `---\nBody${tail}`,
        ]
          .join("\n")
          .replaceAll("\n", end);
      const root = await writeContent(t, healthy({ [STORY]: text }));
      const before = dataOf(text);
      const { fixed } = await checkFolder(root, { isFix: true });
      const after = await readFrom(root, STORY);
      const touched = new Set(
        fixed.flatMap(({ edit }) =>
          edit && "path" in edit ? [edit.path[0], "newKey" in edit ? edit.newKey : ""] : [],
        ),
      );
      for (const [name, value] of Object.entries(dataOf(after))) {
        if (!touched.has(name)) assert.deepEqual(value, before[name], name);
      }
      if (fixed.length === 0) assert.equal(after, text);
      assert.equal(after.slice(after.indexOf("extra:")), text.slice(text.indexOf("extra:")));
      assert.equal(after.split(end).length, text.split(end).length);
      assert.equal(after.split(" # ").length, text.split(" # ").length);
      assert.deepEqual((await checkFolder(root, { isFix: true })).fixed, []);
      assert.equal(await readFrom(root, STORY), after);
    }),
    { numRuns: 60 },
  );
});

test("writing a value where it stands already changes no byte of any content file", async () => {
  for (const { file, bytes } of (await readFiles("content", "", ".md")).filter((_, index) => index % 9 === 0)) {
    const text = new TextDecoder().decode(bytes);
    for (const [key, value] of Object.entries(dataOf(text))) {
      if (typeof value === "string") assert.equal(applyEdit(text, { path: [key], value }), undefined, `${file} ${key}`);
      assert.equal(applyEdit(text, { path: [key], newKey: key }), undefined, `${file} ${key}`);
    }
  }
});

test("a changed value changes the lines of this value alone, and changing it back gives the bytes back", () => {
  fc.assert(
    fc.property(documents, fc.constantFrom("\n", "\r\n"), (data, end) => {
      const text =
        `---\n${dump(data, { lineWidth: -1, quoteStyle: "single" })}probe: 'old' # note\n---\nBody`.replaceAll(
          "\n",
          end,
        );
      const changed = applyEdit(text, { path: ["probe"], value: "new: one" });
      assert.equal(changed, text.replace("probe: 'old' # note", "probe: 'new: one' # note"));
      assert.equal(applyEdit(changed ?? "", { path: ["probe"], value: "old" }), text);
    }),
    { numRuns: 60 },
  );
});
