import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCatalog } from "./build-catalog.ts";
import type { Catalog } from "./graph.ts";
import { BUILD_DATE, catalogOf, type Files, healthy, news, readAll } from "./testing.ts";

const topic = (name: string, lines = "") => `name: '${name}'\ndescription: A topic.\n${lines}`;
const offering = (name: string, lines = "") =>
  `name: ${name}\nvendor: acme\nkind: fhir-server\nsummary: It is.\n${lines}`;
const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug);
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

function find<T extends { readonly slug: string }>(list: readonly T[], slug: string): T {
  const found = list.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

/** News items with these fields, each with a source of its own. */
function items(fields: Readonly<Record<string, Readonly<Record<string, string>>>>): Files {
  return Object.fromEntries(
    Object.entries(fields).map(([slug, lines]) => [
      `news/2026/${slug}.md`,
      news({ link: `https://acme.example/${slug}`, ...lines }),
    ]),
  );
}

const graphOfTopics = (files: Files): Catalog => catalogOf(healthy(files));
const sameAs = (catalog: Catalog, slug: string) => names(find(catalog.topics, slug).sameAs);

test("every reference leads there and back", () => {
  const { news, offerings, topics, organizations, authors } = catalogOf(
    healthy(items({ story: { author: "Ann Lee" } })),
  );
  const [story, server, fhir, acme, ann] = [news[0], offerings[0], topics[0], organizations[0], authors[0]];
  assert.ok(story && server && fhir && acme && ann);
  assert.deepEqual([story.topics, story.offerings, story.publisher, story.authors], [[fhir], [server], acme, [ann]]);
  assert.deepEqual([server.vendor, server.topics, server.news], [acme, [fhir], [story]]);
  assert.deepEqual([fhir.news, fhir.offerings], [[story], [server]]);
  assert.deepEqual([acme.news, acme.offerings], [[story], [server]]);
  assert.deepEqual(ann.news, [story]);
  assert.equal(story.topics[0], fhir, "the thing itself, no copy");
});

test("what is named twice counts once", () => {
  const { news, offerings, topics } = catalogOf(
    healthy({
      "offerings/acme-server.md": offering("Acme Server", "topics: ['HL7: FHIR', 'HL7: FHIR']"),
      ...items({
        story: {
          categories: "['HL7: FHIR', 'HL7: FHIR']",
          relatedOfferings: "[acme-server, acme-server]",
          author: "[Ann Lee, Ann  Lee]",
        },
      }),
    }),
  );
  assert.deepEqual([news[0]?.topics.length, news[0]?.offerings.length, news[0]?.authors.length], [1, 1, 1]);
  assert.deepEqual([topics[0]?.news.length, topics[0]?.offerings.length, offerings[0]?.news.length], [1, 1, 1]);
});

test("the offering that a story is about comes first among those that it names, once", () => {
  const { news, offerings } = catalogOf(
    healthy({
      "offerings/zeta.md": offering("Zeta"),
      ...items({ story: { offering: "zeta", relatedOfferings: "[acme-server, zeta]" } }),
    }),
  );
  const [story] = news;
  assert.deepEqual(
    story?.offerings.map(({ name }) => name),
    ["Zeta", "Acme Server"],
  );
  assert.equal(
    story?.mainOffering,
    offerings.find(({ slug }) => slug === "zeta"),
  );
  assert.deepEqual(
    offerings.map((one) => one.news),
    [[story], [story]],
  );
});

test("an institution is found by its slug and by each of its names, and knows the stories that concern it", () => {
  const { news, organizations } = catalogOf(
    healthy({
      "organizations/zeta.md": "name: Zeta\ntype: nonprofit\nlegalName: Zeta Foundation, Inc.\nalsoKnownAs: [Z]",
      ...items({
        a: { institution: "zeta" },
        b: { institution: "' Zeta  Foundation, Inc.'" },
        c: { institution: "Z" },
        d: { institution: "{ label: Anything, permalink: /institution/zeta/ }" },
        e: { institution: "{ label: null, permalink: ' ' }" },
      }),
    }),
  );
  const zeta = organizations.find(({ slug }) => slug === "zeta");
  const concerned = news.filter(({ institution }) => institution === zeta);
  assert.deepEqual(concerned.map(({ slug }) => slug).sort(), ["a", "b", "c", "d"]);
  assert.deepEqual(zeta?.newsAbout, concerned);
  assert.deepEqual(zeta?.news, [], "they are not published by it");
});

test("files that a story names are in the graph where they are there and what they should be", () => {
  const documents = new Map([
    ["a.pdf", { length: 12, isPdf: true }],
    ["page.pdf", { length: 15, isPdf: false }],
  ]);
  const { news } = catalogOf(
    healthy(
      items({
        a: { featuredPdf: "a.pdf", favIconImage: "a.png" },
        b: { featuredPdf: "page.pdf", favIconImage: "b.png" },
        c: { featuredPdf: "c.pdf" },
      }),
    ),
    { images: ["a.png"], documents },
  );
  assert.deepEqual(
    news
      .filter(({ slug }) => slug !== "story")
      .map(({ slug, document, icon, missingFiles }) => [slug, document, icon, missingFiles]),
    [
      ["a", { file: "a.pdf", length: 12 }, "a.png", []],
      ["b", undefined, undefined, ["public/images/b.png"]],
      ["c", undefined, undefined, ["public/documents/c.pdf"]],
    ],
  );
});

test("sameAs holds both ways and along chains, however it is stated", () => {
  const catalog = graphOfTopics({
    "topics/a-one.md": topic("A: One", "sameAs: ['B: One']"),
    "topics/b-one.md": topic("B: One"),
    "topics/c-one.md": topic("C: One", "sameAs: ['D: One']"),
    "topics/d-one.md": topic("D: One", "sameAs: ['B: One', 'C: One']"),
    "topics/e-two.md": topic("E: Two"),
  });
  assert.deepEqual(sameAs(catalog, "a-one"), ["B: One", "C: One", "D: One"]);
  assert.deepEqual(sameAs(catalog, "b-one"), ["A: One", "C: One", "D: One"]);
  assert.deepEqual(sameAs(catalog, "c-one"), ["A: One", "B: One", "D: One"]);
  assert.deepEqual(sameAs(catalog, "e-two"), []);
});

test("related holds both ways, once, and not along chains; broader has its narrower", () => {
  const { topics } = graphOfTopics({
    "topics/a-one.md": topic("A: One", "related: ['B: Two']\nbroader: 'C: All'"),
    "topics/b-two.md": topic("B: Two", "related: ['A: One', 'C: All']\nbroader: 'C: All'"),
    "topics/c-all.md": topic("C: All"),
  });
  assert.deepEqual(names(find(topics, "a-one").related), ["B: Two"]);
  assert.deepEqual(names(find(topics, "b-two").related), ["A: One", "C: All"]);
  assert.deepEqual(names(find(topics, "c-all").related), ["B: Two"]);
  assert.deepEqual(names(find(topics, "c-all").narrower), ["A: One", "B: Two"]);
  assert.equal(find(topics, "a-one").broader?.name, "C: All");
});

test("news is read newest first, at the start of the period known, the unknown last", () => {
  const { news, topics, offerings, organizations } = catalogOf({
    ...healthy(
      items({
        story: { published: "unknown", date: "2026-11-01" },
        "z-unknown": { published: "unknown", date: "2026-11-02" },
        "year-2026": { published: "2026" },
        "month-2026-01": { published: "2026-01", date: "2026-03-01" },
        "day-2026-01-01": { published: "2026-01-01", date: "2026-02-01" },
        "day-2025-12-31": { published: "2025-12-31" },
        "month-2026-02": { published: "2026-02" },
        "b-same": { published: "2020" },
        "a-same": { published: "2020" },
        fallback: { date: "2026-05-05" },
      }),
    ),
  });
  const order = [
    "fallback",
    "month-2026-02",
    "month-2026-01",
    "day-2026-01-01",
    "year-2026",
    "day-2025-12-31",
    "a-same",
    "b-same",
    "z-unknown",
    "story",
  ];
  assert.deepEqual(slugs(news), order);
  assert.deepEqual(slugs(topics[0]?.news ?? []), order);
  assert.deepEqual(slugs(offerings[0]?.news ?? []), order);
  assert.deepEqual(slugs(organizations[0]?.news ?? []), order);
  assert.equal(find(news, "story").published, undefined);
});

test("the order of the files does not matter", () => {
  const files = healthy({
    "topics/a-one.md": topic("A: One", "sameAs: ['HL7: FHIR']"),
    ...items({ second: { author: "Ann Lee" }, third: { author: "ann lee", date: "2026-01-03" } }),
  });
  const turned = Object.fromEntries(Object.entries(files).reverse());
  assert.deepEqual(catalogOf(turned), catalogOf(files));
});

test("lists are in the order that a reader expects", () => {
  const { offerings, topics, organizations, authors } = catalogOf(
    healthy({
      "offerings/zebra.md": offering("zebra"),
      "offerings/eclair.md": offering("Éclair"),
      "topics/symplur-fhir.md": topic("Symplur: #FHIR"),
      "topics/hl7-ccda.md": topic("HL7: ccda"),
      "organizations/aardvark.md": "name: aardvark\ntype: news",
      ...items({ story: { author: "[Zoe, adam, Bea]" } }),
    }),
  );
  assert.deepEqual(names(offerings), ["Acme Server", "Éclair", "zebra"]);
  assert.deepEqual(names(topics), ["HL7: ccda", "HL7: FHIR", "Symplur: #FHIR"]);
  assert.deepEqual(names(organizations), ["aardvark", "Acme"]);
  assert.deepEqual(names(authors), ["adam", "Bea", "Zoe"]);
});

test("authors are one person however the name is punctuated; the newest spelling wins", () => {
  const { authors } = catalogOf(
    healthy(
      items({
        story: { author: "Kenneth D Mandl", date: "2026-01-01" },
        newer: { author: "Kenneth D. Mandl", date: "2026-01-02" },
        odd: { author: "'!!!'", date: "2026-01-03" },
      }),
    ),
  );
  assert.deepEqual(
    authors.map(({ slug, name, news }) => [slug, name, news.length]),
    [
      ["unnamed", "!!!", 1],
      ["kenneth-d-mandl", "Kenneth D. Mandl", 2],
    ],
  );
});

test("a name of any length has a page that a file system can hold, and scripts keep their marks", () => {
  const long = "Ānanda ".repeat(60).trim();
  const { authors } = catalogOf(healthy(items({ story: { author: `[${long}, ${"デ".repeat(320)}, バン, パン]` } })));
  const found = slugs(authors);
  assert.equal(found.length, 4);
  assert.ok(found.includes("バン") && found.includes("パン"));
  for (const slug of found) assert.ok([...slug].length <= 120 && Buffer.byteLength(slug) <= 200, slug);
});

test("the last change lies between the curation and the build", () => {
  const changed = (lastMod: string) =>
    catalogOf(healthy(items({ story: { date: "2026-01-02", lastMod: `'${lastMod}T08:00:00Z'` } }))).news[0]?.modified;
  assert.equal(changed("2026-01-05"), "2026-01-05");
  assert.equal(changed("2025-12-31"), "2026-01-02");
  assert.equal(changed("2027-01-01"), BUILD_DATE);
  assert.equal(catalogOf(healthy()).news[0]?.modified, "2026-01-02");
});

test("the publisher is the one stated, else the owner of the host or of its nearest parent", () => {
  const publisher = (lines: Readonly<Record<string, string>>) =>
    catalogOf(
      healthy({
        "organizations/acme-labs.md": "name: Labs\ntype: research\nhosts: [labs.acme.example]",
        "organizations/draft.md": "name: Draft\ntype: news\nhosts: [draft.example]\ndraft: true",
        ...items({ story: lines }),
      }),
    ).news[0]?.publisher?.slug;
  assert.equal(publisher({ link: "https://www.acme.example/x" }), "acme");
  assert.equal(publisher({ link: "https://a.b.acme.example/x" }), "acme");
  assert.equal(publisher({ link: "https://old.labs.acme.example/x" }), "acme-labs");
  assert.equal(publisher({ link: "https://acme.example/x", publisher: "acme-labs" }), "acme-labs");
  assert.equal(publisher({ link: "https://example/x" }), undefined);
  assert.equal(publisher({ link: "https://draft.example/x" }), undefined);
});

test("drafts and items of a later day leave, with all that leads to them", () => {
  const catalog = catalogOf(
    healthy({
      "topics/draft-topic.md": topic("Draft: Topic", "draft: true\nsameAs: ['HL7: FHIR']\nrelated: ['HL7: FHIR']"),
      "offerings/draft.md": offering("Draft", "draft: true\ntopics: ['HL7: FHIR']"),
      "organizations/draft.md": "name: Draft\ntype: news\ndraft: true",
      ...items({
        draft: { draft: "true", aliases: "/was/a-draft/", author: "Nobody" },
        tomorrow: { date: "2026-11-23", aliases: "/was/tomorrow/" },
        today: { date: BUILD_DATE, aliases: "/was/today/" },
      }),
    }),
  );
  assert.deepEqual(slugs(catalog.news), ["today", "story"]);
  assert.deepEqual(slugs(catalog.offerings), ["acme-server"]);
  assert.deepEqual(slugs(catalog.topics), ["hl7-fhir"]);
  assert.deepEqual(slugs(catalog.organizations), ["acme"]);
  assert.deepEqual(catalog.authors, []);
  assert.deepEqual(catalog.aliases, [{ from: "/was/today/", kind: "news", slug: "today" }]);
  const [fhir] = catalog.topics;
  assert.deepEqual([fhir?.sameAs, fhir?.related, fhir?.news.length, fhir?.offerings.length], [[], [], 2, 1]);
});

test("a successor knows its predecessors", () => {
  const { offerings } = catalogOf(
    healthy({
      "offerings/old.md": offering("Old", "status: retired\nsuccessor: acme-server"),
      "offerings/older.md": offering("Older", "status: renamed\nsuccessor: acme-server"),
    }),
  );
  const server = find(offerings, "acme-server");
  assert.deepEqual(slugs(server.predecessors), ["old", "older"]);
  assert.equal(find(offerings, "old").successor, server);
});

test("certified products are joined by name, with the source and day of the facts", () => {
  const product = { product: "__proto__", developer: "Acme", versions: [] };
  const facts = { source: "A list", asOf: "2026-01-01", criteria: { "170.315(g)(10)": "API" }, products: [product] };
  const catalog = catalogOf(healthy({ "offerings/acme-server.md": offering("A", "oncProducts: [__proto__]") }), {
    facts,
  });
  assert.deepEqual(catalog.offerings[0]?.certified, [product]);
  assert.deepEqual(catalog.factsSource, { source: "A list", asOf: "2026-01-01" });
  assert.equal(catalog.criteria.get("170.315(g)(10)"), "API");
  assert.equal(catalogOf(healthy()).factsSource, undefined);
});

test("names of the prototype are names like others", () => {
  const { news, topics, offerings } = catalogOf(
    healthy({
      "topics/hl7-constructor.md": topic("HL7: constructor", "sameAs: ['HL7: __proto__']"),
      "topics/hl7-proto.md": topic("HL7: __proto__"),
      "topics/proto-proto.md": topic("__proto__: __proto__"),
      "offerings/constructor.md": offering("constructor"),
      ...items({
        constructor: {
          categories: "['HL7: constructor', 'HL7: __proto__', '__proto__: __proto__']",
          relatedOfferings: "[constructor]",
          author: "[constructor, __proto__]",
        },
      }),
    }),
  );
  const item = find(news, "constructor");
  assert.deepEqual(names(item.topics), ["HL7: constructor", "HL7: __proto__", "__proto__: __proto__"]);
  assert.deepEqual(names(find(topics, "hl7-proto").sameAs), ["HL7: constructor"]);
  assert.deepEqual(slugs(find(offerings, "constructor").news), ["constructor"]);
  assert.deepEqual(slugs(item.authors), ["constructor", "proto"]);
});

test("an image is shown where there is one", () => {
  const files = healthy(items({ story: { featuredImage: "{ href: here.png, alt: A chart }" } }));
  const imageOf = (images: readonly string[]) => catalogOf(files, { images }).news[0]?.image;
  assert.deepEqual(imageOf(["here.png"]), { file: "here.png", alt: "A chart", size: undefined });
  assert.equal(imageOf([]), undefined);
});

test("the graph is frozen, all of it", () => {
  const catalog = catalogOf(healthy(items({ story: { author: "Ann", featuredImage: "{ href: a.png }" } })));
  const seen = new Set<object>();
  const rest: unknown[] = [catalog];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    assert.ok(Object.isFrozen(value), JSON.stringify(Object.keys(value)));
    rest.push(...Object.values(value));
  }
  assert.ok(seen.size > 15);
  assert.throws(() => (catalog.topics as unknown[]).push(1), TypeError);
});

test("any error means no catalog, a warning does not", () => {
  const build = (files: Files) => {
    const { entries } = readAll(files);
    return buildCatalog(
      { entries, facts: undefined, interfaces: [], images: new Set(), documents: new Map(), diagnostics: [] },
      { buildDate: BUILD_DATE },
    );
  };
  const warned = build(healthy(items({ story: { link: "https://nobody.example/x" } })));
  assert.ok(warned.ok);
  assert.deepEqual(
    warned.diagnostics.map(({ rule }) => rule),
    ["unknown-publisher"],
  );
  const failed = build(healthy(items({ story: { publisher: "nobody", categories: "'A: B'" } })));
  assert.equal(failed.ok, false);
  assert.equal("catalog" in failed, false);
  assert.equal(failed.diagnostics.length, 2, "all of them, not the first");
});

test("nothing at all is a catalog too", () => {
  const { news, topics, aliases } = catalogOf({});
  assert.deepEqual([news, topics, aliases], [[], [], []]);
});

test("a status is to come until its day, at the start of the period known", () => {
  const toCome = (statusDate: string) => {
    const server = `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\nstatus: retired\nstatusDate: ${statusDate}`;
    return catalogOf(healthy({ "offerings/acme-server.md": server })).offerings[0]?.isStatusToCome;
  };
  assert.deepEqual(["2026-11-21", BUILD_DATE, "2026-11-23", "2026", "2027-03"].map(toCome), [
    false,
    false,
    true,
    false,
    true,
  ]);
});

test("a host in the letters of its language owns the links that are written with it, or as machines have it", () => {
  const catalog = catalogOf(
    healthy({
      "organizations/klinik.md": "name: Klinik\ntype: vendor\nhosts: [Müller-Klinik.example]",
      ...items({
        shown: { link: "https://www.müller-klinik.example/a" },
        encoded: { link: "https://news.xn--mller-klinik-dlb.example/b" },
      }),
    }),
  );
  const { news: published, hosts } = find(catalog.organizations, "klinik");
  assert.deepEqual(slugs(published).sort(), ["encoded", "shown"]);
  assert.deepEqual(hosts, ["xn--mller-klinik-dlb.example"]);
});

test("authors have the name and the address that are listed for them", () => {
  const files = healthy(items({ story: { author: "[Jane Döe, K. Mandl, Jane Doe, Kenneth D Mandl]" } }));
  const authorNames = { "jane-doee": ["Jane Döe"], "kenneth-d-mandl": ["Kenneth D. Mandl", "K Mandl"] };
  assert.deepEqual(
    catalogOf(files, { authorNames }).authors.map(({ slug, name }) => [slug, name]),
    [
      ["jane-doe", "Jane Doe"],
      ["jane-doee", "Jane Döe"],
      ["kenneth-d-mandl", "Kenneth D. Mandl"],
    ],
  );
});

test("no author has the address of a list, or a name that no file can have", () => {
  const { authors } = catalogOf(healthy(items({ story: { author: "[Index, Con, Conrad]" } })));
  assert.deepEqual(slugs(authors).sort(), ["con-author", "conrad", "index-author"]);
});
