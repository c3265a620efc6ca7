import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import type { Catalog } from "../catalog/graph.ts";
import {
  BUILD_DATE,
  catalogOf,
  type Files,
  fhirRecord,
  fhirResource,
  healthy,
  news,
  report,
} from "../catalog/testing.ts";
import { fixedPaths } from "../vocab/entity-kind.ts";
import { getPage, pagesOf } from "./testing.ts";

const offering = (lines: string) =>
  `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`;

function dayOf(catalog: Catalog, path: string): string | undefined {
  return getPage(pagesOf(catalog), path).modified;
}

/** A site with a page of every type but further pages of the list of stories. */
const FILES = healthy({
  "news/2026/story.md": news({ author: "[Ann Lee]", published: "2025-05" }),
  "news/2026/other.md": news({ title: "Other", link: "https://acme.example/other", published: "unknown" }),
});

test("every page of a small site stands once in the list", () => {
  const paths = pagesOf(catalogOf(FILES)).map(({ path }) => path);
  assert.deepEqual(paths.sort(), [
    "/",
    "/about/",
    "/api/",
    "/author/ann-lee/",
    "/compare/",
    "/digest/",
    "/digest/2026-w01/",
    "/feeds/",
    "/following/",
    "/news/",
    "/news/2025/",
    "/news/other/",
    "/news/story/",
    "/news/undated/",
    "/offering/",
    "/offering/acme-server/",
    "/offering/authentication/not-stated/",
    "/offering/data/not-stated/",
    "/offering/filters/",
    "/offering/kind/fhir-server/",
    "/offering/licence/not-stated/",
    "/offering/price/not-stated/",
    "/offering/region/not-stated/",
    "/offering/registration/not-stated/",
    "/offering/sandbox/not-stated/",
    "/offering/standard/not-stated/",
    "/offering/status/not-stated/",
    "/offline/",
    "/organization/",
    "/organization/acme/",
    "/search/",
    "/topic/",
    "/topic/hl7-fhir/",
  ]);
});

test("the page of a week that is over, its Markdown and its key are the same on every later day", async () => {
  const catalog = catalogOf(FILES);
  const on = async (buildDate: string) => {
    const page = getPage(pagesOf({ ...catalog, buildDate }), "/digest/2026-w01/");
    return [
      JSON.stringify(await page.getView()),
      await page.getMarkdown(),
      page.findCacheKey(),
      page.findSocialImage(),
    ];
  };
  assert.deepEqual(await on("2027-05-01"), await on("2026-01-05"));
  assert.notDeepEqual(await on("2026-01-04"), await on("2026-01-05"));
});

test("an empty catalog still has the pages of the site itself", () => {
  const paths = pagesOf(catalogOf({})).map(({ path }) => path);
  assert.deepEqual(paths, [
    "/",
    "/about/",
    "/feeds/",
    "/offline/",
    "/api/",
    "/search/",
    "/compare/",
    "/following/",
    "/digest/",
    "/news/",
    "/topic/",
    "/offering/",
    "/offering/filters/",
    "/organization/",
  ]);
});

const MANY_STORIES = Object.fromEntries(
  Array.from({ length: 85 }, (_, index) => [
    `news/2026/s${index}.md`,
    news({ title: `Story ${index}`, link: `https://acme.example/${index}`, author: "Ann Lee" }),
  ]),
);

test("the list of stories has all its pages", () => {
  const paths = pagesOf(catalogOf(healthy(MANY_STORIES))).map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => /^\/news\/(?:page\/|$)/.test(path)),
    ["/news/", "/news/page/2/", "/news/page/3/", "/news/page/4/"],
  );
});

test("no two pages have one path, and every page has a route, and every route pages", () => {
  const interfaces = {
    "facts/interfaces/acme-server/fhir-r4.json": fhirRecord({ resources: [fhirResource("Patient")] }),
  };
  const offerings = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`offerings/o${at}.md`, offering("").replace("Acme Server", `Server ${at}`)]),
  );
  const paths = pagesOf(catalogOf({ ...FILES, ...MANY_STORIES, ...offerings, ...interfaces })).map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  const others = /^(?:404|\[\.\.\.alias\])\.astro$/;
  const routes = globSync("**/*.astro", { cwd: "src/pages" })
    .filter((file) => !others.test(file))
    .map((file) =>
      file
        .replace(/(?:(?:^|\/)index)?\.astro$/, "")
        .replace(/\[\w+\]/g, "[^/]+")
        .replace(/\[\.{3}\w+\]/g, ".+"),
    )
    .map((route) => new RegExp(`^/${route && `${route}/`}$`));
  for (const path of paths)
    assert.ok(
      routes.some((route) => route.test(path)),
      path,
    );
  for (const route of routes)
    assert.ok(
      paths.some((path) => route.test(path)),
      route.source,
    );
});

test("no alias may stand on a page that there is one of", () => {
  const paths = pagesOf(catalogOf({})).map(({ path }) => path);
  assert.deepEqual([...paths, "/404/"].sort(), [...fixedPaths].sort());
});

test("a story changed when it says so, and what lists it changed with it", () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ date: "2026-01-02", lastMod: "2026-03-04" }) }));
  const paths = ["/", "/about/", "/feeds/", "/news/", "/news/2026/", "/news/story/", "/topic/", "/topic/hl7-fhir/"];
  for (const path of [...paths, "/offering/acme-server/", "/organization/acme/"])
    assert.equal(dayOf(catalog, path), "2026-03-04", path);
});

test("where no day is known none is given, and never that of the build", () => {
  const catalog = catalogOf(healthy({ "news/2026/story.md": news({ relatedOfferings: "[]" }) }));
  for (const path of ["/offering/", "/offering/acme-server/", "/offering/kind/fhir-server/"])
    assert.equal(dayOf(catalog, path), undefined, path);
  assert.ok(pagesOf(catalog).every(({ modified }) => modified !== BUILD_DATE));
});

test("a status changes the pages of an offering on its day, not before", () => {
  const at = (status: string, path: string) =>
    dayOf(
      catalogOf(
        healthy({
          "offerings/acme-server.md": offering(status),
          "news/2026/story.md": news({ relatedOfferings: "[]" }),
        }),
      ),
      path,
    );
  const retired = "status: retired\nstatusDate: '2026-05'";
  assert.equal(at(retired, "/offering/acme-server/"), "2026-05-01");
  assert.equal(at(retired, "/offering/status/retired/"), "2026-05-01");
  assert.equal(at(retired, "/organization/acme/"), "2026-05-01");
  assert.equal(at("status: retired\nstatusDate: '2027-05-06'", "/offering/acme-server/"), undefined);
});

test("certified facts are as of the day of their list", () => {
  const version = {
    version: "1",
    chplId: 1,
    chplProductNumber: "15.1",
    certificationDate: "2020-01-01",
    certificationStatus: "Active",
    criteria: [],
  };
  const products = [{ product: "Acme EHR", developer: "Acme", versions: [version] }];
  const certified = (asOf: string) =>
    catalogOf(
      healthy({
        "offerings/acme-server.md": offering("oncProducts: [Acme EHR]"),
        "news/2026/story.md": news({ relatedOfferings: "[]" }),
      }),
      { facts: { source: "A list", asOf, criteria: {}, products } },
    );
  assert.equal(dayOf(certified("2026-02-03"), "/offering/acme-server/"), "2026-02-03");
  assert.equal(dayOf(certified("2099-01-01"), "/offering/acme-server/"), undefined);
});

test("a report changes the pages of the offerings that it names addresses of", () => {
  const versions = [
    {
      version: "1",
      chplId: 1,
      chplProductNumber: "15.1",
      certificationDate: "2020-01-01",
      certificationStatus: "Active",
      criteria: [],
    },
  ];
  const products = [{ product: "Acme EHR", developer: "Acme", versions }];
  const catalog = catalogOf(
    healthy({
      "offerings/acme-server.md": offering("oncProducts: [Acme EHR]"),
      "news/2026/story.md": news({ relatedOfferings: "[]" }),
      "facts/reported-addresses.json": report({ metadata: "https://fhir.acme.example/metadata" }),
    }),
    { facts: { source: "A list", asOf: "2026-01-02", criteria: {}, products } },
  );
  assert.equal(dayOf(catalog, "/offering/acme-server/"), "2026-02-03");
});

test("what happened before the first curation changed no page of this site", () => {
  const catalog = catalogOf(
    healthy({
      "offerings/acme-server.md": offering("status: retired\nstatusDate: '2019-11'"),
      "news/2026/story.md": news({ relatedOfferings: "[]" }),
    }),
  );
  assert.equal(dayOf(catalog, "/offering/acme-server/"), undefined);
});

test("only the policy leaves a story out of what is indexed", () => {
  const left = (indexing: "always" | "original") =>
    pagesOf(catalogOf(healthy(), { indexing }))
      .filter(({ isIndexed }) => !isIndexed)
      .map(({ path }) => path);
  assert.deepEqual([left("always"), left("original")], [[], ["/news/story/"]]);
});

test("a page without a picture of its own has a social image, even in an empty catalog", () => {
  const files = healthy({ "news/2026/story.md": news({ featuredImage: "{ href: a.png, size: [600, 314] }" }) });
  const without = pagesOf(catalogOf(files, { images: ["a.png"] })).filter((page) => !page.findSocialImage());
  assert.deepEqual(
    without.map(({ path }) => path),
    ["/news/story/"],
  );
  assert.ok(pagesOf(catalogOf({})).every((page) => page.findSocialImage()?.title));
});

const other = (lines: Record<string, string>) =>
  news({ title: "Other", link: "https://acme.example/other", published: "unknown", ...lines });

/** The cache key of a path when these files are changed. */
function keyOf(path: string, changed: Files = {}, digestOf = (_: string) => "same"): string | undefined {
  return getPage(pagesOf(catalogOf({ ...FILES, ...changed }), {}, digestOf), path).findCacheKey();
}

test("a cache key is the same each time, and no two pages have one", () => {
  assert.match(keyOf("/news/story/") ?? "", /^[\w-]{22}$/);
  assert.equal(keyOf("/news/story/"), keyOf("/news/story/"));
  const pages = pagesOf(catalogOf({ ...FILES, ...MANY_STORIES }));
  const keys = pages.flatMap((page) => page.findCacheKey() ?? []);
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(keys.length, pages.length - pagesOf(catalogOf({})).length);
});

test("what a page shows of another entity is in its key", () => {
  const key = keyOf("/news/story/");
  assert.notEqual(keyOf("/news/story/", { "news/2026/other.md": other({ title: "Changed" }) }), key);
  const topic = "name: 'HL7: FHIR'\ndescription: It.\nsameAs: ['HL7: R4']";
  const same = { "topics/hl7-fhir.md": topic, "topics/hl7-r4.md": "name: 'HL7: R4'\ndescription: It." };
  assert.notEqual(keyOf("/topic/hl7-fhir/", same), keyOf("/topic/hl7-fhir/"));
});

test("what it does not show is not", () => {
  // A row of a list has no curator's words.
  assert.equal(keyOf("/news/story/", { "news/2026/other.md": other({ insights: "Mine." }) }), keyOf("/news/story/"));
});

test("the text of its file stands in the key by the digest of the file, that of others does not", () => {
  const key = keyOf("/news/story/");
  const changed = (name: string) => (file: string) => (file === name ? "changed" : "same");
  assert.notEqual(keyOf("/news/story/", {}, changed("news/2026/story.md")), key);
  assert.equal(keyOf("/news/story/", {}, changed("news/2026/other.md")), key);
});

test("pages that there is one of have no key", () => {
  for (const path of ["/", "/about/", "/search/", "/api/", "/news/"]) assert.equal(keyOf(path), undefined, path);
});
