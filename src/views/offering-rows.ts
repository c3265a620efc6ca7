/** The rows of the catalog's table: what one chooses an offering by. */
import { pricingOf, sandboxOf } from "../catalog/access.ts";
import type { Catalog, Offering } from "../catalog/graph.ts";
import { countWrites } from "../catalog/resource-types.ts";
import type { OfferingRows, OfferingTableRow } from "../compare/offering-row.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { memoizeLast } from "../lib/memoize-last.ts";
import { capitalize } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import { pricingKeys, registrationKeys } from "../vocab/access.ts";
import { fhirReleaseKeys, findFhirRelease } from "../vocab/fhir-release.ts";
import { groupByLetter } from "./letters.ts";
import { basesOf, filterValuesOf, listFilters, longFilters } from "./offering-facets.ts";
import { rowOfOffering } from "./parts.ts";

/** Made once: an offering is in many tables. */
export const toTableRow = memoize((offering: Offering): OfferingTableRow => {
  const { documentation } = offering;
  return {
    ...rowOfOffering(offering),
    declared: describeInterfaces(offering),
    writes: countWrites(offering),
    access: describeAccess(offering),
    ease: easeOf(offering),
    price: rankIn(pricingKeys, pricingOf(offering)),
    documentation:
      documentation === undefined ? undefined : { href: documentation, label: readableHostOf(documentation) },
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
    options: Object.fromEntries(longFilters.map((name) => [name, optionsOf(name)])),
    rows: inTableOrder(catalog.offerings).map((offering) => ({
      ...toTableRow(offering),
      values: filterValuesOf(catalog, offering),
      bases: basesOf(offering),
    })),
  };
}

/** `Self-service, free tier, sandbox`; undefined where nothing is stated. */
function describeAccess(offering: Offering): string | undefined {
  const { offering: messages } = getMessages();
  const { registration } = offering.access;
  const pricing = pricingOf(offering);
  const sandbox = sandboxOf(offering);
  const parts = [
    registration && messages.registration[registration.value],
    pricing && messages.price[pricing],
    sandbox && (sandbox === "available" ? messages.sandbox : messages.noSandbox),
  ];
  const text = parts.filter(Boolean).join(", ");
  return text ? capitalize(text) : undefined;
}

/** By what one must do before one gets access; among equals, those with a sandbox come first. */
function easeOf(offering: Offering): number {
  const rank = rankIn(registrationKeys, offering.access.registration?.value);
  return 2 * rank + (sandboxOf(offering) === "available" ? 0 : 1);
}

/** The place in a closed list, or behind its last. */
function rankIn<K extends string>(keys: readonly K[], key: K | undefined): number {
  return key === undefined ? keys.length : keys.indexOf(key);
}

/** `FHIR R4 and STU3, 31 writable types, sandbox`; undefined where no interface is on record. */
function describeInterfaces(offering: Offering): string | undefined {
  if (offering.interfaces.length === 0) return undefined;
  const { format, offering: messages } = getMessages();
  const facts = offering.interfaces.map((one) => one.facts);
  const stated = new Set(facts.flatMap((one) => (one.kind === "fhir" ? (findFhirRelease(one.fhirVersion) ?? []) : [])));
  const releases = fhirReleaseKeys.filter((release) => stated.has(release));
  const writes = countWrites(offering);
  const parts = [
    releases.length > 0 && `FHIR ${format.list(releases)}`,
    facts.some(({ kind }) => kind === "openapi") && "OpenAPI",
    facts.every(({ kind }) => kind === "smart") && "SMART",
    releases.length > 0 && (writes > 0 ? messages.typesWritten(writes) : messages.readOnly),
    facts.some(({ environment }) => environment === "sandbox") && messages.sandbox,
  ];
  return parts.filter(Boolean).join(", ");
}
