import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hashOf, sitePolicy } from "../../src/builder/site-policy.ts";
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

describe("a file for a host that is missing or not what the table prints is found", () => {
  for (const file of buildHostFiles("", []).keys()) {
    test(file, async () => {
      const { [file]: text = "", ...others } = healthy;
      const missing = await violationsIn(headersCheck, others);
      assert.ok(missing.includes(`${file}: is missing`), missing.join("\n"));
      // A comment, so that only the comparison can find it; JSON has none and takes white space.
      const edited = await violationsIn(headersCheck, {
        ...healthy,
        [file]: `${text}${file.endsWith(".json") ? " " : "# edited\n"}`,
      });
      assert.deepEqual(edited, [`${file}: is not what the table of headers and the redirects print`]);
    });
  }
});

test("a rule of _headers that contradicts another or the table is found", async () => {
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

test("a rule of vercel.json that contradicts the table is found", async () => {
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
    "a.exe: no type in the table of files",
    "gone.html.br: no type in the table of files",
  ]);
});

test("a script or style in a page that the header does not name is found; data is no script", async () => {
  const body =
    '<script>alert(1)</script><style>a {}</style><script type="application/ld+json">{}</script><p style="color:red">';
  assert.deepEqual(await violationsIn(headersCheck, hosted({ "index.html": withPolicy("/", body) })), [
    "/: a style attribute, which the policy refuses",
    '/: script-src of the header has no hash of "alert(1)"',
    '/: style-src of the header has no hash of "a {}"',
  ]);
  const policy = `script-src '${hashOf("alert(1)")}'; style-src '${hashOf("a {}")}'`;
  const allowed = { "index.html": withPolicy("/", body.replace(/<p .*/, ""), policy) };
  assert.deepEqual(await violationsIn(headersCheck, hosted(allowed)), []);
  assert.equal((await countsIn(headersCheck, hosted(allowed))).counts.at(-1)?.count, 2);
});

test("a page without a policy, or without a directive that the header has, is found", async () => {
  const found = await violationsIn(
    headersCheck,
    hosted({
      ...files,
      "topic/b/index.html": pageOf("/topic/b/"),
      "topic/c/index.html": withPolicy("/topic/c/", "", "default-src 'self'"),
    }),
  );
  assert.deepEqual(found, [
    "/topic/b/: no content security policy",
    "/topic/c/: the header has script-src, and the page's policy has not",
    "/topic/c/: the header has style-src, and the page's policy has not",
  ]);
});
