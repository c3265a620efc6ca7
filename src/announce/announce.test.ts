import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pageOf, SITE_URL } from "../../tests/dist/testing.ts";
import { serve } from "../http/testing.ts";
import { announce, formatAnnouncement, listAddresses } from "./announce.ts";
import { readEndpoint, sendAnnouncement } from "./index-now.ts";

const KEY = "a-key-of-tests-1234";
const ORIGIN = SITE_URL.origin;

interface Asked {
  readonly body: unknown;
  readonly type: string | undefined;
  readonly method: string | undefined;
}

/** An IndexNow of our own that remembers what it was told. */
async function openIndexNow(t: TestContext, answer: (response: ServerResponse, asked: number) => void) {
  const asked: Asked[] = [];
  const { origin } = await serve(t, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, headers } = request;
      asked.push({ body: JSON.parse(Buffer.concat(chunks).toString("utf8")), type: headers["content-type"], method });
      answer(response, asked.length);
    });
  });
  return { endpoint: `${origin}/indexnow`, asked };
}

const status =
  (code: number, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(code, headers).end("whatever");
  };

/** Two sites: the second has another page, and the key file when there is a key. */
function twoSites(t: TestContext, key?: string): { oldFolder: string; newFolder: string } {
  const root = mkdtempSync(join(tmpdir(), "curalog-announce-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const [oldFolder, newFolder] = [join(root, "old"), join(root, "new")];
  for (const folder of [oldFolder, newFolder]) {
    mkdirSync(join(folder, "topic/a"), { recursive: true });
    writeFileSync(join(folder, "index.html"), pageOf("/"));
  }
  writeFileSync(join(newFolder, "topic/a/index.html"), pageOf("/topic/a/"));
  if (key !== undefined) writeFileSync(join(newFolder, `${key}.txt`), key);
  return { oldFolder, newFolder };
}

test("without --send nobody is asked, and the list is of addresses alone", async (t) => {
  const report = await announce({ ...twoSites(t), send: undefined });
  assert.deepEqual([report.sent, report.endpoint], [undefined, undefined]);
  assert.equal(listAddresses(report), `${ORIGIN}/topic/a/`);
  assert.equal(
    formatAnnouncement(report),
    `1 new\n  ${ORIGIN}/topic/a/\n\n1 address to announce; 1 pages before, 2 now; nothing sent`,
  );
});

test("what changed is posted with the key and where to find it", async (t) => {
  for (const code of [200, 202]) {
    const { endpoint, asked } = await openIndexNow(t, status(code));
    const report = await announce({ ...twoSites(t, KEY), send: { key: KEY, endpoint } });
    assert.deepEqual(asked, [
      {
        method: "POST",
        type: "application/json; charset=utf-8",
        body: { host: "site.example", key: KEY, keyLocation: `${ORIGIN}/${KEY}.txt`, urlList: [`${ORIGIN}/topic/a/`] },
      },
    ]);
    assert.deepEqual([report.sent, report.endpoint], [1, endpoint]);
    assert.ok(!JSON.stringify(report).includes(KEY));
  }
});

test("nothing is posted when nothing changed", async (t) => {
  const { endpoint, asked } = await openIndexNow(t, status(200));
  const { newFolder } = twoSites(t, KEY);
  const report = await announce({ oldFolder: newFolder, newFolder, send: { key: KEY, endpoint } });
  assert.deepEqual([report.sent, asked], [0, []]);
});

test("without a key, or a key file in the new site, nothing is posted", async (t) => {
  const { endpoint, asked } = await openIndexNow(t, status(200));
  await assert.rejects(
    announce({ ...twoSites(t), send: { key: undefined, endpoint } }),
    /CURALOG_INDEXNOW_KEY is not set/,
  );
  await assert.rejects(announce({ ...twoSites(t), send: { key: KEY, endpoint } }), /has no key file: build it with/);
  assert.deepEqual(asked, []);
});

const urls = Array.from({ length: 5 }, (_, index) => `${ORIGIN}/${index}/`);

test("ten thousand addresses are one batch, in order, with the file of the key beside the home page; one more are two", async (t) => {
  const { endpoint, asked } = await openIndexNow(t, status(200));
  const siteUrl = `${ORIGIN}/catalog/`;
  const many = Array.from({ length: 10_001 }, (_, index) => `${ORIGIN}/${index}/`);
  await sendAnnouncement({ siteUrl, key: KEY, urls: many, endpoint: new URL(endpoint) });
  assert.deepEqual(
    asked.map(({ body }) => body),
    [many.slice(0, 10_000), many.slice(10_000)].map((urlList) => ({
      host: "site.example",
      key: KEY,
      keyLocation: `${siteUrl}${KEY}.txt`,
      urlList,
    })),
  );
});

test("a refusal is a sentence that says what was done, and never the key", async (t) => {
  for (const [code, headers, said] of [
    [400, {}, /finds the request malformed \(400\)\. Nothing was announced\.$/],
    [403, {}, /does not accept the key \(403\).* Nothing was announced\.$/],
    [422, {}, /addresses that are not of the site.*\(422\)\. Nothing/],
    [429, { "retry-after": "90" }, /too many requests \(429\)\. Try again in 90 seconds\. Nothing/],
    [429, {}, /Try again later\. Nothing/],
    [302, { location: "/elsewhere" }, /answers 302, a redirect, to what was sent there\./],
    [503, {}, /answers 503\. Try again later\./],
  ] as const) {
    const { endpoint, asked } = await openIndexNow(t, status(code, headers));
    const sending = sendAnnouncement({ siteUrl: SITE_URL.href, key: KEY, urls, endpoint: new URL(endpoint) });
    await assert.rejects(sending, (error: Error) => {
      assert.equal(error.name, "InputError");
      assert.match(error.message, said);
      assert.ok(!error.message.includes(KEY));
      return true;
    });
    assert.equal(asked.length, 1, "asked once");
  }
});

test("the first refusal ends it, and what was taken before is told", async (t) => {
  const { endpoint, asked } = await openIndexNow(t, (response, count) => status(count === 1 ? 200 : 429)(response));
  const many = Array.from({ length: 20_000 }, (_, index) => `${ORIGIN}/${index}/`);
  const sending = sendAnnouncement({ siteUrl: SITE_URL.href, key: KEY, urls: many, endpoint: new URL(endpoint) });
  await assert.rejects(sending, /The first 10,000 addresses of 20,000 were announced\.$/);
  assert.equal(asked.length, 2);
});

test("no answer is a sentence too", async (t) => {
  const { endpoint } = await openIndexNow(t, (response) => response.destroy());
  const sending = sendAnnouncement({ siteUrl: SITE_URL.href, key: KEY, urls, endpoint: new URL(endpoint) });
  await assert.rejects(
    sending,
    /^InputError: http:\/\/127\.0\.0\.1:\d+\/indexnow could not be reached: .+\. Try again later\. Nothing was announced\.$/,
  );
});

test("an endpoint is https, or on this machine", () => {
  assert.equal(readEndpoint("https://engine.example/indexnow").href, "https://engine.example/indexnow");
  assert.equal(readEndpoint("http://127.0.0.1:8080/x").port, "8080");
  for (const bad of ["http://engine.example/", "ftp://engine.example/", "indexnow", "https://user:pw@engine.example/"])
    assert.throws(() => readEndpoint(bad), /^InputError: --endpoint must be an https address/, bad);
});
