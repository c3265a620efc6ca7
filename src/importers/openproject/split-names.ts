/** The people whom one text field names. */
import { peopleIn, turnPerson } from "../../authoring/curate/author-names.ts";
import { squeeze } from "../../lib/text.ts";

export interface Names {
  readonly names: readonly string[];
  /** False: the text may name several people, and is one value, since it may also be one name. */
  readonly isSure: boolean;
}

/** What separates people without a doubt: a semicolon, a line, an item of a list. */
const SURE = /[;；\n]|<br\s{0,9}\/?>/iu;
/** What also stands inside the name of an organization, and before a title. */
const UNSURE = /\s*[,&/،、，]\s*(?:and\s+)?|\s+(?:[-–—·]|[Aa]nd|AND|und|et|y|e|en|och|og|oraz|и|i)\s+/u;
const BY = /^by\s+(?=\S)/i;
/** The mark of an item of a list, and the sign at the end of a line that breaks it. */
const MARKS = /^(?:[-*+•]|\d{1,3}[.)])\s+|\\$/g;

/** The text is split where nothing else can be meant, and else stays whole. */
export function splitNames(text: string): Names {
  const parts = text.trim().split(SURE);
  const [whole = "", ...others] = parts.map(clean).filter(isName);
  if (parts.length > 1 || whole === "") {
    const names = whole === "" ? [] : [whole, ...others];
    return { names: names.flatMap((name) => peopleIn(name) ?? turnPerson(name) ?? name), isSure: true };
  }
  const people = peopleIn(whole);
  return people ? { names: people, isSure: true } : { names: [whole], isSure: !isList(whole) };
}

const isList = (text: string) => text.split(UNSURE).filter(isName).length > 1;

function clean(text: string): string {
  return squeeze(squeeze(text).replace(MARKS, "").replace(BY, ""));
}

function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
