/** Orders candidates by Fuse's token search and their scores from postings, exact names first. */
import Fuse from "fuse.js";
import { fold, wordsOf } from "../../lib/fold.ts";
import { yearOf } from "../../lib/partial-date.ts";
import { partsOfName, type SearchRecord } from "../index/search-record.ts";
import { genericWords } from "./query-terms.ts";

export interface Candidate {
  readonly id: number;
  readonly record: SearchRecord;
  /** From postings alone. */
  readonly score: number;
  /** True of the page of a FHIR resource type that the query asks about. */
  readonly isAsked: boolean;
}

/** The query in the forms that a name is compared with. */
export interface RankQuery {
  /** As typed. */
  readonly typed: string;
  /** Folded, with its words corrected. */
  readonly corrected: string;
  /** Synonyms of the whole query, folded. */
  readonly synonyms: readonly string[];
}

// The words of `access` are those of many records, and would make the others count for less: "two facts about an
// offering". The weights are tuned on tests/relevance/queries.ts; each comment names the groups that a change makes worse.
/** "plural for singular". */
const KEYS = [
  { name: "title", weight: 6 },
  { name: "detail", weight: 1.5 },
  { name: "fields", weight: 1.5 },
  { name: "text", weight: 0.5 },
];

/** Candidates, best first. */
export function rank(candidates: readonly Candidate[], query: RankQuery): readonly Candidate[] {
  const documents = candidates.map(({ record }) => ({
    title: fold(record.title),
    detail: fold(record.detail),
    fields: fold(
      Object.values({ ...record.fields, access: [] })
        .flat()
        .join(" "),
    ),
    text: fold(record.text),
  }));
  const fuse = new Fuse(documents, {
    keys: KEYS,
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.2,
    includeScore: true,
  });
  const distances = new Map(fuse.search(query.corrected).map(({ refIndex, score = 1 }) => [refIndex, score]));
  const most = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE);
  const newest = Math.max(...candidates.map(({ record: { date } }) => yearOf(date)));
  const scored = candidates.map((candidate, index) => {
    const { record, score, isAsked } = candidate;
    const value = FUSE_WEIGHT * (1 - (distances.get(index) ?? 1)) + score / most + boost(record, newest);
    return { candidate, exactness: Math.max(exactnessOf(record, query), isAsked ? 1 : 0), value };
  });
  return scored.sort((a, b) => b.exactness - a.exactness || b.value - a.value).map(({ candidate }) => candidate);
}

/** Weight of Fuse's score against that of the postings: without it, "two facts about an offering" and "host name". */
const FUSE_WEIGHT = 0.5;

/** No row depends on these two: they decide between equals. */
const MAX_BOOST = 0.04;
/** Years after which a story gets no boost. */
const YEARS = 8;

/** Favours catalog entries and new stories, so little that it decides only between hits that are nearly as good. */
function boost({ kind, date }: SearchRecord, newest: number): number {
  return kind === "news" ? MAX_BOOST * Math.max(0, 1 - (newest - yearOf(date)) / YEARS) : MAX_BOOST;
}

/**
 * 3: the query is the title; 2: it is the title when both are folded, or without spaces; 1: it is another name, the
 * first two words or more of a name, a synonym, or the name of an offering with generic words added.
 */
function exactnessOf({ kind, title, fields }: SearchRecord, { typed, corrected, synonyms }: RankQuery): number {
  if (title.toLowerCase() === typed.trim().toLowerCase()) return 3;
  const wanted = [fold(typed), corrected];
  const names = [title, ...partsOfName(title)].map(fold);
  if (names.some((name) => wanted.some((one) => squash(one) === squash(name)))) return 2;
  const others = (fields.name ?? []).map(fold);
  const isOther =
    names.some((name) => synonyms.includes(name)) || others.some((name) => wanted.some((one) => begins(one, name)));
  return isOther || (kind === "offering" && isNamed(wordsOf(title), corrected.split(" "))) ? 1 : 0;
}

/** `change healthcare` begins Change Healthcare API Marketplace; one word alone begins too many names. */
function begins(words: string, name: string): boolean {
  return name === words || (words.includes(" ") && name.startsWith(`${words} `));
}

/** The query is the name and nothing but generic words. */
function isNamed(name: readonly string[], words: readonly string[]): boolean {
  return (
    name.every((word) => words.includes(word)) && words.every((word) => name.includes(word) || genericWords.has(word))
  );
}

function squash(folded: string): string {
  return folded.replaceAll(" ", "");
}
