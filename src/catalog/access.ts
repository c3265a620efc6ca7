/** What is known of the way to an offering: what is stated of it, else what follows from its interfaces, its licence and its standards. */
import type { AccessFacts } from "../schemas/access-facts.ts";
import { getLicence, getLicenceFamily, getStandard } from "../vocab/vocabulary.ts";
import type { Offering } from "./graph.ts";

type ValueOf<Name extends keyof AccessFacts> = NonNullable<AccessFacts[Name]>["value"];

/** A sandbox is there where it is stated, and where an interface on record is one. */
export function sandboxOf({ access, interfaces }: Offering): ValueOf<"sandbox"> | undefined {
  const isOnRecord = interfaces.some(({ facts }) => facts.environment === "sandbox");
  return isOnRecord ? "available" : access.sandbox?.value;
}

/** What is under a licence of a free family costs nothing, unless something else is stated. */
export function pricingOf({ access, licence }: Offering): ValueOf<"pricing"> | undefined {
  return access.pricing?.value ?? (isFree(licence) ? "free" : undefined);
}

export function isFree(licence: string | undefined): boolean {
  return licence !== undefined && getLicenceFamily(getLicence(licence).family).free;
}

/** Where none is stated, that of its standards. */
export function authenticationOf(offering: Offering): ValueOf<"authentication"> {
  return (
    offering.access.authentication?.value ??
    signInStandardsOf(offering).flatMap(({ standard }) => getStandard(standard).authentication ?? [])
  );
}

/** The standards that say how one signs in, with how they are known. */
export function signInStandardsOf({ knownStandards }: Offering): Offering["knownStandards"] {
  return knownStandards.filter(({ standard }) => getStandard(standard).authentication !== undefined);
}
