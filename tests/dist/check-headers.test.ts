import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hashOf, headerPolicy, isDrawing } from "../../src/outputs/hosts/content-policy.ts";
import { hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import { buildHostFiles } from "../../src/outputs/hosts/host-files.ts";
import { buildPagePolicy } from "../../src/views/content-policy.ts";
import { headersCheck } from "./check-headers.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const pagePolicy = buildPagePolicy();

function withPolicy(path: string, policy = pagePolicy): string {
  return pageOf(path, { head: `<meta http-equiv="content-security-policy" content="${policy}">` });
}

/** The files with those that a build would add for hosts. */
function hosted(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const drawings = Object.keys(files).filter(isDrawing);
  const policy = headerPolicy({ drawings: drawings.map((file) => files[file] ?? ""), hasEditor: false });
  return { ...files, ...Object.fromEntries(buildHostFiles(policy, [])) };
}

const files = {
  "index.html": withPolicy("/"),
  "topic/a/index.html": withPolicy("/topic/a/"),
  "topic/a/feed.xml": "<rss/>",
  "topic/a/feed.json": "{}",
  "topic/a/index.md": "# A",
  "digest/2026-w01/mail.txt": "A",
  "digest/2026-w01/mail.html": "A",
  "assets/a.css": "a {}",
  "documents/a report.pdf": "%PDF-1.7",
  "search/latest.json": "{}",
  ".well-known/api-catalog": "{}",
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
      "11 files with their headers",
      "50 rules in _headers",
      "2 policies of pages",
      "0 styles of drawings",
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
  const { apache, nginxMaps, nginxServer, caddy } = hostFileNames;
  const changed = (file: string, from: string, to: string) =>
    violationsIn(headersCheck, { ...healthy, [file]: (healthy[file] ?? "").replaceAll(from, to) });
  for (const file of [apache, nginxServer, caddy])
    test(file, async () => {
      assert.deepEqual(await changed(file, "nosniff", "sniff"), [
        `${file}: does not set X-Content-Type-Options to nosniff`,
      ]);
    });
  for (const file of [apache, nginxMaps, caddy])
    test(`the policy in ${file}`, async () => {
      assert.deepEqual(await changed(file, "object-src 'none'", "object-src 'self'"), [
        `${file}: does not set Content-Security-Policy to ${pagePolicy}; frame-ancestors 'none'`,
      ]);
    });
  test("that of mails, and of files without a policy of their own, in _headers", async () => {
    const lax = await changed("_headers", "default-src 'none'; style-src", "style-src");
    assert.equal(lax.length, 1);
    assert.match(lax.join(), /^digest\/2026-w01\/mail\.html: _headers gives content-security-policy as /);
    const none = await changed("_headers", "/*.xml", "/*.xsl");
    assert.match(
      none.join(),
      /^topic\/a\/feed\.xml: _headers gives content-security-policy as frame-ancestors 'none', not /,
    );
  });
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
    _headers: text.replaceAll("  X-Robots-Tag: noindex\n", ""),
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

test("what Cloudflare would open to other sites is found", async () => {
  const opened = "_headers: Cloudflare opens every file to other sites, since /* lacks ! Access-Control-Allow-Origin";
  const line = "  ! Access-Control-Allow-Origin\n";
  const text = healthy["_headers"] ?? "";
  assert.ok(text.includes(line));
  const without = text.replace(line, "");
  assert.deepEqual(await violationsIn(headersCheck, { ...healthy, _headers: without }), [opened]);
  // Below the rules that open feeds and data it would close them.
  const elsewhere = without.replace("\n/api/v1/*\n", `\n/api/v1/*\n${line}`);
  assert.deepEqual(await violationsIn(headersCheck, { ...healthy, _headers: elsewhere }), [opened]);
});

test("more than Cloudflare takes is found", async () => {
  const text = `${healthy["_headers"]}${Array.from({ length: 70 }, (_, index) => `/${index}\n  X-A: b\n`).join("")}`;
  const violations = await violationsIn(headersCheck, { ...healthy, _headers: text });
  assert.ok(violations.includes("_headers: 120 rules, and Cloudflare takes 100"), violations.join("\n"));

  const drawing = Array.from({ length: 40 }, (_, index) => `<style>${index}</style>`).join("");
  const long = await violationsIn(headersCheck, hosted({ ...files, "a.svg": `<svg>${drawing}</svg>` }));
  assert.equal(long.length, 3, "of scripts, drawings and XML");
  for (const violation of long)
    assert.match(
      violation,
      /^_headers: a line has 2\d{3} characters, and Cloudflare takes 2000: Content-Security-Policy: /,
    );
});

test("a file of an unknown type is found, and a copy without its file", async () => {
  assert.deepEqual(await violationsIn(headersCheck, hosted({ ...files, "a.exe": "", "gone.html.br": "" })), [
    "a.exe: _headers gives no type, and no host knows it by the name of the file",
    "a.exe: vercel.json gives no type, and no host knows it by the name of the file",
    "gone.html.br: _headers gives no type, and no host knows it by the name of the file",
    "gone.html.br: vercel.json gives no type, and no host knows it by the name of the file",
  ]);
});

test("a page with a policy of its own is found", async () => {
  const other = "default-src 'self'; script-src 'none'";
  assert.deepEqual(
    await violationsIn(headersCheck, hosted({ ...files, "topic/c/index.html": withPolicy("/topic/c/", other) })),
    [`/topic/c/: has another policy than other pages: ${other}`],
  );
});

test("a directive or a source that the header has alone, or lacks, is found", async () => {
  const header = (from: string, to: string) =>
    violationsIn(headersCheck, {
      ...Object.fromEntries(
        Object.entries(healthy).map(([file, text]) => [file, isHostFile(file) ? text.replaceAll(from, to) : text]),
      ),
    });
  assert.deepEqual(await header("default-src 'self'", "default-src 'self' https://other.example"), [
    "vercel.json: the policy has default-src as 'self' https://other.example, not 'self'",
  ]);
  assert.deepEqual(await header("object-src 'none'; ", "script-src 'none'; "), [
    "vercel.json: the policy has object-src as undefined, not 'none'",
    "vercel.json: the policy has script-src as 'none', not undefined",
  ]);
});

test("beside an editing page the header has only what a page cannot say", async () => {
  const withEditor = { ...files, "admin/index.html": "" };
  const policy = headerPolicy({ drawings: [], hasEditor: true });
  const headers = Object.fromEntries(buildHostFiles(policy, []));
  assert.deepEqual(await violationsIn(headersCheck, { ...withEditor, ...headers }), []);
  assert.deepEqual(await violationsIn(headersCheck, { ...healthy, ...withEditor }), [
    "vercel.json: the policy has base-uri as 'none', not undefined",
    "vercel.json: the policy has default-src as 'self', not undefined",
    "vercel.json: the policy has form-action as 'self', not undefined",
    "vercel.json: the policy has object-src as 'none', not undefined",
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
    `vercel.json: the policy has style-src as undefined, not 'self' '${hashOf("a {}")}'`,
  ]);
});

test("a line of _headers that Netlify cannot read is found", async () => {
  const found = await violationsIn(headersCheck, { ...healthy, _headers: `${healthy["_headers"]}\n/a\n  X-A:\n` });
  assert.match(found.join(), /^_headers: Could not parse header line \d+/);
});
