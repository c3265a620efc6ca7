/** What changed in the catalog, as lists tell it. */
import type { Offering } from "../catalog/graph.ts";
import type { DeclaredChanges } from "../catalog/queries.ts";
import { formatDate } from "../lib/partial-date.ts";
import { describeChanges } from "./interfaces.ts";
import { lifecycleSentence, toBadge, toLink } from "./parts.ts";

export type CatalogChangeView = ReturnType<typeof toLifecycleChange> | ReturnType<typeof toInterfaceChange>;

/** What became of an offering. */
export function toLifecycleChange(offering: Offering) {
  return {
    ...toLink(offering),
    date: offering.statusDate ?? "",
    badge: toBadge(offering),
    text: lifecycleSentence(offering) ?? "",
    successor: offering.successor && toLink(offering.successor),
    successorName: offering.successorName,
  };
}

/** What a server declares otherwise than before. */
export function toInterfaceChange({ offering, day, changes }: DeclaredChanges) {
  return {
    ...toLink(offering),
    date: day,
    badge: undefined,
    text: `Interface: ${describeChanges(changes)}; seen on ${formatDate(day)}`,
    successor: undefined,
    successorName: undefined,
  };
}
