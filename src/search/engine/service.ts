/** The worker's end of the search: opens the newest index, answers the latest request, and renews itself when files are gone. */

import type { Load } from "../index/index-files.ts";
import { createEngine } from "./engine.ts";
import { loadIndex, readManifest } from "./open-index.ts";
import { type SearchAnswer, SearchFailure, type SearchRequest } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

export type ToService =
  | { readonly type: "open"; readonly pointer: string }
  | { readonly type: "search"; readonly turn: number; readonly request: SearchRequest }
  | { readonly type: "retry" };

export type FromService =
  | { readonly type: "answer"; readonly turn: number; readonly answer: SearchAnswer }
  | { readonly type: "failure"; readonly turn: number; readonly reason: SearchFailure["reason"] }
  | { readonly type: "change" };

/** `nextTask` resolves after the messages that have already come in; what they overtake is then never searched. */
export function createService(load: Load, post: (message: FromService) => void, nextTask: () => Promise<void>) {
  let pointer = "";
  let opened: Promise<{ entry: string; index: SearchIndex }> | undefined;
  let latest = 0;

  const open = () => {
    if (opened) return opened;
    const opening = openNewest();
    opened = opening;
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  };
  /** Opens the newest index in place of this one, which stays where that fails. */
  const reopen = async () => {
    const before = opened;
    opened = undefined;
    try {
      await open();
    } catch (error) {
      const isThere = await before?.then(
        () => true,
        () => false,
      );
      if (isThere) opened ??= before;
      throw error;
    }
  };
  const openNewest = async () => {
    const entry = await readManifest(pointer, load);
    const index = await loadIndex(entry, load, () => void onChange(entry));
    return { entry, index };
  };
  const onChange = async (entry: string) => {
    const current = await opened?.catch(() => undefined);
    if (current?.entry !== entry) return;
    if (current.index.rest === "gone") await renew(entry).catch(() => undefined);
    post({ type: "change" });
  };
  /** Opens the newest index in place of one whose files are gone; false when there is none newer. */
  const renew = async (entry: string): Promise<boolean> => {
    const newest = await readManifest(pointer, load).catch(() => entry);
    if (newest === entry) return false;
    await reopen();
    return true;
  };
  const answer = async (request: SearchRequest): Promise<SearchAnswer> => {
    const { entry, index } = await open();
    try {
      return await createEngine(index).search(request);
    } catch (error) {
      if (!(error instanceof SearchFailure && error.reason === "gone" && (await renew(entry)))) throw error;
      // Once: two hosts that disagree about what is newest must not keep it going round.
      return createEngine((await open()).index).search(request);
    }
  };
  /** The first answer of a large index does not wait for its filters. */
  const fetchFacets = async () => {
    const { index } = await open();
    await index.facets(true);
    post({ type: "change" });
  };
  const search = async (turn: number, request: SearchRequest) => {
    latest = turn;
    await nextTask();
    if (turn !== latest) return;
    try {
      const found = await answer(request);
      if (turn !== latest) return;
      post({ type: "answer", turn, answer: found });
      if (found.total > 0 && found.facets.length === 0 && !request.withoutFacets) {
        await fetchFacets().catch(() => undefined);
      }
    } catch (error) {
      const reason = error instanceof SearchFailure ? error.reason : "unreachable";
      if (turn === latest) post({ type: "failure", turn, reason });
    }
  };

  return (message: ToService): void => {
    if (message.type === "search") void search(message.turn, message.request);
    else if (message.type === "open") {
      pointer = message.pointer;
      void open().catch(() => undefined);
    } else {
      void reopen()
        .catch(() => undefined)
        .then(() => post({ type: "change" }));
    }
  };
}
