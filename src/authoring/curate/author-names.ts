/** Reads the names of authors from bylines and metadata, without job titles, employers and dates. */
import { fold } from "../../lib/fold.ts";
import {
  AFTER_NAME,
  AFTER_PERSON,
  CONJUNCTION,
  DEGREE,
  EAST_ASIAN,
  FACULTY,
  INSTITUTIONS,
  JOBS,
  LABEL,
  LEADING_CONJUNCTION,
  LEGAL_FORM,
  NAME_WORD,
  NO_NAMES,
  OTHER_CREDIT,
  PARTICLE,
  PLACEHOLDER,
  SHORT_LEGAL_FORM,
  TITLE_OF_PERSON,
} from "./author-words.ts";
import { compact } from "./clean-fields.ts";
import { decodeEntities, toSafeLine } from "./untrusted-text.ts";

/** The longest names are those of offices of governments. */
const NAME_LIMIT = 120;
const MAX_NAME_WORDS = 14;
const MAX_PERSON_WORDS = 6;
const LINE_LIMIT = 1000;
const MAX_AUTHORS = 30;

/** The names in a byline: `By A. Author and B. Author`, `A, B`; without addresses, roles and what follows the name. */
export function toAuthors(texts: readonly string[], siteNames: readonly string[] = []): string[] {
  const sites = new Set(siteNames.map(compact));
  const names = new Map<string, string>();
  for (const text of texts.slice(0, MAX_AUTHORS * 2)) {
    const line = toSafeLine(decodeEntities(text), LINE_LIMIT);
    for (const name of line === undefined ? [] : namesIn(line, sites)) {
      const key = compact(name);
      if (isName(name, sites) && !names.has(key)) names.set(key, name);
    }
  }
  const all = [...names.values()];
  // Where people are named, the site beside them is where they wrote.
  const others = all.filter((name) => !sites.has(compact(name)));
  return (others.some(isPerson) ? others : all).slice(0, MAX_AUTHORS);
}

/** Turns `Park, Ada B.`, as libraries write it, into `Ada B. Park`. */
export function turnName(text: string): string {
  const [, family, given] = /^(\p{L}[\p{L}\s’'-]{0,60}), (\p{L}[\p{L}\s.’'-]{0,60})$/u.exec(text.trim()) ?? [];
  return family === undefined || given === undefined || DEGREE.test(given) ? text : `${given} ${family}`;
}

/** True for a full name, which says more than a handle. */
export function isFullName(name: string): boolean {
  return /\p{L}\S*\s+\S*\p{L}/u.test(name) || EAST_ASIAN.test(name);
}

/** True for what is written like a name: two to six words, each with a capital or a particle. */
export function isCapitalized(name: string): boolean {
  const words = name.split(" ");
  if (EAST_ASIAN.test(name)) return true;
  return (
    words.length >= 2 &&
    words.length <= MAX_PERSON_WORDS &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    !/\d/.test(name)
  );
}

/** Where one credit of a line ends: `Edited by Sam Ray. Written by`. */
const END_OF_CREDIT = /(?<!\b(?:dr|prof|mrs?|ms))\.(?:\s|$)|[;|]/iu;
const OF_TEXT = /\b(?:written|story|text|words)\b/iu;
/** What a credit may have before its next name: `Dr.`, `Ada Park and`. */
const TO_NEXT_NAME = /^[\s:]*(?:(?:dr|prof)\.?\s*)*$|\b(?:and|und|et|y|&)\s*$/iu;

/** True where the text before a name credits somebody other than the author: `Reviewed by`. */
export function isOtherCredit(before: string): boolean {
  const credits = (before.split(END_OF_CREDIT).at(-1) ?? "").split(",").map((credit) => credit.trim());
  // Behind a comma may stand one more name of the same credit.
  const isOneMore = (credit: string) =>
    /^(?:and|und|et|y|&)?$/iu.test(credit) || isDegree(credit, true) || isPerson(credit);
  const last = credits.findLastIndex((credit) => !isOneMore(credit));
  const credit = credits[last] ?? "";
  if (!OTHER_CREDIT.test(credit) || OF_TEXT.test(credit)) return false;
  return last < credits.length - 1 || TO_NEXT_NAME.test(credit.replace(OTHER_CREDIT, ""));
}

/** True for what a byline may have between two names besides words that join them: degrees and jobs. */
export function areTitles(text: string): boolean {
  const parts = text.split(/[,;|]|\s(?:and|und|et|y|e|&)(?=\s|$)/u).map((part) => part.trim());
  // A job right before a name is that of the next: `, Editor John Doe`.
  const last = parts.at(-1) ?? "";
  if (isTitle(last) && !isDegree(last, true)) return false;
  return parts.every((part) => part === "" || (part.length <= 60 && (isDegree(part, true) || isTitle(part))));
}

/** True for a line that says that a name follows: `By Jane Doe`. */
export const hasLabel = (line: string): boolean => LABEL.test(line);

/** True for a name of one word, as bloggers use: `Jane`. */
export const isOneWord = (name: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(name);

/** True for what is written like the name of a person, and has no word of jobs and organizations. */
export function isPerson(name: string): boolean {
  return (
    isCapitalized(name) &&
    !isCompany(name) &&
    !wordsOf(name).some((word) => isJob(word) || isInstitution(word) || NO_NAMES.has(word))
  );
}

/** Names without a capital, as in addresses and careless metadata. */
function isPersonInLowerCase(name: string): boolean {
  return !/\p{Lu}/u.test(name) && isPerson(name.replace(/(?<![\p{L}’'])\p{Ll}/gu, (letter) => letter.toUpperCase()));
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .split(" ");
const isJob = (word: string) => JOBS.has(word) || word.split("-").some((part) => JOBS.has(part));
const isInstitution = (word: string) => INSTITUTIONS.has(word);
const isTitle = (text: string) => wordsOf(text).some(isJob);
const isCompany = (text: string) => LEGAL_FORM.test(text) || SHORT_LEGAL_FORM.test(text);

function namesIn(line: string, sites: ReadonlySet<string>): string[] {
  // An address is no list of names.
  if (/https?:\/\/|www\.|facebook\.com|twitter\.com/iu.test(line) || OTHER_CREDIT.test(line)) return [];
  const names = line
    .replace(/^[\s\-–—:.|]+/u, "")
    .replace(LABEL, "")
    .split(/\s*[;；]\s*/u)
    .flatMap(splitAtBars)
    // After a label, the second part may be a place, so nothing is turned round: `By Reuters, Berlin`.
    .flatMap((list) => (hasLabel(line) ? undefined : turnIn(list, sites)) ?? namesInList(list, sites));
  // Again, until nothing more comes off: what was taken off may have hidden another label.
  return names.length === 1 && names[0] === line
    ? names
    : names.flatMap((name) => (name.length < line.length ? namesIn(name, sites) : [name]));
}

/** After a person, a bar is followed by another person or by something that is no name: `Jane Doe | Data Science`. */
function splitAtBars(list: string): string[] {
  const parts = list.split(/\s*[|•]\s*/u);
  const end = parts.findIndex(
    (part, index) => (index > 0 && OF_EDITOR.test(part)) || !isPersonWithTitles(part) || isPlace(part),
  );
  return parts.length < 2 || end === 0 ? [list] : parts.slice(0, end < 0 ? parts.length : end);
}

/** `Author: Jane Doe | Editor: John Doe` */
const OF_EDITOR = /^[Ee]ditors?\s*:/u;

interface Piece {
  readonly text: string;
  /** Behind an `and`. */
  readonly isJoined: boolean;
}

/**
 * The names in a list with commas, most of whose parts may describe the first: `Jane Doe, MD, Chief Medical Officer,
 * Acme Health`.
 */
function namesInList(list: string, sites: ReadonlySet<string>): string[] {
  const parts = list.split(/\s*[,，、]\s*/u).filter((part) => part !== "");
  if (parts.length > 1 && isOneOrganization(list, parts)) return [list];
  const pieces = parts.flatMap(splitPeople).map(({ text, isJoined }) => ({ text: bareName(text, sites), isJoined }));
  const names: string[] = [];
  let isEmployerNext = false;
  for (const [index, { text, isJoined }] of pieces.entries()) {
    if (text === "") continue;
    if (names.length > 0 && isTitle(text)) {
      isEmployerNext = true;
      continue;
    }
    if (isDegree(text, names.length > 0)) continue;
    if (names.length > 0) {
      const next = pieces[index + 1];
      const hasTitle = next !== undefined && !next.isJoined && (isDegree(next.text, true) || isTitle(next.text));
      // After the first name, what is no person is a place or an employer; after a job, so is what looks like a person.
      const isInLowerCase = isPersonInLowerCase(text) && (!/\p{Lu}/u.test(names[0] ?? "") || isJoinedName(text, list));
      const isName = isPerson(text) || isInLowerCase;
      if (!isName || isPlace(text)) continue;
      if (isEmployerNext && !isJoined && !hasTitle) continue;
      isEmployerNext = false;
    }
    names.push(text);
  }
  return names;
}

/** `Ada Park and bell hooks`, but not `Ada Park and many others`. */
function isJoinedName(text: string, list: string): boolean {
  return list.includes(` and ${text}`) && text.split(" ").length === 2 && !OTHERS.test(text);
}

const OTHERS =
  /\b(?:additional|all|colleagues?|family|few|friends?|guests?|her|his|its|many|more|most|my|one|other|others|our|several|some|their|three|two|your)\b/u;

/** Turns `Doe, Jane`, of which neither part is a full name, into `Jane Doe`; undefined for anything else. */
export function turnPerson(text: string): string | undefined {
  if (!/^\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?){0,3}$/u.test(text)) return undefined;
  const turned = turnName(text);
  return turned !== text && isPerson(turned) ? turned : undefined;
}

function turnIn(list: string, sites: ReadonlySet<string>): string[] | undefined {
  const turned = turnPerson(list);
  const isOfSite = list.split(", ").some((part) => sites.has(compact(part)) || AGENCY.test(part));
  return turned === undefined || isOfSite ? undefined : [turned];
}

/** Agencies whose name could be that of a family, before a place. */
const AGENCY = /^(?:Reuters|Bloomberg|Politico|Axios|Forbes)$/iu;

/** The people in a text that has nothing but people and their titles; else undefined. */
export function peopleIn(text: string): readonly string[] | undefined {
  if (isCompany(text)) return undefined;
  const pieces = text
    .split(/\s*[,，、،/|•]\s*/u)
    .flatMap(splitPeople)
    .map((piece) => piece.text)
    .filter((piece) => piece !== "");
  const people = pieces.filter((piece, index) => index === 0 || !isDegree(piece, true)).map(withoutTitles);
  return people.length > 0 && people.every(isPerson) ? people : undefined;
}

/** `Skadden, Arps, Slate, Meagher & Flom LLP`; `National Academies of Sciences, Engineering, and Medicine`. */
function isOneOrganization(list: string, parts: readonly string[]): boolean {
  // `Skadden Arps, Slate Meagher & Flom LLP`, but not `Jane Doe, Foley & Lardner LLP`, a person and her firm.
  if (isCompany(list) && parts.slice(1).some((part) => isPerson(part.split(/\s*&\s*/u)[0] ?? "") && part.includes("&")))
    return true;
  if (parts.some((part) => isPerson(part.replace(LEADING_CONJUNCTION, "")))) return false;
  const [first = "", ...others] = parts;
  return (
    isCompany(list) ||
    /\s(?:and|&) Co(?:mpany|\.)?$/u.test(list) ||
    (wordsOf(first).some(isInstitution) && !isTitle(list) && others.some((part) => CONJUNCTION.test(` ${part}`)))
  );
}

/** The people that `and` joins, where all of what it joins are people or what they are; else the whole. */
function splitPeople(part: string): Piece[] {
  const text = part.replace(LEADING_CONJUNCTION, "");
  const isJoined = text !== part;
  const whole = [{ text, isJoined }];
  const sides = text.split(/\s*\/\s*/u);
  if (sides.length > 1) {
    const people = sides.filter(isPersonWithTitles);
    return people.length > 0 ? people.map((side) => ({ text: side, isJoined })) : whole;
  }
  const pieces = text.split(CONJUNCTION);
  if (pieces.length === 1) return whole;
  const isList = pieces.every(
    (piece) => isPersonWithTitles(piece) || isPersonInLowerCase(piece) || isDegree(piece, true) || isTitle(piece),
  );
  if (isList) return pieces.map((piece, index) => ({ text: piece, isJoined: isJoined || index > 0 }));
  // `Jane Doe and colleagues`, `Jane Doe and the Example team`, `Jane Doe with Acme`.
  const [first = "", ...others] = pieces;
  const isBeside =
    others.every((other) => /^[\p{Ll}\d]/u.test(other) || PLACEHOLDER.test(fold(other))) ||
    /\s(?:with|mit)\s/u.test(text);
  return isBeside && isPersonWithTitles(first) ? [{ text: first, isJoined }] : whole;
}

const isPersonWithTitles = (text: string) => isPerson(bareName(text, new Set()));

/** A city or country of two words. */
function isPlace(text: string): boolean {
  return /^(?:New|San|Santa|Los|Las|Saint|St\.|North|South|East|West|United|Great|Hong|Washington|Salt|Fort|Tel|Rio)\s/u.test(
    text,
  );
}

function isDegree(text: string, isBehindName: boolean): boolean {
  return text.split(" ").every((word) => {
    const bare = word.replace(/[.,]+$/u, "").toLowerCase();
    if (DEGREE.test(word) || TITLE_OF_PERSON.test(bare) || FACULTY.test(word)) return true;
    // Any other letters behind a name, as `CDIP` or `FACHDM`.
    return isBehindName && text === word && /^\p{Lu}[\p{Lu}.-]{1,7}$/u.test(word);
  });
}

/** Without the label before it, titles around it, and what follows it; until nothing more comes off. */
function bareName(text: string, sites: ReadonlySet<string>): string {
  let name = text.replace(/^[\s\-–—:.|]+/u, "").replace(LABEL, "");
  name = name.replace(/^(\S+) \(\p{L}{1,20}\) (?=\p{Lu})/u, "$1 ");
  const end = AFTER_PERSON.exec(name)?.index;
  if (end !== undefined && isPerson(withoutTitles(name.slice(0, end)))) name = name.slice(0, end);
  name = name.slice(0, AFTER_NAME.exec(name)?.index ?? name.length);
  name = withoutTitles(withoutJob(name, sites)).replace(/[\s:,\-–—]+$/u, "");
  return name === text ? name : bareName(name, sites);
}

/** `Staff Writer Jane Doe`, `Jane Doe Health Reporter`. */
function withoutJob(name: string, sites: ReadonlySet<string>): string {
  const words = name.split(" ");
  const lower = words.map((word) => wordsOf(word).join(""));
  const last = lower.findLastIndex(isJob);
  if (last < 0) return name;
  const behind = words.slice(last + 1).join(" ");
  if (isPerson(behind) && !PARTICLE.test(words[last + 1] ?? "")) return behind;
  const first = lower.findIndex((word) => isJob(word) || isInstitution(word));
  // Before a job may stand what it is about: `Jane Doe FHIR Lead`.
  const before = words
    .slice(0, first)
    .join(" ")
    .replace(/(?<=\p{Ll})(?: \p{Lu}{2,6})+$/u, "");
  return isPerson(before) && !sites.has(compact(before)) ? before : name;
}

/** `Prof. Dr. med. Jane Doe`, `Jane Doe PhD`, where a full name is left. */
function withoutTitles(name: string): string {
  const words = name.split(" ");
  const isOfPerson = (word: string) => TITLE_OF_PERSON.test(word.replace(/\.$/u, "").toLowerCase());
  let start = 0;
  while (start < words.length && (isOfPerson(words[start] ?? "") || (start > 0 && FACULTY.test(words[start] ?? ""))))
    start += 1;
  let end = words.length;
  const isShouted = name === name.toUpperCase();
  while (!isShouted && end > start && /^\p{Lu}/u.test(words[end - 1] ?? "") && isAbbreviation(words[end - 1] ?? ""))
    end -= 1;
  return end - start >= 2 && end - start < words.length ? words.slice(start, end).join(" ") : name;
}

/** A degree in its usual spelling, with two capitals, which the surnames `Ma` and `Do` do not have. */
const isAbbreviation = (word: string) =>
  DEGREE.test(word) && /\p{Lu}.*\p{Lu}/u.test(word) && !/^(?:II|III|IV)$/u.test(word);

function isName(name: string, sites: ReadonlySet<string>): boolean {
  if (name.length < 2 || name.length > NAME_LIMIT || !/\p{L}/u.test(name)) return false;
  if (/[@<>{}=\\#_$?!]|\.(?:com|org|net|gov|io|co|edu|html?)\b/iu.test(name)) return false;
  const words = fold(name).split(" ");
  const isOrganization = words.some(isInstitution) || isCompany(name);
  if (name.split(" ").length > (isOrganization ? MAX_NAME_WORDS : MAX_PERSON_WORDS + 1)) return false;
  if (words.every((word) => PLACEHOLDER.test(word))) return false;
  // `Example News Staff` names the site and a role.
  const own = words.filter((word) => !PLACEHOLDER.test(word)).join("");
  const isRole = words.some((word) => PLACEHOLDER.test(word));
  const isSite = sites.has(compact(name));
  return isSite || !(isRole && [...sites].some((site) => site.includes(own) || own === site));
}
