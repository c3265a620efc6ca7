import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog } from "../catalog/graph.ts";
import { BUILD_DATE, catalogOf, healthy, news } from "../catalog/testing.ts";
import { listPages } from "./all-pages.ts";

const offering = (lines: string) =>
  `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`;

function dayOf(catalog: Catalog, path: string): string | undefined {
  const page = listPages(catalog).find((one) => one.path === path);
  assert.ok(page, path);
  return page.modified;
}

test("every page of a small site stands once in the list", () => {
  const files = healthy({
    "news/2026/story.md": news({ author: "[Ann Lee]", published: "2025-05" }),
    "news/2026/other.md": news({ title: "Other", link: "https://acme.example/other", published: "unknown" }),
  });
  const paths = listPages(catalogOf(files)).map(({ path }) => path);
  assert.deepEqual([...paths].sort(), [...new Set(paths)].sort());
  assert.deepEqual([...paths].sort(), [
    "/",
    "/about/",
    "/api/",
    "/author/ann-lee/",
    "/feeds/",
    "/news/",
    "/news/2025/",
    "/news/other/",
    "/news/story/",
    "/news/undated/",
    "/offering/",
    "/offering/acme-server/",
    "/offering/kind/fhir-server/",
    "/offering/licence/not-stated/",
    "/offering/standard/not-stated/",
    "/offering/status/not-stated/",
    "/organization/",
    "/organization/acme/",
    "/search/",
    "/topic/",
    "/topic/hl7-fhir/",
  ]);
});

test("an empty catalog still has the pages of the site itself", () => {
  const paths = listPages(catalogOf({})).map(({ path }) => path);
  assert.deepEqual(paths, [
    "/",
    "/about/",
    "/feeds/",
    "/api/",
    "/search/",
    "/news/",
    "/topic/",
    "/offering/",
    "/organization/",
  ]);
});

test("the list of stories has all its pages", () => {
  const stories = Array.from({ length: 60 }, (_, index) => [
    `news/2026/s${index}.md`,
    news({ title: `Story ${index}`, link: `https://acme.example/${index}` }),
  ]);
  const paths = listPages(catalogOf(healthy(Object.fromEntries(stories)))).map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => /^\/news\/(?:page\/|$)/.test(path)),
    ["/news/", "/news/page/2/", "/news/page/3/"],
  );
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
  assert.ok(listPages(catalog).every(({ modified }) => modified !== BUILD_DATE));
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
    listPages(catalogOf(healthy(), { indexing }))
      .filter(({ isIndexed }) => !isIndexed)
      .map(({ path }) => path);
  assert.deepEqual([left("always"), left("original")], [[], ["/news/story/"]]);
});
