import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { budgetsCheck } from "./check-budgets.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const HEAD = '<link rel="stylesheet" href="/assets/a.css"><script type="module" src="/assets/a.js"></script>';
const SITE = {
  "index.html": pageOf("/", { head: HEAD }),
  "assets/a.css": "a {}",
  "assets/a.js": 'import "./b.js"; import("./box.js");',
  "assets/b.js": "b()",
  "assets/box.js": "box()",
  "assets/a.woff2": "font",
  "service-worker.js": "keep()",
};
/** Does not get smaller when it is compressed. */
const heavy = (bytes: number) => randomBytes(bytes).toString("base64");

test("a light site has no violation, and is weighed", async () => {
  assert.deepEqual(await violationsIn(budgetsCheck, SITE), []);
  const { counts, short } = await countsIn(budgetsCheck, SITE);
  assert.equal(counts[0]?.count, 1);
  assert.deepEqual(short, ["only 1 types of page, expected 14"]);
});

describe("what is over its limit is found", () => {
  const cases: readonly (readonly [what: string, changes: Readonly<Record<string, string>>, message: RegExp])[] = [
    [
      "HTML",
      { "index.html": pageOf("/", { head: HEAD, body: heavy(40_000) }) },
      /^\/: \d+ of html, where a page of type home may have 30000$/,
    ],
    [
      "a script that is imported",
      { "assets/b.js": heavy(2000) },
      /^\/: \d+ of script, where a page of type home may have 1500$/,
    ],
    [
      "requests",
      { "index.html": pageOf("/", { head: HEAD.repeat(3) }) },
      /^\/: 6 of requests, where a page of type home may have 4$/,
    ],
    ["style", { "assets/a.css": heavy(9000) }, /^\/: \d+ bytes of style, more than 8000$/],
    [
      "what search, lists and filters load",
      { "assets/box.js": heavy(40_000) },
      /^\/: search, lists and filters load \d+ bytes of script, not 1 to 40000$/,
    ],
    ["the service worker", { "service-worker.js": heavy(2500) }, /^service-worker\.js: \d+ bytes, more than 2500$/],
    ["no search", { "assets/a.js": "a()" }, /^\/: search, lists and filters load 0 bytes of script/],
    ["fonts", { "assets/a.woff2": heavy(64_000) }, /^fonts: \d+ bytes, more than 64000$/],
  ];
  for (const [what, changes, message] of cases) {
    test(what, async () => {
      const found = await violationsIn(budgetsCheck, { ...SITE, ...changes });
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", message);
    });
  }
});
