/** References to what other pages are about: an id, a type and a name. */
import { isFree } from "../../catalog/access.ts";
import type { Author, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { getSite, hasSection } from "../../config/settings.ts";
import { memoize } from "../../lib/memoize.ts";
import { getKind, getOrganizationType } from "../../vocab/vocabulary.ts";
import { absoluteUrl, entityUrl, homeUrl, iconUrls } from "../urls.ts";
import { idOf, type OfferingNode, type OrganizationNode, type PersonNode, publisherId, type TermNode } from "./node.ts";

/** The site as the one who publishes. */
export function getPublisher(): OrganizationNode {
  return {
    "@type": "Organization",
    "@id": publisherId(),
    name: getSite().name,
    url: absoluteUrl(homeUrl),
    logo: absoluteUrl(iconUrls.touch),
  };
}

// Thousands of pages refer to these, so each is made once.

export const toTermReference = memoize(
  (topic: Topic): TermNode => ({
    "@type": "DefinedTerm",
    "@id": idOf(topic),
    name: topic.label,
    url: absoluteUrl(entityUrl(topic)),
  }),
);

/** Without `url`, which would be the homepage, and that is shown on the organization's own page alone. */
export const toOrganizationReference = memoize(
  (organization: Organization): OrganizationNode => ({
    "@type": getOrganizationType(organization.type).schemaType,
    "@id": idOf(organization),
    name: organization.name,
  }),
);

/** Code that is free to use is described as code, whatever kind of offering it is. */
export function typeOf({ offeringKind, licence, repository }: Offering): OfferingNode["@type"] {
  return repository !== undefined && isFree(licence) ? "SoftwareSourceCode" : getKind(offeringKind).schemaType;
}

/** Without `url`, as an organization. */
export const toOfferingReference = memoize(
  (offering: Offering): OfferingNode => ({
    "@type": typeOf(offering),
    "@id": idOf(offering),
    name: offering.name,
  }),
);

/**
 * A person, unless the publisher of a story has the same name and is of another type than a person: some bylines name a
 * company.
 */
export const toAuthorNode = memoize((author: Author): PersonNode | OrganizationNode => {
  const isCompany = author.news.some(
    ({ publisher }) => publisher?.name === author.name && getOrganizationType(publisher.type).role !== "person",
  );
  return {
    "@type": isCompany ? "Organization" : "Person",
    "@id": idOf(author),
    name: author.name,
    // A site may have no pages of authors.
    ...(hasSection("authors") && { url: absoluteUrl(entityUrl(author)) }),
  };
});
