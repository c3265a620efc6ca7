/** Promise: every file below the root of the data, as text by its path. */
import type { Catalog } from "../../catalog/graph.ts";
import { apiIndexUrl, conceptsUrl, dumpUrl, listDataUrl, openApiUrl, schemaUrl } from "../../views/urls.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { type Build, toApiIndex } from "./api-index.ts";
import { toCsv } from "./csv.ts";
import { documentShapes, toJsonSchema } from "./json-schema.ts";
import { toListPages, toNdjson } from "./lists.ts";
import { toOpenApi } from "./openapi.ts";
import type { Records } from "./records.ts";
import { toSkosJsonLd, toTurtle } from "./skos.ts";

export interface ApiFile {
  /** From the root of the site, as an address has it: `/api/v1/index.json`. */
  readonly path: string;
  readonly text: string;
}

export function buildApiFiles(catalog: Catalog, records: Records, build: Build): ApiFile[] {
  const at = (address: string) => new URL(address).pathname;
  return [
    { path: apiIndexUrl, text: toJson(toApiIndex(records, build)) },
    { path: openApiUrl, text: toJson(toOpenApi(records)) },
    ...[...documentShapes].map(([name, shape]) => ({ path: schemaUrl(name), text: toJson(toJsonSchema(name, shape)) })),
    ...publishedKinds.flatMap((kind) => [
      ...toListPages(kind, records).map((page) => ({ path: listDataUrl(kind, page.page), text: toJson(page) })),
      ...records[kind].map((record) => ({ path: at(record.self), text: toJson(record) })),
      { path: dumpUrl(kind, "ndjson"), text: toNdjson(records[kind]) },
      { path: dumpUrl(kind, "csv"), text: toCsv(kind, records) },
    ]),
    { path: conceptsUrl.jsonld, text: toJson(toSkosJsonLd(catalog)) },
    { path: conceptsUrl.turtle, text: toTurtle(catalog) },
  ];
}

/** With line ends, since people open these files too; compression takes the white space away again. */
function toJson(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
