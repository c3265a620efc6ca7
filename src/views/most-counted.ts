/** Who or what has most of a list's stories, with counts. */
import type { Author, Offering, Organization, Topic } from "../catalog/graph.ts";
import { byLabel, byText } from "../lib/order.ts";
import { type CountedLink, toLink } from "./parts.ts";

const SHOWN = 10;
/** So many more, where there is no page to find them on. */
const MORE = 100;

/** The first, those behind them, and how many neither has. */
export interface MostCounted {
  readonly links: readonly CountedLink[];
  readonly more: readonly CountedLink[];
  readonly left: number;
}

/** One entry for each story and entity; most first, then by name. */
export function toMostCounted(entities: readonly (Organization | Author | Topic)[]): MostCounted {
  const all = countEntities(entities);
  const links = all.slice(0, SHOWN + MORE).map(({ entity, count }) => ({
    ...toLink(entity),
    count,
    ...(entity.kind === "topic" && { note: entity.authority }),
  }));
  // Instead of "and 1 more", the line shows that one.
  const shown = all.length === SHOWN + 1 ? all.length : SHOWN;
  return { links: links.slice(0, shown), more: links.slice(shown), left: all.length - links.length };
}

export function countEntities<E extends Organization | Author | Topic | Offering>(entities: readonly E[]) {
  return [...Map.groupBy(entities, (entity) => entity)]
    .map(([entity, { length }]) => ({ entity, count: length }))
    .sort((a, b) => b.count - a.count || byLabel(a.entity.name, b.entity.name) || byText(a.entity.slug, b.entity.slug));
}
