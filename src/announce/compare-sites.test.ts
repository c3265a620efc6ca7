import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { hidden, pageOf, SITE_URL } from "../../tests/dist/testing.ts";
import { compareSites } from "./compare-sites.ts";

const root = mkdtempSync(join(tmpdir(), "curalog-announce-"));
after(() => rmSync(root, { recursive: true, force: true }));
let count = 0;

function folderOf(files: Readonly<Record<string, string>>): string {
  count += 1;
  const folder = join(root, String(count));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const HOME = { "index.html": pageOf("/") };
const url = (path: string) => new URL(path, SITE_URL).href;
const redirect = (to: string) =>
  `<meta http-equiv="refresh" content="0; url=${to}"><meta name="robots" content="noindex"><link rel="canonical" href="${url(to)}">`;

function changes(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return compareSites(folderOf({ ...HOME, ...before }), folderOf({ ...HOME, ...after })).changes.map(
    ({ kind, url, to }) => `${kind} ${new URL(url).pathname}${to ? ` ${new URL(to).pathname}` : ""}`,
  );
}

const PAGE = "topic/a/index.html";
const page = (parts: Parameters<typeof pageOf>[1]) => ({ [PAGE]: pageOf("/topic/a/", parts) });

test("pages come, change, move, hide and go", () => {
  const secret = { [PAGE]: hidden(pageOf("/topic/a/")) };
  assert.deepEqual(changes({}, page({})), ["added /topic/a/"]);
  assert.deepEqual(changes(page({}), {}), ["gone /topic/a/"]);
  assert.deepEqual(changes(page({}), page({})), []);
  assert.deepEqual(changes(page({ body: "<p>One</p>" }), page({ body: "<p>Two</p>" })), ["changed /topic/a/"]);
  assert.deepEqual(changes(page({}), { [PAGE]: redirect("/topic/b/"), "topic/b/index.html": pageOf("/topic/b/") }), [
    "moved /topic/a/ /topic/b/",
    "added /topic/b/",
  ]);
  assert.deepEqual(changes(page({}), secret), ["hidden /topic/a/"]);
  assert.deepEqual(changes(secret, page({})), ["added /topic/a/"]);
  assert.deepEqual(changes(secret, {}), []);
  assert.deepEqual(changes({ "old/index.html": redirect("/topic/a/"), ...page({}) }, page({})), []);
});

test("what is content changes a page", () => {
  const body =
    '<p lang="en"><a href="/topic/x/">One</a> <img src="/images/a.png" alt="A"> <time datetime="2026">2026</time></p>';
  for (const [from, to] of [
    ["/topic/x/", "/topic/y/"],
    ["One", "one"],
    ["a.png", "b.png"],
    ['alt="A"', 'alt="B"'],
    ['datetime="2026"', 'datetime="2026-01"'],
    ["<p lang", "<h2 lang"],
    ['lang="en"', 'lang="de"'],
  ] as const)
    assert.deepEqual(changes(page({ body }), page({ body: body.replace(from, to) })), ["changed /topic/a/"], to);
  const plain = pageOf("/topic/a/");
  for (const [from, to] of [
    ["<title>Page", "<title>Side"],
    ['content="About', 'content="On'],
  ] as const)
    assert.deepEqual(changes({ [PAGE]: plain }, { [PAGE]: plain.replace(from, to) }), ["changed /topic/a/"], to);
  const data = (value: string) => page({ head: `<script type="application/ld+json">${value}</script>` });
  assert.deepEqual(changes(data('{"a":1}'), data('{"a":2}')), ["changed /topic/a/"]);
});

test("what is not content changes nothing", () => {
  const plain = pageOf("/topic/a/", {
    body: '<p class="x" id="y" data-z="1">One two</p><script>go(1)</script><img src="/assets/i.Abc123.png" alt="">',
  });
  for (const [from, to] of [
    ["Abc123", "Def456"],
    ["/assets/i.Abc123.png", "/catalog/assets/i.Def456.png"],
    ["go(1)", "go(2)"],
    ['class="x" id="y" data-z="1"', 'class="q" style="color: red"'],
    ["One two", "One\n   two"],
    [
      "</head>",
      '<link rel="stylesheet" href="/assets/s.123.css"><meta name="generator" content="2026-11-23 abc"></head>',
    ],
    ["<h1>/topic/a/</h1>", "<header>Another menu</header><h1>/topic/a/</h1>"],
    ["</body>", "<footer>Built today</footer></body>"],
  ] as const) {
    assert.ok(plain.includes(from), from);
    assert.deepEqual(changes({ [PAGE]: plain }, { [PAGE]: plain.replace(from, to) }), [], to);
  }
  const data = (value: string) => page({ head: `<script type="application/ld+json">${value}</script>` });
  assert.deepEqual(changes(data('{"a":1,"b":{"c":2,"d":3}}'), data('{ "b": {"d":3,"c":2}, "a": 1 }')), []);
});

test("all is in the order of addresses, and pages are counted", () => {
  const {
    changes: found,
    pages,
    siteUrl,
  } = compareSites(
    folderOf({ ...HOME, "topic/z/index.html": pageOf("/topic/z/") }),
    folderOf({ ...HOME, "topic/b/index.html": pageOf("/topic/b/"), "404.html": "<title>Not found</title>" }),
  );
  assert.deepEqual(
    found.map((change) => change.url),
    [url("/topic/b/"), url("/topic/z/")],
  );
  assert.deepEqual([pages, siteUrl], [{ old: 2, new: 2 }, SITE_URL.href]);
});

test("a folder that is no site, and sites of two addresses, are refused in a sentence", () => {
  const site = folderOf(HOME);
  const other = folderOf({ "index.html": pageOf("/").replaceAll(SITE_URL.origin, "https://other.example") });
  assert.throws(() => compareSites(site, join(root, "nothing")), /^InputError: There is no folder .*nothing$/);
  assert.throws(() => compareSites(folderOf({ "a.txt": "" }), site), /is no built site: it has no home page/);
  assert.throws(
    () => compareSites(other, site),
    /two addresses, https:\/\/other\.example\/ and https:\/\/site\.example\/:/,
  );
});
