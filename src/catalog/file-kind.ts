/** What a file below the content folder is, by its path alone. */
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";

/** The files of machine-written facts, from the content root. */
export const ONC_FACTS_FILE = "facts/onc-products.json";
export const LINK_FACTS_FILE = "facts/links.json";

const KINDS: ReadonlyMap<string, EntityKind> = new Map(entityKindKeys.map((kind) => [entityKinds[kind].folder, kind]));

/** The kind of entity that the file is, `facts`, or undefined for a file that does not belong in the content folder. */
export function findFileKind(file: string): EntityKind | "facts" | undefined {
  if (file.endsWith(".md")) return KINDS.get(file.slice(0, Math.max(0, file.indexOf("/"))));
  return file === ONC_FACTS_FILE || file === LINK_FACTS_FILE ? "facts" : undefined;
}
