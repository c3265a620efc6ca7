/** What is remembered of a link from check to check, and the file that remembers it. */
import { byText } from "../../lib/order.ts";
import { isDead, type LinkRecord } from "../../schemas/link-facts.ts";
import type { Verdict } from "./check-link.ts";

/** The record after one more check. 'Unclear' neither counts against a link nor clears it; being there does. */
export function toRecord(
  before: LinkRecord | undefined,
  url: string,
  { result, detail }: Pick<Verdict, "result" | "detail">,
  today: string,
): LinkRecord {
  const earlier = before?.gone?.filter((day) => day !== today) ?? [];
  const gone = result === "there" ? [] : result === "gone" ? [...decisive(earlier), today] : (before?.gone ?? []);
  return { url, checked: today, result, detail, ...(gone.length > 0 && { gone }) };
}

/** Of the days of a dead link only those are kept that made it dead, so that the file does not grow with every check. */
function decisive(days: readonly string[]): readonly string[] {
  return isDead(days.slice(0, -1)) ? days.slice(0, -1) : days;
}

/** Dead since today's check and not before. */
export function isNewlyDead({ gone = [] }: LinkRecord, today: string): boolean {
  return gone.at(-1) === today && isDead(gone) && !isDead(gone.slice(0, -1));
}

/** The file, the same for the same records in any order. */
export function formatLinkFacts(records: Iterable<LinkRecord>): string {
  const links = [...records]
    .sort((a, b) => byText(a.url, b.url))
    .map(({ url, checked, result, detail, gone }) => ({ url, checked, result, detail, gone }));
  return `${JSON.stringify({ source: "npm run links", links }, null, 2)}\n`;
}
