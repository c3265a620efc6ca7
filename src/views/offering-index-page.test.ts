import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, fhirRecord, healthy } from "../catalog/testing.ts";
import { facetLinks, facetValues, listFilters, longFilters } from "./offering-facets.ts";
import { buildOfferingFiltersPage } from "./offering-filters-page.ts";
import {
  buildFacetPage,
  buildOfferingIndexPage,
  countOfferingPages,
  facetPages,
  type OfferingIndexPageView,
} from "./offering-index-page.ts";
import { buildOfferingRows } from "./offering-rows.ts";

const offering = (name: string, kind: string, lines = "") =>
  `name: ${JSON.stringify(name)}\nvendor: acme\nkind: ${kind}\nsummary: It is.\n${lines}`;

const catalog = catalogOf(
  healthy({
    "topics/gartner-apis.md": "name: 'Gartner: APIs'\ndescription: APIs.",
    "organizations/other.md": "name: Other\ntype: nonprofit",
    "offerings/1up.md": offering(
      "1up",
      "payer-api",
      `licence: commercial
standards: [FHIR R4, SMART on FHIR]
registration: self-serve
pricing: { value: free tier, source: https://acme.example/prices }
sandbox: available
authentication: [OAuth 2.0, API key, OAuth 2.0]
data: [claims, clinical]
regions: United States`,
    ),
    "offerings/eclair.md": offering(
      "Éclair",
      "fhir-server",
      "licence: MIT\nstandards: [FHIR R4]\nstatus: active\nregistration: open\npricing: free\nsandbox: none",
    ),
    "facts/interfaces/echo/r4.json": fhirRecord({ environment: "sandbox" }),
    "offerings/echo.md": offering("echo", "fhir-server", "licence: Apache-2.0\nstatus: retired"),
    "offerings/sign.md": offering("#sign", "imaging", "topics: ['HL7: FHIR', 'Gartner: APIs']"),
    "offerings/yandex.md": offering("Яндекс", "imaging"),
  }),
);
const index = buildOfferingIndexPage(catalog);
const { rows } = buildOfferingRows(catalog);
const valuesOf = new Map(rows.map(({ href, values }) => [href, values]));
const rowsOf = ({ groups }: OfferingIndexPageView) => groups.flatMap((group) => group.rows);
const optionsOf = (name: string) => listFilters(catalog).find((filter) => filter.name === name)?.options ?? [];

test("every offering stands in the table once, under its letter, whatever sign or accent it begins with", () => {
  assert.deepEqual(
    index.groups.map(({ letter, anchor, rows: some }) => [letter, anchor, some.map(({ label }) => label)]),
    [
      ["0–9", "letter-digits", ["1up"]],
      ["A", "letter-A", ["Acme Server"]],
      ["E", "letter-E", ["echo", "Éclair"]],
      ["S", "letter-S", ["#sign"]],
      ["Я", "letter-Я", ["Яндекс"]],
    ],
  );
  assert.equal(index.count, "6 offerings");
  assert.deepEqual(
    rows.map(({ label }) => label),
    rowsOf(index).map(({ label }) => label),
    "the browser has the same rows in the same order",
  );
});

test("a long table goes on page by page, and its letters lead to the page of their first row", () => {
  const names = Array.from({ length: 120 }, (_, at) => `${at < 60 ? "Alpha" : "Beta"} ${String(at).padStart(3, "0")}`);
  const long = catalogOf(
    healthy(Object.fromEntries(names.map((name, at) => [`offerings/o${at}.md`, offering(name, "imaging")]))),
  );
  assert.equal(countOfferingPages(long), 3);
  const pages = [1, 2, 3].map((page) => buildOfferingIndexPage(long, page));
  assert.deepEqual(
    pages.map((page) => rowsOf(page).length),
    [50, 50, 21],
  );
  assert.equal(new Set(pages.flatMap(rowsOf).map(({ href }) => href)).size, 121);
  assert.deepEqual(pages[1]?.letters, [
    { letter: "A", href: "/offering/#letter-A" },
    { letter: "B", href: "#letter-B" },
  ]);
  assert.equal(pages[2]?.head.canonical?.endsWith("/offering/page/3/"), true);
  assert.deepEqual(pages[2]?.pagination.previous, "/offering/page/2/");
  assert.deepEqual(facetPages(long, [{ facet: "kind", slug: "imaging" }]), [
    { facet: "kind", slug: "imaging", page: 2 },
    { facet: "kind", slug: "imaging", page: 3 },
  ]);
  const facet = buildFacetPage(long, { facet: "kind", slug: "imaging", page: 3 });
  assert.equal(rowsOf(facet).length, 20);
  assert.equal(facet.pagination.previous, "/offering/kind/imaging/page/2/");
});

test("a standard's page says what it is and how it is known", () => {
  const page = buildFacetPage(catalog, { facet: "standard", slug: "fhir-r4" });
  assert.equal(page.standard?.bases, "2 stated by the vendor, 1 declared by a server");
  assert.match(page.standard?.about ?? "", /^Release 4 of FHIR/);
  assert.equal(buildFacetPage(catalog, { facet: "standard", slug: "not-stated" }).standard, undefined);
});

test("the count of each filter value is the number of rows that have it", () => {
  let seen = 0;
  for (const { name, options } of listFilters(catalog)) {
    for (const { value, count } of options) {
      assert.equal(count, rows.filter(({ values }) => values[name]?.includes(value)).length, `${name} ${value}`);
      assert.ok(count > 0);
      seen += 1;
    }
  }
  assert.ok(seen > 10);
});

test("filters with one value an offering add up to all offerings", () => {
  for (const name of ["kind", "registration", "price", "sandbox", "licence", "status", "vendor"]) {
    const sum = optionsOf(name).reduce((total, { count }) => total + count, 0);
    assert.equal(sum, rows.length, name);
  }
});

test("what an offering does not state is a value of its own, the last", () => {
  for (const [name, count] of [
    ["licence", 3],
    ["standard", 3],
    ["registration", 4],
    ["price", 3],
    ["sandbox", 3],
    ["authentication", 5],
    ["data", 5],
    ["region", 5],
    ["status", 4],
  ] as const) {
    const last = optionsOf(name).at(-1);
    assert.deepEqual([last?.label, last?.value, last?.count], ["Not stated", "not-stated", count], name);
    assert.equal(last?.href, `/offering/${name}/not-stated/`);
  }
});

test("licences are filtered by family, in display order", () => {
  assert.deepEqual(
    optionsOf("licence").map(({ label, count }) => [label, count]),
    [
      ["Commercial", 1],
      ["Open source", 2],
      ["Not stated", 3],
    ],
  );
});

test("topics and vendors lead to their own pages, the unused are not offered", () => {
  assert.deepEqual(
    optionsOf("topic").map(({ href, count }) => [href, count]),
    [
      ["/topic/gartner-apis/", 1],
      ["/topic/hl7-fhir/", 2],
    ],
  );
  assert.deepEqual(
    optionsOf("vendor").map(({ href }) => href),
    ["/organization/acme/"],
  );
});

test("every value of a facet has a page with as many rows as the filter counts", () => {
  const values = facetValues(catalog);
  assert.ok(values.length > 8);
  for (const value of values) {
    const page = buildFacetPage(catalog, value);
    const option = optionsOf(value.facet).find((one) => one.value === value.slug);
    assert.ok(option);
    assert.equal(rowsOf(page).length, option.count);
    assert.ok(page.head.canonical?.endsWith(option.href));
    for (const { href } of rowsOf(page)) assert.ok(valuesOf.get(href)?.[value.facet]?.includes(value.slug));
  }
});

test("every link of the filters leads to a page that exists, and a page has a link to each", () => {
  const pages = new Set(facetValues(catalog).map(({ facet, slug }) => `/offering/${facet}/${slug}/`));
  const links = index.filters.flatMap(({ options }) => options.flatMap(({ href }) => href ?? []));
  assert.ok(links.length > 0 && links.every((link) => pages.has(link)));
  const { filters } = buildOfferingFiltersPage(catalog);
  assert.deepEqual(new Set(filters.flatMap((filter) => filter.links.map(({ href }) => href))), pages);
});

test("filters with many values lead to where these are, and the browser has them with the rows", () => {
  const long = index.filters.filter(({ all }) => all);
  assert.deepEqual(
    long.map(({ name, all }) => [name, all?.href]),
    [
      ["authentication", "/offering/filters/#authentication"],
      ["data", "/offering/filters/#data"],
      ["region", "/offering/filters/#region"],
      ["topic", "/topic/"],
      ["vendor", "/organization/"],
    ],
  );
  assert.ok(long.every(({ options }) => options.length === 0));
  const { options } = buildOfferingRows(catalog);
  assert.deepEqual(Object.keys(options), longFilters);
  assert.deepEqual(options["authentication"], [
    { value: "api-key", label: "API key" },
    { value: "oauth-2-0", label: "OAuth 2.0" },
    { value: "not-stated", label: "Not stated" },
  ]);
});

test("a value that the filters have no room for stands in them on its own page", () => {
  const page = buildFacetPage(catalog, { facet: "region", slug: "united-states" });
  const optionsOn = (name: string) => page.filters.find((filter) => filter.name === name)?.options ?? [];
  assert.deepEqual(
    optionsOn("region").map(({ href, count }) => [href, count]),
    [["/offering/region/united-states/", 1]],
  );
  assert.deepEqual(optionsOn("data"), []);
  assert.deepEqual(optionsOn("kind"), optionsOf("kind"));
});

test("what a developer chooses by comes first", () => {
  assert.deepEqual(
    index.filters.map(({ label }) => label),
    [
      "Kind",
      "Standard",
      "How the standard is known",
      "Registration",
      "Price",
      "Sandbox",
      "Authentication",
      "Data",
      "Region",
      "Licence",
      "Has",
      "Status",
      "Topic",
      "Vendor",
    ],
  );
});

test("a row says how one gets in and what it costs, as far as it is stated or on record", () => {
  assert.deepEqual(
    rows.map(({ label, access }) => [label, access]),
    [
      ["1up", "Self-service, free tier, sandbox"],
      ["Acme Server", undefined],
      ["echo", "Free, sandbox"],
      ["Éclair", "No registration, free, no sandbox"],
      ["#sign", undefined],
      ["Яндекс", undefined],
    ],
  );
});

test("a facet page says what it lists", () => {
  const page = buildFacetPage(catalog, { facet: "licence", slug: "not-stated" });
  assert.deepEqual([page.heading, page.count], ["Licence: not stated", "3 offerings"]);
  assert.equal(buildFacetPage(catalog, { facet: "registration", slug: "open" }).heading, "Registration: None needed");
  assert.throws(() => buildFacetPage(catalog, { facet: "kind", slug: "nothing" }), /There is no kind 'nothing'/);
});

test("kinds are linked with their counts, in display order", () => {
  assert.deepEqual(facetLinks(catalog, "kind"), [
    { href: "/offering/kind/fhir-server/", label: "FHIR server", count: 3 },
    { href: "/offering/kind/payer-api/", label: "Payer API", count: 1 },
    { href: "/offering/kind/imaging/", label: "Imaging", count: 2 },
  ]);
});

test("a standard stated twice counts once", () => {
  const twice = offering("Twice", "imaging", "standards: [DICOM, DICOM]");
  const filters = listFilters(catalogOf(healthy({ "offerings/twice.md": twice })));
  const dicom = filters.find(({ name }) => name === "standard")?.options.find(({ value }) => value === "dicom");
  assert.equal(dicom?.count, 1);
});

test("a catalog without offerings has an empty table and no filter values", () => {
  const empty = buildOfferingIndexPage({ ...catalog, offerings: [] });
  assert.deepEqual([empty.count, empty.groups], ["0 offerings", []]);
  assert.ok(empty.filters.every(({ options }) => options.length === 0));
});
