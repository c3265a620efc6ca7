/** Checks the links that are due, remembers each result as it comes, and tells which are dead. */
import type { Catalog } from "../../catalog/graph.ts";
import type { Progress } from "../../cli/progress.ts";
import { daysBetween } from "../../lib/days-between.ts";
import { byText } from "../../lib/order.ts";
import { counted } from "../../lib/text.ts";
import { isDead, type LinkFacts, type LinkRecord } from "../../schemas/link-facts.ts";
import { forEachByHost } from "./by-host.ts";
import { checkLink, type RateLimits, type Verdict } from "./check-link.ts";
import { collectLinks, type OutboundLink } from "./collect-links.ts";
import { formatLinkFacts, isNewlyDead, toRecord } from "./link-record.ts";
import type { RequestLink } from "./request-link.ts";

export interface LinkCheck {
  readonly catalog: Catalog;
  readonly known: LinkFacts | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** A link is due when its last check is at least so many days ago. */
  readonly since: number;
  readonly limit: number;
  readonly isDryRun: boolean;
  readonly ask: RequestLink;
  readonly rateLimits: RateLimits;
  /** Keeps the facts file; called again and again. */
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
  readonly there: number;
  readonly gone: number;
  readonly unclear: number;
  /** Links that were due and are left for another run: their host asked for patience, or the run was stopped. */
  readonly left: number;
  readonly newlyDead: readonly DeadLink[];
  readonly dead: readonly DeadLink[];
  /** Gone at the last check, but not often or long enough to be called dead. */
  readonly failing: readonly DeadLink[];
}

export interface DeadLink {
  readonly url: string;
  readonly detail: string;
  /** First and last day on which it was found gone. */
  readonly since: string;
  readonly asOf: string;
  readonly files: readonly string[];
}

const HOSTS_AT_ONCE = 8;
/** Results between two writes of the file; an interruption loses no more. */
const STEP = 10;

export async function checkLinks(check: LinkCheck): Promise<LinkReport> {
  const { catalog, known, today, isDryRun, ask, rateLimits, save, startProgress, signal } = check;
  const links = collectLinks(catalog);
  const records = new Map(known?.links.map((record) => [record.url, record]));
  const due = selectDue(links, records, check);
  const done: LinkRecord[] = [];
  if (!isDryRun && due.length > 0) {
    const urls = new Set(links.map(({ url }) => url));
    const write = () => save(formatLinkFacts([...records.values()].filter(({ url }) => urls.has(url))));
    let unsaved = 0;
    let saving = Promise.resolve();
    const keep = ({ url }: OutboundLink, verdict: Pick<Verdict, "result" | "detail">) => {
      const record = toRecord(records.get(url), url, verdict, today);
      records.set(url, record);
      done.push(record);
      unsaved += 1;
      if (unsaved < STEP) return;
      unsaved = 0;
      // One after the other, since two writers of one file would take each other's place.
      saving = saving.then(write);
      // Heard of when it is awaited below.
      saving.catch(() => {});
    };
    const doubtful = new Map<OutboundLink, Verdict>();
    let isOnline = false;
    const progress = startProgress(due.length);
    try {
      await forEachByHost(
        due,
        async (link) => {
          const verdict = await checkLink(link.url, ask, rateLimits);
          progress.step(link.url);
          // That no host has an address is what a machine without a network sees.
          if (verdict.isAnswered && !isOnline) {
            isOnline = true;
            for (const [held, said] of doubtful) keep(held, said);
            doubtful.clear();
          }
          if (verdict.result === "gone" && !isOnline) doubtful.set(link, verdict);
          else keep(link, verdict);
          return verdict.isHostBusy ? "leave" : "next";
        },
        { hosts: HOSTS_AT_ONCE, pauseMs: rateLimits.pauseMs, sleep: rateLimits.sleep, signal },
      );
    } catch (error) {
      if (!signal?.aborted) throw error;
    } finally {
      progress.stop();
      for (const [link, { detail }] of doubtful) {
        keep(link, { result: "unclear", detail: `${detail}, and no server answered at all` });
      }
      await saving;
      if (unsaved > 0) await write();
    }
  }
  return toReport(check, links, due, records, done);
}

/** Never checked first, then the longest ago. */
function selectDue(
  links: readonly OutboundLink[],
  records: ReadonlyMap<string, LinkRecord>,
  { today, since, limit }: LinkCheck,
): readonly OutboundLink[] {
  const lastCheck = ({ url }: OutboundLink) => records.get(url)?.checked ?? "";
  return links
    .filter((link) => lastCheck(link) === "" || daysBetween(lastCheck(link), today) >= since)
    .sort((a, b) => byText(lastCheck(a), lastCheck(b)) || byText(a.url, b.url))
    .slice(0, limit);
}

function toReport(
  { today, isDryRun }: LinkCheck,
  links: readonly OutboundLink[],
  due: readonly OutboundLink[],
  records: ReadonlyMap<string, LinkRecord>,
  done: readonly LinkRecord[],
): LinkReport {
  const lost = links.flatMap(({ url, uses }) => {
    const record = records.get(url);
    if (!record?.gone) return [];
    const { detail, gone } = record;
    const link: DeadLink = {
      url,
      detail,
      since: gone[0] ?? today,
      asOf: gone.at(-1) ?? today,
      files: [...new Set(uses.map(({ file }) => file))],
    };
    return [{ link, record }];
  });
  const linksOf = (isWanted: (record: LinkRecord) => boolean) =>
    lost.filter(({ record }) => isWanted(record)).map(({ link }) => link);
  const countOf = (result: LinkRecord["result"]) => done.filter((record) => record.result === result).length;
  return {
    today,
    isDryRun,
    total: links.length,
    due: due.map(({ url }) => url),
    there: countOf("there"),
    gone: countOf("gone"),
    unclear: countOf("unclear"),
    left: isDryRun ? 0 : due.length - done.length,
    newlyDead: linksOf((record) => isNewlyDead(record, today)),
    dead: linksOf(({ gone }) => isDead(gone)),
    failing: linksOf(({ gone }) => !isDead(gone)),
  };
}

/** What a person reads. */
export function formatLinkReport(report: LinkReport): string {
  const { isDryRun, total, due, there, gone, unclear, left, newlyDead, dead, failing } = report;
  const links = counted(total, "link");
  if (isDryRun) return [`${due.length} of ${links} would be checked:`, ...due.map((url) => `  ${url}`)].join("\n");
  const section = (title: string, list: readonly DeadLink[]) =>
    list.length === 0
      ? []
      : [
          "",
          `${title}: ${list.length}`,
          ...list.map(
            ({ url, detail, since, files }) => `  ${url}\n    ${detail}, since ${since}; in ${files.join(", ")}`,
          ),
        ];
  return [
    `${there + gone + unclear} of ${links} checked: ${there} there, ${gone} gone, ${unclear} where nobody can tell`,
    ...(left > 0 ? [`${left} left for another run`] : []),
    ...section("Newly dead", newlyDead),
    ...section(
      "Dead before",
      dead.filter((link) => !newlyDead.includes(link)),
    ),
    ...section("Gone, but not yet for three checks over seven days", failing),
  ].join("\n");
}
