/** Reads every recorded address again, and says what changed; records that were read today are left as they are. */
import { findInterface, INTERFACES_FOLDER } from "../../catalog/file-kind.ts";
import type { Progress } from "../../cli/progress.ts";
import { FetchError, transientReasons } from "../../http/fetch-error.ts";
import { afterFailure, type Onward, type RateLimits, visitByHost } from "../../http/rate-limits.ts";
import { listFiles } from "../../ingest/read-content.ts";
import { byText } from "../../lib/order.ts";
import { counted } from "../../lib/text.ts";
import { UserError } from "../../lib/user-error.ts";
import { type DocumentPlace, fetchDocument } from "./fetch-documents.ts";
import { formatRecordReport, type ImportedRecord, recordAgain } from "./import-interface.ts";
import { readRecord } from "./record-file.ts";

export interface RefreshOptions {
  readonly contentRoot: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** True requests everything, writes nothing and reports what would be written. */
  readonly isDryRun: boolean;
  readonly rateLimits: RateLimits;
  readonly startProgress: (total: number) => Progress;
  readonly http?: DocumentPlace["http"];
}

interface FailedRecord {
  /** Path from the content root. */
  readonly file: string;
  readonly reason: string;
}

export interface RefreshReport {
  readonly isDryRun: boolean;
  /** Records with an address. */
  readonly total: number;
  /** Those that were read again. */
  readonly records: readonly ImportedRecord[];
  readonly failed: readonly FailedRecord[];
  /** How many were read today already. */
  readonly current: number;
  /** How many are left for another run: the host is busy, or the run was stopped. */
  readonly left: number;
  /** Files of records without an address. */
  readonly withoutAddress: readonly string[];
}

interface Address {
  readonly file: string;
  readonly offering: string;
  readonly name: string;
  readonly url: string;
  readonly seen: string;
}

/** Throws an `InputError` for a record that cannot be read, before anything is requested. */
export async function refreshInterfaces(options: RefreshOptions): Promise<RefreshReport> {
  const { contentRoot, today, isDryRun } = options;
  const { addresses, withoutAddress } = await listAddresses(contentRoot);
  // What was not read for longest comes first.
  const due = addresses
    .filter(({ seen }) => seen < today)
    .sort((a, b) => byText(a.seen, b.seen) || byText(a.file, b.file));
  const { records, failed } = await refresh(due, options);
  return {
    isDryRun,
    total: addresses.length,
    records: records.sort((a, b) => byText(a.file, b.file)),
    failed: failed.sort((a, b) => byText(a.file, b.file)),
    current: addresses.length - due.length,
    left: due.length - records.length - failed.length,
    withoutAddress,
  };
}

async function listAddresses(contentRoot: string) {
  const addresses: Address[] = [];
  const withoutAddress: string[] = [];
  for (const file of await listFiles(contentRoot, INTERFACES_FOLDER, ".json")) {
    const found = findInterface(file);
    if (found === undefined) continue;
    const record = await readRecord(contentRoot, file);
    if (record === undefined) continue;
    const { source, seen } = record;
    if (source === undefined) withoutAddress.push(file);
    else addresses.push({ file, ...found, url: source, seen });
  }
  return { addresses, withoutAddress };
}

/** Each record is written as soon as it is read, so that a run that is stopped loses nothing. */
async function refresh(
  due: readonly Address[],
  { contentRoot, today, isDryRun, rateLimits, startProgress, http }: RefreshOptions,
) {
  const records: ImportedRecord[] = [];
  const failed: FailedRecord[] = [];
  const signal = http?.signal;
  const visit = async ({ file, offering, name, url }: Address): Promise<Onward> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const document = await fetchDocument(url, http);
        records.push(await recordAgain(document, { offering, name, seen: today, contentRoot, isDryRun }));
        return "next";
      } catch (error) {
        if (signal?.aborted) throw error;
        const next = isTransient(error) ? afterFailure(attempt, error, rateLimits) : "next";
        if (typeof next === "number") await rateLimits.sleep(next);
        else {
          failed.push({ file, reason: describe(error) });
          return next;
        }
      }
    }
  };
  const progress = startProgress(due.length);
  try {
    await visitByHost(
      due,
      async (address) => {
        const onward = await visit(address);
        progress.step(address.url);
        return onward;
      },
      rateLimits,
      signal,
    );
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    progress.stop();
  }
  return { records, failed };
}

function isTransient(error: unknown): error is FetchError {
  return error instanceof FetchError && (error.reason === "status" || transientReasons.includes(error.reason));
}

/** An unexpected error fails only its record too: the others are still read, and the report is not lost. */
function describe(error: unknown): string {
  if (error instanceof FetchError) return error.told;
  return error instanceof UserError ? error.message : String(error);
}

/** True where every record with an address was read today. */
export function isComplete({ failed, left }: RefreshReport): boolean {
  return failed.length === 0 && left === 0;
}

/** The report for a person. Failures come first, since a pull request shows only the beginning of a long text. */
export function formatRefreshReport(report: RefreshReport): string {
  const { isDryRun, total, records, failed, current, left, withoutAddress } = report;
  const changed = records.filter(({ changes }) => changes.length > 0);
  const some = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);
  return [
    `${records.length + failed.length} of ${counted(total, "address", "addresses")} asked: ${changed.length} changed, ${records.length - changed.length} unchanged, ${failed.length} failed`,
    ...some(current, "read today already"),
    ...some(left, "left for another run"),
    ...(withoutAddress.length > 0
      ? [`${withoutAddress.length} left out, read from a file without an address: ${withoutAddress.join(", ")}`]
      : []),
    ...(failed.length > 0 ? ["", `Failed, and left as they were: ${failed.length}`] : []),
    ...failed.flatMap(({ file, reason }) => [`  ${file}`, `    ${reason}`]),
    ...changed.flatMap((record) => ["", ...formatRecordReport(record, isDryRun)]),
  ].join("\n");
}
