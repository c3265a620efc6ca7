/** One entry of the browser's history for each search and each choice; the letters typed on the way to it leave none. */
import { type RecordKind, recordKinds } from "../index/search-record.ts";
import { changeState, type SearchState } from "./search-address.ts";

export interface SearchHistory {
  /** The query as it stands in the box, letter by letter. */
  type(query: string): void;
  /** The query is meant so. */
  submit(query: string): void;
  /** Another filter, another order, another search. */
  choose(change: Partial<SearchState>): void;
  /** All hits of a kind; no entry of its own, but the entry keeps it. */
  expand(kind: string): void;
}

/** `onChange` is called after each of these, and when the reader goes back or on. */
export function createHistory(onChange: () => void): SearchHistory {
  let isTyping = false;
  const go = (change: Partial<SearchState>, isStillTyping: boolean, kept: unknown) => {
    const search = changeState(readParameters(), change).toString();
    const address = search ? `?${search}` : location.pathname;
    if (isTyping) history.replaceState(kept, "", address);
    else if (search !== location.search.slice(1)) history.pushState(kept, "", address);
    isTyping = isStillTyping;
    onChange();
  };
  addEventListener("popstate", () => {
    isTyping = false;
    onChange();
  });
  return {
    type: (query) => go({ query }, true, null),
    submit: (query) => go({ query }, false, null),
    choose(change) {
      isTyping = false;
      go(change, false, history.state);
    },
    expand(kind) {
      history.replaceState({ expanded: [...readExpanded(), kind] }, "");
      onChange();
    },
  };
}

export function readParameters(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Kinds whose hits are all shown. */
export function readExpanded(): ReadonlySet<RecordKind> {
  const expanded: unknown = history.state?.expanded;
  return new Set(Array.isArray(expanded) ? expanded.filter((kind) => Object.hasOwn(recordKinds, kind)) : []);
}
