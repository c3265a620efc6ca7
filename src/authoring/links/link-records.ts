/** The results of link checks from run to run, and the file that has them. */
import { join } from "node:path";
import { isDead } from "../../catalog/dead-links.ts";
import { LINK_FACTS_FILE } from "../../catalog/file-kind.ts";
import { readFacts } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { readIfPresent } from "../../ingest/read-content.ts";
import { byText } from "../../lib/order.ts";
import type { LinkFacts, LinkRecord } from "../../schemas/link-facts.ts";
import type { CheckedLink } from "./check-link.ts";

/** Undefined without a file. Throws an `InputError` for a file that is not valid, which is never overwritten. */
export async function readLinkFacts(contentRoot: string): Promise<LinkFacts | undefined> {
  const bytes = await readIfPresent(join(contentRoot, LINK_FACTS_FILE));
  if (bytes === undefined) return undefined;
  const { links, diagnostics } = readFacts({ file: LINK_FACTS_FILE, bytes });
  if (links) return links;
  const [diagnostic] = diagnostics;
  throw new InputError(`${LINK_FACTS_FILE}: ${diagnostic?.message}. ${diagnostic?.fix}`);
}

/** The record after one more check. `doubtful` and `unclear` neither count against a link nor clear it; `alive` clears it. */
export function toRecord(
  before: LinkRecord | undefined,
  url: string,
  { result, detail }: Pick<CheckedLink, "result" | "detail">,
  today: string,
): LinkRecord {
  const known = before?.deadOn ?? [];
  const earlier = known.filter((day) => day !== today);
  const deadOn = { alive: [], dead: [...decisive(earlier), today], doubtful: known, unclear: known }[result];
  return { url, checked: today, result, detail, ...(deadOn.length > 0 && { deadOn }) };
}

/** Only the days that made a link dead stay, so that the file does not grow with every check. */
function decisive(days: readonly string[]): readonly string[] {
  return isDead(days.slice(0, -1)) ? days.slice(0, -1) : days;
}

/** Dead since today's check and not before. */
export function isNewlyDead({ deadOn = [] }: LinkRecord, today: string): boolean {
  return deadOn.at(-1) === today && isDead(deadOn) && !isDead(deadOn.slice(0, -1));
}

/** The text of the file, the same for the same records in any order. */
export function formatLinkFacts(records: Iterable<LinkRecord>): string {
  const links = [...records]
    .sort((a, b) => byText(a.url, b.url))
    .map(({ url, checked, result, detail, deadOn }) => ({ url, checked, result, detail, deadOn }));
  return `${JSON.stringify({ source: "npm run links", links }, null, 2)}\n`;
}
