/** The offerings of one topic or organization: those that matter most, and all of them by kind. */
import type { Offering } from "../catalog/graph.ts";
import { isEnding } from "../catalog/queries.ts";
import { byLabel, byText } from "../lib/order.ts";
import { getMessages } from "../messages/messages.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import type { LinkView } from "./page.ts";
import { type OfferingRow, rowOfOffering, storyCount, toOfferingRow } from "./parts.ts";
import { offeringTableUrl } from "./urls.ts";

/** How many of those that matter most are shown; where there are no more offerings, these are all. */
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

/** Offerings under one heading. */
export interface OfferingGroup {
  readonly anchor: string;
  readonly label: string;
  readonly count: number;
  /** As many as there is room for. */
  readonly offerings: readonly OfferingRow[];
  /** Where the others are. */
  readonly rest: LinkView | undefined;
}

/** The kinds in their order; of the first offerings, all that a page has room for. The table has the others. */
export function toOfferingGroups(offerings: readonly Offering[], { reasonOf, selection }: Listing): OfferingGroup[] {
  let room = OFFERINGS;
  return [...getVocabulary().kinds].flatMap(([kind, { slug, label }]) => {
    const members = offerings.filter(({ offeringKind }) => offeringKind === kind);
    if (members.length === 0) return [];
    const shown = members.slice(0, room);
    room -= shown.length;
    const rest = members.length - shown.length;
    return [
      {
        anchor: kindAnchor(slug),
        label,
        count: members.length,
        offerings: shown.map((offering) => toOfferingRow(offering, reasonOf?.(offering))),
        rest:
          rest > 0
            ? {
                href: offeringTableUrl({ ...selection, kind: [slug] }),
                label: getMessages().entries.moreOfKind(rest),
              }
            : undefined,
      },
    ];
  });
}

/** Id of a kind on the page, by its slug. */
export function kindAnchor(slug: string): string {
  return `kind-${slug}`;
}

/**
 * First those that an editor put first; then those that most stories here name, then those with the most standards.
 * Retired ones and those with neither stories nor standards help nobody to choose: they are left out, unless all fit.
 */
export function toKeyOfferings(
  offerings: readonly Offering[],
  featured: readonly Offering[],
  storiesOf: (offering: Offering) => number,
  reasonOf: (offering: Offering) => string | undefined,
) {
  const isOver = (offering: Offering) => isEnding(offering) && !offering.isStatusToCome;
  const matters = (one: Offering) => !isOver(one) && (storiesOf(one) > 0 || one.knownStandards.length > 0);
  const others = offerings
    .filter((one) => !featured.includes(one) && (offerings.length <= KEY_OFFERINGS || matters(one)))
    .sort(
      (a, b) =>
        Number(isOver(a)) - Number(isOver(b)) ||
        storiesOf(b) - storiesOf(a) ||
        b.knownStandards.length - a.knownStandards.length ||
        byLabel(a.name, b.name) ||
        byText(a.slug, b.slug),
    );
  return [...featured, ...others].slice(0, KEY_OFFERINGS).map((offering) => ({
    ...rowOfOffering(offering),
    reason: [
      featured.includes(offering) && getMessages().entries.reasons.putFirst,
      storiesOf(offering) > 0 && storyCount(storiesOf(offering)),
      namedStandards(offering),
      reasonOf(offering),
    ]
      .filter(Boolean)
      .join("; "),
  }));
}

/** `FHIR R4, Bulk Data and 3 more standards`. */
function namedStandards({ knownStandards }: Offering): string {
  const names = knownStandards.slice(0, NAMED_STANDARDS).map(({ standard }) => standard);
  const more = knownStandards.length - names.length;
  const { entries, format } = getMessages();
  return format.list(more > 0 ? [...names, entries.reasons.moreStandards(more)] : names);
}
