/** An id names one thing: told once a page, the same on every page, and told in full where it leads. */
import { fileAt } from "../../../src/built-site/built-site.ts";
import { type GraphNode, type GraphPage, idOf, isReference, nodesOf, quote, typeOf } from "./graph-page.ts";

/** Pages that tell of an id, and as what. */
export interface IdIndex {
  readonly types: ReadonlyMap<string, string>;
  readonly violations: readonly { readonly page: GraphPage; readonly message: string }[];
}

/** The type of every id that is told anywhere; what two pages tell differently is a fault. */
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
        if (before !== value) violations.push({ page, message: `${id} is ${what} ${value} here and ${before} elsewhere` });
      }
    }
  }
  return { types, violations };
}

/** `told` is true for an id that the graph of that page tells of. */
export function idViolations(page: GraphPage, told: (path: string, id: string) => boolean): string[] {
  const nodes = nodesOf(page);
  const definitions = nodes.filter((node) => idOf(node) !== undefined && !isReference(node)).map(idOf);
  const own = new Set(definitions);
  const twice = [...own].filter((id) => definitions.indexOf(id) !== definitions.lastIndexOf(id));
  return [
    ...twice.map((id) => `${id} is told twice`),
    ...nodes
      .filter(isReference)
      .flatMap((node) => (own.has(idOf(node)) ? [] : referenceFaults(idOf(node) ?? "", page, told))),
    ...[...own].flatMap((id) => placeFaults(id ?? "", page)),
    ...pageFaults(page),
  ];
}

/** What this graph does not tell, the page that the id begins with must. */
function referenceFaults(id: string, { site }: GraphPage, told: (path: string, id: string) => boolean): string[] {
  const url = URL.parse(id);
  if (url?.origin !== site.url.origin) return [`${quote(id)} is told nowhere`];
  return told(decodeURIComponent(url.pathname), id) ? [] : [`${id} is not told by the page that it begins with`];
}

/** An id of this site is a fragment of the address of a page. */
function placeFaults(id: string, { site }: GraphPage): string[] {
  const url = URL.parse(id);
  if (url === null) return [`${quote(id)} is no address`];
  if (url.origin !== site.url.origin) return [];
  if (url.hash === "") return [`${id} has no fragment, so it names the page and not a thing`];
  return fileAt(site, url.pathname) === undefined ? [`${id} leads to no page`] : [];
}

/** One node is the page itself. */
function pageFaults({ nodes, canonical }: GraphPage): string[] {
  const self = nodes.filter((node) => idOf(node) === `${canonical}#page`);
  if (self.length !== 1) return ["the graph does not tell of its page"];
  return self[0]?.["url"] === canonical ? [] : [`the page's node has the address ${quote(self[0]?.["url"])}`];
}

function nameOf(node: GraphNode): string {
  return String(node["name"] ?? node["headline"] ?? "");
}
