import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Entry } from "../catalog/entries.ts";
import { readEntry } from "../catalog/load-content.ts";
import { parseContentFile } from "../ingest/front-matter.ts";
import { isSlug } from "../lib/slugify.ts";
import { OncFactsSchema } from "../schemas/onc-facts.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import {
  type CertifiedList,
  cutSlug,
  formatFacts,
  formatFrontMatter,
  parseCertifiedList,
  type Stub,
  toOncFacts,
  toStubs,
} from "./import-onc.ts";

const AS_OF = "2024-04-25";

interface GivenListing {
  [field: string]: unknown;
}

let lastNumber = 0;

function listing(given: GivenListing = {}): GivenListing {
  lastNumber += 1;
  return {
    chplId: lastNumber,
    chplProductNumber: `15.04.${lastNumber}`,
    product: "Alpha EHR",
    developer: "Alpha, Inc.",
    version: "1.0",
    certificationDate: "2022-01-01",
    certificationStatus: "Active",
    apiDocumentation: "https://alpha.example/api",
    criteria: ["170.315(g)(10)"],
    ...given,
  };
}

function listOf(...products: unknown[]) {
  return { source: "A list", criteriaTitles: { "170.315(g)(10)": "Standardized API" }, products };
}

function parse(json: unknown): CertifiedList {
  const result = parseCertifiedList(json);
  assert.ok(result.ok, result.ok ? "" : result.problems.join("\n"));
  return result.list;
}

function factsOf(...products: unknown[]) {
  return toOncFacts(parse(listOf(...products)), AS_OF);
}

function problemsOf(json: unknown): readonly string[] {
  const result = parseCertifiedList(json);
  return result.ok ? [] : result.problems;
}

function entry(kind: EntityKind, file: string, text: string): Entry {
  const { entry, findings } = readEntry(kind, { file, bytes: new TextEncoder().encode(text) });
  assert.ok(entry, JSON.stringify(findings));
  assert.deepEqual(findings, []);
  return entry;
}

function offering(slug: string, data: Record<string, unknown>): Entry {
  const fields = { name: slug, vendor: "alpha", kind: "certified-health-it", ...data };
  return entry("offering", `offerings/${slug}.md`, formatFrontMatter(fields));
}

function organization(slug: string, data: Record<string, unknown>): Entry {
  return entry("organization", `organizations/${slug}.md`, formatFrontMatter({ name: slug, type: "vendor", ...data }));
}

function stubsFor(entries: readonly Entry[], ...products: unknown[]) {
  return toStubs(factsOf(...products).facts, entries);
}

const readStub = ({ kind, file, text }: Stub) => entry(kind, file, text);
const filesOf = (stubs: readonly Stub[]) => stubs.map(({ file }) => file);

/** Names that YAML would read as something else when they stand bare. */
const NASTY = [
  `it's`,
  `say "EHR"`,
  `"quoted"`,
  "a: b",
  "a:",
  "# one",
  "a #b",
  "&anchor",
  "*alias",
  "@at",
  "`tick",
  "%percent",
  "!tag",
  "|",
  "> folded",
  "- dash",
  "? key",
  "---",
  "...",
  "{a: b}",
  "[a]",
  "trailing ",
  " leading",
  "\ttab",
  "a\nb",
  "\\",
  "yes",
  "No",
  "on",
  "~",
  "null",
  "true",
  "1.0",
  "007",
  "0x1F",
  "1e3",
  ".inf",
  "2021-10-14",
  "12:30",
  "=",
  "<<",
  "Æther™ 健康 صحة 🩺",
  "e\u0301",
  "\u0085\u2028\uFEFF",
  "__proto__",
];
const nastyName = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...NASTY, "EHR", "2"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
);

describe("the facts", () => {
  test("put products in order by name and join their versions, the newest first, ties by number", () => {
    const { facts, notices } = factsOf(
      listing({ product: "beta", certificationDate: "2021-01-01", chplProductNumber: "15.1" }),
      listing({ product: "Zeta", certificationDate: "2023-01-01", chplProductNumber: "15.4" }),
      listing({ product: "beta", certificationDate: "2022-02-01", chplProductNumber: "15.3" }),
      listing({ product: "beta", certificationDate: "2022-02-01", chplProductNumber: "15.2" }),
    );
    assert.deepEqual(
      facts.products.map(({ product, versions }) => [product, versions.map((one) => one.chplProductNumber)]),
      [
        ["Zeta", ["15.4"]],
        ["beta", ["15.2", "15.3", "15.1"]],
      ],
    );
    assert.deepEqual(notices, []);
  });

  test("keep what the list says of a version, and nothing that the facts have no field for", () => {
    const given = { ...listing({ chplId: 7, chplProductNumber: "15.7" }), edition: 2015 };
    const { facts } = toOncFacts(parse({ ...listOf(given), generated: "today" }), AS_OF);
    assert.deepEqual(facts, {
      source: "A list",
      asOf: "2024-04-25",
      criteria: { "170.315(g)(10)": "Standardized API" },
      products: [
        {
          product: "Alpha EHR",
          developer: "Alpha, Inc.",
          versions: [
            {
              version: "1.0",
              chplId: 7,
              chplProductNumber: "15.7",
              certificationDate: "2022-01-01",
              certificationStatus: "Active",
              apiDocumentation: "https://alpha.example/api",
              criteria: ["170.315(g)(10)"],
            },
          ],
        },
      ],
    });
  });

  test("order criteria and their titles as a reader counts, each criterion once", () => {
    const titles = { "170.315(b)(1)": "Transitions", "170.315(a)(10)": "Formulary", "170.315(a)(2)": "Laboratory" };
    const criteria = ["170.315(b)(1)", "170.315(a)(10)", "170.315(a)(2)", "170.315(a)(10)"];
    const { facts } = toOncFacts(parse({ ...listOf(listing({ criteria })), criteriaTitles: titles }), AS_OF);
    const expected = ["170.315(a)(2)", "170.315(a)(10)", "170.315(b)(1)"];
    assert.deepEqual(facts.products[0]?.versions[0]?.criteria, expected);
    assert.deepEqual(Object.keys(facts.criteria), expected);
  });

  test("clean names, so that a lost sign or a double space does not make two products", () => {
    const { facts } = factsOf(
      listing({ product: "Select EHR by  Alpha\uFFFD", developer: " Alpha,\n Inc. " }),
      listing({ product: "Select EHR by Alpha" }),
    );
    assert.deepEqual(
      facts.products.map(({ product, developer, versions }) => [product, developer, versions.length]),
      [["Select EHR by Alpha", "Alpha, Inc.", 2]],
    );
  });

  test("leave out an API documentation that is no web address, and say so unless it is blank", () => {
    const { facts, notices } = factsOf(
      listing({ version: "1", apiDocumentation: " https://alpha.example/a " }),
      listing({ version: "2", apiDocumentation: "alpha.example/b" }),
      listing({ version: "3", apiDocumentation: " " }),
      listing({ version: "4", apiDocumentation: null }),
      listing({ version: "5", apiDocumentation: undefined }),
      listing({ version: "6", apiDocumentation: "https://name:secret@alpha.example/" }),
    );
    assert.deepEqual(
      facts.products[0]?.versions.filter((one) => "apiDocumentation" in one).map((one) => one.apiDocumentation),
      ["https://alpha.example/a"],
    );
    assert.deepEqual(notices, [
      "'Alpha EHR' 2: the API documentation 'alpha.example/b' is no web address and is left out",
      "'Alpha EHR' 6: the API documentation 'https://name:secret@alpha.example/' is no web address and is left out",
    ]);
  });

  test("name the developer of the newest version, and say when there were others", () => {
    const { facts, notices } = factsOf(
      listing({ developer: "Old, Inc.", certificationDate: "2020-01-01" }),
      listing({ developer: "New, Inc.", certificationDate: "2023-01-01" }),
    );
    assert.equal(facts.products[0]?.developer, "New, Inc.");
    assert.deepEqual(notices, [
      "'Alpha EHR' is listed by 'New, Inc.' and 'Old, Inc.': all its versions stand under 'New, Inc.', who has the newest",
    ]);
  });

  test("say which criteria have no title", () => {
    const { notices } = factsOf(listing({ criteria: ["170.315(b)(10)", "170.315(g)(10)", "170.315(b)(2)"] }));
    assert.deepEqual(notices, [
      "The criterion 170.315(b)(2) has no title",
      "The criterion 170.315(b)(10) has no title",
    ]);
  });

  test("do not depend on the order of the list, and pass their own schema", () => {
    const someListing = fc
      .record({
        product: fc.constantFrom("Alpha", "Alpha\uFFFD", "alpha", "Beta "),
        developer: fc.constantFrom("One", "Two"),
        certificationDate: fc.constantFrom("2021-01-01", "2022-01-01"),
        apiDocumentation: fc.constantFrom("https://alpha.example/", "nowhere", ""),
        criteria: fc.subarray(["170.315(a)(2)", "170.315(a)(10)", "170.315(g)(10)"]),
      })
      .map(listing);
    const twoOrders = fc
      .array(someListing, { minLength: 1, maxLength: 6 })
      .chain((products) =>
        fc.tuple(
          fc.constant(products),
          fc.shuffledSubarray(products, { minLength: products.length, maxLength: products.length }),
        ),
      );
    fc.assert(
      fc.property(twoOrders, ([products, shuffled]) => {
        const { facts, notices } = factsOf(...products);
        const other = factsOf(...shuffled);
        assert.equal(formatFacts(other.facts), formatFacts(facts));
        assert.deepEqual(other.notices, notices);
        assert.deepEqual(OncFactsSchema.parse(JSON.parse(formatFacts(facts))), facts);
      }),
    );
  });

  test("are written with two spaces and a closing newline", () => {
    const text = formatFacts(factsOf(listing()).facts);
    assert.ok(text.startsWith('{\n  "source": "A list",\n  "asOf": "2024-04-25",\n'));
    assert.ok(text.endsWith("\n}\n"));
  });
});

describe("a list that cannot be imported", () => {
  test("is refused when it is no list at all", () => {
    assert.deepEqual(problemsOf([]), ["The list must be an object with source, criteriaTitles and products"]);
    assert.deepEqual(problemsOf({}), ["source is missing", "criteriaTitles is missing", "products is missing"]);
    assert.deepEqual(problemsOf(listOf()), ["products must not be empty"]);
    assert.deepEqual(problemsOf({ ...listOf(listing()), criteriaTitles: { "170.315(g)": "API" } }), [
      "criteriaTitles.170.315(g) must be a criterion such as 170.315(g)(10)",
    ]);
  });

  test("names the product and the field of every problem", () => {
    const problems = problemsOf(
      listOf(
        listing(),
        listing({ product: "Beta  EHR", chplId: "12", chplProductNumber: "15/04", certificationDate: "2023-02-29" }),
        listing({ product: undefined, criteria: ["170.315(g)(10)", "g10", 3] }),
        listing({ product: "\uFFFD", version: undefined, chplId: 1.5, criteria: "170.315(g)(10)" }),
        listing({ developer: "  ", certificationDate: undefined, certificationStatus: 1, apiDocumentation: 2 }),
        "Gamma EHR",
      ),
    );
    assert.deepEqual(problems, [
      "products[1] 'Beta EHR': chplId must be a number",
      "products[1] 'Beta EHR': chplProductNumber must be a CHPL product number",
      "products[1] 'Beta EHR': certificationDate is not a day that exists: write it as 2024-05-17",
      "products[2]: product is missing",
      "products[2]: criteria[1] must be a criterion such as 170.315(g)(10)",
      "products[2]: criteria[2] must be text",
      "products[3]: chplId must be a whole number",
      "products[3]: product must not be empty",
      "products[3]: version is missing",
      "products[3]: criteria must be a list of criteria",
      "products[4] 'Alpha EHR': developer must not be empty",
      "products[4] 'Alpha EHR': certificationDate is missing",
      "products[4] 'Alpha EHR': certificationStatus must be text",
      "products[4] 'Alpha EHR': apiDocumentation must be text",
      "products[5] must be an object with the fields of a listing",
    ]);
  });

  test("has a listing twice", () => {
    const first = listing({ chplProductNumber: "15.1" });
    assert.deepEqual(problemsOf(listOf(first, listing({ product: "Beta", chplProductNumber: "15.1" }))), [
      "products[1] 'Beta': chplProductNumber '15.1' is the number of products[0] too",
    ]);
  });
});

describe("the stubs", () => {
  test("are an organization and an offering, with these fields and no others", () => {
    assert.deepEqual(stubsFor([], listing({ product: "Alpha: EHR®", developer: "Alpha,  Inc." })), {
      stubs: [
        {
          kind: "organization",
          file: "organizations/alpha-inc.md",
          text: "---\nname: Alpha, Inc.\ntype: vendor\n---\n",
        },
        {
          kind: "offering",
          file: "offerings/alpha-ehr.md",
          text: "---\nname: 'Alpha: EHR®'\nvendor: alpha-inc\nkind: certified-health-it\noncProducts:\n  - 'Alpha: EHR®'\n---\n",
        },
      ],
      notices: [],
    });
  });

  test("are not written for a product that an offering names, whatever the offering is called", () => {
    const entries = [offering("something-else", { oncProducts: ["Alpha EHR"], draft: true })];
    assert.deepEqual(stubsFor(entries, listing()), { stubs: [], notices: [] });
  });

  test("refer to the organization whose legal name, name or other name the developer is", () => {
    for (const names of [
      { legalName: "Alpha, Inc." },
      { name: "Alpha, Inc." },
      { alsoKnownAs: ["Alpha", "Alpha, Inc."] },
    ]) {
      const { stubs } = stubsFor([organization("the-alphas", names)], listing());
      assert.deepEqual(filesOf(stubs), ["offerings/alpha-ehr.md"]);
      assert.equal(parseStub(stubs[0])["vendor"], "the-alphas");
    }
  });

  test("prefer a legal name to a name, and a name to another name", () => {
    const other = organization("a-other", { alsoKnownAs: ["Alpha, Inc."] });
    const usual = organization("b-usual", { name: "Alpha, Inc." });
    const legal = organization("c-legal", { legalName: "Alpha, Inc." });
    assert.equal(parseStub(stubsFor([other, usual, legal], listing()).stubs[0])["vendor"], "c-legal");
    assert.equal(parseStub(stubsFor([other, usual], listing()).stubs[0])["vendor"], "b-usual");
  });

  test("share the organization of one developer", () => {
    const { stubs } = stubsFor([], listing({ product: "One" }), listing({ product: "Two" }));
    assert.deepEqual(filesOf(stubs), ["organizations/alpha-inc.md", "offerings/one.md", "offerings/two.md"]);
  });

  test("take the vendor into a slug that another vendor's offering has", () => {
    const { stubs, notices } = stubsFor([offering("alpha-ehr", { vendor: "beta" })], listing());
    assert.deepEqual(filesOf(stubs), ["organizations/alpha-inc.md", "offerings/alpha-ehr-alpha-inc.md"]);
    assert.deepEqual(notices, []);
  });

  test("take the vendor into a slug that another stub has", () => {
    const { stubs } = stubsFor(
      [],
      listing({ product: "Alpha EHR" }),
      listing({ product: "Alpha-EHR", developer: "Beta" }),
    );
    assert.deepEqual(filesOf(stubs), [
      "organizations/alpha-inc.md",
      "organizations/beta.md",
      "offerings/alpha-ehr.md",
      "offerings/alpha-ehr-beta.md",
    ]);
  });

  test("are not written beside an offering of the same vendor: a notice asks", () => {
    const alpha = organization("alpha", { legalName: "Alpha, Inc." });
    const expected = {
      stubs: [],
      notices: [
        "The product 'Alpha EHR' has no offering, but the offering 'alpha-ehr' by the same vendor exists: add the product to its oncProducts if they are one",
      ],
    };
    assert.deepEqual(stubsFor([alpha, offering("alpha-ehr", {})], listing()), expected);
    const renamed = offering("alpha-two", { aliases: ["/offering/alpha-ehr/"] });
    assert.deepEqual(stubsFor([alpha, renamed], listing()).notices, [
      expected.notices[0]?.replace("'alpha-ehr'", "'alpha-two'"),
    ]);
    const taken = [offering("alpha-ehr", { vendor: "beta" }), offering("alpha-ehr-alpha", {})];
    assert.deepEqual(stubsFor([alpha, ...taken], listing()).notices, [
      expected.notices[0]?.replace("'alpha-ehr'", "'alpha-ehr-alpha'"),
    ]);
  });

  test("keep clear of a file whose offering has a slug of its own, and of pages of the site", () => {
    const moved = offering("alpha-ehr", { slug: "moved", vendor: "beta" });
    const { stubs } = stubsFor([moved], listing(), listing({ product: "Status" }));
    assert.deepEqual(filesOf(stubs).slice(1), ["offerings/alpha-ehr-alpha-inc.md", "offerings/status-alpha-inc.md"]);
  });

  test("are not written for a developer whose slug another organization has: a notice asks", () => {
    const { stubs, notices } = stubsFor(
      [organization("alpha-inc", { name: "ALPHA" })],
      listing(),
      listing({ product: "Beta EHR" }),
    );
    assert.deepEqual(stubs, []);
    assert.deepEqual(notices, [
      "The organization 'ALPHA' has the slug 'alpha-inc' of the developer 'Alpha, Inc.': add the developer to its alsoKnownAs if they are one, else write an organization of that name",
    ]);
  });

  test("are not written where a name has neither letter nor digit", () => {
    const { stubs, notices } = stubsFor([], listing({ product: "®" }), listing({ product: "Beta", developer: "***" }));
    assert.deepEqual(stubs, []);
    assert.deepEqual(notices, [
      "No file name can be made from the developer '***': write its organization by hand",
      "No free file name can be made from the product '®': write its offering by hand",
    ]);
  });

  test("have slugs of 80 characters at most, cut at a hyphen", () => {
    assert.equal(cutSlug("one-two", 7), "one-two");
    assert.equal(cutSlug("one-two", 6), "one");
    assert.equal(cutSlug("one-two", 3), "one");
    assert.equal(cutSlug("one-two", 2), "on");
    assert.equal(cutSlug("𝒶𝒶", 3), "𝒶");
    const { stubs } = stubsFor([], listing({ product: "Health record ".repeat(9) }));
    assert.deepEqual(filesOf(stubs)[1], `offerings/${"health-record-".repeat(6).slice(0, -8)}.md`);
  });
});

describe("a second import", () => {
  test("writes nothing more and repeats the notices, whatever the names are", () => {
    const given = fc.array(fc.record({ product: nastyName, developer: nastyName }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(given, (names) => {
        const result = parseCertifiedList(listOf(...names.map(listing)));
        fc.pre(result.ok);
        const { facts } = toOncFacts(result.list, AS_OF);
        const first = toStubs(facts, []);
        const entries = first.stubs.map(readStub);
        assert.equal(new Set(filesOf(first.stubs)).size, first.stubs.length);
        assert.ok(entries.every(({ slug }) => isSlug(slug)));
        assert.deepEqual(toStubs(facts, entries), { stubs: [], notices: first.notices });
        const organizations = new Map(
          entries.flatMap((one) =>
            one.kind === "organization" ? [[one.slug, (one as Entry<"organization">).data.name]] : [],
          ),
        );
        for (const one of entries) {
          if (one.kind !== "offering") continue;
          const { name, vendor, oncProducts } = (one as Entry<"offering">).data;
          assert.deepEqual(oncProducts, [name]);
          const product = facts.products.find((known) => known.product === name);
          assert.equal(organizations.get(vendor), product?.developer);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the front matter of a stub", () => {
  test("parses back to the same values", () => {
    const data = fc.record(
      { name: nastyName, vendor: nastyName, oncProducts: fc.array(nastyName) },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(data, (given) => {
        const parsed = parseContentFile(new TextEncoder().encode(formatFrontMatter(given)), "offerings/a.md");
        assert.ok(parsed.ok);
        assert.deepEqual({ ...parsed.value.data }, given);
        assert.equal(parsed.value.body, "");
      }),
      { numRuns: 1000 },
    );
  });

  test("quotes what another YAML reader would take for a number, a date or a truth value", () => {
    assert.equal(
      formatFrontMatter({ oncProducts: ["yes", "1.0", "null", "2021-10-14", "Alpha's #1"] }),
      "---\noncProducts:\n  - 'yes'\n  - '1.0'\n  - 'null'\n  - '2021-10-14'\n  - 'Alpha''s #1'\n---\n",
    );
  });
});

function parseStub(stub: Stub | undefined): Readonly<Record<string, unknown>> {
  assert.ok(stub);
  const parsed = parseContentFile(new TextEncoder().encode(stub.text), stub.file);
  assert.ok(parsed.ok);
  return parsed.value.data;
}
