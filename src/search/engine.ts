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
const MAX_QUERY = 300;
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
      const typed = query.slice(0, MAX_QUERY);
      const words = [...new Set(fold(typed).split(" "))]
        .filter(Boolean)
        .map((word) => ({ word, spellings: spell(word) }));
      const { found, kept, dropped } = filter(rows, words);
      const best = kept.map(({ word, spellings: [first = word] }) => first);
      return {
        hits: rank(found, best, typed),
        terms: kept.flatMap(({ spellings }) => spellings),
        corrected: kept.some(({ word }, index) => word !== best[index]) ? best.join(" ") : undefined,
        dropped: dropped.map(({ word }) => word),
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

interface Word {
  readonly word: string;
  readonly spellings: readonly string[];
}

/** Rows that have every word; when there are none, words are dropped, those that fewest rows have first. */
function filter(
  rows: readonly Indexed[],
  words: readonly Word[],
): { found: readonly Indexed[]; kept: Word[]; dropped: Word[] } {
  const having = new Map(words.map((word) => [word, rows.filter((row) => has(row, word))]));
  const rarestFirst = [...words].sort((a, b) => (having.get(a)?.length ?? 0) - (having.get(b)?.length ?? 0));
  for (let count = 0; count < words.length; count += 1) {
    const dropped = new Set(rarestFirst.slice(0, count));
    const kept = words.filter((word) => !dropped.has(word));
    const found = (having.get(kept[0] ?? { word: "", spellings: [] }) ?? []).filter((row) =>
      kept.every((word) => has(row, word)),
    );
    if (found.length > 0) return { found, kept, dropped: words.filter((word) => dropped.has(word)) };
  }
  return { found: [], kept: [], dropped: [...words] };
}

function has({ folded }: Indexed, { spellings }: Word): boolean {
  return spellings.some((spelling) => folded.includes(` ${spelling}`));
}

const KEYS = [
  { name: "title", weight: 6 },
  { name: "words", weight: 2 },
  { name: "detail", weight: 1.5 },
  { name: "topics", weight: 1 },
  { name: "standards", weight: 1 },
  { name: "text", weight: 0.5 },
];

/** A title that is the query comes first: to the letter, then folded. */
function rank(found: readonly Indexed[], terms: readonly string[], typed: string): SearchRecord[] {
  if (found.length === 0) return [];
  const query = terms.join(" ");
  const letters = typed.trim().toLowerCase();
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
  const exact = ordered.filter(({ title }) => title === query || title === fold(typed)).map(({ record }) => record);
  const literal = exact.filter(({ title }) => title.toLowerCase() === letters);
  return [...new Set([...literal, ...exact, ...ranked, ...ordered.map(({ record }) => record)])];
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
