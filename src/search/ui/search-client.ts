/** The page's side of the search worker; only the latest request is answered. */
import { type SearchAnswer, SearchFailure, type SearchRequest } from "../engine/search-answer.ts";
import type { FromService, ToService } from "../engine/service.ts";

export interface SearchClient {
  /** Starts the worker, which begins to fetch the index. */
  open(): void;
  /**
   * The answer, or undefined when a later request overtook this one. Throws `SearchFailure` when not even the newest
   * records could be fetched; the next call tries again.
   */
  search(request: SearchRequest): Promise<SearchAnswer | undefined>;
  /** Loads the newest index again after older records could not be fetched; then calls `onChange`. */
  retry(): void;
}

/**
 * `form` leads to the files of the index, and names the search engine that answers where it is not the built-in one.
 * `onChange` is called when more records have arrived or could not be
 * fetched: the same request then has another answer.
 */
export function createSearchClient(form: HTMLFormElement, onChange: () => void): SearchClient {
  let worker: Worker | undefined;
  let waiting: PromiseWithResolvers<SearchAnswer | undefined> | undefined;
  let turn = 0;

  const receive = (message: FromService) => {
    if (message.type === "change") onChange();
    else if (message.turn !== turn) return;
    else if (message.type === "answer") waiting?.resolve(message.answer);
    else waiting?.reject(new SearchFailure(message.reason, form.action));
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
    };
    const { action: folder, dataset } = form;
    started.postMessage({ type: "open", folder, engine: dataset["engine"] } satisfies ToService);
    return started;
  };
  const open = () => {
    worker ??= start();
    return worker;
  };
  const send = (message: ToService) => open().postMessage(message);
  return {
    open: () => void open(),
    search(request) {
      waiting?.resolve(undefined);
      waiting = Promise.withResolvers();
      turn += 1;
      send({ type: "search", turn, request });
      return waiting.promise;
    },
    retry: () => send({ type: "retry" }),
  };
}
