/** What a rule is, and what it may look at. */
import type { Diagnostic, FieldPath } from "../../ingest/diagnostic.ts";
import { memoize } from "../../lib/memoize.ts";
import type { LinkFacts } from "../../schemas/link-facts.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import type { IndexingPolicy } from "../../vocab/indexing.ts";
import type { Entry } from "../entries.ts";

/** Everything that was read, before anything is resolved. */
export interface Content {
  readonly entries: readonly Entry[];
  readonly facts: OncFacts | undefined;
  /** What the last checks of the outbound links found; absent where none were made. */
  readonly links?: LinkFacts | undefined;
  /** What is wrong with the files themselves, before any rule runs. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files below `public/images/`, by their path below it. */
  readonly images: ReadonlySet<string>;
}

/** Content with the look-ups that rules share. The first of two duplicates wins, and a rule reports the other. */
export interface RuleContext extends Content {
  readonly buildDate: string;
  /** Which stories search engines may show. */
  readonly indexing: IndexingPolicy;
  /** Files that could not become entries: a reference to one of them is not reported as well. */
  readonly unread: ReadonlySet<string>;
  readonly bySlug: { readonly [K in EntityKind]: ReadonlyMap<string, Entry<K>> };
  readonly topicsByName: ReadonlyMap<string, Entry<"topic">>;
  readonly organizationsByHost: ReadonlyMap<string, Entry<"organization">>;
  readonly productNames: ReadonlySet<string>;
}

export interface Rule {
  readonly name: string;
  /** Called once, with everything. */
  readonly check: (context: RuleContext) => Iterable<Omit<Diagnostic, "rule">>;
}

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

type Details = Pick<Diagnostic, "message" | "fix"> & Partial<Pick<Diagnostic, "at" | "onKey" | "edit">>;

export function error(entry: Entry, path: FieldPath, details: Details): Omit<Diagnostic, "rule"> {
  return { severity: "error", file: entry.file, path, ...details };
}

export function warning(entry: Entry, path: FieldPath, details: Details): Omit<Diagnostic, "rule"> {
  return { severity: "warning", file: entry.file, path, ...details };
}
