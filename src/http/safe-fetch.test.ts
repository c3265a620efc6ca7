import assert from "node:assert/strict";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";
import * as zlib from "node:zlib";
import { checkRedirect, type FetchOptions, safeFetch } from "./safe-fetch.ts";
import { serve } from "./testing.ts";

const options: FetchOptions = { accept: ["text/html"], maxBytes: 10_000, timeoutMs: 10_000, allowsLoopback: true };
const html = { "content-type": "text/html; charset=utf-8" };

test("a page comes back complete, with the few headers that callers see, and the connection is closed", async (t) => {
  const server = await serve(t, (_, response) => {
    response.writeHead(200, {
      ...html,
      "last-modified": "Mon, 06 Jul 2026 00:00:00 GMT",
      date: "Mon, 06 Jul 2026 00:00:01 GMT",
      server: "x",
      "set-cookie": "a=b",
    });
    response.end("<p>é");
  });
  const { body, ...rest } = await safeFetch(`${server.origin}/a?b=c#d`, options);
  assert.deepEqual(rest, {
    url: `${server.origin}/a?b=c#d`,
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      date: "Mon, 06 Jul 2026 00:00:01 GMT",
    },
  });
  assert.equal(Buffer.from(body).toString(), "<p>é");
  assert.equal(server.requests[0]?.url, "/a?b=c");
  await server.idle();
});

test("who asks says so plainly, and nothing else", async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(200, html).end());
  await safeFetch(server.origin, options);
  const headers = server.requests[0]?.headers ?? {};
  assert.deepEqual(Object.keys(headers).sort(), ["accept", "accept-encoding", "connection", "host", "user-agent"]);
  assert.match(headers["user-agent"] ?? "", /^Curalog curation \(\+https?:\/\/[^@ ]+\)$/);
  assert.equal(headers.connection, "close");
  assert.equal(headers.accept, "text/html");
});

describe("compressed content is decompressed", () => {
  const text = Buffer.from("<p>é ".repeat(100));
  const cases: [encoding: string, bytes: Uint8Array][] = [
    ["gzip", zlib.gzipSync(text)],
    ["X-GZIP", zlib.gzipSync(text)],
    ["br", zlib.brotliCompressSync(text)],
    ["deflate", zlib.deflateSync(text)],
    ["deflate", zlib.deflateRawSync(text)],
    ["zstd", zlib.zstdCompressSync(text)],
    ["identity", text],
    ["", text],
    ["identity, gzip", zlib.gzipSync(text)],
  ];
  for (const [encoding, bytes] of cases) {
    test(encoding, async (t) => {
      const server = await serve(t, (_, response) => {
        response.writeHead(200, { ...html, "content-encoding": encoding }).end(bytes);
      });
      const { body } = await safeFetch(server.origin, options);
      assert.deepEqual(Buffer.from(body), text);
    });
  }
  test("nothing, though it says it is compressed", async (t) => {
    const server = await serve(t, (_, response) =>
      response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(),
    );
    assert.equal((await safeFetch(server.origin, options)).body.length, 0);
  });
});

test("a limit is the largest that fits", async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(200, html).end("a".repeat(100)));
  assert.equal((await safeFetch(server.origin, { ...options, maxBytes: 100 })).body.length, 100);
  await assert.rejects(safeFetch(server.origin, { ...options, maxBytes: 99 }), { reason: "too-large" });
});

describe("what is wanted", () => {
  const cases: [accept: string[], type: string | undefined, isTaken: boolean][] = [
    [["text/html"], "Text/HTML;charset=utf-8", true],
    [["text/html", "application/xhtml+xml"], "application/xhtml+xml", true],
    [["image/*"], "image/png", true],
    [["*/*"], undefined, true],
    [["*/*"], "application/pdf", true],
    [["image/*"], "imagery/png", false],
    [["text/html"], "text/html2", false],
    [["text/html"], "application/pdf", false],
    [["text/html"], undefined, false],
  ];
  for (const [accept, type, isTaken] of cases) {
    test(`${accept}, and it is ${type}`, async (t) => {
      const server = await serve(t, (_, response) =>
        response.writeHead(200, type ? { "content-type": type } : {}).end("x"),
      );
      const asked = safeFetch(server.origin, { ...options, accept });
      if (isTaken) assert.equal((await asked).status, 200);
      else await assert.rejects(asked, { reason: "wrong-type" });
    });
  }

  test("where a longer body is wanted in part, its beginning comes, and no more is decompressed", async (t) => {
    const text = "0123456789".repeat(100_000);
    const server = await serve(t, ({ url }, response) => {
      const encoding = url?.slice(1) ?? "";
      const body =
        { gzip: zlib.gzipSync(text), deflate: zlib.deflateSync(text), br: zlib.brotliCompressSync(text) }[encoding] ??
        text;
      response.writeHead(200, { "content-type": "text/html", ...(encoding && { "content-encoding": encoding }) });
      response.end(body);
    });
    for (const path of ["/", "/gzip", "/deflate", "/br"]) {
      const part = await safeFetch(`${server.origin}${path}`, { ...options, truncates: true });
      assert.equal(Buffer.from(part.body).toString(), text.slice(0, options.maxBytes), path);
      const whole = await safeFetch(`${server.origin}${path}`, { ...options, truncates: true, maxBytes: 2_000_000 });
      assert.equal(whole.body.length, text.length, path);
    }
  });

  test("a range of media types may say how much it is wanted", async (t) => {
    const server = await serve(t, (_request, response) =>
      response.writeHead(200, { "content-type": "image/png" }).end("png"),
    );
    const accept = ["text/html", "*/*;q=0.8"];
    assert.equal((await safeFetch(server.origin, { ...options, accept })).status, 200);
    assert.equal(server.requests[0]?.headers.accept, "text/html, */*;q=0.8");
  });
});

describe("redirects are followed", () => {
  const cases: [location: string, url: string][] = [
    ["/end", "/end#part"],
    ["end?x=y", "/start/end?x=y#part"],
    ["?page=2", "/start/?page=2#part"],
    ["../end#other", "/end#other"],
    ["/ä b", "/%C3%A4%20b#part"],
  ];
  for (const [location, url] of cases) {
    test(location, async (t) => {
      const server = await serve(t, (request, response) => {
        if (request.url !== "/start/") response.writeHead(200, html).end("x");
        else response.writeHead(302, { location: Buffer.from(location).toString("latin1") }).end();
      });
      const fetched = await safeFetch(`${server.origin}/start/#part`, options);
      assert.equal(fetched.url, `${server.origin}${url}`);
      await server.idle();
    });
  }

  test("five at most, of every kind", async (t) => {
    const kinds = [301, 302, 303, 307, 308];
    const server = await serve(t, (request, response) => {
      const step = Number(request.url?.slice(1));
      const kind = kinds[step];
      if (kind) response.writeHead(kind, { location: `/${step + 1}` }).end("moved");
      else response.writeHead(200, html).end("x");
    });
    assert.equal((await safeFetch(`${server.origin}/0`, options)).url, `${server.origin}/5`);
    assert.equal(server.requests.length, 6);
  });
});

describe("where a redirect may lead", () => {
  const cases: [from: string, location: string, expected: string | RegExp][] = [
    ["http://example.com/a", "https://example.com/a", "https://example.com/a"],
    ["https://example.com/a", "https://other.example/", "https://other.example/"],
    ["https://example.com/a", "//other.example/", "https://other.example/"],
    [
      "https://example.com/a",
      "http://example.com/a",
      /^https:\/\/example\.com\/a redirects to http:.* from https to http/,
    ],
    ["https://example.com/a", "https://localhost:4321/", /which is this machine, but not the server/],
    ["http://localhost:4321/", "http://localhost:4321/b", "http://localhost:4321/b"],
    ["http://localhost:4321/", "http://localhost:4322/b", /which is this machine, but not the server/],
    ["http://localhost:4321/", "http://127.0.0.1:4321/b", /which is this machine, but not the server/],
    ["http://localhost:4321/", "https://example.com/", "https://example.com/"],
    [
      "https://example.com/?key=hunter2",
      "ftp://x:hunter2@example.com/?key=hunter2",
      /^https:\/\/example\.com\/\?key=… redirects to ftp:\/\/example\.com\/\?key=…, which is of the kind/,
    ],
  ];
  for (const [from, location, expected] of cases) {
    test(`${from} to ${location}`, () => {
      const check = () => checkRedirect(location, new URL(from), new URL(from), { allowsLoopback: true }).url.href;
      if (typeof expected === "string") assert.equal(check(), expected);
      else assert.throws(check, { name: "FetchError", message: expected });
    });
  }
});

test("a status that brings no content is told, with when to come back", async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(429, { "retry-after": "120" }).end("no"));
  await assert.rejects(safeFetch(server.origin, options), {
    name: "FetchError",
    reason: "status",
    status: 429,
    retryAfter: 120_000,
    message: /answers with status 429\./,
  });
  await server.idle();
});

describe("credentials", () => {
  const authorization = "Basic c2VjcmV0";
  const seenBy = (server: { requests: readonly { headers: { authorization?: string | undefined } }[] }) =>
    server.requests.map(({ headers }) => headers.authorization);

  test("are sent to their origin, and along redirects within it", async (t) => {
    const server = await serve(t, (request, response) =>
      request.url === "/a" ? response.writeHead(302, { location: "/b" }).end() : response.writeHead(200, html).end("x"),
    );
    await safeFetch(`${server.origin}/a`, { ...options, credentials: { origin: server.origin, authorization } });
    assert.deepEqual(seenBy(server), [authorization, authorization]);
  });

  test("are dropped on a redirect to another origin, and stay dropped on the way back", async (t) => {
    const home = await serve(t, (request, response) => {
      if (request.url === "/back") response.writeHead(200, html).end("back");
      else response.writeHead(302, { location: `${other.origin}/` }).end();
    });
    const other = await serve(t, (_, response) => response.writeHead(302, { location: `${home.origin}/back` }).end());
    const credentials = { origin: home.origin, authorization };
    const { url } = await safeFetch(home.origin, { ...options, allowsPrivate: true, credentials });
    assert.equal(url, `${home.origin}/back`);
    assert.deepEqual([seenBy(home), seenBy(other)], [[authorization, undefined], [undefined]]);
  });

  test("are not sent to another origin that is requested first", async (t) => {
    const server = await serve(t, (_, response) => response.writeHead(200, html).end("x"));
    await safeFetch(server.origin, { ...options, credentials: { origin: "https://example.com", authorization } });
    assert.deepEqual(seenBy(server), [undefined]);
  });
});

test("what is sent arrives with its type and the key in the header that was named; a redirect of it is refused", async (t) => {
  const bodies: string[] = [];
  const server = await serve(t, async (request, response) => {
    bodies.push(await text(request));
    if (request.url === "/moved") response.writeHead(307, { location: "/" }).end();
    else response.writeHead(200, html).end("x");
  });
  const body = { type: "application/json", text: '{"a":"ä"}' };
  const credentials = { origin: server.origin, header: "x-key", authorization: "secret" };
  await safeFetch(server.origin, { ...options, method: "PATCH", body, credentials });
  const [request] = server.requests;
  assert.deepEqual(
    [request?.method, request?.headers["content-type"], request?.headers["x-key"], request?.headers.authorization],
    ["PATCH", body.type, "secret", undefined],
  );
  await assert.rejects(safeFetch(`${server.origin}/moved`, { ...options, method: "POST", body }), {
    reason: "bad-redirect",
    message: /answers 307, a redirect, to what was sent there\./,
  });
  assert.deepEqual(bodies, [body.text, body.text]);
});

test("a redirect to another origin is refused where the caller wants none", async (t) => {
  const other = await serve(t, (_, response) => response.writeHead(200, html).end("x"));
  const home = await serve(t, (_, response) => response.writeHead(302, { location: `${other.origin}/?key=1` }).end());
  await assert.rejects(safeFetch(home.origin, { ...options, allowsPrivate: true, sameOrigin: true }), {
    reason: "other-origin",
    message: /redirects to http:\S+\/\?key=…, which is another server\./,
  });
  assert.equal(other.connections(), 0);
});

test("a response of any status is returned where the caller wants it", async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(503, html).end("busy"));
  const { status, body } = await safeFetch(server.origin, { ...options, anyStatus: true });
  assert.deepEqual([status, Buffer.from(body).toString()], [503, "busy"]);
});
