/** Where an entry is that the device remembers: the site may have renamed or removed it since. */
import { toAddress } from "../lib/base-path.ts";
import { entryAt, pathOf } from "./entry-address.ts";
import { type EntryName, keyOf } from "./lists.ts";

/** What takes longer is told as missing. */
export const PATIENCE = 15_000;

/** The name that it has now, or why it has none; `unknown` where the site did not answer. */
export type Found = EntryName | "gone" | "unknown";

/**
 * Its record is asked for first, without its text. A renamed one has none at the old address, but its page leads on: by a
 * redirect of the host, which the browser follows, or by a page that states its new address.
 */
export async function findEntry(entry: EntryName, request: typeof fetch = fetch): Promise<Found> {
  try {
    const record = await request(toAddress(`/api/v1${pathOf(entry).slice(0, -1)}.json`), {
      method: "HEAD",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (record.ok) return entry;
    if (!isMissing(record)) return "unknown";
    const page = await request(toAddress(pathOf(entry)), { signal: AbortSignal.timeout(PATIENCE) });
    if (!page.ok) return isMissing(page) ? "gone" : "unknown";
    const found = entryAt(new URL(page.url).pathname);
    if (found && keyOf(found) !== keyOf(entry)) return found;
    return readRedirect(await page.text()) ?? "gone";
  } catch {
    return "unknown";
  }
}

export function isMissing({ status }: Response): boolean {
  return status === 404 || status === 410;
}

function readRedirect(html: string): EntryName | undefined {
  if (!/<meta http-equiv="refresh"/.test(html)) return undefined;
  const address = URL.parse(/<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? "");
  return address ? entryAt(address.pathname) : undefined;
}
