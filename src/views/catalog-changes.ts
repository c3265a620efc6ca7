/** What changed in the catalog, as lists tell it. */
import type { Offering } from "../catalog/graph.ts";
import { type DeclaredChanges, interfaceChanges, lifecycleChanges } from "../catalog/queries.ts";
import { byText } from "../lib/order.ts";
import { getMessages } from "../messages/messages.ts";
import { describeChanges } from "./interfaces.ts";
import { lifecycleSentence, toBadge, toLink } from "./parts.ts";

export type CatalogChangeView = ReturnType<typeof toLifecycleChange | typeof toInterfaceChange>;

/** The latest changes of these offerings, those without a day last. */
export function latestChanges(offerings: readonly Offering[], count: number): CatalogChangeView[] {
  return [
    ...lifecycleChanges(offerings).map(toLifecycleChange),
    ...interfaceChanges(offerings).map(toInterfaceChange),
    ...offerings.flatMap((offering) => (offering.added === undefined ? [] : toAddition(offering, offering.added))),
  ]
    .sort((a, b) => byText(b.date, a.date))
    .slice(0, count);
}

/** What became of an offering. */
export function toLifecycleChange(offering: Offering) {
  const text = lifecycleSentence(offering) ?? "";
  return {
    ...toLink(offering),
    date: offering.statusDate ?? "",
    badge: toBadge(offering),
    text,
    /** What follows the name where both stand in one line. */
    afterName: `: ${text}`,
    successor: offering.successor && toLink(offering.successor),
    successorName: offering.successorName,
  };
}

/** That an offering is new in the catalog; the digest has a list of its own for these. */
function toAddition(offering: Offering, day: string) {
  const { entries, format } = getMessages();
  const text = entries.changes.added(format.date(day));
  return {
    ...toLink(offering),
    date: day,
    badge: undefined,
    text,
    afterName: `: ${text}`,
    successor: undefined,
    successorName: undefined,
  };
}

/** What a server declares otherwise than before. */
export function toInterfaceChange({ offering, day, changes }: DeclaredChanges) {
  const { entries, format } = getMessages();
  const described = describeChanges(changes);
  const date = format.date(day);
  return {
    ...toLink(offering),
    date: day,
    badge: undefined,
    text: entries.changes.ofInterface(described, date),
    afterName: entries.changes.ofInterfaceAfterName(described, date),
    successor: undefined,
    successorName: undefined,
  };
}
