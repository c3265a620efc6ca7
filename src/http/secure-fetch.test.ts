import assert from "node:assert/strict";
import { createServer } from "node:https";
import { type TestContext, test } from "node:test";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { makeCertificate } from "./certificate-testing.ts";
import { type FetchOptions, safeFetch } from "./safe-fetch.ts";
import { listen, serveRaw } from "./testing.ts";

const options: FetchOptions = { accept: ["text/html"], maxBytes: 10_000, timeoutMs: 20_000, allowsLoopback: true };

/** A server at `site.localhost` and `other.localhost`, with a certificate for the first. */
async function serveSecurely(t: TestContext, isTrusted: boolean) {
  const certificate = makeCertificate("site.localhost");
  const names: (string | undefined)[] = [];
  const server = createServer(certificate, (request, response) => {
    const { port } = new URL(`https://${request.headers.host}`);
    if (request.url === "/") response.writeHead(200, { "content-type": "text/html" }).end("secure");
    else response.writeHead(302, { location: `http://site.localhost:${port}/` }).end();
  });
  server.on("secureConnection", (socket) => names.push("servername" in socket ? String(socket.servername) : undefined));
  if (isTrusted) {
    const trusted = getCACertificates("default");
    setDefaultCACertificates([...trusted, certificate.cert]);
    t.after(() => setDefaultCACertificates(trusted));
  }
  return { ...(await listen(t, server, "127.0.0.1")), names };
}

const resolve = async () => [{ address: "127.0.0.1", family: 4 }];

test("a server is asked by its name, and known by its certificate", async (t) => {
  const { port, names, idle } = await serveSecurely(t, true);
  const { body } = await safeFetch(`https://site.localhost:${port}/`, { ...options, resolve });
  assert.equal(Buffer.from(body).toString(), "secure");
  assert.deepEqual(names, ["site.localhost"]);
  await idle();
});

test("a certificate for another name is refused", async (t) => {
  const { port, idle } = await serveSecurely(t, true);
  await assert.rejects(safeFetch(`https://other.localhost:${port}/`, { ...options, resolve }), {
    reason: "bad-certificate",
    message: /has no valid certificate \(ERR_TLS_CERT_ALTNAME_INVALID\)\. Nobody can tell who answered/,
  });
  await idle();
});

test("a certificate that nobody trusts is refused", async (t) => {
  const { port, idle } = await serveSecurely(t, false);
  await assert.rejects(safeFetch(`https://site.localhost:${port}/`, { ...options, resolve }), {
    reason: "bad-certificate",
    message: /has no valid certificate \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
  });
  await idle();
});

test("what does not speak TLS is unreachable", async (t) => {
  const { port } = await serveRaw(t, (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await assert.rejects(safeFetch(`https://site.localhost:${port}/`, { ...options, resolve }), {
    reason: "unreachable",
  });
});

test("a redirect from https to http is not followed", async (t) => {
  const { port, connections } = await serveSecurely(t, true);
  await assert.rejects(safeFetch(`https://site.localhost:${port}/down`, { ...options, resolve }), {
    reason: "insecure-redirect",
    message: /from https to http, where anyone on the way can change it/,
  });
  assert.equal(connections(), 1);
});
