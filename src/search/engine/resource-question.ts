/** Recognizes a query that asks about a FHIR resource type: `who can write Appointment` is answered as `Appointment`. */
import { idOf, titleWordsOf } from "../index/postings.ts";
import { kindKeys } from "../index/search-record.ts";
import { inflectionsOf, stopWords } from "./query-terms.ts";
import type { SearchIndex } from "./search-index.ts";

/** Words that ask about a resource type, wherever they are beside its name. */
const ASKING = /^(?:(?:read|write|create|update|delete|resource)s?|search(?:es)?)$/;
/** Words that ask only in a question: `patient api` is not about the type Patient, `which api writes Patient` is. */
const IN_QUESTION = /^(?:who|which|can|do|does|has|have|(?:support|api|server|offering|vendor|ehr)s?)$/;

/** The words that name the resource type, in the singular; all words where the query asks about none. */
export async function withoutQuestion(index: SearchIndex, words: readonly string[]): Promise<readonly string[]> {
  const [first = "", second = ""] = words;
  const isQuestion = /^wh(?:o|ich)$/.test(first) && (ASKING.test(second) || IN_QUESTION.test(second));
  const asks = (word: string) => ASKING.test(word) || (isQuestion && IN_QUESTION.test(word));
  if (!words.some(asks)) return words;
  const isSubject = (word: string) => !(asks(word) || stopWords.has(word) || word === "fhir");
  const subject = words.slice(words.findIndex(isSubject), words.findLastIndex(isSubject) + 1);
  const last = subject.at(-1);
  if (last === undefined) return words;
  for (const form of [last, ...inflectionsOf(last)]) {
    const name = subject.with(-1, form);
    if (await isResourceType(index, name.join(""))) return name;
  }
  return words;
}

/** True for `medicationrequest`. */
async function isResourceType(index: SearchIndex, name: string): Promise<boolean> {
  const [postings = []] = await index.postings([name]);
  return postings.some(
    (posting) => titleWordsOf(posting) === 1 && kindKeys[index.kindOf(idOf(posting))] === "resource",
  );
}
