import type { Catalog } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";

/** Undefined unless the link is known to be dead. The archive answers with its copy nearest to `day`. */
export function toDeadLink({ deadLinks }: Catalog, url: string, day: string) {
  const seen = deadLinks.get(url);
  if (seen === undefined) return undefined;
  const { entries, format } = getMessages();
  return {
    /** To follow 'no longer there': `as of 22 November 2026`. */
    asOf: entries.deadLink.asOf(format.date(seen)),
    /** Nobody asked the archive, so it may have no copy. */
    archive: {
      href: `https://web.archive.org/web/${day.replaceAll("-", "")}/${url}`,
      label: "web.archive.org",
    },
  };
}
