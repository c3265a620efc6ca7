/**
 * Groups stories on one event into clusters, by what they say and by what editors state or deny. Candidate pairs come
 * from inverted indexes and are near in time, so that not every story is compared with every other.
 */
import { hostOf } from "../lib/clean-url.ts";
import { byText } from "../lib/order.ts";
import { type PartialDate, startOf } from "../lib/partial-date.ts";
import { joinWords } from "../lib/text.ts";
import { offeringReferences } from "../schemas/news.ts";
import type { Entry } from "./entries.ts";
import { entriesOf } from "./rules/rule.ts";
import {
  haveEnoughInCommon,
  isOtherEvent,
  type ReadStories,
  readStories,
  SAME_EVENT,
  type StoryFacts,
  type StorySignals,
  scoreOf,
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
    offerings: [...new Set(offeringReferences(data).map((offering) => offering.slug))],
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

/**
 * In days: stories further apart are compared only if they share the whole title or, up to the second limit, a rule's
 * number.
 */
const DAYS = 35;
const DAYS_OF_A_RULE = 90;
/** For each thing that it shares with others, a story is compared with at most this many of the later ones. */
const NEIGHBOURS = 24;
/** Stories of which only the year is known, or no day at all, are compared through words that so few have. */
const FEW = 24;
/** Two groups become one when their stories are this much alike on average; a bridge of one story is not enough. */
const LEAST_ON_AVERAGE = 0.3;
/** Of a larger group only this many stories are compared. */
const SAMPLE = 8;

/** The clusters of what is published on a day. */
export function findClustersOn(day: string, entries: readonly Entry[]): Cluster<EntryStory>[] {
  const stories = [...entriesOf(entries, "news")].filter(({ data }) => !data.draft).map(toClusterStory);
  const isToCome = ({ date }: EntryStory) => date > day;
  return findClusters(
    stories.filter((story) => !isToCome(story)),
    stories.filter(isToCome),
  );
}

/**
 * The same for the same stories, in whichever order they come. Clusters are in the order of their leads' slugs. Stories
 * that are to come are in none, but what they and others state of them holds already.
 */
export function findClusters<T extends ClusterStory>(
  stories: readonly T[],
  toCome: readonly T[] = [],
  effort: Effort = { compared: 0 },
): Cluster<T>[] {
  const all = [...stories, ...toCome];
  const groups = new Groups(all);
  const stating = all.filter(({ sameStoryAs }) => sameStoryAs.length > 0).sort(bySlug);
  for (const story of stating) for (const slug of story.sameStoryAs) groups.join(story, slug);
  const stated = new Map(groups.list().flatMap((group) => group.map((story) => [story, group])));
  joinFound(stories, groups, effort);
  const hidden = new Set(toCome);
  return groups
    .list()
    .map((group) => group.filter((story) => !hidden.has(story)))
    .filter(({ length }) => length > 1)
    .map((group) => {
      const stories = inOrder(group);
      // Two groups that editors stated may be found to be one; no editor put the second beside the first.
      const placed = stories.map((story) => stated.get(story)).find((some) => some !== undefined) ?? [];
      return { stories, found: stories.filter((story) => !placed.includes(story)) };
    })
    .sort((a, b) => byText(a.stories[0]?.slug ?? "", b.stories[0]?.slug ?? ""));
}

/** Sets of stories that only grow together, and never against a denial. */
class Groups<T extends ClusterStory> {
  readonly #bySlug: ReadonlyMap<string, T>;
  /** Of the stories that have joined any other. */
  readonly #groups = new Map<T, T[]>();
  readonly #denied = new Map<T, Set<T>>();

  constructor(stories: readonly T[]) {
    this.#bySlug = new Map(stories.map((story) => [story.slug, story]));
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

  /** By slug. */
  join(story: T, slug: string): void {
    const other = this.#bySlug.get(slug);
    if (other && other !== story) this.unite(this.of(story), this.of(other));
  }

  unite(one: readonly T[], two: readonly T[]): void {
    if (one === two || this.isDenied(one, two)) return;
    const group = [...one, ...two];
    for (const story of group) this.#groups.set(story, group);
  }

  /** Those of two stories or more. */
  list(): (readonly T[])[] {
    return [...new Set(this.#groups.values())];
  }
}

/** The likeliest pairs first, so that what joins first is what belongs together most. */
function joinFound<T extends ClusterStory>(all: readonly T[], groups: Groups<T>, effort: Effort): void {
  // Nothing to compare; the vocabulary, which comparing reads, may be what is wrong with the content.
  if (all.length < 2) return;
  const stories = byFirstDay(all);
  const read = readStories(stories);
  const compare = (a: StorySignals, b: StorySignals): number => {
    effort.compared += 1;
    if (!haveEnoughInCommon(a, b)) return 0;
    return isOtherEvent(a, b) ? Number.NEGATIVE_INFINITY : scoreOf(a, b, read.weights);
  };
  const alike: { one: T; two: T; score: number }[] = [];
  for (const [at, other] of candidatesOf(read)) {
    const score = compare(read.signals[at] as StorySignals, read.signals[other] as StorySignals);
    if (score < SAME_EVENT) continue;
    const [one, two] = [stories[at] as T, stories[other] as T].sort(bySlug) as [T, T];
    alike.push({ one, two, score });
  }
  alike.sort((a, b) => b.score - a.score || bySlug(a.one, b.one) || bySlug(a.two, b.two));
  const signalsOf = new Map(stories.map((story, at) => [story, read.signals[at] as StorySignals]));
  // A story that is to come has none.
  const signalsIn = (group: readonly T[]) => group.flatMap((story) => signalsOf.get(story) ?? []);
  for (const { one, two } of alike) {
    const [left, right] = [groups.of(one), groups.of(two)];
    if (left === right || groups.isDenied(left, right)) continue;
    const [some, others] = [signalsIn(left), signalsIn(right)];
    if (some.length + others.length > 2 && !areOneEvent(some, others, compare)) continue;
    groups.unite(left, right);
  }
}

function bySlug(a: ClusterStory, b: ClusterStory): number {
  return byText(a.slug, b.slug);
}

/** By the first day on which each may have been published, those without a day first. */
function byFirstDay<T extends ClusterStory>(stories: readonly T[]): T[] {
  return stories
    .map((story) => ({ story, day: story.published === undefined ? "" : startOf(story.published) }))
    .sort((a, b) => byText(a.day, b.day) || bySlug(a.story, b.story))
    .map(({ story }) => story);
}

function areOneEvent(
  left: readonly StorySignals[],
  right: readonly StorySignals[],
  compare: (a: StorySignals, b: StorySignals) => number,
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

/** Stories that share something telling, the earliest first, by their place among all. */
interface Posting {
  /** Only stories so near to each other become a pair. */
  readonly days: number;
  places: number[];
  /** How many of them have been paired with those after them. */
  passed: number;
}

/** Pairs of stories that share something telling, each once, the earlier first. */
function* candidatesOf(read: ReadStories): Generator<readonly [number, number]> {
  const postingsOf = toPostings(read);
  const firstDays = Float64Array.from(read.signals, ({ from }) => from);
  /** Which story each was paired with last. */
  const last = new Int32Array(read.signals.length).fill(-1);
  for (const [one, { to }] of read.signals.entries()) {
    for (const posting of postingsOf[one] ?? []) {
      posting.passed += 1;
      const end = Math.min(posting.places.length, posting.passed + NEIGHBOURS);
      for (let at = posting.passed; at < end; at += 1) {
        const two = posting.places[at] as number;
        // Those after it begin later still.
        if ((firstDays[two] as number) - to > posting.days) break;
        if (last[two] === one) continue;
        last[two] = one;
        yield [one, two];
      }
    }
  }
}

/** For each story, the postings that it shares with at least one other. */
function toPostings({ signals, isEveryday }: ReadStories): Posting[][] {
  const all: Posting[] = [];
  const add = <K>(index: Map<K, Posting>, key: K, days: number, place: number) => {
    const posting = index.get(key);
    if (posting) posting.places.push(place);
    else {
      const first = { days, places: [place], passed: 0 };
      index.set(key, first);
      all.push(first);
    }
  };
  const titles = new Map<string, Posting>();
  const words = new Map<number, Posting>();
  const codes = new Map<string, Posting>();
  const offerings = new Map<string, Posting>();
  for (const [place, { title, titleWords, codes: own, facts }] of signals.entries()) {
    add(titles, title, Number.POSITIVE_INFINITY, place);
    for (const word of titleWords) if (!isEveryday(word)) add(words, word, DAYS, place);
    for (const code of own) add(codes, withoutStage(code), DAYS_OF_A_RULE, place);
    for (const offering of facts.offerings) add(offerings, offering, DAYS, place);
  }
  const isVague = (place: number) => (signals[place]?.facts.published ?? "").length < 7;
  const postingsOf = signals.map((): Posting[] => []);
  for (const posting of all) {
    if (posting.places.length > FEW) posting.places = posting.places.filter((place) => !isVague(place));
    if (posting.places.length > 1) for (const place of posting.places) postingsOf[place]?.push(posting);
  }
  return postingsOf;
}

/** `CMS-0057-F` is about the same rule as `CMS-0057`. */
function withoutStage(code: string): string {
  return code.replace(/-[A-Z]+\d?$/, "");
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
