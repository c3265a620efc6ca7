/** FHIR resource types that servers declare, with who declares each. */
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import type { FhirResource } from "../schemas/interface-facts.ts";
import { accessOf } from "../vocab/fhir-access.ts";
import type { Catalog, Offering, OfferingInterface } from "./graph.ts";

/** A resource type on one interface of an offering. */
export interface DeclaredResource {
  readonly offering: Offering;
  readonly interface: OfferingInterface;
  readonly resource: FhirResource;
}

export interface ResourceType {
  readonly type: string;
  /** By the name of the offering, then of the interface. */
  readonly declared: readonly DeclaredResource[];
}

/** By name. */
export const listResourceTypes = memoize(({ offerings }: Catalog): readonly ResourceType[] => {
  const declared = offerings.flatMap((offering) =>
    offering.interfaces.flatMap((one) =>
      one.facts.kind === "fhir" ? one.facts.resources.map((resource) => ({ offering, interface: one, resource })) : [],
    ),
  );
  return [...Map.groupBy(declared, ({ resource }) => resource.type)]
    .map(([type, some]) => ({ type, declared: some }))
    .sort((a, b) => byText(a.type, b.type));
});

/** Those that declare the type, each once. */
export function offeringsOf({ declared }: ResourceType): readonly Offering[] {
  return [...new Set(declared.map(({ offering }) => offering))];
}

/** How many resource types one can write, on the interface where one can write most. */
export function countWrites({ interfaces }: Offering): number {
  return Math.max(
    0,
    ...interfaces.map(({ facts }) =>
      facts.kind === "fhir" ? facts.resources.filter((one) => accessOf(one).writes.length > 0).length : 0,
    ),
  );
}
