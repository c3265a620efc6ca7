/** Real queries over the real content find what a reader expects, and nothing that can be typed breaks the answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { searchRecords } from "../../src/search/engine/engine.ts";
import {
  BEST,
  type Highlighted,
  type Hit,
  MAX_VALUES,
  type SearchAnswer,
} from "../../src/search/engine/search-answer.ts";
import { buildSearchRecords } from "../../src/search/index/search-records.ts";
import { readCatalog } from "../read-catalog.ts";
import { groups, type Row } from "./queries.ts";

const MIN_ROWS = 460;
const MIN_SHARE = 0.99;
const LONG = 10_000;

const rows = groups.flatMap((group) => group.rows);
const built = buildSearchRecords(await readCatalog());
const { records } = built;
const engine = searchRecords(built);

/** The rank that decides: of all expected hits the last, of equally right ones the first. Infinity when it is no hit. */
function rankOf({ expect, anyOf }: Row, { hits }: SearchAnswer): number {
  const ranks = expect.map((href) => {
    const index = hits.findIndex(({ record }) => record.href === href);
    return index === -1 ? Number.POSITIVE_INFINITY : index + 1;
  });
  return anyOf ? Math.min(...ranks) : Math.max(...ranks);
}

function hasDropped({ dropped }: Row, answer: SearchAnswer): boolean {
  return dropped === undefined || dropped.toSorted().join(" ") === answer.dropped.toSorted().join(" ");
}

function toLine({ query, expect, within }: Row, rank: number, note: string): string {
  const found = Number.isFinite(rank) ? String(rank) : "-";
  return `${found.padStart(2)} of ${String(within).padStart(2)}  ${query.padEnd(42)} ${expect[0]}${note}`;
}

test("what readers type finds what they expect", async (t) => {
  const missed: string[] = [];
  const shares: string[] = [];
  for (const { group, rows } of groups) {
    let met = 0;
    t.diagnostic(`${group}:`);
    for (const row of rows) {
      const answer = await engine.search({ query: row.query });
      const rank = rankOf(row, answer);
      const isDropped = hasDropped(row, answer);
      const line = toLine(row, rank, isDropped ? "" : `, left out: ${answer.dropped.join(" ") || "nothing"}`);
      t.diagnostic(line);
      if (rank <= row.within && isDropped) met++;
      else missed.push(`${line} (${group}; first: ${answer.hits[0]?.record.href ?? "no hit"})`);
    }
    shares.push(`${met} of ${rows.length}  ${group}`);
  }
  for (const share of shares) t.diagnostic(share);
  const share = 1 - missed.length / rows.length;
  const overall = `${rows.length - missed.length} of ${rows.length} met, ${(share * 100).toFixed(1)} %`;
  t.diagnostic(overall);
  assert.ok(rows.length >= MIN_ROWS, `only ${rows.length} rows`);
  assert.ok(share >= MIN_SHARE, `${overall}; missed:\n${missed.join("\n")}`);
});

test("every row can be met: its paths exist, fit into its limit, and no query stands twice", () => {
  const hrefs = new Set(records.map(({ href }) => href));
  const queries = new Set<string>();
  for (const { query, expect, anyOf, within } of rows) {
    assert.ok(!queries.has(query), `'${query}' stands twice`);
    queries.add(query);
    for (const href of expect) assert.ok(hrefs.has(href), `'${query}' expects ${href}, which is no record`);
    assert.equal(new Set(expect).size, expect.length, `'${query}' expects a path twice`);
    assert.ok(anyOf || expect.length <= within, `'${query}' expects more than ${within}`);
  }
});

const known = new Set(records);

function checkHighlighted(pieces: Highlighted, text: string): void {
  assert.equal(pieces.join(""), text);
}

function checkHits(hits: readonly Hit[]): void {
  assert.equal(new Set(hits.map(({ record }) => record)).size, hits.length, "a hit stands twice");
  for (const { record, title, detail, text, reasons } of hits) {
    assert.ok(known.has(record), `${record.href} is no record`);
    checkHighlighted(title, record.title);
    checkHighlighted(detail, record.detail);
    checkHighlighted(text, record.text);
    for (const { field, value } of reasons) {
      assert.ok(record.fields[field]?.includes(value.join("")), `${record.href} has no ${field} '${value.join("")}'`);
    }
  }
}

function checkAnswer({ total, count, hits, groups, facets, corrected, dropped }: SearchAnswer): void {
  assert.ok(count <= total && total <= records.length, `${count} of ${total}`);
  assert.equal(hits.length, Math.min(BEST, count));
  checkHits(hits);
  assert.equal(new Set(groups.map(({ kind }) => kind)).size, groups.length, "a kind stands twice");
  for (const group of groups) {
    assert.ok(group.hits.length > 0 && group.hits.length <= group.count);
    for (const { record } of group.hits) assert.equal(record.kind, group.kind);
    checkHits(group.hits);
  }
  assert.equal(
    groups.reduce((sum, group) => sum + group.count, 0),
    count,
  );
  assert.equal(new Set(facets.map(({ name }) => name)).size, facets.length, "a facet stands twice");
  for (const { name, values, more } of facets) {
    assert.equal(new Set(values.map(({ value }) => value)).size, values.length, `a value of ${name} stands twice`);
    assert.ok(values.length <= MAX_VALUES && more >= 0);
    for (const { count } of values) assert.ok(count > 0 && count <= total);
  }
  assert.ok(corrected === undefined || corrected !== "");
  for (const word of dropped) assert.notEqual(word, "");
}

// The timeout is there to end a search that never would; no search is timed.
const HANG = { timeout: 120_000 };

test("whatever is typed has a well-formed answer", HANG, async () => {
  const words = [...new Set(records.flatMap(({ title, text }) => `${title} ${text}`.split(" ")))];
  const SIGNS = ["", " ", "-", "/", "'", '"', "&", "#", "*", "|", "\\", "(", ")", "[", "^", "$", "?", "\0", "\u200b"];
  const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "null", "undefined", "NaN", "0", "-1"];
  const pieces = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
    { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
    // The beginning of a word, as it is being typed.
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 12 }))
        .map(([word, length]) => word.slice(0, length)),
    },
  );
  const mixture = fc
    .array(fc.tuple(pieces, fc.constantFrom(" ", " ", " ", "", "-")), { maxLength: 12 })
    .map((parts) => parts.flat().join(""));
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    mixture,
  );
  await fc.assert(fc.asyncProperty(typed, async (query) => checkAnswer(await engine.search({ query }))));
});

test("ten thousand characters of any sort have a well-formed answer", HANG, async (t) => {
  const words = records.map(({ title }) => title).join(" ");
  const fill = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);
  const inputs: Readonly<Record<string, string>> = {
    "one letter": fill("a"),
    "one word without an end": fill("interoperability"),
    "one word again and again": fill("fhir "),
    "many words": fill(`${words} `),
    "many words without blanks": fill(words.replaceAll(" ", "")),
    "many beginnings": fill("a b c d e f g h "),
    "words that are nowhere": fill("zzqx qxzzv vvqzx xqvvz "),
    "words with slips": fill("intreoperability helthcare azrue fihr surescrips "),
    digits: fill("1234567890"),
    "numbers and dots": fill("1.2.3/4-5 "),
    "combining marks": fill("\u0301"),
    "a letter under its marks": `e${fill("\u0301").slice(1)}`,
    emoji: fill("🩺"),
    "emoji of several characters": fill("👩🏽‍⚕️"),
    "right to left": fill("واجهات برمجة التطبيقات "),
    "right to left without blanks": fill("بياناتالصحة"),
    "both directions": fill("fhir שלום azure مرحبا "),
    ideographs: fill("医療データ連携"),
    "half a character": fill("\ud83e"),
    signs: fill("#*|\\()[]^$?\"'"),
    blanks: fill(" \t\n\u00a0"),
    "no characters to see": fill("\u200b\u202e\ufeff"),
    "one name of the language": fill("__proto__ constructor "),
  };
  for (const [name, query] of Object.entries(inputs)) {
    await t.test(name, async () => {
      assert.equal(query.length, LONG);
      checkAnswer(await engine.search({ query }));
    });
  }
});
