/** An index that fetches only the chunks that a query needs, each once. */
import {
  decodeFacets,
  decodePostings,
  decodeWords,
  type FacetChunk,
  type PostingChunk,
  type WordChunk,
} from "../index/chunks.ts";
import type { FacetTable } from "../index/facet-table.ts";
import { type ChunkedEntry, chunkFile, locatePostings } from "../index/index-files.ts";
import { toJoinedWord } from "../index/joined-words.ts";
import type { Posting } from "../index/postings.ts";
import { decodeRecords, type RecordColumns } from "../index/record-columns.ts";
import type { SearchRecord } from "../index/search-record.ts";
import type { SearchIndex } from "./search-index.ts";
import { byEdits, createTermDictionary, maxEdits, type TermDictionary } from "./term-dictionary.ts";

/** Records that are fetched to be ranked: each may lie in a file of its own. */
const MAX_RANKED = 24;
/** Words with a prefix at most, the most frequent ones. */
const MAX_WORDS = 12;
/** The words with a prefix of one or two letters lie in many files; only the first of these are read. */
const MAX_FILES = 3;

interface Words {
  readonly termDictionary: TermDictionary;
  readonly counts: readonly number[];
  /** See `locatePostings`. */
  readonly locations: readonly { readonly file: number; readonly at: number }[];
}

/** `read` returns a parsed file, and throws `SearchFailure`. */
export function createChunkedIndex(entry: ChunkedEntry, read: <T>(file: string) => Promise<T>): SearchIndex {
  const { digest, kindEnds, firstWords, recordsPerFile, postingsPerFile } = entry;
  const get = <T>(chunk: string) => read<T>(chunkFile(chunk, digest));
  const getWords = onceForEach(async (number: number): Promise<Words> => {
    const chunk = await get<WordChunk>(`words-${number}`);
    const termDictionary = createTermDictionary(decodeWords(chunk));
    return { termDictionary, counts: chunk.counts, locations: locatePostings(chunk.counts, postingsPerFile) };
  });
  const getPostings = onceForEach(async (chunk: string) => decodePostings(await get<PostingChunk>(chunk)));
  const getRecords = onceForEach(async (number: number) =>
    decodeRecords(await get<RecordColumns>(`records-${number}`)),
  );
  const getFacets = onceForEach(async (chunk: "facets") => decodeFacets(await get<FacetChunk>(chunk)));
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
    async wordsWithPrefix(prefix) {
      const first = Math.max(0, fileOf(firstWords, prefix));
      const last = Math.min(fileOf(firstWords, `${prefix}\uFFFF`), first + MAX_FILES - 1);
      const found: { word: string; count: number }[] = [];
      for (let number = first; number <= last; number += 1) {
        const { termDictionary, counts } = await getWords(number);
        const [from, to] = termDictionary.rangeOf(prefix);
        for (let at = from; at < to; at += 1)
          found.push({ word: termDictionary.words[at] ?? "", count: counts[at] ?? 0 });
      }
      const isWhole = (word: string) => Number(word === prefix || word === toJoinedWord(prefix));
      return found
        .sort((a, b) => isWhole(b.word) - isWhole(a.word) || b.count - a.count)
        .slice(0, MAX_WORDS)
        .map(({ word }) => word);
    },
    async fuzzyTerms(word) {
      const all = await Promise.all(firstWords.map((_, number) => getWords(number)));
      return all.flatMap(({ termDictionary }) => termDictionary.fuzzyTerms(word, maxEdits(word))).sort(byEdits);
    },
    has: async (word) => (await find(word)) !== undefined,
    postings: (words) =>
      Promise.all(
        words.map(async (word): Promise<readonly Posting[]> => {
          const found = await find(word);
          const location = found?.words.locations[found.at];
          if (!found || !location) return [];
          return (await getPostings(`postings-${found.number}-${location.file}`))[location.at] ?? [];
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
    kindOf: (id) => kindEnds.findIndex((end) => id < end),
  };
}

/** The last file that begins at or before the word; -1 when the word is before all. */
function fileOf(firstWords: readonly string[], word: string): number {
  return firstWords.findLastIndex((first) => first <= word);
}

/** `run`, but once for each key, and again after a failure. */
function onceForEach<K, V>(run: (key: K) => Promise<V>): (key: K) => Promise<V> {
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
