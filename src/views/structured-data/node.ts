/** The kinds of node that a page's graph is made of, and the ids under which every page names the same thing. */
import type {
  AboutPageLeaf,
  ArticleLeaf,
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  DefinedTermLeaf,
  DefinedTermSetLeaf,
  GovernmentOrganizationLeaf,
  IdReference,
  ItemListLeaf,
  NewsMediaOrganizationLeaf,
  NGOLeaf,
  OrganizationLeaf,
  PersonLeaf,
  ProfilePageLeaf,
  ResearchOrganizationLeaf,
  SoftwareApplicationLeaf,
  SoftwareSourceCodeLeaf,
  WebAPILeaf,
  WebPageLeaf,
  WebSiteLeaf,
} from "schema-dts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { isPublished } from "../../vocab/published-paths.ts";
import { absoluteUrl, entityUrl, homeUrl, vocabularyUrl } from "../urls.ts";

/** A thing with an id, by which other nodes refer to it, on its own page and on any other. */
type Identified<T> = T & { readonly "@id": string };

export type PageNode = Identified<WebPageLeaf | AboutPageLeaf | CollectionPageLeaf | ProfilePageLeaf>;
export type ListNode = Identified<ItemListLeaf>;
export type ArticleNode = Identified<ArticleLeaf>;
export type TermNode = Identified<DefinedTermLeaf>;
export type TermSetNode = Identified<DefinedTermSetLeaf>;
export type PersonNode = Identified<PersonLeaf>;
export type OrganizationNode = Identified<
  OrganizationLeaf | GovernmentOrganizationLeaf | NewsMediaOrganizationLeaf | NGOLeaf | ResearchOrganizationLeaf
>;
export type OfferingNode = Identified<WebAPILeaf | SoftwareApplicationLeaf | SoftwareSourceCodeLeaf>;

export type Node =
  | PageNode
  | ListNode
  | ArticleNode
  | TermNode
  | TermSetNode
  | PersonNode
  | OrganizationNode
  | OfferingNode
  | Identified<BreadcrumbListLeaf>
  | Identified<WebSiteLeaf>;

const FRAGMENTS: Readonly<Record<EntityKind | "author", string>> = {
  news: "article",
  offering: "offering",
  topic: "term",
  organization: "organization",
  author: "author",
};

export function websiteId(): string {
  return `${absoluteUrl(homeUrl)}#website`;
}
export function publisherId(): string {
  return `${absoluteUrl(homeUrl)}#organization`;
}

/** Id of what an entity's page is about: `https://curalog.org/topic/hl7-fhir/#term`. An author may have no page. */
export function idOf(entity: { readonly kind: EntityKind | "author"; readonly slug: string }): string {
  const page = entityUrl(entity);
  if (!isPublished(page)) return `${absoluteUrl(homeUrl)}#${entity.kind}-${entity.slug}`;
  return `${absoluteUrl(page)}#${FRAGMENTS[entity.kind]}`;
}

/** Id of a vocabulary, which has no page of its own but a place on the page of all topics. */
export function vocabularyId(authority: string): string {
  return absoluteUrl(vocabularyUrl(authority));
}

/** Nothing but the id; its node is in the same graph, or on the page that the id begins with. */
export function refer({ "@id": id }: { readonly "@id": string }): IdReference {
  return { "@id": id };
}
