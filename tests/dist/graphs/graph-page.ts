/** The structured data of a page as nodes with their properties, with what the page itself shows. */
import { type BuiltPage, type BuiltSite, canonicalOf, elementsOf } from "../../../src/built-site/built-site.ts";
import { readShown, type Shown } from "./shown.ts";

/** An object of the graph; its properties are what the page says of it. */
export interface GraphNode {
  readonly [property: string]: unknown;
}

export interface GraphPage {
  readonly page: BuiltPage;
  readonly canonical: string;
  readonly site: BuiltSite;
  /** Nodes of the graph itself. */
  readonly nodes: readonly GraphNode[];
  readonly shown: Shown;
}

/** A value in a node; of a list, each of its members. */
export interface Property {
  readonly node: GraphNode;
  readonly type: string;
  readonly name: string;
  readonly value: unknown;
}

/** The graph of a page, or why it has none that can be read. */
export function readGraphPage(page: BuiltPage, site: BuiltSite): GraphPage | { readonly violation: string } {
  const scripts = elementsOf(page, "script").filter(({ attributes }) => attributes["type"] === "application/ld+json");
  const [script] = scripts;
  if (!script) return { violation: "no structured data" };
  if (scripts.length > 1) return { violation: `${scripts.length} graphs` };
  if (/[<>&\u2028\u2029]/.test(script.text)) return { violation: "the graph is not escaped for its element" };
  const data = parse(script.text);
  if (!isNode(data)) return { violation: "the graph is no JSON object" };
  if (data["@context"] !== "https://schema.org") return { violation: `the context is ${String(data["@context"])}` };
  const graph = data["@graph"];
  if (!Array.isArray(graph) || !graph.every(isNode)) return { violation: "no @graph of objects" };
  return { page, site, canonical: canonicalOf(page) ?? "", nodes: graph, shown: readShown(page) };
}

/** Every node, those inside others too, before what is inside it. */
export function nodesOf({ nodes }: Pick<GraphPage, "nodes">): GraphNode[] {
  return nodes.flatMap(withInner);
}

/** Every property of these nodes, a list taken apart. */
export function propertiesOf(nodes: readonly GraphNode[]): Property[] {
  return nodes.flatMap((node) =>
    Object.entries(node)
      .filter(([name]) => !name.startsWith("@"))
      .flatMap(([name, value]) => toList(value).map((one) => ({ node, type: typeOf(node) ?? "?", name, value: one }))),
  );
}

export function typeOf(node: GraphNode): string | undefined {
  const type = node["@type"];
  return typeof type === "string" ? type : undefined;
}

export function idOf(node: GraphNode): string | undefined {
  const id = node["@id"];
  return typeof id === "string" ? id : undefined;
}

/** A node that says nothing but which one it is. */
export function isReference(node: GraphNode): boolean {
  return Object.keys(node).length === 1 && idOf(node) !== undefined;
}

export function isNode(value: unknown): value is GraphNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a violation names it. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function withInner(node: GraphNode): GraphNode[] {
  return [node, ...Object.values(node).flatMap(toList).filter(isNode).flatMap(withInner)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
