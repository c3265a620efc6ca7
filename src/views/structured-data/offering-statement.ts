/** An offering by what it is, who provides it and where it is documented; never a price or a rating, which nobody stated. */
import type { Offering } from "../../catalog/graph.ts";
import { licences } from "../../vocab/licence.ts";
import { offeringKinds } from "../../vocab/offering-kind.ts";
import { idOf, type OfferingNode, refer } from "./node.ts";
import type { Statement } from "./page-graph.ts";
import { offeringTypeOf, toOrganizationReference } from "./references.ts";

/** A link as the page shows it. */
type PageLink = { readonly href: string; readonly deadLink?: string } | undefined;

interface Links {
  readonly homepage: PageLink;
  readonly documentation: PageLink;
  readonly repository: PageLink;
}

/** `summary` is the one that the page shows. */
export function toOfferingStatement(offering: Offering, summary: string, links: Links): Statement {
  const vendor = toOrganizationReference(offering.vendor);
  const homepage = addressOf(links.homepage);
  const common = {
    "@id": idOf(offering),
    name: offering.name,
    description: summary,
    ...(offering.formerly.length > 0 && { alternateName: [...offering.formerly] }),
    ...(homepage !== undefined && { url: homepage }),
    provider: refer(vendor),
  };
  return { mainEntity: toNode(offering, links, common), besides: [vendor] };
}

/** With what only the offering's own type of node has a place for. */
function toNode(
  { offeringKind, licence }: Offering,
  links: Links,
  common: { readonly "@id": string; readonly name: string },
): OfferingNode {
  const { label } = offeringKinds[offeringKind];
  const documentation = addressOf(links.documentation);
  const repository = addressOf(links.repository);
  const type = offeringTypeOf(offeringKind);
  switch (type) {
    case "WebAPI":
      return { "@type": type, ...common, category: label, ...(documentation !== undefined && { documentation }) };
    case "SoftwareSourceCode":
      return {
        "@type": type,
        ...common,
        ...(repository !== undefined && { codeRepository: repository }),
        ...(licence !== undefined && { license: { "@type": "CreativeWork", name: licences[licence].label } }),
      };
    case "SoftwareApplication":
      return {
        "@type": type,
        ...common,
        applicationCategory: label,
        ...(documentation !== undefined && { softwareHelp: { "@type": "CreativeWork", url: documentation } }),
      };
  }
}

function addressOf(link: PageLink): string | undefined {
  return link?.deadLink === undefined ? link?.href : undefined;
}
