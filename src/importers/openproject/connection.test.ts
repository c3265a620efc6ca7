import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, type TestContext, test } from "node:test";
import { inspect } from "node:util";
import { InputError, UsageError } from "../../cli/command.ts";
import { serve } from "../../http/testing.ts";
import { ApiError, createConnection, readBaseUrl, readToken } from "./connection.ts";
import { sendError, TOKEN } from "./testing.ts";

describe("the address of the instance", () => {
  const given = [
    ["https://op.example", "https://op.example/"],
    ["https://op.example/sub/", "https://op.example/sub/"],
    ["https://op.example/api/v3/?a=1#b", "https://op.example/"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000/"],
    ["http://[::1]/", "http://[::1]/"],
    ["http://localhost/", "http://localhost/"],
  ] as const;
  for (const [text, href] of given) test(text, () => assert.equal(readBaseUrl(text).href, href));
  const refused = [
    "http://op.example",
    "http://127.0.0.1.example",
    "ftp://op.example",
    "op.example",
    "http://10.0.0.1",
    "",
  ];
  for (const text of refused) test(`not '${text}'`, () => assert.throws(() => readBaseUrl(text), UsageError));
  test("is not repeated when it holds a password", () => {
    assert.throws(
      () => readBaseUrl(`https://apikey:${TOKEN}@op.example`),
      (error) => isSilent(error),
    );
  });
});

describe("the token", () => {
  test("is needed", () => assert.throws(() => readToken(" "), InputError));
  test("is not repeated when it is none", () => {
    assert.throws(
      () => readToken(`${TOKEN}\n${TOKEN}`),
      (error) => isSilent(error),
    );
  });
});

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => unknown;

async function open(t: TestContext, handler: Handler, timeout?: number) {
  const seen: (string | undefined)[] = [];
  const waits: number[] = [];
  const { origin } = await serve(t, (request, response) => {
    seen.push(request.headers.authorization);
    handler(request, response, seen.length);
  });
  const url = new URL(origin);
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  const connection = createConnection({ baseUrl: url, token: TOKEN, wait, ...(timeout ? { timeout } : {}) });
  const get = async (path = "a", request = {}) =>
    Buffer.from(await connection.get(new URL(path, url), { accept: ["*/*"], maxBytes: 1000, ...request })).toString();
  return { get, seen, waits, url };
}

/** True when nothing that could be printed of the error holds the token, as it is or encoded. */
function isSilent(error: unknown): boolean {
  const rendered = `${inspect(error, { depth: 9, showHidden: true })} ${error instanceof Error ? error.stack : ""}`;
  assert.ok(!rendered.includes(TOKEN.slice(6)), rendered);
  assert.ok(!rendered.includes(Buffer.from(`apikey:${TOKEN}`).toString("base64").slice(12, 40)), rendered);
  return true;
}

const isError = (status: unknown, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ApiError, String(error));
  assert.equal(error.status, status);
  assert.match(error.message, message);
  return isSilent(error);
};

describe("an answer", () => {
  test("comes with the token", async (t) => {
    const { get, seen } = await open(t, (_request, response) => response.end("yes"));
    assert.equal(await get(), "yes");
    assert.deepEqual(seen, [`Basic ${Buffer.from(`apikey:${TOKEN}`).toString("base64")}`]);
  });
  test("that refuses the token names the variable, and not the token that it repeats", async (t) => {
    const { get } = await open(t, (request, response) =>
      sendError(response, 401, `Not ${TOKEN} ${request.headers.authorization}`),
    );
    await assert.rejects(get(), isError(401, /OPENPROJECT_TOKEN \(401\): Not \*\*\* Basic \*\*\*$/));
  });
  test("404 may mean 403", async (t) => {
    const { get, seen } = await open(t, (_request, response) => sendError(response, 404, "Not\u001b[31m found."));
    await assert.rejects(
      get(),
      isError(404, /does not exist, or the token may not see it: .*: Not\uFFFD\[31m found\.$/),
    );
    assert.equal(seen.length, 1);
  });
  test("that is too long is not read", async (t) => {
    const { get } = await open(t, (_request, response) => response.end("x".repeat(2000)));
    await assert.rejects(get(), isError(undefined, /larger than 1000 bytes/));
  });
  test("that is too long and does not say so is not read", async (t) => {
    const { get } = await open(t, (_request, response) => {
      response.write("x".repeat(600));
      response.end("x".repeat(600));
    });
    await assert.rejects(get(), isError(undefined, /larger than 1000 bytes/));
  });
});

describe("a failure that passes", () => {
  test("is waited for, twice as long each time", async (t) => {
    const { get, waits } = await open(t, (_request, response, attempt) =>
      attempt < 4 ? sendError(response, 503, "Busy") : response.end("yes"),
    );
    assert.equal(await get(), "yes");
    assert.deepEqual(waits, [500, 1000, 2000]);
  });
  test("is waited for as long as the server asks, in seconds or until a time of its own clock", async (t) => {
    const dates = { date: "Fri, 17 May 2024 08:00:00 GMT", "retry-after": "Fri, 17 May 2024 08:00:09 GMT" };
    const { get, waits } = await open(t, (_request, response, attempt) =>
      attempt > 2
        ? response.end("yes")
        : sendError(response, 429, "Slow", attempt === 1 ? { "retry-after": "7" } : dates),
    );
    assert.equal(await get(), "yes");
    assert.deepEqual(waits, [7000, 9000]);
  });
  test("is not waited for when the server asks for hours", async (t) => {
    const { get, waits } = await open(t, (_request, response) =>
      sendError(response, 429, "Slow", { "retry-after": "7200" }),
    );
    await assert.rejects(get(), isError(429, /asks to wait 7200 seconds/));
    assert.deepEqual(waits, []);
  });
  test("is told after five attempts", async (t) => {
    const { get, seen } = await open(t, (_request, response) => sendError(response, 500, "Oops"));
    await assert.rejects(get(), isError(500, /answers 500: Oops/));
    assert.equal(seen.length, 5);
  });
  test("is a connection that is cut, before the answer or in it", async (t) => {
    const { get } = await open(t, (request, response, attempt) => {
      if (attempt === 1) request.socket.destroy();
      else if (attempt === 2) {
        response.writeHead(200, { "content-length": "500" });
        response.write("half", () => request.socket.destroy());
      } else response.end("whole");
    });
    assert.equal(await get(), "whole");
  });
  test("is an answer that does not come", async (t) => {
    const { get, waits } = await open(t, () => {}, 20);
    await assert.rejects(get(), isError("none", /was not complete after 0\.02 s/));
    // Counted here: on a busy machine the time may be up before the server has seen the request.
    assert.deepEqual(waits, [500, 1000, 2000, 4000]);
  });
});

describe("a redirect", () => {
  const redirect = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end();
  test("to another origin goes there without the token, and stays without it on the way back", async (t) => {
    const home = await open(t, (request, response) =>
      request.url === "/back" ? response.end("back") : redirect(response, `${other.url.href}there?signature=secret`),
    );
    const other = await open(t, (_request, response) => redirect(response, `${home.url.href}back`));
    assert.equal(await home.get("a", { mayLeave: true }), "back");
    assert.deepEqual(other.seen, [undefined]);
    assert.deepEqual(
      home.seen.map((header) => header === undefined),
      [false, true],
    );
  });
  test("to another origin is not followed for data", async (t) => {
    const other = await open(t, (_request, response) => response.end("there"));
    const home = await open(t, (_request, response) => redirect(response, `${other.url.href}there?signature=secret`));
    await assert.rejects(
      home.get(),
      (error) =>
        isError(undefined, /redirects to http:\S+, which is another server.*as --url/)(error) &&
        !/secret/.test(String(error)),
    );
    assert.deepEqual(other.seen, []);
  });
});
