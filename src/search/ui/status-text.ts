/** What the search says about an answer, in the page and to screen readers. */
import { counted, formatCount } from "../../lib/text.ts";
import type { Rest, SearchAnswer, SearchFailure, Sort } from "../engine/search-answer.ts";

export const FETCHING = "Fetching the search records…";

export const ADVICE =
  "Try fewer words, another spelling or the name of a standard, vendor or topic, or start from one of these lists.";

type AnswerSummary = Pick<SearchAnswer, "query" | "total" | "count" | "corrected" | "dropped" | "rest">;

/** `3 of 34 results for “azure fhir” without “foo”, newest first`. */
export function describeAnswer(answer: AnswerSummary, isFiltered: boolean, sort: Sort): string {
  const { query, total, count, rest } = answer;
  if (total === 0) return rest === "loading" ? `Nothing found for “${query}” so far` : `Nothing found for “${query}”`;
  const results = isFiltered ? `${formatCount(count)} of ${counted(total, "result")}` : counted(total, "result");
  const order = sort === "date" && count > 1 ? ", newest first" : "";
  return `${results}${changes(answer)}${order}`;
}

/** Whether older records are still loading or could not be fetched; empty when all are there. */
export function describeRest(rest: Rest): string {
  if (rest === "complete") return "";
  return rest === "loading" ? "Still fetching older records" : "Older records could not be fetched";
}

/** The line under the box in the header: `8 of 123 results for “azure fhir”`. */
export function describeHits(answer: AnswerSummary, shown: number): string {
  const { total } = answer;
  if (total === 0) return describeAnswer(answer, false, "relevance");
  const results = shown < total ? `${shown} of ${counted(total, "result")}` : counted(total, "result");
  return `${results}${changes(answer)}`;
}

/** The link to the search page: `All 123 results for “fhir”`. */
export function describeAll(answer: AnswerSummary): string {
  const words = changes(answer) || ` for “${answer.query}”`;
  return answer.total === 1 ? `1 result${words} on the search page` : `All ${counted(answer.total, "result")}${words}`;
}

/** Why there is no answer. */
export function describeFailure(reason: SearchFailure["reason"]): string {
  return reason === "missing"
    ? "The site was renewed since this page was opened."
    : "The search records could not be fetched.";
}

/** Why there is no answer under the box in the header, where Enter leads on. */
export function describeBoxFailure(reason: SearchFailure["reason"]): string {
  return reason === "missing"
    ? `${describeFailure(reason)} Press Enter to open the search page.`
    : "The search cannot be reached. Press Enter to try the search page.";
}

/** The corrected query and the words left out, where there are any. */
function changes({ corrected, dropped }: AnswerSummary): string {
  const spelling = corrected === undefined ? "" : ` for “${corrected}”`;
  const without = dropped.length === 0 ? "" : ` without ${dropped.map((word) => `“${word}”`).join(", ")}`;
  return `${spelling}${without}`;
}
