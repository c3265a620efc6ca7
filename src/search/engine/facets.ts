/** Which rows a choice of filters leaves, what each further choice would leave, and the choice as a query string. */

/** Chosen values by filter name; values of one filter widen, filters narrow. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>;

/** The values that a row has, by filter name. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** True when the row has one of the chosen values of every filter; `except` leaves one filter out. */
export function matches(values: Values, selection: Selection, except?: string): boolean {
  for (const [filter, selected] of selection) {
    if (filter === except || selected.size === 0) continue;
    if (!values[filter]?.some((value) => selected.has(value))) return false;
  }
  return true;
}

/** For each value of `filter`: how many rows would be left if it were chosen in its filter, the others staying. */
export function countValues(rows: Iterable<Values>, selection: Selection, filter: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const values of rows) {
    if (!matches(values, selection, filter)) continue;
    for (const value of values[filter] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Reads the choice from a query string; parameters that are no filters are left alone. */
export function readSelection(query: URLSearchParams, filters: Iterable<string>): Selection {
  return new Map([...filters].map((filter) => [filter, new Set(query.getAll(filter).filter(Boolean))]));
}

/** Writes the choice into a copy of a query string, in the order of the filters, the other parameters first. */
export function writeSelection(query: URLSearchParams, selection: Selection): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [filter, selected] of selection) {
    next.delete(filter);
    for (const value of selected) next.append(filter, value);
  }
  return next;
}

/** The choice with one value turned on or off. */
export function toggle(selection: Selection, filter: string, value: string): Selection {
  const selected = new Set(selection.get(filter));
  if (!selected.delete(value)) selected.add(value);
  return new Map(selection).set(filter, selected);
}

/** True when anything is chosen. */
export function isSelected(selection: Selection): boolean {
  return [...selection.values()].some((selected) => selected.size > 0);
}
