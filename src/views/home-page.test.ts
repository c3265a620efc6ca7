import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, healthy, news } from "../catalog/testing.ts";
import { getSite } from "../config/settings.ts";
import { buildHomePage } from "./home-page.ts";

const changed = (name: string, lines: string) =>
  `name: ${name}\nvendor: acme\nkind: imaging\nsummary: It is.\n${lines}`;
const catalog = catalogOf(
  healthy({
    "topics/gartner-apis.md": "name: 'Gartner: APIs'\ndescription: APIs.",
    "offerings/a.md": changed("Old", "status: retired\nstatusDate: 2025-01\nsuccessor: acme-server"),
    "offerings/b.md": changed("New", "status: renamed\nstatusDate: 2026-02-01\nsuccessorName: Newer"),
    "offerings/c.md": changed("Undated", "status: retired"),
    "offerings/e.md": changed("Fresh", "added: 2026-01-15"),
    "offerings/d.md": changed("Alive", "status: active\nstatusDate: 2026-05"),
    ...Object.fromEntries(
      Array.from({ length: 13 }, (_, index) => [
        `news/2026/n${index}.md`,
        news({ title: `Story ${index}`, link: `https://a.example/${index}` }),
      ]),
    ),
  }),
);
const view = buildHomePage(catalog);

test("the home page bears the name of the site and has no breadcrumbs", () => {
  assert.ok(view.head.title.startsWith(`${getSite().name}: `));
  assert.deepEqual(view.breadcrumbs, []);
});

test("its title spells the tagline as it is", () => {
  assert.match(view.head.title, /APIs/);
});

test("the latest twelve stories are shown, and all are counted", () => {
  assert.equal(view.stories.length, 12);
  assert.deepEqual(view.allStories, { href: "/news/", label: "all 14", count: 14 });
});

test("changes in the catalog are told, the latest first, the undated last", () => {
  assert.deepEqual(
    view.changes.map(({ label, text, successor, successorName }) => [label, text, successor?.label ?? successorName]),
    [
      ["New", "Renamed on 1 February 2026", "Newer"],
      ["Fresh", "Added to the catalog on 15 January 2026", undefined],
      ["Old", "Retired in January 2025", "Acme Server"],
      ["Undated", "Retired (date not stated)", undefined],
    ],
  );
});

test("the latest digest is named by its days, which are true on any day", () => {
  assert.deepEqual(view.digest, {
    href: "/digest/2026-w05/",
    label: "Latest digest: added 26 January to 1 February 2026",
  });
  assert.equal(buildHomePage(catalogOf({})).digest, undefined);
});

test("topics go by how many stories they have", () => {
  assert.deepEqual(
    view.topics.map(({ label, note, count }) => [label, note, count]),
    [
      ["FHIR", "HL7", 14],
      ["APIs", "Gartner", 0],
    ],
  );
});

test("an empty site has a home page", () => {
  const empty = buildHomePage(catalogOf({}));
  assert.deepEqual([empty.stories, empty.changes, empty.topics, empty.kinds], [[], [], [], []]);
  assert.equal(empty.allOfferings.label, "all 0");
});
