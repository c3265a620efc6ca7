/** Which APIs there are, as link sets (RFC 9264) in the profile of API catalogs (RFC 9727): the site's own, and those of offerings. */
import type { Catalog, Offering, OfferingInterface } from "../../catalog/graph.ts";
import { site } from "../../config.ts";
import { formatDate } from "../../lib/partial-date.ts";
import type { InterfaceFacts } from "../../schemas/interface-facts.ts";
import { interfaceHeadings } from "../../views/interfaces.ts";
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

/** RFC 8631 has those of services, RFC 9727 those of catalogs. */
type Relation = "item" | "api-catalog" | "service-desc" | "service-doc" | "service-meta" | "describedby";

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
    { anchor: catalog, relation: "item", target: toOwnTarget(apiIndexUrl, `${site.name} data`) },
    { anchor: catalog, relation: "api-catalog", target: toOwnTarget(interfacesUrl, "Interfaces of the offerings") },
    { anchor: api, relation: "service-desc", target: toOwnTarget(openApiUrl, "OpenAPI 3.1 description") },
    { anchor: api, relation: "service-doc", target: toOwnTarget(apiPageUrl, "What the data is") },
    { anchor: api, relation: "service-meta", target: toOwnTarget(apisJsonUrl, "APIs.json") },
  ]);
}

/** Every interface whose address is known, by offering. */
export function buildInterfaceCatalog(catalog: Catalog): Linkset {
  return toLinkset(
    listEntities(catalog).offering.flatMap((offering) =>
      offering.interfaces.flatMap((one) =>
        addressesOf(one.facts).flatMap((anchor) => toInterfaceLinks(anchor, one, offering, catalog)),
      ),
    ),
  );
}

function toInterfaceLinks(
  anchor: string,
  one: OfferingInterface,
  offering: Offering,
  { deadLinks }: Catalog,
): readonly Link[] {
  const { kind, source, seen } = one.facts;
  const { documentation } = offering;
  const read = `${interfaceHeadings(offering.interfaces).get(one)}, as read on ${formatDate(seen)}`;
  const links: (Omit<Link, "anchor"> | undefined)[] = [
    source === undefined
      ? undefined
      : {
          relation: kind === "openapi" ? "service-desc" : "service-meta",
          target: { href: toAddress(source), title: read },
        },
    documentation === undefined || deadLinks.has(documentation)
      ? undefined
      : { relation: "service-doc", target: { href: toAddress(documentation) } },
    {
      relation: "describedby",
      target: { href: toReference(offering).self, type: "application/json", title: offering.name },
    },
  ];
  return links.flatMap((link) => (link ? { anchor, ...link } : []));
}

/** Where an interface answers: as it states itself, else what stands before the well-known end of where it was read. */
function addressesOf(facts: InterfaceFacts): readonly string[] {
  const [, readAt] = /^(https?:\/\/.*)\/(?:metadata|\.well-known\/smart-configuration)$/.exec(facts.source ?? "") ?? [];
  switch (facts.kind) {
    case "fhir": {
      const address = facts.address ?? readAt;
      return address === undefined ? [] : [toAddress(address)];
    }
    case "smart":
      return readAt === undefined ? [] : [toAddress(readAt)];
    case "openapi":
      // A description gives the facts the hosts of its servers, and no paths.
      return facts.hosts.map((host) => `https://${host}/`);
  }
}

function toOwnTarget(path: string, title: string): LinkTarget {
  const type = typeOfFile(path.endsWith("/") ? `${path}index.html` : path);
  return { href: absoluteUrl(path), ...(type !== undefined && { type: bareType(type) }), title };
}

/** Each address once, each of its links once, in the order in which they come. */
function toLinkset(links: readonly Link[]): Linkset {
  const linkset = [...Map.groupBy(links, ({ anchor }) => anchor)].map(([anchor, own]) => ({
    anchor,
    ...Object.fromEntries(
      [...Map.groupBy(own, ({ relation }) => relation)].map(([relation, some]) => [
        relation,
        [...new Map(some.map(({ target }) => [target.href, target])).values()],
      ]),
    ),
  }));
  return { linkset };
}
