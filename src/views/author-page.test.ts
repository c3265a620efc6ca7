import assert from "node:assert/strict";
import { test } from "node:test";
import type { Author } from "../catalog/graph.ts";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { buildAuthorPage } from "./author-page.ts";

const { authors } = catalogOf(
  healthy({
    "news/2026/story.md": news({ author: "[Kenneth D. Mandl, 李明]" }),
    "news/2026/other.md": news({ title: "Other", link: "https://acme.example/other", author: "Kenneth D Mandl" }),
    "news/2026/third.md": news({ title: "Third", link: "https://elsewhere.example/", author: "رضا" }),
  }),
);

function find(name: string): Author {
  const found = authors.find((one) => one.name === name || one.slug === name);
  assert.ok(found, name);
  return found;
}

test("an author has all stories, however the name is punctuated, and each publisher once", () => {
  const view = buildAuthorPage(find("kenneth-d-mandl"));
  assert.equal(view.count, "2");
  assert.equal(view.latest.length, 2);
  assert.deepEqual(view.publishers, {
    links: [{ href: "/organization/acme/", label: "Acme", count: 2 }],
    more: [],
    left: 0,
  });
  assert.deepEqual(
    view.topics.links.map(({ href, note, count }) => [href, note, count]),
    [["/topic/hl7-fhir/", "HL7", 2]],
  );
});

test("an author of any script has a page at an encoded address", () => {
  assert.match(buildAuthorPage(find("李明")).head.canonical ?? "", /\/author\/%E6%9D%8E%E6%98%8E\/$/);
  assert.deepEqual(buildAuthorPage(find("رضا")).publishers.links, []);
});
