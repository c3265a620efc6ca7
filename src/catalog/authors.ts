/** Names that sources give their authors become addresses: several spellings of a name are one person. */
import { cutSlug, isDeviceName, slugify, toNameKey } from "../lib/slugify.ts";
import type { AuthorNames } from "../schemas/author-names.ts";

export interface AuthorIdentity {
  readonly slug: string;
  /** As it is shown. */
  readonly name: string;
  /** True where an editor has listed the name. */
  readonly isListed: boolean;
}

/** Says who an author is, by the list of names where the name is on it, else by the name alone. */
export function toAuthorIndex(names: AuthorNames = {}): (name: string) => AuthorIdentity {
  const listed = Object.entries(names).flatMap(([slug, list]) =>
    list.map((name) => [toNameKey(name), { slug, name: list[0] ?? name, isListed: true }] as const),
  );
  const known = new Map<string, AuthorIdentity>(listed);
  return (name) => known.get(toNameKey(name)) ?? { slug: toAuthorSlug(name), name, isListed: false };
}

/** A file named `index` in the folder of the authors is the list of them, and no system has a file named `con`. */
function toAuthorSlug(name: string): string {
  const slug = cutSlug(slugify(name)) || "unnamed";
  return slug === "index" || isDeviceName(slug) ? `${slug}-author` : slug;
}
