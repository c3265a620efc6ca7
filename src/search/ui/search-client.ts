/** The page's side of the search worker; only the latest request is answered. */
import { type SearchAnswer, SearchFailure, type SearchRequest } from "../engine/search-answer.ts";
import type { FromService } from "../engine/service.ts";
import type { ToWorker } from "./worker.ts";

export interface SearchClient {
  /** Starts the worker, which begins to fetch the index. */
  open(): void;
  /**
   * The answer, or undefined when a later request overtook this one. Throws `SearchFailure` when not even the newest
   * records could be fetched; the next call tries again.
   */
  search(request: SearchRequest): Promise<SearchAnswer | undefined>;
  /** Loads the newest index again after older records could not be fetched; then calls the listeners. */
  retry(): void;
  /** Called when more records have arrived or could not be fetched: the same request then has another answer. */
  onChange(listener: () => void): void;
}

interface Waiting {
  readonly turn: number;
  readonly resolve: (answer: SearchAnswer | undefined) => void;
  readonly reject: (failure: SearchFailure) => void;
}

/** `folder` is the address of the files of the index. */
export function createSearchClient(folder: string): SearchClient {
  const listeners: (() => void)[] = [];
  let worker: Worker | undefined;
  let waiting: Waiting | undefined;
  let turn = 0;

  const receive = (message: FromService) => {
    if (message.type === "change") for (const listener of listeners) listener();
    else if (message.turn === waiting?.turn) {
      if (message.type === "answer") waiting.resolve(message.answer);
      else waiting.reject(new SearchFailure(message.reason, folder));
      waiting = undefined;
    }
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<FromService>) => receive(data);
    started.onerror = ({ message, filename, lineno }: Partial<ErrorEvent>) => {
      started.terminate();
      worker = undefined;
      // Without a message the script of the worker could not be loaded, which the browser has logged.
      if (message) console.error(`${message} (${filename}:${lineno})`);
      waiting?.reject(new SearchFailure(message || navigator.onLine ? "broken" : "unreachable", "The search worker"));
      waiting = undefined;
    };
    started.postMessage({ type: "open", folder } satisfies ToWorker);
    return started;
  };
  const send = (message: ToWorker) => {
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
