/** Servers on this machine for tests, which record their requests. */
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from "node:net";
import type { TestContext } from "node:test";

interface Listening {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly port: number;
  readonly connections: () => number;
  /** Resolves when no connection is open any more. */
  readonly idle: () => Promise<void>;
}

export interface TestServer extends Listening {
  readonly requests: readonly IncomingMessage[];
  /** Most requests that were under way at one time. */
  readonly peak: () => number;
}

/** The server is gone after the test. */
export async function serve(t: TestContext, answer: RequestListener, host = "127.0.0.1"): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  let open = 0;
  let peak = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    open += 1;
    peak = Math.max(peak, open);
    response.once("close", () => {
      open -= 1;
    });
    answer(request, response);
  });
  return { ...(await listen(t, server, host)), requests, peak: () => peak };
}

/** A server that writes what it likes, HTTP or not. */
export async function serveRaw(t: TestContext, answer: (socket: Socket) => void): Promise<Listening> {
  const server = createRawServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  return listen(t, server, "127.0.0.1");
}

export async function listen(t: TestContext, server: Server, host: string): Promise<Listening> {
  const open = new Set<Socket>();
  let total = 0;
  server.on("connection", (socket) => {
    total += 1;
    open.add(socket);
    socket.on("close", () => {
      open.delete(socket);
      server.emit("left");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  t.after(() => {
    for (const socket of open) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    connections: () => total,
    async idle() {
      while (open.size > 0) await new Promise((resolve) => server.once("left", resolve));
    },
  };
}
