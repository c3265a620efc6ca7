/** The shapes as JSON Schema: a file for each kind of document, and all of them as components of OpenAPI. */
import { z } from "zod";
import { hasSection } from "../../config/settings.ts";
import { absoluteUrl, schemaUrl } from "../../views/urls.ts";
import { kindsOfSite } from "../../vocab/published-paths.ts";
import { Digest, DigestList } from "./digest-shapes.ts";
import { ApiIndex, listShapes } from "./list-shapes.ts";
import { AuthorRecord, NewsRecord, OfferingRecord, OrganizationRecord, TopicRecord } from "./shapes.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

export const recordShapes = {
  news: NewsRecord,
  offering: OfferingRecord,
  topic: TopicRecord,
  organization: OrganizationRecord,
  author: AuthorRecord,
} as const;

/** Every kind of document, by the name of its schema: `topic` for a topic, `topic-list` for a page of the list. */
export const documentShapes: ReadonlyMap<string, z.ZodObject> = new Map<string, z.ZodObject>([
  ["index", ApiIndex],
  ...kindsOfSite().map((kind) => [kind, recordShapes[kind]] as const),
  ...kindsOfSite().map((kind) => [`${kind}-list`, listShapes[kind]] as const),
  ...(hasSection("digest")
    ? ([
        ["digest", Digest],
        ["digest-list", DigestList],
      ] as const)
    : []),
]);

/** Name of a shape among the definitions of a schema and the components of OpenAPI. */
export function componentName(shape: z.ZodType): string {
  const id = shape.meta()?.id;
  if (id === undefined) throw new Error("A shape of a document has no id");
  return id;
}

/** Complete in one file. A field may be added within a version, so unknown fields are allowed. */
export function toJsonSchema(name: string, shape: z.ZodType): JsonSchema {
  const { $schema, ...schema } = convert(shape);
  return { $schema, $id: absoluteUrl(schemaUrl(name)), ...schema } as JsonSchema;
}

/** Each shape once, by name, as OpenAPI wants it. */
export function toComponents(): Readonly<Record<string, JsonSchema>> {
  const definitions = [...documentShapes.values()].flatMap((shape) => Object.entries(convert(shape).$defs ?? {}));
  const components = Object.fromEntries(definitions.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return JSON.parse(JSON.stringify(components).replaceAll("#/$defs/", "#/components/schemas/"));
}

function convert(shape: z.ZodType): JsonSchema {
  return z.toJSONSchema(shape, {
    // As output, zod would forbid every field that it does not know.
    io: "input",
    override: ({ jsonSchema }) => {
      // The format says it; zod's patterns for it are a screen long.
      if (jsonSchema.format === "date" || jsonSchema.format === "uri") delete jsonSchema.pattern;
    },
  });
}
