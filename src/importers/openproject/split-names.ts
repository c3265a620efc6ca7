/** The people whom one text field names. */
import { squeeze } from "../../lib/text.ts";

export interface Names {
  readonly names: readonly string[];
  /** False: the text may name several people, and is one value, since it may also be one name. */
  readonly isSure: boolean;
}

/** What separates people without a doubt: a semicolon, a line, an item of a list. */
const SURE = /[;；\n]|<br\s{0,9}\/?>/iu;
/** What also stands inside the name of an organization, and before a title. */
const UNSURE = /\s*[,&/،、，]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|och|og|oraz|и|i)\s+/iu;
const BY = /^by\s+(?=\S)/i;
/** The mark of an item of a list, and the sign at the end of a line that breaks it. */
const MARKS = /^(?:[-*+•]|\d{1,3}[.)])\s+|\\$/g;

/** `MD`, `PhD`, `M.P.H.`, `Jr.`: titles behind a name, which are no other person. */
const TITLE = /^(?:(?:\p{Lu}\p{Ll}{0,4}\.?-?){2,8}|[JS]r\.?|Esq\.?)$/u;
const PARTICLE = /^(?:von|van|der|den|de|da|das|do|dos|del|della|di|du|la|le|el|al|bin|ben|ibn|ter|ten|zu|af|av)$/u;
const NAME_PART = /^(?:d['’]|al-|el-)?\p{Lu}[\p{L}\p{M}.’'‘-]*$/u;
/** In scripts without capitals and spaces a name is one run of letters. */
const RUN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]{2,12}$/u;
const NO_PERSON = new Set(
  (
    "academy administration agency alliance american analytics association authority board bureau business care center " +
    "centers centre chief college commission committee communications community companies company contributor " +
    "corporation correspondent council department desk digital director editor editorial editors executive federal " +
    "foundation founder global group health healthcare hospital hospitals inc informatics information institute " +
    "institutes international journal labs llc ltd manager management media medical medicine ministry national network " +
    "news office officer organization partners president press professor program reporter research school science " +
    "sciences senior service services shield society solutions staff states system systems team technologies technology " +
    "times university vice writer"
  ).split(" "),
);

/** The text is split where nothing else can be meant, and else stays whole. */
export function splitNames(text: string): Names {
  const parts = text.trim().split(SURE);
  const [whole = "", ...others] = parts.map(clean).filter(isName);
  if (parts.length > 1 || whole === "") return { names: whole === "" ? [] : [whole, ...others], isSure: true };
  const names = whole.split(UNSURE).map(clean).filter(isName);
  const people = names.filter((name) => !TITLE.test(name));
  if (people.length > 0 && people.every(isPerson)) return { names: people, isSure: true };
  return { names: [whole], isSure: names.length < 2 };
}

function clean(text: string): string {
  return squeeze(squeeze(text).replace(MARKS, "").replace(BY, ""));
}

function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Two words at least, each with a capital: one alone may be a family name, a place or half of a company. */
function isPerson(name: string): boolean {
  const words = name.split(" ");
  if (words.length === 1) return RUN.test(name);
  return (
    words.length <= 5 &&
    words.every((word) => (NAME_PART.test(word) || PARTICLE.test(word)) && !NO_PERSON.has(word.toLowerCase()))
  );
}
