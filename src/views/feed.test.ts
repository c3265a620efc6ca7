import assert from "node:assert/strict";
import { test } from "node:test";
import { BUILD_DATE, catalogOf, type Files, fhirRecord, healthy, news } from "../catalog/testing.ts";
import { getSite } from "../config/settings.ts";
import { FEED_ITEMS } from "../vocab/feed-format.ts";
import { buildFeed, type FeedSubject, type ImageFiles, keyOfFeed, listFeeds } from "./feed.ts";
import { buildTopicsOutline } from "./feeds-page.ts";
import { SHOWN_CHANGES } from "./interfaces.ts";
import { absoluteUrl } from "./urls.ts";

const NO_IMAGES: ImageFiles = new Map();

const feedOf = (page: string, files: Files, images = NO_IMAGES) => {
  const catalog = catalogOf(files, { images: ["a.png"] });
  const subject = listFeeds(catalog).find((feed) => feed.page === page);
  assert.ok(subject, page);
  return buildFeed(catalog, subject, images);
};

const itemOf = (lines: Readonly<Record<string, string>>, images = NO_IMAGES) => {
  const [item] = feedOf("/", healthy({ "news/2026/story.md": news(lines) }), images).items;
  assert.ok(item);
  return item;
};

test("there is a feed of all news, of the digests, and of each topic, offering, organization and author, with what its page lists", () => {
  const files = healthy({
    "news/2026/story.md": news({ author: "Ann Lee" }),
    "news/2026/other.md": news({ link: "https://other.example/", relatedOfferings: "[]" }),
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: The older one.",
  });
  assert.deepEqual(
    listFeeds(catalogOf(files)).map(({ page, title, description, news }) => [
      page,
      title,
      description,
      news.map(({ slug }) => slug),
    ]),
    [
      ["/", getSite().name, getSite().description, ["other", "story"]],
      [
        "/digest/",
        "Curalog: weekly digest",
        "What was added in a week, by topic, and what changed in the catalog, on the following Monday.",
        [],
      ],
      ["/topic/hl7-fhir/", "Curalog: HL7: FHIR", "The standard.", ["other", "story"]],
      ["/topic/hl7-v2/", "Curalog: HL7: V2", "The older one.", []],
      [
        "/offering/acme-server/",
        "Curalog: Acme Server",
        "Stories that name Acme Server, by Acme, and changes in what its interfaces declare.",
        ["story"],
      ],
      ["/organization/acme/", "Curalog: Acme", "Stories that Acme published.", ["story"]],
      ["/author/ann-lee/", "Curalog: Ann Lee", "Stories by Ann Lee.", ["story"]],
    ],
  );
});

test("the feed of digests has an item for each week that is over, as of the Monday after", () => {
  const files = healthy({
    "news/2026/story.md": news({ date: "2026-11-09", lastMod: "2026-11-20", summary: "In short." }),
    "news/2026/now.md": news({ date: "2026-11-16", link: "https://acme.example/now", title: "Now" }),
    "offerings/acme-server.md":
      "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\nstatus: retired\nstatusDate: '2026-11-14'",
  });
  const { items, updated } = feedOf("/digest/", files);
  const url = absoluteUrl("/digest/2026-w46/");
  assert.deepEqual(
    items.map(({ id, title, curated, teaser, digest, source }) => [id, title, curated, teaser, digest?.week, source]),
    [
      [
        url,
        "Digest of 9 to 15 November 2026",
        "2026-11-16",
        "Week 46 of 2026: 1 story and 1 catalog change. By topic: FHIR.",
        "2026-w46",
        undefined,
      ],
    ],
  );
  assert.deepEqual([updated, items[0]?.updated], ["2026-11-20", "2026-11-20"]);
});

test("an item of the feed of digests is the same on every later day, in every format", () => {
  const files = healthy({ "news/2026/story.md": news({ date: "2026-11-09" }) });
  const catalog = catalogOf(files);
  const on = (buildDate: string) => {
    const later = { ...catalog, buildDate };
    const subject = listFeeds(later).find(({ page }) => page === "/digest/");
    assert.ok(subject);
    return [buildFeed(later, subject, NO_IMAGES), keyOfFeed(later, subject, NO_IMAGES, new Map())];
  };
  assert.deepEqual(on("2026-11-16"), on("2027-05-01"));
});

test("what an interface declares otherwise is in the feed of its offering alone, an item for each day", () => {
  const change = (day: string, field: string) => ({ day, field, before: "1", after: "2" });
  const record = fhirRecord({
    source: "https://github.com/acme/docs/blob/HEAD/r4.json",
    environment: "sandbox",
    changes: [
      change("2026-08-02", "software.version"),
      change("2026-08-02", "software.name"),
      change("2025-12-01", "fhirVersion"),
    ],
  });
  const files = healthy({ "facts/interfaces/acme-server/fhir-r4.json": record });
  const { items, updated } = feedOf("/offering/acme-server/", files);
  const place = absoluteUrl("/offering/acme-server/#interface-fhir-r4");
  assert.deepEqual(
    items.map(({ id, url, title, curated, changes }) => [id, url, title, curated, changes]),
    [
      [
        `${place}-2026-08-02`,
        place,
        "Acme Server, FHIR R4, sandbox: software version 2, previously 1, and 1 more change",
        "2026-08-02",
        ["software version 2, previously 1", "software name 2, previously 1"],
      ],
      [absoluteUrl("/news/story/"), absoluteUrl("/news/story/"), "A story", "2026-01-02", []],
      [
        `${place}-2025-12-01`,
        place,
        "Acme Server, FHIR R4, sandbox: FHIR version 2, previously 1",
        "2025-12-01",
        ["FHIR version 2, previously 1"],
      ],
    ],
  );
  assert.equal(updated, "2026-08-02");
  const read = "FHIR R4, sandbox: what it declares has changed, as in a copy read on 2 August 2026. Not tested by us.";
  assert.equal(items[0]?.summary, read);
  for (const page of ["/", "/topic/hl7-fhir/", "/organization/acme/"])
    assert.equal(feedOf(page, files).items.length, 1, page);
});

test("an item of many changes has those that a page shows, and its title stays a line", () => {
  const added = [1, 2, 3].map((which) => `${which}${"p".repeat(100)}`);
  const changes = Array.from({ length: 1025 }, (_, at) => ({ day: "2026-08-02", field: `resources.T${at}`, added }));
  const record = fhirRecord({ changes });
  const [item] = feedOf(
    "/offering/acme-server/",
    healthy({ "facts/interfaces/acme-server/fhir-r4.json": record }),
  ).items;
  assert.equal(item?.changes.length, SHOWN_CHANGES);
  assert.deepEqual(item.moreChanges, {
    href: absoluteUrl("/api/v1/offering/acme-server.json"),
    label: "1,005 more changes in the data",
  });
  assert.match(item.title, /^Acme Server, FHIR R4: T0: 1p+…, and 1,024 more changes$/);
  assert.ok(item.title.length < 200);
});

test("the feed of a topic has the stories of the same subject in other vocabularies too", () => {
  const files = healthy({
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.\nsameAs: ['HL7: FHIR']",
  });
  assert.deepEqual(
    feedOf("/topic/symplur-fhir/", files).items.map(({ url }) => url),
    [absoluteUrl("/news/story/")],
  );
});

test("the stories curated last come first, whenever they were published", () => {
  const files = healthy({
    "news/2026/new.md": news({ link: "https://a.example/1", date: "2026-01-01", published: "2025-12-31" }),
    "news/2026/old.md": news({ link: "https://a.example/2", date: "2026-03-01", published: "2011" }),
  });
  assert.deepEqual(
    feedOf("/", files).items.map(({ url }) => url),
    ["old", "story", "new"].map((slug) => absoluteUrl(`/news/${slug}/`)),
  );
});

test("a feed stops after fifty stories", () => {
  const many = Object.fromEntries(
    Array.from({ length: FEED_ITEMS + 5 }, (_, index) => [
      `news/2026/s${index}.md`,
      news({ link: `https://a.example/${index}` }),
    ]),
  );
  assert.equal(feedOf("/", healthy(many)).items.length, 50);
});

test("a feed without a story changed with what it is about, else with the catalog, else with the build", () => {
  const retired =
    "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: V2']\nstatus: retired\nstatusDate: 2026-02-03";
  const files = healthy({
    "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: Old.",
    "topics/hl7-v3.md": "name: 'HL7: V3'\ndescription: Newer.",
    "organizations/other.md": "name: Other\ntype: vendor",
    "offerings/acme-server.md": retired,
    "news/2026/story.md": news({ relatedOfferings: "[]", link: "https://other.example/", date: "2026-01-02" }),
  });
  const changed = (page: string, own: Files = files) => {
    const { items, updated } = feedOf(page, own);
    return [items.length, updated];
  };
  assert.deepEqual(changed("/"), [1, "2026-01-02"]);
  // The day on which the offering was retired; the topic and the vendor changed with it.
  for (const page of ["/offering/acme-server/", "/topic/hl7-v2/", "/organization/acme/"])
    assert.deepEqual(changed(page), [0, "2026-02-03"], page);
  // Nothing is in the catalog of which these would tell.
  for (const page of ["/topic/hl7-v3/", "/organization/other/"])
    assert.deepEqual(changed(page), [0, "2026-02-03"], page);
  const bare = { "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: Old." };
  for (const page of ["/", "/topic/hl7-v2/"]) assert.deepEqual(changed(page, bare), [0, BUILD_DATE], page);
});

test("the key of a feed without a story changes with its day", () => {
  const keyOf = (date: string) => {
    const catalog = catalogOf(
      healthy({ "topics/hl7-v2.md": "name: 'HL7: V2'\ndescription: Old.", "news/2026/story.md": news({ date }) }),
    );
    const subject = listFeeds(catalog).find(({ page }) => page === "/topic/hl7-v2/");
    assert.ok(subject);
    return keyOfFeed(catalog, subject, NO_IMAGES, new Map());
  };
  assert.equal(keyOf("2026-01-02"), keyOf("2026-01-02"));
  assert.notEqual(keyOf("2026-01-02"), keyOf("2026-01-03"));
});

test("a change counts from the day of the curation on, and the feed changed with its item", () => {
  const changed = itemOf({ date: "2026-01-02", lastMod: "'2026-03-04T08:00:00Z'" });
  assert.deepEqual([changed.curated, changed.updated], ["2026-01-02", "2026-03-04"]);
  const stale = itemOf({ date: "2026-01-02", lastMod: "'2021-10-11T08:00:00Z'" });
  assert.deepEqual([stale.curated, stale.updated], ["2026-01-02", "2026-01-02"]);
  const catalog = catalogOf(healthy());
  const [all] = listFeeds(catalog);
  const backwards = { ...all, news: catalog.news.map((item) => ({ ...item, modified: "2020-01-01" })) } as FeedSubject;
  assert.equal(buildFeed(catalog, backwards, NO_IMAGES).updated, "2026-01-02");
});

test("an item says what is ours, and of the source only where and when it is", () => {
  const item = itemOf({
    summary: "In short.",
    description: "The words of the source",
    author: "Ann Lee",
    published: "2025-05",
    insights_description: "'We *think* so: [more](../other/).'",
    insights_name: "Bo Kay",
  });
  assert.equal(item.url, absoluteUrl("/news/story/"));
  assert.deepEqual(item.source, { href: "https://acme.example/story", host: "acme.example", deadLink: undefined });
  assert.equal(item.published, "2025-05");
  assert.deepEqual(item.authors, [{ href: absoluteUrl("/author/ann-lee/"), label: "Ann Lee" }]);
  assert.deepEqual(item.topics, [{ href: absoluteUrl("/topic/hl7-fhir/"), label: "HL7: FHIR", slug: "hl7-fhir" }]);
  assert.deepEqual(item.offerings, [{ href: absoluteUrl("/offering/acme-server/"), label: "Acme Server" }]);
  assert.deepEqual(item.insights, {
    html: `<p>We <em>think</em> so: <a href="${absoluteUrl("/news/other/")}">more</a>.</p>`,
    wording: { dir: undefined, lang: undefined },
    by: "Bo Kay",
  });
  assert.equal(item.teaser, "In short.");
  assert.doesNotMatch(JSON.stringify(item), /words of the source|short body/);
});

test("without a summary the beginning of the insights stands for it, and without both nothing does", () => {
  assert.equal(itemOf({ insights: "We *think* so." }).teaser, "We think so.");
  assert.equal(itemOf({}).teaser, undefined);
});

test("an image is given with its length, and not at all without it", () => {
  const lines = { featuredImage: "{ href: a.png, alt: A drawing, size: [90, 30] }" };
  assert.equal(itemOf(lines).image, undefined);
  assert.deepEqual(itemOf(lines, new Map([["a.png", { length: 123, type: "image/png" }]])).image, {
    href: absoluteUrl("/images/a.png"),
    type: "image/png",
    length: 123,
    alt: "A drawing",
    size: [90, 30],
  });
});

test("the topics are listed by vocabulary, with the day of the last change in any of them", () => {
  const files = healthy({
    "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\ndescription: A hashtag.",
    "news/2026/story.md": news({ lastMod: "'2026-03-04T08:00:00Z'" }),
  });
  const outline = buildTopicsOutline(catalogOf(files));
  assert.equal(outline.updated, "2026-03-04");
  assert.deepEqual(outline.groups, [
    {
      name: "HL7",
      feeds: [
        {
          title: "HL7: FHIR",
          description: "The standard.",
          page: absoluteUrl("/topic/hl7-fhir/"),
          feed: absoluteUrl("/topic/hl7-fhir/feed.xml"),
        },
      ],
    },
    {
      name: "Symplur",
      feeds: [
        {
          title: "Symplur: #FHIR",
          description: "A hashtag.",
          page: absoluteUrl("/topic/symplur-fhir/"),
          feed: absoluteUrl("/topic/symplur-fhir/feed.xml"),
        },
      ],
    },
  ]);
  assert.deepEqual(buildTopicsOutline(catalogOf({})), { title: "Curalog: topics", updated: BUILD_DATE, groups: [] });
});
