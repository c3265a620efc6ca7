import assert from "node:assert/strict";
import { test } from "node:test";
import { parseOpml } from "feedsmith";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { buildTopicsOutline } from "../../views/feeds-page.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { renderOpml } from "./opml.ts";
import { STYLE } from "./testing.ts";

test("a library reads every topic's feed, in the group of its vocabulary", () => {
  const catalog = catalogOf(healthy({ "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A <hashtag>." }));
  const { head, body } = parseOpml(renderOpml(buildTopicsOutline(catalog), STYLE));
  assert.equal(head?.title, "Curalog: topics");
  assert.equal(head?.dateModified, "Fri, 02 Jan 2026 00:00:00 +0000");
  assert.deepEqual(
    body?.outlines?.map(({ text }) => text),
    ["HL7", "Symplur"],
  );
  const [feed] = body?.outlines?.[1]?.outlines ?? [];
  assert.deepEqual(
    [feed?.type, feed?.text, feed?.title, feed?.description, feed?.xmlUrl, feed?.htmlUrl],
    [
      ...["rss", "Symplur: #FHIR", "Symplur: #FHIR", "A <hashtag>."],
      ...[absoluteUrl("/topic/symplur-fhir/feed.xml"), absoluteUrl("/topic/symplur-fhir/")],
    ],
  );
});

test("a site without topics has a list all the same", () => {
  assert.match(renderOpml(buildTopicsOutline(catalogOf({})), STYLE), /<body>\n<\/body>\n<\/opml>\n$/);
});
