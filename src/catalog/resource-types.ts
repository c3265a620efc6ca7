/** FHIR resource types that servers declare, with who declares each. */
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import type { FhirResource } from "../schemas/interface-facts.ts";
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

const WRITES = ["create", "update", "patch", "delete"] as const;

/** What a server declares that one can do with resources of a type. */
export function accessOf({ interactions }: FhirResource) {
  return {
    reads: interactions.includes("read") || interactions.includes("vread"),
    searches: interactions.includes("search-type"),
    writes: WRITES.filter((write) => interactions.includes(write)),
  };
}
