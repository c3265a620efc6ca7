/** Who or what has most of a list's stories, with counts. */
import type { Author, Offering, Organization, Topic } from "../catalog/graph.ts";
import { byLabel, byText } from "../lib/order.ts";
import { type CountedLink, toLink } from "./parts.ts";

const SHOWN = 10;

/** The first, and how many more there are. */
export interface MostCounted {
  readonly links: readonly CountedLink[];
  readonly more: number;
}

/** One entry for each story and entity; most first, then by name. */
export function toMostCounted(entities: readonly (Organization | Author | Topic)[]): MostCounted {
  const all = countEntities(entities);
  return {
    links: all.slice(0, SHOWN).map(({ entity, count }) => ({
      ...toLink(entity),
      count,
      ...(entity.kind === "topic" && { note: entity.authority }),
    })),
    more: Math.max(0, all.length - SHOWN),
  };
}

export function countEntities<E extends Organization | Author | Topic | Offering>(entities: readonly E[]) {
  return [...Map.groupBy(entities, (entity) => entity)]
    .map(([entity, { length }]) => ({ entity, count: length }))
    .sort((a, b) => b.count - a.count || byLabel(a.entity.name, b.entity.name) || byText(a.entity.slug, b.entity.slug));
}
