import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, fhirRecord, healthy, news } from "../../catalog/testing.ts";
import { listWeeks } from "../../catalog/weeks.ts";
import { Digest, DigestList } from "./digest-shapes.ts";
import { sampleData } from "./testing.ts";
import { toDigestData, toDigestList } from "./to-digest.ts";

const catalog = catalogOf(
  healthy({
    "news/2026/story.md": news({ date: "2026-11-09" }),
    "news/2026/b.md": news({ date: "2026-11-10", title: "Other", link: "https://acme.example/b" }),
    "offerings/acme-server.md":
      "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\nstatus: renamed\nstatusDate: '2026-11-14'\nadded: 2026-11-11",
    "facts/interfaces/acme-server/fhir-r4.json": fhirRecord({
      changes: [{ day: "2026-11-12", field: "software.version", before: "1", after: "2" }],
    }),
  }),
);

test("the digests and their list fit their shapes", () => {
  for (const one of [catalog, sampleData.catalog]) {
    DigestList.strict().parse(toDigestList(one));
    for (const week of listWeeks(one)) Digest.strict().parse(toDigestData(week));
  }
  DigestList.strict().parse(toDigestList(catalogOf({})));
});

test("a digest names the stories of the week by topic, and its changes with what they are", () => {
  const [week] = listWeeks(catalog);
  assert.ok(week);
  const { topics, changes, added, from, to } = toDigestData(week);
  assert.deepEqual(
    [from, to, topics.map(({ topic, news: stories }) => [topic?.slug, stories.map(({ slug }) => slug)])],
    ["2026-11-09", "2026-11-15", [["hl7-fhir", ["b", "story"]]]],
  );
  assert.deepEqual(
    changes.map(({ day, offering, change, interface: name }) => [day, offering.slug, change, name]),
    [
      ["2026-11-14", "acme-server", "renamed", null],
      ["2026-11-12", "acme-server", "interface", "fhir-r4"],
    ],
  );
  assert.deepEqual(
    added.map(({ slug }) => slug),
    ["acme-server"],
  );
  assert.deepEqual(
    toDigestList(catalog).items.map((item) => [item.stories, item.changes, item.added]),
    [[2, 2, 1]],
  );
});

test("nothing in them changes with the day of the build once the week is over", () => {
  const on = (buildDate: string) => {
    const later = { ...catalog, buildDate };
    return JSON.stringify([toDigestList(later), listWeeks(later).map(toDigestData)]);
  };
  assert.equal(on("2027-05-01"), on("2026-11-16"));
});
