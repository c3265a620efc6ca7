import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { listSocialImages } from "./social-image.ts";

const catalog = catalogOf(
  healthy({
    "news/2026/dated.md": news({
      title: "A dated story",
      link: "https://www.acme.example/dated",
      published: "2021-10-14",
      author: "Ann Lee",
    }),
    "news/2026/no-day.md": news({ title: "No day", link: "https://acme.example/no-day", published: "unknown" }),
    "offerings/old-server.md":
      "name: Old Server\nvendor: acme\nkind: fhir-server\nsummary: Gone.\ntopics: ['HL7: FHIR']\nlicence: Apache-2.0\nstatus: retired\nstatusDate: 2026-09-30\nstandards: [FHIR R4]",
    "offerings/open-server.md":
      "name: Open Server\nvendor: acme\nkind: fhir-server\nsummary: Here.\ntopics: ['HL7: FHIR']\nlicence: Apache-2.0\nstandards: [FHIR R4, SMART on FHIR]",
  }),
);
const images = listSocialImages(catalog);

function imageOf(page: string) {
  return images.find((one) => one.page === page)?.image;
}

test("a story says its topic, its host and its date", () => {
  assert.deepEqual(imageOf("/news/dated/"), {
    section: "News",
    kicker: "FHIR",
    title: "A dated story",
    facts: ["acme.example", "14 October 2021"],
  });
  assert.deepEqual(imageOf("/news/no-day/")?.facts, ["acme.example"]);
});

test("an offering says its vendor and what is stated of it; a retired one its end, under a badge", () => {
  const open = imageOf("/offering/open-server/");
  assert.deepEqual([open?.kicker, open?.title, open?.badge], ["FHIR server", "Open Server", undefined]);
  assert.deepEqual(open?.facts, ["Acme", "Apache-2.0", "FHIR R4", "SMART on FHIR"]);
  const old = imageOf("/offering/old-server/");
  assert.deepEqual(old?.badge, { label: "Retired", tone: "stop" });
  assert.deepEqual(old?.facts, ["Acme", "Retired on 30 September 2026"]);
  assert.deepEqual(imageOf("/offering/acme-server/")?.facts, ["Acme"]);
});

test("topics, organizations and authors say how much there is", () => {
  assert.deepEqual(imageOf("/topic/hl7-fhir/"), {
    section: "Topics",
    kicker: "HL7",
    title: "FHIR",
    facts: ["3 stories", "3 offerings"],
  });
  assert.deepEqual(imageOf("/organization/acme/")?.facts, ["3 stories", "3 offerings"]);
  assert.deepEqual(imageOf("/author/ann-lee/")?.facts, ["1 story"]);
});

test("lists and the pages of the site itself have images", () => {
  const titles = [
    "/",
    "/news/",
    "/news/2021/",
    "/news/undated/",
    "/offering/kind/fhir-server/",
    "/about/",
    "/feeds/",
    "/search/",
  ];
  for (const page of titles) assert.ok(imageOf(page)?.title, page);
  assert.equal(imageOf("/news/2021/")?.title, "News of 2021");
  assert.deepEqual(imageOf("/offering/kind/fhir-server/"), {
    section: "Offerings",
    kicker: "Kind",
    title: "FHIR server",
    facts: ["3 offerings"],
  });
});

test("no page has two images, and a catalog of nothing has those of the site", () => {
  assert.equal(new Set(images.map(({ page }) => page)).size, images.length);
  assert.deepEqual(
    listSocialImages(catalogOf({})).map(({ page }) => page),
    ["/", "/about/", "/feeds/", "/api/", "/search/", "/news/", "/topic/", "/offering/", "/organization/"],
  );
});
