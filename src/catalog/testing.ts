/** Content made of texts, through the real parser and schemas, for tests. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile as readBytes, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { TestContext } from "node:test";
import type { IndexingPolicy } from "../config/indexing.ts";
import type { RequirableField, Section } from "../config/settings-schema.ts";
import type { Diagnostic } from "../ingest/diagnostic.ts";
import type { AuthorNames } from "../schemas/author-names.ts";
import type { CertificationStandards } from "../schemas/certification-standards.ts";
import type { FhirFacts, FhirResource } from "../schemas/interface-facts.ts";
import type { LinkFacts } from "../schemas/link-facts.ts";
import type { OncFacts } from "../schemas/onc-facts.ts";
import type { ReportedAddresses, ReportedVendor } from "../schemas/reported-addresses.ts";
import { buildCatalog, type CatalogResult } from "./build-catalog.ts";
import { type FileKind, findFileKind } from "./file-kind.ts";
import type { Catalog } from "./graph.ts";
import { type FileResult, readFile } from "./read-file.ts";
import type { Content } from "./rules/rule.ts";

export const BUILD_DATE = "2026-11-22";

/** Front matter by path from the content root; a path may also have a whole text with body. */
export type Files = Readonly<Record<string, string>>;

interface Metadata {
  readonly facts?: OncFacts;
  readonly images?: readonly string[];
  readonly documents?: Content["documents"];
  readonly links?: LinkFacts;
  readonly authorNames?: AuthorNames;
  readonly implications?: CertificationStandards;
  readonly indexing?: IndexingPolicy;
  readonly required?: readonly RequirableField[];
  readonly sectionsOff?: readonly Section[];
  readonly siteUrl?: URL;
}

/** Front matter as a file with a body of three words; a text that begins with `---`, or with a mark before it, is a whole file. */
export function textOf(source: string): string {
  return /^\uFEFF?---/.test(source) ? source : `---\n${source.trim()}\n---\nA short body.\n`;
}

/** A content folder with these files, in a folder of its own that is gone after the test. */
export async function writeContent(t: TestContext, files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(folder, { recursive: true }));
  const contentRoot = join(folder, "content");
  await mkdir(contentRoot);
  await addContent(contentRoot, files);
  return contentRoot;
}

export async function addContent(contentRoot: string, files: Files): Promise<void> {
  for (const [file, source] of Object.entries(files)) {
    await mkdir(dirname(join(contentRoot, file)), { recursive: true });
    await writeFile(join(contentRoot, file), file.endsWith(".md") ? textOf(source) : source);
  }
}

/** The hash of every file of a folder by its path, also of those that are no content. */
export async function hashesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = paths.sort().map(async (path) => {
    const hash = createHash("sha256").update(await readBytes(path));
    return [relative(folder, path).replaceAll("\\", "/"), hash.digest("hex")] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}

/** Entries from front matter; facts of interfaces and reports from JSON. */
export function readAll(files: Files): Pick<Content, "entries" | "interfaces" | "reported" | "diagnostics"> {
  const results = Object.entries(files).map(([file, source]): FileResult => {
    const text = file.endsWith(".json") ? source : textOf(source);
    return readFile(kindOf(file), { file, bytes: new TextEncoder().encode(text) });
  });
  return {
    entries: results.flatMap(({ entry }) => entry ?? []),
    interfaces: results.flatMap(({ interface: one }) => one ?? []),
    reported: results.find(({ reported }) => reported)?.reported,
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

function build(
  files: Files,
  {
    facts,
    links,
    authorNames,
    implications,
    indexing,
    required,
    sectionsOff,
    siteUrl,
    images = [],
    documents = new Map(),
  }: Metadata,
): CatalogResult {
  return buildCatalog(
    { ...readAll(files), facts, links, authorNames, implications, images: new Set(images), documents },
    { buildDate: BUILD_DATE, indexing, required, sectionsOff, siteUrl },
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

/** A report that names the same vendor as the ONC facts of a test, with these addresses, as its file. */
export function report(vendor: Partial<ReportedVendor> = {}): string {
  return JSON.stringify({
    source: "A report",
    url: "https://report.example/",
    licence: "CC0-1.0",
    asOf: "2026-02-03",
    vendors: [{ vendor: "Acme", ...vendor }],
  } satisfies ReportedAddresses);
}

/** The facts of a FHIR server that declares nothing, with `changes`, as their file. */
export function fhirRecord(changes: Partial<FhirFacts> = {}): string {
  return JSON.stringify({
    kind: "fhir",
    source: "https://fhir.acme.example/metadata",
    seen: "2026-07-24",
    digest: "0".repeat(64),
    environment: "unknown",
    changes: [],
    fhirVersion: "4.0.1",
    formats: [],
    guides: { instantiates: [], implementationGuide: [], profiles: [] },
    security: { services: [] },
    interactions: [],
    operations: [],
    resources: [],
    ...changes,
  } satisfies FhirFacts);
}

/** A resource type that a server declares, with `changes`. */
export function fhirResource(type: string, changes: Partial<FhirResource> = {}): FhirResource {
  const nothing = {
    interactions: [],
    searchParameters: [],
    includes: [],
    revIncludes: [],
    profiles: [],
    operations: [],
  };
  return { type, ...nothing, ...changes };
}

function kindOf(file: string): FileKind {
  const kind = findFileKind(file);
  if (!kind) throw new Error(`No content has the file ${file}`);
  return kind;
}
