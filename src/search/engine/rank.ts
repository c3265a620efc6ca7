/** The order of the candidates: what Fuse's token search and the postings say of each, an exact name before all. */
import Fuse from "fuse.js";
import { fold } from "../../lib/fold.ts";
import { yearOf } from "../../lib/partial-date.ts";
import type { SearchRecord } from "../index/search-record.ts";

export interface Candidate {
  readonly id: number;
  readonly record: SearchRecord;
  /** From postings alone. */
  readonly score: number;
}

/** The query in the forms that a name is compared with. */
export interface RankQuery {
  /** As it stands in the box. */
  readonly typed: string;
  /** Folded, with its words respelt. */
  readonly understood: string;
  /** Folded: other names for the whole of it. */
  readonly synonyms: readonly string[];
}

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
    fields: fold(Object.values(record.fields).flat().join(" ")),
    text: fold(record.text),
  }));
  const fuse = new Fuse(documents, {
    keys: KEYS,
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.2,
    includeScore: true,
  });
  const far = new Map(fuse.search(query.understood).map(({ refIndex, score = 1 }) => [refIndex, score]));
  const most = Math.max(...candidates.map(({ score }) => score), Number.MIN_VALUE);
  const newest = Math.max(...candidates.map(({ record: { date } }) => yearOf(date)));
  const scored = candidates.map((candidate, index) => {
    const { record, score } = candidate;
    const value = FUSE_WEIGHT * (1 - (far.get(index) ?? 1)) + score / most + boost(record, newest);
    return { candidate, exactness: exactnessOf(record, query), value };
  });
  return scored.sort((a, b) => b.exactness - a.exactness || b.value - a.value).map(({ candidate }) => candidate);
}
/** What Fuse says, against what the postings say. */
const FUSE_WEIGHT = 0.5;
const MOST_BOOST = 0.04;
/** Years after which a story is as old as any other. */
const YEARS = 8;

/** Little enough to decide only between hits that are nearly as good: an entry of the catalog, a new story. */
function boost({ kind, date }: SearchRecord, newest: number): number {
  return kind === "news" ? MOST_BOOST * Math.max(0, 1 - (newest - yearOf(date)) / YEARS) : MOST_BOOST;
}

/** 3: its title to the letter; 2: its title, folded or without its spaces; 1: another name of it, or another word for it. */
function exactnessOf({ title, fields }: SearchRecord, { typed, understood, synonyms }: RankQuery): number {
  if (title.toLowerCase() === typed.trim().toLowerCase()) return 3;
  const wanted = [fold(typed), understood];
  const names = namesOf(title).map(fold);
  if (names.some((name) => wanted.some((one) => squash(one) === squash(name)))) return 2;
  const others = (fields.name ?? []).map(fold);
  return names.some((name) => synonyms.includes(name)) || others.some((name) => wanted.includes(name)) ? 1 : 0;
}

/** `Electronic Health Record (EHR)` is a name, and another, and both. */
function namesOf(title: string): readonly string[] {
  const [, name, short] = /^(.+?)\s*\(([^()]+)\)$/u.exec(title) ?? [];
  return name === undefined || short === undefined ? [title] : [title, name, short];
}

function squash(folded: string): string {
  return folded.replaceAll(" ", "");
}
