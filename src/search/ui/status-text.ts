/** What the search says about an answer, in the page and to screen readers. */

import {
  describeFound,
  enterLeadsOn,
  type Found,
  fetchingOlder,
  linkToFound,
  nothingFound,
  nothingFoundYet,
  olderUnfetched,
  olderUnread,
  searchFailures,
  searchStandsIn,
  unreachableFromBox,
} from "#messages/search.ts";
import type { FailureReason, Rest, SearchAnswer, Sort } from "../engine/search-answer.ts";

type AnswerSummary = Pick<SearchAnswer, "query" | "total" | "count" | "groups" | "corrected" | "dropped" | "rest">;

/** `3 of 34 results for “azure fhir” without “foo”, newest first`. */
export function describeAnswer(answer: AnswerSummary, isFiltered: boolean, sort: Sort): string {
  const { query, total, count, rest } = answer;
  if (total === 0) return rest === "loading" ? nothingFoundYet(query) : nothingFound(query);
  const newestFirst = sort === "date" ? orderOf(answer) : undefined;
  return describeFound({ ...toFound(answer), part: isFiltered ? count : undefined, newestFirst });
}

/** Only stories are sorted by date. */
function orderOf(answer: AnswerSummary): Found["newestFirst"] {
  const stories = countStories(answer);
  if (stories < 2) return undefined;
  return stories === answer.count ? "all" : "stories";
}

export function countStories({ groups }: Pick<SearchAnswer, "groups">): number {
  return groups.find(({ kind }) => kind === "news")?.count ?? 0;
}

/** Who answers, where it is not the engine that should; and whether older records are still loading or could not be fetched. Often empty. */
export function describeRest({ rest, standsIn }: Pick<SearchAnswer, "rest" | "standsIn">): string {
  return [standsIn ? searchStandsIn : "", describeOlder(rest)].filter(Boolean).join(". ");
}

function describeOlder(rest: Rest): string {
  if (rest === "complete") return "";
  if (rest === "loading") return fetchingOlder;
  return rest === "broken" ? olderUnread : olderUnfetched;
}

/** The line under the box in the header: `8 of 123 results for “azure fhir”`. */
export function describeHits(answer: AnswerSummary, shown: number): string {
  const { total } = answer;
  if (total === 0) return describeAnswer(answer, false, "relevance");
  return describeFound({ ...toFound(answer), part: shown < total ? shown : undefined });
}

/** The link to the search page: `All 123 results for “fhir”`. */
export function describeAll(answer: AnswerSummary): string {
  const found = toFound(answer);
  const isPlain = found.query === undefined && found.without.length === 0;
  return linkToFound(isPlain ? { ...found, query: answer.query } : found);
}

/** Why there is no answer. */
export function describeFailure(reason: FailureReason): string {
  return searchFailures[reason];
}

/** Why there is no answer under the box in the header, where Enter leads on. */
export function describeBoxFailure(reason: FailureReason): string {
  return reason === "unreachable" ? unreachableFromBox : `${searchFailures[reason]} ${enterLeadsOn}`;
}

/** The corrected query and the words left out, where there are any. */
function toFound({ total, corrected, dropped }: AnswerSummary): Found {
  return { total, query: corrected, without: dropped };
}
