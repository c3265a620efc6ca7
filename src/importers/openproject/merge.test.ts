import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BODY, digestBody, type Fields, merge, type Version } from "./merge.ts";

const version = (fields: Fields, body = ""): Version => ({ fields, body: digestBody(body) });

function decide(base: Fields | undefined, ours: Fields, theirs: Fields, prefer?: "ours" | "theirs") {
  const input = { base: base && version(base), ours: version(ours), theirs: version(theirs), prefer };
  const { differences, base: next } = merge(input);
  return { decisions: differences.map(({ path, decision }) => `${decision} ${path.join(".")}`), next: next.fields };
}

/** What OpenProject had, what the file has, what OpenProject has, and what becomes of it. */
const CASES: readonly (readonly [
  name: string,
  base: Fields | undefined,
  ours: Fields,
  theirs: Fields,
  decisions: string[],
])[] = [
  ["nobody changed anything", { title: "A" }, { title: "A" }, { title: "A" }, []],
  ["only OpenProject changed", { title: "A" }, { title: "A" }, { title: "B" }, ["take title"]],
  ["only the editor changed", { title: "A" }, { title: "B" }, { title: "A" }, ["keep title"]],
  ["both made the same change", { title: "A" }, { title: "B" }, { title: "B" }, []],
  ["both changed it differently", { title: "A" }, { title: "B" }, { title: "C" }, ["conflict title"]],
  ["each changed another field", { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2 }, ["keep a", "take b"]],
  [
    "each changed another key of a map",
    { m: { a: 1, b: 1 } },
    { m: { a: 2, b: 1 } },
    { m: { a: 1, b: 2 } },
    ["keep m.a", "take m.b"],
  ],
  ["OpenProject added a field", {}, {}, { summary: "A" }, ["take summary"]],
  ["OpenProject removed a field", { via: "A" }, { via: "A" }, {}, ["take via"]],
  ["OpenProject emptied a field", { via: "A" }, { via: "A" }, { via: " " }, ["take via"]],
  ["the editor added a field", {}, { note: "A" }, {}, ["keep note"]],
  ["the editor removed a field", { via: "A" }, {}, { via: "A" }, ["keep via"]],
  ["the editor removed what OpenProject changed", { via: "A" }, {}, { via: "B" }, ["conflict via"]],
  ["the editor changed what OpenProject removed", { via: "A" }, { via: "B" }, {}, ["conflict via"]],
  ["the editor removed what nobody reads", { tags: ["A"] }, {}, { tags: ["B"] }, ["keep tags"]],
  ["absent is written in another way", { via: " ", author: null }, { via: null }, { via: "", author: null }, []],
  ["a list of one is written as one value", { author: ["A"] }, { author: "A" }, { author: ["B"] }, ["take author"]],
  [
    "lists are whole",
    { categories: ["A"] },
    { categories: ["A", "B"] },
    { categories: ["A", "C"] },
    ["conflict categories"],
  ],
  ["the order of keys says nothing", { m: { a: 1, b: 2 } }, { m: { b: 2, a: 1 } }, { m: { a: 1, b: 2 } }, []],
  [
    "copies of an offering say nothing",
    { relatedOfferings: [{ permalink: "/offering/a", label: "A" }] },
    { relatedOfferings: ["a"] },
    { relatedOfferings: [{ permalink: "/offering/a/", label: "B" }] },
    [],
  ],
  [
    "a link without its tracker is the same",
    { link: { href: "https://a.example/#.YWhSbhrMJPY" } },
    { link: "https://a.example/" },
    { link: { href: "https://a.example/#.YWhSbhrMJPY" } },
    [],
  ],
  [
    "an image is removed",
    { featuredImage: { href: "a" } },
    { featuredImage: { href: "a" } },
    { featuredImage: null },
    ["take featuredImage"],
  ],
  [
    "what is derived waits for a decision",
    { title: "A", breadcrumbs: ["A"] },
    { title: "B", breadcrumbs: ["A"] },
    { title: "C", breadcrumbs: ["C"] },
    ["conflict title", "wait breadcrumbs"],
  ],
  ["a key is called constructor", { m: {} }, { m: {} }, { m: { constructor: "A" } }, ["take m.constructor"]],
  ["no base: both have it and differ", undefined, { title: "A" }, { title: "B" }, ["conflict title"]],
  ["no base: the file lacks it", undefined, {}, { summary: "A" }, ["take summary"]],
  [
    "no base: the file lacks what nobody reads",
    undefined,
    {},
    { tags: ["A"], layOut: "single" },
    ["keep tags", "keep layOut"],
  ],
  ["no base: OpenProject lacks it", undefined, { note: "A" }, { note: null }, ["keep note"]],
];

describe("a merge, when", () => {
  for (const [name, base, ours, theirs, decisions] of CASES) {
    test(name, () => assert.deepEqual(decide(base, ours, theirs).decisions, decisions));
  }
});

describe("bodies", () => {
  const decideBody = (base: string, ours: string, theirs: string) =>
    merge({ base: version({}, base), ours: version({}, ours), theirs: version({}, theirs) }).differences.map(
      ({ path, decision }) => `${decision} ${path}`,
    );
  test("are merged as a whole", () => {
    assert.deepEqual(decideBody("a", "a", "b"), [`take ${BODY}`]);
    assert.deepEqual(decideBody("a", "b", "a"), [`keep ${BODY}`]);
    assert.deepEqual(decideBody("a", "b", "c"), [`conflict ${BODY}`]);
  });
  test("are the same with other line ends", () => assert.deepEqual(decideBody("a\nb", "a\r\nb\r\n", "a\nb\n"), []));
});

describe("the next base", () => {
  const [base, ours, theirs] = [
    { title: "A", via: "A" },
    { title: "B", via: "A" },
    { title: "C", via: "B" },
  ];
  test("is what OpenProject has, but for a conflict, which comes again", () => {
    const { next } = decide(base, ours, theirs);
    assert.deepEqual(next, { title: "A", via: "B" });
    assert.deepEqual(decide(next, { ...ours, via: "B" }, theirs).decisions, ["conflict title"]);
  });
  test("settles a conflict in favour of the file", () => {
    const { decisions, next } = decide(base, ours, theirs, "ours");
    assert.deepEqual(decisions, ["keep title", "take via"]);
    assert.deepEqual(next, theirs);
    assert.deepEqual(decide(next, { ...ours, via: "B" }, theirs).decisions, ["keep title"]);
  });
  test("settles a conflict in favour of OpenProject", () => {
    assert.deepEqual(decide(base, ours, theirs, "theirs").decisions, ["take title", "take via"]);
  });
  test("asks again about a conflict without a base", () => {
    const { next } = decide(undefined, { title: "A" }, { title: "B" });
    assert.deepEqual(decide(next, { title: "A" }, { title: "B" }).decisions, ["conflict title"]);
  });
});
