/** Which APIs there are, as link sets (RFC 9264) in the profile of API catalogs (RFC 9727): the site's own, and those of offerings. */
import type { Catalog, Offering } from "../../catalog/graph.ts";
import { getSite, hasSection } from "../../config/settings.ts";
import { toFileAddress } from "../../lib/file-address.ts";
import { formatDate } from "../../lib/partial-date.ts";
import type { InterfaceFacts } from "../../schemas/interface-facts.ts";
import { asReadOn, interfaceHeadings } from "../../views/interfaces.ts";
import {
  absoluteUrl,
  apiCatalogUrl,
  apiIndexUrl,
  apiPageUrl,
  apisJsonUrl,
  interfacesUrl,
  openApiUrl,
} from "../../views/urls.ts";
import { bareType, typeOfFile } from "../hosts/file-types.ts";
import { listEntities } from "./records.ts";
import { toAddress, toReference } from "./to-parts.ts";

export interface Linkset {
  readonly linkset: readonly LinkContext[];
}

/** An address, and what it is linked to, by the relation. */
export type LinkContext = { readonly anchor: string } & Readonly<Partial<Record<Relation, readonly LinkTarget[]>>>;

export interface LinkTarget {
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** RFC 8631 has those of services and `status`, RFC 6903 `terms-of-service`, RFC 9727 those of catalogs. */
type Relation =
  | "item"
  | "api-catalog"
  | "service-desc"
  | "service-doc"
  | "service-meta"
  | "status"
  | "terms-of-service"
  | "describedby";

interface Link {
  readonly anchor: string;
  readonly relation: Relation;
  readonly target: LinkTarget;
}

/** The API of the site. The interfaces of offerings are others' and stand in a catalog of their own. */
export function buildApiCatalog(): Linkset {
  const catalog = absoluteUrl(apiCatalogUrl);
  // The folder itself answers with nothing.
  const api = absoluteUrl(apiIndexUrl);
  return toLinkset([
    { anchor: catalog, relation: "item", target: toOwnTarget(apiIndexUrl, `${getSite().name} data`) },
    ...(hasSection("offerings")
      ? [
          {
            anchor: catalog,
            relation: "api-catalog" as const,
            target: toOwnTarget(interfacesUrl, "Interfaces of the offerings"),
          },
        ]
      : []),
    { anchor: api, relation: "service-desc", target: toOwnTarget(openApiUrl, "OpenAPI 3.1 description") },
    { anchor: api, relation: "service-doc", target: toOwnTarget(apiPageUrl, "What the data is") },
    { anchor: api, relation: "service-meta", target: toOwnTarget(apisJsonUrl, "APIs.json") },
  ]);
}

/** Every interface whose address is known, by offering. */
export function buildInterfaceCatalog(catalog: Catalog): Linkset {
  return toLinkset(
    listEntities(catalog).offering.flatMap((offering) => {
      const about = linksOf(offering, catalog);
      return [...statedServers(offering), ...reportedServers(offering, catalog)].flatMap(({ address, document }) =>
        [...(document ? [document] : []), ...about].map((link) => ({ anchor: address, ...link })),
      );
    }),
  );
}

interface Server {
  readonly address: string;
  /** Where what it says of itself was read, or is said to be. */
  readonly document?: Omit<Link, "anchor">;
}

function statedServers({ interfaces }: Offering): Server[] {
  const headings = interfaceHeadings(interfaces);
  return interfaces.flatMap((one) => {
    const { kind, source, seen } = one.facts;
    const relation: Relation = kind === "openapi" ? "service-desc" : "service-meta";
    const title = `${headings.get(one)}, ${asReadOn(one.facts, seen)}`;
    const document = source !== undefined && { relation, target: { href: toAddress(toFileAddress(source)), title } };
    return addressesOf(one.facts).map((address): Server => ({ address, ...(document && { document }) }));
  });
}

/** Where an interface answers: as it states itself, else where it was read. */
function addressesOf(facts: InterfaceFacts): readonly string[] {
  // The facts have only the hosts of the servers in an OpenAPI description, not their paths.
  if (facts.kind === "openapi") return facts.hosts.map((host) => `https://${host}/`);
  const stated = facts.kind === "fhir" ? facts.address : undefined;
  const address = stated ?? (facts.source === undefined ? undefined : serverOf(facts.source));
  return address === undefined ? [] : [toAddress(address)];
}

function reportedServers({ reported }: Offering, { reportedSource }: Catalog): Server[] {
  if (!reported || !reportedSource) return [];
  const documents = [
    ["FHIR metadata", reported.metadata],
    ["SMART configuration", reported.smart],
  ] as const;
  return documents.flatMap(([name, href]): Server[] => {
    const address = href === undefined ? undefined : serverOf(href);
    if (href === undefined || address === undefined) return [];
    const title = `${name}, ${asReported(reportedSource)}`;
    return [
      { address: toAddress(address), document: { relation: "service-meta", target: { href: toAddress(href), title } } },
    ];
  });
}

/** The server whose document is at an address: what stands before the well-known end. */
function serverOf(address: string): string | undefined {
  return /^(https?:\/\/.*)\/(?:metadata|\.well-known\/smart-configuration)$/.exec(address)?.[1];
}

/**
 * What every interface of an offering is linked to. The OpenAPI description that the offering states is left out:
 * nobody says which interface it describes.
 */
function linksOf(offering: Offering, { reportedSource, deadLinks }: Catalog): Omit<Link, "anchor">[] {
  const { documentation, reported, access } = offering;
  const link = (relation: Relation, href: string | undefined, title?: string): Omit<Link, "anchor">[] =>
    href === undefined || deadLinks.has(href)
      ? []
      : [{ relation, target: { href: toAddress(href), ...(title !== undefined && { title }) } }];
  const record = { href: toReference(offering).self, type: "application/json", title: offering.name };
  return [
    ...link("service-doc", documentation),
    ...(reportedSource
      ? link("service-doc", reported?.documentation, `API documentation, ${asReported(reportedSource)}`)
      : []),
    ...link("status", access.statusPage?.value),
    ...link("terms-of-service", access.terms?.value),
    { relation: "describedby", target: record },
  ];
}

function asReported({ asOf }: NonNullable<Catalog["reportedSource"]>): string {
  return `as reported on ${formatDate(asOf)}; not tested`;
}

function toOwnTarget(path: string, title: string): LinkTarget {
  const type = typeOfFile(path.endsWith("/") ? `${path}index.html` : path);
  return { href: absoluteUrl(path), ...(type !== undefined && { type: bareType(type) }), title };
}

/** Each address and each of its links once, at its first place: what an offering states precedes what is reported. */
function toLinkset(links: readonly Link[]): Linkset {
  const linkset = [...Map.groupBy(links, ({ anchor }) => anchor)].map(([anchor, own]) => ({
    anchor,
    ...Object.fromEntries(
      [...Map.groupBy(own, ({ relation }) => relation)].map(([relation, some]) => [
        relation,
        [...Map.groupBy(some, ({ target }) => target.href).values()].flatMap(([first]) => first?.target ?? []),
      ]),
    ),
  }));
  return { linkset };
}
