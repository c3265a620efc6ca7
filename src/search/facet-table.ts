/** Promise: the filterable values of every record as columns of numbers, and the counts of a choice in one pass over them. */
import { recordKinds, type SearchRecord } from "../outputs/search-record.ts";
import type { Selection } from "./facets.ts";
import { type Facet, type FacetName, type FacetValue, facetNames, MAX_VALUES } from "./search-answer.ts";

/** Values of one facet: those of record `id` are `labels[values[k]]` for k from `ends[id - 1]` (0 for the first) to before `ends[id]`. */
export interface FacetColumn {
  readonly labels: string[];
  readonly values: number[];
  readonly ends: number[];
}

export type FacetTable = Readonly<Record<FacetName, FacetColumn>>;

export const kindKeys = Object.keys(recordKinds) as (keyof typeof recordKinds)[];

/** The values of a record, by facet. */
export function facetValues({ kind, date, fields }: SearchRecord, facet: FacetName): readonly string[] {
  if (facet === "kind") return [kind];
  if (facet === "year") return date === "" ? [] : [date.slice(0, 4)];
  return fields[facet] ?? [];
}

/** An empty table, and how a record is added to it; ids are in the order of adding. */
export function createFacetTable(): { table: FacetTable; add: (record: SearchRecord) => void } {
  const table = Object.fromEntries(
    facetNames.map((facet) => [facet, { labels: facet === "kind" ? [...kindKeys] : [], values: [], ends: [] }]),
  ) as unknown as FacetTable;
  const numbers = new Map(
    facetNames.map((facet) => [facet, new Map(table[facet].labels.map((label, number) => [label, number]))]),
  );
  const add = (record: SearchRecord) => {
    for (const facet of facetNames) {
      const { labels, values, ends } = table[facet];
      for (const label of facetValues(record, facet)) {
        const known = numbers.get(facet);
        let number = known?.get(label);
        if (number === undefined) {
          number = labels.push(label) - 1;
          known?.set(label, number);
        }
        values.push(number);
      }
      ends.push(values.length);
    }
  };
  return { table, add };
}

/** The ids that have one of the chosen values of every facet, and what each further choice would leave. */
export function applyFacets(
  table: FacetTable,
  ids: readonly number[],
  selection: Selection,
): { left: readonly number[]; facets: readonly Facet[] } {
  const columns = facetNames.map((name) => toCounted(table[name], selection.get(name)));
  const narrowing = columns.filter(({ chosen }) => chosen);
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
  readonly chosen: Uint8Array | undefined;
  readonly counts: Uint32Array;
}

function toCounted(column: FacetColumn, chosen: ReadonlySet<string> | undefined): Counted {
  const { labels } = column;
  return {
    column,
    chosen: chosen && chosen.size > 0 ? Uint8Array.from(labels, (label) => Number(chosen.has(label))) : undefined,
    counts: new Uint32Array(labels.length),
  };
}

function isLeft({ column: { values, ends }, chosen }: Counted, id: number): boolean {
  if (!chosen) return true;
  for (let at = ends[id - 1] ?? 0; at < (ends[id] ?? 0); at += 1) if (chosen[values[at] ?? 0]) return true;
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

function toFacet(name: FacetName, { column, counts }: Counted, chosen: ReadonlySet<string> = new Set()): Facet {
  const all: FacetValue[] = [];
  column.labels.forEach((value, index) => {
    const isChosen = chosen.has(value);
    const number = counts[index] ?? 0;
    if (number > 0 || isChosen) all.push({ value, count: number, isChosen });
  });
  // A chosen value that no record has comes from an address; it is shown, so that it can be taken away.
  for (const value of chosen) {
    if (value !== "" && !all.some((one) => one.value === value)) all.push({ value, count: 0, isChosen: true });
  }
  all.sort((a, b) => (name === "year" ? 0 : b.count - a.count) || compare(name === "year" ? -1 : 1, a.value, b.value));
  const values = all.filter((value, index) => index < MAX_VALUES || value.isChosen);
  return { name, values, more: all.length - values.length };
}

function compare(direction: 1 | -1, a: string, b: string): number {
  return a === b ? 0 : a < b ? -direction : direction;
}
