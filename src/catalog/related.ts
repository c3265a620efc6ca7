/** Related entries, with what they share; found through inverted indexes, without comparing all pairs. */
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import type { Catalog, NewsItem, Offering, Topic } from "./graph.ts";
import { isEnding } from "./queries.ts";
import { createScoreboard } from "./scoreboard.ts";

/** Something related, with what the two share. */
export interface Related<T> {
  readonly to: T;
  readonly topics: readonly Topic[];
  readonly offerings: readonly Offering[];
  readonly standards: readonly string[];
}

/** At most this many entries of a topic are compared: the newest stories, the first offerings by name. */
const POSTINGS = 200;

/** A shared offering says more than any shared topic. */
const OFFERING_WEIGHT = 3;
const STANDARD_WEIGHT = 0.5;

/** Ties go to the more recently published story, and to the offering whose slug sorts first. */
const boards = memoize(({ news, offerings }: Catalog) => ({
  news: createScoreboard(news, POSTINGS),
  offerings: createScoreboard(
    [...offerings].sort((a, b) => byText(a.slug, b.slug)),
    POSTINGS,
  ),
}));

/** Stories that share topics or named offerings with this one, the closest first; its page names those on the same event already. */
export function storiesLike(catalog: Catalog, item: NewsItem, limit: number): readonly Related<NewsItem>[] {
  const board = boards(catalog).news;
  for (const topic of item.topics) board.add(topic.news, rarity(topic, catalog));
  for (const offering of item.offerings) board.add(offering.news, OFFERING_WEIGHT);
  return board
    .take(limit, (other) => other !== item && !item.cluster?.includes(other))
    .map((to) => ({
      to,
      topics: shared(to.topics, item.topics),
      offerings: shared(to.offerings, item.offerings),
      standards: [],
    }));
}

/** Offerings on the story's topics that the curator did not name; at least two topics must agree. */
export function offeringsLike(catalog: Catalog, item: NewsItem, limit: number): readonly Related<Offering>[] {
  const board = boards(catalog).offerings;
  for (const topic of item.topics) board.add(topic.offerings, rarity(topic, catalog));
  const isLike = (offering: Offering) =>
    !isEnding(offering) && !item.offerings.includes(offering) && shared(offering.topics, item.topics).length >= 2;
  return board
    .take(limit, isLike)
    .map((to) => ({ to, topics: shared(to.topics, item.topics), offerings: [], standards: [] }));
}

/**
 * Offerings of the same kind that share topics, weighted by rarity; shared standards add to the score. Those that end,
 * and predecessors, are no alternatives. The successor comes first, whatever it shares.
 */
export function alternativesTo(catalog: Catalog, offering: Offering, limit: number): readonly Related<Offering>[] {
  const board = boards(catalog).offerings;
  for (const topic of offering.topics) board.add(topic.offerings, rarity(topic, catalog));
  const { successor } = offering;
  const first = successor && !isEnding(successor) ? [successor] : [];
  const isAlternative = (other: Offering) =>
    other !== offering &&
    other !== successor &&
    other.offeringKind === offering.offeringKind &&
    !isEnding(other) &&
    !offering.predecessors.includes(other);
  const others = board.take(
    limit - first.length,
    isAlternative,
    (other) => STANDARD_WEIGHT * shared(other.standards, offering.standards).length,
  );
  return [...first, ...others].map((to) => ({
    to,
    topics: shared(to.topics, offering.topics),
    offerings: [],
    standards: shared(to.standards, offering.standards),
  }));
}

/** How telling a topic is: the fewer entries it has, the more. */
function rarity(topic: Topic, catalog: Catalog): number {
  const all = catalog.news.length + catalog.offerings.length;
  return Math.log(1 + all / (1 + topic.news.length + topic.offerings.length));
}

function shared<T>(a: readonly T[], b: readonly T[]): T[] {
  return a.filter((item) => b.includes(item));
}
