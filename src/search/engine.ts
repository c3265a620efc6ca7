/** Promise: finds records for what a reader typed, misspelt or not; one small interface in front of all that searching does. */
import Fuse from "fuse.js";
import { editDistance } from "../lib/edit-distance.ts";
import { fold } from "../lib/fold.ts";
import type { SearchRecord } from "../outputs/search-record.ts";

export interface SearchOutcome {
  /** Best first. */
  readonly hits: readonly SearchRecord[];
  /** The words that were looked for, after spelling; what a page marks in its hits. */
  readonly terms: readonly string[];
  /** The query as it was understood, when a word was spelt differently. */
  readonly corrected: string | undefined;
  /** Words of the query that had to be left out to find anything. */
  readonly dropped: readonly string[];
}

export interface SearchEngine {
  /** Everything that matches, best first; an empty query matches nothing. Never throws for what was typed. */
  search(query: string): SearchOutcome;
}

/** Longer input is cut: nobody types more, and a pasted page must not stop the browser. */
const MAX_QUERY = 200;
const MAX_TERMS = 12;
/** Fuse ranks at most so many; the rest follow in the order of the records. */
const MAX_RANKED = 200;

interface Indexed {
  readonly record: SearchRecord;
  readonly title: string;
  /** Everything searchable, with a space before each word. */
  readonly folded: string;
}

export function createEngine(records: readonly SearchRecord[]): SearchEngine {
  const rows = records.map(toIndexed);
  const spell = createSpeller(rows);
  return {
    search(query) {
      const typed = fold(query.slice(0, MAX_QUERY)).split(" ").filter(Boolean).slice(0, MAX_TERMS);
      if (typed.length === 0) return { hits: [], terms: [], corrected: undefined, dropped: [] };
      const terms = typed.map(spell);
      const { found, kept } = filter(rows, terms);
      const used = terms.filter((_, index) => kept[index]);
      const words = used.flat();
      const isCorrected = used.some((term, index) => term[0] !== typed.filter((_, at) => kept[at])[index]);
      return {
        hits: rank(
          found,
          used.map(([first = ""]) => first),
        ),
        terms: words,
        corrected: isCorrected ? used.map(([first]) => first).join(" ") : undefined,
        dropped: typed.filter((_, index) => !kept[index]),
      };
    },
  };
}

function toIndexed(record: SearchRecord): Indexed {
  const { title, words, detail, topics, standards, text } = record;
  const folded = fold([title, words, detail, ...topics, ...standards, text].join(" "));
  // A name is found however it is parted: "hitconsultant.net" by "hitconsultant", "#FHIR" by "fhir".
  return { record, title: fold(title), folded: ` ${folded}` };
}

/** Rows that have every term; when there are none, terms are left out, those that fewest rows have first. */
function filter(
  rows: readonly Indexed[],
  terms: readonly (readonly string[])[],
): { found: Indexed[]; kept: boolean[] } {
  const kept = terms.map(() => true);
  const has = (row: Indexed, term: readonly string[]) => term.some((word) => row.folded.includes(` ${word}`));
  const frequency = terms.map((term) => rows.filter((row) => has(row, term)).length);
  for (;;) {
    const found = rows.filter((row) => terms.every((term, index) => !kept[index] || has(row, term)));
    if (found.length > 0 || !kept.includes(true)) return { found: kept.includes(true) ? found : [], kept };
    const rarest = terms
      .map((_, index) => index)
      .filter((index) => kept[index])
      .sort((a, b) => (frequency[a] ?? 0) - (frequency[b] ?? 0))[0];
    if (rarest === undefined) return { found: [], kept };
    kept[rarest] = false;
  }
}

const KEYS = [
  { name: "title", weight: 6 },
  { name: "words", weight: 2 },
  { name: "detail", weight: 1.5 },
  { name: "topics", weight: 1 },
  { name: "standards", weight: 1 },
  { name: "text", weight: 0.5 },
];

function rank(found: readonly Indexed[], terms: readonly string[]): SearchRecord[] {
  const query = terms.join(" ");
  const ordered = [...found].sort((a, b) => inTitle(b, terms) - inTitle(a, terms));
  const candidates = ordered.slice(0, MAX_RANKED).map(({ record }) => record);
  const fuse = new Fuse(candidates, {
    keys: KEYS,
    useTokenSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.2,
  });
  const ranked = fuse.search(query).map(({ item }) => item);
  const exact = ordered.filter(({ title }) => title === query).map(({ record }) => record);
  return [...new Set([...exact, ...ranked, ...ordered.map(({ record }) => record)])];
}

/** How many of the terms stand in the title. */
function inTitle({ title }: Indexed, terms: readonly string[]): number {
  return terms.filter((term) => ` ${title}`.includes(` ${term}`)).length;
}

/** At most so many spellings are tried for one word. */
const SPELLINGS = 3;

/**
 * For a word that begins no known word: the known words within one edit (two
 * from nine letters), the most frequent first. Words under four letters and
 * words with digits are taken as they are.
 */
function createSpeller(rows: readonly Indexed[]): (word: string) => readonly string[] {
  const counts = new Map<string, number>();
  for (const { folded } of rows) {
    for (const word of new Set(folded.trim().split(" "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const vocabulary = [...counts.keys()].sort();
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) {
    if (!/^\p{L}{3,}$/u.test(word)) continue;
    const bucket = byLength.get(word.length);
    if (bucket) bucket.push(word);
    else byLength.set(word.length, [word]);
  }
  const memory = new Map<string, readonly string[]>();
  const spell = (word: string): readonly string[] => {
    if (word.length < 4 || /\p{N}/u.test(word) || beginsOne(vocabulary, word)) return [word];
    const limit = word.length >= 9 ? 2 : 1;
    const near: { word: string; edits: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length += 1) {
      for (const known of byLength.get(length) ?? []) {
        const edits = editDistance(word, known, limit);
        if (edits <= limit) near.push({ word: known, edits });
      }
    }
    near.sort(
      (a, b) =>
        a.edits - b.edits || (counts.get(b.word) ?? 0) - (counts.get(a.word) ?? 0) || (a.word < b.word ? -1 : 1),
    );
    return near.length > 0 ? near.slice(0, SPELLINGS).map((one) => one.word) : [word];
  };
  return (word) => {
    const known = memory.get(word);
    if (known) return known;
    const spelt = spell(word);
    memory.set(word, spelt);
    return spelt;
  };
}

/** True when a word of the sorted list begins with `prefix`. */
function beginsOne(sorted: readonly string[], prefix: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(prefix) ?? false;
}
