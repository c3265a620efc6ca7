import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildRedirectPage } from "./redirect-page.ts";
import { absoluteUrl } from "./urls.ts";

test("a former address leads to the page of the entity", () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ aliases: "[/old/story, /older/]" }) }));
  assert.deepEqual(
    catalog.aliases.map(({ from }) => from),
    ["/old/story/", "/older/"],
  );
  for (const alias of catalog.aliases) {
    const { to, canonical } = buildRedirectPage(alias);
    assert.deepEqual([to, canonical], ["/news/story/", absoluteUrl("/news/story/")]);
  }
});
