/** A link that is shown as the host that it leads to. */
import type { Catalog } from "../catalog/graph.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { getMessages } from "../messages/messages.ts";
import { toDeadLink } from "./dead-link.ts";
import type { LinkView } from "./page.ts";

export interface HostLinkView extends LinkView {
  /** `no longer there, as of 22 November 2026` */
  readonly deadLink?: string;
}

export function toHostLink(href: string | undefined, catalog: Catalog): HostLinkView | undefined {
  if (href === undefined) return undefined;
  const dead = toDeadLink(catalog, href, catalog.buildDate);
  return {
    href,
    label: readableHostOf(href),
    ...(dead && { deadLink: getMessages().entries.deadLink.goneAsOf(dead.asOf) }),
  };
}
