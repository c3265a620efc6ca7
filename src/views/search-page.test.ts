import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, fhirRecord, fhirResource, healthy } from "../catalog/testing.ts";
import { buildNotFoundPage } from "./not-found-page.ts";
import { buildSearchPage } from "./search-page.ts";
import { absoluteUrl } from "./urls.ts";

const catalog = catalogOf(
  healthy({
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
    "facts/interfaces/acme-server/fhir-r4.json": fhirRecord({ resources: [fhirResource("Slot")] }),
  }),
);

test("the search page has an address, and ways to everything that a search could find", () => {
  const { head, quickLinks, lists } = buildSearchPage(catalog);
  assert.equal(head.canonical, absoluteUrl("/search/"));
  assert.deepEqual(
    quickLinks.map(({ href }) => href),
    ["/news/", "/topic/", "/offering/", "/organization/"],
  );
  assert.deepEqual(
    lists.map(({ heading, links }) => [heading, links.map(({ href, count }) => [href, count])]),
    [
      ["News by year", [["/news/2026/", 1]]],
      [
        "Topics with the most stories",
        [
          ["/topic/hl7-fhir/", 1],
          ["/topic/hl7-v2/", 0],
          ["/topic/symplur-fhir/", 0],
        ],
      ],
      ["Offerings by kind", [["/offering/kind/fhir-server/", 1]]],
      ["Offerings by standard", [["/offering/standard/fhir-r4/", 1]]],
      ["FHIR resources with the most offerings", [["/resource/slot/", 1]]],
    ],
  );
});

test("the search page of an empty catalog has no empty list", () => {
  assert.deepEqual(buildSearchPage(catalogOf({})).lists, []);
});

test("the page not found has ways in, no address of its own, and is not indexed", () => {
  const { head, quickLinks } = buildNotFoundPage(catalog);
  assert.deepEqual([head.canonical, head.isIndexed], [undefined, false]);
  assert.deepEqual(
    quickLinks.map(({ href }) => href),
    ["/news/", "/topic/", "/offering/", "/organization/"],
  );
});
