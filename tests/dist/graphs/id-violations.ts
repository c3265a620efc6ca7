/** An id names one thing: it is defined once a page, the same on every page, and in full on the page that it leads to. */
import { fileOfAddress, pathOfAddress } from "../../../src/built-site/built-site.ts";
import { type Violation, violationOf } from "../check.ts";
import { type GraphNode, type GraphPage, idOf, isReference, nodesOf, quote, typeOf } from "./graph-page.ts";

/** What the pages define differently under one id. */
export function contradictions(graphs: readonly GraphPage[]): Violation[] {
  const types = new Map<string, string>();
  const names = new Map<string, string>();
  const violations: Violation[] = [];
  for (const graph of graphs) {
    for (const node of nodesOf(graph)) {
      const id = idOf(node);
      if (id === undefined || isReference(node)) continue;
      for (const [known, value, what] of [
        [types, typeOf(node) ?? "", "a"],
        [names, nameOf(node), "named"],
      ] as const) {
        const before = known.get(id) ?? value;
        known.set(id, before);
        if (before !== value)
          violations.push(violationOf(graph.page, `${id} is ${what} ${value} here and ${before} elsewhere`));
      }
    }
  }
  return violations;
}

/** The ids of the nodes that say more than their id. */
export function definedIds(graph: GraphPage): string[] {
  return nodesOf(graph).flatMap((node) => (isReference(node) ? [] : (idOf(node) ?? [])));
}

/** `isDefined` is true for an id that the graph of the page at that path defines. */
export function idViolations(page: GraphPage, isDefined: (path: string, id: string) => boolean): string[] {
  const nodes = nodesOf(page);
  const definitions = definedIds(page);
  const own = new Set(definitions);
  const twice = [...own].filter((id) => definitions.indexOf(id) !== definitions.lastIndexOf(id));
  return [
    ...twice.map((id) => `${id} is defined twice`),
    ...nodes
      .filter(isReference)
      .flatMap((node) => (own.has(idOf(node) ?? "") ? [] : referenceViolations(idOf(node) ?? "", page, isDefined))),
    ...[...own].flatMap((id) => placeViolations(id, page)),
    ...pageViolations(page),
  ];
}

/** What this graph does not define, the page that the id begins with must. */
function referenceViolations(
  id: string,
  { site }: GraphPage,
  isDefined: (path: string, id: string) => boolean,
): string[] {
  const path = pathOfAddress(site, id);
  if (path === undefined) return [`${quote(id)} is defined nowhere`];
  return isDefined(decodeURIComponent(path), id) ? [] : [`${id} is not defined by the page that it begins with`];
}

/** An id of this site is a fragment of the address of a page. */
function placeViolations(id: string, { site }: GraphPage): string[] {
  const url = URL.parse(id);
  if (url === null) return [`${quote(id)} is no address`];
  if (url.origin !== site.url.origin) return [];
  if (url.hash === "") return [`${id} has no fragment, so it names the page and not a thing`];
  return fileOfAddress(site, id) === undefined ? [`${id} leads to no page`] : [];
}

/** One node is the page itself. */
function pageViolations({ nodes, canonical }: GraphPage): string[] {
  const self = nodes.filter((node) => idOf(node) === `${canonical}#page`);
  if (self.length !== 1) return ["the graph has no node for its page"];
  return self[0]?.["url"] === canonical ? [] : [`the page's node has the address ${quote(self[0]?.["url"])}`];
}

function nameOf(node: GraphNode): string {
  return String(node["name"] ?? node["headline"] ?? "");
}
