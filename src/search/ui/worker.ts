/** The search service in a module worker. */
import { SearchFailure } from "../engine/search-answer.ts";
import { type AskEngine, createService, type FromService, type ToService } from "../engine/service.ts";
import { MANIFEST } from "../index/index-files.ts";

const port = globalThis as unknown as {
  postMessage(message: FromService): void;
  onmessage: (event: MessageEvent<ToService>) => void;
};
let folder = "";

const receive = createService(fetchText, (message) => port.postMessage(message), nextTask, loadEngine);

port.onmessage = ({ data }) => {
  if (data.type === "open") folder = data.folder;
  receive(data);
};

async function fetchText(file: string): Promise<string> {
  const unreachable = () => {
    throw new SearchFailure("unreachable", file);
  };
  const cache = file === MANIFEST ? "no-cache" : "default";
  const response = await fetch(new URL(file, folder), { cache }).catch(unreachable);
  if (response.status === 404 || response.status === 410) throw new SearchFailure("missing", file);
  return response.ok ? response.text().catch(unreachable) : unreachable();
}

async function loadEngine(settings: string): Promise<AskEngine> {
  const { createEngineSearch } = await import("../engines/engine-search.ts");
  return createEngineSearch(JSON.parse(settings));
}

/** A message to ourselves arrives after those that are already waiting. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
