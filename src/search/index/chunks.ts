/** The chunks of an index as JSON and back: words, postings, facets. */
import { type FacetColumn, type FacetName, type FacetTable, mapFacets } from "./facet-table.ts";
import { POSITIONS, type Posting } from "./postings.ts";

/** Consecutive words of the dictionary. */
export interface WordChunk {
  /** Ascending; each begins with the number, in base 36, of the letters left out that it shares with the one before. */
  readonly words: string;
  /** Number of postings of each, in the same order. */
  readonly counts: readonly number[];
}

/** The most letters shared with the word before: one digit in base 36. */
const MAX_SHARED = 35;

export function encodeWords(words: readonly string[], counts: readonly number[]): WordChunk {
  let last = "";
  const cut = words.map((word) => {
    let shared = 0;
    while (shared < MAX_SHARED && shared < last.length && last[shared] === word[shared]) shared += 1;
    last = word;
    return shared.toString(36) + word.slice(shared);
  });
  return { words: cut.join(" "), counts };
}

export function decodeWords(chunk: WordChunk): string[] {
  let last = "";
  return chunk.words.split(" ").map((cut) => {
    last = last.slice(0, Number.parseInt(cut[0] ?? "0", 36)) + cut.slice(1);
    return last;
  });
}

/** Postings of several words, separated by commas, each as its distance from the first possible one of the record before: `2 19,7`. */
export type PostingChunk = string;

export function encodePostings(lists: readonly (readonly Posting[])[]): PostingChunk {
  return lists.map((list) => list.map((posting, at) => posting - firstOfRecord(list[at - 1] ?? 0)).join(" ")).join(",");
}

export function decodePostings(chunk: PostingChunk): Posting[][] {
  return chunk.split(",").map((row) => {
    let last = 0;
    return row.split(" ").map((step) => {
      last = firstOfRecord(last) + Number(step);
      return last;
    });
  });
}

/** The posting of the same record at position 0. */
function firstOfRecord(posting: Posting): Posting {
  return posting - (posting % POSITIONS);
}

/** Texts that recur: a table of them, and for each record the numbers of its own, `3 17,4,,5`. */
export interface LabelColumn {
  readonly labels: readonly string[];
  readonly rows: string;
}

export type FacetChunk = Readonly<Record<FacetName, LabelColumn>>;

export function encodeFacets(table: FacetTable): FacetChunk {
  return mapFacets((name) => {
    const { labels, values, ends } = table[name];
    return { labels, rows: encodeRows(ends.map((end, id) => values.slice(ends[id - 1] ?? 0, end))) };
  });
}

export function decodeFacets(chunk: FacetChunk): FacetTable {
  return mapFacets((name): FacetColumn => {
    const column: FacetColumn = { labels: [...chunk[name].labels], values: [], ends: [] };
    for (const row of decodeRows(chunk[name].rows, (number) => number)) {
      column.values.push(...row);
      column.ends.push(column.values.length);
    }
    return column;
  });
}

export function encodeRows(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => row.join(" ")).join(",");
}

export function decodeRows<T>(rows: string, toValue: (number: number) => T): T[][] {
  return rows.split(",").map((row) => (row === "" ? [] : row.split(" ").map((number) => toValue(Number(number)))));
}
