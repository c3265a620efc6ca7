/** Content made of texts, through the real parser and schemas, for tests. */

import type { Diagnostic } from "../ingest/diagnostic.ts";
import type { AuthorNames } from "../schemas/author-names.ts";
import type { LinkFacts } from "../schemas/link-facts.ts";
import type { OncFacts } from "../schemas/onc-facts.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { buildCatalog, type CatalogResult } from "./build-catalog.ts";
import type { Entry } from "./entries.ts";
import type { Catalog } from "./graph.ts";
import { readEntry } from "./read-file.ts";

export const BUILD_DATE = "2026-11-22";

/** Front matter by path from the content root; a path may also have a whole text with body. */
export type Files = Readonly<Record<string, string>>;

interface Metadata {
  readonly facts?: OncFacts;
  readonly images?: readonly string[];
  readonly links?: LinkFacts;
  readonly authorNames?: AuthorNames;
  readonly indexing?: IndexingPolicy;
  readonly siteUrl?: URL;
}

/** Front matter as a file with a body of three words; a text that begins with `---` is a whole file. */
export function textOf(source: string): string {
  return source.startsWith("---") ? source : `---\n${source.trim()}\n---\nA short body.\n`;
}

export function readAll(files: Files): { entries: Entry[]; diagnostics: Diagnostic[] } {
  const results = Object.entries(files).map(([file, source]) =>
    readEntry(kindOf(file), { file, bytes: new TextEncoder().encode(textOf(source)) }),
  );
  return {
    entries: results.flatMap(({ entry }) => entry ?? []),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** All diagnostics of these files, from the parser, the schemas and the rules. */
export function diagnosticsOf(files: Files, metadata: Metadata = {}): readonly Diagnostic[] {
  return build(files, metadata).diagnostics;
}

/** The graph of these files; throws when they have an error. */
export function catalogOf(files: Files, metadata: Metadata = {}): Catalog {
  const built = build(files, metadata);
  if (built.ok) return built.catalog;
  const errors = built.diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(errors.map(({ file, message }) => `${file}: ${message}`).join("\n"));
}

function build(files: Files, { facts, links, authorNames, indexing, siteUrl, images = [] }: Metadata): CatalogResult {
  const { entries, diagnostics } = readAll(files);
  return buildCatalog(
    { entries, facts, links, authorNames, images: new Set(images), diagnostics },
    { buildDate: BUILD_DATE, indexing, siteUrl },
  );
}

/** Files without diagnostics, with `changes` in place of some or added. */
export function healthy(changes: Files = {}): Files {
  return {
    "topics/hl7-fhir.md": "name: 'HL7: FHIR'\ndescription: The standard.",
    "organizations/acme.md": "name: Acme\ntype: vendor\nhosts: [acme.example]",
    "offerings/acme-server.md":
      "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']",
    "news/2026/story.md": news(),
    ...changes,
  };
}

/** Front matter of a healthy news item, with these lines in place of or after its own. */
export function news(lines: Readonly<Record<string, string>> = {}): string {
  const fields = {
    title: "A story",
    date: "2026-01-02",
    link: "https://acme.example/story",
    categories: "'HL7: FHIR'",
    relatedOfferings: "[acme-server]",
    ...lines,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function kindOf(file: string): EntityKind {
  const kind = entityKindKeys.find((key) => file.startsWith(`${entityKinds[key].folder}/`));
  if (!kind) throw new Error(`No kind of entity has the file ${file}`);
  return kind;
}
