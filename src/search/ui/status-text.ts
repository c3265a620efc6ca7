/** What the search says about an answer, in the page and to screen readers. */
import { counted, formatCount } from "../../lib/text.ts";
import type { FailureReason, Rest, SearchAnswer, Sort } from "../engine/search-answer.ts";

export const FETCHING = "Fetching the search records…";

export const ADVICE =
  "Try fewer words, another spelling or the name of a standard, vendor or topic, or start from one of these lists.";

type AnswerSummary = Pick<SearchAnswer, "query" | "total" | "count" | "groups" | "corrected" | "dropped" | "rest">;

/** `3 of 34 results for “azure fhir” without “foo”, newest first`. */
export function describeAnswer(answer: AnswerSummary, isFiltered: boolean, sort: Sort): string {
  const { query, total, count, rest } = answer;
  if (total === 0) return rest === "loading" ? `Nothing found for “${query}” so far` : `Nothing found for “${query}”`;
  const results = isFiltered ? `${formatCount(count)} of ${counted(total, "result")}` : counted(total, "result");
  return `${results}${changes(answer)}${sort === "date" ? describeOrder(answer) : ""}`;
}

/** Only stories are sorted by date. */
function describeOrder(answer: AnswerSummary): string {
  const stories = countStories(answer);
  if (stories < 2) return "";
  return stories === answer.count ? ", newest first" : ", stories newest first";
}

export function countStories({ groups }: Pick<SearchAnswer, "groups">): number {
  return groups.find(({ kind }) => kind === "news")?.count ?? 0;
}

/** Whether older records are still loading or could not be fetched; empty when all are there. */
export function describeRest(rest: Rest): string {
  if (rest === "complete") return "";
  if (rest === "loading") return "Still fetching older records";
  return `Older records could not be ${rest === "broken" ? "read" : "fetched"}`;
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

const FAILURES: Readonly<Record<FailureReason, string>> = {
  missing: "The site was renewed since this page was opened.",
  unreachable: "The search records could not be fetched.",
  broken: "The search does not work at the moment.",
};

/** Why there is no answer. */
export function describeFailure(reason: FailureReason): string {
  return FAILURES[reason];
}

/** Why there is no answer under the box in the header, where Enter leads on. */
export function describeBoxFailure(reason: FailureReason): string {
  return reason === "unreachable"
    ? "The search cannot be reached. Press Enter to try the search page."
    : `${FAILURES[reason]} Press Enter to open the search page.`;
}

/** The corrected query and the words left out, where there are any. */
function changes({ corrected, dropped }: AnswerSummary): string {
  const spelling = corrected === undefined ? "" : ` for “${corrected}”`;
  const without = dropped.length === 0 ? "" : ` without ${dropped.map((word) => `“${word}”`).join(", ")}`;
  return `${spelling}${without}`;
}
