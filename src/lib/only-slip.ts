import { editDistance } from "./edit-distance.ts";

const MOST_EDITS = 2;
/** Of a word with fewer letters an edit leaves another word: `via` and `vim`. */
const LETTERS_AN_EDIT = 4;

/**
 * The one name that `written` can only be a slip of: within two edits, where
 * no other name is within two, and not so short that the edits make another
 * word of it. Case does not count. A digit is never a slip: `FHIR R4` and
 * `FHIR R5` are both meant.
 */
export function onlySlip(written: string, names: Iterable<string>): string | undefined {
  const word = written.toLowerCase();
  const near = [...names]
    .map((name) => ({ name, edits: editDistance(word, name.toLowerCase(), MOST_EDITS) }))
    .filter(({ edits }) => edits <= MOST_EDITS);
  const [only] = near;
  if (near.length !== 1 || only === undefined || only.name === written) return undefined;
  const isShort = only.edits * LETTERS_AN_EDIT > word.length;
  return isShort || digitsOf(written) !== digitsOf(only.name) ? undefined : only.name;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, " ").trim();
}
