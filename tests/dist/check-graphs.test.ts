import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "./check-graphs.ts";
import { siteWith } from "./graphs/testing.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

test("nothing is wrong with healthy graphs, and it says how many it looked at", async () => {
  assert.deepEqual(await violationsIn(graphsCheck, siteWith()), []);
  const { counts, short } = await countsIn(graphsCheck, siteWith());
  assert.deepEqual(
    counts.slice(0, 3).map(({ what, count }) => `${count} ${what}`),
    ["3 graphs", "15 nodes", "40 values"],
  );
  assert.deepEqual(short, []);
});

test("graphs that say next to nothing are looked at too little", async () => {
  const { short } = await countsIn(graphsCheck, { "about/index.html": pageOf("/about/") });
  assert.deepEqual(short, ["only 1 nodes, expected 2", "only 2 values, expected 8"]);
});

describe("a graph that cannot be read", () => {
  const page = siteWith()["news/a/index.html"];
  const script = (text: string) => page.replace(/(ld\+json">)[^<]*/, () => `ld+json">${text}`);
  const cases: readonly (readonly [what: string, html: string, violation: RegExp])[] = [
    ["none", page.replace(/<script.*<\/script>/, ""), /no structured data/],
    ["two", page.replace("</body>", '<script type="application/ld+json">{}</script></body>'), /2 graphs/],
    ["one that is cut", script('{"@context":'), /no JSON object/],
    ["one that is not escaped", script('{"a":"&amp;"}'), /not escaped/],
    ["one of another vocabulary", script('{"@context":"http://schema.org"}'), /the context is http:/],
    ["one without a graph", script('{"@context":"https://schema.org"}'), /no @graph/],
  ];
  for (const [what, html, violation] of cases) {
    test(what, async () => {
      const violations = await violationsIn(graphsCheck, { ...siteWith(), "news/a/index.html": html });
      assert.match(violations.join("\n"), violation);
    });
  }

  test("one on a page that is not there", async () => {
    const violations = await violationsIn(graphsCheck, { ...siteWith(), "404.html": pageOf("/404.html") });
    assert.deepEqual(violations, ["/404.html: a graph on a page of type 404"]);
  });
});
