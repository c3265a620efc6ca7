/** An offering by what it is, who provides it and where it is documented; never a price or a rating, which nobody stated. */
import type { Offering } from "../../catalog/graph.ts";
import { getMessages } from "../../messages/messages.ts";
import { getKind, getLicence } from "../../vocab/vocabulary.ts";
import { idOf, type OfferingNode, refer } from "./node.ts";
import type { Statement } from "./page-graph.ts";
import { toOrganizationReference, typeOf } from "./references.ts";

/** A link as the page shows it. */
type PageLink = { readonly href: string; readonly deadLink?: string } | undefined;

interface Links {
  readonly homepage: PageLink;
  readonly documentation: PageLink;
  readonly repository: PageLink;
}

/** `summary` is the one that the page shows; of dead links, those among the facts of access are left out here. */
export function toOfferingStatement(
  offering: Offering,
  summary: string,
  links: Links,
  deadLinks: ReadonlyMap<string, string> = new Map(),
): Statement {
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
  const isAlive = (href: string | undefined): href is string => href !== undefined && !deadLinks.has(href);
  return { mainEntity: toNode(offering, links, common, isAlive), besides: [vendor] };
}

/** With what only the offering's own type of node has a place for. */
function toNode(
  offering: Offering,
  links: Links,
  common: { readonly "@id": string; readonly name: string },
  isAlive: (href: string | undefined) => href is string,
): OfferingNode {
  const { licence, access } = offering;
  const { label } = getKind(offering.offeringKind);
  const type = typeOf(offering);
  const documentation = addressOf(links.documentation);
  const repository = addressOf(links.repository);
  const terms = access.terms?.value;
  const changelog = access.changelog?.value;
  const release = access.latestRelease?.value;
  const areas = access.regions?.value.filter((region) => region !== "worldwide") ?? [];
  // Free of charge: that there is a free tier says nothing of the rest.
  const free = access.pricing?.value === "free" && { isAccessibleForFree: true };
  switch (type) {
    case "WebAPI":
      return {
        "@type": type,
        ...common,
        category: label,
        ...(documentation !== undefined && { documentation }),
        ...(isAlive(terms) && { termsOfService: terms }),
        ...(areas.length > 0 && { areaServed: areas.map((region) => getMessages().access.terms.regions[region]) }),
      };
    case "SoftwareSourceCode":
      return {
        "@type": type,
        ...common,
        ...(repository !== undefined && { codeRepository: repository }),
        ...(licence !== undefined && { license: { "@type": "CreativeWork", name: getLicence(licence).label } }),
        ...(release && { version: release.version }),
        ...free,
      };
    case "SoftwareApplication":
      return {
        "@type": type,
        ...common,
        applicationCategory: label,
        ...(documentation !== undefined && { softwareHelp: { "@type": "CreativeWork", url: documentation } }),
        ...(isAlive(changelog) && { releaseNotes: changelog }),
        ...(release && { softwareVersion: release.version }),
        ...free,
      };
  }
}

function addressOf(link: PageLink): string | undefined {
  return link?.deadLink === undefined ? link?.href : undefined;
}
