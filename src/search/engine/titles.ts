/** Finds the records that a query names. */
import { countBits } from "../../lib/count-bits.ts";
import { idOf, isInText, type Posting, titleWordsOf } from "../index/postings.ts";
import { kindKeys, type RecordKind } from "../index/search-record.ts";
import type { Expansion, QueryTerm } from "./query-terms.ts";
import type { SearchIndex } from "./search-index.ts";

export interface MatchingTitle {
  readonly id: number;
  readonly kind: RecordKind;
  /** Bits of the query's words in its title, and of an organization in its other names too. */
  readonly bits: number;
  /** The title has no other words. */
  readonly isWhole: boolean;
}

/**
 * Records of these kinds with words of the query in their titles; `medication request` is MedicationRequest. The fields of
 * an organization count as well, since they are its other names and its hosts: `cerner` is Oracle Health.
 */
export async function findTitles(
  index: SearchIndex,
  queryTerms: readonly QueryTerm[],
  kinds: readonly RecordKind[],
): Promise<readonly MatchingTitle[]> {
  const titles = new Map<number, MatchingTitle & { readonly inTitle: number }>();
  for (const { words, span, source, isPrefix } of queryTerms.flatMap(({ expansions }) => expansions)) {
    if (source === "prefix" || isPrefix) continue;
    for (const posting of (await readPostings(index, words)).flat()) {
      const [id, length] = [idOf(posting), titleWordsOf(posting)];
      const kind = kindKeys[index.kindOf(id)];
      if (kind === undefined || !kinds.includes(kind)) continue;
      if (length === 0 && (kind !== "organization" || isInText(posting))) continue;
      const known = titles.get(id) ?? { bits: 0, inTitle: 0, isWhole: false };
      const inTitle = length === 0 ? known.inTitle : known.inTitle | span;
      const isWhole = length === 0 ? known.isWhole : countBits(inTitle) >= length;
      titles.set(id, { id, kind, bits: known.bits | span, inTitle, isWhole });
    }
  }
  return [...titles.values()];
}

/** The postings of each word, or for several words those of the records that have all, each at its worst position. */
export async function readPostings(
  index: SearchIndex,
  words: Expansion["words"],
): Promise<readonly (readonly Posting[])[]> {
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
