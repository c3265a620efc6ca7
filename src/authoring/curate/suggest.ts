/** What in the catalog a page is about, few rather than doubtful, each with the reason; the same page, the same answer. */
import type { Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { hostOf } from "../../lib/clean-url.ts";
import { escapeRegExp } from "../../lib/escape-reg-exp.ts";
import { fold } from "../../lib/fold.ts";
import { byText } from "../../lib/order.ts";
import { cutSlug, slugify } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import type { OrganizationType } from "../../vocab/organization-type.ts";
import { compact, mainLabel } from "./clean-fields.ts";

export interface PageWords {
  readonly title: string;
  readonly description: string;
  /** Visible text of the story. */
  readonly text: string;
  readonly url: string;
  /** What the page calls its publisher. */
  readonly publisher?: string | undefined;
}

export interface Suggested<T> {
  readonly entity: T;
  readonly score: number;
  /** `named in the title`, `the text says “TEFCA” 4 times`. */
  readonly reason: string;
}

const MAX_TOPICS = 6;
const MAX_OFFERINGS = 5;

// Topics

/** Words of a subject that say it by themselves, and words that also mean other things. */
interface Subject {
  /** The member of the vocabularies that editors use most for it. */
  readonly topic: Topic;
  readonly members: readonly Topic[];
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly acronyms: readonly string[];
}

const LEAST_OFFERING_SCORE = 2;

/** Below it a subject is only brushed. */
const LEAST_SCORE = 4;
const MAX_TEXT_SCORE = 5;
/** How often the text must say it where neither the title nor the description does. */
const LEAST_MENTIONS = { strong: 3, weak: 8 } as const;

/**
 * At most six topics, best first. A subject that stands in several vocabularies
 * counts once, as the topic that has most news.
 */
export function suggestTopics(page: PageWords, catalog: Catalog): readonly Suggested<Topic>[] {
  const words = { title: toWords(page.title), description: toWords(page.description), text: toWords(page.text) };
  const habits = habitsOf(catalog.news, words.title.folded);
  return subjectsOf(catalog.topics)
    .flatMap((subject) => scoreSubject(subject, words, habits))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || byText(a.entity.name, b.entity.name))
    .slice(0, MAX_TOPICS);
}

interface Words {
  readonly plain: string;
  /** Folded, with a space at both ends, so that a word is found between spaces. */
  readonly folded: string;
}

const toWords = (text: string): Words => ({ plain: squeeze(text), folded: ` ${fold(text)} ` });

interface Mention {
  readonly term: string;
  readonly count: number;
}

/** The term of a list that is said most; the longer of two that are said as often. */
function mostSaid(subject: Subject, kind: "strong" | "weak", { plain, folded }: Words): Mention | undefined {
  const terms =
    kind === "weak"
      ? subject.weak.map((term) => ({ term, count: countWord(folded, term) }))
      : [
          ...subject.strong.map((term) => ({ term, count: countWord(folded, term) })),
          ...subject.acronyms.map((term) => ({ term, count: countAcronym(plain, term) })),
        ];
  return terms.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || b.term.length - a.term.length)[0];
}

function scoreSubject(
  subject: Subject,
  words: Readonly<Record<"title" | "description" | "text", Words>>,
  habits: ReadonlyMap<Topic, Habit>,
): Suggested<Topic>[] {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  const inTitle = mostSaid(subject, "strong", words.title) ?? mostSaid(subject, "weak", words.title);
  if (inTitle) add(subject.weak.includes(inTitle.term) ? 6 : 10, `the title says “${inTitle.term}”`);
  const inDescription = mostSaid(subject, "strong", words.description);
  if (inDescription) add(inTitle ? 2 : 5, `the description says “${inDescription.term}”`);
  for (const kind of ["strong", "weak"] as const) {
    const mention = mostSaid(subject, kind, words.text);
    if (!mention || mention.count < LEAST_MENTIONS[kind]) continue;
    const points = Math.min(MAX_TEXT_SCORE, 2 + Math.log2(mention.count)) * (kind === "weak" ? 0.5 : 1);
    add(points, `the text says “${mention.term}” ${mention.count} times`);
    break;
  }
  const habit = subject.members.map((topic) => habits.get(topic)).find((found) => found !== undefined);
  if (habit)
    add(
      habit.share * 5,
      `${habit.filed} of ${habit.stories} stories with “${habit.term}” in the title are filed there`,
    );
  return reasons.length === 0
    ? []
    : [{ entity: subject.topic, score: Math.round(score * 100) / 100, reason: reasons.slice(0, 2).join("; ") }];
}

function countWord(folded: string, term: string): number {
  return [term, `${term}s`, `${term}es`].reduce((sum, form) => sum + folded.split(` ${form} `).length - 1, 0);
}

/** Case counts, since `AI` is not `ai` and `HIE` not a word. */
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
    const terms = members.flatMap(termsOf);
    const of = (kind: Term["kind"]) => [...new Set(terms.filter((term) => term.kind === kind).map(({ text }) => text))];
    subjects.push({ topic: best, members, strong: of("strong"), weak: of("weak"), acronyms: of("acronym") });
  }
  return subjects;
}

interface Term {
  readonly kind: "strong" | "weak" | "acronym";
  readonly text: string;
}

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d]{2,8}s?$/u;
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
  return names.flatMap((given) => {
    const name = squeeze(given.replace(/^#/, ""));
    if (ACRONYM.test(name)) {
      const acronym = name.replace(/s$/, "");
      const long = writtenOut(acronym, description);
      return [
        { kind: "acronym", text: acronym },
        ...(long ? ([{ kind: "strong", text: fold(long) }] as const) : []),
      ] as Term[];
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
}

/** A habit of fewer stories is chance. */
const LEAST_STORIES = 5;
const LEAST_SHARE = 0.8;

/**
 * Where editors filed stories whose titles share a word or two with this one.
 * Words that lead nowhere in particular have no share that is high enough.
 */
function habitsOf(news: readonly NewsItem[], title: string): ReadonlyMap<Topic, Habit> {
  const words = title
    .trim()
    .split(" ")
    .filter((word) => word !== "");
  const terms = new Set([
    ...words.filter((word) => word.length >= 3 && !/^\d+$/.test(word)),
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
  ]);
  const titles = news.map((item) => ({ item, folded: ` ${fold(item.title)} ` }));
  const habits = new Map<Topic, Habit>();
  for (const term of [...terms].sort(byText)) {
    const stories = titles.filter(({ folded }) => folded.includes(` ${term} `));
    if (stories.length < LEAST_STORIES) continue;
    for (const topic of new Set(stories.flatMap(({ item }) => item.topics))) {
      const filed = stories.filter(({ item }) => item.topics.includes(topic)).length;
      const share = filed / stories.length;
      const known = habits.get(topic);
      // A topic that half of all stories have says nothing of these.
      const usual = topic.news.length / news.length;
      if (share < LEAST_SHARE || share < usual * 2 || (known && known.share >= share)) continue;
      habits.set(topic, { term, stories: stories.length, filed, share });
    }
  }
  return habits;
}

// Offerings

/**
 * At most five offerings that the page names as they write themselves. A name
 * that is also a word, or a short acronym, counts only beside its vendor.
 */
export function suggestOfferings(page: PageWords, catalog: Catalog): readonly Suggested<Offering>[] {
  const places = {
    title: straighten(page.title),
    description: straighten(page.description),
    text: straighten(page.text),
  };
  const all = `${places.title} \n ${places.description} \n ${places.text}`;
  const names = catalog.offerings
    .flatMap((offering) => namesOf(offering).map((name) => ({ offering, name })))
    .filter(({ offering, name }) => all.includes(name) && isMeant(name, offering, all))
    .sort(
      (a, b) => b.name.length - a.name.length || byText(a.name, b.name) || byText(a.offering.slug, b.offering.slug),
    );
  const found = new Map<Offering, Suggested<Offering>>();
  // The longest name first, and what it covers is gone: `Aidbox FHIR API module` does not name `Aidbox`.
  for (const { offering, name } of names) {
    const counts = { title: 0, description: 0, text: 0 };
    for (const place of ["title", "description", "text"] as const) {
      places[place] = places[place].replace(wordPattern(name), (match) => {
        counts[place] += 1;
        return " ".repeat(match.length);
      });
    }
    const score = (counts.title > 0 ? 10 : 0) + (counts.description > 0 ? 5 : 0) + Math.min(5, counts.text);
    // One mention in a long text is an example, and not what the story is about.
    if (score < LEAST_OFFERING_SCORE) continue;
    const former = offering.formerly.some((old) => straighten(old) === name) ? " (a former name)" : "";
    const reason =
      counts.title > 0
        ? `named in the title as “${name}”${former}`
        : counts.description > 0
          ? `named in the description as “${name}”${former}`
          : `the text says “${name}”${former} ${counts.text} times`;
    const known = found.get(offering);
    if (!known || known.score < score) found.set(offering, { entity: offering, score, reason });
  }
  for (const one of onlyOfferings(page, catalog.offerings)) if (!found.has(one.entity)) found.set(one.entity, one);
  return [...found.values()]
    .sort((a, b) => b.score - a.score || byText(a.entity.slug, b.entity.slug))
    .slice(0, MAX_OFFERINGS);
}

/** The offering of a vendor that has one alone and is named in the title: the story can be about no other. */
function onlyOfferings(page: PageWords, offerings: readonly Offering[]): Suggested<Offering>[] {
  const title = straighten(page.title);
  return offerings
    .filter(({ vendor }) => vendor.offerings.length === 1 && vendor.type === "vendor")
    .flatMap((entity) => {
      const vendor = straighten(entity.vendor.name);
      const isDistinct = /\s/.test(vendor) ? !isGeneric(vendor) : /\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d/u.test(vendor);
      if (!isDistinct || !wordPattern(vendor).test(title)) return [];
      return [{ entity, score: 4, reason: `the only offering of “${vendor}”, which the title names` }];
    });
}

/** A name that stands by itself, in its own case. */
function wordPattern(name: string, ending = ""): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}${ending}(?![\\p{L}\\p{N}])`, "gu");
}

/** Quotes and hyphens as a keyboard has them, without signs of ownership. */
function straighten(text: string): string {
  return squeeze(
    text
      .replace(/[™®©℠]/gu, "")
      .replace(/[‘’]/gu, "'")
      .replace(/[“”]/gu, '"')
      .replace(/[‐‑]/gu, "-"),
  );
}

/** An offering's names as texts may have them: with and without what stands in parentheses, and after its vendor. */
function namesOf({ name, formerly, vendor }: Offering): string[] {
  const names = [name, ...formerly].flatMap((given) => {
    const bare = straighten(given.replace(/\([^)]*\)/g, " "));
    const inside = [...given.matchAll(/\(([^)]+)\)/g)]
      .map(([, text = ""]) => straighten(text))
      .filter((text) => ACRONYM.test(text));
    return [straighten(given), bare, ...inside];
  });
  return [...new Set([...names, ...names.map((one) => `${straighten(vendor.name)} ${one}`)])].filter(
    (one) => one.length >= 3,
  );
}

/** True when a text that has the name can only mean the offering. */
function isMeant(name: string, offering: Offering, text: string): boolean {
  const vendor = straighten(offering.vendor.name);
  if (name.startsWith(`${vendor} `)) return true;
  if (isSubject(name, text)) return true;
  const isDistinct = /\s/.test(name) ? !isGeneric(name) : /\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d|\p{L}[.-]\p{L}/u.test(name);
  if (isDistinct) return true;
  // The product may be called as its vendor is: then the name is no second witness.
  const witnesses = [vendor, ...offering.vendor.alsoKnownAs.map(straighten)].filter(
    (witness) => compact(witness) !== compact(name),
  );
  const rest = text.replaceAll(name, " ");
  return witnesses.some((witness) => witness.length >= 4 && wordPattern(witness).test(rest));
}

/** A word of its own that a whole page is about, and that nowhere in it is an ordinary word. */
function isSubject(name: string, text: string): boolean {
  if (!/^\p{Lu}\p{Ll}{4,}$/u.test(name)) return false;
  const [title = ""] = text.split("\n");
  const count = (word: string, where: string) => where.match(wordPattern(word))?.length ?? 0;
  return count(name, title) > 0 && count(name, text) >= 3 && count(name.toLowerCase(), text) === 0;
}

const GENERIC =
  /^(?:ehr|emr|fhir|api|apis|health|healthcare|medical|clinical|patient|practice|provider|management|system|systems|suite|platform|server|connect|portal|cloud|care|data|electronic|records?|information|office|software|solutions?|services?|the|for|and|of|web|open|hospital|pro|plus|gateway|developer|sandbox|directory|integrated|harmony|advantage|access|exchange|network|hub|charts?)$/i;

/** Every word of it is one that any product could have in its name. */
function isGeneric(name: string): boolean {
  return fold(name)
    .split(" ")
    .every((word) => GENERIC.test(word));
}

// Publisher

export type PublisherSuggestion =
  | { readonly kind: "known"; readonly organization: Organization; readonly ownsHost: boolean; readonly reason: string }
  | { readonly kind: "proposed"; readonly proposal: OrganizationProposal; readonly reason: string };

export interface OrganizationProposal {
  readonly slug: string;
  readonly name: string;
  /** A guess from the host, for an editor to confirm. */
  readonly type: OrganizationType;
  readonly hosts: readonly string[];
}

/** The organization that owns the host; else the one of that name, which lacks the host; else a new one to be confirmed. */
export function suggestPublisher({ url, publisher }: PageWords, catalog: Catalog): PublisherSuggestion {
  const host = hostOf(url);
  const owner = findByHost(catalog.organizations, host);
  if (owner) return { kind: "known", organization: owner, ownsHost: true, reason: `owns the host ${host}` };
  const name = publisher ?? mainLabel(url);
  const key = compact(name);
  const namesake = catalog.organizations.find((organization) =>
    [organization.name, organization.legalName ?? "", ...organization.alsoKnownAs].some(
      (known) => compact(known) === key,
    ),
  );
  if (namesake)
    return {
      kind: "known",
      organization: namesake,
      ownsHost: false,
      reason: `is called “${name}”; ${host} is not among its hosts yet`,
    };
  const taken = new Set(catalog.organizations.map(({ slug }) => slug));
  const slug = [cutSlug(slugify(name)), cutSlug(slugify(host))].find((one) => one !== "" && !taken.has(one));
  return {
    kind: "proposed",
    proposal: { slug: slug ?? `${slugify(host)}-2`, name, type: guessType(host), hosts: [host] },
    reason: `no organization owns the host ${host}`,
  };
}

/** The owner of the host, or of the nearest domain above it. */
function findByHost(organizations: readonly Organization[], host: string): Organization | undefined {
  const labels = host.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join(".");
    const owner = organizations.find(({ hosts }) => hosts.includes(name));
    if (owner) return owner;
  }
  return undefined;
}

function guessType(host: string): OrganizationType {
  if (/\.(?:gov|mil)(?:\.[a-z]{2})?$|\.nhs\.uk$|\.europa\.eu$/.test(host)) return "government";
  if (/\.edu(?:\.[a-z]{2})?$|\.ac\.[a-z]{2}$/.test(host)) return "research";
  return "news";
}
