/** The filterable values of every record, as columns of numbers. */
import { type FilterField, filterFieldNames, kindKeys, type SearchRecord } from "./search-record.ts";

/** The filters in their order on the page. */
export const facetNames = [
  "kind",
  "topic",
  "year",
  "publisher",
  "vendor",
  "standard",
  ...filterFieldNames,
  "licence",
  "status",
] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of one facet: those of record `id` are `labels[values[k]]` for k from `ends[id - 1]` (0 for the first) to before `ends[id]`. */
export interface FacetColumn {
  readonly labels: string[];
  readonly values: number[];
  readonly ends: number[];
}

export type FacetTable = Readonly<Record<FacetName, FacetColumn>>;

/** A table with a column for each facet. */
export function mapFacets<T>(toColumn: (facet: FacetName) => T): Record<FacetName, T> {
  return Object.fromEntries(facetNames.map((facet) => [facet, toColumn(facet)])) as Record<FacetName, T>;
}

/** The values of a record, by facet. */
export function facetValues({ kind, date, fields, filters }: SearchRecord, facet: FacetName): readonly string[] {
  if (facet === "kind") return [kind];
  if (facet === "year") return date === "" ? [] : [date.slice(0, 4)];
  return (isFilterField(facet) ? filters?.[facet] : fields[facet]) ?? [];
}

function isFilterField(facet: FacetName): facet is FilterField {
  return filterFieldNames.some((name) => name === facet);
}

/** An empty table, and a function that adds a record to it; ids are in the order of adding. */
export function createFacetTable(): { table: FacetTable; add: (record: SearchRecord) => void } {
  const table = mapFacets(
    (facet) => ({ labels: facet === "kind" ? [...kindKeys] : [], values: [], ends: [] }) as FacetColumn,
  );
  const numbers = mapFacets((facet) => new Map(table[facet].labels.map((label, number) => [label, number])));
  const add = (record: SearchRecord) => {
    for (const facet of facetNames) {
      const { labels, values, ends } = table[facet];
      for (const label of facetValues(record, facet)) {
        let number = numbers[facet].get(label);
        if (number === undefined) {
          number = labels.push(label) - 1;
          numbers[facet].set(label, number);
        }
        values.push(number);
      }
      ends.push(values.length);
    }
  };
  return { table, add };
}
