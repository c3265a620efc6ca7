/** Text from a page as one line without invisible characters, and of bounded length. */
import { load } from "cheerio";
import { cutAtWord, squeeze } from "../../lib/text.ts";

/** Nothing that a page says about itself is longer, and nothing longer is looked at. */
const READ_LIMIT = 20_000;

/**
 * Control and invisible characters, replacement characters, and those that change the direction of writing, which would
 * rearrange the line around a title. Joiners stay, since Persian, Hindi and emoji are spelled with them.
 */
const INVISIBLE = /(?!\u200C|\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u2028\u2029\uFFFD]/gu;

/** One line of at most `limit` characters; undefined when there is nothing to read. Doing it twice changes nothing. */
export function toSafeLine(text: string, limit: number): string | undefined {
  const spaced = text.slice(0, READ_LIMIT).replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ");
  const clean = squeeze(spaced.replace(INVISIBLE, "").normalize("NFC"));
  return /[\p{L}\p{N}\p{S}]/u.test(clean) ? cutAtWord(clean, limit) : undefined;
}

/** How often a text can have been encoded by mistake. */
const MAX_PASSES = 4;

/** Entities that a page encoded twice, or put into JSON: `AT&amp;T`, `&#8217;`. */
export function decodeEntities(text: string): string {
  let decoded = text.slice(0, READ_LIMIT);
  for (let pass = 0; pass <= MAX_PASSES; pass += 1) {
    const again = decoded.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, decodeEntity);
    if (again === decoded) break;
    decoded = again;
  }
  return decoded;
}

/** A space for a character that is invisible or does not exist. */
function decodeEntity(entity: string): string {
  const text = load(entity, null, false).text();
  // Only its beginning was decoded: `&nothing;` is no `¬hing;`.
  return text.length > 1 && text.endsWith(";") ? entity : text.replace(/[\p{Cc}\uFFFD]/u, " ");
}
