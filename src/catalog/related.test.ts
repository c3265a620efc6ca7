import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog, NewsItem, Offering } from "./graph.ts";
import { alternativesTo, offeringsLike, type Related, storiesLike } from "./related.ts";
import { catalogOf, type Files, healthy, news } from "./testing.ts";

const offering = (name: string, lines = "") =>
  `name: ${name}\nvendor: acme\nkind: fhir-server\nsummary: It is.\n${lines}`;
const TOPICS = ["Common", "Rare", "Third"].map((label) => `A: ${label}`);
const ALL = "['A: Common', 'A: Rare', 'A: Third']";

function catalogWith(files: Files): Catalog {
  const topics = TOPICS.map((name) => [
    `topics/a-${name.slice(3).toLowerCase()}.md`,
    `name: '${name}'\ndescription: It.`,
  ]);
  return catalogOf(healthy({ ...Object.fromEntries(topics), ...files }));
}

const item = (categories: string, lines: Record<string, string> = {}, slug = "") =>
  news({ categories, relatedOfferings: "[]", link: `https://a.example/${slug}${categories.length}`, ...lines });

function one<T extends NewsItem | Offering>(list: readonly T[], slug: string): T {
  const found = list.find((entry) => entry.slug === slug);
  assert.ok(found, slug);
  return found;
}

const slugs = (related: readonly Related<NewsItem | Offering>[]) => related.map(({ to }) => to.slug);
const links = (count: number, categories: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `news/2026/filler-${index}.md`,
      item(categories, { link: `https://filler.example/${index}` }),
    ]),
  );

test("a rare topic in common counts more than a common one", () => {
  const catalog = catalogWith({
    "news/2026/it.md": item("['A: Common', 'A: Rare']", { link: "https://b.example/it" }),
    "news/2026/rare.md": item("'A: Rare'", { date: "2026-01-01" }),
    ...links(5, "'A: Common'"),
  });
  const related = storiesLike(catalog, one(catalog.news, "it"), 3);
  assert.equal(related[0]?.to.slug, "rare");
  assert.deepEqual(
    related[0]?.topics.map(({ name }) => name),
    ["A: Rare"],
  );
});

test("a story on the same event is not like it: it is it", () => {
  const catalog = catalogWith({
    "news/2026/it.md": item(ALL, { link: "https://b.example/it" }),
    "news/2026/also.md": item(ALL, { link: "https://c.example/it", sameStoryAs: "it" }),
    "news/2026/other.md": item(ALL),
  });
  assert.deepEqual(slugs(storiesLike(catalog, one(catalog.news, "it"), 5)), ["other"]);
});

test("an offering in common counts more than any topic, and is named", () => {
  const catalog = catalogWith({
    "news/2026/it.md": item(ALL, { relatedOfferings: "[acme-server]", link: "https://b.example/it" }),
    "news/2026/same.md": item("'A: Rare'"),
    "news/2026/other.md": item("'HL7: FHIR'", { relatedOfferings: "[acme-server]" }),
  });
  const [first] = storiesLike(catalog, one(catalog.news, "it"), 5);
  assert.equal(first?.to.slug, "other");
  assert.deepEqual([first?.topics, first?.offerings.map(({ slug }) => slug)], [[], ["acme-server"]]);
});

test("a story is never like itself, and ties go to the newer one, then to the slug", () => {
  const catalog = catalogWith({
    "news/2026/it.md": item("'A: Rare'", { link: "https://b.example/it" }),
    "news/2026/b.md": item("'A: Rare'", { link: "https://b.example/b", published: "2024" }),
    "news/2026/a.md": item("'A: Rare'", { link: "https://b.example/a", published: "2024-01-01" }),
    "news/2026/c.md": item("'A: Rare'", { link: "https://b.example/c", published: "2025-05" }),
    "news/2026/d.md": item("'A: Rare'", { link: "https://b.example/d", published: "unknown" }),
  });
  assert.deepEqual(slugs(storiesLike(catalog, one(catalog.news, "it"), 9)), ["c", "a", "b", "d"]);
  assert.deepEqual(slugs(storiesLike(catalog, one(catalog.news, "it"), 2)), ["c", "a"]);
  assert.deepEqual(storiesLike(catalog, one(catalog.news, "it"), 0), []);
});

test("an offering is like a story when two topics agree, unless it is named or retired", () => {
  const catalog = catalogWith({
    "news/2026/it.md": item(ALL, { relatedOfferings: "[named]" }),
    "offerings/named.md": offering("Named", `topics: ${ALL}`),
    "offerings/gone.md": offering("Gone", `topics: ${ALL}\nstatus: retired`),
    "offerings/one.md": offering("One", "topics: ['A: Rare']"),
    "offerings/two.md": offering("Two", "topics: ['A: Rare', 'A: Third']"),
    "offerings/three.md": offering("Three", `topics: ${ALL}`),
  });
  assert.deepEqual(slugs(offeringsLike(catalog, one(catalog.news, "it"), 9)), ["three", "two"]);
  assert.deepEqual(slugs(offeringsLike(catalog, one(catalog.news, "it"), 1)), ["three"]);
});

test("an alternative is of the same kind, on the market, and shares a topic", () => {
  const topics = "topics: ['A: Rare']";
  const catalog = catalogWith({
    "offerings/it.md": offering("It", topics),
    "offerings/same.md": offering("Same", topics),
    "offerings/gone.md": offering("Gone", `${topics}\nstatus: retired`),
    "offerings/before.md": offering("Before", `${topics}\nstatus: renamed\nsuccessor: it`),
    "offerings/imaging.md": offering("Imaging", topics).replace("fhir-server", "imaging"),
    "offerings/no-topic.md": offering("None", "standards: [FHIR R4]"),
  });
  assert.deepEqual(slugs(alternativesTo(catalog, one(catalog.offerings, "it"), 9)), ["same"]);
});

test("the successor is the first alternative, whatever it shares, unless it ends too", () => {
  const topics = "topics: ['A: Rare']";
  const slugsWith = (successor: string) => {
    const catalog = catalogWith({
      "offerings/it.md": offering("It", `${topics}\nstatus: retired\nsuccessor: next`),
      "offerings/next.md": successor,
      "offerings/same.md": offering("Same", topics),
    });
    return slugs(alternativesTo(catalog, one(catalog.offerings, "it"), 2));
  };
  assert.deepEqual(slugsWith(offering("Next").replace("fhir-server", "imaging")), ["next", "same"]);
  assert.deepEqual(slugsWith(offering("Next", `${topics}\nstatus: retired`)), ["same"]);
});

test("standards in common decide between alternatives on the same topics", () => {
  const topics = "topics: ['A: Rare']";
  const catalog = catalogWith({
    "offerings/it.md": offering("It", `${topics}\nstandards: [FHIR R4, SMART on FHIR]`),
    "offerings/a.md": offering("A", topics),
    "offerings/b.md": offering("B", `${topics}\nstandards: [SMART on FHIR, X12]`),
    "offerings/c.md": offering("C", `${topics}\nstandards: [SMART on FHIR, FHIR R4]`),
  });
  const related = alternativesTo(catalog, one(catalog.offerings, "it"), 9);
  assert.deepEqual(slugs(related), ["c", "b", "a"]);
  assert.deepEqual(
    related.map(({ standards }) => standards),
    [["SMART on FHIR", "FHIR R4"], ["SMART on FHIR"], []],
  );
});

test("what shares nothing has nothing like it", () => {
  const catalog = catalogWith({ "news/2026/it.md": item("'A: Rare'"), "offerings/it.md": offering("It") });
  assert.deepEqual(storiesLike(catalog, one(catalog.news, "it"), 5), []);
  assert.deepEqual(offeringsLike(catalog, one(catalog.news, "it"), 5), []);
  assert.deepEqual(alternativesTo(catalog, one(catalog.offerings, "it"), 5), []);
});
