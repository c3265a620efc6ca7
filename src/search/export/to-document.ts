import { digestOf } from "../../lib/digest.ts";
import { startOf } from "../../lib/partial-date.ts";
import type { EngineDocument } from "../engines/document.ts";
import { facetValues } from "../index/facet-table.ts";
import type { SearchRecord } from "../index/search-record.ts";

/** Above every year. */
const CATALOG_PRIORITY = 9999;

/** A search record as it is sent to another engine. */
export function toDocument(record: SearchRecord): EngineDocument {
  const { fields, filters, ...shown } = record;
  const { kind, href, date } = shown;
  const [year] = facetValues(record, "year");
  return {
    id: digestOf(href),
    ...shown,
    ...fields,
    ...filters,
    day: date === "" ? 0 : Number(startOf(date).replaceAll("-", "")),
    ...(year !== undefined && { year }),
    priority: kind === "news" ? Number(year ?? 0) : CATALOG_PRIORITY,
  };
}
