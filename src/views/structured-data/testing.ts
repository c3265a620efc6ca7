/** The graph of a page as plain nodes, for tests. */
import assert from "node:assert/strict";
import type { Graph } from "schema-dts";
import type { PageView } from "../page.ts";

export type Plain = Readonly<Record<string, unknown>>;

/** The nodes of a page as plain objects. */
export function nodesOf({ head }: PageView): readonly Plain[] {
  assert.ok(head.graph, "no graph");
  return (head.graph as Graph)["@graph"] as unknown as readonly Plain[];
}

/** The one node of a type. */
export function nodeOf(view: PageView, type: string): Plain {
  const found = nodesOf(view).filter((node) => node["@type"] === type);
  assert.equal(found.length, 1, `${found.length} nodes of type ${type}`);
  return found[0] ?? {};
}

/** The first of a kind, whatever its name. */
export function first<T>([thing]: readonly T[]): T {
  assert.ok(thing);
  return thing;
}
