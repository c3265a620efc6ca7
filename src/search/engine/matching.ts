/** Which records have the words of a query in one of their readings, and how well, from postings alone. */
import { idOf, isInText, PLACES, type Posting, placeOf, titleWordsOf } from "../index/postings.ts";
import type { QueryTerm, Reading } from "./query-terms.ts";
import type { SearchIndex } from "./search-index.ts";

/** What is known of every record after the postings are read; indexed by id. */
export interface Matches {
  /** Bits of the query's words that the record has. */
  readonly masks: Uint32Array;
  /** Sum over its words of rarity, reading and place. */
  readonly scores: Float32Array;
}

const IN_TEXT = 0.35;
const IN_FIELD = 0.7;
/** A word is worth more in a title, and more the more of the title it is. */
const placeWeight = (posting: Posting): number => {
  const words = titleWordsOf(posting);
  return words > 0 ? 1 + 0.5 / words : isInText(posting) ? IN_TEXT : IN_FIELD;
};
/** For each value that the low four bits can have. */
const WEIGHTS = Float32Array.from({ length: PLACES }, (_, place) => placeWeight(place));

/** Reads the postings of all readings. */
export async function matchQueryTerms(index: SearchIndex, queryTerms: readonly QueryTerm[]): Promise<Matches> {
  const masks = new Uint32Array(index.size);
  const scores = new Float32Array(index.size);
  const best = new Float32Array(index.size);
  for (const { readings } of queryTerms) {
    const touched: number[] = [];
    const read = await Promise.all(
      readings.map(async (reading) => ({ reading, lists: await readPostings(index, reading.words) })),
    );
    for (const { lists, rarity, reading } of weigh(read, index.size)) {
      const worth = reading.quality * rarity;
      for (const list of lists) {
        for (const posting of list) {
          const id = idOf(posting);
          const value = worth * (WEIGHTS[placeOf(posting)] ?? 0);
          const known = best[id] ?? 0;
          if (known === 0) touched.push(id);
          if (value > known) best[id] = value;
          masks[id] = (masks[id] ?? 0) | reading.span;
        }
      }
    }
    for (const id of touched) {
      scores[id] = (scores[id] ?? 0) + (best[id] ?? 0);
      best[id] = 0;
    }
  }
  return { masks, scores };
}

interface Read {
  readonly reading: Reading;
  readonly lists: readonly (readonly Posting[])[];
}

/**
 * The rarer a word, the more it tells. What was typed is as rare as all that
 * begins with it together, and a guess as all guesses: a rare ending or slip
 * is no better than a frequent one. Words joined or parted are weighed by
 * themselves; another form of the word and another way to say it too, but never
 * above what was typed: who asks for "systems" does not mean the rarer "system".
 */
function weigh(read: readonly Read[], size: number): readonly (Read & { readonly rarity: number })[] {
  const count = (some: readonly Read[]) =>
    some.reduce((sum, { lists }) => sum + lists.reduce((all, list) => all + list.length, 0), 0);
  const bySource = (wanted: string) => count(read.filter(({ reading: { source } }) => source === wanted));
  const counts = { typed: bySource("typed"), guess: bySource("guess") };
  return read.map((one) => {
    const { source } = one.reading;
    const own = source === "typed" || source === "guess" ? counts[source] : count([one]);
    const known = source === "synonym" || source === "inflection" ? Math.max(own, counts.typed) : own;
    return { ...one, rarity: Math.log(1 + size / Math.max(1, known)) };
  });
}

/** The postings of a reading: those of each word, or for several words those of the records that have all. */
async function readPostings(index: SearchIndex, words: Reading["words"]): Promise<readonly (readonly Posting[])[]> {
  const [first = []] = words;
  if (words.length === 1) return index.postings(first);
  const lists = await Promise.all(words.map(async (alternatives) => (await index.postings(alternatives)).flat()));
  const having = new Map<number, { posting: Posting; count: number }>();
  lists.forEach((list, turn) => {
    for (const posting of list) {
      const id = idOf(posting);
      const one = having.get(id);
      if (turn === 0 && !one) having.set(id, { posting, count: 1 });
      else if (one && one.count === turn) {
        one.count += 1;
        one.posting = Math.min(one.posting, posting);
      }
    }
  });
  return [[...having.values()].filter(({ count }) => count === words.length).map(({ posting }) => posting)];
}
