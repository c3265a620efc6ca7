/** The offerings of one topic or organization: those that matter most, and all of them by kind. */
import type { Offering } from "../catalog/graph.ts";
import { byLabel, byText } from "../lib/order.ts";
import { counted, joinWords } from "../lib/text.ts";
import { type OfferingKind, offeringKindKeys, offeringKinds } from "../vocab/offering-kind.ts";
import { rowOfOffering, storyCount, toOfferingRow } from "./parts.ts";
import { offeringTableUrl } from "./urls.ts";

/** Of those that matter most, and from here on they are told apart from the rest. */
export const KEY_OFFERINGS = 6;
/** Offerings that the page of an owner has room for. */
const OFFERINGS = 100;
const NAMED_STANDARDS = 4;

/** What is wanted of a group beyond its offerings. */
interface Listing {
  /** Why an offering is here, where that is not plain. */
  readonly reasonOf?: (offering: Offering) => string | undefined;
  /** What the table of offerings is narrowed by to list the same ones. */
  readonly selection: Readonly<Record<string, readonly string[]>>;
}

export type OfferingGroup = ReturnType<typeof toOfferingGroups>[number];

/** The kinds in their order; of the first offerings, all that a page has room for. The table has the others. */
export function toOfferingGroups(offerings: readonly Offering[], { reasonOf, selection }: Listing) {
  let room = OFFERINGS;
  return offeringKindKeys.flatMap((kind) => {
    const members = offerings.filter(({ offeringKind }) => offeringKind === kind);
    if (members.length === 0) return [];
    const shown = members.slice(0, room);
    room -= shown.length;
    const { slug, label } = offeringKinds[kind];
    const rest = members.length - shown.length;
    return [
      {
        anchor: kindAnchor(kind),
        value: slug,
        label,
        count: members.length,
        offerings: shown.map((offering) => toOfferingRow(offering, reasonOf?.(offering))),
        rest:
          rest > 0
            ? {
                href: offeringTableUrl({ ...selection, kind: [slug] }),
                label: `${counted(rest, "more offering")} of this kind`,
              }
            : undefined,
      },
    ];
  });
}

export function kindAnchor(kind: OfferingKind): string {
  return `kind-${offeringKinds[kind].slug}`;
}

/**
 * First those that an editor put first; then those that most stories here name, then those with the most standards. What
 * is retired, and what has neither, matters to nobody who chooses.
 */
export function toKeyOfferings(
  offerings: readonly Offering[],
  featured: readonly Offering[],
  storiesOf: (offering: Offering) => number,
) {
  const isOver = ({ status, isStatusToCome }: Offering) => status === "retired" && !isStatusToCome;
  const others = offerings
    .filter((one) => !featured.includes(one) && !isOver(one) && (storiesOf(one) > 0 || one.knownStandards.length > 0))
    .sort(
      (a, b) =>
        storiesOf(b) - storiesOf(a) ||
        b.knownStandards.length - a.knownStandards.length ||
        byLabel(a.name, b.name) ||
        byText(a.slug, b.slug),
    );
  return [...featured, ...others].slice(0, KEY_OFFERINGS).map((offering) => ({
    ...rowOfOffering(offering),
    reason: keyReason(offering, featured.includes(offering), storiesOf(offering)),
  }));
}

/** `12 stories; FHIR R4, Bulk Data and 3 more standards`. */
function keyReason({ knownStandards }: Offering, isFeatured: boolean, stories: number): string {
  const names = knownStandards.slice(0, NAMED_STANDARDS).map(({ standard }) => standard);
  const more = knownStandards.length - names.length;
  return [
    isFeatured && "put first by the editors",
    stories > 0 && storyCount(stories),
    joinWords(more > 0 ? [...names, counted(more, "more standard")] : names),
  ]
    .filter(Boolean)
    .join("; ");
}
