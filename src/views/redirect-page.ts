import type { Alias } from "../catalog/graph.ts";
import { absoluteUrl, entityUrl } from "./urls.ts";

/** The page left at a former address, for hosts that cannot redirect. */
export function buildRedirectPage({ kind, slug }: Alias) {
  const to = entityUrl({ kind, slug });
  return { to, canonical: absoluteUrl(to) };
}
