/** Addresses of entries: `/topic/hl7-fhir/`, and of what lies beside them. */
import { toSitePath } from "../lib/base-path.ts";
import { decodePercent } from "../lib/decode-percent.ts";
import { isSlug } from "../lib/slugify.ts";
import { type EntityKind, entityKindKeys } from "../vocab/entity-kind.ts";
import { entityPath, isReserved } from "../vocab/paths.ts";
import type { EntryName } from "./lists.ts";

export function pathOf({ kind, slug }: EntryName): string {
  return entityPath(kind, encodeURIComponent(slug));
}

/** The entry whose page, or a file beside it, has this path of the domain; undefined where it is none of an entry. */
export function entryAt(pathname: string): EntryName | undefined {
  const [, kind, slug = "", ...rest] = (decodePercent(toSitePath(pathname)) ?? "").split("/");
  const known: EntityKind | undefined = entityKindKeys.find((key) => key === kind);
  return known && rest.length === 1 && isSlug(slug) && !isReserved(known, slug) ? { kind: known, slug } : undefined;
}
