/**
 * A search engine on this machine that speaks the protocol of another, for tests. It compares every request and every
 * answer with the engine's own description; it finds with the built-in search, so that answers can be compared.
 */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { EngineName } from "../../src/config/search-engine.ts";
import { toKeyHeader } from "../../src/search/engines/key-header.ts";
import { readDescription, type SentRequest } from "./description.ts";
import { createMeilisearch } from "./loopback-meilisearch.ts";
import { createOpenSearch } from "./loopback-opensearch.ts";
import { type EngineAnswer, type Protocol, type State, toValues } from "./loopback-protocol.ts";
import { createTypesense } from "./loopback-typesense.ts";

export interface LoopbackEngine extends State {
  readonly origin: string;
  /** What was requested, as `POST /collections`. */
  readonly requests: string[];
  /** What was wrong with requests and answers. */
  readonly violations: string[];
  /** Answers a request in the place of the engine, or lets it; with `lose` it does what is asked, and its answer is lost. */
  intercept: (request: SentRequest) => EngineAnswer | "hang" | "lose" | undefined;
  close(): Promise<void>;
}

const protocols = { opensearch: createOpenSearch, typesense: createTypesense, meilisearch: createMeilisearch };

export const KEY = "reader:secret-of-the-tests";

/** `allowedOrigin` is the site whose pages may ask. */
export async function startEngine(name: EngineName, allowedOrigin = ""): Promise<LoopbackEngine> {
  const description = readDescription(name);
  const state: State = { indexes: new Map(), aliases: new Map(), synonyms: new Map() };
  const answer: Protocol = protocols[name](state);
  const keyHeader = toKeyHeader(name, KEY);
  const server = createServer((request, response) => {
    const headers = {
      "access-control-allow-origin": allowedOrigin,
      "access-control-allow-headers": "*, authorization",
    };
    if (request.method === "OPTIONS") {
      response.writeHead(204, { ...headers, "access-control-allow-methods": "GET, POST" }).end();
      return;
    }
    respond(request).then(
      (found) => {
        if (found === "hang") return;
        if (found === "lose") return void response.destroy();
        const isText = typeof found.body === "string";
        const type = isText ? "text/plain" : "application/json";
        response.writeHead(found.status, { ...headers, "content-type": type });
        response.end(isText ? found.body : JSON.stringify(found.body));
      },
      (error: unknown) => {
        engine.violations.push(String(error instanceof Error ? error.stack : error));
        response.writeHead(500, headers).end("{}");
      },
    );
  });

  async function respond(incoming: IncomingMessage): Promise<EngineAnswer | "hang" | "lose"> {
    const request = await readRequest(incoming);
    engine.requests.push(`${request.method} ${request.path}`);
    const instead = engine.intercept(request);
    if (instead && instead !== "lose") return instead;
    if (incoming.headers[keyHeader.header] !== keyHeader.value) return { status: 401, body: { message: "no key" } };
    const { operation, violations } = description.checkRequest(request);
    engine.violations.push(...violations);
    if (violations.length > 0) return { status: 400, body: { message: violations.join("; ") } };
    const found = await answer(request);
    engine.violations.push(...description.checkAnswer(operation, found.status, found.body));
    return instead ?? found;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const engine: LoopbackEngine = {
    origin: `http://127.0.0.1:${port}`,
    ...state,
    requests: [],
    violations: [],
    intercept: () => undefined,
    close: () => close(server),
  };
  return engine;
}

async function readRequest(incoming: IncomingMessage): Promise<SentRequest> {
  const url = new URL(incoming.url ?? "/", "http://a.example");
  const sent = await text(incoming);
  const type = (incoming.headers["content-type"] ?? "").split(";")[0] ?? "";
  const toBody = () => {
    if (sent === "") return undefined;
    if (type.endsWith("ndjson")) return toValues(sent);
    return type.endsWith("json") ? JSON.parse(sent) : sent;
  };
  const { pathname, searchParams: query } = url;
  return { method: incoming.method ?? "", path: decodeURIComponent(pathname), query, body: toBody(), type };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
