import assert from "node:assert/strict";
import { test } from "node:test";
import type { Alias } from "../../catalog/graph.ts";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { aliasPath } from "../../schemas/fields.ts";
import { hostFileNames } from "./host-file-names.ts";
import { listLeftPages, redirectTable, toRequestPath } from "./redirect-table.ts";

test("the table has every alias of the catalog with the address of its page", () => {
  const catalog = catalogOf(
    healthy({ "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.\naliases: [/old/café/, /older]" }),
  );
  assert.deepEqual(redirectTable(catalog.aliases), [
    { from: "/old/café/", to: "/topic/hl7-fhir/" },
    { from: "/older/", to: "/topic/hl7-fhir/" },
  ]);
});

const moves = ([from, to, kind]: readonly [string, string, Alias["kind"]]): Alias => ({ from, kind, slug: to });

test("the data and everything below the former page of an entry have moved too, after what is named", () => {
  const aliases = [
    moves(["/topic/café/", "b", "topic"]),
    moves(["/topic/c/d/", "b", "topic"]),
    moves(["/offering/e/", "f", "offering"]),
  ];
  assert.deepEqual(redirectTable(aliases, "/catalog/"), [
    { from: "/catalog/topic/café/", to: "/catalog/topic/b/" },
    { from: "/catalog/topic/c/d/", to: "/catalog/topic/b/" },
    { from: "/catalog/offering/e/", to: "/catalog/offering/f/" },
    { from: "/catalog/api/v1/topic/café.json", to: "/catalog/api/v1/topic/b.json" },
    { from: "/catalog/api/v1/offering/e.json", to: "/catalog/api/v1/offering/f.json" },
    { from: "/catalog/topic/café/*", to: "/catalog/topic/b/*" },
    { from: "/catalog/offering/e/*", to: "/catalog/offering/f/*" },
  ]);
});

test("nothing but its page has moved with a story, from a page of another kind, and from a name of the site's own", () => {
  for (const alias of [
    moves(["/news/a/", "b", "news"]),
    moves(["/topic/a/", "b", "offering"]),
    moves(["/topic/index/", "b", "topic"]),
  ])
    assert.deepEqual(redirectTable([alias]), [{ from: alias.from, to: `/${alias.kind}/b/` }]);
});

test("a page is left at a former address, and below it one for each page below the new one", () => {
  const pages = ["/topic/b/", "/topic/b/2020/", "/topic/b/filters/", "/topic/bb/2020/", "/offering/b/"];
  const aliases = [moves(["/topic/a/", "b", "topic"]), moves(["/old/b/", "b", "topic"])];
  assert.deepEqual(listLeftPages(aliases, pages), [
    { from: "/topic/a/", to: "/topic/b/" },
    { from: "/topic/a/2020/", to: "/topic/b/2020/" },
    { from: "/topic/a/filters/", to: "/topic/b/filters/" },
    { from: "/old/b/", to: "/topic/b/" },
  ]);
});

test("paths are asked for as a browser asks", () => {
  assert.equal(toRequestPath("/café/a&b;c'(d)/[x]/{y}/"), "/caf%C3%A9/a&b;c'(d)/[x]/%7By%7D/");
});

test("no former address can lie where a file for hosts does, or below it", () => {
  for (const file of Object.values(hostFileNames))
    for (const path of [`/${file}/`, `/${file.toUpperCase()}/`, `/${file}/x/`])
      assert.equal(aliasPath.safeParse(path).success, false, path);
});
