import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog, Offering } from "../catalog/graph.ts";
import { catalogOf, type Files, fhirRecord, fhirResource, healthy, news, report } from "../catalog/testing.ts";
import type { CertificationStandards } from "../schemas/certification-standards.ts";
import type { OncFacts } from "../schemas/onc-facts.ts";
import { buildOfferingPage, type OfferingPageView } from "./offering-page.ts";

const offering = (name: string, lines = "", kind = "fhir-server") =>
  `name: ${name}\nvendor: acme\nkind: ${kind}\nsummary: It is.\n${lines}`;

const FACTS: OncFacts = {
  source: "Certified Health IT Product List",
  asOf: "2026-10-01",
  criteria: { "170.315(g)(10)": "Standardized API" },
  products: [
    {
      product: "Acme EHR",
      developer: "Acme, Inc.",
      versions: [listing("2.0", "2025-12-31"), listing("1.0", "2024-02-01")],
    },
    { product: "Acme Lab", developer: "Acme, Inc.", versions: [listing("9", "2026-01-05")] },
  ],
};

function listing(version: string, certificationDate: string): OncFacts["products"][number]["versions"][number] {
  return {
    version,
    chplId: 1,
    chplProductNumber: `15.04.${version}`,
    certificationDate,
    certificationStatus: "Active",
    apiDocumentation: version === "1.0" ? undefined : "https://docs.acme.example/api",
    criteria: ["170.315(g)(10)", "170.315(b)(1)"],
  };
}

function find(catalog: Catalog, slug: string): Offering {
  const found = catalog.offerings.find((one) => one.slug === slug);
  assert.ok(found, slug);
  return found;
}

/** The page of `offerings/it.md` with these lines, among other files. */
function pageOf(lines: string, files: Files = {}): OfferingPageView {
  const catalog = catalogOf(healthy({ "offerings/it.md": offering("It", lines), ...files }), { facts: FACTS });
  return buildOfferingPage(catalog, find(catalog, "it"), "A short body.");
}

test("a retired offering says when, and what takes its place", () => {
  const files = { "offerings/next.md": offering("Azure Health Data Services") };
  const view = pageOf("status: retired\nstatusDate: 2026-09-30\nsuccessor: next\nstatusNote: As announced.", files);
  assert.deepEqual(view.notice, {
    badge: { label: "Retired", tone: "stop" },
    text: "on 30 September 2026",
    successor: { href: "/offering/next/", label: "Azure Health Data Services" },
    successorName: undefined,
    note: undefined,
  });
  assert.equal(view.facts.status, "Retired on 30 September 2026");
});

test("a note on the status stands in the notice where no text tells more", () => {
  const catalog = catalogOf(
    healthy({ "offerings/it.md": offering("It", "status: retired\nstatusNote: As announced.") }),
  );
  const noticeOf = (hasBody: boolean) =>
    buildOfferingPage(catalog, { ...find(catalog, "it"), hasBody }, "").notice?.note;
  assert.deepEqual([false, true].map(noticeOf), ["As announced.", undefined]);
});

test("a retirement to come is told as such", () => {
  const { notice, facts } = pageOf("status: retired\nstatusDate: 2027-01");
  assert.deepEqual([notice?.badge.label, notice?.text], ["Retires", "in January 2027"]);
  assert.equal(facts.status, "Retires in January 2027");
});

test("a renamed offering names a successor that is not in the catalog", () => {
  const { notice } = pageOf("status: renamed\nsuccessorName: That");
  assert.deepEqual(notice?.badge, { label: "Renamed", tone: "warn" });
  assert.deepEqual([notice?.text, notice?.successor, notice?.successorName], ["(date not stated)", undefined, "That"]);
});

test("the successor says what it replaces", () => {
  const files = { "offerings/old.md": offering("Old", "status: retired\nsuccessor: it") };
  assert.deepEqual(pageOf("formerly: [Former, Earlier]", files).replaces, [{ href: "/offering/old/", label: "Old" }]);
  assert.equal(pageOf("formerly: [Former, Earlier]").formerly, "Former and Earlier");
});

test("what is not known is left open, and no notice is given", () => {
  const view = pageOf("");
  assert.deepEqual(view.facts, {
    kind: { href: "/offering/kind/fhir-server/", label: "FHIR server" },
    licence: undefined,
    standards: [],
    standardsByBasis: [],
    status: undefined,
    homepage: undefined,
    documentation: undefined,
    repository: undefined,
    interfaces: [],
    certified: undefined,
    certifiedOfVendor: undefined,
    notStated: ["licence", "standards", "status", "homepage", "repository"],
  });
  assert.deepEqual(
    [view.notice, view.formerly, view.replaces, view.confidence, view.evidence, view.certified, view.stories],
    [undefined, undefined, [], "", [], [], []],
  );
  assert.equal(pageOf("status: active").notice, undefined);
  assert.equal(pageOf("status: active").facts.status, "Active");
});

test("stated facts lead to the lists and the pages they belong to", () => {
  const { facts } = pageOf("licence: Apache-2.0\nstandards: [FHIR R4]\nhomepage: https://www.acme.example/it");
  assert.deepEqual(facts.licence, {
    label: "Apache-2.0",
    family: { href: "/offering/licence/open-source/", label: "Open source" },
  });
  assert.deepEqual(facts.standards, [{ href: "/offering/standard/fhir-r4/", label: "FHIR R4" }]);
  assert.deepEqual(facts.homepage, { href: "https://www.acme.example/it", label: "acme.example" });
});

test("a page says how well its facts are known", () => {
  assert.equal(pageOf("confidence: medium").confidence, "Not checked with the vendor.");
  assert.equal(pageOf("confidence: high").confidence, "");
  assert.equal(
    pageOf("evidence: general-knowledge\nconfidence: medium").confidence,
    "From general knowledge; no page was recorded as evidence. Not checked with the vendor.",
  );
  const { confidence, evidence } = pageOf("evidence: ['https://www.acme.example/a']");
  assert.equal(confidence, "");
  assert.deepEqual(evidence, [{ href: "https://www.acme.example/a", label: "acme.example" }]);
  const pages = "evidence: ['https://acme.example/a', 'https://acme.example/b/', 'https://other.example/c']";
  assert.deepEqual(
    pageOf(pages).evidence.map(({ label }) => label),
    ["acme.example/a", "acme.example/b", "other.example"],
  );
});

test("an offering that is not listed itself leads to the certified products of its vendor", () => {
  const files = { "offerings/ehr.md": offering("EHR", "oncProducts: [Acme EHR]") };
  assert.deepEqual(pageOf("", files).facts.certifiedOfVendor, {
    label: "Certified products of Acme",
    links: [{ href: "/offering/ehr/", label: "EHR" }],
  });
  assert.equal(pageOf("oncProducts: [Acme Lab]", files).facts.certifiedOfVendor, undefined);
  assert.equal(pageOf("").facts.certifiedOfVendor, undefined);
});

test("certified facts are shown with their source, unknown criteria without a title", () => {
  const { certified, certifiedSource, facts } = pageOf("oncProducts: [Acme EHR]");
  assert.equal(certifiedSource, "Certified Health IT Product List, as of 1 October 2026.");
  assert.equal(facts.certified, "2 listings");
  assert.deepEqual(certified[0]?.listings[0], {
    version: "2.0",
    number: "15.04.2.0",
    certified: "31 December 2025",
    status: "Active",
  });
  assert.deepEqual(certified[0]?.documentation, [
    { href: "https://docs.acme.example/api", label: "docs.acme.example" },
  ]);
  assert.deepEqual(certified[0]?.criteria[0], {
    versions: "versions 2.0 and 1.0",
    met: [
      { code: "170.315(g)(10)", title: "Standardized API" },
      { code: "170.315(b)(1)", title: "" },
    ],
  });
});

test("what a report names for the vendor is shown with its day, but not again what is listed", () => {
  const vendor = {
    vendor: "Acme, Inc.",
    metadata: "https://fhir.acme.example/metadata",
    documentation: "https://docs.acme.example/api/",
  };
  const files = { "facts/reported-addresses.json": report(vendor) };
  assert.deepEqual(pageOf("oncProducts: [Acme EHR]", files).reported, {
    links: [{ href: vendor.metadata, label: "FHIR metadata at fhir.acme.example" }],
    source: { href: "https://report.example/", label: "A report" },
    asOf: "3 February 2026",
  });
  assert.equal(pageOf("oncProducts: []", files).reported, undefined);
  const listed = report({ ...vendor, metadata: undefined });
  assert.equal(pageOf("oncProducts: [Acme EHR]", { "facts/reported-addresses.json": listed }).reported, undefined);
  const other = report({ ...vendor, vendor: "Acme Inc" });
  assert.equal(pageOf("oncProducts: [Acme EHR]", { "facts/reported-addresses.json": other }).reported, undefined);
});

const bare = "name: Bare\nvendor: acme\nkind: certified-health-it\noncProducts: [Acme EHR, Acme Lab]";
const IMPLIED: CertificationStandards = {
  source: "https://rule.example/",
  asOf: "2026-06-15",
  criteria: [
    {
      criterion: "170.315(g)(10)",
      implies: [
        { standard: "FHIR R4", version: "4.0.1", citation: "(a)(1)" },
        { standard: "Bulk Data", version: "1.0.0", citation: "(d)(1)" },
      ],
    },
  ],
};

test("without a summary, a certified product is told by what its certificate implies and its server declares", () => {
  const resources = [fhirResource("Patient", { interactions: ["read", "create"] }), fhirResource("Group")];
  const summaryOf = (files: Files, slug: string, implications?: CertificationStandards) => {
    const catalog = catalogOf(healthy(files), { facts: FACTS, ...(implications && { implications }) });
    return buildOfferingPage(catalog, find(catalog, slug), "").summary;
  };
  assert.equal(
    summaryOf({ "offerings/bare.md": bare }, "bare"),
    "Health IT by Acme. Version 9 was certified on 5 January 2026.",
  );
  assert.equal(
    summaryOf(
      { "offerings/bare.md": bare, "facts/interfaces/bare/fhir-r4.json": fhirRecord({ resources }) },
      "bare",
      IMPLIED,
    ),
    "Health IT by Acme. Its certification implies FHIR R4 and Bulk Data. Its server declares 2 FHIR resource types, 1 of them writable.",
  );
  assert.equal(
    summaryOf({ "offerings/thin.md": "name: Thin\nvendor: acme\nkind: imaging" }, "thin"),
    "Imaging by Acme.",
  );
});

test("that no listing of a certified product is active any more is said first, whoever wrote the rest", () => {
  const products = FACTS.products.map(({ versions, ...product }) => ({
    ...product,
    versions: versions.map((version) => ({ ...version, certificationStatus: "Withdrawn by Developer" })),
  }));
  const catalog = catalogOf(healthy({ "offerings/bare.md": bare, "offerings/own.md": `${bare}\nsummary: It is.` }), {
    facts: { ...FACTS, products },
    implications: IMPLIED,
  });
  const withdrawn = "None of its listings on the ONC list of certified products is active any more.";
  assert.deepEqual(
    ["bare", "own"].map((slug) => buildOfferingPage(catalog, find(catalog, slug), "").summary),
    [`${withdrawn} Health IT by Acme. Version 9 was certified on 5 January 2026.`, `${withdrawn} It is.`],
  );
});

test("alternatives are of the same kind, not retired, not itself, each with the reason", () => {
  const topics = "topics: ['HL7: FHIR']";
  const { alternatives } = pageOf(`${topics}\nstandards: [FHIR R4]`, {
    "offerings/acme-server.md": offering("Acme Server", `${topics}\nstandards: [FHIR R4]\nlicence: MIT`),
    "offerings/plain.md": offering("Plain", topics),
    "offerings/gone.md": offering("Gone", `${topics}\nstatus: retired`),
    "offerings/before.md": offering("Before", `${topics}\nstatus: renamed\nsuccessor: it`),
    "offerings/unlike.md": offering("Unlike", topics, "imaging"),
    "offerings/elsewhere.md": offering("Elsewhere", "standards: [FHIR R4]"),
  });
  assert.deepEqual(
    alternatives.map(({ label, reason }) => [label, reason]),
    [
      ["Acme Server", "open source; FHIR R4"],
      ["Plain", "same kind; FHIR"],
    ],
  );
});

test("the timeline is the news that names it, newest first", () => {
  const story = (title: string, published: string) =>
    news({ title, published, link: `https://a.example/${title}`, relatedOfferings: "[it]" });
  const view = pageOf("", {
    "news/2026/a.md": story("Older", "2024-05"),
    "news/2026/b.md": story("Newer", "2025-01-01"),
    "news/2026/c.md": story("Undated", "unknown"),
  });
  assert.deepEqual(
    view.stories.map(({ label }) => label),
    ["Newer", "Older", "Undated"],
  );
  assert.equal(view.newsCount, 3);
});

test("a dead link says so beside it", () => {
  const homepage = "https://acme.example/it";
  const record = { url: homepage, checked: "2026-11-22", result: "dead", detail: "status 404" } as const;
  const deadOn = ["2026-11-01", "2026-11-10", "2026-11-22"];
  const files = healthy({ "offerings/it.md": `name: It\nvendor: acme\nkind: fhir-server\nhomepage: ${homepage}` });
  const catalog = catalogOf(files, { links: { source: "a test", links: [{ ...record, deadOn }] } });
  const offering = catalog.offerings.find(({ slug }) => slug === "it");
  assert.ok(offering);
  assert.deepEqual(buildOfferingPage(catalog, offering, "").facts.homepage, {
    href: homepage,
    label: "acme.example",
    deadLink: "no longer there, as of 22 November 2026",
  });
});

test("what a certification implies is shown with its rule, and a standard says how it is known", () => {
  const versions = [
    {
      version: "1",
      chplId: 1,
      chplProductNumber: "15.1",
      certificationDate: "2020-01-01",
      certificationStatus: "Active",
      criteria: ["170.315(g)(10)"],
    },
  ];
  const catalog = catalogOf(
    healthy({
      "offerings/acme-server.md":
        "name: Acme Server\nvendor: acme\nkind: fhir-server\nstandards: [X12]\noncProducts: [Acme]\nsummary: A server.",
      "facts/interfaces/acme-server/fhir-r4.json": fhirRecord(),
    }),
    {
      facts: {
        source: "A list",
        asOf: "2026-01-01",
        criteria: {},
        products: [{ product: "Acme", developer: "Acme", versions }],
      },
      implications: {
        source: "https://rule.example/",
        asOf: "2026-06-15",
        criteria: [
          {
            criterion: "170.315(g)(10)",
            implies: [
              { standard: "FHIR R4", version: "4.0.1", citation: "(a)(1)" },
              { standard: "US Core", version: "3.1.1", citation: "(b)(1)(i)", until: "2026-01-01" },
            ],
          },
        ],
      },
    },
  );
  const [server] = catalog.offerings;
  assert.ok(server);
  const page = buildOfferingPage(catalog, server, "");
  assert.deepEqual(
    page.facts.standards.map(({ label, note }) => [label, note]),
    [
      ["FHIR R4", "declared and implied"],
      ["X12", "stated"],
    ],
  );
  assert.deepEqual(
    page.facts.standardsByBasis.map(({ basis, links }) => [basis, links.map(({ label }) => label)]),
    [
      ["Stated", ["X12"]],
      ["Declared and implied", ["FHIR R4"]],
    ],
  );
  assert.deepEqual(page.facts.interfaces, [{ href: "#interface-fhir-r4", label: "FHIR R4" }]);
  assert.deepEqual(
    page.implied.map(({ standard, version, adoption }) => [standard, version, adoption]),
    [
      ["FHIR R4", "4.0.1", "in force"],
      ["US Core", "3.1.1", "expired on 1 January 2026"],
    ],
  );
  assert.deepEqual(page.impliedSource, { href: "https://rule.example/", label: "rule.example", asOf: "15 June 2026" });
});
