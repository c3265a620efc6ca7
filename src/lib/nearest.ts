import { distance } from "fastest-levenshtein";
import { editDistance } from "./edit-distance.ts";
import { byText } from "./order.ts";

/**
 * The `limit` candidates closest to `wanted`, closest first. Only those within two edits, or two for every five
 * letters, and those that contain `wanted`, or are contained in it, if it has three letters or more.
 */
export function nearest(wanted: string, candidates: Iterable<string>, limit = 3): string[] {
  const target = wanted.toLowerCase();
  const scored: { name: string; score: number }[] = [];
  for (const name of candidates) {
    const other = name.toLowerCase();
    const edits = distance(target, other);
    const contained = target.length >= 3 && (other.includes(target) || target.includes(other));
    if (edits <= Math.max(2, Math.floor(target.length * 0.4)) || contained) {
      scored.push({ name, score: contained ? Math.min(edits, 2) : edits });
    }
  }
  return scored
    .sort((a, b) => a.score - b.score || byText(a.name, b.name))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** `Did you mean 'a', 'b'?`; undefined when there is nothing to offer. */
export function didYouMean(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `Did you mean ${names.map((name) => `'${name}'`).join(", ")}?`;
}

/** True when `a` and `b` differ, by two edits at most. */
export function isSlip(a: string, b: string): boolean {
  return a !== b && distance(a.toLowerCase(), b.toLowerCase()) <= 2;
}

const MOST_EDITS = 2;
/** With fewer letters for each edit, a word may become another one: `via` and `vim`. */
const LETTERS_AN_EDIT = 4;

/**
 * The one name that `written` can only be a slip of: within two edits, where
 * no other name is within two, and not so short that the edits make another
 * word of it. Case does not count. A digit or a sign of a name is never a slip:
 * `FHIR R4` and `FHIR R5` are both meant, and so are `C#` and `C++`.
 */
export function onlySlip(written: string, names: Iterable<string>): string | undefined {
  const word = written.toLowerCase();
  const near = [...names]
    .map((name) => ({ name, edits: editDistance(word, name.toLowerCase(), MOST_EDITS) }))
    .filter(({ edits }) => edits <= MOST_EDITS);
  const [only] = near;
  if (near.length !== 1 || only === undefined || only.name === written) return undefined;
  const isShort = only.edits * LETTERS_AN_EDIT > word.length;
  return isShort || signsOf(written) !== signsOf(only.name) ? undefined : only.name;
}

/** The digits and signs of a text that no letter can stand for. */
function signsOf(text: string): string {
  return text.replace(/[^\d+#&]+/g, " ").trim();
}
