/** Suggests topics for a page, few rather than doubtful, each with the reason. */
import type { Catalog, NewsItem, Topic } from "../../catalog/graph.ts";
import { fold } from "../../lib/fold.ts";
import { byText } from "../../lib/order.ts";
import { squeeze } from "../../lib/text.ts";
import { ACRONYM, type PageWords, type Suggested, wordPattern } from "./page-words.ts";

const MAX_TOPICS = 6;
const MAX_NEAR = 3;

/** A strong term and an acronym mean nothing else, a weak term may. */
interface Term {
  readonly kind: "strong" | "weak" | "acronym";
  readonly text: string;
}

/** Topics with the same meaning, and the terms that name them. */
interface Subject {
  /** The member with the most news. */
  readonly topic: Topic;
  readonly members: readonly Topic[];
  readonly terms: readonly Term[];
}

/** Below it the page only touches the subject. */
const LEAST_SCORE = 4;
const MAX_TEXT_SCORE = 5;
/** How often the text must have a term. */
const LEAST_MENTIONS = { strong: 3, weak: 8 } as const;

export interface TopicSuggestions {
  /** At most six, best first. */
  readonly suggested: readonly Suggested<Topic>[];
  /** At most three that the page only touches, nearest first, for a person to choose from. */
  readonly near: readonly Suggested<Topic>[];
}

/** The same for the same page. A subject of several vocabularies counts once, as the topic that has the most news. */
export function suggestTopics(page: PageWords, catalog: Catalog): TopicSuggestions {
  const words = { title: toWords(page.title), description: toWords(page.description), text: toWords(page.text) };
  const habits = habitsOf(catalog.news, words.title);
  const scored = subjectsOf(catalog.topics)
    .flatMap((subject) => scoreSubject(subject, words, habits))
    .sort((a, b) => b.score - a.score || byText(a.entity.name, b.entity.name));
  return {
    suggested: scored.filter(({ score }) => score >= LEAST_SCORE).slice(0, MAX_TOPICS),
    near: scored.filter(({ score }) => score < LEAST_SCORE).slice(0, MAX_NEAR),
  };
}

interface Words {
  readonly plain: string;
  /** Folded, with a space at both ends, so that a word is found between spaces. */
  readonly folded: string;
}

const toWords = (text: string): Words => ({ plain: squeeze(text), folded: ` ${fold(text)} ` });

/** The most frequent term that is strong or an acronym, or that is weak; the longer of two that are equally frequent. */
function mostFrequent({ terms }: Subject, strength: "strong" | "weak", { plain, folded }: Words) {
  return terms
    .filter(({ kind }) => (kind === "weak") === (strength === "weak"))
    .map(({ kind, text }) => ({
      kind,
      term: text,
      count: kind === "acronym" ? countAcronym(plain, text) : countWord(folded, text),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || b.term.length - a.term.length)[0];
}

function scoreSubject(
  subject: Subject,
  words: Readonly<Record<"title" | "description" | "text", Words>>,
  habits: ReadonlyMap<Topic, readonly Habit[]>,
): Suggested<Topic>[] {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  const inTitle = mostFrequent(subject, "strong", words.title) ?? mostFrequent(subject, "weak", words.title);
  if (inTitle) add(inTitle.kind === "weak" ? 6 : 10, `the title says “${inTitle.term}”`);
  const inDescription = mostFrequent(subject, "strong", words.description);
  if (inDescription) add(inTitle ? 2 : 5, `the description says “${inDescription.term}”`);
  for (const kind of ["strong", "weak"] as const) {
    const mention = mostFrequent(subject, kind, words.text);
    if (!mention || mention.count < LEAST_MENTIONS[kind]) continue;
    const points = Math.min(MAX_TEXT_SCORE, 2 + Math.log2(mention.count)) * (kind === "weak" ? 0.5 : 1);
    add(points, `the text says “${mention.term}” ${mention.count} times`);
    break;
  }
  const habit = subject.members.map((topic) => habits.get(topic)).find((found) => found !== undefined);
  for (const { share, filed, stories, term, isTelling } of habit ?? []) {
    const points = share * (isTelling ? POINTS_OF_HABIT : POINTS_OF_COMMON_WORD);
    add(points, `${filed} of ${stories} stories with “${term}” in the title are filed there`);
  }
  if (reasons.length > 0) return [toSuggestion(subject, score, reasons)];
  for (const part of ["description", "text"] as const) {
    const mention = mostFrequent(subject, "strong", words[part]) ?? mostFrequent(subject, "weak", words[part]);
    if (mention) {
      const share = Math.min(1, mention.count / LEAST_MENTIONS.weak);
      return [toSuggestion(subject, share, [`the ${part} says “${mention.term}”`])];
    }
  }
  return [];
}

function toSuggestion({ topic }: Subject, score: number, reasons: readonly string[]): Suggested<Topic> {
  return { entity: topic, score: Math.round(score * 100) / 100, reason: reasons.slice(0, 2).join("; ") };
}

function countWord(folded: string, term: string): number {
  return [term, `${term}s`, `${term}es`].reduce((sum, form) => sum + folded.split(` ${form} `).length - 1, 0);
}

/** In its own case: `AI` is not `ai`. */
function countAcronym(plain: string, acronym: string): number {
  return plain.match(wordPattern(acronym, "s?"))?.length ?? 0;
}

/** Each set of topics that are the same subject, once. */
function subjectsOf(topics: readonly Topic[]): Subject[] {
  const done = new Set<Topic>();
  const subjects: Subject[] = [];
  for (const topic of topics) {
    if (done.has(topic)) continue;
    const members = [topic, ...topic.sameAs];
    for (const member of members) done.add(member);
    const [best = topic] = members.toSorted((a, b) => b.news.length - a.news.length || byText(a.name, b.name));
    subjects.push({ topic: best, members, terms: members.flatMap(termsOf) });
  }
  return subjects;
}

const GENERIC_END = /\s+(?:Project|Access|Launch|Processing)$/u;

/**
 * What a topic is called: its label, what stands in parentheses, a hashtag as
 * words, and an acronym written out where the description does so.
 */
function termsOf({ label, description }: Topic): Term[] {
  const names = [
    label.replace(/\(([^)]*)\)/g, " "),
    ...[...label.matchAll(/\(([^)]+)\)/g)].map(([, name = ""]) => name),
  ];
  return names.flatMap((given): Term[] => {
    const name = squeeze(given.replace(/^#/, ""));
    if (ACRONYM.test(name)) {
      const acronym = name.replace(/s$/, "");
      const long = writtenOut(acronym, description);
      return [...(long ? [{ kind: "strong", text: fold(long) } as const] : []), { kind: "acronym", text: acronym }];
    }
    const spaced = given.startsWith("#") ? name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2") : name;
    const short = spaced.replace(GENERIC_END, "");
    const parts = spaced.split(/\s+&\s+/);
    // Two subjects in one label, as `Privacy & Security`: each says only half of it.
    if (parts.length > 1) return parts.map((part): Term => ({ kind: "weak", text: fold(part).replace(/s$/, "") }));
    return [spaced, ...(short.includes(" ") ? [short] : [])].map((text): Term => {
      const folded = fold(text).replace(/(?<=\p{L}{3})s$/u, "");
      return { kind: folded.includes(" ") || isCoined(text) ? "strong" : "weak", text: folded };
    });
  });
}

/** A single word that means one thing only: `Telehealth`, `mHealth`, `Interoperability`, but not `Mobile`. */
function isCoined(word: string): boolean {
  return word.length >= 10 || /\p{Ll}\p{Lu}/u.test(word) || /(?:health|wearable)/i.test(word);
}

const SMALL_WORDS = /^(?:and|of|the|for|in|on|to|a)$/i;

/** The words of `text` whose first letters are the acronym: `Trusted Exchange Framework and Common Agreement`. */
function writtenOut(acronym: string, text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let start = 0; start < words.length; start += 1) {
    let letters = "";
    for (let end = start; end < words.length && letters.length < acronym.length; end += 1) {
      const word = words[end] ?? "";
      if (SMALL_WORDS.test(word)) {
        if (letters === "") break;
        continue;
      }
      letters += word.charAt(0).toUpperCase();
      if (letters === acronym) return words.slice(start, end + 1).join(" ");
    }
  }
  return undefined;
}

interface Habit {
  readonly term: string;
  readonly stories: number;
  readonly filed: number;
  readonly share: number;
  /** Two words or an acronym; a common word, such as `information`, stands in titles of any subject. */
  readonly isTelling: boolean;
}

/** A pair of words with one of these says no more than a single word. */
const FILLER =
  /^(?:a|an|and|are|as|at|be|by|for|from|has|how|in|is|its|more|new|of|on|or|our|that|the|their|this|to|what|why|will|with|you|your)$/;

/** Fewer stories are chance. */
const LEAST_STORIES = 5;
const LEAST_SHARE = 0.8;
const POINTS_OF_HABIT = 5;
/** One of these is never enough, two are. */
const POINTS_OF_COMMON_WORD = LEAST_SCORE / 2 + 0.5;

/** The topics under which editors file nearly all stories whose titles share a word, or two in a row, with this one. */
function habitsOf(news: readonly NewsItem[], { plain, folded }: Words): ReadonlyMap<Topic, readonly Habit[]> {
  const words = folded.split(" ").filter((word) => word !== "");
  const isShouted = plain === plain.toUpperCase();
  const acronyms = new Set(
    isShouted ? [] : plain.split(" ").flatMap((word) => (ACRONYM.test(word) ? [fold(word)] : [])),
  );
  const terms = new Set([
    ...words.slice(1).flatMap((word, index) => {
      const before = words[index] ?? "";
      return FILLER.test(before) || FILLER.test(word) ? [] : [`${before} ${word}`];
    }),
    ...words.filter((word) => word.length >= 3 && !/^\d+$/.test(word)),
  ]);
  const titles = news.map((item) => ({ item, folded: ` ${fold(item.title)} ` }));
  const habits = new Map<Topic, Habit[]>();
  for (const term of [...terms].sort(byText)) {
    const stories = titles.filter((title) => title.folded.includes(` ${term} `));
    if (stories.length < LEAST_STORIES) continue;
    const isTelling = term.includes(" ") || acronyms.has(term);
    for (const topic of new Set(stories.flatMap(({ item }) => item.topics))) {
      const filed = stories.filter(({ item }) => item.topics.includes(topic)).length;
      const share = filed / stories.length;
      // The share must be at least twice that of the topic among all stories: a common topic says nothing about these.
      const usual = topic.news.length / news.length;
      if (share < LEAST_SHARE || share < usual * 2) continue;
      habits.set(topic, [...(habits.get(topic) ?? []), { term, stories: stories.length, filed, share, isTelling }]);
    }
  }
  return new Map([...habits].map(([topic, found]) => [topic, strongest(found)]));
}

/** The strongest telling habit, else the two strongest of common words. */
function strongest(habits: readonly Habit[]): readonly Habit[] {
  const sorted = habits.toSorted((a, b) => b.share - a.share || byText(a.term, b.term));
  const telling = sorted.find(({ isTelling }) => isTelling);
  return telling ? [telling] : sorted.slice(0, 2);
}
