/** Every address that has moved with the one it moved to, and the proof that each move ends at a page. */
import type { Catalog } from "../../catalog/graph.ts";
import { entityUrl } from "../../views/urls.ts";

export interface Redirect {
  /** As it reads, with a slash at both ends: `/news/café/`. It moved without its closing slash too. */
  readonly from: string;
  /** As a link has it, percent-encoded, with a slash at both ends. */
  readonly to: string;
}

export function redirectTable({ aliases }: Pick<Catalog, "aliases">): Redirect[] {
  return aliases.map(({ from, kind, slug }) => ({ from, to: entityUrl({ kind, slug }) }));
}

/** A path as browsers ask for it: what a browser leaves as it is, such as `&`, is left. */
export function toRequestPath(path: string): string {
  return new URL(`https://a.example${path}`).pathname;
}

/** What makes a ledger unfit to serve; none when it is fit. */
export interface RedirectProblem {
  readonly redirect: Redirect;
  readonly message: string;
}

/**
 * `pages` and `files` are what the site has at its addresses, decoded: pages
 * end with a slash, and the pages left at former addresses are not among them.
 * Case does not count, since nginx and some file systems do not see it.
 */
export function findRedirectProblems(
  ledger: readonly Redirect[],
  pages: ReadonlySet<string>,
  files: ReadonlySet<string>,
): RedirectProblem[] {
  const bySource = Map.groupBy(ledger, ({ from }) => from.toLowerCase());
  const taken = new Set([...pages, ...files].map((path) => path.toLowerCase()));
  return ledger.flatMap((redirect) => {
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
