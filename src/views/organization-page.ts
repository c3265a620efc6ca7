/** The organizations by name, and one of them with what it publishes and what it offers. */
import type { Catalog, Organization } from "../catalog/graph.ts";
import { hostOf } from "../lib/clean-url.ts";
import { counted, joinWords } from "../lib/text.ts";
import { organizationTypes } from "../vocab/organization-type.ts";
import { toFormatLinks } from "./feed-links.ts";
import { groupByLetter } from "./letters.ts";
import { buildPage, type LinkView, type PageView } from "./page.ts";
import { type OfferingRow, type StoryRow, storyCount, toOfferingRow, toStoryRow } from "./parts.ts";
import { toOrganizationStatement } from "./structured-data/organization-statement.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { editUrl, entityDataUrl, entityUrl, indexUrl } from "./urls.ts";

export interface OrganizationEntry extends LinkView {
  /** `Vendor, 1 story, 2 offerings`. */
  readonly about: string;
}

export interface OrganizationIndexPageView extends PageView {
  readonly heading: string;
  readonly count: string;
  readonly groups: readonly {
    readonly letter: string;
    readonly anchor: string;
    readonly entries: readonly OrganizationEntry[];
  }[];
}

export interface OrganizationPageView extends PageView {
  readonly kicker: string;
  readonly heading: string;
  readonly description: string | undefined;
  /** Of what it publishes. */
  readonly feeds: readonly LinkView[];
  readonly homepage: LinkView | undefined;
  readonly hosts: readonly string[];
  readonly legalName: string | undefined;
  readonly alsoKnownAs: string | undefined;
  readonly storyCount: number;
  readonly stories: readonly StoryRow[];
  readonly offeringCount: number;
  readonly offerings: readonly OfferingRow[];
  readonly edit: string | undefined;
}

const STORIES = 50;

export function buildOrganizationIndexPage(catalog: Catalog): OrganizationIndexPageView {
  const groups = groupByLetter(catalog.organizations).map(({ letter, anchor, items }) => ({
    letter,
    anchor,
    entries: items.map((organization) => ({
      href: entityUrl(organization),
      label: organization.name,
      about: describe(organization),
    })),
  }));
  const entries = groups.flatMap((group) => group.entries);
  return {
    ...buildPage({
      title: "Organizations",
      description: "Publishers of the stories and vendors of the offerings, by name.",
      path: indexUrl("organization"),
      section: "organization",
      statement: { type: "CollectionPage", mainEntity: toItemList(indexUrl("organization"), entries) },
    }),
    heading: "Organizations",
    count: counted(catalog.organizations.length, "organization"),
    groups,
  };
}

export function buildOrganizationPage(organization: Organization): OrganizationPageView {
  const { name, type, published, offerings, homepage, legalName, alsoKnownAs } = organization;
  const label = organizationTypes[type].label;
  return {
    ...buildPage({
      title: name,
      description:
        organization.description ??
        `${name}: ${storyCount(published.length)} and ${counted(offerings.length, "offering")} in the catalog.`,
      path: entityUrl(organization),
      data: entityDataUrl(organization),
      section: "organization",
      feeds: `${name}: stories`,
      statement: toOrganizationStatement(organization),
    }),
    kicker: label,
    heading: name,
    description: organization.description,
    feeds: toFormatLinks(entityUrl(organization)),
    homepage: homepage === undefined ? undefined : { href: homepage, label: hostOf(homepage) },
    hosts: organization.hosts,
    legalName,
    alsoKnownAs: alsoKnownAs.length > 0 ? joinWords(alsoKnownAs) : undefined,
    storyCount: published.length,
    stories: published.slice(0, STORIES).map((item) => toStoryRow(item)),
    offeringCount: offerings.length,
    offerings: offerings.map((offering) => toOfferingRow(offering)),
    edit: editUrl(organization.file),
  };
}

function describe({ type, published, offerings }: Organization): string {
  return [
    organizationTypes[type].label,
    ...(published.length > 0 ? [storyCount(published.length)] : []),
    ...(offerings.length > 0 ? [counted(offerings.length, "offering")] : []),
  ].join(", ");
}
