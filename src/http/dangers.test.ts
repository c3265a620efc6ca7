import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { describe, type TestContext, test } from "node:test";
import * as zlib from "node:zlib";
import { FetchError, type FetchReason } from "./fetch-error.ts";
import { fetchPage } from "./fetch-page.ts";
import { type FetchOptions, type Resolver, safeFetch } from "./safe-fetch.ts";
import { serve, serveRaw } from "./testing.ts";

/** Long enough that no other limit of a test comes after it. */
const PATIENT = 20_000;
/** For what would never end. */
const IMPATIENT = 300;

const options: FetchOptions = { accept: ["text/html"], maxBytes: 100_000, timeoutMs: PATIENT, allowsLoopback: true };
const html = { "content-type": "text/html" };

interface Expected {
  readonly reason: FetchReason;
  readonly message: RegExp;
}

/** Every address that a connection was tried to while the test runs. */
function watchConnections(t: TestContext): readonly string[] {
  const tried: string[] = [];
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.on("connectionAttempt", (address) => tried.push(address));
  };
  subscribe("net.client.socket", watch);
  t.after(() => unsubscribe("net.client.socket", watch));
  return tried;
}

describe("redirects to where nobody may be sent", () => {
  const cases: [location: string, expected: Expected][] = [
    [
      "http://10.0.0.1/",
      { reason: "not-public", message: /redirects to http:\/\/10\.0\.0\.1\/, which is a private address/ },
    ],
    ["http://169.254.169.254/latest/meta-data/", { reason: "not-public", message: /link-local/ }],
    ["http://[::1]/", { reason: "not-public", message: /this machine, but not the server that was requested/ }],
    ["http://[::1]:PORT/", { reason: "not-public", message: /this machine, but not the server/ }],
    ["http://localhost:PORT/", { reason: "not-public", message: /this machine, but not the server/ }],
    ["http://127.0.0.1:1/", { reason: "not-public", message: /this machine, but not the server/ }],
    ["http://127.0.0.2:PORT/", { reason: "not-public", message: /this machine, but not the server/ }],
    ["http://0.0.0.0:PORT/", { reason: "not-public", message: /uses port/ }],
    ["http://0.0.0.0/", { reason: "not-public", message: /no or any machine/ }],
    ["http://[::ffff:127.0.0.1]/", { reason: "not-public", message: /disguise/ }],
    ["http://2130706433:PORT/", { reason: "not-public", message: /hides the address 127\.0\.0\.1/ }],
    ["http://0x7f000001:PORT/", { reason: "not-public", message: /hides the address 127\.0\.0\.1/ }],
    ["http://017700000001:PORT/", { reason: "not-public", message: /hides the address 127\.0\.0\.1/ }],
    ["http://127.1:PORT/", { reason: "not-public", message: /hides the address 127\.0\.0\.1/ }],
    ["//127.1:PORT/", { reason: "not-public", message: /hides the address 127\.0\.0\.1/ }],
    ["http://127.0.0.1.:PORT/", { reason: "bad-url", message: /ends in a dot/ }],
    ["http://[fe80::1%25lo]/", { reason: "bad-url", message: /network interface/ }],
    ["http://me:hunter2@127.0.0.1:PORT/", { reason: "bad-url", message: /carries a name or password/ }],
    ["file:///etc/passwd", { reason: "bad-url", message: /'file:'/ }],
    ["data:text/html,x", { reason: "bad-url", message: /'data:'/ }],
    ["http://", { reason: "bad-url", message: /is not a web address/ }],
    ["https://example.com:8443/", { reason: "not-public", message: /uses port 8443/ }],
  ];
  for (const [location, expected] of cases) {
    test(location, async (t) => {
      const server = await serve(t, (request, response) => {
        response.writeHead(302, { location: location.replace("PORT", String(request.socket.localPort)) }).end();
      });
      const tried = watchConnections(t);
      const error: unknown = await safeFetch(server.origin, options).catch((thrown) => thrown);
      assert.ok(error instanceof FetchError && !error.message.includes("hunter2"));
      assert.equal(error.reason, expected.reason);
      assert.match(error.message, expected.message);
      assert.deepEqual(tried, ["127.0.0.1"]);
      await server.idle();
    });
  }
});

describe("redirects that come to nothing", () => {
  const cases: [name: string, answer: RequestListener, expected: Expected, asked: number][] = [
    [
      "six of them",
      (request, response) => response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
      { reason: "too-many-redirects", message: /redirects more than 5 times/ },
      6,
    ],
    [
      "to itself",
      (_, response) => response.writeHead(302, { location: "#x", "set-cookie": "seen=1" }).end(),
      { reason: "too-many-redirects", message: /in a circle, .* want cookies/ },
      1,
    ],
    [
      "in a circle",
      (request, response) => response.writeHead(302, { location: request.url === "/0" ? "/1" : "/0" }).end(),
      { reason: "too-many-redirects", message: /in a circle/ },
      2,
    ],
    [
      "without an address",
      (_, response) => response.writeHead(302).end(),
      { reason: "bad-redirect", message: /answers 302, a redirect, with no address\./ },
      1,
    ],
    [
      "with an empty address",
      (_, response) => response.writeHead(302, { location: "" }).end(),
      { reason: "bad-redirect", message: /no address that can be read/ },
      1,
    ],
    [
      "with two addresses",
      (_, response) =>
        response
          .writeHead(
            302,
            [
              ["location", "/1"],
              ["location", "/2"],
            ].flat(),
          )
          .end(),
      { reason: "bad-redirect", message: /no address that can be read/ },
      1,
    ],
    [
      "of a kind that needs a choice",
      (_, response) => response.writeHead(300, { location: "/1" }).end(),
      { reason: "status", message: /status 300/ },
      1,
    ],
  ];
  for (const [name, answer, expected, asked] of cases) {
    test(name, async (t) => {
      const server = await serve(t, answer);
      await assert.rejects(safeFetch(`${server.origin}/0`, options), { name: "FetchError", ...expected });
      assert.equal(server.requests.length, asked);
      await server.idle();
    });
  }
});

describe("names that change what they stand for", () => {
  const ok: RequestListener = (_, response) => response.writeHead(200, html).end("x");

  /** Answers in turn, and the last one from then on; counts how often it is asked. */
  function resolverOf(...answers: string[][]) {
    const asked: string[] = [];
    const resolve: Resolver = async (host) => {
      asked.push(host);
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? [];
      return answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    };
    return { asked, resolve };
  }

  test("a public address first, loopback after: only the first is connected to", async (t) => {
    // Given to nobody: within the range of public addresses, and no network announces it.
    const nowhere = "3ffe::1";
    const { asked, resolve } = resolverOf([nowhere], ["127.0.0.1"]);
    const tried = watchConnections(t);
    await assert.rejects(safeFetch("http://changing.example/", { ...options, timeoutMs: IMPATIENT, resolve }), {
      reason: /unreachable|too-slow/,
    });
    assert.deepEqual(tried, [nowhere]);
    assert.deepEqual(asked, ["changing.example"]);
  });

  test("another machine after the check: the one that was checked is connected to", async (t) => {
    const server = await serve(t, ok);
    const { asked, resolve } = resolverOf(["127.0.0.1"], ["127.0.0.2"]);
    const tried = watchConnections(t);
    await safeFetch(`http://changing.localhost:${server.port}/`, { ...options, resolve });
    assert.deepEqual([tried, asked], [["127.0.0.1"], ["changing.localhost"]]);
    assert.equal(server.requests[0]?.headers.host, `changing.localhost:${server.port}`);
  });

  test("between two redirects: the second answer is checked like the first", async (t) => {
    const server = await serve(t, (_, response) => response.writeHead(302, { location: "/next" }).end());
    const { resolve } = resolverOf(["127.0.0.1"], ["10.0.0.1"]);
    const tried = watchConnections(t);
    await assert.rejects(safeFetch(`http://changing.localhost:${server.port}/`, { ...options, resolve }), {
      reason: "not-public",
      message: /leads to 10\.0\.0\.1, which is not this machine, though the name says so/,
    });
    assert.deepEqual(tried, ["127.0.0.1"]);
  });

  const refused: [answer: string[], why: RegExp][] = [
    [["127.0.0.1"], /leads to 127\.0\.0\.1, which is a loopback address/],
    [["1.1.1.1", "10.0.0.1"], /leads to 10\.0\.0\.1, which is a private address/],
    [["1.1.1.1", "2606:4700::1111", "::1"], /leads to ::1, which is a loopback address/],
    [["::ffff:127.0.0.1"], /disguise/],
    [["64:ff9b::7f00:1"], /NAT64/],
    [["fe80::1%lo"], /network interface/],
    [["127.1"], /is not an IP address/],
  ];
  for (const [answer, why] of refused) {
    test(`a public name that stands for ${answer.join(" and ")}, even where loopback is allowed`, async (t) => {
      const { resolve } = resolverOf(answer);
      const tried = watchConnections(t);
      for (const allowsLoopback of [false, true]) {
        await assert.rejects(safeFetch("http://public.example/", { ...options, allowsLoopback, resolve }), {
          reason: "not-public",
          message: why,
        });
      }
      assert.deepEqual(tried, []);
    });
  }

  const unknown: [name: string, resolve: Resolver, expected: { reason: FetchReason; message: RegExp }][] = [
    ["for nothing", async () => [], { reason: "unreachable", message: /'public\.example' has no address/ }],
    [
      "for what nobody knows",
      () => Promise.reject(Object.assign(new Error("x"), { code: "ENOTFOUND" })),
      { reason: "unreachable", message: /the host has no address/ },
    ],
    [
      "for what takes forever to find",
      () => new Promise(() => {}),
      { reason: "too-slow", message: /not complete after 0\.3 s/ },
    ],
  ];
  for (const [name, resolve, expected] of unknown) {
    test(name, async () => {
      await assert.rejects(safeFetch("http://public.example/", { ...options, timeoutMs: IMPATIENT, resolve }), {
        name: "FetchError",
        ...expected,
      });
    });
  }
});

test("every disguise of a local server is refused, and it is never asked", async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(200, html).end("secret"));
  const hosts = `127.0.0.1 127.1 127.0.1 0x7f000001 0x7f.1 2130706433 017700000001 0177.0.0.1 0 0.0.0.0 localhost localhost.
    LOCALHOST a.localhost [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1] ①②⑦.⓪.⓪.① 127。0。0。1`;
  for (const host of hosts.split(/\s+/)) {
    for (const url of [`http://${host}:${server.port}/`, `http://${host}/`, `https://${host}/`]) {
      await assert.rejects(
        safeFetch(url, { ...options, allowsLoopback: false }),
        { reason: /not-public|bad-url/ },
        url,
      );
    }
  }
  assert.equal(server.connections(), 0);
});

describe("answers that would never end, or fill the memory", () => {
  const zeros = Buffer.alloc(50_000_000);
  const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const repeat = (socket: Socket, bytes: string | Uint8Array) => {
    const more = () => {
      while (!socket.destroyed && socket.write(bytes));
    };
    socket.on("drain", more);
    more();
  };
  const drip = (socket: Socket, text: string | Uint8Array) => {
    const timer = setInterval(() => socket.write(text), 20);
    socket.on("close", () => clearInterval(timer));
  };
  const bomb = (encoding: string, bytes: Uint8Array): ((socket: Socket) => void) => {
    return (socket) => {
      socket.write(`${page}Content-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}\r\n\r\n`);
      socket.write(bytes);
    };
  };

  const cases: [name: string, answer: (socket: Socket) => void, expected: Expected, timeoutMs?: number][] = [
    ["nothing", () => {}, { reason: "too-slow", message: /not complete after 0\.3 s\. Try again later/ }, IMPATIENT],
    [
      "half a status",
      (socket) => socket.write("HTTP/1.1 2"),
      { reason: "too-slow", message: /not complete/ },
      IMPATIENT,
    ],
    [
      "a header, bit by bit",
      (socket) => {
        socket.write(page);
        drip(socket, "X: y\r\n");
      },
      { reason: "too-slow", message: /not complete/ },
      IMPATIENT,
    ],
    [
      "a body, bit by bit",
      (socket) => {
        socket.write(`${page}\r\n`);
        drip(socket, "x");
      },
      { reason: "too-slow", message: /not complete/ },
      IMPATIENT,
    ],
    [
      "a promise of more to come, again and again",
      (socket) => drip(socket, "HTTP/1.1 103 Early Hints\r\n\r\n"),
      { reason: "too-slow", message: /not complete/ },
      IMPATIENT,
    ],
    [
      "compressed nothing, bit by bit",
      (socket) => {
        socket.write(`${page}Content-Encoding: gzip\r\n\r\n`);
        socket.write(zlib.gzipSync("x"));
        drip(socket, zlib.gzipSync(""));
      },
      { reason: "too-slow", message: /not complete/ },
      IMPATIENT,
    ],
    [
      "a body without end",
      (socket) => {
        socket.write(`${page}\r\n`);
        repeat(socket, zeros.subarray(0, 65_536));
      },
      { reason: "too-large", message: /larger than 100000 bytes/ },
    ],
    [
      "a body in chunks without end",
      (socket) => {
        socket.write(`${page}Transfer-Encoding: chunked\r\n\r\n`);
        repeat(socket, `400\r\n${"x".repeat(1024)}\r\n`);
      },
      { reason: "too-large", message: /larger than 100000 bytes/ },
    ],
    [
      "a body that says it is too long",
      (socket) => socket.write(`${page}Content-Length: 100001\r\n\r\n`),
      { reason: "too-large", message: /larger than 100000 bytes/ },
    ],
    [
      "compressed nothing without end",
      (socket) => {
        socket.write(`${page}Content-Encoding: gzip\r\n\r\n`);
        repeat(socket, Buffer.concat(Array.from({ length: 1000 }, () => zlib.gzipSync(""))));
      },
      { reason: "too-large", message: /larger than 100000 bytes/ },
    ],
    [
      "headers without end",
      (socket) => {
        socket.write(page);
        repeat(socket, `X: ${"y".repeat(1000)}\r\n`);
      },
      { reason: "too-large", message: /headers of more than 32768 bytes/ },
    ],
    [
      "one header without end",
      (socket) => {
        socket.write(`${page}X: `);
        repeat(socket, "y".repeat(1000));
      },
      { reason: "too-large", message: /headers of more than 32768 bytes/ },
    ],
    ["a bomb of gzip", bomb("gzip", zlib.gzipSync(zeros)), { reason: "too-large", message: /larger than 100000/ }],
    [
      "a bomb of brotli",
      bomb("br", zlib.brotliCompressSync(zeros)),
      { reason: "too-large", message: /larger than 100000/ },
    ],
    [
      "a bomb of deflate",
      bomb("deflate", zlib.deflateSync(zeros)),
      { reason: "too-large", message: /larger than 100000/ },
    ],
    [
      "a bomb of zstd",
      bomb("zstd", zlib.zstdCompressSync(zeros)),
      { reason: "too-large", message: /larger than 100000/ },
    ],
    [
      "a bomb in a bomb",
      bomb("gzip, gzip", zlib.gzipSync(zlib.gzipSync(zeros))),
      { reason: "bad-encoding", message: /compressed as 'gzip, gzip', unknown here/ },
    ],
  ];
  for (const [name, answer, expected, timeoutMs = PATIENT] of cases) {
    test(name, async (t) => {
      const server = await serveRaw(t, answer);
      await assert.rejects(safeFetch(server.origin, { ...options, timeoutMs }), { name: "FetchError", ...expected });
      await server.idle();
    });
  }

  test("a bomb is not unpacked beyond the limit", async (t) => {
    // 1 MB that would become 1 GB: if it did, the memory would show it.
    const packed = zlib.gzipSync(Buffer.alloc(250_000_000));
    const server = await serveRaw(t, bomb("gzip", Buffer.concat([packed, packed, packed, packed])));
    const before = process.memoryUsage();
    await assert.rejects(safeFetch(server.origin, { ...options, maxBytes: 2_000_000 }), { reason: "too-large" });
    const after = process.memoryUsage();
    assert.ok(after.arrayBuffers - before.arrayBuffers < 50_000_000);
  });
});

describe("answers that are not what they say", () => {
  const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const packed = zlib.gzipSync("<p>".repeat(1000));
  const cases: [name: string, answer: (string | Uint8Array)[], expected: Expected][] = [
    [
      "shorter than it said",
      [`${page}Content-Length: 1000\r\n\r\n`, "<p>half"],
      { reason: "cut-off", message: /ended in the middle: .*Nothing of it was used/ },
    ],
    [
      "chunks that stop",
      [`${page}Transfer-Encoding: chunked\r\n\r\n`, "7\r\n<p>half\r\n"],
      { reason: "cut-off", message: /ended in the middle/ },
    ],
    [
      "compressed, and shorter than it said",
      [`${page}Content-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`, packed.subarray(0, 30)],
      { reason: "cut-off", message: /ended in the middle/ },
    ],
    [
      "compressed, and cut before it was sent",
      [`${page}Content-Encoding: gzip\r\n\r\n`, packed.subarray(0, 30)],
      { reason: "bad-encoding", message: /broken where it is compressed/ },
    ],
    ...(["gzip", "br", "deflate", "zstd"] as const).map((encoding): [string, string[], Expected] => [
      `${encoding}, and it is not`,
      [`${page}Content-Encoding: ${encoding}\r\n\r\n`, "<p>plain text"],
      { reason: "bad-encoding", message: /broken where it is compressed/ },
    ]),
    [
      "compressed in a way nobody knows",
      [`${page}Content-Encoding: constructor\r\n\r\n`, "x"],
      { reason: "bad-encoding", message: /compressed as 'constructor', unknown/ },
    ],
    ["closed before it began", [], { reason: "unreachable", message: /could not be reached: the host closed/ }],
    ["not HTTP", ["220 mail.example ESMTP\r\n"], { reason: "bad-answer", message: /not HTTP/ }],
    [
      "another thing than a page",
      ["HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n", "%PDF"],
      { reason: "wrong-type", message: /is 'application\/pdf'; wanted: text\/html/ },
    ],
    ["of no kind", ["HTTP/1.1 200 OK\r\n\r\n", "<p>"], { reason: "wrong-type", message: /does not say what it is/ }],
    [
      "half of a thing",
      ["HTTP/1.1 206 Partial\r\nContent-Type: text/html\r\n\r\n", "<p>"],
      { reason: "status", message: /206/ },
    ],
    [
      "a door",
      ["HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n", "<p>"],
      { reason: "status", message: /403/ },
    ],
  ];
  for (const [name, parts, expected] of cases) {
    test(name, async (t) => {
      const server = await serveRaw(t, (socket) => {
        for (const part of parts) socket.write(part);
        socket.end();
      });
      await assert.rejects(safeFetch(server.origin, options), { name: "FetchError", ...expected });
      await server.idle();
    });
  }

  test("a charset that is a lie", async (t) => {
    const server = await serve(t, (_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=us-ascii" }).end("<p>naïve “é”");
    });
    const { html } = await fetchPage(server.origin, { allowsLoopback: true });
    assert.equal(html, "<p>naïve “é”");
  });
});

test("cookies, credentials and where one comes from are never sent, whatever a server asks for", async (t) => {
  const server = await serve(t, (request, response) => {
    response.setHeader("set-cookie", ["session=1; Path=/", "b=2"]);
    if (request.url === "/") response.writeHead(302, { location: "/login" }).end();
    else response.writeHead(401, { "www-authenticate": "Basic realm=x" }).end();
  });
  for (let round = 0; round < 2; round += 1) {
    await assert.rejects(safeFetch(server.origin, options), { reason: "status", status: 401 });
  }
  assert.equal(server.requests.length, 4);
  for (const { headers } of server.requests) {
    for (const name of ["cookie", "authorization", "proxy-authorization", "referer", "origin", "from"]) {
      assert.equal(headers[name], undefined, name);
    }
  }
});

test("a proxy of the environment is not used", async (t) => {
  const proxy = await serve(t, (_, response) => response.writeHead(200, html).end("proxy"));
  const server = await serve(t, (_, response) => response.writeHead(200, html).end("server"));
  const names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "NODE_USE_ENV_PROXY"];
  for (const name of names) process.env[name] = name.startsWith("NODE") ? "1" : proxy.origin;
  t.after(() => {
    for (const name of names) delete process.env[name];
  });
  assert.equal(Buffer.from((await safeFetch(server.origin, options)).body).toString(), "server");
  assert.equal(proxy.connections(), 0);
});

test("nobody there", async (t) => {
  const server = await serveRaw(t, () => {});
  await assert.rejects(safeFetch("http://127.0.0.1:1/", options), {
    reason: "unreachable",
    message:
      "http://127.0.0.1:1/ could not be reached: the host refuses the connection. Check the address and your connection, and try again later.",
  });
  assert.equal(server.connections(), 0);
});

test("whoever asked can stop it, before and while it runs", async (t) => {
  const server = await serveRaw(t, () => stop.abort());
  const stop = new AbortController();
  await assert.rejects(safeFetch(server.origin, { ...options, signal: stop.signal }), { reason: "cancelled" });
  await server.idle();
  await assert.rejects(safeFetch(server.origin, { ...options, signal: stop.signal }), { reason: "cancelled" });
  assert.equal(server.connections(), 1);
});
