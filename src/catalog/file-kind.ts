/** What a file below the content folder is, by its path alone. */
import type { Facts } from "../config/settings-schema.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";

/** The files of facts, from the content root; the first two are written by programs. */
export const ONC_FACTS_FILE = "facts/onc-products.json";
export const LINK_FACTS_FILE = "facts/links.json";
/** Written by hand: what a certification implies. */
export const CERTIFICATION_FILE = "facts/certification-standards.json";
/** Written by hand, from a report: where interfaces of vendors are. */
export const REPORTED_FILE = "facts/reported-addresses.json";
/** Written by hand, where several names are one author, or names that look like one are not. */
export const AUTHOR_NAMES_FILE = "facts/authors.json";

/** What the site says of itself, in its own words. */
export const ABOUT_FILE = "pages/about.md";

const FACTS_FILES: readonly string[] = [
  ONC_FACTS_FILE,
  LINK_FACTS_FILE,
  CERTIFICATION_FILE,
  REPORTED_FILE,
  AUTHOR_NAMES_FILE,
];

/** Files with the ONC list and with what is known only through it. */
const ONC_FILES: readonly string[] = [ONC_FACTS_FILE, CERTIFICATION_FILE, REPORTED_FILE];

/** The facts that a file is part of, where a site can turn them off. */
export function factsOf(file: string): Facts | undefined {
  if (ONC_FILES.includes(file)) return "onc";
  return file.startsWith(`${INTERFACES_FOLDER}/`) ? "interfaces" : undefined;
}

/** A folder for each offering. */
export const INTERFACES_FOLDER = "facts/interfaces";

/** What an interface of an offering states, by the slug of the offering and a name; written by a program. */
export function interfaceFile(offering: string, name: string): string {
  return `${INTERFACES_FOLDER}/${offering}/${name}.json`;
}

/** The slug of the offering and the name of the interface in such a path; undefined for any other. */
export function findInterface(file: string): { readonly offering: string; readonly name: string } | undefined {
  const [, offering, name] = /^facts\/interfaces\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
  return offering === undefined || name === undefined ? undefined : { offering, name };
}

const KINDS: ReadonlyMap<string, EntityKind> = new Map(entityKindKeys.map((kind) => [entityKinds[kind].folder, kind]));

export type FileKind = EntityKind | "facts" | "about";

/** True for a file that an entity is made from. */
export function isEntityKind(kind: FileKind | undefined): kind is EntityKind {
  return kind !== undefined && kind !== "facts" && kind !== "about";
}

/** The kind of entity that the file is, `facts`, `about`, or undefined for a file that does not belong in the content folder. */
export function findFileKind(file: string): FileKind | undefined {
  if (file === ABOUT_FILE) return "about";
  if (file.endsWith(".md")) return KINDS.get(file.slice(0, Math.max(0, file.indexOf("/"))));
  return FACTS_FILES.includes(file) || findInterface(file) ? "facts" : undefined;
}
