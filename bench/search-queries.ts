/** Queries that each look for one record of a corpus: clean, misspelt, half typed; the same for a seed. */
import type { SearchRecord } from "../src/search/index/search-record.ts";
import { between, pick, type Random, randomFrom, shuffle } from "./random.ts";
import { misspell } from "./typo.ts";
import { stopWords } from "./words.ts";

export interface Query {
  readonly text: string;
  /** Address of the record that is looked for. */
  readonly target: string;
}

export interface Queries {
  /** Three words, one with a typo, in any order. */
  readonly typo: readonly Query[];
  /** The same words in the order of the record, the last cut as while it is typed, with a typo in what is there. */
  readonly typing: readonly Query[];
  /** The words of `typo` as they are spelt. */
  readonly clean: readonly Query[];
}

interface Wanted {
  readonly record: SearchRecord;
  /** Two words of the title, in its order. */
  readonly title: readonly [string, string];
  readonly brand: string;
}

const SHORTEST = 3;
const SHORTEST_MISSPELT = 4;
const LONG_ENOUGH = 5;

/** `count` of each kind, for records drawn uniformly. */
export function buildQueries(records: readonly SearchRecord[], count: number, seed: number): Queries {
  const random = randomFrom(seed);
  const queries = { typo: [] as Query[], typing: [] as Query[], clean: [] as Query[] };
  while (queries.clean.length < count) {
    const wanted = drawWanted(random, records);
    if (wanted === undefined) continue;
    const target = wanted.record.href;
    const words = shuffle(random, [...wanted.title, wanted.brand]);
    queries.clean.push({ text: words.join(" "), target });
    queries.typo.push({ text: withTypo(random, words).join(" "), target });
    queries.typing.push({ text: whileTyping(random, wanted).join(" "), target });
  }
  return queries;
}

/** What is searched for while a query is typed: every beginning of it, from the first letter on. */
export function keystrokesOf(query: string): string[] {
  return Array.from(query, (_, index) => query.slice(0, index + 1));
}

/** The brand of a record: who published or sells it. */
export function brandOf({ fields }: SearchRecord): string {
  return (fields.publisher ?? fields.vendor ?? []).join(" ");
}

/** Undefined for a record without enough to ask for, and where no word is long enough to be cut and misspelt. */
function drawWanted(random: Random, records: readonly SearchRecord[]): Wanted | undefined {
  const record = pick(random, records);
  const ofTitle = toWords(record.title);
  const ofBrand = toWords(brandOf(record));
  if (ofTitle.length < 2 || ofBrand.length === 0) return undefined;
  const brand = pick(random, ofBrand);
  const [first, second] = shuffle(
    random,
    ofTitle.filter((word) => word !== brand),
  );
  if (first === undefined || second === undefined) return undefined;
  const title = [first, second].sort((a, b) => ofTitle.indexOf(a) - ofTitle.indexOf(b)) as [string, string];
  return [...title, brand].some((word) => word.length >= LONG_ENOUGH) ? { record, title, brand } : undefined;
}

/** What a reader would look for: words of three letters or more, each once, without stop words and numbers. */
function toWords(text: string): string[] {
  const words = text.toLowerCase().split(" ");
  return [...new Set(words)].filter((word) => /^[a-z]+$/.test(word) && word.length >= SHORTEST && !stopWords.has(word));
}

/** One of the words is misspelt: of those with five letters, or, if there is none, with four. */
function withTypo(random: Random, words: readonly string[]): string[] {
  const long = words.filter((word) => word.length >= LONG_ENOUGH);
  const selected = pick(random, long.length > 0 ? long : words.filter((word) => word.length >= SHORTEST_MISSPELT));
  return words.map((word) => (word === selected ? misspell(random, word) : word));
}

/** The brand comes last; where it is too short to be cut, it comes first and a word of the title is last. */
function whileTyping(random: Random, { title, brand }: Wanted): string[] {
  const inOrder = brand.length >= LONG_ENOUGH ? [...title, brand] : [brand, ...title];
  const last = inOrder.findLast((word) => word.length >= LONG_ENOUGH) ?? "";
  // Half to four fifths of the letters; four are left, so that there is something to recognize.
  const most = Math.floor(last.length * 0.8);
  const left = between(random, Math.max(SHORTEST_MISSPELT, Math.ceil(last.length * 0.5)), most);
  return [...inOrder.filter((word) => word !== last), misspell(random, last.slice(0, left))];
}
