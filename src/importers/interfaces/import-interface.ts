/** Reads what an interface states of itself into the facts of an offering; changes no other file. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { interfaceFile } from "../../catalog/file-kind.ts";
import { InputError } from "../../cli/command.ts";
import { FetchError } from "../../http/fetch-error.ts";
import { type FetchOptions, safeFetch } from "../../http/safe-fetch.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { digestOf } from "../../lib/digest.ts";
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
import { DocumentError } from "./document-error.ts";
import { checkSize, MAX_DOCUMENT_BYTES } from "./parse-document.ts";
import { publishAddress } from "./publishable.ts";
import { readInterface } from "./read-interface.ts";
import { formatRecord, readRecord } from "./record-file.ts";

export interface InterfaceImportOptions {
  /** Slug of the offering. */
  readonly offering: string;
  /** Path of a file, address of a document, or base address of a FHIR server. */
  readonly from: string;
  /** Where a file was read by whoever has it, if that is known; an address is its own source. */
  readonly source?: string | undefined;
  /** Name of the record; without it, one by the kind: `fhir-r4`, `smart`, `openapi`. */
  readonly name?: string | undefined;
  /** Without it, what the record says already. */
  readonly environment?: InterfaceEnvironment | undefined;
  /** The day on which the document was there. */
  readonly seen: string;
  readonly contentRoot: string;
  /** True writes nothing and reports what would be written. */
  readonly isDryRun: boolean;
  readonly http?: Pick<FetchOptions, "allowsLoopback" | "resolve"> | undefined;
}

interface ImportedRecord {
  /** Path from the content root. */
  readonly file: string;
  readonly isNew: boolean;
  readonly changes: readonly InterfaceChange[];
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
  const { documents, notices } = await readDocuments(options);
  const imported = [];
  for (const document of documents) imported.push(await toRecord(document, options));
  if (new Set(imported.map(({ file }) => file)).size < imported.length)
    throw new InputError(
      "--name is for one document: give the address of /metadata or of the SMART configuration itself.",
    );
  if (!options.isDryRun)
    for (const { file, record } of imported)
      await writeFileAtomically(join(options.contentRoot, file), formatRecord(record));
  return {
    isDryRun: options.isDryRun,
    records: imported.map(({ file, isNew, changes }) => ({ file, isNew, changes })),
    notices,
  };
}

async function checkOffering({ offering, contentRoot }: InterfaceImportOptions): Promise<void> {
  const slugs = (await readEntries(contentRoot, ["offering"])).map(({ slug }) => slug);
  if (slugs.includes(offering)) return;
  throw new InputError(
    [`There is no offering '${offering}'.`, didYouMean(nearest(offering, slugs)) ?? ""].join(" ").trim(),
  );
}

interface ReadDocument {
  readonly source: string | undefined;
  readonly digest: string;
  readonly stated: Stated;
}

/** JSON first, in its FHIR form; the rest is what servers send instead. */
const ACCEPT = [
  "application/fhir+json",
  "application/json",
  "application/yaml",
  "application/x-yaml",
  "text/yaml",
  "text/plain;q=0.5",
  "*/*;q=0.1",
];
const TIMEOUT_MS = 30_000;

async function readDocuments(
  options: InterfaceImportOptions,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly notices: readonly string[] }> {
  const { from, source } = options;
  const address = parseWebUrl(from);
  if (!address) {
    const published = publishAddress(source);
    if (source !== undefined && published === undefined)
      throw new InputError("--source must be the address of a public server.");
    return { documents: [toDocument(await readAtMost(from), published, from)], notices: [] };
  }
  if (source !== undefined) throw new InputError("--source is for files; an address is its own source.");
  if (isDocumentAddress(address)) return { documents: [await fetchDocument(address.href, options)], notices: [] };
  return fetchServer(address, options);
}

/** What ends like a file, or is one of the two places at which FHIR servers tell of themselves. */
function isDocumentAddress({ pathname }: URL): boolean {
  return /\/(?:metadata|smart-configuration|[^/]+\.(?:json|ya?ml))$/.test(pathname);
}

/** The statement and the SMART configuration of a server; one of them is enough. Without both, the address itself. */
async function fetchServer(base: URL, options: InterfaceImportOptions) {
  const documents: ReadDocument[] = [];
  const failures: (DocumentError | FetchError)[] = [];
  const attempt = async (address: string) => {
    try {
      documents.push(await fetchDocument(address, options));
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof FetchError)) throw error;
      failures.push(error);
    }
  };
  for (const place of ["metadata", ".well-known/smart-configuration"]) {
    const address = new URL(base);
    address.pathname = `${base.pathname.replace(/\/+$/, "")}/${place}`;
    await attempt(address.href);
  }
  if (documents.length === 0) await attempt(base.href);
  const [first] = failures;
  if (documents.length === 0 && first) throw first;
  return { documents, notices: failures.map(({ message }) => message) };
}

async function fetchDocument(address: string, { http }: InterfaceImportOptions): Promise<ReadDocument> {
  const { body } = await safeFetch(address, {
    accept: ACCEPT,
    maxBytes: MAX_DOCUMENT_BYTES,
    timeoutMs: TIMEOUT_MS,
    ...http,
  });
  // Not the address after redirects, which may carry a key; and without a query, which may as well.
  const source = new URL(address);
  source.search = "";
  source.hash = "";
  return toDocument(body, source.href, source.href);
}

async function readAtMost(file: string): Promise<Uint8Array> {
  try {
    // Before it is opened: opening a pipe waits for someone who writes to it.
    const stats = await stat(file);
    if (!stats.isFile()) throw new InputError(`${file} is not a file`);
    checkSize(stats.size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DocumentError) throw new DocumentError(`${file} ${error.message}.`);
    if (error instanceof InputError) throw error;
    throw new InputError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toDocument(bytes: Uint8Array, source: string | undefined, name: string): ReadDocument {
  try {
    return { source, digest: digestOf(bytes, "hex", 64), stated: readInterface(bytes) };
  } catch (error) {
    if (error instanceof DocumentError) throw new DocumentError(`${name} ${error.message}.`);
    throw error;
  }
}

async function toRecord(document: ReadDocument, options: InterfaceImportOptions) {
  const { source, digest, stated } = document;
  const { seen, contentRoot, offering } = options;
  const file = interfaceFile(offering, options.name ?? defaultName(stated));
  const known = await readRecord(contentRoot, file);
  if (known) checkSame(known, document, file, seen);
  // Of the same bytes, other facts are another reading, and no change of the interface.
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
  return { file, record, isNew: known === undefined, changes };
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
    throw new InputError(`${file} is a record of another kind (${known.kind}). Choose another --name.`);
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
  if (before.kind === "openapi" && after.kind === "openapi" && before.hosts.some((host) => after.hosts.includes(host)))
    return true;
  return undefined;
}

const toBase = (address: string) => address.replace(/\/+$/, "");

function describeServer(one: Stated & { readonly source?: string | undefined }): string {
  return (one.kind === "fhir" ? one.address : undefined) ?? one.source ?? "a server without an address";
}

/** The report for a person. */
export function formatInterfaceReport({ isDryRun, records, notices }: InterfaceReport): string {
  return [
    ...records.flatMap(({ file, isNew, changes }) => [
      `${file}: ${isDryRun ? "would be " : ""}${isNew ? "new" : changes.length === 0 ? "the same facts" : counted(changes.length, "change")}`,
      ...changes.map((change) => `  ${formatChange(change)}`),
    ]),
    ...notices,
  ].join("\n");
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
