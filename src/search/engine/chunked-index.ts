/** An index of which only what a query needs is fetched, piece by piece, each once. */

import {
  decodeFacets,
  decodePostings,
  decodeWords,
  type FacetChunk,
  type PostingChunk,
  type WordChunk,
} from "../index/chunks.ts";
import { type FacetTable, kindKeys } from "../index/facet-table.ts";
import { type ChunkedEntry, chunkFile, idOrder, placePostings } from "../index/index-files.ts";
import type { Posting } from "../index/postings.ts";
import { decodeRecords, type Shard } from "../index/record-columns.ts";
import type { SearchRecord } from "../index/search-record.ts";
import type { SearchIndex } from "./search-index.ts";
import { createTermDictionary, forgivenEdits, type TermDictionary } from "./term-dictionary.ts";

/** Records that are fetched to be ranked: each may lie in a file of its own. */
const MAX_RANKED = 24;
/** Of the words that begin as typed, so many are read, the most frequent ones. */
const MAX_WORDS = 12;
/** A beginning of one or two letters lies across files; so many are read. */
const MAX_FILES = 3;

interface Words {
  readonly termDictionary: TermDictionary;
  readonly counts: readonly number[];
  /** File of each word's postings, and which of the lists in it. */
  readonly places: readonly { readonly file: number; readonly at: number }[];
}

/** `read` gives a parsed piece by its file name, and throws `SearchFailure`. */
export function createChunkedIndex(entry: ChunkedEntry, read: <T>(file: string) => Promise<T>): SearchIndex {
  const { digest, kindEnds, firstWords, recordsPerFile, postingsPerFile } = entry;
  const get = <T>(piece: string) => read<T>(chunkFile(piece, digest));
  const getWords = once(async (number: number): Promise<Words> => {
    const chunk = await get<WordChunk>(`words-${number}`);
    const termDictionary = createTermDictionary(decodeWords(chunk));
    return { termDictionary, counts: chunk.counts, places: placePostings(chunk.counts, postingsPerFile) };
  });
  const getPostings = once(async (piece: string) => decodePostings(await get<PostingChunk>(piece)));
  const getRecords = once(async (number: number) => decodeRecords(await get<Shard>(`records-${number}`)));
  const getFacets = once(async (piece: "facets") => decodeFacets(await get<FacetChunk>(piece)));
  let facets: FacetTable | undefined;

  const find = async (word: string): Promise<{ words: Words; at: number; number: number } | undefined> => {
    const number = fileOf(firstWords, word);
    if (number < 0) return undefined;
    const words = await getWords(number);
    const [at] = words.termDictionary.rangeOf(word);
    return words.termDictionary.words[at] === word ? { words, at, number } : undefined;
  };
  return {
    size: kindEnds.at(-1) ?? 0,
    rest: "complete",
    synonyms: new Map(entry.synonyms),
    maxRanked: MAX_RANKED,
    async wordsFrom(prefix) {
      const first = Math.max(0, fileOf(firstWords, prefix));
      const last = Math.min(fileOf(firstWords, `${prefix}\uFFFF`), first + MAX_FILES - 1);
      const found: { word: string; count: number }[] = [];
      for (let number = first; number <= last; number += 1) {
        const { termDictionary, counts } = await getWords(number);
        const [from, to] = termDictionary.rangeOf(prefix);
        for (let at = from; at < to; at += 1)
          found.push({ word: termDictionary.words[at] ?? "", count: counts[at] ?? 0 });
      }
      const [itself] = found;
      if (itself?.word === prefix) itself.count = Number.POSITIVE_INFINITY;
      return found
        .sort((a, b) => b.count - a.count)
        .slice(0, MAX_WORDS)
        .map(({ word }) => word);
    },
    async fuzzyTerms(word) {
      const all = await Promise.all(firstWords.map((_, number) => getWords(number)));
      const near = all.flatMap(({ termDictionary }) => termDictionary.near(word, forgivenEdits(word)));
      return near.sort((a, b) => Number(a.isPrefix) - Number(b.isPrefix) || a.edits - b.edits);
    },
    has: async (word) => (await find(word)) !== undefined,
    postings: (words) =>
      Promise.all(
        words.map(async (word): Promise<readonly Posting[]> => {
          const found = await find(word);
          const place = found?.words.places[found.at];
          if (!found || !place) return [];
          return (await getPostings(`postings-${found.number}-${place.file}`))[place.at] ?? [];
        }),
      ),
    records: (ids) =>
      Promise.all(
        ids.map(async (id): Promise<SearchRecord> => {
          const records = await getRecords(Math.floor(id / recordsPerFile));
          return records[id % recordsPerFile] as SearchRecord;
        }),
      ),
    async facets(isNeeded) {
      if (isNeeded) facets = await getFacets("facets");
      return facets;
    },
    kindOf(id) {
      const kind = idOrder[kindEnds.findIndex((end) => id < end)] ?? "news";
      return kindKeys.indexOf(kind);
    },
  };
}

/** The last file that begins at or before the word; -1 when the word stands before all. */
function fileOf(firstWords: readonly string[], word: string): number {
  return firstWords.findLastIndex((first) => first <= word);
}

/** Runs once for each key, and again after a failure. */
function once<K, V>(run: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const running = new Map<K, Promise<V>>();
  return (key) => {
    const known = running.get(key);
    if (known) return known;
    const started = run(key).catch((error: unknown) => {
      running.delete(key);
      throw error;
    });
    running.set(key, started);
    return started;
  };
}
