import assert from "node:assert/strict";
import { test } from "node:test";
import { privacyCheck } from "./check-privacy.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const POLICY =
  "<meta http-equiv=\"content-security-policy\" content=\"default-src 'self'; base-uri 'none'; form-action 'self'; script-src 'self'\">";

function violationsOf(head: string, body = "", policy = POLICY) {
  return violationsIn(privacyCheck, { "index.html": pageOf("/", { head: policy + head, body }) });
}

test("a page that asks its own site alone is fine, and is counted", async () => {
  const files = {
    "index.html": pageOf("/", {
      head: `${POLICY}<link rel="stylesheet" href="/a.css"><link rel="license" href="https://other.example/">`,
      body: '<a href="https://other.example/">x</a><img src="data:image/png;base64,AA"><form action="/search/"></form>',
    }),
    "a.css": 'a { background: url("/b.png") }',
    "a.js": 'fetch("/search/latest.json")',
  };
  assert.deepEqual(await violationsIn(privacyCheck, files), []);
  assert.deepEqual((await countsIn(privacyCheck, files)).short, []);
  assert.deepEqual((await countsIn(privacyCheck, { "index.html": pageOf("/") })).short, [
    "only 0 policies, expected 1",
    "only 0 style sheets, expected 1",
    "only 0 scripts, expected 1",
  ]);
});

test("whatever requests something of another host is named", async () => {
  for (const [html, name] of [
    ['<img src="https://evil.example/x">', "img"],
    ['<img src="//evil.example/x">', "img"],
    ['<img srcset="/a.png 1x, https://evil.example/x 2x">', "img"],
    ['<form action="https://evil.example/x"></form>', "form"],
    ['<button formaction="https://evil.example/x">x</button>', "button"],
    ['<svg><use href="https://evil.example/x"></use></svg>', "use"],
    ['<a href="/" ping="https://evil.example/x">x</a>', "a"],
    ['<video poster="https://evil.example/x"></video>', "video"],
    ['<link rel="preconnect" href="https://evil.example/x">', "link"],
    ['<base href="https://evil.example/x">', "base"],
    ['<meta http-equiv="refresh" content="0; url=https://evil.example/x">', "meta"],
  ] as const) {
    const [violation = "", ...others] = await violationsOf("", html);
    assert.match(violation, new RegExp(`^/: <${name}> requests (?:https:)?//evil\\.example/x$`), html);
    assert.deepEqual(others, []);
  }
});

test("inline handlers, inline styles and script addresses are named", async () => {
  assert.deepEqual(await violationsOf("", '<p onclick="x()" style="color: red"></p><a href="javascript:x()">x</a>'), [
    "/: <p> has the attribute onclick",
    "/: <p> has the attribute style",
    "/: links to javascript:x()",
  ]);
});

test("scripts and styles in the page are named; data is no script", async () => {
  const data = '<script type="application/ld+json">{}</script>';
  assert.deepEqual(
    await violationsOf("<style>a {}</style>", `${data}<script>x()</script><script type="module"></script>`),
    ["/: has an inline <script>", "/: has an inline <script>", "/: has an inline <style>"],
  );
});

test("a policy that is missing, late, open or incomplete is named", async () => {
  assert.deepEqual(await violationsOf("", "", ""), ["/: no content security policy"]);
  assert.deepEqual(await violationsOf(POLICY, "", '<script src="/a.js"></script>'), [
    "/: the policy comes after scripts or styles that it should apply to",
  ]);
  const open = "<meta http-equiv=\"content-security-policy\" content=\"default-src 'sha256-abc=' *; base-uri 'none'\">";
  assert.deepEqual(await violationsOf("", "", open), [
    "/: default-src of the policy allows 'sha256-abc='",
    "/: default-src of the policy allows *",
    "/: the policy has no form-action",
  ]);
});

test("style sheets and scripts that name another host are named", async () => {
  const files = {
    "index.html": pageOf("/", { head: POLICY }),
    "a.css": '@import "https://evil.example/a.css"; a { background: url(https://evil.example/x.png) }',
    "a.js": 'fetch("https://evil.example/x")',
  };
  assert.deepEqual(await violationsIn(privacyCheck, files), [
    "a.css: loads https://evil.example/a.css",
    "a.css: loads https://evil.example/x.png",
    "a.js: names https://evil.example/x",
  ]);
});
