/** Every file below the root of the data by its path: what decides it, and its text, which is made when it is wanted. */
import { listWeeks } from "../../catalog/weeks.ts";
import { digestOf } from "../../lib/digest.ts";
import {
  apiIndexUrl,
  conceptsUrl,
  digestDataUrl,
  digestListDataUrl,
  dumpUrl,
  entityDataUrl,
  interfacesUrl,
  listDataUrl,
  openApiUrl,
  schemaUrl,
} from "../../views/urls.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import { kindsOfSite } from "../../vocab/published-paths.ts";
import { type Build, toApiIndex } from "./api-index.ts";
import { toCsv } from "./csv.ts";
import type { Data } from "./data.ts";
import { documentShapes, toJsonSchema } from "./json-schema.ts";
import { buildInterfaceCatalog } from "./linksets.ts";
import { pageCount, revisionOf, toListPage } from "./lists.ts";
import { toOpenApi } from "./openapi.ts";
import type { ApiRecord } from "./records.ts";
import { toSkosJsonLd, toTurtle } from "./skos.ts";
import { toDigestData, toDigestList } from "./to-digest.ts";

export interface ApiFile {
  /** From the root of the site, as an address has it: `/api/v1/index.json`. */
  readonly path: string;
  /** Decides the text, together with the code; undefined where making the text takes no longer than making a key. */
  readonly key?: () => string;
  /** The text, or pieces of it where it may be longer than a string can be. */
  readonly read: () => Promise<string | AsyncIterable<string>>;
}

export function listApiFiles(data: Data, build: Build): ApiFile[] {
  const weeks = listWeeks(data.catalog);
  return [
    // Records first: lists and dumps are made of their cached lines.
    ...kindsOfSite().flatMap((kind) => recordFiles(kind, data)),
    ...kindsOfSite().flatMap((kind) => listFiles(kind, data)),
    {
      path: apiIndexUrl,
      key: () => digestOf([build, ...kindsOfSite().map((kind) => data.lines[kind].key())]),
      read: async () => toJson(await toApiIndex(data, build)),
    },
    file(openApiUrl, () => toJson(toOpenApi(data.entities, weeks[0]?.name))),
    ...[...documentShapes].map(([name, shape]) => file(schemaUrl(name), () => toJson(toJsonSchema(name, shape)))),
    ...kindsOfSite().flatMap((kind) => dumpFiles(kind, data)),
    file(digestListDataUrl, () => toJson(toDigestList(data.catalog))),
    ...weeks.map((week) => ({
      path: digestDataUrl(week.name),
      key: () => digestOf(toDigestData(week)),
      read: async () => toJson(toDigestData(week)),
    })),
    file(conceptsUrl.jsonld, () => toJson(toSkosJsonLd(data.catalog))),
    file(conceptsUrl.turtle, () => toTurtle(data.catalog)),
    file(interfacesUrl, () => toJson(buildInterfaceCatalog(data.catalog))),
  ];
}

function recordFiles(kind: PublishedKind, { entities, lines, keyOf: keyOfEntity }: Data): ApiFile[] {
  return entities[kind].map((entity, index) => ({
    path: entityDataUrl(entity),
    key: () => keyOfEntity(entity),
    read: async () => toJson(JSON.parse(await lines[kind].at(index))),
  }));
}

function listFiles(kind: PublishedKind, data: Data): ApiFile[] {
  return Array.from({ length: pageCount(data.entities[kind].length) }, (_, index) => ({
    path: listDataUrl(kind, index + 1),
    key: () => digestOf([index, data.lines[kind].key()]),
    read: async () => toJson(toListPage(kind, index + 1, data, await revisionOf(data.lines[kind]))),
  }));
}

function dumpFiles(kind: PublishedKind, { lines: { [kind]: lines } }: Data): ApiFile[] {
  const dump = (format: "ndjson" | "csv", pieces: () => AsyncIterable<string>): ApiFile => ({
    path: dumpUrl(kind, format),
    key: () => lines.key(),
    read: async () => pieces(),
  });
  return [
    dump("ndjson", async function* () {
      for await (const line of lines.all()) yield `${line}\n`;
    }),
    dump("csv", async function* () {
      yield toCsv(kind, [], { hasHeader: true });
      for await (const line of lines.all()) {
        const record: ApiRecord = JSON.parse(line);
        yield toCsv(kind, [record], { hasHeader: false });
      }
    }),
  ];
}

function file(path: string, toText: () => string): ApiFile {
  return { path, read: async () => toText() };
}

/** With line ends, since people open these files too; compression takes the white space away again. */
export function toJson(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
