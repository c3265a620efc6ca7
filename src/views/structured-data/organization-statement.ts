/** An organization by its names and its homepage; `sameAs` waits for somebody to state one. */
import type { Organization } from "../../catalog/graph.ts";
import type { Statement } from "./page-graph.ts";
import { toOrganizationReference } from "./references.ts";

export function toOrganizationStatement(organization: Organization): Statement {
  const { legalName, alsoKnownAs, homepage, description } = organization;
  return {
    mainEntity: {
      ...toOrganizationReference(organization),
      ...(legalName !== undefined && { legalName }),
      ...(alsoKnownAs.length > 0 && { alternateName: [...alsoKnownAs] }),
      ...(homepage !== undefined && { url: homepage }),
      ...(description !== undefined && { description }),
    },
  };
}
