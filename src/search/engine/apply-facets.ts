/** Narrows hits by the selected facet values, and counts the hits of every value. */
import { type FacetColumn, type FacetName, type FacetTable, facetNames } from "../index/facet-table.ts";
import type { Selection } from "./facet-selection.ts";
import { type Facet, type FacetValue, MAX_VALUES } from "./search-answer.ts";

/** The ids that have one of the selected values of every facet, and the facets with their counts. */
export function applyFacets(
  table: FacetTable,
  ids: readonly number[],
  selection: Selection,
): { left: readonly number[]; facets: readonly Facet[] } {
  const columns = facetNames.map((name) => toFacetCounts(table[name], selection.get(name)));
  const narrowing = columns.filter(({ selected }) => selected);
  const left: number[] = narrowing.length === 0 ? (ids as number[]) : [];
  for (const id of narrowing.length === 0 ? [] : ids) {
    const excluding = narrowing.filter((column) => !isLeft(column, id));
    if (excluding.length === 0) {
      left.push(id);
      // A facet counts what the others leave: a record that only one facet excludes counts in that facet.
    } else if (excluding.length === 1 && excluding[0]) count(excluding[0], [id]);
  }
  for (const column of columns) count(column, left);
  return {
    left,
    facets: facetNames.map((name, index) => toFacet(name, columns[index] as FacetCounts, selection.get(name))),
  };
}

interface FacetCounts {
  readonly column: FacetColumn;
  /** 1 for each selected value; undefined when none is. */
  readonly selected: Uint8Array | undefined;
  readonly counts: Uint32Array;
}

function toFacetCounts(column: FacetColumn, selected: ReadonlySet<string> | undefined): FacetCounts {
  const { labels } = column;
  return {
    column,
    selected:
      selected && selected.size > 0 ? Uint8Array.from(labels, (label) => Number(selected.has(label))) : undefined,
    counts: new Uint32Array(labels.length),
  };
}

function isLeft({ column: { values, ends }, selected }: FacetCounts, id: number): boolean {
  if (!selected) return true;
  for (let at = ends[id - 1] ?? 0; at < (ends[id] ?? 0); at += 1) if (selected[values[at] ?? 0]) return true;
  return false;
}

function count({ column: { values, ends }, counts }: FacetCounts, ids: readonly number[]): void {
  for (const id of ids) {
    const end = ends[id] ?? 0;
    for (let at = id > 0 ? (ends[id - 1] ?? 0) : 0; at < end; at += 1) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
}

function toFacet(name: FacetName, { column, counts }: FacetCounts, selected: ReadonlySet<string> = new Set()): Facet {
  return listValues(
    name,
    column.labels.map((value, index) => [value, counts[index] ?? 0]),
    selected,
  );
}

/** The values with hits and the selected ones in their order, as many as are shown. */
export function listValues(
  name: FacetName,
  counts: Iterable<readonly [value: string, count: number]>,
  selected: ReadonlySet<string>,
): Facet {
  const all: FacetValue[] = [];
  for (const [value, count] of counts) {
    const isSelected = selected.has(value);
    if (count > 0 || isSelected) all.push({ value, count, isSelected });
  }
  // A selected value that no record has comes from an address; it is shown so that it can be removed.
  for (const value of selected) {
    if (value !== "" && !all.some((one) => one.value === value)) all.push({ value, count: 0, isSelected: true });
  }
  all.sort((a, b) => (name === "year" ? 0 : b.count - a.count) || compare(name === "year" ? -1 : 1, a.value, b.value));
  const values = all.filter((value, index) => index < MAX_VALUES || value.isSelected);
  return { name, values, more: all.length - values.length };
}

function compare(direction: 1 | -1, a: string, b: string): number {
  return a === b ? 0 : a < b ? -direction : direction;
}
