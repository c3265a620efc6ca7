import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "../check-graphs.ts";
import { violationsIn } from "../testing.ts";
import { article, author, BODY, breadcrumbs, HOME, list, type Node, publisher, STORY, siteWith } from "./testing.ts";

describe("a list", () => {
  const violations = async (nodes: readonly Node[], body = BODY) =>
    (await violationsIn(graphsCheck, siteWith({ nodes: [article, author, publisher, ...nodes], body }))).map(
      (violation) => violation.replace("/news/a/: ", ""),
    );
  const items = breadcrumbs["itemListElement"] as Node[];
  const breadcrumbsOf = (...itemListElement: Node[]): Node => ({ ...breadcrumbs, itemListElement });
  const [home = {}, story = {}] = items;

  test("counts from one, and no further than it says", async () => {
    const counted = {
      ...list,
      numberOfItems: 1,
      itemListElement: [
        ...(list["itemListElement"] as Node[]),
        { "@type": "ListItem", position: 3, url: HOME, name: "Site" },
      ],
    };
    assert.deepEqual(await violationsIn(graphsCheck, siteWith({ home: [publisher, counted] })), [
      "/: ItemList does not count from 1",
      "/: ItemList has more items than 1",
      "/: ItemList.numberOfItems is not on the page: 1",
    ]);
  });

  test("of breadcrumbs is stated once, where the page shows them", async () => {
    assert.deepEqual(await violations([]), ["the graph lacks the breadcrumbs"]);
    assert.deepEqual(await violations([breadcrumbs, { ...breadcrumbs, "@id": `${STORY}#more` }]), [
      "2 BreadcrumbLists",
    ]);
  });

  test("of breadcrumbs has two items and a link to each but the last", async () => {
    assert.ok((await violations([breadcrumbsOf(home)])).includes("the breadcrumbs have fewer than two items"));
    assert.ok(
      (await violations([breadcrumbsOf({ ...home, item: undefined }, story)])).includes(
        "a breadcrumb before the last has no item",
      ),
    );
  });

  test("of breadcrumbs is the one that the page shows", async () => {
    const shown = '"Home (https://site.example/) > A story"';
    assert.deepEqual(await violations([breadcrumbsOf({ ...home, name: "Site" }, story)]), [
      `the breadcrumbs are stated as "Site (https://site.example/) > A story" and shown as ${shown}`,
    ]);
    assert.match(
      (await violations([breadcrumbsOf({ ...home, item: STORY }, story)])).join(),
      /stated as "Home \(https:\/\/site\.example\/news/,
    );
  });
});
