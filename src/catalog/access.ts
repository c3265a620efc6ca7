/** What is known of the way to an offering: what is stated of it, else what follows from its interfaces, its licence and its standards. */
import type { AccessFacts } from "../schemas/access-facts.ts";
import { licences } from "../vocab/licence.ts";
import type { Standard } from "../vocab/standard.ts";
import type { Offering } from "./graph.ts";

type ValueOf<Name extends keyof AccessFacts> = NonNullable<AccessFacts[Name]>["value"];

/** A sandbox is there where it is stated, and where an interface on record is one. */
export function sandboxOf({ access, interfaces }: Offering): ValueOf<"sandbox"> | undefined {
  const isOnRecord = interfaces.some(({ facts }) => facts.environment === "sandbox");
  return isOnRecord ? "available" : access.sandbox?.value;
}

/** Open source costs nothing, unless something else is stated. */
export function pricingOf({ access, licence }: Offering): ValueOf<"pricing"> | undefined {
  const isOpenSource = licence !== undefined && licences[licence].family === "open-source";
  return access.pricing?.value ?? (isOpenSource ? "free" : undefined);
}

/** Standards by which one signs in, and what they are called as authentication. */
const SIGN_IN: Readonly<Partial<Record<Standard, ValueOf<"authentication">[number]>>> = {
  "SMART on FHIR": "SMART app launch",
  "OAuth 2.0": "OAuth 2.0",
  "OpenID Connect": "OpenID Connect",
};

/** Where none is stated, that of its standards. */
export function authenticationOf(offering: Offering): ValueOf<"authentication"> {
  return (
    offering.access.authentication?.value ??
    signInStandardsOf(offering).flatMap(({ standard }) => SIGN_IN[standard] ?? [])
  );
}

/** The standards that say how one signs in, with how they are known. */
export function signInStandardsOf({ knownStandards }: Offering): Offering["knownStandards"] {
  return knownStandards.filter(({ standard }) => standard in SIGN_IN);
}
