/** A search record as another search engine has it: one flat object, the same for every engine. */
import {
  type FilterField,
  fieldNames,
  filterFieldNames,
  kindKeys,
  type RecordField,
  type SearchRecord,
} from "../index/search-record.ts";

/** A record with its fields and filters beside the rest; none has the name of another property. */
export interface EngineDocument
  extends Omit<SearchRecord, "fields" | "filters">,
    Readonly<Partial<Record<RecordField | FilterField, readonly string[]>>> {
  /** Letters, digits, `-` and `_`, which every engine takes; the same for the same path. */
  readonly id: string;
  /** The first day of the date as a number, `20211001`, to sort by; 0 where there is no date. */
  readonly day: number;
  /** Absent where there is no date. */
  readonly year?: string;
  /** Decides between hits that match equally well: catalog entries before stories, new stories before old ones. */
  readonly priority: number;
}

/** The record of a document. Throws where it has not the shape of one, or does not lead to a page of the site. */
export function toRecord(document: EngineDocument): SearchRecord {
  const { kind, title, href, detail, note, badge, text, date } = document;
  const texts: readonly unknown[] = [title, href, detail, text, date, note ?? "", badge?.label ?? ""];
  // The index may have been written by anyone: an address must not run a script or lead elsewhere.
  if (!texts.every((one) => typeof one === "string") || !kindKeys.includes(kind) || !isSafePath(href))
    throw new TypeError("A document of the search engine is none of this site");
  const filters = pick(document, filterFieldNames);
  return {
    kind,
    title,
    href,
    detail,
    ...(note !== undefined && { note }),
    ...(badge && { badge: { label: badge.label, tone: badge.tone === "stop" ? "stop" : "warn" } }),
    text,
    date,
    fields: pick(document, fieldNames),
    ...(Object.keys(filters).length > 0 && { filters }),
  };
}

/** Browsers leave control characters out of an address, and take `\` for `/`: `/<tab>/b.example` leads elsewhere. */
function isSafePath(href: string): boolean {
  return /^\/(?!\/)[^ \\\p{Cc}]*$/u.test(href);
}

function pick<F extends RecordField | FilterField>(
  document: EngineDocument,
  names: readonly F[],
): Partial<Record<F, readonly string[]>> {
  const found: Partial<Record<F, readonly string[]>> = {};
  for (const name of names) {
    const values: unknown = document[name];
    if (Array.isArray(values)) found[name] = values.map(String);
  }
  return found;
}
