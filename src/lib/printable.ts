import { cutAtWord, squeeze } from "./text.ts";

/** Untrusted text for a terminal: what would move the cursor, colour it or turn the direction of text becomes U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu, "\uFFFD");
}

/** The same as one line of at most `limit` characters, an ellipsis included. */
export function printableLine(text: string, limit: number): string {
  return cutAtWord(printable(squeeze(text)), limit);
}
