/** The records of a kind as CSV for a spreadsheet: one row each, facts and own words, no markup. */
import { stringify } from "csv-stringify/sync";
import { hasFacts } from "../../config/settings.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import type { ApiRecord } from "./records.ts";

/** By kind: fields of the record, and fields inside these with a dot between. */
export const columns: Readonly<Record<PublishedKind, readonly string[]>> = {
  news: toColumns(
    "source.url source.host source.publisher source.authors source.goneAsOf",
    "published publishedPrecision publishedBasis curated modified topics offerings",
    "summary insights.text insights.by note cluster",
    "mainOffering institution via.name via.url document.url",
  ),
  offering: toColumns(
    "vendor offeringKind summary licence standards",
    "status statusDate statusDatePrecision statusIsToCome statusNote successor successorName formerly",
    "homepage.url documentation.url repository.url topics",
    ...(hasFacts("onc") ? ["certification.products"] : []),
    "evidence evidenceBasis confidence",
    ...(hasFacts("interfaces") ? ["interfaces.fhir interfaces.smart interfaces.openapi"] : []),
    "access.registration.value access.authentication.value access.sandbox.value access.pricing.value",
    "access.data.value access.regions.value product added",
  ),
  topic: toColumns("authority label concept description sameAs related broader narrower isPlausible featured"),
  organization: toColumns("type legalName alsoKnownAs homepage.url hosts description"),
  author: toColumns("news"),
};

/** After those that every kind has. */
function toColumns(...lines: readonly string[]): string[] {
  return ["slug", "name", "url", "self", ...lines.flatMap((line) => line.split(" "))];
}

/**
 * RFC 4180 in UTF-8. It begins with a byte order mark, since a spreadsheet
 * reads other letters than ASCII wrongly without it. A cell that a spreadsheet
 * would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
 * end) gets an apostrophe in front. NDJSON is for programs and has neither.
 * Without its header the text is the continuation of another.
 */
export function toCsv(
  kind: PublishedKind,
  records: readonly ApiRecord[],
  { hasHeader }: { readonly hasHeader: boolean },
): string {
  const paths = columns[kind].map((column) => column.split("."));
  const rows = records.map((record) => paths.map((path) => toText(valueAt(record, path))));
  return stringify(rows, {
    header: hasHeader,
    columns: [...columns[kind]],
    bom: hasHeader,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

/** No value where a field on the way is null. */
function valueAt(record: ApiRecord, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null)?.[name], record);
}

/** A reference is its slug, an interface or a certified product its name. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return joinList(value.map(toText));
  if (typeof value !== "object") return String(value);
  const named: { readonly slug?: string; readonly name?: string; readonly product?: string } = value;
  return String(named.slug ?? named.name ?? named.product);
}

/** `a|b`; a bar or backslash inside a value gets a backslash in front. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, "\\$&")).join("|");
}
