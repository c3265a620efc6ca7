import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dump } from "js-yaml";
import { MAX_BLANK_LINES, MAX_FRONT_MATTER, splitFrontMatter } from "./front-matter.ts";
import { dataOf, documents, parse, violations } from "./testing.ts";

const MALFORMED: Readonly<Record<string, string | Uint8Array>> = {
  "empty file": "",
  "no front matter": "Just a text.\n",
  "text before it": "\n---\ntitle: a\n---\n",
  "four hyphens": "----\ntitle: a\n----\n",
  "no fields": "---\n---\nBody",
  "blank lines for fields": "---\n\n  \n---\n",
  "never closed": "---\ntitle: a\n\nBody\n",
  "opening line alone": "---",
  "closed by four hyphens": "---\ntitle: a\n----\nBody\n",
  "closed by hyphens and a word": "---\ntitle: a\n--- end\nBody\n",
  "declared as js": "---js\n{ title: process.exit(1) }\n---\n",
  "declared as javascript": "---javascript\nprocess.exit(1)\n---\n",
  "declared as json": '---json\n{"title": "a"}\n---\n',
  "declared as toml with a space": "--- toml\ntitle = 'a'\n---\n",
  "declared as yaml": "---yaml\ntitle: a\n---\n",
  "declared at length": `---${"x".repeat(500)}\ntitle: a\n---\n`,
  "declared after a carriage return": "---\rjs\nprocess.exit(1)\n---\n",
  "fields after a carriage return": "---\rtitle: a\n---\n",
  "over-long": `---\ntitle: ${"a".repeat(MAX_FRONT_MATTER)}\n---\n`,
  "over-long in bytes, not in characters": `---\ntitle: ${"é".repeat(MAX_FRONT_MATTER / 2)}\n---\n`,
  "too many blank lines in a row": `---\ntitle: a${"\n".repeat(MAX_BLANK_LINES + 2)}b: c\n---\n`,
  "too many blank lines with spaces and carriage returns": `---\ntitle: a${"\n \r\n\u2028".repeat(MAX_BLANK_LINES)}b: c\n---\n`,
  "64 KiB of blank lines": `---\ntitle: a${"\n".repeat(MAX_FRONT_MATTER - 20)}b: c\n---\n`,
  "a list": "---\n- a\n- b\n---\n",
  "a text": "---\njust words\n---\n",
  null: "---\n~\n---\n",
  "two documents": "---\ntitle: a\n...\ntitle: b\n---\n",
  "duplicate key": "---\ntitle: a\ndate: 2026-01-01\ntitle: b\n---\n",
  "duplicate key inside": "---\nlink:\n  href: a\n  href: b\n---\n",
  "duplicate __proto__": "---\n__proto__: a\n__proto__: b\n---\n",
  "colon in plain text": "---\ntitle: Healthcare APIs: three ways\n---\n",
  "colon in a list item, twice": "---\ncategories:\n  - HL7: FHIR: R4\n---\n",
  "colon at the end": "---\ntitle: FHIR:\n---\n",
  "colon before a hash": "---\ncategories: Symplur: #FHIR\n---\n",
  "colon in a line that goes on": "---\nsummary: One line\n  and more: this\ndate: 2026-01-01\n---\n",
  "colon in typographic quotes": "---\ncategories: ‘HL7: FHIR’\n---\n",
  "colon in German quotes": "---\ntitle: „FHIR: gut“\n---\n",
  "colon without a space": "---\ntitle:FHIR\ndate: 2026-01-01\n---\n",
  "full-width colon": "---\ntitle：標題\ndate: 2026-01-01\n---\n",
  "equals sign": "---\ntitle = 'FHIR'\n---\n",
  "field that is indented": "---\ntitle: FHIR\n date: 2026-01-01\n---\n",
  "line without a field": "---\ntitle: FHIR is\ngood\ndate: 2026-01-01\n---\n",
  "at sign": "---\ntitle: @HL7 says\n---\n",
  backtick: "---\ntitle: `fhir` explained\n---\n",
  "percent sign": "---\ntitle: %20 in addresses\n---\n",
  "brackets before text": "---\ntitle: [Update] FHIR R6\n---\n",
  "braces of a template": "---\ntitle: {{ title }}\n---\n",
  "greater than": "---\ntitle: >90% of hospitals\n---\n",
  bar: "---\ntitle: | FHIR\n---\n",
  "hyphen before text": "---\ntitle: - FHIR\n---\n",
  "asterisks around a word": "---\ntitle: *New* FHIR\n---\n",
  "apostrophe in single quotes": "---\ntitle: 'It's here'\n---\n",
  "apostrophe at the beginning": "---\ntitle: 'Tis here\ndate: 2026-01-01\n---\n",
  "quotes in double quotes": '---\ntitle: "The "best" API"\n---\n',
  "double quotes around the first and the last word": '---\ntitle: "FHIR" beats "HL7"\n---\n',
  "single quotes around the first and the last word": "---\ntitle: 'FHIR's' way beats 'HL7'\n---\n",
  "apostrophe at the end of a word in single quotes": "---\ntitle: 'Nurses' rights'\n---\n",
  "quotes around the first word": '---\ntitle: "FHIR": explained\n---\n',
  "backslash in double quotes": '---\ntitle: "C:\\Users"\n---\n',
  "comment in a list of one line": "---\nauthor: [Jane # Doe, John]\n---\n",
  "comment in a line that goes on": "---\nsummary: See issue #5\n  and more\n---\n",
  "tab before a field": "---\ndate: 2026-01-01\n\ttitle: a\n---\n",
  "no-break space behind a colon": "---\ntitle:\u00A0FHIR\ndate: 2026-01-01\n---\n",
  "no-break spaces for indentation": "---\ncategories:\n\u00A0\u00A0- 'HL7: FHIR'\n---\n",
  "no-break space behind the hyphen of an item": "---\ncategories:\n  -\u00A0'HL7: FHIR'\n---\n",
  "full-width space": "---\ntitle:\u3000標題\n---\n",
  "zero-width space": "---\ntitle: a\nlink:\u200B https://a.org\n---\n",
  "over-long with a colon": `---\ntitle: ${"a: ".repeat(40)}b\n---\n`,
  "TOML between plus signs": "+++\ntitle = 'a'\n+++\n",
  "JSON for front matter": '{\n  "title": "a"\n}\n',
  "dashes of a word processor": "———\ntitle: a\n———\n",
  "closed by dashes of a word processor": "---\ntitle: a\n—-\nBody\n",
  "closed by dots": "---\ntitle: a\n...\nBody\n",
  "closed by dots, with a rule in the body": "---\ntitle: a\n...\nOne\n\n---\n\nTwo\n",
  "control character": "---\ntitle: a\u0007\n---\n",
  "control characters of Windows": "---\ntitle: It\u0092s \u0093new\u0094\n---\n\nDon\u0092t\u0081\n",
  "next line": "---\ntitle: a\u0085\n---\n",
  "control character in the body": "---\ntitle: a\n---\nOne\nTwo\u000B\n",
  "control character as HTML": "---\ntitle: a\n---\n<p>`&#7;` It&#146;s&#x1b; &#12; &#xD83D;</p>\n",
  "escape of a control character": '---\ntitle: "a\\u0007"\n---\n',
  "escape of a control character by name": '---\ntitle: "a\\e"\n---\n',
  "escape of Windows in a key": '---\ntitle: a\n"it\\x92s": "\\u0093b\\N"\n---\n',
  "half of a surrogate pair": '---\ntitle: "\\ud83d"\n---\n',
  "halves in the wrong order": '---\ntitle: "\\ude00\\ud83d"\n---\n',
  "replacement character": "---\ntitle: caf\uFFFD\n---\n",
  "replacement characters in the body": "---\ntitle: a\n---\nOne\nIt\uFFFDs caf\uFFFD\n",
  "replacement character as HTML": "---\ntitle: a\n---\n`&#xFFFD;` caf&#65533; and &#xfffd;\n",
  "escape of a replacement character": '---\ntitle: "caf\\uFFFD"\n---\n',
  "replacement character before one of Windows": "---\ntitle: caf\uFFFD it\u0092s\n---\n",
  "number of no character as HTML": "---\ntitle: a\n---\n<p>&#x110000; &#9999999;</p>\n",
  noncharacter: "---\ntitle: a\uFFFF\n---\n",
  "unclosed quote": "---\ntitle: 'a\ndate: 2026-01-01\n---\n",
  "tab for indentation": "---\nlink:\n\thref: a\n---\n",
  "list as a key": "---\n? [a]\n: b\n---\n",
  "deep nesting": `---\na: ${"[".repeat(5000)}\n---\n`,
  anchor: "---\ntitle: &t a\n---\n",
  "anchor without a value": "---\ntitle: &t\n---\n",
  "anchor of a map": "---\nlink: &l\n  href: a\n---\n",
  alias: "---\ntitle: *t\n---\n",
  "alias bomb": "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n---\n",
  "tag of YAML": "---\ntitle: !!str 7\n---\n",
  "exclamation marks": "---\ntitle: !!! FHIR\n---\n",
  "tag of its own": "---\ntitle: !important a\n---\n",
  "tag that makes code": '---\ntitle: !!js/function "function () {}"\n---\n',
  "CRLF and a fault in line 3": "---\r\ntitle: a\r\ntitle: b\r\n---\r\n",
  "byte order mark and a fault in line 3": "\uFEFF---\ntitle: a\ntitle: b\n---\n",
  "not UTF-8": Uint8Array.of(...Buffer.from("---\ntitle: caf"), 0xe9, ...Buffer.from("\n---\n")),
  "UTF-16": Buffer.from("\uFEFF---\ntitle: a\n---\n", "utf16le"),
};

for (const [name, text] of Object.entries(MALFORMED)) {
  test(`malformed: ${name}`, (t) => {
    const found = violations(text);
    assert.equal(found.length, 1);
    t.assert.snapshot(found[0]);
  });
}

test("characters beyond the first plane, in two escapes or as they are, are characters", () => {
  assert.deepEqual(dataOf('---\na: "\\ud83d\\ude00"\nb: 😀\nc: "\\\\u0007 \\t\\u00e9"\n---\n\t`&#7;` &#233;\r\n'), {
    a: "😀",
    b: "😀",
    c: "\\u0007 \té",
  });
});

test("line ends, byte order mark and spaces after the hyphens do not matter", () => {
  const expected = { title: "a", tags: ["b"] };
  for (const text of [
    "---\ntitle: a\ntags: [b]\n---\nBody\n",
    "---\r\ntitle: a\r\ntags: [b]\r\n---\r\nBody\r\n",
    "\uFEFF---\ntitle: a\ntags: [b]\n---\nBody\n",
    "---  \ntitle: a\ntags: [b]\n--- \t\nBody\n",
  ]) {
    const result = parse(text);
    assert.ok(result.ok);
    assert.deepEqual(result.value.data, expected);
    assert.equal(result.value.body.trim(), "Body");
  }
});

test("fields and body are handed out as they are written", () => {
  for (const [text, fields, body] of [
    ["---\ntitle: a\n---\nBody\n", "\ntitle: a", "Body\n"],
    ["\uFEFF---\r\ntitle: a\r\n---\r\n\r\nBody", "\r\ntitle: a\r", "\r\nBody"],
    ["--- \n# nothing\n--- \t\nBody", " \n# nothing", " \t\nBody"],
    [
      "---\na: 1\nexcerpt_separator: x\n---\nOne x two\n---\nthree",
      "\na: 1\nexcerpt_separator: x",
      "One x two\n---\nthree",
    ],
    ["---\ntitle: a\n---", "\ntitle: a", ""],
    ["No front matter\n", "", "No front matter\n"],
    ["", "", ""],
  ] as const) {
    assert.deepEqual(splitFrontMatter(text), { fields, body });
  }
});

const ENGINES = ["js", "JS", "javascript", "coffee", "cson", "json", "toml", "yaml", "yml", "no-such-language"];
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

for (const language of [...ENGINES, ...INHERITED]) {
  test(`nothing is evaluated in front matter declared as ${language}`, () => {
    for (const source of ["globalThis.wasEvaluated = true", "(() => { globalThis.wasEvaluated = true })()"]) {
      for (const opening of [`---${language}`, `--- ${language} `, `\uFEFF---${language}\r`, `---\r${language}`]) {
        const text = `${opening}\n${source}\n---\nBody`;
        assert.throws(() => splitFrontMatter(text), /YAML alone/);
        assert.equal(parse(text).ok, false);
      }
    }
    assert.equal("wasEvaluated" in globalThis, false);
  });
}

/** How often gray-matter's pattern for comments looks at a character of whitespace: from each line all that follows. */
function stepsOver(fields: string): number {
  const runs = Array.from(fields.matchAll(/\s+/g), ([run]) => run);
  return runs.reduce((sum, run) => {
    const starts = run.matchAll(/(?<=[\n\r\u2028\u2029])/g);
    return Array.from(starts).reduce((steps, { index }) => steps + run.length - index, sum);
  }, 0);
}

test("blank lines cost gray-matter no more than a fixed number of steps a byte", () => {
  const blank = "\r\n".repeat(MAX_BLANK_LINES);
  const block = `# a\r\n${blank}`;
  const longest = block.repeat(Math.floor((MAX_FRONT_MATTER - 10) / block.length));
  const allowed = `---\n${longest}b: 1\n---\n`;
  assert.deepEqual(dataOf(allowed), { b: 1 });
  assert.ok(stepsOver(longest) < 4 * MAX_BLANK_LINES * MAX_FRONT_MATTER);
  const refused = `\na: 1${"\n".repeat(MAX_FRONT_MATTER - 20)}b: 1`;
  assert.equal(parse(`---${refused}\n---\n`).ok, false);
  assert.ok(stepsOver(refused) > 100 * stepsOver(longest), "what is refused would be quadratic");
});

test("a rule in the body is no front matter", () => {
  const result = parse("---\ntitle: a\n---\nOne\n\n---\n\ntitle: b\n\n---\n");
  assert.ok(result.ok);
  assert.equal(result.value.body, "One\n\n---\n\ntitle: b\n\n---\n");
});

test("a file may end with the closing hyphens", () => {
  assert.deepEqual(dataOf("---\ntitle: a\n---"), { title: "a" });
});

test("dates stay text, whether the calendar has them or not", () => {
  assert.deepEqual(dataOf("---\na: 2021-10-14\nb: 2026-02-30\nc: 2021-10-14T04:00:00+00:00\nd: 2021\n---\n"), {
    a: "2021-10-14",
    b: "2026-02-30",
    c: "2021-10-14T04:00:00+00:00",
    d: 2021,
  });
});

test("words that older YAML took for other things stay text", () => {
  assert.deepEqual(dataOf("---\na: no\nb: 12:30\nc: 0o7\nd: 1_000\n---\n"), { a: "no", b: "12:30", c: 7, d: "1_000" });
});

test("signs of anchors, aliases and tags are fine inside text", () => {
  const text = `---\na: R & D &more *x !y\nb: '&a'\nc: "*a"\nd: '!!str'\ne: >-\n  &a *b\nf: [A&B, 'A & *B']\n# &a *b !c\n---\n`;
  assert.deepEqual(dataOf(text), {
    a: "R & D &more *x !y",
    b: "&a",
    c: "*a",
    d: "!!str",
    e: "&a *b",
    f: ["A&B", "A & *B"],
  });
});

test("keys that name the prototype are ordinary keys", () => {
  const data = dataOf("---\n__proto__: {a: 1}\nconstructor: b\n'<<': {c: 1}\n---\n");
  assert.deepEqual(Object.keys(data), ["__proto__", "constructor", "<<"]);
  assert.equal(({} as Record<string, unknown>)["a"], undefined);
  assert.equal("a" in data, false);
});

test("nothing in a file makes the parser throw", () => {
  const yaml = fc.array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 10 }),
      fc.constantFrom(
        "\n",
        "\r",
        ": ",
        "- ",
        "  ",
        "&a",
        "*a",
        "!t ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "? ",
        "| ",
        ">-",
        "#",
        "---",
        "...",
        "%YAML 1.1",
        "a",
        "\t",
        "<<",
        "\uFEFF",
        "\u2028",
      ),
    ),
    { maxLength: 30 },
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof parse(bytes).ok === "boolean"));
  fc.assert(
    fc.property(yaml, fc.constantFrom("\n", "\r\n", "\r", " ", ""), (parts, end) => {
      const result = parse(`---${end}${parts.join("")}\n---\nBody`);
      if (result.ok) return JSON.stringify(result.value.data).length > 0;
      return result.diagnostics.every(({ at }) => at !== undefined && at.line >= 1 && at.column >= 1);
    }),
  );
});

test("what YAML writes is what is read", () => {
  fc.assert(
    fc.property(documents, (data) => {
      assert.equal(JSON.stringify(dataOf(`---\n${dump(data)}---\n`)), JSON.stringify(data));
    }),
  );
});
