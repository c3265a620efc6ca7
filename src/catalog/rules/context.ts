/** The indexes that rules and the graph share, each built once. */
import { type EntityKind, entityKindKeys } from "../../vocab/entity-kind.ts";
import type { IndexingPolicy } from "../../vocab/indexing.ts";
import type { Entry } from "../entries.ts";
import { type Content, entriesOf, type RuleContext } from "./rule.ts";

export function toRuleContext(
  content: Content,
  { buildDate, indexing = "always" }: { readonly buildDate: string; readonly indexing?: IndexingPolicy | undefined },
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
    unread: new Set(failed.map(({ file }) => file)),
    bySlug,
    topicsByName: indexBy(entriesOf(content.entries, "topic"), ({ data }) => [data.name]),
    organizationsByHost: indexBy(entriesOf(content.entries, "organization"), ({ data }) => data.hosts),
    productNames: new Set(content.facts?.products.map(({ product }) => product)),
  };
}

/** The organization that owns a host: the host itself, or the nearest parent domain that one of them claims. */
export function findByHost(
  context: Pick<RuleContext, "organizationsByHost">,
  host: string,
): Entry<"organization"> | undefined {
  const labels = host.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const owner = context.organizationsByHost.get(labels.slice(from).join("."));
    if (owner) return owner;
  }
  return undefined;
}

function indexBy<K extends EntityKind>(entries: Iterable<Entry<K>>, keys: (entry: Entry<K>) => readonly string[]) {
  const index = new Map<string, Entry<K>>();
  for (const entry of entries) for (const key of keys(entry)) if (!index.has(key)) index.set(key, entry);
  return index;
}
