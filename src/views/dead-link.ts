import type { Catalog } from "../catalog/graph.ts";
import { formatDate } from "../lib/partial-date.ts";
import type { LinkView } from "./page.ts";

export interface DeadLinkView {
  /** As of when, to follow 'no longer there': `as of 22 November 2026`. */
  readonly asOf: string;
  /** Where an archive would have it. Nobody asked the archive, so it may have none. */
  readonly archive: LinkView;
}

/** Undefined unless the link is known to be dead. The archive answers with its copy nearest to `day`. */
export function toDeadLink({ deadLinks }: Catalog, url: string, day: string): DeadLinkView | undefined {
  const asOf = deadLinks.get(url);
  if (asOf === undefined) return undefined;
  return {
    asOf: `as of ${formatDate(asOf)}`,
    archive: {
      href: `https://web.archive.org/web/${day.replaceAll("-", "")}/${url}`,
      label: "web.archive.org",
    },
  };
}
