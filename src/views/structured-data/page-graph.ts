/** The one graph of a page: the page itself, its breadcrumbs and its statement. */
import type { BreadcrumbListLeaf, Graph } from "schema-dts";
import { getSite } from "../../config/settings.ts";
import { absoluteUrl } from "../urls.ts";
import { type ListNode, type Node, type PageNode, refer, websiteId } from "./node.ts";

/** What a page states besides its address, title and breadcrumbs. */
export interface Statement {
  readonly type?: PageNode["@type"];
  /** What the page is for. */
  readonly mainEntity?: Node | undefined;
  /** What its main entity, a list, is about. */
  readonly about?: Node;
  /** Other nodes, to which these refer. */
  readonly besides?: readonly Node[];
}

interface PageFacts extends Statement {
  readonly canonical: string;
  readonly title: string;
  readonly breadcrumbs: readonly { readonly href?: string; readonly label?: string }[];
}

export function buildGraph(page: PageFacts): Graph {
  const { canonical, title, breadcrumbs, type = "WebPage", mainEntity, about, besides = [] } = page;
  const list = toBreadcrumbs(canonical, breadcrumbs);
  const self: PageNode = {
    "@type": type,
    "@id": `${canonical}#page`,
    url: canonical,
    name: title,
    inLanguage: getSite().language,
    isPartOf: { "@id": websiteId() },
    ...(list && { breadcrumb: refer(list) }),
    ...(about && { about: refer(about) }),
    ...(mainEntity && { mainEntity: refer(mainEntity) }),
  };
  const nodes = [self, list, mainEntity, about, ...besides];
  return { "@context": "https://schema.org", "@graph": nodes.filter((node) => node !== undefined) };
}

/** None for the home page. The last item needs no address: it is the page. */
function toBreadcrumbs(
  canonical: string,
  breadcrumbs: PageFacts["breadcrumbs"],
): (BreadcrumbListLeaf & { "@id": string }) | undefined {
  if (breadcrumbs.length < 2) return undefined;
  return {
    "@type": "BreadcrumbList",
    "@id": `${canonical}#breadcrumbs`,
    itemListElement: breadcrumbs.map(({ href, label }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      ...(label !== undefined && { name: label }),
      ...(href !== undefined && { item: absoluteUrl(href) }),
    })),
  };
}

/** More entries than this are counted, not listed: the page itself lists them all. */
const LISTED = 100;

/** The list that a page shows, in its order; undefined for an empty one. `path` is the page's. */
export function toItemList(
  path: string,
  rows: readonly { readonly href: string; readonly label: string }[],
  total = rows.length,
): ListNode | undefined {
  if (rows.length === 0) return undefined;
  return {
    "@type": "ItemList",
    "@id": `${absoluteUrl(path)}#list`,
    numberOfItems: total,
    itemListElement: rows.slice(0, LISTED).map(({ href, label }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      url: absoluteUrl(href),
      name: label,
    })),
  };
}
