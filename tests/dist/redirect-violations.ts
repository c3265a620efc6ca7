/** Redirects that do not lead straight to a page, or stand in the way of one. */
import type { Redirect } from "../../src/outputs/hosts/redirect-table.ts";

export interface RedirectViolation {
  readonly redirect: Redirect;
  readonly message: string;
}

/**
 * `pages` and `files` are what the site has at its addresses, decoded: pages
 * end with a slash, and the pages left at former addresses are not among them.
 * Case does not count, since nginx and some file systems do not see it.
 */
export function findRedirectViolations(
  redirects: readonly Redirect[],
  pages: ReadonlySet<string>,
  files: ReadonlySet<string>,
): RedirectViolation[] {
  const bySource = Map.groupBy(redirects, ({ from }) => from.toLowerCase());
  const taken = new Set([...pages, ...files].map((path) => path.toLowerCase()));
  return redirects.flatMap((redirect) => {
    const from = redirect.from.toLowerCase();
    const to = decodeURIComponent(redirect.to);
    const messages: string[] = [];
    if ((bySource.get(from)?.length ?? 0) > 1) messages.push("has two targets");
    if (taken.has(from) || taken.has(from.slice(0, -1))) messages.push("shadows a page or a file of the site");
    if (leadsBack(from, bySource)) messages.push("leads back to itself: a loop");
    else if (bySource.has(to.toLowerCase())) messages.push(`leads to ${to}, which has moved itself: a chain`);
    else if (!pages.has(to)) messages.push(`leads to ${to}, which is no page`);
    return messages.map((message) => ({ redirect, message }));
  });
}

function leadsBack(start: string, bySource: ReadonlyMap<string, readonly Redirect[]>): boolean {
  const seen = new Set<string>();
  const ahead = [start];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    for (const { to } of bySource.get(path) ?? []) {
      const next = decodeURIComponent(to).toLowerCase();
      if (next === start) return true;
      if (!seen.has(next)) ahead.push(next);
      seen.add(next);
    }
  }
  return false;
}
