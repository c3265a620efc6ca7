/** The page's end of the search worker; the latest request wins, and what it overtook is never answered. */
import { type SearchAnswer, SearchFailure, type SearchRequest } from "../engine/search-answer.ts";
import type { FromService, ToService } from "../engine/service.ts";

export interface SearchClient {
  /** Starts the worker and the fetching; further calls do nothing. */
  open(): void;
  /**
   * The answer, or undefined when a later request overtook this one. Throws
   * `SearchFailure` when not even the newest records could be fetched; asking
   * again tries again.
   */
  search(request: SearchRequest): Promise<SearchAnswer | undefined>;
  /** Fetches again, from the newest index on, when older records could not be had; then calls the listeners. */
  retry(): void;
  /** Called when more records have arrived (or failed to): the same request then has another answer. */
  onChange(listener: () => void): void;
}

interface Waiting {
  readonly turn: number;
  readonly resolve: (answer: SearchAnswer | undefined) => void;
  readonly reject: (failure: SearchFailure) => void;
}

/** `pointer` is the address of the file that names the newest index. */
export function createClient(pointer: string): SearchClient {
  const listeners: (() => void)[] = [];
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let turn = 0;

  const receive = (message: FromService) => {
    if (message.type === "change") for (const listener of listeners) listener();
    else if (message.turn === waiting?.turn) {
      if (message.type === "answer") waiting.resolve(message.answer);
      else waiting.reject(new SearchFailure(message.reason, pointer));
      waiting = undefined;
    }
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<FromService>) => receive(data);
    // The worker's own script could not be had: no network, or an outdated page.
    started.onerror = () => {
      started.terminate();
      worker = undefined;
      waiting?.reject(new SearchFailure(navigator.onLine ? "gone" : "unreachable", pointer));
      waiting = undefined;
    };
    started.postMessage({ type: "open", pointer: new URL(pointer, document.baseURI).href } satisfies ToService);
    return started;
  };
  const send = (message: ToService) => {
    worker ??= start();
    worker.postMessage(message);
  };

  return {
    open() {
      worker ??= start();
    },
    search(request) {
      waiting?.resolve(undefined);
      turn += 1;
      const current = turn;
      return new Promise((resolve, reject) => {
        waiting = { turn: current, resolve, reject };
        send({ type: "search", turn: current, request });
      });
    },
    retry() {
      send({ type: "retry" });
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
