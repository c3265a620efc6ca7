/** Promise: what a file below the content folder is, by its path alone. */
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";

/** The files of machine-written facts, from the content root. */
export const ONC_FACTS_FILE = "facts/onc-products.json";
export const LINK_FACTS_FILE = "facts/links.json";

/** The kind of entity that the file is, `facts`, or undefined for a file that has no place in the content folder. */
export function findFileKind(file: string): EntityKind | "facts" | undefined {
  if (file === ONC_FACTS_FILE || file === LINK_FACTS_FILE) return "facts";
  if (!file.endsWith(".md")) return undefined;
  return entityKindKeys.find((kind) => file.startsWith(`${entityKinds[kind].folder}/`));
}
