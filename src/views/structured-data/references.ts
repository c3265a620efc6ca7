/** References to what other pages are about: an id, a type and a name. */
import type { Author, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { site } from "../../config.ts";
import { memoize } from "../../lib/memoize.ts";
import { absoluteUrl, entityUrl, homeUrl, iconUrls } from "../urls.ts";
import { idOf, type OfferingNode, type OrganizationNode, type PersonNode, publisherId, type TermNode } from "./node.ts";
import { offeringTypeOf, organizationTypeOf } from "./types.ts";

/** The site as the one who publishes. */
export const publisher: OrganizationNode = {
  "@type": "Organization",
  "@id": publisherId,
  name: site.name,
  url: absoluteUrl(homeUrl),
  logo: absoluteUrl(iconUrls.touch),
};

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
    "@type": organizationTypeOf(organization.type),
    "@id": idOf(organization),
    name: organization.name,
  }),
);

/** Without `url`, as an organization. */
export const toOfferingReference = memoize(
  (offering: Offering): OfferingNode => ({
    "@type": offeringTypeOf(offering.offeringKind),
    "@id": idOf(offering),
    name: offering.name,
  }),
);

/** Some bylines name a company: a person, unless the publisher of the stories has that name and is more than a person's blog. */
export const toAuthorNode = memoize((author: Author): PersonNode | OrganizationNode => {
  const isCompany = author.news.some(({ publisher }) => publisher?.name === author.name && publisher.type !== "blog");
  return {
    "@type": isCompany ? "Organization" : "Person",
    "@id": idOf(author),
    name: author.name,
    url: absoluteUrl(entityUrl(author)),
  };
});
