/** Every address that has moved, with the one it moved to. */

import type { Catalog } from "../../catalog/graph.ts";
import { addBase } from "../../lib/base-path.ts";
import { entityUrl } from "../../views/urls.ts";
import { isPublished } from "../../vocab/published-paths.ts";

export interface Redirect {
  /** Decoded, with a slash at both ends: `/news/café/`. The path without its closing slash has moved too. */
  readonly from: string;
  /** As a link has it, percent-encoded, with a slash at both ends. */
  readonly to: string;
}

export function redirectTable({ aliases }: Pick<Catalog, "aliases">, base = "/"): Redirect[] {
  return aliases
    .map(({ from, kind, slug }) => ({ from, to: entityUrl({ kind, slug }) }))
    .filter(({ to }) => isPublished(to))
    .map(({ from, to }) => ({ from: addBase(base, from), to: addBase(base, to) }));
}

/** A path as browsers ask for it: what a browser leaves as it is, such as `&`, is left. */
export function toRequestPath(path: string): string {
  return new URL(`https://a.example${path}`).pathname;
}
