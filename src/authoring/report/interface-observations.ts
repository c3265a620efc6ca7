/** Where what a server declares and what certification asks for differ. Observed in documents, and no test of a server. */
import type { Offering } from "../../catalog/graph.ts";
import { byText } from "../../lib/order.ts";
import { formatDate } from "../../lib/partial-date.ts";
import { joinWords } from "../../lib/text.ts";
import type { FhirFacts } from "../../schemas/interface-facts.ts";
import { findFhirRelease } from "../../vocab/fhir-release.ts";
import { guideOf, US_CORE } from "../../vocab/guides.ts";
import { usCore } from "../../vocab/us-core.ts";
import { getStandard } from "../../vocab/vocabulary.ts";

const API_CRITERION = "170.315(g)(10)";

/**
 * Sentences on the versions of US Core that servers of a certified offering declare although their adoption has ended.
 * A server may declare the old version beside the one in force: that is not reported.
 */
export function expiredGuides({ interfaces, implied }: Offering): string[] {
  const adoptions = implied.filter(({ standard }) => getStandard(standard).declaredAs === "us-core");
  return interfaces.flatMap(({ name, facts }) => {
    if (!isServer(facts)) return [];
    const versions = usCoreVersions(facts);
    const own = adoptions.filter(({ version }) => versions.includes(version));
    if (own.some(({ isExpired }) => !isExpired)) return [];
    return own.flatMap(({ version, citation, until }) => {
      if (until === undefined) return [];
      const others = versions.filter((other) => other !== version);
      const beside = others.length > 0 ? `, and ${joinWords(others)} too` : "";
      return `${name}, read on ${formatDate(facts.seen)}, declares US Core ${version}${beside}; the adoption of ${version} (${citation}) ended on ${formatDate(until)}`;
    });
  });
}

/**
 * For an offering certified for the API of patients and populations: sentences on what none of its FHIR R4 servers
 * declares.
 */
export function missingTypes({ certified, interfaces }: Offering): string[] {
  const isCertified = certified.some(({ versions }) =>
    versions.some((one) => one.certificationStatus === "Active" && one.criteria.includes(API_CRITERION)),
  );
  const servers = interfaces.flatMap(({ name, facts }) =>
    isServer(facts) && findFhirRelease(facts.fhirVersion) === "R4" ? [{ name, facts }] : [],
  );
  if (!isCertified || servers.length === 0) return [];
  const required = Object.keys(usCore.required);
  if (servers.some(({ facts }) => facts.resources.some(({ type }) => required.includes(type)))) return [];
  const names = joinWords(servers.map(({ name, facts }) => `${name}, read on ${formatDate(facts.seen)},`));
  const verb = servers.length === 1 ? "declares" : "declare";
  return [
    `certified for ${API_CRITERION}; ${names} ${verb} none of the ${required.length} resource types of US Core ${usCore.version}`,
  ];
}

/** A statement of requirements is no declaration of a server. */
function isServer(facts: Offering["interfaces"][number]["facts"]): facts is FhirFacts {
  return facts.kind === "fhir" && facts.statement !== "requirements";
}

function usCoreVersions({ guides: { instantiates, implementationGuide, profiles } }: FhirFacts): string[] {
  const own = [...instantiates, ...implementationGuide, ...profiles].filter((guide) => guideOf(guide) === US_CORE);
  return [...new Set(own.flatMap((guide) => guide.split("|")[1] ?? []))].sort(byText);
}
