/** Which standards an offering has, and how that is known: stated by its vendor, declared by its server, implied by its certification. */
import type { CertificationStandards } from "../schemas/certification-standards.ts";
import type { InterfaceFacts } from "../schemas/interface-facts.ts";
import type { CertifiedProduct } from "../schemas/onc-facts.ts";
import { type StandardBasis, standardBasisKeys } from "../vocab/basis.ts";
import { type FhirRelease, findFhirRelease } from "../vocab/fhir-release.ts";
import { BULK_DATA, guideOf, US_CORE } from "../vocab/guides.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import type { Declaration } from "../vocab/vocabulary-files.ts";

/** A standard with every basis on which it is known. */
export interface KnownStandard {
  readonly standard: string;
  /** One at least, in the order of `standardBases`. */
  readonly bases: readonly StandardBasis[];
}

/** A version of a standard that a product must support to hold a criterion. */
export interface ImpliedStandard {
  readonly standard: string;
  readonly version: string;
  readonly criterion: string;
  readonly citation: string;
  /** Day on which the adoption of the version ends or has ended. */
  readonly until: string | undefined;
  readonly isExpired: boolean;
}

/** In the order of the closed list. A version whose adoption has expired implies nothing any more. */
export function toKnownStandards(
  stated: readonly string[],
  interfaces: readonly InterfaceFacts[],
  implied: readonly ImpliedStandard[],
): KnownStandard[] {
  const { standards } = getVocabulary();
  const declarations = new Set(interfaces.flatMap(declarationsOf));
  const declared = [...standards].filter(([, { declaredAs }]) => declaredAs && declarations.has(declaredAs));
  const sets: Readonly<Record<StandardBasis, ReadonlySet<string>>> = {
    stated: new Set(stated),
    declared: new Set(declared.map(([standard]) => standard)),
    implied: new Set(implied.flatMap(({ standard, isExpired }) => (isExpired ? [] : standard))),
  };
  return [...standards.keys()].flatMap((standard) => {
    const bases = standardBasisKeys.filter((basis) => sets[basis].has(standard));
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

const declarationsOfRelease = {
  R5: "fhir-r5",
  R4B: "fhir-r4b",
  R4: "fhir-r4",
  STU3: "fhir-stu3",
  DSTU2: "fhir-dstu2",
} as const satisfies Record<FhirRelease, Declaration>;

/** Types of resources whose `$export` is Bulk Data. */
const EXPORTED = ["Patient", "Group"];

/** What a document says that may count as a standard; the vocabulary says as which. */
function declarationsOf(facts: InterfaceFacts): Declaration[] {
  if (facts.kind === "openapi") return facts.format.startsWith("OpenAPI 3.0") ? ["openapi-3.0"] : [];
  // Without capabilities of SMART it may be any authorization server's.
  if (facts.kind === "smart" && facts.capabilities.length === 0) return [];
  if (facts.kind === "smart")
    return ["smart", ...(facts.capabilities.includes("sso-openid-connect") ? ["openid-connect" as const] : [])];
  // A statement of requirements says what servers must do, not what one of them does.
  if (facts.statement === "requirements") return [];
  const release = findFhirRelease(facts.fhirVersion);
  const { instantiates, implementationGuide, profiles } = facts.guides;
  const namesGuide = (guide: string, places: readonly (readonly string[])[]) =>
    places.flat().some((one) => guideOf(one) === guide);
  const exportsData = facts.resources.some(
    ({ type, operations }) => EXPORTED.includes(type) && operations.some(isExport),
  );
  return [
    ...(release ? [declarationsOfRelease[release]] : []),
    ...(namesGuide(US_CORE, [instantiates, implementationGuide, profiles]) ? ["us-core" as const] : []),
    ...(facts.security.services.includes("SMART-on-FHIR") ? ["smart" as const] : []),
    ...(exportsData || facts.operations.some(isExport) || namesGuide(BULK_DATA, [instantiates, implementationGuide])
      ? ["bulk-data" as const]
      : []),
  ];
}

function isExport(operation: string): boolean {
  return /^(?:(?:patient|group)-)?export$/.test(operation);
}
