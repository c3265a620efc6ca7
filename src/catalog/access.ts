/**
 * What is known of access to an offering: what is stated, and what follows from its interfaces, licence and standards.
 */
import type { AccessFacts } from "../schemas/access-facts.ts";
import { getLicence, getLicenceFamily, getStandard } from "../vocab/vocabulary.ts";
import type { Offering } from "./graph.ts";

type ValueOf<Name extends keyof AccessFacts> = NonNullable<AccessFacts[Name]>["value"];

/** A recorded interface that is a sandbox proves that there is one, whatever is stated. */
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

/** What is stated, otherwise what its standards prescribe. */
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
