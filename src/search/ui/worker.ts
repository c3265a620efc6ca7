/** The search service in a module worker; nothing but wires. */
import { SearchFailure } from "../engine/search-answer.ts";
import { createService, type FromService, type ToService } from "../engine/service.ts";

const port = globalThis as unknown as {
  postMessage(message: FromService): void;
  onmessage: (event: MessageEvent<ToService>) => void;
};

/** A file beside the pointer, or the pointer itself, whose address is absolute. */
let folder = "";

const receive = createService(fetchText, (message) => port.postMessage(message), nextTask);

port.onmessage = ({ data }) => {
  if (data.type === "open") folder = new URL(".", data.pointer).href;
  receive(data);
};

async function fetchText(file: string): Promise<string> {
  const isManifest = file.startsWith("http");
  const response = await fetch(new URL(file, folder), { cache: isManifest ? "no-cache" : "default" }).catch(() => {
    throw new SearchFailure("unreachable", file);
  });
  if (response.status === 404 || response.status === 410) throw new SearchFailure("gone", file);
  if (!response.ok) throw new SearchFailure("unreachable", file);
  return response.text().catch(() => {
    throw new SearchFailure("unreachable", file);
  });
}

/** A message to ourselves comes after those that are already waiting. */
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
