import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { getSite } from "../config/settings.ts";
import { buildAboutPage } from "./about-page.ts";

const facts = { source: "The list", asOf: "2026-10-01", criteria: {}, products: [] };
const catalog = catalogOf(healthy({ "news/2026/story.md": news({ author: "Ann Lee" }) }), { facts });

test("the about page counts what the site holds and names the source of its facts", () => {
  const { counts, sections, licence, lead, text } = buildAboutPage(catalog, "## How\n\nWords.");
  assert.deepEqual(
    counts.map(({ label, value }) => `${label} ${value}`),
    ["Stories 1", "Offerings 1", "Topics 1", "Organizations 1", "Authors 1"],
  );
  assert.deepEqual([lead, text], [getSite().description, "<h2>How</h2>\n<p>Words.</p>"]);
  const certified =
    "Certified facts are taken from this list: The list, as of 1 October 2026. They are not edited by hand.";
  const said = (page: { sections: typeof sections }) => page.sections.flatMap(({ paragraphs }) => paragraphs.flat());
  assert.ok(said({ sections }).includes(certified));
  const builtFrom = (commit?: string) => said(buildAboutPage(catalog, "", commit)).at(-1);
  assert.equal(builtFrom("0123456789abcdef"), "The site was built on 22 November 2026 from commit 0123456789.");
  assert.equal(
    builtFrom("0123456789abcdef-dirty"),
    "The site was built on 22 November 2026 from commit 0123456789 with uncommitted changes.",
  );
  assert.deepEqual(licence, { href: getSite().licence.url, label: getSite().licence.name });
  assert.ok(!said(buildAboutPage(catalogOf(healthy()), "")).some((part) => String(part).startsWith("Certified facts")));
  assert.ok(said({ sections }).includes(licence));
});
