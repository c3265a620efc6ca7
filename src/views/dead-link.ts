import type { Catalog } from "../catalog/graph.ts";
import { formatDate } from "../lib/partial-date.ts";

/** Undefined unless the link is known to be dead. The archive answers with its copy nearest to `day`. */
export function toDeadLink({ deadLinks }: Catalog, url: string, day: string) {
  const asOf = deadLinks.get(url);
  if (asOf === undefined) return undefined;
  return {
    /** To follow 'no longer there': `as of 22 November 2026`. */
    asOf: `as of ${formatDate(asOf)}`,
    /** Nobody asked the archive, so it may have no copy. */
    archive: {
      href: `https://web.archive.org/web/${day.replaceAll("-", "")}/${url}`,
      label: "web.archive.org",
    },
  };
}
