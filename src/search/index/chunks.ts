/** The pieces of a chunked index as JSON and back, losing nothing: words, postings, facets. */
import type { FacetColumn, FacetTable } from "./facet-table.ts";
import { type FacetName, facetNames } from "./facet-table.ts";
import { PLACES, type Posting } from "./postings.ts";

/** Neighbouring words of the vocabulary. */
export interface WordChunk {
  /** Ascending; each without the letters that it shares with the one before, whose number stands before it in base 36. */
  readonly words: string;
  /** Postings of each, in the same order. */
  readonly counts: readonly number[];
}

/** At most so many letters are taken over from the word before: one digit in base 36. */
const MOST_SHARED = 35;

export function encodeWords(words: readonly string[], counts: readonly number[]): WordChunk {
  let last = "";
  const cut = words.map((word) => {
    let shared = 0;
    while (shared < MOST_SHARED && shared < last.length && last[shared] === word[shared]) shared += 1;
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

/** Postings of several words, `2 19,7`: the words parted by commas, each id as its distance from the one before. */
export type PostingChunk = string;

export function encodePostings(lists: readonly (readonly Posting[])[]): PostingChunk {
  return lists.map((list) => list.map((posting, at) => posting - firstPlace(list[at - 1] ?? 0)).join(" ")).join(",");
}

export function decodePostings(chunk: PostingChunk): Posting[][] {
  return chunk.split(",").map((row) => {
    let last = 0;
    return row.split(" ").map((step) => {
      last = firstPlace(last) + Number(step);
      return last;
    });
  });
}

/** The posting of the same record with place 0. */
function firstPlace(posting: Posting): Posting {
  return posting - (posting % PLACES);
}

/** As `FacetColumn`, the values of each record in one row: `3 17,4,,5`. */
export type FacetChunk = Readonly<Record<FacetName, { readonly labels: readonly string[]; readonly rows: string }>>;

export function encodeFacets(table: FacetTable): FacetChunk {
  const encode = ({ labels, values, ends }: FacetColumn) => ({
    labels,
    rows: ends.map((end, id) => values.slice(ends[id - 1] ?? 0, end).join(" ")).join(","),
  });
  return Object.fromEntries(facetNames.map((name) => [name, encode(table[name])])) as unknown as FacetChunk;
}

export function decodeFacets(chunk: FacetChunk): FacetTable {
  const decode = ({ labels, rows }: FacetChunk[FacetName]): FacetColumn => {
    const values: number[] = [];
    const ends: number[] = [];
    for (const row of rows.split(",")) {
      if (row !== "") for (const value of row.split(" ")) values.push(Number(value));
      ends.push(values.length);
    }
    return { labels: [...labels], values, ends };
  };
  return Object.fromEntries(facetNames.map((name) => [name, decode(chunk[name])])) as unknown as FacetTable;
}
