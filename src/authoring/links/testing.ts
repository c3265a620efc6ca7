/** A web server on this machine whose answers a test writes down, for asking it in earnest. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

export interface TestServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** `GET /path`, as they came. */
  readonly requests: readonly string[];
  /** Most requests that were under way at one time. */
  readonly peak: () => number;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, earlier: number) => void;

/** `handler` also gets how often the path was asked before. The server is gone after the test. */
export async function serve(t: TestContext, handler: Handler): Promise<TestServer> {
  const requests: string[] = [];
  const asked = new Map<string, number>();
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const earlier = asked.get(path) ?? 0;
    asked.set(path, earlier + 1);
    requests.push(`${request.method} ${path}`);
    open += 1;
    peak = Math.max(peak, open);
    response.once("close", () => {
      open -= 1;
    });
    handler(request, response, earlier);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, peak: () => peak };
}
