/**
 * What a story tells of the event that it is about, and how likely two stories are about one: by words weighted by
 * rarity, offerings, topics, numbers of rules and versions, and days. Facts of the two stories and counts of words decide
 * alone, so the answer is the same on every machine.
 */
import { fold } from "../lib/fold.ts";
import { type PartialDate, startOf } from "../lib/partial-date.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { StoryWords, type Weights, type Words } from "./story-words.ts";

/** The facts of a story from which its event can be told. */
export interface StoryFacts {
  readonly title: string;
  readonly summary: string | undefined;
  /** Host of the source. */
  readonly host: string;
  /** The source's own day at the precision known; undefined where it is not known. */
  readonly published: PartialDate | undefined;
  /** Names or slugs, each once. */
  readonly offerings: readonly string[];
  readonly topics: readonly string[];
}

/** What is read of a story once, however many it is compared with. */
export interface StorySignals {
  readonly facts: StoryFacts;
  /** The folded title. */
  readonly title: string;
  readonly titleWords: Words;
  /** Of title and summary. */
  readonly words: Words;
  /**
   * Numbers of rules, vulnerabilities and the like: `titleCodes` from the title, `codes` from the title or, if it has
   * none, from the summary.
   */
  readonly titleCodes: readonly string[];
  readonly codes: readonly string[];
  readonly versions: readonly string[];
  /** Years, months and parts of a series. */
  readonly periods: readonly string[];
  /** How far a rule has come. */
  readonly stage: string | undefined;
  /** True for a guide, an interview and the like, which no event is needed for. */
  readonly isGuide: boolean;
  /** Words of the names of its offerings and of its host: two stories on one vendor share them whatever happened. */
  readonly names: readonly number[];
  /** Days that title and summary name, since 1970. */
  readonly namedDays: readonly number[];
  /** First and last day on which it may have been published, since 1970; infinite where nothing is known. */
  readonly from: number;
  readonly to: number;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const MONTH_AND_YEAR = new RegExp(String.raw`\b${MONTH}\.?(?: \d{1,2},?)? (20\d\d)\b`, "gi");
const PART = /\b(?:part|episode|ep\.|no\.|vol\.|issue|week|q)\s*#?(\d+)\b/gi;
const YEAR = /\b20[0-4]\d\b/g;
/** `CMS-0057-F`, `HTI-5`, `CVE-2026-24487`; `(EU) 2025/327` has a form of its own. */
const CODE = /\b([A-Z]{2,6})[-‑–](\d{1,5}(?:[-‑–][A-Z0-9]{1,6})*)(?![\w-])|\b(20\d\d\/\d{2,4})\b/g;
/** Codes that name no event. */
const NO_CODES = /^(?:COVID|SARS|ICD|SHA|AES|UTF|ISO|IEC|HL|TLS|GDPR|USC)-/;
const VERSION =
  /(?<![\w.$€£])v?(\d+(?:\.\d+){1,3})(?!\d|%|\s*(?:%|per cent|million|billion))(?:-?(ballot|snapshot|alpha|beta|rc)\w*)?/gi;
const MAJOR_VERSION = /\bv(\d+)\b|\b(?:R|STU ?)(\d)\b/g;

/** The stage of a rule is the first of these that the title names: `withdraws its proposed rule` is withdrawn. */
const STAGES: readonly (readonly [stage: string, words: RegExp])[] = [
  ["withdrawn", /\b(?:withdr[ae]w\w*|rescind\w*|repeal\w*|vacat(?:e|es|ed)\b)/i],
  ["delayed", /\b(?:delay\w*|postpon\w*|extension|extend(?:s|ed|ing)? (?:the )?(?:comment|compliance|deadline))/i],
  ["final", /\bfinal(?:i[sz]\w+)?\b|-(?:F\d?|IFC|FC)\b/i],
  ["proposed", /\bpropos(?:e|es|ed|al|als|ing)\b|\brequest for information\b|\bRFI\b|-(?:P\d?|NC)\b/i],
];

/** Stories that explain, compare or look back, and might appear on any day. */
const GUIDE =
  /\b(?:guide|how to|how do(?:es)?|explained|explainer|introduction|getting started|interview|podcast|conversation|episode|timeline|checklist|faq|primer|lessons|tutorial|best practices|overview|about the|from the front lines|resources|state of|you need to know|need to know|what is|in practice|migration|is your)\b/i;

const DAY_IN_TEXT = new RegExp(String.raw`\b(\d{1,2}) ${MONTH} (20\d\d)\b|\b${MONTH}\.? (\d{1,2}),? (20\d\d)\b`, "gi");

/** Without any, a text names no rule, version or period; without a year, no day. */
const DIGIT = /\d/;
const IN_THIS_CENTURY = /20\d\d/;
const NONE: readonly never[] = [];

/** What is read of each story, and what is known of the words of all. */
export interface ReadStories {
  readonly signals: readonly StorySignals[];
  readonly weights: Weights;
  readonly isEveryday: (word: number) => boolean;
}

export function readStories(stories: readonly StoryFacts[]): ReadStories {
  const words = new StoryWords(getVocabulary().everydayWords);
  // Before anything is weighed, since what a word weighs depends on how many stories have it.
  const texts = stories.map((facts) => readText(facts, words));
  const signals = texts.map((text) => readSignals(text, words.find(namesOf(text.facts))));
  return { signals, weights: words.toWeights(), isEveryday: (word) => words.isEveryday(word) };
}

function readText(facts: StoryFacts, words: StoryWords) {
  const { title, summary = "" } = facts;
  const folded = fold(shortenAmounts(title));
  const rest = IN_THIS_CENTURY.test(summary) ? summary.replace(DAY_IN_TEXT, " ") : summary;
  const { titleWords, words: all } = words.read(folded, fold(shortenAmounts(rest)));
  return { facts, title: folded, titleWords, words: all };
}

/** `1.2 million` is `1.2M` in another headline. */
function shortenAmounts(text: string): string {
  return text.replace(/(\d) ?(m|b)illion\b/gi, "$1$2");
}

function readSignals(
  { facts, title: folded, titleWords, words }: ReturnType<typeof readText>,
  names: readonly number[],
): StorySignals {
  const { title, summary = "", published } = facts;
  const text = `${title}. ${summary}`;
  const isTitlePlain = !DIGIT.test(title);
  const { from, to } = daysOf(published);
  const titleCodes = isTitlePlain ? NONE : codesOf(title);
  return {
    facts,
    title: folded,
    titleWords,
    words,
    titleCodes,
    codes: titleCodes.length > 0 || !DIGIT.test(summary) ? titleCodes : subjectOf(codesOf(summary)),
    versions: isTitlePlain ? NONE : versionsOf(title),
    periods: isTitlePlain ? NONE : periodsOf(title),
    stage: STAGES.find(([, stage]) => stage.test(title))?.[0],
    isGuide: GUIDE.test(title),
    names,
    namedDays: IN_THIS_CENTURY.test(text) ? daysIn(text) : NONE,
    from,
    to,
  };
}

function namesOf({ offerings, host }: StoryFacts): string[] {
  return [...offerings, host.split(".").at(-2) ?? ""].join("-").split("-");
}

const DAY = 86_400_000;

/** A partial date may mean any of its days. */
function daysOf(date: PartialDate | undefined): { from: number; to: number } {
  if (date === undefined) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const from = Date.parse(startOf(date)) / DAY;
  if (date.length === 10) return { from, to: from };
  const [year = 0, month = 12] = date.split("-").map(Number);
  return { from, to: Date.UTC(year, month, 0) / DAY };
}

function codesOf(text: string): string[] {
  const found = Array.from(text.matchAll(CODE), ([, letters, number, year]) =>
    year === undefined ? `${letters}-${number?.replace(/[‑–]/g, "-")}` : year,
  );
  return unique(found.filter((code) => !NO_CODES.test(code)));
}

/** A summary that names several of a series counts them up, and is about none of them. */
function subjectOf(codes: readonly string[]): string[] {
  return codes.filter((code) => !codes.some((other) => other !== code && seriesOf(other) === seriesOf(code)));
}

function versionsOf(title: string): string[] {
  const full = Array.from(title.matchAll(VERSION), ([, number = "", kind]) =>
    kind === undefined ? number : `${number}-${kind.toLowerCase()}`,
  );
  if (full.length > 0) return unique(full);
  return unique(Array.from(title.matchAll(MAJOR_VERSION), ([, version, release]) => version ?? release ?? ""));
}

function periodsOf(title: string): string[] {
  const months = Array.from(
    title.matchAll(MONTH_AND_YEAR),
    ([, month, year]) => `${year} ${month?.slice(0, 3).toLowerCase()}`,
  );
  const parts = Array.from(title.matchAll(PART), ([, number]) => `part ${number}`);
  const years = months.length > 0 ? [] : (title.replace(CODE, "").match(YEAR) ?? []);
  return unique([...months, ...parts, ...years]);
}

function daysIn(text: string): number[] {
  return Array.from(text.matchAll(DAY_IN_TEXT), ([, day, month, year, otherMonth, otherDay, otherYear]) => {
    const index = MONTHS.indexOf((month ?? otherMonth ?? "").toLowerCase().slice(0, 3));
    return Date.UTC(Number(year ?? otherYear), index, Number(day ?? otherDay)) / DAY;
  });
}

/** Fewer words in common are chance, and are not weighed. */
const LEAST_WORDS = 2;

/** Cheap, so that most pairs cost no more. */
export function haveEnoughInCommon(a: StorySignals, b: StorySignals): boolean {
  return (
    sharedOf(a.words, b.words, LEAST_WORDS).length === LEAST_WORDS ||
    isRuleShared(a.codes, b.codes) ||
    isDayShared(a, b)
  );
}

/** True where the two tell of different events whatever their words are. */
export function isOtherEvent(a: StorySignals, b: StorySignals): boolean {
  return (
    (a.facts.host === b.facts.host && !isReprint(a, b)) ||
    areApart(a.versions, b.versions) ||
    arePeriodsApart(a.periods, b.periods) ||
    (a.stage !== undefined && b.stage !== undefined && a.stage !== b.stage) ||
    isOtherRule(a.titleCodes, b.titleCodes)
  );
}

/** Two posts on one host are on two events, unless one repeats the other: the same title on the same day. */
function isReprint(a: StorySignals, b: StorySignals): boolean {
  return a.title === b.title && a.facts.published !== undefined && a.from === b.from;
}

function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

/** A year matches each of its months. */
function arePeriodsApart(a: readonly string[], b: readonly string[]): boolean {
  const isWithin = (one: string, other: string) => one === other || one.startsWith(`${other} `);
  const isShared = a.some((one) => b.some((other) => isWithin(one, other) || isWithin(other, one)));
  return a.length > 0 && b.length > 0 && !isShared;
}

/** Numbers of one series that differ: `HTI-1` and `HTI-5`. A number without its stage is that of any: `CMS-0057`. */
function isOtherRule(a: readonly string[], b: readonly string[]): boolean {
  const isSeriesShared = a.some((one) => b.some((other) => seriesOf(one) === seriesOf(other)));
  return isSeriesShared && !isRuleShared(a, b);
}

function seriesOf(code: string): string {
  return /^[A-Z]+/.exec(code)?.[0] ?? "";
}

function isRuleShared(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)),
  );
}

/** From here on two stories are taken to be on one event. Tuned with `tests/clusters`, as are the weights. */
export const SAME_EVENT = 0.47;

const LIKE_TITLE = 0.35;
const LIKE_WORDS = 0.8;
/** For titles of `LONG_TITLE` words or more: `Release notes` says nothing, however often it recurs. */
const SAME_TITLE = 0.27;
const LONG_TITLE = 5;
const SHARED_RULE = 0.22;
const SHARED_DAY = 0.2;
const SHARED_OFFERING = 0.1;
const OTHER_OFFERINGS = 0.5;
const SHARED_TOPIC = 0.1;
const MOST_TOPICS = 3;
const GUIDE_AND_NEWS = 0.22;
/** What is left of the weight of a vendor's name. */
const NAME_SHARE = 0.35;

/** How likely two stories are on one event, as a number without a unit. */
export function scoreOf(a: StorySignals, b: StorySignals, weights: Weights): number {
  const names = [...a.names, ...b.names.filter((name) => !a.names.includes(name))];
  const isRule = isRuleShared(a.codes, b.codes);
  return (
    LIKE_TITLE * likeness(a.titleWords, b.titleWords, names, weights) +
    LIKE_WORDS * likeness(a.words, b.words, names, weights) +
    (a.title === b.title && a.titleWords.length >= LONG_TITLE ? SAME_TITLE : 0) +
    (isRule ? SHARED_RULE : 0) +
    (isDayShared(a, b) ? SHARED_DAY : 0) +
    (shared(a.facts.offerings, b.facts.offerings) > 0 ? SHARED_OFFERING : 0) -
    (areApart(a.facts.offerings, b.facts.offerings) ? OTHER_OFFERINGS : 0) +
    SHARED_TOPIC * Math.min(MOST_TOPICS, shared(a.facts.topics, b.facts.topics)) -
    (a.isGuide === b.isGuide ? 0 : GUIDE_AND_NEWS) -
    distanceOf(a, b, isRule)
  );
}

/** True if a day that one story names is also named by the other, or is its day of publication or the day before. */
function isDayShared(a: StorySignals, b: StorySignals): boolean {
  return names(a, b) || names(b, a);
}

function names(a: StorySignals, b: StorySignals): boolean {
  const published = b.from === b.to ? b.from : Number.NaN;
  return a.namedDays.some((day) => b.namedDays.includes(day) || published === day || published === day + 1);
}

/** Days between two stories, up to which this much is taken off their score. */
const DISTANCES: readonly (readonly [days: number, cost: number])[] = [
  [3, 0],
  [7, 0.02],
  [14, 0.15],
  [35, 0.23],
  [90, 0.3],
];
const FAR = 0.6;
const NO_DAY = 0.2;
const ONLY_MONTH = 0.05;
const ONLY_YEAR = 0.03;
/** Share of that cost for stories on a rule, which lawyers write about for weeks. */
const SHARE_FOR_RULES = 0.5;

function distanceOf(a: StorySignals, b: StorySignals, isRule: boolean): number {
  const share = isRule ? SHARE_FOR_RULES : 1;
  if (a.facts.published === undefined || b.facts.published === undefined) return NO_DAY * share;
  const least = daysApart(a, b);
  const days = least === 0 ? 0 : least + spreadOf(a) + spreadOf(b);
  const cost = DISTANCES.find(([most]) => days <= most)?.[1] ?? FAR;
  return (cost + Math.max(vaguenessOf(a), vaguenessOf(b))) * share;
}

/**
 * If two periods do not overlap, the stories are further apart than the gap between them: half of each period, but no
 * more days than this, is added.
 */
const MOST_SPREAD = 15;

function spreadOf({ from, to }: StorySignals): number {
  return Math.min(MOST_SPREAD, (to - from) / 2);
}

function vaguenessOf({ facts: { published = "" } }: StorySignals): number {
  return published.length === 10 ? 0 : published.length === 7 ? ONLY_MONTH : ONLY_YEAR;
}

/** The least number of days that may lie between them. */
export function daysApart(a: StorySignals, b: StorySignals): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** The cosine similarity of two weighted lists of words; words in names count less. */
function likeness(a: Words, b: Words, names: readonly number[], weights: Weights): number {
  const both = weightOf(sharedOf(a, b), names, weights);
  return both === 0 ? 0 : both / Math.sqrt(weightOf(a, names, weights) * weightOf(b, names, weights));
}

function weightOf(words: Words, names: readonly number[], weights: Weights): number {
  let total = 0;
  for (const word of words) total += weights[word] as number;
  for (const name of names) if (words.includes(name)) total -= (weights[name] as number) * (1 - NAME_SHARE ** 2);
  return total;
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => b.includes(one)).length;
}

/** What two ascending lists have in common. */
function sharedOf(a: Words, b: Words, most = Number.POSITIVE_INFINITY): number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length && both.length < most; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) both.push(a[i] as number);
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return both;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
