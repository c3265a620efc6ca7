import type { EngineName } from "../../config/search-engine.ts";

/** How an engine takes a key: for OpenSearch, which has users, it is a name and a password with a colon between. */
export function toKeyHeader(engine: EngineName, key: string): { readonly header: string; readonly value: string } {
  if (engine === "typesense") return { header: "x-typesense-api-key", value: key };
  return { header: "authorization", value: engine === "opensearch" ? `Basic ${btoa(key)}` : `Bearer ${key}` };
}
