/** The engines that an export is sent to, each by its protocol and with the header that it takes a key in. */

import type { EngineName } from "../../config/search-engine.ts";
import { toKeyHeader } from "../engines/key-header.ts";
import type { SearchRecords } from "../index/search-record.ts";
import { type ConnectionSettings, createConnection } from "./engine-connection.ts";
import { createMeilisearchTarget } from "./meilisearch-target.ts";
import { createOpenSearchTarget } from "./opensearch-target.ts";
import { createTypesenseTarget } from "./typesense-target.ts";
import type { ExportTarget } from "./upload.ts";

const creators = {
  opensearch: createOpenSearchTarget,
  typesense: createTypesenseTarget,
  meilisearch: createMeilisearchTarget,
};

/** The engine at an address, and the index or alias there that searches use. */
export function createTarget(
  engine: EngineName,
  settings: Omit<ConnectionSettings, "toHeader">,
  synonyms: SearchRecords["synonyms"],
  name: string,
): ExportTarget {
  const connection = createConnection({ ...settings, toHeader: (key) => toKeyHeader(engine, key) });
  return creators[engine](connection, synonyms, name);
}
