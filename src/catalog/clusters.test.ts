import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Cluster, type ClusterStory, findClusters } from "./clusters.ts";
import { catalogOf, healthy, news } from "./testing.ts";

const story = (slug: string, changes: Partial<ClusterStory> = {}): ClusterStory => ({
  slug,
  date: "2026-01-02",
  title: `Story of ${slug}`,
  summary: undefined,
  host: `${slug}.example`,
  published: "2026-01-01",
  offerings: [],
  topics: [],
  sameStoryAs: [],
  notSameAs: [],
  ...changes,
});

const slugsOf = (clusters: readonly Cluster<ClusterStory>[]) =>
  clusters.map(({ stories }) => stories.map(({ slug }) => slug));

const clustersOf = (...stories: readonly ClusterStory[]) => slugsOf(findClusters(stories));

const HACK = {
  title: "Attackers read records of Kestrel through unprotected endpoint",
  summary: "Kestrel told regulators that attackers read records through an unprotected endpoint.",
  topics: ["security", "privacy"],
};

test("the same press release at two places is one event, the earliest leads", () => {
  assert.deepEqual(
    clustersOf(
      story("b", { ...HACK, published: "2026-01-03" }),
      story("a", { ...HACK, published: "2026-01-04" }),
      story("c"),
    ),
    [["b", "a"]],
  );
  // By the last day on which it may have been published; then by curation, then by slug.
  assert.deepEqual(
    clustersOf(story("a", { ...HACK, published: "2026-01" }), story("b", { ...HACK, published: "2026-01-30" })),
    [["b", "a"]],
  );
  assert.deepEqual(clustersOf(story("b", HACK), story("a", { ...HACK, date: "2026-01-05" }), story("c", HACK)), [
    ["b", "c", "a"],
  ]);
});

test("what the words say is not enough where numbers, stages, places or days speak against it", () => {
  const apart = (one: Partial<ClusterStory>, two: Partial<ClusterStory>) =>
    assert.deepEqual(clustersOf(story("a", { ...HACK, ...one }), story("b", { ...HACK, ...two })), []);
  apart({ title: "HAPI 8.10.0 reads records" }, { title: "HAPI 8.12.0 reads records" });
  apart({ title: "Guide 2.0.0-ballot reads records" }, { title: "Guide 2.0.0 reads records" });
  apart({ title: `${HACK.title} (CVE-2026-1001)` }, { title: `${HACK.title} (CVE-2026-1002)` });
  apart({ title: `Proposed rule: ${HACK.title}` }, { title: `Final rule: ${HACK.title}` });
  apart({ title: `${HACK.title}, part 1` }, { title: `${HACK.title}, part 2` });
  apart({ title: `${HACK.title} in May 2026` }, { title: `${HACK.title} in June 2026` });
  apart({ host: "one.example" }, { host: "one.example", published: "2026-01-02" });
  apart({ published: "2026-01-01" }, { published: "2026-12-01", title: `Again: ${HACK.title}` });
});

test("what is stated joins whatever else is said, from either side, and the one that is named leads", () => {
  assert.deepEqual(
    clustersOf(story("a"), story("b", { sameStoryAs: ["c"] }), story("c", { published: "2026-05-01" })),
    [["c", "b"]],
  );
  // A chain leads to its end.
  assert.deepEqual(clustersOf(story("a", { sameStoryAs: ["b"] }), story("b", { sameStoryAs: ["c"] }), story("c")), [
    ["c", "a", "b"],
  ]);
});

test("what is denied is in no cluster together, not even through a third", () => {
  assert.deepEqual(clustersOf(story("a", HACK), story("b", { ...HACK, notSameAs: ["a"] })), []);
  const through = clustersOf(
    story("a", { ...HACK, notSameAs: ["c"] }),
    story("b", { ...HACK, sameStoryAs: ["a"] }),
    story("c", HACK),
  );
  assert.deepEqual(through, [["a", "b"]]);
});

test("what is stated of a story that is to come, and by it, holds while it is in no cluster itself", () => {
  const later = (changes: Partial<ClusterStory>) => [story("later", changes)];
  const named = [story("a", { sameStoryAs: ["later"] }), story("b", { sameStoryAs: ["later"] }), story("c")];
  assert.deepEqual(slugsOf(findClusters(named, later({}))), [["a", "b"]]);
  const plain = [story("a"), story("b", { published: "2025-12-01" }), story("c")];
  assert.deepEqual(slugsOf(findClusters(plain, later({ sameStoryAs: ["a", "b"] }))), [["b", "a"]]);
  // One alone is no cluster, and a denial keeps a story out that will not be in.
  assert.deepEqual(slugsOf(findClusters(plain, later({ sameStoryAs: ["a"] }))), []);
  const denied = [story("a", HACK), story("b", HACK)];
  assert.deepEqual(slugsOf(findClusters(denied, later({ sameStoryAs: ["a"], notSameAs: ["b"] }))), []);
  assert.deepEqual(slugsOf(findClusters(denied, later({ sameStoryAs: ["a"] }))), [["a", "b"]]);
});

test("a cluster says which stories no editor placed in it", () => {
  const [cluster] = findClusters([
    story("a", HACK),
    story("b", { ...HACK, sameStoryAs: ["a"] }),
    story("c", { ...HACK, published: "2026-01-02" }),
  ]);
  assert.deepEqual(
    cluster?.found.map(({ slug }) => slug),
    ["c"],
  );
  const [both] = findClusters([
    story("a", HACK),
    story("b", { ...HACK, sameStoryAs: ["a"] }),
    story("c", HACK),
    story("d", { ...HACK, sameStoryAs: ["c"] }),
  ]);
  assert.deepEqual(
    both?.found.map(({ slug }) => slug).sort(),
    ["c", "d"],
    "nobody stated that the two pairs are one event",
  );
});

const WORDS = "records attackers kestrel endpoint regulators breach audit patients exposed unprotected".split(" ");

const someStories = fc
  .array(
    fc.record({
      title: fc.shuffledSubarray(WORDS, { minLength: 4 }).map((words) => words.join(" ")),
      published: fc.constantFrom("2026-01-01", "2026-01-03", "2026-01", "2026", undefined),
      topics: fc.subarray(["a", "b"]),
      same: fc.integer({ min: 0, max: 40 }),
      other: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ title, published, topics, same, other }, index) =>
      story(`s${index}`, {
        title,
        published,
        topics,
        sameStoryAs: same < drafts.length && same !== index ? [`s${same}`] : [],
        notSameAs: other < drafts.length && other !== index ? [`s${other}`] : [],
      }),
    ),
  );

test("each story is in one cluster at most, none with one that is denied, whichever order they come in", () => {
  fc.assert(
    fc.property(someStories, fc.array(fc.integer({ min: 0, max: 11 })), (stories, order) => {
      const clusters = findClusters(stories);
      const placed = clusters.flatMap((cluster) => cluster.stories);
      assert.equal(new Set(placed).size, placed.length);
      for (const { stories: members } of clusters) {
        assert.ok(members.length > 1);
        const slugs = new Set(members.map(({ slug }) => slug));
        for (const { notSameAs } of members) assert.ok(!notSameAs.some((slug) => slugs.has(slug)));
      }
      const moved = order.flatMap((index) => stories[index] ?? []);
      const shuffled = [...new Set([...moved, ...stories.toReversed()])];
      assert.deepEqual(slugsOf(findClusters(shuffled)), slugsOf(clusters));
    }),
  );
});

/** Stories as of a grown site: each with rare words, common ones and an offering that many have. */
function manyStories(count: number): ClusterStory[] {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2010, 0, 1 + draw(5800))).toISOString().slice(0, 10);
    const words = Array.from({ length: 8 }, () => `w${Math.floor(draw(3000) ** 2 / 3000)}`);
    return story(`s${index}`, {
      title: `${words.join(" ")} health data`,
      host: `h${draw(500)}.example`,
      published: [day, day, day, day.slice(0, 7), day.slice(0, 4), undefined][draw(6)],
      offerings: [`o${draw(400)}`],
      topics: [`t${draw(40)}`],
    });
  });
}

test("the pairs that are compared grow with the stories, not with their square", (t) => {
  const compare = (count: number) => {
    const effort = { compared: 0 };
    findClusters(manyStories(count), [], effort);
    t.diagnostic(`${count} stories: ${effort.compared} pairs compared`);
    return effort.compared / count;
  };
  compare(5000);
  assert.ok(compare(50_000) < 120, "each story is compared with few others");
});

test("the graph has the cluster in every story of it, the lead first and frozen", () => {
  const catalog = catalogOf(
    healthy({
      "news/2026/story.md": news({ published: "2026-01-02" }),
      "news/2026/other.md": news({
        title: "Another headline",
        link: "https://b.example/1",
        published: "2026-02-03",
        sameStoryAs: "story",
      }),
      "news/2027/later.md": news({ title: "To come", date: "2027-01-02", link: "https://e.example/1" }),
      "news/2026/third.md": news({
        title: "It is",
        link: "https://f.example/1",
        published: "2020",
        sameStoryAs: "later",
      }),
      "news/2026/fourth.md": news({ title: "Coming", link: "https://g.example/1", sameStoryAs: "later" }),
      "news/2026/alone.md": news({ title: "Something else", link: "https://c.example/1", published: "2020" }),
      "news/2026/draft.md": `${news({ link: "https://d.example/1" })}\ndraft: true`,
    }),
  );
  const bySlug = new Map(catalog.news.map((item) => [item.slug, item]));
  const cluster = bySlug.get("story")?.cluster;
  assert.deepEqual(
    cluster?.map(({ slug }) => slug),
    ["story", "other"],
  );
  assert.equal(bySlug.get("other")?.cluster, cluster);
  assert.equal(cluster?.[1], bySlug.get("other"));
  assert.ok(Object.isFrozen(cluster));
  assert.equal(bySlug.get("alone")?.cluster, undefined);
  assert.deepEqual(
    bySlug.get("fourth")?.cluster?.map(({ slug }) => slug),
    ["third", "fourth"],
  );
});
