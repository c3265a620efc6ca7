/** The data described in OpenAPI 3.1: every address, every shape, and for each answer a real file as its example. */
import { getSite } from "../../config/settings.ts";
import {
  absoluteUrl,
  apiIndexUrl,
  apiPageUrl,
  apiUrl,
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
import { isPublished, kindsOfSite } from "../../vocab/published-paths.ts";
import { bareType, typeOfFile } from "../hosts/file-types.ts";
import { Digest, DigestList } from "./digest-shapes.ts";
import { componentName, documentShapes, recordShapes, toComponents } from "./json-schema.ts";
import { listShapes, SCHEMA_VERSION } from "./list-shapes.ts";
import { pageCount } from "./lists.ts";
import type { Entities } from "./records.ts";

interface Operation {
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** What is answered: a component, or a schema where no component says it. */
  readonly schema: string | object;
  /** A file that is there. */
  readonly example: string;
  readonly parameters?: readonly object[];
}

const plurals: Readonly<Record<PublishedKind, string>> = {
  news: "news items",
  offering: "offerings",
  topic: "topics",
  organization: "organizations",
  author: "authors",
};

/** `week` is one that has a digest; undefined while none has. */
export function toOpenApi(entities: Entities, week: string | undefined): object {
  return {
    openapi: "3.1.1",
    info: {
      title: `${getSite().name} data`,
      version: SCHEMA_VERSION,
      summary: `Everything in the ${getSite().name} catalog as static files.`,
      description:
        "Every document is a file: no key, no limit, no parameters in the query. A field may be added within a version; none is taken away, renamed or given another meaning.",
      license: { name: getSite().licence.name, url: getSite().licence.url },
    },
    servers: [{ url: absoluteUrl(apiUrl).replace(/\/$/, ""), description: "The published site" }],
    externalDocs: { url: absoluteUrl(apiPageUrl), description: "What there is, for people" },
    security: [],
    tags: [
      { name: "index", description: "What there is, and how it is described" },
      ...kindsOfSite().map((kind) => ({ name: kind, description: `The ${plurals[kind]} of the catalog` })),
    ],
    paths: Object.fromEntries(
      operationsOf(entities, week)
        .filter(({ example }) => isPublished(example))
        .map((operation) => [operation.path.slice(apiUrl.length - 1), { get: toGet(operation) }]),
    ),
    components: {
      schemas: toComponents(),
      responses: {
        NotFound: {
          description: "There is no such file; the answer is the site's page for that",
          content: { "text/html": { schema: { type: "string" } } },
        },
      },
    },
  };
}

function toGet({ id, tag, path, summary, schema, example, parameters }: Operation): object {
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(parameters && { parameters }),
    responses: {
      200: {
        description: "The file",
        content: {
          [mediaTypeOf(path)]: {
            schema: typeof schema === "string" ? { $ref: `#/components/schemas/${schema}` } : schema,
            examples: { file: { summary: "A file of the site", externalValue: absoluteUrl(example) } },
          },
        },
      },
      404: { $ref: "#/components/responses/NotFound" },
    },
  };
}

/** As hosts send it. */
function mediaTypeOf(path: string): string {
  const type = typeOfFile(path);
  if (type === undefined) throw new Error(`The table of files has no type for ${path}`);
  return bareType(type);
}

const TEXT = { type: "string" };
const DOCUMENT = { type: "object" };

function operationsOf(entities: Entities, week: string | undefined): Operation[] {
  const index = { tag: "index", schema: DOCUMENT };
  const [kind = "index"] = kindsOfSite();
  return [
    { ...index, path: apiIndexUrl, id: "getIndex", summary: "What there is", schema: "Index", example: apiIndexUrl },
    { ...index, path: openApiUrl, id: "getOpenApi", summary: "This description", example: openApiUrl },
    {
      ...index,
      path: schemaUrl("{name}"),
      id: "getSchema",
      summary: "The JSON Schema of a kind of document",
      example: schemaUrl(kind),
      parameters: [
        pathParameter("name", "Name of the schema", { type: "string", enum: [...documentShapes.keys()] }, kind),
      ],
    },
    ...kindsOfSite().flatMap((kind) => operationsOfKind(kind, entities)),
    {
      tag: "news",
      path: digestListDataUrl,
      id: "listDigests",
      summary: "The weeks that have a digest",
      schema: componentName(DigestList),
      example: digestListDataUrl,
    },
    ...(week === undefined
      ? []
      : [
          {
            tag: "news",
            path: digestDataUrl("{week}"),
            id: "getDigest",
            summary: "What was curated in a week, and what changed in the catalog",
            schema: componentName(Digest),
            example: digestDataUrl(week),
            parameters: [
              pathParameter("week", "The week, as in the list", { type: "string", not: { const: "index" } }, week),
            ],
          },
        ]),
    {
      tag: "topic",
      path: conceptsUrl.jsonld,
      id: "getConceptsAsJsonLd",
      summary: "All topics and their mappings as SKOS, JSON-LD",
      schema: DOCUMENT,
      example: conceptsUrl.jsonld,
    },
    {
      tag: "topic",
      path: conceptsUrl.turtle,
      id: "getConceptsAsTurtle",
      summary: "All topics and their mappings as SKOS, Turtle",
      schema: TEXT,
      example: conceptsUrl.turtle,
    },
    {
      tag: "offering",
      path: interfacesUrl,
      id: "getInterfaces",
      summary:
        "Interfaces of the offerings as an API catalog (RFC 9727): addresses, documentation, metadata, status, terms",
      schema: DOCUMENT,
      example: interfacesUrl,
    },
  ];
}

function operationsOfKind(kind: PublishedKind, entities: Entities): Operation[] {
  const name = componentName(recordShapes[kind]);
  const [first] = entities[kind];
  const pages = pageCount(entities[kind].length);
  const list = { tag: kind, schema: componentName(listShapes[kind]) };
  const dump = { tag: kind, schema: TEXT };
  return [
    {
      ...list,
      path: listDataUrl(kind),
      id: `list${name}`,
      summary: `The first page of the ${plurals[kind]}`,
      example: listDataUrl(kind),
    },
    ...(pages > 1
      ? [
          {
            ...list,
            path: `${apiUrl}${kind}/page/{page}.json`,
            id: `list${name}Page`,
            summary: `A further page of the ${plurals[kind]}`,
            example: listDataUrl(kind, 2),
            parameters: [
              pathParameter("page", "Number of the page, from 2", { type: "integer", minimum: 2, maximum: pages }, 2),
            ],
          },
        ]
      : []),
    ...(first
      ? [
          {
            tag: kind,
            schema: name,
            path: `${apiUrl}${kind}/{slug}.json`,
            id: `get${name}`,
            summary: `One of the ${plurals[kind]}`,
            example: entityDataUrl(first),
            parameters: [
              pathParameter("slug", "The record's `slug`", { type: "string", not: { const: "index" } }, first.slug),
            ],
          },
        ]
      : []),
    {
      ...dump,
      path: dumpUrl(kind, "ndjson"),
      id: `dump${name}AsNdjson`,
      summary: `All ${plurals[kind]}, one ${name} document a line`,
      example: dumpUrl(kind, "ndjson"),
    },
    {
      ...dump,
      path: dumpUrl(kind, "csv"),
      id: `dump${name}AsCsv`,
      summary: `All ${plurals[kind]}, one row each, for a spreadsheet`,
      example: dumpUrl(kind, "csv"),
    },
  ];
}

function pathParameter(name: string, description: string, schema: object, example: string | number): object {
  return { name, in: "path", required: true, description, schema, example };
}
