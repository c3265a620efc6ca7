/** An id names one thing: it is defined once a page, the same on every page, and in full on the page that it leads to. */
import { fileAt } from "../../../src/built-site/built-site.ts";
import { type GraphNode, type GraphPage, idOf, isReference, nodesOf, quote, typeOf } from "./graph-page.ts";

/** What the pages define under their ids. */
export interface IdIndex {
  readonly types: ReadonlyMap<string, string>;
  readonly violations: readonly { readonly page: GraphPage; readonly message: string }[];
}

/** The type of every id; pages that define one differently are violations. */
export function indexIds(pages: readonly GraphPage[]): IdIndex {
  const types = new Map<string, string>();
  const names = new Map<string, string>();
  const violations: { page: GraphPage; message: string }[] = [];
  for (const page of pages) {
    for (const node of nodesOf(page)) {
      const id = idOf(node);
      if (id === undefined || isReference(node)) continue;
      for (const [known, value, what] of [
        [types, typeOf(node) ?? "", "a"],
        [names, nameOf(node), "named"],
      ] as const) {
        const before = known.get(id) ?? value;
        known.set(id, before);
        if (before !== value)
          violations.push({ page, message: `${id} is ${what} ${value} here and ${before} elsewhere` });
      }
    }
  }
  return { types, violations };
}

/** `isDefined` is true for an id that the graph of the page at that path defines. */
export function idViolations(page: GraphPage, isDefined: (path: string, id: string) => boolean): string[] {
  const nodes = nodesOf(page);
  const definitions = nodes.filter((node) => idOf(node) !== undefined && !isReference(node)).map(idOf);
  const own = new Set(definitions);
  const twice = [...own].filter((id) => definitions.indexOf(id) !== definitions.lastIndexOf(id));
  return [
    ...twice.map((id) => `${id} is defined twice`),
    ...nodes
      .filter(isReference)
      .flatMap((node) => (own.has(idOf(node)) ? [] : referenceViolations(idOf(node) ?? "", page, isDefined))),
    ...[...own].flatMap((id) => placeViolations(id ?? "", page)),
    ...pageViolations(page),
  ];
}

/** What this graph does not define, the page that the id begins with must. */
function referenceViolations(
  id: string,
  { site }: GraphPage,
  isDefined: (path: string, id: string) => boolean,
): string[] {
  const url = URL.parse(id);
  if (url?.origin !== site.url.origin) return [`${quote(id)} is defined nowhere`];
  return isDefined(decodeURIComponent(url.pathname), id)
    ? []
    : [`${id} is not defined by the page that it begins with`];
}

/** An id of this site is a fragment of the address of a page. */
function placeViolations(id: string, { site }: GraphPage): string[] {
  const url = URL.parse(id);
  if (url === null) return [`${quote(id)} is no address`];
  if (url.origin !== site.url.origin) return [];
  if (url.hash === "") return [`${id} has no fragment, so it names the page and not a thing`];
  return fileAt(site, url.pathname) === undefined ? [`${id} leads to no page`] : [];
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
