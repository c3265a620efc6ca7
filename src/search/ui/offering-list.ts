/** Which rows of the catalog's table are shown, and in which order. */
import type { FilteredRow } from "../../compare/offering-row.ts";
import { byLabel } from "../../lib/order.ts";
import { countValues, matches, type Selection, type Values } from "../engine/facet-selection.ts";
import type { ListState, OfferingSort } from "./offering-list-state.ts";

/** What filters look at. */
export interface Narrowed extends Pick<FilteredRow, "values"> {
  /** No story has standards. */
  readonly bases?: FilteredRow["bases"];
}

/** Those that have a selected value of every filter. */
export function matchingRows<R extends Narrowed>(rows: readonly R[], selection: Selection): R[] {
  return rows.filter((row) => matches(valuesFor(row, selection), selection));
}

/** `rows` are by name, which decides between equals. */
export function listRows(rows: readonly FilteredRow[], { selection, sort }: ListState): FilteredRow[] {
  const left = matchingRows(rows, selection);
  return sort === "name" ? left : left.sort((a, b) => compareBy[sort](a, b));
}

/** For each value of a filter: how many rows have it, among those that the other filters leave. */
export function countOptions(rows: readonly Narrowed[], selection: Selection, filter: string): Map<string, number> {
  return countValues(
    rows.map((row) => valuesFor(row, selection, filter)),
    selection,
    filter,
  );
}

/** What nobody states comes last. */
const byStated = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : byLabel(a, b);

const compareBy: Readonly<Record<Exclude<OfferingSort, "name">, (a: FilteredRow, b: FilteredRow) => number>> = {
  access: (a, b) => a.ease - b.ease,
  price: (a, b) => a.price - b.price,
  vendor: (a, b) => byStated(a.vendor.label, b.vendor.label),
  kind: (a, b) => byStated(a.kind, b.kind),
  licence: (a, b) => byStated(a.licence, b.licence),
  writes: (a, b) => b.writes - a.writes,
};

/**
 * The values that the filters look at. The filter `basis` narrows `standard`: with a basis selected a row has only the
 * standards that are known by it, and with standards selected only their bases. `except` is the filter whose values are
 * counted, which must not narrow itself.
 */
function valuesFor({ values, bases = {} }: Narrowed, selection: Selection, except?: string): Values {
  const selectedOf = (filter: string) => (filter === except ? undefined : selection.get(filter));
  const isLeft = (filter: string, value: string) => {
    const selected = selectedOf(filter);
    return !selected || selected.size === 0 || selected.has(value);
  };
  const known = Object.entries(bases);
  const hasBasis = (selectedOf("basis")?.size ?? 0) > 0;
  return {
    ...values,
    standard: hasBasis
      ? known.filter(([, of]) => of.some((basis) => isLeft("basis", basis))).map(([standard]) => standard)
      : (values["standard"] ?? []),
    basis: [...new Set(known.filter(([standard]) => isLeft("standard", standard)).flatMap(([, of]) => of))],
  };
}
