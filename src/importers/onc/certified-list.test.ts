import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { OncFactsSchema } from "../../schemas/onc-facts.ts";
import { formatFacts, parseCertifiedList, toOncFacts } from "./certified-list.ts";
import { AS_OF, factsOf, listFrom, listing, listWith } from "./testing.ts";

function problemsOf(json: unknown): readonly string[] {
  const result = parseCertifiedList(json);
  return result.ok ? [] : result.problems;
}

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
    const { facts } = toOncFacts(listFrom({ ...listWith(given), generated: "today" }), AS_OF);
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
    const { facts } = toOncFacts(listFrom({ ...listWith(listing({ criteria })), criteriaTitles: titles }), AS_OF);
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
      "'Alpha EHR' is listed by 'New, Inc.' and 'Old, Inc.': all its versions are listed under 'New, Inc.', who has the newest",
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
    assert.deepEqual(problemsOf(listWith()), ["products must not be empty"]);
    assert.deepEqual(problemsOf({ ...listWith(listing()), criteriaTitles: { "170.315(g)": "API" } }), [
      "criteriaTitles.170.315(g) must be a criterion such as 170.315(g)(10)",
    ]);
  });

  test("names the product and the field of every problem", () => {
    const problems = problemsOf(
      listWith(
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
      "products[1] 'Beta EHR': certificationDate is not a day that exists",
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
    assert.deepEqual(problemsOf(listWith(first, listing({ product: "Beta", chplProductNumber: "15.1" }))), [
      "products[1] 'Beta': chplProductNumber '15.1' is the number of products[0] too",
    ]);
  });
});
