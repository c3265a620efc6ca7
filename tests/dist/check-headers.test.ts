import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hashOf, sitePolicy } from "../../src/builder/site-policy.ts";
import { hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import { buildHostFiles } from "../../src/outputs/hosts/host-files.ts";
import { headersCheck } from "./check-headers.ts";
import { countsIn, pageOf, siteOf, violationsIn } from "./testing.ts";

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'";

function withPolicy(path: string, body = "", policy = POLICY): string {
  return pageOf(path, { head: `<meta http-equiv="content-security-policy" content="${policy}">`, body });
}

/** The files with those that a build would add for hosts. */
function hosted(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const policy = sitePolicy(siteOf(files));
  return { ...files, ...Object.fromEntries(buildHostFiles(policy, [])) };
}

const files = {
  "index.html": withPolicy("/"),
  "topic/a/index.html": withPolicy("/topic/a/"),
  "topic/a/feed.xml": "<rss/>",
  "topic/a/feed.json": "{}",
  "topic/a/index.md": "# A",
  "assets/a.css": "a {}",
  "search/latest.json": "{}",
  "index.html.br": "",
};
const healthy = hosted(files);

test("a site as it is built has no violation", async () => {
  assert.deepEqual(await violationsIn(headersCheck, healthy), []);
  const { counts, short } = await countsIn(headersCheck, healthy);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    [
      "8 files for hosts",
      "7 files with their headers",
      "37 rules in _headers",
      "2 policies of pages",
      "0 inline scripts and styles",
    ],
  );
  assert.deepEqual(short, []);
});

describe("a file for a host that is missing is found", () => {
  for (const file of Object.values(hostFileNames)) {
    test(file, async () => {
      const { [file]: _, ...others } = healthy;
      const found = await violationsIn(headersCheck, others);
      assert.ok(found.includes(`${file}: is missing`), found.join("\n"));
    });
  }
});

describe("a header that a server's file lacks or sets otherwise is found", () => {
  for (const file of [hostFileNames.apache, hostFileNames.nginxServer, hostFileNames.caddy]) {
    test(file, async () => {
      const text = healthy[file] ?? "";
      assert.deepEqual(await violationsIn(headersCheck, { ...healthy, [file]: text.replace("nosniff", "sniff") }), [
        `${file}: does not set X-Content-Type-Options to nosniff`,
      ]);
      const old = text.replace("script-src 'self'", "script-src 'none'");
      assert.deepEqual(await violationsIn(headersCheck, { ...healthy, [file]: old }), [
        `${file}: does not set Content-Security-Policy to ${POLICY}; frame-ancestors 'none'`,
      ]);
    });
  }
});

test("a rule of _headers that contradicts another, or that is missing, is found", async () => {
  const text = healthy["_headers"] ?? "";
  const twice = await violationsIn(headersCheck, {
    ...healthy,
    _headers: `${text}\n/assets/*.css\n  Cache-Control: no-store\n`,
  });
  assert.ok(
    twice.includes(
      "assets/a.css: _headers gives cache-control as public, max-age=31536000, immutable, no-store, not public, max-age=31536000, immutable",
    ),
    twice.join("\n"),
  );
  const lost = await violationsIn(headersCheck, {
    ...healthy,
    _headers: text.replace("  X-Robots-Tag: noindex\n", ""),
  });
  assert.ok(lost.includes("topic/a/index.md: _headers gives x-robots-tag as undefined, not noindex"), lost.join("\n"));
});

test("a rule of vercel.json for the wrong path is found", async () => {
  const text = (healthy["vercel.json"] ?? "").replace('"/topic/(.*)/feed.json"', '"/topics/(.*)/feed.json"');
  const violations = await violationsIn(headersCheck, { ...healthy, "vercel.json": text });
  assert.ok(
    violations.includes("topic/a/feed.json: vercel.json gives content-type as undefined, not application/feed+json"),
    violations.join("\n"),
  );
});

test("more than Cloudflare takes is found", async () => {
  const text = `${healthy["_headers"]}${Array.from({ length: 70 }, (_, index) => `/${index}\n  X-A: b\n`).join("")}`;
  const violations = await violationsIn(headersCheck, { ...healthy, _headers: text });
  assert.ok(violations.includes("_headers: 107 rules, and Cloudflare takes 100"), violations.join("\n"));

  const hashes = Array.from({ length: 40 }, (_, index) => `'${hashOf(`${index}`)}'`).join(" ");
  const long = await violationsIn(headersCheck, hosted({ "index.html": withPolicy("/", "", `script-src ${hashes}`) }));
  assert.deepEqual(long, [
    "_headers: a line has 2221 characters, and Cloudflare takes 2000: Content-Security-Policy: script-src 'sha",
  ]);
});

test("a file of an unknown type is found, and a copy without its file", async () => {
  assert.deepEqual(await violationsIn(headersCheck, hosted({ ...files, "a.exe": "", "gone.html.br": "" })), [
    "a.exe: _headers gives no type, and no host knows it by the name of the file",
    "a.exe: vercel.json gives no type, and no host knows it by the name of the file",
    "gone.html.br: _headers gives no type, and no host knows it by the name of the file",
    "gone.html.br: vercel.json gives no type, and no host knows it by the name of the file",
  ]);
});

test("a script or style in a page that the header does not name is found; data is no script", async () => {
  const body = '<script>alert(1)</script><style>a {}</style><script type="application/ld+json">{}</script>';
  assert.deepEqual(await violationsIn(headersCheck, hosted({ "index.html": withPolicy("/", body) })), [
    '/: script-src of the header has no hash of "alert(1)"',
    '/: style-src of the header has no hash of "a {}"',
  ]);
  const policy = `script-src '${hashOf("alert(1)")}'; style-src '${hashOf("a {}")}'`;
  const allowed = { "index.html": withPolicy("/", body, policy) };
  assert.deepEqual(await violationsIn(headersCheck, hosted(allowed)), []);
  assert.equal((await countsIn(headersCheck, hosted(allowed))).counts.at(-1)?.count, 2);
});

test("a page without a directive that the header has is found", async () => {
  const found = await violationsIn(
    headersCheck,
    hosted({
      ...files,
      "topic/c/index.html": withPolicy("/topic/c/", "", "default-src 'self'"),
    }),
  );
  assert.deepEqual(found, [
    "/topic/c/: the header has script-src, and the page's policy has not",
    "/topic/c/: the header has style-src, and the page's policy has not",
  ]);
});

test("a directive or a source that the header has alone, or lacks, is found", async () => {
  const header = (from: string, to: string) =>
    violationsIn(headersCheck, {
      ...Object.fromEntries(
        Object.entries(healthy).map(([file, text]) => [file, isHostFile(file) ? text.replaceAll(from, to) : text]),
      ),
    });
  assert.deepEqual(await header("script-src 'self'", "script-src 'self' https://other.example"), [
    "_headers: allows script-src https://other.example, which no page does",
  ]);
  assert.deepEqual(await header("style-src 'self'; ", ""), [
    "/: the page's policy has style-src, and the header has not",
    "/topic/a/: the page's policy has style-src, and the header has not",
  ]);
});

function isHostFile(file: string): boolean {
  return Object.values<string>(hostFileNames).includes(file);
}

test("the style of a drawing is in the header, and of an image of the content it need not be", async () => {
  const drawing = "<svg><style>a {}</style></svg>";
  assert.deepEqual(
    await violationsIn(headersCheck, hosted({ ...files, "favicon.svg": drawing, "images/a.svg": drawing })),
    [],
  );
  assert.deepEqual(await violationsIn(headersCheck, { ...healthy, "favicon.svg": drawing }), [
    '/favicon.svg: style-src of the header has no hash of "a {}"',
  ]);
});

test("a line of _headers that Netlify cannot read is found", async () => {
  const found = await violationsIn(headersCheck, { ...healthy, _headers: `${healthy["_headers"]}\n/a\n  X-A:\n` });
  assert.match(found.join(), /^_headers: Could not parse header line \d+/);
});
