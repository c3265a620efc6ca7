import { getCatalog } from "../catalog/get-catalog.ts";
import type { Catalog } from "../catalog/graph.ts";

/** The paths of the pages of a kind, one for each entity. */
export function entityPaths<T extends { readonly slug: string }>(listEntities: (catalog: Catalog) => readonly T[]) {
  return async () =>
    listEntities(await getCatalog()).map((entity) => ({ params: { slug: entity.slug }, props: { entity } }));
}
