/** Every address that has moved, with the one it moved to. */

import type { Alias } from "../../catalog/graph.ts";
import { addBase } from "../../lib/base-path.ts";
import { entityDataUrl, entityUrl } from "../../views/urls.ts";
import { entityKindKeys } from "../../vocab/entity-kind.ts";
import { isReserved } from "../../vocab/paths.ts";
import { isPublished } from "../../vocab/published-paths.ts";

export interface Redirect {
  /**
   * Decoded. A page has a slash at both ends, `/news/café/`, and has moved without its closing slash too; a file has
   * none: `/api/v1/topic/a.json`. `/topic/a/*` is everything below a page that no other redirect names.
   */
  readonly from: string;
  /** As a link has it, percent-encoded, with the same ending. */
  readonly to: string;
}

/** What can lie below a page, as a regular expression; nothing that would end a header. */
export const BELOW = String.raw`[\w./-]+`;

/** Patterns come last: on every host the first that fits counts. */
export function redirectTable(aliases: readonly Alias[], base = "/"): Redirect[] {
  const published = aliases.filter((alias) => isPublished(entityUrl(alias)));
  const former = published.flatMap((alias) => findFormerEntry(alias) ?? []);
  return [
    ...published.map((alias) => ({ from: alias.from, to: entityUrl(alias) })),
    ...former.map(({ data, alias }) => ({ from: data, to: entityDataUrl(alias) })).filter(({ to }) => isPublished(to)),
    ...former.map(({ alias }) => ({ from: `${alias.from}*`, to: `${entityUrl(alias)}*` })),
  ].map(({ from, to }) => ({ from: addBase(base, from), to: addBase(base, to) }));
}

/**
 * The pages left for hosts that cannot redirect: at each former address, and below it one for each page below the new
 * one, of which `pages` are the addresses. A feed or a data file cannot lead on.
 */
export function listLeftPages(aliases: readonly Alias[], pages: readonly string[]): Redirect[] {
  const byEntity = Map.groupBy(pages, (page) => page.split("/", 3).join("/"));
  return aliases.flatMap((alias) => {
    const to = entityUrl(alias);
    const below = findFormerEntry(alias) ? (byEntity.get(to.slice(0, -1)) ?? []).filter((page) => page !== to) : [];
    return [{ from: alias.from, to }, ...below.map((page) => ({ from: alias.from + page.slice(to.length), to: page }))];
  });
}

/** The path, and its other form where it is that of a page. */
export function formsOf(path: string): string[] {
  return path.endsWith("/") ? [path, path.slice(0, -1)] : [path];
}

/** A path as browsers ask for it: what a browser leaves as it is, such as `&`, is left. */
export function toRequestPath(path: string): string {
  return new URL(`https://a.example${path}`).pathname;
}

/**
 * Where the data of an entry was whose page was at this address. Only of kinds that have feeds and pages below theirs: a
 * story has none, there are many of them, and hosts take few patterns.
 */
function findFormerEntry(alias: Alias): { readonly alias: Alias; readonly data: string } | undefined {
  const [, segment, slug = "", ...rest] = alias.from.split("/");
  const kind = entityKindKeys.find((key) => key === segment);
  if (kind !== alias.kind || kind === "news" || rest.join() !== "" || isReserved(kind, slug)) return undefined;
  return { alias, data: decodeURIComponent(entityDataUrl({ kind, slug })) };
}
