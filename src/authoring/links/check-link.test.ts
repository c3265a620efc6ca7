import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type TestContext, test } from "node:test";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { type RateLimits, rateLimits } from "../../http/rate-limits.ts";
import { serve } from "../../http/testing.ts";
import { checkLink } from "./check-link.ts";
import { createRequestLink } from "./request-link.ts";

/** `earlier` is how often the server was asked before. */
type Handler = (request: IncomingMessage, response: ServerResponse, earlier: number) => unknown;

/** What a link of a server comes to, what was asked, and how long was waited, without waiting. */
async function check(t: TestContext, handler: Handler, path = "/page") {
  const { origin, requests } = await serve(t, (request, response) => handler(request, response, requests.length - 1));
  const waits: number[] = [];
  const calm: RateLimits = { ...rateLimits, sleep: async (ms) => void waits.push(ms) };
  const requestLink = createRequestLink({ timeoutMs: 300, allowsLoopback: true });
  const { result, detail, isHostBusy } = await checkLink(`${origin}${path}`, requestLink, calm);
  return { result, detail, isHostBusy, requests, waits };
}

const answer =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    response.writeHead(status, headers).end("A page.");

test("a page that answers is alive, and so is a long one", async (t) => {
  assert.equal((await check(t, answer(200))).result, "alive");
  assert.equal((await check(t, answer(204))).result, "alive");
  const long = await check(t, (_request, response) => void response.end("x".repeat(100_000)));
  assert.deepEqual([long.result, long.requests.length], ["alive", 1]);
});

test("of a body without end only a little is read", async (t) => {
  const endless = await check(t, (_request, response) => {
    const timer = setInterval(() => response.write("x".repeat(60_000)), 5);
    response.once("close", () => clearInterval(timer));
  });
  assert.equal(endless.result, "alive");
});

test("a redirect counts as what it leads to", async (t) => {
  const handler: Handler = ({ url }, response) =>
    url === "/new" ? response.end("Here.") : response.writeHead(301, { location: "/new" }).end();
  assert.equal((await check(t, handler)).result, "alive");
  const nowhere: Handler = ({ url }, response) =>
    url === "/new" ? response.writeHead(404).end() : response.writeHead(301, { location: "/new" }).end();
  assert.equal((await check(t, nowhere)).result, "dead");
});

test("404 and 410 mean dead", async (t) => {
  for (const status of [404, 410]) {
    const { result, detail, requests } = await check(t, answer(status));
    assert.deepEqual([result, detail], ["dead", `status ${status}`]);
    assert.deepEqual(
      requests.map(({ method, url }) => `${method} ${url}`),
      ["GET /page"],
    );
  }
});

test("a link is asked for as a browser asks", async (t) => {
  for (const [header, wanted] of [
    ["accept", /^text\/html, application\/xhtml\+xml,.*\*\/\*;q=0\.8$/],
    ["accept-encoding", /gzip/],
    ["user-agent", /./],
  ] as const) {
    for (const status of [404, 406, 410]) {
      const handler: Handler = ({ headers, method }, response) =>
        response.writeHead(method === "GET" && wanted.test(String(headers[header])) ? 200 : status).end("A page.");
      assert.equal((await check(t, handler)).result, "alive", `${header}, else ${status}`);
    }
  }
});

test("a page that is not the one that was asked for is no living link", async (t) => {
  const home: Handler = ({ url }, response) =>
    url === "/" ? response.end("<title>Acme</title>") : response.writeHead(302, { location: "/" }).end();
  const led = await check(t, home);
  assert.equal(led.result, "doubtful");
  assert.match(led.detail, /^status 200, but redirects to the home page http:\/\/127\.0\.0\.1:\d+\/$/);

  const soft = await check(t, (_request, response) => void response.end("<title>Page not found | Acme</title>"));
  assert.deepEqual([soft.result, soft.detail], ["doubtful", "status 200, but says that the page was not found"]);
  const long = `<title>404</title>${randomBytes(100_000).toString("base64")}`;
  for (const [encoding, body] of [
    ["gzip", gzipSync(long)],
    ["deflate", deflateSync(long)],
    ["br", brotliCompressSync(long, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ] as const) {
    const handler: Handler = (_request, response) =>
      response.writeHead(200, { "content-encoding": encoding, "content-type": "text/html" }).end(body);
    assert.equal((await check(t, handler)).result, "doubtful", encoding);
  }
  const slash: Handler = ({ url }, response) =>
    url === "/page/" ? response.end("Here.") : response.writeHead(301, { location: "/page/" }).end();
  assert.equal((await check(t, slash)).result, "alive");
});

test("a wall before the page leaves it unclear", async (t) => {
  for (const status of [202, 403, 429, 503])
    assert.equal((await check(t, answer(status))).result, "unclear", `${status}`);
  const robots: Handler = (_request, response) => void response.end("<title>Just a moment...</title>");
  assert.equal((await check(t, robots)).result, "unclear");
  const login: Handler = ({ url }, response) =>
    url === "/login" ? response.end("Sign in") : response.writeHead(302, { location: "/login" }).end();
  assert.equal((await check(t, login)).result, "unclear");
});

test("a refusal says nothing about the page", async (t) => {
  for (const status of [400, 401, 403, 451]) {
    const { result, detail, isHostBusy } = await check(t, answer(status));
    assert.deepEqual([result, detail, isHostBusy], ["unclear", `status ${status}`, false]);
  }
});

test("an error of the server is tried again, with longer and longer pauses", async (t) => {
  const flaky: Handler = (_request, response, earlier) => response.writeHead(earlier < 2 ? 503 : 200).end();
  const recovered = await check(t, flaky);
  assert.deepEqual([recovered.result, recovered.waits], ["alive", [2000, 4000]]);
  const broken = await check(t, answer(500));
  assert.deepEqual([broken.result, broken.requests.length, broken.waits], ["unclear", 3, [2000, 4000]]);
});

test("a connection that breaks is tried again", async (t) => {
  const flaky: Handler = ({ socket }, response, earlier) => void (earlier === 0 ? socket.destroy() : response.end("A"));
  assert.equal((await check(t, flaky)).result, "alive");
  const broken = await check(t, ({ socket }) => void socket.destroy());
  assert.deepEqual([broken.result, broken.requests.length], ["unclear", 3]);
});

test("a server that does not answer in time leaves it unclear", async (t) => {
  const { result, detail } = await check(t, () => {});
  assert.deepEqual([result, detail], ["unclear", "no answer: too slow"]);
});

test("Retry-After is waited for where that is short, and else the host is left alone", async (t) => {
  const handler: Handler = (_request, response, earlier) =>
    response.writeHead(earlier === 0 ? 429 : 200, { "retry-after": "7" }).end();
  const patient = await check(t, handler);
  assert.deepEqual([patient.result, patient.waits], ["alive", [7000]]);

  const busy = await check(t, answer(429, { "retry-after": "3600" }));
  assert.deepEqual([busy.result, busy.isHostBusy, busy.requests.length], ["unclear", true, 1]);
  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  const dated = await check(t, answer(503, { date, "retry-after": "Wed, 21 Oct 2026 07:28:09 GMT" }));
  assert.deepEqual([dated.isHostBusy, dated.waits], [false, [9000, 9000]]);
  const muchLater = await check(t, answer(503, { date, "retry-after": "Wed, 21 Oct 2026 09:28:00 GMT" }));
  assert.deepEqual([muchLater.result, muchLater.isHostBusy], ["unclear", true]);
  const silent = await check(t, answer(429));
  assert.deepEqual([silent.isHostBusy, silent.requests.length], [true, 3]);
});

test("a host that the name service does not know is dead; one that it cannot look up is unclear", async () => {
  const asked = (code: string) => {
    const resolve = () => Promise.reject(Object.assign(new Error(code), { code }));
    const requestLink = createRequestLink({ timeoutMs: 300, resolve });
    return checkLink("https://gone.example.com/", requestLink, { ...rateLimits, sleep: async () => {} });
  };
  const gone = await asked("ENOTFOUND");
  assert.deepEqual([gone.result, gone.detail, gone.isAnswered], ["dead", "the host has no address", false]);
  assert.equal((await asked("EAI_AGAIN")).result, "unclear");
});

test("an address that is not public is not asked", async (t) => {
  const { origin, requests } = await serve(t, (_request, response) => response.end());
  const requestLink = createRequestLink({ timeoutMs: 300 });
  const { result, detail } = await checkLink(origin, requestLink, { ...rateLimits, sleep: async () => {} });
  assert.deepEqual([result, detail, requests], ["unclear", "no answer: not public", []]);
});
