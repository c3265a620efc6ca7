/** What the suggestions of topics, offerings and a publisher have in common. */
import { escapeRegExp } from "../../lib/escape-reg-exp.ts";

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

export const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d]{2,8}s?$/u;

/** Matches a name as a whole word, in its own case. */
export function wordPattern(name: string, ending = ""): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(name)}${ending}(?![\\p{L}\\p{N}])`, "gu");
}
