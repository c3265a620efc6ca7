/** Promise: what is like what, through inverted indexes and never all pairs; every answer says why. */
import { byText } from "../lib/order.ts";
import { startOf } from "../lib/partial-date.ts";
import type { Standard } from "../vocab/standard.ts";
import type { Catalog, NewsItem, Offering, Topic } from "./graph.ts";

/** Something related, with what the two share. */
export interface Related<T> {
  readonly to: T;
  readonly topics: readonly Topic[];
  readonly offerings: readonly Offering[];
  readonly standards: readonly Standard[];
}

/** Of a common topic only so many entries are looked at: the newest stories, the first offerings by name. */
const POSTINGS = 200;

/** A shared offering says more than any shared topic. */
const OFFERING_WEIGHT = 3;
const STANDARD_WEIGHT = 0.5;

/** Stories that share topics or named offerings with this one, the closest first. */
export function storiesLike(catalog: Catalog, item: NewsItem, limit: number): readonly Related<NewsItem>[] {
  const scores = new Map<NewsItem, number>();
  for (const topic of item.topics) addScores(scores, topic.news, rarity(topic, catalog));
  for (const offering of item.offerings) addScores(scores, offering.news, OFFERING_WEIGHT);
  scores.delete(item);
  return top(scores, limit, byRecency).map((to) => ({
    to,
    topics: to.topics.filter((topic) => item.topics.includes(topic)),
    offerings: to.offerings.filter((offering) => item.offerings.includes(offering)),
    standards: [],
  }));
}

/** Offerings on the story's topics that the curator did not name; at least two topics must agree. */
export function offeringsLike(catalog: Catalog, item: NewsItem, limit: number): readonly Related<Offering>[] {
  const scores = new Map<Offering, number>();
  for (const topic of item.topics) addScores(scores, topic.offerings, rarity(topic, catalog));
  for (const named of item.offerings) scores.delete(named);
  for (const [offering] of scores) {
    const shared = offering.topics.filter((topic) => item.topics.includes(topic));
    if (offering.status === "retired" || shared.length < 2) scores.delete(offering);
  }
  return top(scores, limit, (a, b) => byText(a.slug, b.slug)).map((to) => ({
    to,
    topics: to.topics.filter((topic) => item.topics.includes(topic)),
    offerings: [],
    standards: [],
  }));
}

/** Offerings of the same kind that share topics or standards, weighted by rarity; retired ones are no alternative. */
export function alternativesTo(catalog: Catalog, offering: Offering, limit: number): readonly Related<Offering>[] {
  const scores = new Map<Offering, number>();
  for (const topic of offering.topics) addScores(scores, topic.offerings, rarity(topic, catalog));
  for (const [other, score] of scores) {
    const isAlternative =
      other !== offering &&
      other.offeringKind === offering.offeringKind &&
      other.status !== "retired" &&
      !offering.predecessors.includes(other);
    if (!isAlternative) scores.delete(other);
    else scores.set(other, score + STANDARD_WEIGHT * shared(other.standards, offering.standards).length);
  }
  return top(scores, limit, (a, b) => byText(a.slug, b.slug)).map((to) => ({
    to,
    topics: shared(to.topics, offering.topics),
    offerings: [],
    standards: shared(to.standards, offering.standards),
  }));
}

/** Ties go to the newer publication, then to the slug. */
function byRecency(a: NewsItem, b: NewsItem): number {
  return byText(startOf(b.published ?? ""), startOf(a.published ?? "")) || byText(a.slug, b.slug);
}

/** How telling a topic is: the fewer entries it has, the more. */
function rarity(topic: Topic, catalog: Catalog): number {
  const all = catalog.news.length + catalog.offerings.length;
  return Math.log(1 + all / (1 + topic.news.length + topic.offerings.length));
}

function addScores<T>(scores: Map<T, number>, postings: readonly T[], weight: number): void {
  for (const entry of postings.slice(0, POSTINGS)) scores.set(entry, (scores.get(entry) ?? 0) + weight);
}

function top<T>(scores: ReadonlyMap<T, number>, limit: number, tie: (a: T, b: T) => number): T[] {
  return [...scores]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || tie(a, b))
    .slice(0, limit)
    .map(([entry]) => entry);
}

function shared<T>(a: readonly T[], b: readonly T[]): T[] {
  return a.filter((item) => b.includes(item));
}
