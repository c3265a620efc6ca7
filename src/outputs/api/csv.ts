/** The records of a kind as CSV for a spreadsheet: one row each, facts and own words, no markup. */
import { stringify } from "csv-stringify/sync";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import type { Reference } from "./parts.ts";
import type { ApiRecord, Records } from "./records.ts";

type Cell = string | number | boolean | null | readonly string[];
type Columns<R> = Readonly<Record<string, (record: R) => Cell>>;

const identity = {
  slug: (record: ApiRecord) => record.slug,
  name: (record: ApiRecord) => record.name,
  url: (record: ApiRecord) => record.url,
  self: (record: ApiRecord) => record.self,
};

const slugs = (references: readonly Reference[]) => references.map(({ slug }) => slug);

/** Named as the fields of the record are, a field inside another with a dot between. References are slugs. */
export const columns: { readonly [K in PublishedKind]: Columns<Records[K][number]> } = {
  news: {
    ...identity,
    "source.url": ({ source }) => source.url,
    "source.host": ({ source }) => source.host,
    "source.publisher": ({ source }) => source.publisher?.slug ?? null,
    "source.authors": ({ source }) => slugs(source.authors),
    "source.goneAsOf": ({ source }) => source.goneAsOf,
    published: ({ published }) => published,
    publishedPrecision: ({ publishedPrecision }) => publishedPrecision,
    publishedBasis: ({ publishedBasis }) => publishedBasis,
    curated: ({ curated }) => curated,
    modified: ({ modified }) => modified,
    topics: ({ topics }) => slugs(topics),
    offerings: ({ offerings }) => slugs(offerings),
    summary: ({ summary }) => summary,
    "insights.text": ({ insights }) => insights?.text ?? null,
    "insights.by": ({ insights }) => insights?.by ?? null,
    note: ({ note }) => note,
  },
  offering: {
    ...identity,
    vendor: ({ vendor }) => vendor.slug,
    offeringKind: ({ offeringKind }) => offeringKind,
    summary: ({ summary }) => summary,
    licence: ({ licence }) => licence,
    standards: ({ standards }) => standards,
    status: ({ status }) => status,
    statusDate: ({ statusDate }) => statusDate,
    statusDatePrecision: ({ statusDatePrecision }) => statusDatePrecision,
    statusIsToCome: ({ statusIsToCome }) => statusIsToCome,
    statusNote: ({ statusNote }) => statusNote,
    successor: ({ successor }) => successor?.slug ?? null,
    successorName: ({ successorName }) => successorName,
    formerly: ({ formerly }) => formerly,
    "homepage.url": ({ homepage }) => homepage?.url ?? null,
    "documentation.url": ({ documentation }) => documentation?.url ?? null,
    "repository.url": ({ repository }) => repository?.url ?? null,
    topics: ({ topics }) => slugs(topics),
    "certification.products": ({ certification }) => certification?.products.map(({ product }) => product) ?? [],
    evidence: ({ evidence }) => evidence,
    evidenceBasis: ({ evidenceBasis }) => evidenceBasis,
    confidence: ({ confidence }) => confidence,
  },
  topic: {
    ...identity,
    authority: ({ authority }) => authority,
    label: ({ label }) => label,
    concept: ({ concept }) => concept,
    description: ({ description }) => description,
    sameAs: ({ sameAs }) => slugs(sameAs),
    related: ({ related }) => slugs(related),
    broader: ({ broader }) => broader?.slug ?? null,
    narrower: ({ narrower }) => slugs(narrower),
  },
  organization: {
    ...identity,
    type: ({ type }) => type,
    legalName: ({ legalName }) => legalName,
    alsoKnownAs: ({ alsoKnownAs }) => alsoKnownAs,
    "homepage.url": ({ homepage }) => homepage?.url ?? null,
    hosts: ({ hosts }) => hosts,
    description: ({ description }) => description,
  },
  author: { ...identity, news: ({ news }) => slugs(news) },
};

/**
 * RFC 4180 in UTF-8. It begins with a byte order mark, since a spreadsheet
 * reads other letters than ASCII wrongly without it. A cell that a spreadsheet
 * would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line
 * end) gets an apostrophe in front. NDJSON is for programs and has neither. Without
 * its header the text is the continuation of another.
 */
export function toCsv<K extends PublishedKind>(
  kind: K,
  records: Records[K],
  { hasHeader }: { readonly hasHeader: boolean },
): string {
  const table: Columns<Records[K][number]> = columns[kind];
  const rows = records.map((record) => Object.values(table).map((cellOf) => toText(cellOf(record))));
  return stringify(rows, {
    header: hasHeader,
    columns: Object.keys(table),
    bom: hasHeader,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

function toText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? joinList(cell) : String(cell);
}

/** `a|b`; a bar or backslash inside a value gets a backslash in front. */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, "\\$&")).join("|");
}
