/** Reads the names of authors from bylines and metadata, without job titles, employers and dates. */
import { fold } from "../../lib/fold.ts";
import { compact } from "./clean-fields.ts";
import { decodeEntities, toSafeLine } from "./untrusted-text.ts";

/** The longest names are those of offices of governments. */
const NAME_LIMIT = 120;
const MAX_NAME_WORDS = 14;
const MAX_PERSON_WORDS = 6;
const LINE_LIMIT = 1000;
const MAX_AUTHORS = 30;

/** A set of the words in `text`, for lists that are easier to read as a text. */
const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What stands before the name in a byline, in the languages that most pages are in. */
const LABEL = new RegExp(
  `^(?:${[
    // `By` may touch the name where only style separates them: `ByJane Doe`.
    "(?:(?:[Aa]n?\\s+)?(?:[Gg]uest|[Bb]log|[Oo]pinion|[Nn]ews|[Vv]iew|[Ss]ee|[Aa]ll|[Mm]ore|[Ee]xclusive|[Ss]pecial)\\s+){0,3}(?:(?:[Aa]n?\\s+)?(?:[Pp]osts?(?:ed)?|[Ww]ritten|[Pp]ublished|[Ss]tor(?:y|ies)|[Ww]ords|[Rr]eport(?:ed)?|[Aa]rticles?|[Tt]ext|[Oo]pinion|[Aa]nalysis|[Ee]ssay|[Cc]olumn|[Cc]ommentary|[Ii]nterview|[Cc]reated|[Ss]ubmitted|[Cc]ontributed|[Aa]uthored|[Cc]ompiled|[Ss]hared|[Uu]ploaded|[Aa]dded|[Bb]log|[Gg]uest|[Mm]ore)[\\s|]+)?[Bb][Yy](?:[\\s:|]+|$)",
    "By(?=\\p{Lu}\\p{Ll})",
    "(?:[Aa]bout\\s+(?:the\\s+)?)?(?:[Aa]uthor|[Aa]utor(?:in)?|[Aa]uteure?|[Aa]utore|[Aa]utora|Автор)(?:\\(s\\)|s)?(?::[\\s|]*|[\\s|]+(?=\\p{Lu}))",
    "(?:[Tt]ext|[Tt]exte|[Tt]exto|[Tt]esto|[Tt]ekst|[Ww]ords|[Ss]tory|[Ww]riter|[Rr]eporter|[Ee]ditor)\\s*:[\\s|]*",
    "(?:[Vv]erfasst|[Gg]eschrieben|[Vv]eröffentlicht|[Ee]rstellt|[Gg]epostet|[Ee]in\\s+(?:[Gg]ast)?[Bb]eitrag|[Gg]astbeitrag|[Kk]ommentar|[Aa]nalyse|[Ii]nterview)\\s+von[\\s:|]+",
    "(?:[ÉéEe]crit|[Pp]ublié|[Rr]édigé|[Pp]roposé|[Pp]osté)\\s+par[\\s:|]+",
    "(?:[Ee]scrito|[Pp]ublicado|[Pp]ostado|[Rr]edactado)\\s+por[\\s:|]+",
    "(?:[Ss]critto|[Pp]ubblicato|[Aa]\\s+cura)\\s+(?:da|di)[\\s:|]+",
    "(?:[Gg]eschreven|[Gg]eplaatst|[Gg]epubliceerd)\\s+door[\\s:|]+",
    "(?:[Ss]krevet|[Ss]kriven|[Pp]ublisert|[Pp]ublicerad)\\s+a[vf][\\s:|]+",
    // Surnames begin with these too, so only before two words: in `Von Jane Doe`, and not in `Von Miller`.
    "(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|[Dd]i)[\\s:|]+(?=\\p{Lu}[\\p{L}.’'-]*\\s+\\p{Lu})",
  ].join("|")})`,
  "u",
);

/** A byline of somebody who did not write: `Photo by`, `Medically reviewed by`. */
const OTHER_CREDIT =
  /^(?:(?:medically|clinically|fact|scientifically|legally)\b.{0,30}|reviewed|edited|checked|photo\S*|photography|image\S*|pictures?|illustrat\S*|graphics?|cover|video|translat\S*|sponsored|presented|powered|produced|hosted|foto\S*)\b.{0,20}?(?:\bby\b|\bvon\b|\bpar\b|\bpor\b|:)/iu;

/** What ends the name, wherever it stands. */
const AFTER_NAME = /\s+(?:[|•·–—]|-\s)|\s*[|•·]|\s*\(|\s+\d/u;
/** What ends the name when a full one stands before it: a place of work, a day, another line of the page. */
const AFTER_PERSON = new RegExp(
  `\\s+(?:${[
    "(?:for|at|of|from|in|on|via|with|bei|für|aus|chez|pour|para|am|vom|le|el|il|op|den)\\s",
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|ene|abr|ago|gen|mag|giu|lug|ott|dic)\\p{L}*\\.?\\s+\\d)",
    "(?:published|updated|posted|last\\s+(?:updated|modified|reviewed)|aktualisiert|veröffentlicht|zuletzt|publié|publicado|actualizado|pubblicato)\\b",
    "(?:(?:medically|clinically)\\s+)?(?:fact[-\\s]checked|reviewed|edited|photo\\S*|illustrations?|images?|video)\\s+(?:by|and)\\b",
    "(?:read|view|see|follow|more|all|full|contact|email|e-mail|share|bio|comments?|opens)\\b\\s*(?:more|all|full|bio|profile|posts?|articles?|from|by|the|this|in|on|me|him|her|author|$)",
  ].join("|")})`,
  "iu",
);

/**
 * Joins two names, or is part of one where either side is not a person: `McKinsey & Company`. Words such as `y` and
 * `mit` are conjunctions in lower case only: not in `Y Combinator` or `MIT`.
 */
const CONJUNCTION = /\s+(?:[Aa]nd|AND|[Uu]nd|UND|sowie|[Ee]t|ET|y|e|i|en|og|och|oraz|и|[Ww]ith|mit)\s+|\s*[&+]\s*/u;
const LEADING_CONJUNCTION = /^(?:[Aa]nd|AND|[Uu]nd|UND|sowie|[Ee]t|ET|y|e|en|og|och|&|\+|[Ww]ith|mit)\s+/u;

/** Titles after a name, which must not pass for another person. */
const DEGREE =
  /^(?:jr|sr|ii|iii|iv|m\.?d|d\.?o|ph\.?d|dphil|dr\.?p\.?h|sc\.?d|ed\.?d|psy\.?d|m\.?p\.?h|mba|m\.?b\.?a|m\.?s|m\.?a|m\.?p\.?[ap]|m\.?h\.?a|j\.?d|l\.?l\.?[mb]|r\.?n|b\.?s\.?n|m\.?s\.?n|n\.?p|pa-?c|esq|b\.?s|b\.?a|b\.?sc|m\.?sc|m\.?eng|mbbs|mmsc|mstat|facp|faan|faap|facc|facs|famia|fhimss|fache|chcio|cphims|frcp|cpa|dnp|dds|dmd|dvm|pharm\.?d|cissp|pmp|rph|rd|rdn|lcsw|obe|mbe|cbe)\.?$/iu;
const TITLE_OF_PERSON =
  /^(?:dr|prof|professor|professorin|drs|pd|priv-doz|ing|dr-ing|dipl-\p{L}+|univ-prof|hon|rev|mr|mrs|ms|mme|herr|frau)$/u;
/** Behind `Dr.`: `Dr. rer. nat.`, `Dr. h. c.` */
const FACULTY = /^(?:med|rer|nat|phil|jur|pol|oec|theol|vet|dent|h|c|hc|habil|mult|sc|univ)\.?$/iu;

/** What people are at work. */
const JOBS = wordSet(`
  administrator advisor adviser advocate analyst anchor architect assistant associate attorney author blogger candidate ceo cfo chair
  chairman chairperson chairwoman chief cio ciso cmio cmo cno co-founder coo coordinator cofounder columnist consultant
  contributing contributor correspondent counsel cto developer director economist editor editorial engineer evangelist
  evp executive expert fellow founder freelancer head intern instructor inventor investor investigator journalist lead
  leader lecturer librarian managing manager nurse officer owner partner pharmacist photographer physician planner
  postdoc president principal producer professor programmer publisher reporter researcher scientist secretary senior
  specialist staff strategist student surgeon svp teacher technologist therapist trainer vice vp writer
  autorin chefredakteur chefredakteurin geschäftsführer geschäftsführerin gründer gründerin inhaber journalistin leiter
  leiterin mitarbeiter redakteur redakteurin vorstand vorsitzender vorsitzende wissenschaftler
  directeur directrice fondateur journaliste rédacteur rédactrice responsable direttore fondatore giornalista redattore
  directora editora periodista redactor redactora`);

/** Words of the names of organizations, and of what people work on; hardly any is a surname. */
const INSTITUTIONS = wordSet(`
  academy academies administration affairs agency agencies alliance analytics association associations authority
  biology bureau cancer care center centers centre centres clinic clinics coalition college commission committee
  communications community companies company consortium consulting corporation council data department design
  development digital disease division education engineering enterprise federation finance food foundation fund
  general global government group groups health healthcare hospital hospitals human informatics information
  initiative innovation institute institutes institution insurance integration international interoperability journal
  laboratories laboratory labs league library magazine management marketing media medicaid medical medicare medicine
  ministry national network networks news newspaper newsroom of office operations organization organisation
  partners partnership permanente policy practice press privacy product products program programme project
  public publishing quality regulatory relations research review safety school science sciences security service
  services shield society software solutions standards strategy studio studios system systems team technologies
  technology the times today trust union university ventures workgroup for
  bundesministerium gesellschaft institut ministerium redaktion universität verband verein verlag ministère université
  fundación universidad università ministero`);

/** Words that links, sentences and lists of topics begin with or capitalise, and that no person's name has. */
const NO_NAMES = wordSet(`
  follow share this that these leave on twitter facebook linkedin instagram youtube bluesky mastodon email subscribe
  contact profile picture photo avatar image comment comments reply read view see more about posts articles monday tuesday
  wednesday thursday friday saturday sunday morning afternoon evening night week month year need needs
  industry topic topics role solution demand using clicking signing submitting continuing source`);

/** The last word of the name of a company. Those that are names as well count in their own case alone. */
const LEGAL_FORM =
  /[\s,](?:llp|l\.l\.p|llc|l\.l\.c|pllc|inc|ltd|limited|gmbh|plc|corp|p\.c|s\.a|b\.v|n\.v|e\.v|sarl|s\.r\.l|pty)\.?$/iu;
const SHORT_LEGAL_FORM = /\s(?:AG|KG|SE|SA|BV|NV|PC|Co\.?)$/u;

const PARTICLE =
  /^(?:da|de|del|della|den|der|des|di|do|dos|du|af|al|av|bin|ben|bint|el|ibn|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/u;
const NAME_WORD = /^["“‘'(]?(?:\p{Lu}|\p{Lo}|(?:al|el|d|l|o)[-’'])/u;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·ー]{2,10}$/u;

/** Where nobody is named: placeholders and the words of links. */
const PLACEHOLDER =
  /^(?:staff|admin|administrator|editor|editors|editorial|team|desk|newsroom|news|reporter|reporters|correspondent|contributor|contributors|contributing|writer|writers|author|authors|guest|webmaster|web|user|root|anonymous|unknown|none|null|undefined|nan|default|site|content|the|die|der|das|and|of|at|by|managing|senior|chief|in|post|posted|press|release|releases|blog|blogs|blogger|bloggers|marketing|communications|official|super|manager|department|dept|service|services|wire|view|website|more|articles|follow|all|posts|profile|see|read|about|us|share|n|a|test|info|mod|moderator|wpadmin|wordpress|name|your|autor|autorin|redaktion|redakteur|gastautor|gast|presse|pressestelle|rédaction|redazione|redacción|redactie|auteur)$/u;

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
