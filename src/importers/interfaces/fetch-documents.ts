/** Reads the documents that a file, an address of a document or the base address of a server leads to. */
import { readFile, stat } from "node:fs/promises";
import { InputError } from "../../cli/command.ts";
import { FetchError } from "../../http/fetch-error.ts";
import { type FetchOptions, safeFetch } from "../../http/safe-fetch.ts";
import { hostOf, parseWebUrl } from "../../lib/clean-url.ts";
import { digestOf } from "../../lib/digest.ts";
import { toFileAddress } from "../../lib/file-address.ts";
import type { Stated } from "../../schemas/interface-facts.ts";
import { DocumentError } from "./document-error.ts";
import { checkSize, MAX_DOCUMENT_BYTES } from "./parse-document.ts";
import { publishAddress } from "./publishable.ts";
import { type ReadFacts, readInterface } from "./read-interface.ts";

export interface DocumentPlace {
  /** Path of a file, address of a document, or base address of a FHIR server. */
  readonly from: string;
  /** Where a file was read by whoever has it, if that is known; an address is its own source. */
  readonly source?: string | undefined;
  readonly http?: Pick<FetchOptions, "allowsLoopback" | "resolve" | "signal"> | undefined;
}

export interface ReadDocument {
  readonly source: string | undefined;
  readonly digest: string;
  readonly stated: Stated;
  readonly losses: ReadFacts["losses"];
  /** The host that a redirect led to, where it is another than that of the address. */
  readonly redirectedTo?: string | undefined;
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

/** Throws an `InputError`, a `DocumentError` or a `FetchError`. */
export async function fetchDocuments(
  place: DocumentPlace,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly notices: readonly string[] }> {
  const { from, source, http } = place;
  const address = parseWebUrl(from);
  if (!address) {
    const published = publishAddress(source);
    if (source !== undefined && published === undefined)
      throw new InputError("--source must be the address of a public server.");
    return { documents: [toDocument(await readAtMost(from), published, from)], notices: [] };
  }
  if (source !== undefined) throw new InputError("--source is for files; an address is its own source.");
  if (isDocumentAddress(address)) return { documents: [await fetchDocument(address.href, http)], notices: [] };
  return fetchServer(address, http);
}

/**
 * What ends like a file, is one of the two places at which FHIR servers tell of themselves, or has a name by which
 * frameworks serve OpenAPI, as in `/v3/api-docs` and `/q/openapi`: no base address ends so.
 */
function isDocumentAddress({ pathname }: URL): boolean {
  return /\/(?:metadata|smart-configuration|[^/]+\.(?:json|ya?ml)|(?:api-docs|openapi|swagger)[^/]*)\/?$/i.test(
    pathname,
  );
}

/**
 * The statement and the SMART configuration of a server; one of them is enough. Without both, the address itself: it
 * comes last, since what a FHIR server answers at its base is not defined and may be another document.
 */
async function fetchServer(base: URL, http: DocumentPlace["http"]) {
  const documents: ReadDocument[] = [];
  const failures: (DocumentError | FetchError)[] = [];
  const attempt = async (address: string) => {
    try {
      documents.push(await fetchDocument(address, http));
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
  const notices = failures.map(({ message }) => message);
  if (documents.length > 0) return { documents, notices };
  await attempt(base.href);
  const [first] = failures;
  if (documents.length === 0 && first) throw first;
  // It is no FHIR server, so the failures there are no news.
  return { documents, notices: [] };
}

/** The document at an address. Throws a `DocumentError` or a `FetchError`. */
export async function fetchDocument(address: string, http: DocumentPlace["http"]): Promise<ReadDocument> {
  const requested = toFileAddress(address);
  const { body, url } = await safeFetch(requested, {
    accept: ACCEPT,
    maxBytes: MAX_DOCUMENT_BYTES,
    timeoutMs: TIMEOUT_MS,
    ...http,
  });
  // Neither the address after redirects nor a query, since both may carry a key.
  const source = new URL(address);
  source.search = "";
  source.hash = "";
  const host = hostOf(url);
  const redirectedTo = host === hostOf(requested) ? undefined : host;
  return { ...toDocument(body, source.href, source.href), redirectedTo };
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
    return { source, digest: digestOf(bytes, "hex", 64), ...readInterface(bytes) };
  } catch (error) {
    if (error instanceof DocumentError) throw new DocumentError(`${name} ${error.message}.`);
    throw error;
  }
}
