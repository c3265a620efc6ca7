/** Every path of the site as pages link to it, on the grammar of `vocab/paths.ts`; every path starts and ends with a slash unless it names a file. */

import { toQuery } from "../compare/choice.ts";
import { getConfig } from "../config/config.ts";
import { addBase, isSitePath } from "../lib/base-path.ts";
import { slugify } from "../lib/slugify.ts";
import { listsPath, offlinePath, serviceWorkerPath } from "../offline/routing.ts";
import { type EntityKind, entityKindKeys, type FacetName } from "../vocab/entity-kind.ts";
import { type FeedFormat, feedFormats } from "../vocab/feed-format.ts";
import { entityPath, type PageKind } from "../vocab/paths.ts";

export const homeUrl = "/";
export const searchUrl = "/search/";
export const aboutUrl = "/about/";
export const feedsUrl = "/feeds/";
/** Where reading without a network is turned on; the worker that makes it work must lie at the root. */
export const offlineUrl = offlinePath;
export const serviceWorkerUrl = serviceWorkerPath;
/** What a reader follows, saved and hides, from their own device. */
export const followingUrl = listsPath;
/** The feeds of all topics as one list, for a feed reader to take over. */
export const topicsOutlineUrl = "/feeds/topics.opml";
export const openSearchUrl = "/opensearch.xml";
export const sitemapUrl = "/sitemap.xml";
export const newsSitemapUrl = "/news-sitemap.xml";
export const robotsUrl = "/robots.txt";
export const llmsUrl = "/llms.txt";
export const llmsFullUrl = "/llms-full.txt";
export const manifestUrl = "/site.webmanifest";

/** Icons that pages name; `touch` is also the logo of the publisher in structured data. */
export const iconUrls = {
  svg: "/favicon.svg",
  ico: "/favicon.ico",
  touch: "/apple-touch-icon.png",
} as const;

/** Index page of a kind: `/topic/`. */
export function indexUrl(kind: EntityKind): string {
  return `/${kind}/`;
}

/** Page of an entity: `/topic/hl7-fhir/`. */
export function entityUrl({ kind, slug }: { readonly kind: PageKind; readonly slug: string }): string {
  return entityPath(kind, encodeURIComponent(slug));
}

/** The digests of all weeks. */
export const digestIndexUrl = "/digest/";

/** The digest of a week: `/digest/2026-w47/`. */
export function digestUrl(week: string): string {
  return `${digestIndexUrl}${week}/`;
}

/** The digest of a week as the body of a mail, beside its page. */
export function mailUrl(week: string, format: "html" | "txt"): string {
  return `${digestUrl(week)}mail.${format}`;
}

/** Pages with feeds, as patterns for hosts: the home page, the digests, and with one `*` those of each kind. */
export const pagePatterns: readonly string[] = [
  homeUrl,
  digestIndexUrl,
  ...[...entityKindKeys, "author" as const].map((kind) => entityUrl({ kind, slug: "*" })),
];

/** A page of a list: `/offering/page/2/`; the first is at the address of the list itself. */
export function listPageUrl(list: string, page: number): string {
  return page === 1 ? list : `${list}page/${page}/`;
}

/** Page of the list of stories. */
export function newsListUrl(page: number): string {
  return listPageUrl(indexUrl("news"), page);
}

/** The stories of a year, of all news or of the page of a topic, organization or author; without a year, those without a date. */
export function yearUrl(year: number | undefined, list: string = indexUrl("news")): string {
  return `${list}${year ?? "undated"}/`;
}

/** What the lists of a topic's page can be narrowed by, for readers without script; or one filter or value, by its place there. */
export function entityFiltersUrl(topic: { readonly kind: "topic"; readonly slug: string }): string {
  return `${entityUrl(topic)}filters/`;
}

export function entityFilterUrl(topic: { readonly kind: "topic"; readonly slug: string }, anchor: string): string {
  return `${entityFiltersUrl(topic)}#${anchor}`;
}

/** All stories and offerings of a topic, for the browser to filter. */
export function entityRowsUrl(topic: { readonly kind: "topic"; readonly slug: string }): string {
  return `${entityUrl(topic)}rows.json`;
}

/** Feed beside the page that it follows: `/topic/hl7-fhir/feed.xml`; all news without one. */
export function feedUrl(format: FeedFormat, page: string = homeUrl): string {
  return `${page}${feedFormats[format].file}`;
}

/** The page as Markdown, beside it: `/topic/hl7-fhir/index.md`. */
export function markdownUrl(page: string): string {
  return `${page}index.md`;
}

/** The picture shown where a page is shared: `/topic/hl7-fhir/card.png`. */
export function socialImageUrl(page: string): string {
  return `${page}card.png`;
}

/** Root of the data for programs; its version changes when a program must. */
export const apiUrl = "/api/v1/";

/** An entity as data: `/api/v1/topic/hl7-fhir.json`. */
export function entityDataUrl({ kind, slug }: { readonly kind: EntityKind | "author"; readonly slug: string }): string {
  return `${apiUrl}${entityUrl({ kind, slug }).slice(1, -1)}.json`;
}

/** Id of an interface on the page of its offering: `interface-fhir-r4`. */
export function interfaceAnchor(name: string): string {
  return `interface-${name}`;
}

/** An interface on the page of its offering. */
export function interfaceUrl(
  offering: { readonly kind: "offering"; readonly slug: string },
  { name }: { readonly name: string },
): string {
  return `${entityUrl(offering)}#${interfaceAnchor(name)}`;
}

/** Id of a vocabulary on the page of all topics: `vocabulary-hl7`. */
export function vocabularyAnchor(authority: string): string {
  return `vocabulary-${slugify(authority)}`;
}

/** A vocabulary's place on that page. */
export function vocabularyUrl(authority: string): string {
  return `${indexUrl("topic")}#${encodeURIComponent(vocabularyAnchor(authority))}`;
}

/** What the data is, for people. */
export const apiPageUrl = "/api/";
export const apiIndexUrl = `${apiUrl}index.json`;
export const openApiUrl = `${apiUrl}openapi.json`;
/** The interfaces of offerings, each with its documentation and metadata. */
export const interfacesUrl = `${apiUrl}interfaces.linkset.json`;
/** Where programs look for the APIs of a site: RFC 9727, and APIs.json. */
export const apiCatalogUrl = "/.well-known/api-catalog";
export const apisJsonUrl = "/apis.json";
export const conceptsUrl = { jsonld: `${apiUrl}topics.skos.jsonld`, turtle: `${apiUrl}topics.ttl` } as const;

/** A page of the list of a kind as data; the first is its index: `/api/v1/topic/page/2.json`. */
export function listDataUrl(kind: EntityKind | "author", page = 1): string {
  return `${apiUrl}${kind}/${page === 1 ? "index" : `page/${page}`}.json`;
}

/** The weeks that have a digest, as data. */
export const digestListDataUrl = `${apiUrl}digest/index.json`;

/** The digest of a week as data: `/api/v1/digest/2026-w47.json`. */
export function digestDataUrl(week: string): string {
  return `${apiUrl}digest/${week}.json`;
}

/** Everything of a kind in one file: `/api/v1/topic.csv`. */
export function dumpUrl(kind: EntityKind | "author", format: "ndjson" | "csv"): string {
  return `${apiUrl}${kind}.${format}`;
}

/** The JSON Schema of what is at an address: `/api/v1/schemas/topic.schema.json`. */
export function schemaUrl(name: string): string {
  return `${apiUrl}schemas/${name}.schema.json`;
}

/** Offerings side by side; which ones stands in the query: `/compare/?o=hapi-fhir,medplum`. */
export const compareUrl = "/compare/";

/** The comparison of some offerings, by their slugs. */
export function comparisonUrl(slugs: readonly string[]): string {
  return compareUrl + toQuery(slugs);
}

/** All rows of the catalog's table, for the browser to filter and sort. */
export const offeringRowsUrl = "/offering/rows.json";

/** List of the offerings with one value of a facet: `/offering/standard/fhir-r4/`. */
export function facetUrl(facet: FacetName, valueSlug: string): string {
  return `${indexUrl("offering")}${facet}/${valueSlug}/`;
}

/** The table of offerings, narrowed in the browser by these values of its filters. */
export function offeringTableUrl(selection: Readonly<Record<string, readonly string[]>>): string {
  const query = new URLSearchParams(
    Object.entries(selection).flatMap(([filter, values]) => values.map((value) => [filter, value])),
  );
  return `${indexUrl("offering")}?${query}`;
}

/** Every value of every facet, with a link to its list; or those of one facet, by its place on that page. */
export const filtersUrl = "/offering/filters/";

export function filterUrl(facet: FacetName): string {
  return `${filtersUrl}#${facet}`;
}

/** Who reads, searches and writes a FHIR resource type: `/resource/appointment/`. */
export function resourceUrl(type: string): string {
  return entityUrl({ kind: "resource", slug: type.toLowerCase() });
}

/** An image that content refers to, by its path below public/images/. */
export function imageUrl(file: string): string {
  return `/images/${encodePath(file)}`;
}

/** A document that content refers to, by its path below public/documents/. */
export function documentUrl(file: string): string {
  return `/documents/${encodePath(file)}`;
}

function encodePath(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/** The absolute address of a path, for canonical links and feeds. */
export function absoluteUrl(path: string): string {
  // Called twenty times a page: a parser would leave a path of only these characters as it is.
  const { siteUrl } = getConfig();
  const base = siteUrl.href.slice(0, -1);
  return /^(?:\/[\w-][\w.-]*)+\/?$/.test(path) ? base + path : new URL(base + path).href;
}

/** A path of the site as one of its domain, for texts that show it; a link gets the base by itself. */
export function domainPath(path: string): string {
  return addBase(getConfig().siteUrl.pathname, path);
}

/** The absolute address of a link in a text of the page at this address; undefined where it leads nowhere. */
export function resolveLink(href: string, page: string): string | undefined {
  const link = href.trim();
  return (isSitePath(link) ? URL.parse(getConfig().siteUrl.href.slice(0, -1) + link) : URL.parse(href, page))?.href;
}

/** Where a content file can be edited; undefined when the site has no repository set. */
export function editUrl(file: string, repository = getConfig().repository): string | undefined {
  return repository && `${repository.replace(/\/$/, "")}/edit/main/content/${encodePath(file)}`;
}
