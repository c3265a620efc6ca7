/** What follows of access from facts of another kind, where nobody states it. */
import type { AccessFacts } from "../schemas/access-facts.ts";
import { licences } from "../vocab/licence.ts";
import type { Standard } from "../vocab/standard.ts";
import type { Offering } from "./graph.ts";

type Authentication = NonNullable<AccessFacts["authentication"]>["value"][number];

/** Standards by which one signs in, and what they are called as authentication. */
export const SIGN_IN: Readonly<Partial<Record<Standard, Authentication>>> = {
  "SMART on FHIR": "SMART app launch",
  "OAuth 2.0": "OAuth 2.0",
  "OpenID Connect": "OpenID Connect",
};

export interface DerivedAccess {
  /** An interface on record is that of a sandbox. */
  readonly sandbox: "available" | undefined;
  /** Open source costs nothing. */
  readonly pricing: "free" | undefined;
  /** By its standards; may be empty. */
  readonly authentication: readonly Authentication[];
}

export function deriveAccess({ access, interfaces, licence, knownStandards }: Offering): DerivedAccess {
  const hasSandbox = interfaces.some(({ facts }) => facts.environment === "sandbox");
  const isOpenSource = licence !== undefined && licences[licence].family === "open-source";
  return {
    sandbox: !access.sandbox && hasSandbox ? "available" : undefined,
    pricing: !access.pricing && isOpenSource ? "free" : undefined,
    authentication: access.authentication ? [] : knownStandards.flatMap(({ standard }) => SIGN_IN[standard] ?? []),
  };
}
