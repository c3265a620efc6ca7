/** The announcement as a command: what it compares, what it reports, and what it sends only when told to. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../cli/command.ts";
import { counted, formatCount } from "../lib/text.ts";
import { type Comparison, compareSites, kinds } from "./compare-sites.ts";
import { readEndpoint, sendAnnouncement } from "./index-now.ts";

export interface AnnounceRequest {
  readonly oldFolder: string;
  readonly newFolder: string;
  /** Undefined: nothing is sent. */
  readonly send: { readonly key: string | undefined; readonly endpoint: string } | undefined;
}

export interface AnnounceReport extends Comparison {
  /** Addresses that were sent; undefined when nothing should be. */
  readonly sent: number | undefined;
  readonly endpoint: string | undefined;
}

export async function announce({ oldFolder, newFolder, send }: AnnounceRequest): Promise<AnnounceReport> {
  const endpoint = send && readEndpoint(send.endpoint);
  const key = send && requireKey(send.key);
  const comparison = compareSites(oldFolder, newFolder);
  if (endpoint === undefined || key === undefined) return { ...comparison, sent: undefined, endpoint: undefined };
  const file = join(newFolder, `${key}.txt`);
  if (!existsSync(file) || readFileSync(file, "utf8").trim() !== key)
    throw new InputError(
      `${newFolder} has no key file: build it with CURALOG_INDEXNOW_KEY set, and deploy it before you announce it.`,
    );
  const urls = comparison.changes.map(({ url }) => url);
  if (urls.length > 0) await sendAnnouncement({ siteUrl: comparison.siteUrl, key, urls, endpoint });
  return { ...comparison, sent: urls.length, endpoint: endpoint.href };
}

function requireKey(key: string | undefined): string {
  if (key !== undefined) return key;
  throw new InputError("CURALOG_INDEXNOW_KEY is not set: IndexNow takes announcements only with a key.");
}

export function formatAnnouncement({ pages, changes, sent, endpoint }: AnnounceReport): string {
  const groups = [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, found]) => [
    `${formatCount(found.length)} ${kinds[kind]}`,
    ...found.map(({ url, to }) => `  ${url}${to === undefined ? "" : ` -> ${to}`}`),
    "",
  ]);
  const told = sent === undefined ? "nothing sent" : `${formatCount(sent)} sent to ${endpoint}`;
  const count = counted(changes.length, "address", "addresses");
  return [
    ...groups.flat(),
    `${count} to announce; ${formatCount(pages.old)} pages before, ${formatCount(pages.new)} now; ${told}`,
  ].join("\n");
}

/** Addresses alone, one a line. */
export function listAddresses({ changes }: Comparison): string {
  return changes.map(({ url }) => url).join("\n");
}
