/** The worker's side of the search: loads the newest index, answers the latest request, and loads a newer index when files are missing. */
import type { Load } from "../index/index-files.ts";
import { createEngine } from "./engine.ts";
import { loadIndex, readManifest } from "./load-index.ts";
import {
  type FailureReason,
  failureReason,
  type SearchAnswer,
  SearchFailure,
  type SearchRequest,
} from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

export type ToService =
  /** `folder` is the address of the files of the index. */
  | { readonly type: "open"; readonly folder: string }
  | { readonly type: "search"; readonly turn: number; readonly request: SearchRequest }
  | { readonly type: "retry" };

export type FromService =
  | { readonly type: "answer"; readonly turn: number; readonly answer: SearchAnswer }
  | { readonly type: "failure"; readonly turn: number; readonly reason: FailureReason }
  | { readonly type: "change" };

/** `nextTask` resolves after the messages that are already waiting, so that only the latest of them is searched. */
export function createService(load: Load, post: (message: FromService) => void, nextTask: () => Promise<void>) {
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
  /** Loads the newest index in place of this one, which stays when that fails. */
  const reopen = async () => {
    const before = opened;
    opened = undefined;
    try {
      await open();
    } catch (error) {
      const isUsable = await before?.then(
        () => true,
        () => false,
      );
      if (isUsable) opened ??= before;
      throw error;
    }
  };
  const openNewest = async () => {
    const entry = await readManifest(load);
    const index = await loadIndex(entry, load, () => void onChange(entry));
    return { entry, index };
  };
  const onChange = async (entry: string) => {
    const current = await opened?.catch(() => undefined);
    if (current?.entry !== entry) return;
    if (current.index.rest === "missing") await renew(entry).catch(failureReason);
    post({ type: "change" });
  };
  /** Loads the newest index in place of one whose files are missing; false when there is no newer one. */
  const renew = async (entry: string): Promise<boolean> => {
    const newest = await readManifest(load).catch(() => entry);
    if (newest === entry) return false;
    await reopen();
    return true;
  };
  const answer = async (request: SearchRequest): Promise<SearchAnswer> => {
    const { entry, index } = await open();
    try {
      return await createEngine(index).search(request);
    } catch (error) {
      if (!(error instanceof SearchFailure && error.reason === "missing" && (await renew(entry)))) throw error;
      // Once: two hosts that disagree about which is newest must not start a loop.
      return createEngine((await open()).index).search(request);
    }
  };
  /** The first answer of a large index does not wait for its facets. */
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
        await fetchFacets().catch(failureReason);
      }
    } catch (error) {
      const reason = failureReason(error);
      if (turn === latest) post({ type: "failure", turn, reason });
    }
  };

  return (message: ToService): void => {
    if (message.type === "search") void search(message.turn, message.request);
    // A failure is reported by the search that needs the index.
    else if (message.type === "open") void open().catch(() => undefined);
    else {
      void reopen()
        .catch(failureReason)
        .then(() => post({ type: "change" }));
    }
  };
}
