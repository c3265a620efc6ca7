/** Which standards an offering has, and how that is known: stated by its vendor, declared by its server, implied by its certification. */
import type { CertificationStandards } from "../schemas/certification-standards.ts";
import type { InterfaceFacts } from "../schemas/interface-facts.ts";
import type { CertifiedProduct } from "../schemas/onc-facts.ts";
import type { StandardBasis } from "../vocab/basis.ts";
import { fhirReleases, findFhirRelease } from "../vocab/fhir-release.ts";
import { BULK_DATA, guideOf, US_CORE } from "../vocab/guides.ts";
import { type Standard, standardKeys } from "../vocab/standard.ts";

/** A standard with every basis on which it is known. */
export interface KnownStandard {
  readonly standard: Standard;
  /** One at least, in the order of `standardBases`. */
  readonly bases: readonly StandardBasis[];
}

/** A version of a standard that a product must support to hold a criterion. */
export interface ImpliedStandard {
  readonly standard: Standard;
  readonly version: string;
  readonly criterion: string;
  readonly citation: string;
  /** Day on which the adoption of the version ends or has ended. */
  readonly until: string | undefined;
  readonly isExpired: boolean;
}

/** In the order of the closed list. A version whose adoption has expired implies nothing any more. */
export function toKnownStandards(
  stated: readonly Standard[],
  interfaces: readonly InterfaceFacts[],
  implied: readonly ImpliedStandard[],
): KnownStandard[] {
  const sets: Readonly<Record<StandardBasis, ReadonlySet<Standard>>> = {
    stated: new Set(stated),
    declared: new Set(interfaces.flatMap(declaredBy)),
    implied: new Set(implied.flatMap(({ standard, isExpired }) => (isExpired ? [] : standard))),
  };
  const order = Object.keys(sets) as StandardBasis[];
  return standardKeys.flatMap((standard) => {
    const bases = order.filter((basis) => sets[basis].has(standard));
    return bases.length > 0 ? { standard, bases } : [];
  });
}

/** The standards that the active listings of certified products imply on a day; each version once, by its first criterion. */
export function toImpliedStandards(
  certified: readonly CertifiedProduct[],
  implications: CertificationStandards | undefined,
  day: string,
): ImpliedStandard[] {
  const active = certified.flatMap(({ versions }) => versions.filter((one) => one.certificationStatus === "Active"));
  const met = new Set(active.flatMap(({ criteria }) => criteria));
  const implied = new Map<string, ImpliedStandard>();
  for (const { criterion, implies } of implications?.criteria ?? []) {
    if (!met.has(criterion)) continue;
    for (const { standard, version, citation, from, until } of implies) {
      const key = `${standard} ${version}`;
      if (implied.has(key) || (from !== undefined && from > day)) continue;
      implied.set(key, {
        standard,
        version,
        criterion,
        citation,
        until,
        isExpired: until !== undefined && until <= day,
      });
    }
  }
  return [...implied.values()];
}

/** Types of resources whose `$export` is Bulk Data. */
const EXPORTED = ["Patient", "Group"];

function declaredBy(facts: InterfaceFacts): Standard[] {
  if (facts.kind === "openapi") return facts.format.startsWith("OpenAPI 3.0") ? ["OpenAPI 3.0"] : [];
  // Without capabilities of SMART it may be any authorization server's.
  if (facts.kind === "smart" && facts.capabilities.length === 0) return [];
  if (facts.kind === "smart")
    return ["SMART on FHIR", ...(facts.capabilities.includes("sso-openid-connect") ? ["OpenID Connect" as const] : [])];
  // What is required of servers is declared by none.
  if (facts.statement === "requirements") return [];
  const release = findFhirRelease(facts.fhirVersion);
  const { instantiates, implementationGuide, profiles } = facts.guides;
  const namesGuide = (guide: string, places: readonly (readonly string[])[]) =>
    places.flat().some((one) => guideOf(one) === guide);
  const exportsData = facts.resources.some(
    ({ type, operations }) => EXPORTED.includes(type) && operations.some(isExport),
  );
  return [
    ...(release ? [fhirReleases[release].standard] : []),
    ...(namesGuide(US_CORE, [instantiates, implementationGuide, profiles]) ? ["US Core" as const] : []),
    ...(facts.security.services.includes("SMART-on-FHIR") ? ["SMART on FHIR" as const] : []),
    ...(exportsData || facts.operations.some(isExport) || namesGuide(BULK_DATA, [instantiates, implementationGuide])
      ? ["Bulk Data" as const]
      : []),
  ];
}

function isExport(operation: string): boolean {
  return /^(?:(?:patient|group)-)?export$/.test(operation);
}
