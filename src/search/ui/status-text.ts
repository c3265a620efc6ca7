/** What the search says about an answer in words, for the eye and for a screen reader alike. */
import { counted, formatCount } from "../../lib/text.ts";
import type { Rest, SearchAnswer, SearchFailure, Sort } from "../engine/search-answer.ts";

export const FETCHING = "Fetching the search records…";

export const ADVICE =
  "Try fewer words, another spelling or the name of a standard, vendor or topic, or start from one of these lists.";

type Outcome = Pick<SearchAnswer, "query" | "total" | "count" | "corrected" | "dropped" | "rest">;

/** `3 of 34 results for “azure fhir” without “foo”, newest first`. */
export function describeAnswer(answer: Outcome, isFiltered: boolean, sort: Sort): string {
  const { query, total, count, rest } = answer;
  if (total === 0) return rest === "loading" ? `Nothing found for “${query}” so far` : `Nothing found for “${query}”`;
  const results = isFiltered ? `${formatCount(count)} of ${counted(total, "result")}` : counted(total, "result");
  const order = sort === "date" && count > 1 ? ", newest first" : "";
  return `${results}${understood(answer)}${order}`;
}

/** What is still to come, or will not; empty when all is there. */
export function describeRest(rest: Rest): string {
  if (rest === "complete") return "";
  return rest === "loading" ? "Still fetching older records" : "Older records could not be fetched";
}

/** `8 of 123 results for “azure fhir”`: what stands under the box in the header. */
export function describeHits(answer: Outcome, shown: number): string {
  const { total } = answer;
  if (total === 0) return describeAnswer(answer, false, "relevance");
  const results = shown < total ? `${shown} of ${counted(total, "result")}` : counted(total, "result");
  return `${results}${understood(answer)}`;
}

/** The way to the search page: `All 123 results for “fhir”`. */
export function describeAll(answer: Outcome): string {
  const words = understood(answer) || ` for “${answer.query}”`;
  return answer.total === 1 ? `1 result${words} on the search page` : `All ${counted(answer.total, "result")}${words}`;
}

/** Why there is no answer. */
export function describeFailure(reason: SearchFailure["reason"]): string {
  return reason === "gone"
    ? "The site was renewed since this page was opened."
    : "The search records could not be fetched.";
}

/** Why there is no answer under the box in the header, where Enter leads on. */
export function describeBoxFailure(reason: SearchFailure["reason"]): string {
  return reason === "gone"
    ? `${describeFailure(reason)} Press Enter to open the search page.`
    : "The search cannot be reached. Press Enter to try the search page.";
}

/** How the words were taken where they were not taken as typed. */
function understood({ corrected, dropped }: Outcome): string {
  const spelling = corrected === undefined ? "" : ` for “${corrected}”`;
  const without = dropped.length === 0 ? "" : ` without ${dropped.map((word) => `“${word}”`).join(", ")}`;
  return `${spelling}${without}`;
}
