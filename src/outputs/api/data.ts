/** The data of a catalog before any of it is made: its entities in order, and the lines of their records. */
import type { Catalog } from "../../catalog/graph.ts";
import { memoize } from "../../lib/memoize.ts";
import { type PublishedKind, publishedKinds } from "../../vocab/entity-kind.ts";
import { createLines, type Lines } from "../cached-lines.ts";
import { type Entities, type FileDigest, keyOfRecord, listEntities, type ReadBody, readRecord } from "./records.ts";

export interface Data {
  readonly catalog: Catalog;
  readonly entities: Entities;
  readonly lines: Readonly<Record<PublishedKind, Lines>>;
  /** Of the record of an entity; see `keyOfRecord`. */
  readonly keyOf: (entity: Entities[PublishedKind][number]) => string;
}

export function createData(catalog: Catalog, readBody: ReadBody, fileDigest: FileDigest): Data {
  const entities = listEntities(catalog);
  const keyOf: Data["keyOf"] = memoize((entity) => keyOfRecord(catalog, entity, fileDigest));
  const linesOf = (kind: PublishedKind): Lines =>
    createLines(
      `records of ${kind}`,
      entities[kind].map((entity) => ({
        key: () => keyOf(entity),
        make: async () => JSON.stringify(await readRecord(catalog, entity, readBody)),
      })),
    );
  const lines = Object.fromEntries(publishedKinds.map((kind) => [kind, linesOf(kind)])) as Record<PublishedKind, Lines>;
  return { catalog, entities, lines, keyOf };
}
