/** The rows of the catalog's table: what one chooses an offering by. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { countWrites } from "../catalog/resource-types.ts";
import type { OfferingRows, OfferingTableRow } from "../compare/offering-row.ts";
import { hostOf } from "../lib/clean-url.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { memoizeLast } from "../lib/memoize-last.ts";
import { counted, joinWords } from "../lib/text.ts";
import { fhirReleaseKeys, findFhirRelease } from "../vocab/fhir-release.ts";
import { standards } from "../vocab/standard.ts";
import { groupByLetter } from "./letters.ts";
import { filterValuesOf, listFilters } from "./offering-facets.ts";
import { rowOfOffering } from "./parts.ts";

/** Made once: an offering is in many tables. */
export const toTableRow = memoize((offering: Offering): OfferingTableRow => {
  const { documentation } = offering;
  return {
    ...rowOfOffering(offering),
    declared: describeInterfaces(offering),
    writes: countWrites(offering),
    documentation:
      documentation === undefined ? undefined : { href: documentation, label: toReadableHost(hostOf(documentation)) },
  };
});

/** In the order of the table. */
export const inTableOrder = memoizeLast((offerings: readonly Offering[]): readonly Offering[] =>
  groupByLetter(offerings).flatMap(({ items }) => items),
);

export function buildOfferingRows(catalog: Catalog): OfferingRows {
  const optionsOf = (name: string) =>
    listFilters(catalog)
      .filter((filter) => filter.name === name)
      .flatMap(({ options }) => options.map(({ value, label }) => ({ value, label })));
  return {
    options: { topic: optionsOf("topic"), vendor: optionsOf("vendor") },
    rows: inTableOrder(catalog.offerings).map((offering) => ({
      ...toTableRow(offering),
      values: filterValuesOf(catalog, offering),
      bases: Object.fromEntries(
        offering.knownStandards.map(({ standard, bases }) => [standards[standard].slug, bases]),
      ),
    })),
  };
}

/** `FHIR R4 and STU3, 31 types written, sandbox`; undefined where no interface is on record. */
function describeInterfaces(offering: Offering): string | undefined {
  if (offering.interfaces.length === 0) return undefined;
  const facts = offering.interfaces.map((one) => one.facts);
  const stated = new Set(facts.flatMap((one) => (one.kind === "fhir" ? (findFhirRelease(one.fhirVersion) ?? []) : [])));
  const releases = fhirReleaseKeys.filter((release) => stated.has(release));
  const writes = countWrites(offering);
  const parts = [
    releases.length > 0 && `FHIR ${joinWords(releases)}`,
    facts.some(({ kind }) => kind === "openapi") && "OpenAPI",
    facts.every(({ kind }) => kind === "smart") && "SMART",
    releases.length > 0 && (writes > 0 ? `${counted(writes, "type")} written` : "read only"),
    facts.some(({ environment }) => environment === "sandbox") && "sandbox",
  ];
  return parts.filter(Boolean).join(", ");
}
