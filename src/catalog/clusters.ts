/**
 * Stories on one event become a cluster: found from what they say, or stated by an editor, or denied. Candidates come
 * from inverted indexes and lie within days of each other, so that no two of all stories are compared without a reason.
 */
import { hostOf } from "../lib/clean-url.ts";
import { byText } from "../lib/order.ts";
import type { PartialDate } from "../lib/partial-date.ts";
import { joinWords } from "../lib/text.ts";
import type { Entry } from "./entries.ts";
import {
  daysApart,
  haveEnoughInCommon,
  isEveryday,
  isOtherEvent,
  readSignals,
  SAME_EVENT,
  type StoryFacts,
  type StorySignals,
  scoreOf,
  toRarity,
} from "./story-signals.ts";

/** A story that may be one of several on the same event. */
export interface ClusterStory extends StoryFacts {
  readonly slug: string;
  /** Day of the curation. */
  readonly date: string;
  /** Slugs of stories on the same event; one side is enough. */
  readonly sameStoryAs: readonly string[];
  /** Slugs of stories that are on another event, however alike they are. */
  readonly notSameAs: readonly string[];
}

/** The story of a content file. */
export interface EntryStory extends ClusterStory {
  readonly file: string;
}

/** Topics and offerings as the file names them: what is published and what is checked is compared alike. */
export function toClusterStory({ slug, file, data }: Entry<"news">): EntryStory {
  // Where the source's own day is not known, that of the curation stands in its place.
  const isDayKnown = data.published !== "unknown" && data.publishedBasis !== "curation";
  return {
    slug,
    file,
    date: data.date,
    title: data.title,
    summary: data.summary,
    host: hostOf(data.url),
    published: isDayKnown ? data.published : undefined,
    offerings: [...new Set(data.relatedOfferings.map((offering) => offering.slug))],
    topics: [...new Set(data.categories)],
    sameStoryAs: data.sameStoryAs,
    notSameAs: data.notSameAs,
  };
}

/** Two stories or more on one event, the lead first. */
export interface Cluster<T extends ClusterStory> {
  readonly stories: readonly T[];
  /** Those that no editor has placed here. */
  readonly found: readonly T[];
}

/** A story that no editor placed, in a sentence for one, with the way to part it from the others. */
export function describeFound(story: EntryStory, { stories }: Cluster<EntryStory>): string {
  const others = stories.filter(({ slug }) => slug !== story.slug);
  const denial = `notSameAs: [${others.map(({ slug }) => slug).join(", ")}]`;
  return `On the same event as ${joinWords(others.map(({ file }) => file))}, by what they say: lists show the event once. To part them, write '${denial}'`;
}

/** For tests: how many pairs were compared. */
export interface Effort {
  compared: number;
}

/** Stories whose days are further apart are only compared where a rule's number or the whole title is shared. */
const DAYS = 35;
const DAYS_OF_A_RULE = 90;
/** Of the stories that share a word within those days, this many are compared with each. */
const NEIGHBOURS = 24;
/** Stories of which only the year is known, or no day at all, are compared through words that so few have. */
const FEW = 24;
/** Two groups become one when their stories are this much alike on average; a bridge of one story is not enough. */
const LEAST_ON_AVERAGE = 0.3;
/** Of large groups so many are compared. */
const SAMPLE = 8;

/** The same for the same stories, in whichever order they come. Clusters are in the order of their leads' slugs. */
export function findClusters<T extends ClusterStory>(
  stories: Iterable<T>,
  effort: Effort = { compared: 0 },
): Cluster<T>[] {
  const all = [...stories].sort((a, b) => byText(a.slug, b.slug));
  const groups = new Groups(all);
  for (const story of all) for (const slug of story.sameStoryAs) groups.join(story, slug);
  const stated = new Map(all.map((story) => [story, groups.of(story)]));
  joinFound(all, groups, effort);
  return groups
    .list()
    .map((group) => {
      const stories = inOrder(group);
      // Two groups that editors stated may be found to be one: the second was placed beside the first by nobody.
      const placed = stories.map((story) => stated.get(story) ?? []).find(({ length }) => length > 1) ?? [];
      return { stories, found: group.filter((story) => !placed.includes(story)) };
    })
    .sort((a, b) => byText(a.stories[0]?.slug ?? "", b.stories[0]?.slug ?? ""));
}

/** Sets of stories that only grow together, and never against a denial. */
class Groups<T extends ClusterStory> {
  readonly #bySlug: ReadonlyMap<string, T>;
  readonly #groups: Map<T, T[]>;
  readonly #denied = new Map<T, Set<T>>();

  constructor(stories: readonly T[]) {
    this.#bySlug = new Map(stories.map((story) => [story.slug, story]));
    this.#groups = new Map(stories.map((story) => [story, [story]]));
    for (const story of stories) {
      for (const slug of story.notSameAs) {
        const other = this.#bySlug.get(slug);
        if (other)
          for (const [one, two] of [
            [story, other],
            [other, story],
          ] as const)
            this.#deny(one, two);
      }
    }
  }

  #deny(one: T, two: T): void {
    this.#denied.set(one, (this.#denied.get(one) ?? new Set()).add(two));
  }

  of(story: T): readonly T[] {
    return this.#groups.get(story) ?? [story];
  }

  isDenied(one: readonly T[], two: readonly T[]): boolean {
    return one.some((story) => {
      const denied = this.#denied.get(story);
      return denied !== undefined && two.some((other) => denied.has(other));
    });
  }

  /** By slug; a story that is not published yet is in no group. */
  join(story: T, slug: string): void {
    const other = this.#bySlug.get(slug);
    if (other) this.unite(this.of(story), this.of(other));
  }

  unite(one: readonly T[], two: readonly T[]): void {
    if (one === two || this.isDenied(one, two)) return;
    const group = [...one, ...two];
    for (const story of group) this.#groups.set(story, group);
  }

  /** Those of two stories or more. */
  list(): (readonly T[])[] {
    return [...new Set(this.#groups.values())].filter(({ length }) => length > 1);
  }
}

/** The likeliest pairs first, so that what joins first is what belongs together most. */
function joinFound<T extends ClusterStory>(all: readonly T[], groups: Groups<T>, effort: Effort): void {
  const signals = all.map((story) => readSignals(story));
  const signalsOf = new Map(all.map((story, index) => [story, signals[index] as StorySignals]));
  const rarity = toRarity(signals);
  const compare = (a: StorySignals, b: StorySignals): number => {
    effort.compared += 1;
    if (!haveEnoughInCommon(a, b)) return 0;
    return isOtherEvent(a, b) ? Number.NEGATIVE_INFINITY : scoreOf(a, b, rarity);
  };
  const alike = [...candidatesOf(signals)]
    .map(([one, two]) => ({ one, two, score: compare(signals[one] as StorySignals, signals[two] as StorySignals) }))
    .filter(({ score }) => score >= SAME_EVENT)
    .sort((a, b) => b.score - a.score || a.one - b.one || a.two - b.two);
  for (const { one, two } of alike) {
    const [left, right] = [groups.of(all[one] as T), groups.of(all[two] as T)];
    if (left === right || groups.isDenied(left, right)) continue;
    if (
      left.length + right.length > 2 &&
      !areOneEvent(left, right, (a, b) => compare(signalsOf.get(a) as StorySignals, signalsOf.get(b) as StorySignals))
    )
      continue;
    groups.unite(left, right);
  }
}

function areOneEvent<T extends ClusterStory>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
): boolean {
  let total = 0;
  let pairs = 0;
  for (const a of left.slice(0, SAMPLE)) {
    for (const b of right.slice(0, SAMPLE)) {
      total += compare(a, b);
      pairs += 1;
    }
  }
  return total / pairs >= LEAST_ON_AVERAGE;
}

/** Pairs of positions that share something telling, each once, the lower position first. */
function* candidatesOf(signals: readonly StorySignals[]): Generator<readonly [number, number]> {
  const seen = new Set<number>();
  const postings = new Map<string, { days: number; positions: number[] }>();
  const add = (key: string, days: number, position: number) => {
    const posting = postings.get(key);
    if (posting) posting.positions.push(position);
    else postings.set(key, { days, positions: [position] });
  };
  for (const [position, { title, titleWords, codes, facts }] of signals.entries()) {
    add(`title ${title}`, Number.POSITIVE_INFINITY, position);
    for (const word of titleWords) if (!isEveryday(word)) add(`word ${word}`, DAYS, position);
    for (const code of codes) add(`code ${withoutStage(code)}`, DAYS_OF_A_RULE, position);
    for (const offering of facts.offerings) add(`offering ${offering}`, DAYS, position);
  }
  for (const { days, positions } of postings.values()) {
    for (const [one, two] of neighboursIn(positions, days, signals)) {
      const [low, high] = one < two ? [one, two] : [two, one];
      const pair = low * signals.length + high;
      if (seen.has(pair)) continue;
      seen.add(pair);
      yield [low, high];
    }
  }
}

/** `CMS-0057-F` is about the same rule as `CMS-0057`. */
function withoutStage(code: string): string {
  return code.replace(/-[A-Z]+\d?$/, "");
}

/** Each story with those that follow it within the days. */
function* neighboursIn(
  positions: readonly number[],
  days: number,
  signals: readonly StorySignals[],
): Generator<readonly [number, number]> {
  if (positions.length < 2) return;
  const isVague = (position: number) => (signals[position]?.facts.published ?? "").length < 7;
  const all = positions.length <= FEW ? positions : positions.filter((position) => !isVague(position));
  const from = (position: number) => signals[position]?.from ?? "";
  const sorted = [...all].sort((a, b) => byText(from(a), from(b)) || a - b);
  for (const [index, one] of sorted.entries()) {
    for (const two of sorted.slice(index + 1, index + 1 + NEIGHBOURS)) {
      const [a, b] = [signals[one] as StorySignals, signals[two] as StorySignals];
      const isNear = a.from === undefined || b.from === undefined || daysApart(a, b) <= days;
      if (isNear) yield [one, two];
      // Those after it begin later still.
      else if (!isVague(one)) break;
    }
  }
}

/** The curator's choice, else the earliest, by the last day on which it may have been published; then the others in that order. */
function inOrder<T extends ClusterStory>(group: readonly T[]): readonly T[] {
  const sorted = [...group].sort(
    (a, b) => byText(lastDay(a), lastDay(b)) || byText(a.date, b.date) || byText(a.slug, b.slug),
  );
  const named = new Set(group.flatMap(({ sameStoryAs }) => sameStoryAs));
  const chosen = sorted.filter(({ slug }) => named.has(slug));
  const lead = chosen.find(({ sameStoryAs }) => sameStoryAs.length === 0) ?? chosen[0] ?? sorted[0];
  return lead === undefined ? [] : [lead, ...sorted.filter((story) => story !== lead)];
}

/** So that a story of which only the year is known is not the earliest of that year. */
function lastDay({ published }: { readonly published: PartialDate | undefined }): string {
  return published === undefined ? "9999" : `${published}-99-99`.slice(0, 10);
}
