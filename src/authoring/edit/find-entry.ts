/** The entry that a person means by a file, a path of the site, `kind/slug` or the name of a topic. */
import { isAbsolute, relative, resolve } from "node:path";
import { basename } from "node:path/posix";
import type { Entry } from "../../catalog/entries.ts";
import { InputError } from "../../cli/command.ts";
import { toContentPath } from "../../ingest/read-content.ts";
import { decodePercent } from "../../lib/decode-percent.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { toLine } from "../../lib/text.ts";
import { type EntityKind, entityKindKeys, entityKinds, nounOf } from "../../vocab/entity-kind.ts";
import { entityPath } from "../../vocab/paths.ts";

export interface Found {
  readonly entry: Entry;
  /** True when the person named a former path, which is an alias of the entry now. */
  readonly isFormer: boolean;
}

interface Address {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly file?: string;
}

/** Throws an `InputError` when nothing has that name. `kind` is the one that a bare slug is of. */
export function findEntry(
  entries: readonly Entry[],
  given: string,
  { contentRoot, kind }: { readonly contentRoot: string; readonly kind?: EntityKind },
): Found {
  const text = toLine(given);
  const named = kind === "topic" ? entries.find(({ data }) => "authority" in data && data.name === text) : undefined;
  if (named) return { entry: named, isFormer: false };
  const address = readAddress(text, contentRoot, kind);
  if (!address || (kind && address.kind !== kind)) {
    const forms = kind ? `${kind}/<slug>` : "<kind>/<slug>";
    throw new InputError(
      `'${text}' names no ${kind ?? "entry"}: give a file, a path of the site such as /topic/hl7-fhir/, or ${forms}`,
    );
  }
  const entry = entries.find((one) =>
    address.file === undefined
      ? one.kind === address.kind && one.slug === address.slug
      : one.file.normalize("NFC") === address.file,
  );
  if (entry) return { entry, isFormer: false };
  const path = entityPath(address.kind, address.slug).toLowerCase();
  const moved = entries.find(({ data }) => data.aliases.some((alias) => alias.toLowerCase() === path));
  if (moved) return { entry: moved, isFormer: true };
  const slugs = entries.filter((one) => one.kind === address.kind).map(({ slug }) => slug);
  const noun = nounOf(address.kind);
  const hint = didYouMean(nearest(address.slug, slugs));
  throw new InputError(`There is no ${noun} '${address.slug}'${hint ? `. ${hint}` : ""}`);
}

function readAddress(text: string, contentRoot: string, kind: EntityKind | undefined): Address | undefined {
  if (text.endsWith(".md")) {
    const file = toFile(text, contentRoot);
    const folder = entityKindKeys.find((key) => file.startsWith(`${entityKinds[key].folder}/`));
    return folder && { kind: folder, slug: basename(file, ".md"), file };
  }
  const path = URL.parse(text)?.pathname ?? text;
  const [first = "", second, ...others] = path.split("/").filter((segment) => segment !== "");
  if (others.length > 0) return undefined;
  if (second === undefined) return kind && { kind, slug: first };
  const known = entityKindKeys.find((key) => namesOf(key).includes(first));
  // A path as a browser shows it may be encoded; a stray `%` is no slug either way.
  return known && { kind: known, slug: (decodePercent(second) ?? second).normalize("NFC") };
}

/** From the working folder, absolute, or from the content folder itself. */
function toFile(text: string, contentRoot: string): string {
  const path = resolve(text);
  const isInside = !relative(contentRoot, path).startsWith("..");
  return isInside || isAbsolute(text) ? toContentPath(contentRoot, path) : text.replace(/^\.\//, "");
}

function namesOf(kind: EntityKind): readonly string[] {
  return [kind, entityKinds[kind].folder];
}
