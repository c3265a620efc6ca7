/** The worker's side of the search: loads the newest index, answers the latest request, and loads a newer index when files are missing. */
import type { Load } from "../index/index-files.ts";
import { searchIndex } from "./engine.ts";
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
  /** `folder` is the address of the files of the index, `engine` the settings of another search engine that is to answer. */
  | { readonly type: "open"; readonly folder: string; readonly engine?: string | undefined }
  | { readonly type: "search"; readonly turn: number; readonly request: SearchRequest }
  | { readonly type: "retry" };

export type FromService =
  | { readonly type: "answer"; readonly turn: number; readonly answer: SearchAnswer }
  | { readonly type: "failure"; readonly turn: number; readonly reason: FailureReason }
  | { readonly type: "change" };

/** Asks another search engine; rejects when it does not answer. */
export type AskEngine = (request: SearchRequest, signal: AbortSignal) => Promise<SearchAnswer>;

/**
 * `nextTask` resolves after the messages that are already waiting, so that only the latest of them is searched.
 * `loadEngine` gets the settings of another engine. When that does not answer, the index does, from then on.
 */
export function createService(
  load: Load,
  post: (message: FromService) => void,
  nextTask: () => Promise<void>,
  loadEngine: (settings: string) => Promise<AskEngine>,
) {
  let opened: Promise<{ entry: string; index: SearchIndex }> | undefined;
  let latest = 0;
  let engine: { readonly ask: Promise<AskEngine>; isDown: boolean } | undefined;
  let overtaken = new AbortController();

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
      return await searchIndex(index, request);
    } catch (error) {
      if (!(error instanceof SearchFailure && error.reason === "missing" && (await renew(entry)))) throw error;
      // Once: two hosts that disagree about which is newest must not start a loop.
      return searchIndex((await open()).index, request);
    }
  };
  /** The answer of the other engine; undefined where there is none, or it does not answer. */
  const askEngine = async (request: SearchRequest): Promise<SearchAnswer | undefined> => {
    if (!engine || engine.isDown) return undefined;
    const { signal } = overtaken;
    try {
      const ask = await engine.ask;
      return await ask(request, signal);
    } catch (error) {
      // It may well answer the request that has overtaken this one.
      if (!signal.aborted) {
        engine.isDown = true;
        console.warn("The search engine does not answer:", error);
      }
      return undefined;
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
    overtaken.abort();
    overtaken = new AbortController();
    await nextTask();
    if (turn !== latest) return;
    try {
      const asked = await askEngine(request);
      if (turn !== latest) return;
      const found = asked ?? { ...(await answer(request)), ...(engine && { standsIn: true as const }) };
      if (turn !== latest) return;
      post({ type: "answer", turn, answer: found });
      if (found.total > 0 && found.facets.length === 0 && !request.withoutFacets) {
        await fetchFacets().catch(failureReason);
      }
    } catch (error) {
      const reason = failureReason(error);
      // Nobody answers: the next attempt begins with the engine again.
      if (engine) engine.isDown = false;
      if (turn === latest) post({ type: "failure", turn, reason });
    }
  };

  return (message: ToService): void => {
    if (message.type === "search") void search(message.turn, message.request);
    else if (message.type === "open" && message.engine !== undefined) {
      // The index is not fetched before it is needed.
      engine = { ask: loadEngine(message.engine), isDown: false };
      engine.ask.catch(() => undefined);
    }
    // A failure is reported by the search that needs the index.
    else if (message.type === "open") void open().catch(() => undefined);
    else {
      void reopen()
        .catch(failureReason)
        .then(() => post({ type: "change" }));
    }
  };
}
