/** One history entry for each search and each choice, none for the letters typed on the way. */
import { isRecordKind, type RecordKind } from "../index/search-record.ts";
import { changeState, type SearchState } from "./search-address.ts";

export function createHistory() {
  let isTyping = false;
  const go = (change: Partial<SearchState>, isStillTyping: boolean, entryState: unknown = null) => {
    const search = changeState(readParameters(), change).toString();
    const address = search ? `?${search}` : location.pathname;
    if (isTyping) history.replaceState(entryState, "", address);
    else if (search !== location.search.slice(1)) history.pushState(entryState, "", address);
    isTyping = isStillTyping;
  };
  addEventListener("popstate", () => {
    isTyping = false;
  });
  return {
    /** The query while it is being typed. */
    type: (query: string) => go({ query }, true),
    /** The query is complete. */
    submit: (query: string) => go({ query }, false),
    /** Another filter, another order, another search. */
    choose(change: Partial<SearchState>) {
      isTyping = false;
      go(change, false, history.state);
    },
    /** All hits of a kind; recorded in the current entry. */
    expand(kind: string) {
      history.replaceState({ expanded: [...readExpanded(), kind] }, "");
    },
  };
}

export function readParameters(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Kinds with all their hits shown. */
export function readExpanded(): ReadonlySet<RecordKind> {
  const expanded: unknown = history.state?.expanded;
  return new Set(Array.isArray(expanded) ? expanded.filter(isRecordKind) : []);
}
