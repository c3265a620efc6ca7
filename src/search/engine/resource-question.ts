/** Recognizes what a query asks about a FHIR resource type besides its name: `who can write` of `who can write Appointment`. */

import { isOn as hasInterfaces } from "#facts/interfaces.ts";

/** Words that make any query a question; `create account` and `list updates` are none. */
const ASKING = /^(?:fhir|resources?|(?:read|write)s?)$/;
/** Beginnings of questions, which the WHO of `who api` is not. */
const BEGINNING =
  /^(?:which|who (?:can|do|does|has|have|search(?:es)?|(?:read|write|create|update|delete|support)s?)) /;
/** Further words of a question: `patient api` is none, `which api writes Patient` is. */
const IN_QUESTION =
  /^(?:who|which|can|do|does|has|have|i|me|search(?:es)?|(?:create|update|delete|let|support|type|api|server|offering|vendor|ehr)s?)$/;

export function isQuestion(words: readonly string[]): boolean {
  if (!hasInterfaces) return false;
  return BEGINNING.test(words.join(" ")) || words.some((word) => ASKING.test(word));
}

export function isInQuestion(word: string): boolean {
  return hasInterfaces && (ASKING.test(word) || IN_QUESTION.test(word));
}
