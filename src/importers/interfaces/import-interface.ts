/** Reads what an interface states of itself into the facts of an offering; changes no other file. */
import { join } from "node:path";
import { interfaceFile } from "../../catalog/file-kind.ts";
import { InputError } from "../../cli/command.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { counted } from "../../lib/text.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import {
  type InterfaceChange,
  type InterfaceEnvironment,
  type InterfaceFacts,
  InterfaceFactsSchema,
  type Stated,
} from "../../schemas/interface-facts.ts";
import { findFhirRelease } from "../../vocab/fhir-release.ts";
import { readEntries } from "../read-entries.ts";
import { compareFacts } from "./compare-facts.ts";
import { type DocumentPlace, fetchDocuments, type ReadDocument } from "./fetch-documents.ts";
import { formatRecord, readRecord } from "./record-file.ts";

export interface RecordOptions {
  /** Slug of the offering. */
  readonly offering: string;
  /** Name of the record; without it, one by the kind: `fhir-r4`, `smart`, `openapi`. */
  readonly name?: string | undefined;
  /** Without it, what the record says already. */
  readonly environment?: InterfaceEnvironment | undefined;
  /** The day on which the document was there. */
  readonly seen: string;
  readonly contentRoot: string;
  /** True writes nothing and reports what would be written. */
  readonly isDryRun: boolean;
}

export type InterfaceImportOptions = RecordOptions & DocumentPlace;

export interface ImportedRecord {
  /** Path from the content root. */
  readonly file: string;
  readonly isNew: boolean;
  readonly changes: readonly InterfaceChange[];
  /** What the document has and the record has not: `deprecated: 1 left out, longer than 200 characters`. */
  readonly losses: readonly string[];
}

export interface InterfaceReport {
  readonly isDryRun: boolean;
  readonly records: readonly ImportedRecord[];
  /** For a person to look at. */
  readonly notices: readonly string[];
}

/** Throws an `InputError`, a `DocumentError` or a `FetchError` before anything is written. */
export async function importInterface(options: InterfaceImportOptions): Promise<InterfaceReport> {
  await checkOffering(options);
  const { documents, notices } = await fetchDocuments(options);
  const prepared = [];
  for (const document of documents) prepared.push(await toRecord(document, options));
  if (new Set(prepared.map(({ file }) => file)).size < prepared.length)
    throw new InputError(
      "--name is for one document: give the address of /metadata or of the SMART configuration itself.",
    );
  for (const one of prepared) await writeRecord(one, options);
  return { isDryRun: options.isDryRun, records: prepared.map(toImported), notices };
}

/**
 * Records a document that was read again while nobody looks on, so that what may be of another server is refused too.
 * Throws an `InputError` before anything is written.
 */
export async function recordAgain(
  document: ReadDocument,
  options: RecordOptions & { readonly name: string },
): Promise<ImportedRecord> {
  const prepared = await toRecord(document, options);
  const doubt = prepared.known && findDoubt(prepared.known, document);
  if (doubt !== undefined)
    throw new InputError(
      `${document.source} ${doubt}. If this is the same interface, import it by hand: npm run import:interface -- ${options.offering} <address> --name ${options.name}`,
    );
  await writeRecord(prepared, options);
  return toImported(prepared);
}

async function writeRecord({ file, record }: PreparedRecord, { contentRoot, isDryRun }: RecordOptions): Promise<void> {
  if (!isDryRun) await writeFileAtomically(join(contentRoot, file), formatRecord(record));
}

function toImported({ file, isNew, changes, losses }: PreparedRecord): ImportedRecord {
  return { file, isNew, changes, losses };
}

async function checkOffering({ offering, contentRoot }: InterfaceImportOptions): Promise<void> {
  const slugs = (await readEntries(contentRoot, ["offering"])).map(({ slug }) => slug);
  if (slugs.includes(offering)) return;
  throw new InputError(
    [`There is no offering '${offering}'.`, didYouMean(nearest(offering, slugs)) ?? ""].join(" ").trim(),
  );
}

type PreparedRecord = Awaited<ReturnType<typeof toRecord>>;

async function toRecord(document: ReadDocument, options: RecordOptions) {
  const { source, digest, stated, losses } = document;
  const { seen, contentRoot, offering } = options;
  const file = interfaceFile(offering, options.name ?? defaultName(stated));
  const known = await readRecord(contentRoot, file);
  if (known) checkSame(known, document, file, seen);
  // If the bytes are the same, other facts come from another way of reading them, not from a change of the interface.
  const isOther = known !== undefined && known.digest !== digest;
  const changes = isOther ? compareFacts(statedOf(known), stated).map((change) => ({ day: seen, ...change })) : [];
  const { kind, ...facts } = stated;
  const record = InterfaceFactsSchema.parse({
    kind,
    source,
    seen,
    digest,
    environment: options.environment ?? known?.environment ?? "unknown",
    ...facts,
    changes: [...changes, ...(known?.changes ?? [])],
  });
  return { file, record, known, isNew: known === undefined, changes, losses };
}

function defaultName(stated: Stated): string {
  return stated.kind === "fhir" ? `fhir-${findFhirRelease(stated.fhirVersion)?.toLowerCase()}` : stated.kind;
}

function statedOf({
  source: _s,
  seen: _n,
  digest: _d,
  environment: _e,
  changes: _c,
  ...stated
}: InterfaceFacts): Stated {
  return stated;
}

/** Refuses to take the statement of one server for a newer one of another. */
function checkSame(known: InterfaceFacts, { source, stated }: ReadDocument, file: string, seen: string): void {
  if (known.kind !== stated.kind)
    throw new InputError(
      `${file} is a record of another kind (${known.kind}) than this document (${stated.kind}). Choose another --name.`,
    );
  if (seen < known.seen)
    throw new InputError(`${file} was seen on ${known.seen}, after ${seen}: an older document cannot take its place.`);
  if (isSameServer(statedOf(known), stated) ?? (source !== undefined && known.source === source)) return;
  throw new InputError(
    `${file} is of ${describeServer(known)}, and this is of ${describeServer({ ...stated, source })}: another server, perhaps a customer's. To record both, choose another --name.`,
  );
}

/** Undefined where the documents do not tell: an authorization server may serve many, and some statements name no address. */
function isSameServer(before: Stated, after: Stated): boolean | undefined {
  if (before.kind === "fhir" && after.kind === "fhir" && before.address && after.address)
    return toBase(before.address) === toBase(after.address);
  if (before.kind === "openapi" && after.kind === "openapi" && before.hosts.length > 0 && after.hosts.length > 0)
    return before.hosts.some((host) => after.hosts.includes(host));
  return undefined;
}

/** Why a document of the same source may be of another server all the same, as the end of a sentence that begins with its address. */
function findDoubt(known: InterfaceFacts, { digest, stated, redirectedTo }: ReadDocument): string | undefined {
  if (known.digest === digest || isSameServer(statedOf(known), stated)) return undefined;
  const [before, after] = [known, stated].map((one) => (one.kind === "smart" ? one.oauthHost : undefined));
  if (before !== undefined && after !== undefined && before !== after)
    return `names the OAuth host ${after}, before ${before}`;
  return redirectedTo === undefined ? undefined : `redirects to another host, ${redirectedTo}`;
}

const toBase = (address: string) => address.replace(/\/+$/, "");

function describeServer(one: Stated & { readonly source?: string | undefined }): string {
  const stated = one.kind === "fhir" ? one.address : one.kind === "openapi" ? one.hosts[0] : undefined;
  return stated ?? one.source ?? "a server without an address";
}

/** The report for a person. */
export function formatInterfaceReport({ isDryRun, records, notices }: InterfaceReport): string {
  return [...records.flatMap((record) => formatRecordReport(record, isDryRun)), ...notices].join("\n");
}

/** What became of a record, with each change and each loss. */
export function formatRecordReport({ file, isNew, changes, losses }: ImportedRecord, isDryRun: boolean): string[] {
  return [
    `${file}: ${isDryRun ? "would be " : ""}${isNew ? "new" : changes.length === 0 ? "the same facts" : counted(changes.length, "change")}`,
    ...changes.map((change) => `  ${formatChange(change)}`),
    ...losses.map((loss) => `  ${loss}`),
  ];
}

function formatChange({ field, before, after, added, removed }: InterfaceChange): string {
  const values = [
    after !== undefined && before !== undefined ? `${after}, before ${before}` : undefined,
    after !== undefined && before === undefined ? `${after}, not stated before` : undefined,
    after === undefined && before !== undefined ? `no longer stated, before ${before}` : undefined,
    added && `added ${added.join(", ")}`,
    removed && `removed ${removed.join(", ")}`,
  ];
  return `${field}: ${values.filter((value) => value !== undefined).join("; ")}`;
}
