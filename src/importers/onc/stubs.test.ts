import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import type { Entry } from "../../catalog/entries.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { isSlug } from "../../lib/slugify.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { parseCertifiedList, toOncFacts } from "./certified-list.ts";
import { type Stub, toStubs } from "./stubs.ts";
import { AS_OF, factsOf, listing, listWith } from "./testing.ts";

function entry(kind: EntityKind, file: string, text: string): Entry {
  const { entry, diagnostics } = readEntry(kind, { file, bytes: new TextEncoder().encode(text) });
  assert.ok(entry, JSON.stringify(diagnostics));
  assert.deepEqual(diagnostics, []);
  return entry;
}

function offering(slug: string, data: Record<string, unknown>): Entry {
  const fields = { name: slug, vendor: "alpha", kind: "certified-health-it", ...data };
  return entry("offering", `offerings/${slug}.md`, formatFrontMatter(fields));
}

function organization(slug: string, data: Record<string, unknown>): Entry {
  return entry("organization", `organizations/${slug}.md`, formatFrontMatter({ name: slug, type: "vendor", ...data }));
}

const ADDED = "2026-11-22";

function stubsFor(entries: readonly Entry[], ...products: unknown[]) {
  return toStubs(factsOf(...products).facts, entries, ADDED);
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
          text: "---\nname: 'Alpha: EHR®'\nvendor: alpha-inc\nkind: certified-health-it\noncProducts:\n  - 'Alpha: EHR®'\nadded: '2026-11-22'\n---\n",
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
    const { stubs } = stubsFor([], listing({ product: "Health record ".repeat(9) }));
    assert.deepEqual(filesOf(stubs)[1], `offerings/${"health-record-".repeat(6).slice(0, -8)}.md`);
  });
});

describe("a second import", () => {
  test("writes nothing more and repeats the notices, whatever the names are", () => {
    const given = fc.array(fc.record({ product: nastyName, developer: nastyName }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(given, (names) => {
        const result = parseCertifiedList(listWith(...names.map(listing)));
        fc.pre(result.ok);
        const { facts } = toOncFacts(result.list, AS_OF);
        const first = toStubs(facts, [], ADDED);
        const entries = first.stubs.map(readStub);
        assert.equal(new Set(filesOf(first.stubs)).size, first.stubs.length);
        assert.ok(entries.every(({ slug }) => isSlug(slug)));
        assert.deepEqual(toStubs(facts, entries, ADDED), { stubs: [], notices: first.notices });
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
    );
  });
});

function parseStub(stub: Stub | undefined): Readonly<Record<string, unknown>> {
  assert.ok(stub);
  const parsed = parseContentFile(new TextEncoder().encode(stub.text), stub.file);
  assert.ok(parsed.ok);
  return parsed.value.data;
}
