/** What a rule is, and what it may look at. */

import type { IndexingPolicy } from "../../config/indexing.ts";
import { listSectionsOff } from "../../config/settings.ts";
import type { RequirableField, Section } from "../../config/settings-schema.ts";
import type { Diagnostic, FieldPath } from "../../ingest/diagnostic.ts";
import type { DocumentFacts } from "../../ingest/read-documents.ts";
import { memoize } from "../../lib/memoize.ts";
import type { AuthorNames } from "../../schemas/author-names.ts";
import type { CertificationStandards } from "../../schemas/certification-standards.ts";
import type { InterfaceFacts } from "../../schemas/interface-facts.ts";
import type { LinkFacts } from "../../schemas/link-facts.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import type { ReportedAddresses } from "../../schemas/reported-addresses.ts";
import { type EntityKind, entityKindKeys } from "../../vocab/entity-kind.ts";
import type { Entry } from "../entries.ts";
import type { AboutText } from "../graph.ts";

/** A file of facts about an interface. */
export interface InterfaceFile {
  /** Slug, from the folder of the file. */
  readonly offering: string;
  /** From the name of the file. */
  readonly name: string;
  readonly facts: InterfaceFacts;
}

/** Everything that was read, before anything is resolved. */
export interface Content {
  readonly entries: readonly Entry[];
  /** Absent where the site says nothing of itself. */
  readonly about?: AboutText | undefined;
  readonly facts: OncFacts | undefined;
  /** What the last checks of the outbound links found; absent where none were made. */
  readonly links?: LinkFacts | undefined;
  /** Names of authors by slug, where an editor has listed them. */
  readonly authorNames?: AuthorNames | undefined;
  /** What certification criteria imply; absent where nobody wrote it down. */
  readonly implications?: CertificationStandards | undefined;
  /** Where a report says that interfaces of vendors are; absent where nobody took one over. */
  readonly reported?: ReportedAddresses | undefined;
  /** What interfaces state of themselves, in the order of their files. */
  readonly interfaces: readonly InterfaceFile[];
  /** What is wrong with the files themselves, before any rule runs. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files below `public/images/`, by their path below it. */
  readonly images: ReadonlySet<string>;
  /** Files below `public/documents/`, by their path below it. */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
}

/** Content with the look-ups that rules share. The first of two duplicates wins, and a rule reports the other. */
export interface RuleContext extends Content {
  readonly buildDate: string;
  /** Which stories search engines may show. */
  readonly indexing: IndexingPolicy;
  /** Fields that every story must have on this site. */
  readonly required: readonly RequirableField[];
  /** Sections that this site leaves out. */
  readonly sectionsOff: readonly Section[];
  /** Where the site is served from, as far as that is known. */
  readonly siteUrl: URL | undefined;
  /** Files that could not become entries: a reference to one of them is not reported as well. */
  readonly unread: ReadonlySet<string>;
  readonly bySlug: { readonly [K in EntityKind]: ReadonlyMap<string, Entry<K>> };
  readonly topicsByName: ReadonlyMap<string, Entry<"topic">>;
  readonly organizationsByHost: ReadonlyMap<string, Entry<"organization">>;
  /** By each name that it has. */
  readonly organizationsByName: ReadonlyMap<string, Entry<"organization">>;
  readonly productNames: ReadonlySet<string>;
}

/** The settings of the site that rules depend on. */
export interface RuleSettings {
  readonly buildDate: string;
  /** `always` without it. */
  readonly indexing?: IndexingPolicy | undefined;
  readonly required?: readonly RequirableField[] | undefined;
  /** Those of the settings file by default. */
  readonly sectionsOff?: readonly Section[] | undefined;
  /** Without it, only links that begin with a path are known to lead into the site. */
  readonly siteUrl?: URL | undefined;
}

/** Builds each look-up once, for the rules and for the graph. */
export function toRuleContext(
  content: Content,
  { buildDate, indexing = "always", required = [], sectionsOff = listSectionsOff(), siteUrl }: RuleSettings,
): RuleContext {
  const bySlug = Object.fromEntries(
    entityKindKeys.map((kind) => [kind, indexBy(entriesOf(content.entries, kind), ({ slug }) => [slug])]),
  ) as unknown as RuleContext["bySlug"];
  const read = new Set(content.entries.map(({ file }) => file));
  // A stray file is only warned of: without it the content is still whole.
  const failed = content.diagnostics.filter(({ severity, file }) => severity === "error" && !read.has(file));
  return {
    ...content,
    buildDate,
    indexing,
    required,
    sectionsOff,
    siteUrl,
    unread: new Set(failed.map(({ file }) => file.normalize("NFC"))),
    bySlug,
    topicsByName: indexBy(entriesOf(content.entries, "topic"), ({ data }) => [data.name]),
    organizationsByHost: indexBy(entriesOf(content.entries, "organization"), ({ data }) => data.hosts),
    organizationsByName: indexBy(entriesOf(content.entries, "organization"), namesOf),
    productNames: new Set(content.facts?.products.map(({ product }) => product)),
  };
}

/** The name that an organization is called by, and the others. */
export function namesOf({ data: { name, legalName, alsoKnownAs } }: Entry<"organization">): readonly string[] {
  return [name, ...(legalName === undefined ? [] : [legalName]), ...alsoKnownAs];
}

/** The organization that a story names by its slug or, as an editor may write it, by its name. */
export function findInstitution(
  { bySlug, organizationsByName }: Pick<RuleContext, "bySlug" | "organizationsByName">,
  { institution }: Entry<"news">["data"],
): Entry<"organization"> | undefined {
  if (institution === undefined) return undefined;
  const { to, label } = institution;
  return bySlug.organization.get(to) ?? (label === undefined ? organizationsByName.get(to) : undefined);
}

/** The organization that owns a host: the host itself, or the nearest parent domain that one of them claims. */
export function findByHost(
  { organizationsByHost }: Pick<RuleContext, "organizationsByHost">,
  host: string,
): Entry<"organization"> | undefined {
  const labels = host.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const owner = organizationsByHost.get(labels.slice(from).join("."));
    if (owner) return owner;
  }
  return undefined;
}

function indexBy<K extends EntityKind>(entries: Iterable<Entry<K>>, keys: (entry: Entry<K>) => readonly string[]) {
  const index = new Map<string, Entry<K>>();
  for (const entry of entries) for (const key of keys(entry)) if (!index.has(key)) index.set(key, entry);
  return index;
}

/** Called once, with everything. */
export type Rule = (context: RuleContext) => Iterable<Omit<Diagnostic, "rule">>;

/** The entries of one kind, in their order. */
export function entriesOf<K extends EntityKind>(entries: readonly Entry[], kind: K): readonly Entry<K>[] {
  return partition(entries)[kind];
}

type ByKind = { readonly [K in EntityKind]: readonly Entry<K>[] };

/** Once for each list: every rule asks for one kind or another of the same thousands of entries. */
const partition = memoize((entries: readonly Entry[]): ByKind => {
  const byKind: Record<EntityKind, Entry[]> = { news: [], offering: [], topic: [], organization: [] };
  for (const entry of entries) byKind[entry.kind].push(entry);
  return byKind as ByKind;
});

type Details = Pick<Diagnostic, "message" | "fix"> & Partial<Pick<Diagnostic, "at" | "onKey" | "within" | "edit">>;

export function error(entry: Entry, path: FieldPath, details: Details): Omit<Diagnostic, "rule"> {
  return { severity: "error", file: entry.file, path, ...details };
}

export function warning(entry: Entry, path: FieldPath, details: Details): Omit<Diagnostic, "rule"> {
  return { severity: "warning", file: entry.file, path, ...details };
}
