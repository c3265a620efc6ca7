import assert from "node:assert/strict";
import { test } from "node:test";
import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf, type Files, fhirRecord, healthy } from "../../catalog/testing.ts";
import { buildApiCatalog, buildInterfaceCatalog } from "./linksets.ts";
import { sample } from "./testing.ts";

test("the API catalog is as it was: our API, and the catalog of others' beside it", (t) => {
  t.assert.snapshot(buildApiCatalog());
});

test("the interfaces of the sample are as they were: what was read at a server's well-known place belongs to the server", (t) => {
  t.assert.snapshot(buildInterfaceCatalog(sample));
});

const server = (lines: string) => `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\n${lines}`;

const FILE = "facts/interfaces/acme-server/fhir-r4.json";

function anchorsOf(files: Files): string[] {
  return buildInterfaceCatalog(catalogOf(healthy(files))).linkset.map(({ anchor }) => anchor);
}

test("an interface is where it says, else where its metadata was read, else left out", () => {
  const address = "https://fhir.acme.example/r4";
  const elsewhere = "https://code.example/statement.json";
  assert.deepEqual(anchorsOf({ [FILE]: fhirRecord({ address, source: elsewhere }) }), [address]);
  assert.deepEqual(anchorsOf({ [FILE]: fhirRecord({ source: `${address}/metadata` }) }), [address]);
  assert.deepEqual(anchorsOf({ [FILE]: fhirRecord({ source: elsewhere }) }), []);
});

test("of a copy the file is linked to, not the page that shows it, and is called a copy", () => {
  const source = "https://github.com/acme/docs/blob/HEAD/r4.json";
  const record = fhirRecord({ address: "https://fhir.acme.example/r4", source });
  const [server] = buildInterfaceCatalog(catalogOf(healthy({ [FILE]: record }))).linkset;
  assert.deepEqual(server?.["service-meta"], [
    {
      href: "https://raw.githubusercontent.com/acme/docs/HEAD/r4.json",
      title: "FHIR R4, as in a copy read on 24 July 2026",
    },
  ]);
});

test("a server that a report names is among them, and says that nobody tested it", () => {
  const { linkset } = buildInterfaceCatalog(sample);
  const reported = linkset.find(({ anchor }) => anchor === "https://fhir.acme.example/server");
  assert.deepEqual(reported?.["service-meta"], [
    {
      href: "https://fhir.acme.example/server/metadata",
      title: "FHIR metadata, as reported on 3 February 2026; not tested",
    },
  ]);
  assert.deepEqual(reported["service-doc"], [
    { href: "https://docs.acme.example/" },
    {
      href: "https://fhir.acme.example/swagger",
      title: "API documentation, as reported on 3 February 2026; not tested",
    },
  ]);
});

test("of what is stated and reported alike it is said that it is stated", () => {
  const offerings = sample.offerings.map((offering) =>
    offering.reported ? { ...offering, documentation: offering.reported.documentation } : offering,
  );
  const { linkset } = buildInterfaceCatalog({ ...sample, offerings });
  const server = linkset.find(({ anchor }) => anchor === "https://fhir.acme.example/server");
  assert.deepEqual(server?.["service-doc"], [{ href: "https://fhir.acme.example/swagger" }]);
});

test("an interface is linked to the state and the terms of its offering, unless these are gone", () => {
  const files = healthy({
    "offerings/acme-server.md": server(
      "statusPage: { value: https://status.acme.example/, source: https://acme.example/ }\nterms: { value: https://acme.example/terms, source: https://acme.example/ }",
    ),
    [FILE]: fhirRecord({ address: "https://fhir.acme.example/r4" }),
  });
  const linksOf = (catalog: Catalog) => {
    const [one] = buildInterfaceCatalog(catalog).linkset;
    return [one?.status, one?.["terms-of-service"]];
  };
  const catalog = catalogOf(files);
  const [status, terms] = ["https://status.acme.example/", "https://acme.example/terms"];
  assert.deepEqual(linksOf(catalog), [[{ href: status }], [{ href: terms }]]);
  assert.deepEqual(linksOf({ ...catalog, deadLinks: new Map([[terms, "2026-04-20"]]) }), [
    [{ href: status }],
    undefined,
  ]);
});

test("two documents of one server are one entry, with each link once, and a dead link is left out", () => {
  const address = "https://fhir.acme.example/r4";
  const documentation = "https://acme.example/docs";
  const files = healthy({
    "offerings/acme-server.md": server(`documentation: ${documentation}`),
    "facts/interfaces/acme-server/a.json": fhirRecord({ address }),
    "facts/interfaces/acme-server/b.json": fhirRecord({ address, source: "https://fhir.acme.example/r4/metadata" }),
  });
  const linksOf = (links: Parameters<typeof catalogOf>[1]) => {
    const { linkset } = buildInterfaceCatalog(catalogOf(files, links));
    assert.equal(linkset.length, 1);
    return Object.fromEntries(
      Object.entries(linkset[0] ?? {}).map(([name, some]) => [name, typeof some === "string" ? some : some?.length]),
    );
  };
  const all = { anchor: address, "service-meta": 2, "service-doc": 1, describedby: 1 };
  assert.deepEqual(linksOf({}), all);
  const dead = {
    url: documentation,
    checked: "2026-04-20",
    result: "dead" as const,
    detail: "status 404",
    deadOn: ["2026-04-01", "2026-04-10", "2026-04-20"],
  };
  const { "service-doc": _, ...others } = all;
  assert.deepEqual(linksOf({ links: { source: "a test", links: [dead] } }), others);
});
