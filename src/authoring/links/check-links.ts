/** Checks the links that are due, saves the results step by step, and reports which are dead. */

import { isDead } from "../../catalog/dead-links.ts";
import type { Catalog } from "../../catalog/graph.ts";
import type { Progress } from "../../cli/progress.ts";
import { type RateLimits, visitByHost } from "../../http/rate-limits.ts";
import { byText } from "../../lib/order.ts";
import { daysBetween } from "../../lib/partial-date.ts";
import { counted } from "../../lib/text.ts";
import type { LinkFacts, LinkRecord, LinkResult } from "../../schemas/link-facts.ts";
import { type CheckedLink, checkLink } from "./check-link.ts";
import { collectLinks, type OutboundLink } from "./collect-links.ts";
import { formatLinkFacts, isNewlyDead, toRecord } from "./link-records.ts";
import type { RequestLink } from "./request-link.ts";

export interface LinkCheckOptions {
  readonly catalog: Catalog;
  /** False where files were left out of the catalog: the links that only they have keep their records. */
  readonly isComplete: boolean;
  readonly known: LinkFacts | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** A link is due when its last check is at least so many days ago. */
  readonly since: number;
  readonly limit: number;
  readonly isDryRun: boolean;
  readonly request: RequestLink;
  readonly rateLimits: RateLimits;
  /** Writes the facts file; called again and again. */
  readonly save: (text: string) => Promise<void>;
  readonly startProgress: (total: number) => Progress;
  readonly signal?: AbortSignal | undefined;
}

export interface LinkReport {
  readonly today: string;
  readonly isDryRun: boolean;
  /** Links of the content. */
  readonly total: number;
  /** Links that were checked now, or would be. */
  readonly due: readonly string[];
  /** Counts by result. */
  readonly checked: Readonly<Record<LinkResult, number>>;
  /** Due, but left for another run: the host is busy, or the run was stopped. */
  readonly left: number;
  readonly newlyDead: readonly DeadLink[];
  readonly dead: readonly DeadLink[];
  /** Found dead at the last check, but not often or long enough to count as dead. */
  readonly failing: readonly DeadLink[];
  /** Answered at the last check, but not with the page, as it seems. */
  readonly doubtful: readonly ReportedLink[];
}

export interface ReportedLink {
  readonly url: string;
  readonly detail: string;
  readonly files: readonly string[];
}

export interface DeadLink extends ReportedLink {
  /** First and last day on which it was found dead. */
  readonly since: string;
  readonly asOf: string;
}

/** Results between two writes of the file, which an interruption may lose. */
const STEP = 10;

export async function checkLinks(options: LinkCheckOptions): Promise<LinkReport> {
  const links = collectLinks(options.catalog);
  const records = new Map(options.known?.links.map((record) => [record.url, record]));
  const due = selectDue(links, records, options);
  const done = options.isDryRun || due.length === 0 ? [] : await checkDue(links, due, records, options);
  return toReport(options, links, due, records, done);
}

/** Checks each link, and updates `records`. Returns the records of the links that were checked. */
async function checkDue(
  links: readonly OutboundLink[],
  due: readonly OutboundLink[],
  records: Map<string, LinkRecord>,
  { today, isComplete, request, rateLimits, save, startProgress, signal }: LinkCheckOptions,
): Promise<readonly LinkRecord[]> {
  const urls = new Set(links.map(({ url }) => url));
  const isKept = ({ url }: LinkRecord) => !isComplete || urls.has(url);
  const write = () => save(formatLinkFacts([...records.values()].filter(isKept)));
  const done: LinkRecord[] = [];
  let saving = Promise.resolve();
  const record = ({ url }: OutboundLink, checked: Pick<CheckedLink, "result" | "detail">) => {
    const after = toRecord(records.get(url), url, checked, today);
    records.set(url, after);
    done.push(after);
    if (done.length % STEP !== 0) return;
    // One write at a time, or an older text could replace a newer one. Errors surface where it is awaited.
    saving = saving.then(write);
    saving.catch(() => {});
  };
  // Without a network no host has an address: such results wait until any server has answered.
  const doubtful = new Map<OutboundLink, CheckedLink>();
  let isOnline = false;
  const progress = startProgress(due.length);
  try {
    const visit = async (link: OutboundLink) => {
      const checked = await checkLink(link.url, request, rateLimits);
      progress.step(link.url);
      if (checked.isAnswered && !isOnline) {
        isOnline = true;
        for (const [waiting, result] of doubtful) record(waiting, result);
        doubtful.clear();
      }
      if (checked.result === "dead" && !isOnline) doubtful.set(link, checked);
      else record(link, checked);
      return checked.isHostBusy ? "leave" : "next";
    };
    await visitByHost(due, visit, rateLimits, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    progress.stop();
    for (const [link, { detail }] of doubtful) {
      record(link, { result: "unclear", detail: `${detail}, and no server answered at all` });
    }
    await saving;
    if (done.length % STEP !== 0) await write();
  }
  return done;
}

/** Never checked first, then the longest ago. */
function selectDue(
  links: readonly OutboundLink[],
  records: ReadonlyMap<string, LinkRecord>,
  { today, since, limit }: LinkCheckOptions,
): readonly OutboundLink[] {
  const lastCheck = ({ url }: OutboundLink) => records.get(url)?.checked ?? "";
  return links
    .filter((link) => lastCheck(link) === "" || daysBetween(lastCheck(link), today) >= since)
    .sort((a, b) => byText(lastCheck(a), lastCheck(b)) || byText(a.url, b.url))
    .slice(0, limit);
}

function toReport(
  { today, isDryRun }: LinkCheckOptions,
  links: readonly OutboundLink[],
  due: readonly OutboundLink[],
  records: ReadonlyMap<string, LinkRecord>,
  done: readonly LinkRecord[],
): LinkReport {
  const found = links.flatMap(({ url, uses }) => {
    const record = records.get(url);
    const files = [...new Set(uses.map(({ file }) => file))];
    return record ? [{ link: { url, detail: record.detail, files }, record }] : [];
  });
  const deadLinks = (isWanted: (record: LinkRecord) => boolean): DeadLink[] =>
    found.flatMap(({ link, record }) => {
      const [since] = record.deadOn ?? [];
      if (since === undefined || !isWanted(record)) return [];
      return [{ ...link, since, asOf: record.deadOn?.at(-1) ?? since }];
    });
  const countOf = (result: LinkResult) => done.filter((record) => record.result === result).length;
  return {
    today,
    isDryRun,
    total: links.length,
    due: due.map(({ url }) => url),
    checked: {
      alive: countOf("alive"),
      dead: countOf("dead"),
      doubtful: countOf("doubtful"),
      unclear: countOf("unclear"),
    },
    left: isDryRun ? 0 : due.length - done.length,
    newlyDead: deadLinks((record) => isNewlyDead(record, today)),
    dead: deadLinks(({ deadOn }) => isDead(deadOn)),
    failing: deadLinks(({ deadOn }) => !isDead(deadOn)),
    doubtful: found.filter(({ record }) => record.result === "doubtful").map(({ link }) => link),
  };
}

/** For a person. */
export function formatLinkReport(report: LinkReport): string {
  const { isDryRun, total, due, checked, left, newlyDead, dead, failing, doubtful } = report;
  const links = counted(total, "link");
  if (isDryRun) return [`${due.length} of ${links} would be checked:`, ...due.map((url) => `  ${url}`)].join("\n");
  const section = <Link extends ReportedLink>(
    title: string,
    list: readonly Link[],
    toSince: (link: Link) => string,
  ) => {
    const entries = list.map(
      (link) => `  ${link.url}\n    ${link.detail}${toSince(link)}; in ${link.files.join(", ")}`,
    );
    return list.length === 0 ? [] : ["", `${title}: ${list.length}`, ...entries];
  };
  const deadSection = (title: string, list: readonly DeadLink[]) =>
    section(title, list, ({ since }) => `, since ${since}`);
  const { alive, unclear } = checked;
  const doubts = checked.doubtful > 0 ? `, ${checked.doubtful} doubtful` : "";
  return [
    `${alive + checked.dead + unclear + checked.doubtful} of ${links} checked: ${alive} alive, ${checked.dead} dead, ${unclear} unclear${doubts}`,
    ...(left > 0 ? [`${left} left for another run`] : []),
    ...deadSection("Newly dead", newlyDead),
    ...deadSection(
      "Dead before",
      dead.filter((link) => !newlyDead.some(({ url }) => url === link.url)),
    ),
    ...deadSection("Found dead, but not yet on three checks over seven days", failing),
    ...section("Doubtful: open them", doubtful, () => ""),
  ].join("\n");
}
