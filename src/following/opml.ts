/** What a reader follows as OPML 2.0 (https://opml.org/spec2.opml), the list that feed readers take over and hand out. */

import { exportTitle } from "#messages/following-page.ts";
import { basePath, toAddress } from "../lib/base-path.ts";
import { escapeMarkup } from "../lib/escape-markup.ts";
import { entryAt, pathOf } from "./entry-address.ts";
import { type Entry, listRules, uniqueEntries } from "./lists.ts";
import { toEntry } from "./parse-lists.ts";

/** `origin` is that of the site's canonical addresses. */
export function writeOpml(followed: readonly Entry[], origin: string): string {
  const outlines = followed.map((entry) => {
    const page = origin + toAddress(pathOf(entry));
    const label = escapeMarkup(entry.label);
    return `<outline type="rss" version="RSS2" text="${label}" title="${label}" xmlUrl="${page}feed.xml" htmlUrl="${page}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head>
<title>${exportTitle}</title>
<ownerId>${origin}${basePath}</ownerId>
<docs>https://opml.org/spec2.opml</docs>
</head>
<body>
${outlines.join("\n")}
</body>
</opml>
`;
}

/** A feed that a list names. */
export interface Subscription {
  readonly url: string;
  readonly label: string;
}

/** Those that follow something of this site, in any format, and the addresses of the others. */
export function readSubscriptions(subscriptions: readonly Subscription[], origins: readonly string[]) {
  const followed: Entry[] = [];
  const unknown: string[] = [];
  for (const { url, label } of subscriptions) {
    const entry = entryOfFeed(url, origins);
    if (entry) followed.push(toEntry(entry.kind, entry.slug, label));
    else unknown.push(url);
  }
  return { followed: uniqueEntries(followed), unknown };
}

function entryOfFeed(url: string, origins: readonly string[]) {
  const address = URL.parse(url);
  if (!address || !origins.includes(address.origin)) return undefined;
  const entry = /\/(?:feed\.xml|atom\.xml|feed\.json)$/.test(address.pathname) ? entryAt(address.pathname) : undefined;
  return entry && listRules.followed.kinds.some((kind) => kind === entry.kind) ? entry : undefined;
}
