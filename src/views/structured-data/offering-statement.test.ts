import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf, healthy } from "../../catalog/testing.ts";
import { buildOfferingPage } from "../offering-page.ts";
import type { PageView } from "../page.ts";
import { absoluteUrl } from "../urls.ts";
import { toOfferingStatement } from "./offering-statement.ts";
import { first, nodeOf, nodesOf } from "./testing.ts";

const NO_LINKS = { homepage: undefined, documentation: undefined, repository: undefined };

/** The healthy offering with these lines in its front matter. */
function catalogWith(lines: string, kind: string): Catalog {
  return catalogOf(
    healthy({
      "offerings/acme-server.md": `name: Acme Server\nvendor: acme\nkind: ${kind}\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`,
    }),
  );
}

/** Its page. */
function offeringWith(lines: string, kind = "fhir-server", dead: readonly string[] = []): PageView {
  const built = catalogWith(lines, kind);
  const catalog: Catalog = { ...built, deadLinks: new Map(dead.map((url) => [url, "2026-11-01"])) };
  return buildOfferingPage(catalog, first(catalog.offerings), "");
}

describe("an offering", () => {
  const LINES =
    "homepage: https://acme.example/\ndocumentation: https://acme.example/docs\nrepository: https://code.example/acme";

  test("is an interface with its documentation and its provider", () => {
    assert.deepEqual(nodeOf(offeringWith(`${LINES}\nformerly: [Old Server]`), "WebAPI"), {
      "@type": "WebAPI",
      "@id": absoluteUrl("/offering/acme-server/#offering"),
      name: "Acme Server",
      description: "A server.",
      alternateName: ["Old Server"],
      url: "https://acme.example/",
      provider: { "@id": absoluteUrl("/organization/acme/#organization") },
      category: "FHIR server",
      documentation: "https://acme.example/docs",
    });
  });

  test("is an application with its help where it is of such a kind, and source code where that is free to use", () => {
    const code = nodeOf(offeringWith(`${LINES}\nlicence: MIT`), "SoftwareSourceCode");
    assert.equal(code["codeRepository"], "https://code.example/acme");
    assert.deepEqual(code["license"], { "@type": "CreativeWork", name: "MIT" });
    const application = nodeOf(offeringWith(LINES, "certified-health-it"), "SoftwareApplication");
    assert.equal(application["applicationCategory"], "Certified health IT");
    assert.deepEqual(application["softwareHelp"], { "@type": "CreativeWork", url: "https://acme.example/docs" });
  });

  test("has the facts of access that its type has a place for", () => {
    const FACTS =
      "terms: https://acme.example/terms\nchangelog: https://acme.example/changes\npricing: free\nregions: [worldwide, Canada]\nlatestRelease: { value: { version: v2 } }";
    const statedBy = (lines: string, kind: string, dead: readonly string[] = []) => {
      const offeringOf = (stated: string) => first(catalogWith(stated, kind).offerings);
      const deadLinks = new Map(dead.map((url) => [url, "2026-11-01"]));
      const { mainEntity } = toOfferingStatement(offeringOf(lines), "A server.", NO_LINKS, deadLinks);
      const plain = toOfferingStatement(offeringOf(""), "A server.", NO_LINKS).mainEntity;
      return Object.fromEntries(Object.entries(mainEntity ?? {}).filter(([name]) => !Object.hasOwn(plain ?? {}, name)));
    };
    assert.deepEqual(statedBy(FACTS, "fhir-server"), {
      termsOfService: "https://acme.example/terms",
      areaServed: ["Canada"],
    });
    assert.deepEqual(statedBy(FACTS, "library"), { version: "v2", isAccessibleForFree: true });
    assert.deepEqual(statedBy(FACTS, "certified-health-it"), {
      releaseNotes: "https://acme.example/changes",
      softwareVersion: "v2",
      isAccessibleForFree: true,
    });
    assert.deepEqual(statedBy("pricing: free tier\nregions: worldwide", "certified-health-it"), {});
    assert.deepEqual(statedBy("regions: worldwide", "fhir-server"), {});
    const dead = ["https://acme.example/terms", "https://acme.example/changes"];
    assert.deepEqual(statedBy(FACTS, "fhir-server", dead), { areaServed: ["Canada"] });
    assert.equal(statedBy(FACTS, "certified-health-it", dead)["releaseNotes"], undefined);
  });

  test("never has a price or a rating, and no address that leads nowhere any more", () => {
    for (const kind of ["fhir-server", "library", "certified-health-it"])
      assert.doesNotMatch(JSON.stringify(nodesOf(offeringWith(LINES, kind))), /offers|price|rating|review/i);
    const dead = nodeOf(offeringWith(LINES, "fhir-server", ["https://acme.example/"]), "WebAPI");
    assert.deepEqual([dead["url"], dead["documentation"]], [undefined, "https://acme.example/docs"]);
  });
});
