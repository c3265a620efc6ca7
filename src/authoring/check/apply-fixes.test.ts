import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dump } from "js-yaml";
import { type Files, healthy, news, textOf } from "../../catalog/testing.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { dataOf, documents } from "../../ingest/testing.ts";
import { applyEdit } from "./apply-fixes.ts";
import { checkFolder, readFrom, toFolder } from "./testing.ts";

const STORY = "news/2026/story.md";

/** The text of the story after `--fix`, and what was said to be fixed. */
async function fix(files: Files): Promise<{ text: string; fixed: string[]; left: string[] }> {
  const root = await toFolder(healthy(files));
  const { fixed, diagnostics } = await checkFolder(root, { isFix: true });
  const text = await readFrom(root, STORY);
  const again = await checkFolder(root, { isFix: true });
  assert.deepEqual(again.fixed, [], "a second run mends nothing more");
  assert.equal(await readFrom(root, STORY), text);
  return { text, fixed: fixed.map(({ rule, field }) => `${rule} ${field}`), left: diagnostics.map(({ rule }) => rule) };
}

const FIXES: Readonly<Record<string, { files: Files; from: string; to: string }>> = {
  "key with a slip": {
    files: { [STORY]: news({ sumary: "It happened. # not a comment? # a comment" }) },
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
  test(`fixed: ${name}`, async () => {
    const before = textOf(files[STORY] ?? "");
    assert.ok(before.includes(from));
    const { text, fixed, left } = await fix(files);
    assert.equal(text, before.replace(from, to));
    assert.ok(fixed.length > 0);
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
  "text that is not YAML": { [STORY]: "---\ntitle: a: b\nsumary: x\n---\n" },
};

for (const [name, files] of Object.entries(LEFT)) {
  test(`left to a person: ${name}`, async () => {
    const { text, fixed, left } = await fix(files);
    assert.equal(text, textOf(files[STORY] ?? ""));
    assert.deepEqual(fixed, []);
    assert.ok(left.length > 0);
  });
}

test("line ends, the mark at the beginning, the missing line end and the body stay", async () => {
  const text = `\uFEFF---\n${news({ sumary: "It happened." })}\n---\nBody: \t \n\n  sumary: x`.replaceAll("\n", "\r\n");
  const { text: after } = await fix({ [STORY]: text });
  assert.equal(after, text.replace("sumary: It", "summary: It"));
});

test("only the files that are named are fixed", async () => {
  const other = "news/2026/other.md";
  const files = {
    [STORY]: news({ sumary: "It happened." }),
    [other]: news({ link: "https://acme.example/other", sumary: "It did." }),
  };
  const root = await toFolder(healthy(files));
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

test("--fix changes no field that it does not say it fixes, keeps the rest of the text, and has nothing left to do", async () => {
  await fc.assert(
    fc.asyncProperty(documents, slips, async (extra, slip) => {
      const { key, topic, offering, slug, date, comment, quote, end, tail, mark } = slip;
      const text =
        mark +
        [
          "---",
          `title: A story${comment}`,
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
      const root = await toFolder(healthy({ [STORY]: text }));
      const before = dataOf(text);
      const { fixed } = await checkFolder(root, { isFix: true });
      const after = await readFrom(root, STORY);
      const touched = new Set(
        fixed.flatMap(({ edit }) => (edit ? [edit.path[0], "newKey" in edit ? edit.newKey : ""] : [])),
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
