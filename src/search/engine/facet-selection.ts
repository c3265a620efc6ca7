/** The selected values of filters: as a query string, and applied to rows. */

/** Selected values by filter. A row matches with any value of each filter. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>;

/** The values of a row by filter. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** True when the row has one of the selected values of every filter but `except`. */
export function matches(values: Values, selection: Selection, except?: string): boolean {
  for (const [filter, selected] of selection) {
    if (filter === except || selected.size === 0) continue;
    if (!values[filter]?.some((value) => selected.has(value))) return false;
  }
  return true;
}

/** For each value of `filter`: how many rows have it, among those that the other filters leave. */
export function countValues(rows: Iterable<Values>, selection: Selection, filter: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const values of rows) {
    if (!matches(values, selection, filter)) continue;
    for (const value of values[filter] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The selection in a query string. */
export function readSelection(query: URLSearchParams, filters: Iterable<string>): Selection {
  return new Map([...filters].map((filter) => [filter, new Set(query.getAll(filter).filter(Boolean))]));
}

/** A query string with this selection, the other parameters first. */
export function writeSelection(query: URLSearchParams, selection: Selection): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [filter, selected] of selection) {
    next.delete(filter);
    for (const value of selected) next.append(filter, value);
  }
  return next;
}

/** The selection with one value added or removed. */
export function toggle(selection: Selection, filter: string, value: string): Selection {
  const selected = new Set(selection.get(filter));
  if (!selected.delete(value)) selected.add(value);
  return new Map(selection).set(filter, selected);
}

/** True when any value is selected. */
export function isSelected(selection: Selection): boolean {
  return [...selection.values()].some((selected) => selected.size > 0);
}
