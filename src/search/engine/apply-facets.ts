/** What a selection of facet values leaves of the records, and how many records each further value would leave. */
import { type FacetColumn, type FacetName, type FacetTable, facetNames } from "../index/facet-table.ts";
import type { Selection } from "./facets.ts";
import { type Facet, type FacetValue, MAX_VALUES } from "./search-answer.ts";

/** The ids that have one of the chosen values of every facet, and what each further choice would leave. */
export function applyFacets(
  table: FacetTable,
  ids: readonly number[],
  selection: Selection,
): { left: readonly number[]; facets: readonly Facet[] } {
  const columns = facetNames.map((name) => toCounted(table[name], selection.get(name)));
  const narrowing = columns.filter(({ selected }) => selected);
  const left: number[] = narrowing.length === 0 ? (ids as number[]) : [];
  for (const id of narrowing.length === 0 ? [] : ids) {
    const missed = narrowing.filter((column) => !isLeft(column, id));
    if (missed.length === 0) {
      left.push(id);
      // A facet counts what the others leave: a record that misses one facet alone counts in that one alone.
    } else if (missed.length === 1 && missed[0]) count(missed[0], [id]);
  }
  for (const column of columns) count(column, left);
  return {
    left,
    facets: facetNames.map((name, index) => toFacet(name, columns[index] as Counted, selection.get(name))),
  };
}

interface Counted {
  readonly column: FacetColumn;
  /** 1 for each chosen value; undefined when none is. */
  readonly selected: Uint8Array | undefined;
  readonly counts: Uint32Array;
}

function toCounted(column: FacetColumn, selected: ReadonlySet<string> | undefined): Counted {
  const { labels } = column;
  return {
    column,
    selected:
      selected && selected.size > 0 ? Uint8Array.from(labels, (label) => Number(selected.has(label))) : undefined,
    counts: new Uint32Array(labels.length),
  };
}

function isLeft({ column: { values, ends }, selected }: Counted, id: number): boolean {
  if (!selected) return true;
  for (let at = ends[id - 1] ?? 0; at < (ends[id] ?? 0); at += 1) if (selected[values[at] ?? 0]) return true;
  return false;
}

function count({ column: { values, ends }, counts }: Counted, ids: readonly number[]): void {
  for (const id of ids) {
    const end = ends[id] ?? 0;
    for (let at = id > 0 ? (ends[id - 1] ?? 0) : 0; at < end; at += 1) {
      const value = values[at] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
}

function toFacet(name: FacetName, { column, counts }: Counted, selected: ReadonlySet<string> = new Set()): Facet {
  const all: FacetValue[] = [];
  column.labels.forEach((value, index) => {
    const isSelected = selected.has(value);
    const number = counts[index] ?? 0;
    if (number > 0 || isSelected) all.push({ value, count: number, isSelected });
  });
  // A chosen value that no record has comes from an address; it is shown, so that it can be taken away.
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
