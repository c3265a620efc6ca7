/**
 * What a story tells of the event that it is about, and how likely two stories are about one: by words weighted by
 * rarity, offerings, topics, numbers of rules and versions, and days. Facts of the two stories and counts of words decide
 * alone, so the answer is the same on every machine.
 */
import { wordsOf } from "../lib/fold.ts";
import { daysBetween, type PartialDate, startOf } from "../lib/partial-date.ts";

/** A story as far as its event can be told. */
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
  /** Words of the title, and of title and summary, each once. */
  readonly titleWords: readonly string[];
  readonly words: readonly string[];
  readonly wordSet: ReadonlySet<string>;
  /** Numbers of rules, vulnerabilities and the like that the title has, and those that it is about, else its summary. */
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
  readonly names: ReadonlySet<string>;
  /** Days that title and summary name, as numbers. */
  readonly namedDays: readonly number[];
  /** First and last day on which it may have been published. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** They tell no event from another. */
const STOP_WORDS = new Set(
  (
    "a about after again against all also amid among an and any are as at be been before being between both but by can " +
    "could did do does down during each for from further had has have he her here his how i if in into is it its just " +
    "me might more most must my new no nor not now of off on once one only or other our out over own part per s said " +
    "same say says she should so some such than that the their them then there these they this those through to too " +
    "under until up upon us was we were what when where which while who whom whose why will with within without would " +
    "you your"
  ).split(" "),
);

/** Words of the field and of headlines: many stories share them that have nothing else in common. */
const EVERYDAY_WORDS = new Set(
  (
    "access act announce announcement api app application aspect available best blog build care certification change " +
    "changelog clinical cloud cm company compliance connect data developer digital document ehr electronic exchange " +
    "federal fhir final finalize first framework get government guide health healthcare hhs hit hl7 hospital how " +
    "implementation information integration interface interoperability issue know launch medical network note offer onc " +
    "open patient payer plan platform practical product program programme project proposal propose proposed provider " +
    "public publish record release report requirement resource review rule security server service software source " +
    "standard state support system technology tool update use user using v1 v2 v3 vendor version what work year"
  ).split(" "),
);

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const MONTH_AND_YEAR = new RegExp(String.raw`\b${MONTH}\.?(?: \d{1,2},?)? (20\d\d)\b`, "gi");
const PART = /\b(?:part|episode|ep\.|no\.|vol\.|issue|week|q)\s*#?(\d+)\b/gi;
const YEAR = /\b20[0-4]\d\b/g;
/** `CMS-0057-F`, `HTI-5`, `CVE-2026-24487`; `(EU) 2025/327` has a form of its own. */
const CODE = /\b([A-Z]{2,6})[-‑–](\d{1,5}(?:[-‑–][A-Z0-9]{1,6})*)(?![\w-])|\b(20\d\d\/\d{2,4})\b/g;
/** Words with a number that name no event. */
const NO_CODES = /^(?:COVID|SARS|ICD|SHA|AES|UTF|ISO|IEC|HL|TLS|GDPR|USC)-/;
const VERSION =
  /(?<![\w.$€£])v?(\d+(?:\.\d+){1,3})(?!\d|%|\s*(?:%|per cent|million|billion))(?:-?(ballot|snapshot|alpha|beta|rc)\w*)?/gi;
const MAJOR_VERSION = /\bv(\d+)\b|\b(?:R|STU ?)(\d)\b/g;

/** The first of these that a title names is where the rule stands: `withdraws its proposed rule`. */
const STAGES: readonly (readonly [stage: string, words: RegExp])[] = [
  ["withdrawn", /\b(?:withdr[ae]w\w*|rescind\w*|repeal\w*|vacat(?:e|es|ed)\b)/i],
  ["delayed", /\b(?:delay\w*|postpon\w*|extension|extend(?:s|ed|ing)? (?:the )?(?:comment|compliance|deadline))/i],
  ["final", /\bfinal(?:i[sz]\w+)?\b|-(?:F\d?|IFC|FC)\b/i],
  ["proposed", /\bpropos(?:e|es|ed|al|als|ing)\b|\brequest for information\b|\bRFI\b|-(?:P\d?|NC)\b/i],
];

/** What explains, compares or looks back, on any day. */
const GUIDE =
  /\b(?:guide|how to|how do(?:es)?|explained|explainer|introduction|getting started|interview|podcast|conversation|episode|timeline|checklist|faq|primer|lessons|tutorial|best practices|overview|about the|from the front lines|resources|state of|you need to know|need to know|what is|in practice|migration|is your)\b/i;

const DAY_IN_TEXT = new RegExp(String.raw`\b(\d{1,2}) ${MONTH} (20\d\d)\b|\b${MONTH}\.? (\d{1,2}),? (20\d\d)\b`, "gi");

/** A partial date may mean any of its days; one that is not known has none. */
export function readSignals(facts: StoryFacts): StorySignals {
  const { title, summary = "", published } = facts;
  const text = `${title}. ${summary}`;
  const titleCodes = codesOf(title);
  const titleWords = termsOf(title);
  const wordSet = new Set([...titleWords, ...termsOf(summary.replace(DAY_IN_TEXT, " "))]);
  return {
    facts,
    title: wordsOf(title).join(" "),
    titleWords,
    words: [...wordSet],
    wordSet,
    titleCodes,
    codes: titleCodes.length > 0 ? titleCodes : subjectOf(codesOf(summary)),
    versions: versionsOf(title),
    periods: periodsOf(title),
    stage: STAGES.find(([, words]) => words.test(title))?.[0],
    isGuide: GUIDE.test(title),
    names: new Set(
      [...facts.offerings, facts.host.split(".").at(-2) ?? ""].flatMap((name) => name.split("-").map(stem)),
    ),
    namedDays: daysIn(text),
    from: published === undefined ? undefined : startOf(published),
    to: published === undefined ? undefined : lastDayOf(published),
  };
}

function termsOf(text: string): string[] {
  return unique(
    wordsOf(text)
      .map(stem)
      .filter((word) => word.length > 1 && !STOP_WORDS.has(word)),
  );
}

/** Plural and singular are one word here: `hospitals`, `releases`. */
function stem(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
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
    return Date.UTC(Number(year ?? otherYear), index, Number(day ?? otherDay)) / 86_400_000;
  });
}

function lastDayOf(date: PartialDate): string {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** How telling a word is, from 0 to 1: the fewer stories have it, the more. */
export type Rarity = (word: string) => number;

/** In a small catalog every word would be rare. */
const LEAST_STORIES = 1000;
const EVERYDAY_SHARE = 0.3;

export function toRarity(stories: readonly StorySignals[]): Rarity {
  const counts = new Map<string, number>();
  for (const { words } of stories) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.max(LEAST_STORIES, stories.length);
  return (word) => {
    const share = Math.log(all / (counts.get(word) ?? 1)) / Math.log(all);
    return EVERYDAY_WORDS.has(word) ? share * EVERYDAY_SHARE : share;
  };
}

export function isEveryday(word: string): boolean {
  return EVERYDAY_WORDS.has(word);
}

/** Fewer words in common are chance, and are not weighed. */
const LEAST_WORDS = 2;

/** Cheap, so that most pairs cost no more. */
export function haveEnoughInCommon(a: StorySignals, b: StorySignals): boolean {
  const [few, many] = a.words.length < b.words.length ? [a, b] : [b, a];
  let common = 0;
  for (const word of few.words) {
    if (many.wordSet.has(word)) common += 1;
    if (common >= LEAST_WORDS) return true;
  }
  return isRuleShared(a.codes, b.codes) || isDayShared(a, b);
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

/** Two posts at one place are two events, unless the second is the first again. */
function isReprint(a: StorySignals, b: StorySignals): boolean {
  return a.title === b.title && a.from !== undefined && a.from === b.from;
}

function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

/** A year is that of any of its months. */
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
/** A title of a word or two, such as `Release notes`, says nothing however often it comes. */
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
export function scoreOf(a: StorySignals, b: StorySignals, rarity: Rarity): number {
  const weigh = (word: string) => rarity(word) * (a.names.has(word) || b.names.has(word) ? NAME_SHARE : 1);
  const isRule = isRuleShared(a.codes, b.codes);
  return (
    LIKE_TITLE * likeness(a.titleWords, b.titleWords, weigh) +
    LIKE_WORDS * likeness(a.words, b.words, weigh) +
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

/** A day that one names is named by the other, or is that of its publication or the one before. */
function isDayShared(a: StorySignals, b: StorySignals): boolean {
  return names(a, b) || names(b, a);
}

function names(a: StorySignals, b: StorySignals): boolean {
  const published = b.from !== undefined && b.from === b.to ? Date.parse(b.from) / 86_400_000 : Number.NaN;
  return a.namedDays.some((day) => b.namedDays.includes(day) || published === day || published === day + 1);
}

/** Days between two stories, and what that takes away. */
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
/** Lawyers write of a rule for weeks. */
const SHARE_FOR_RULES = 0.5;

function distanceOf(a: StorySignals, b: StorySignals, isRule: boolean): number {
  const share = isRule ? SHARE_FOR_RULES : 1;
  if (a.from === undefined || b.from === undefined) return NO_DAY * share;
  const least = daysApart(a, b);
  const days = least === 0 ? 0 : least + spreadOf(a) + spreadOf(b);
  const cost = DISTANCES.find(([most]) => days <= most)?.[1] ?? FAR;
  return (cost + Math.max(vaguenessOf(a), vaguenessOf(b))) * share;
}

/** Where two periods do not meet, the days between their ends are not all that lies between the stories. */
const MOST_SPREAD = 15;

function spreadOf({ from = "", to = "" }: StorySignals): number {
  return Math.min(MOST_SPREAD, daysBetween(from, to) / 2);
}

function vaguenessOf({ facts: { published = "" } }: StorySignals): number {
  return published.length === 10 ? 0 : published.length === 7 ? ONLY_MONTH : ONLY_YEAR;
}

/** The least number of days that may lie between them. */
export function daysApart(a: StorySignals, b: StorySignals): number {
  return Math.max(0, daysBetween(a.to ?? "", b.from ?? ""), daysBetween(b.to ?? "", a.from ?? ""));
}

/** The cosine of two lists of words, each counted by its rarity. */
function likeness(a: readonly string[], b: readonly string[], rarity: Rarity): number {
  const others = new Set(b);
  const both = sum(
    a.filter((word) => others.has(word)),
    rarity,
  );
  return both === 0 ? 0 : both / Math.sqrt(sum(a, rarity) * sum(b, rarity));
}

function sum(words: readonly string[], rarity: Rarity): number {
  let total = 0;
  for (const word of words) total += rarity(word) ** 2;
  return total;
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => b.includes(one)).length;
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
