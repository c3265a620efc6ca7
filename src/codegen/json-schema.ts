/** A JSON Schema for each kind of content file and each file of the vocabulary, written from the schemas, for editors that complete and explain. */
import { z } from "zod";
import { aliasPath, day, hostName, line, partialDate, slug, topicName, webUrl } from "../schemas/fields.ts";
import { NewsFields } from "../schemas/news.ts";
import { OfferingFields } from "../schemas/offering.ts";
import { OrganizationFields } from "../schemas/organization.ts";
import { TopicFields } from "../schemas/topic.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { vocabularyFiles } from "../vocab/vocabulary-files.ts";

/** The fields of each kind, as they stand in files. */
export const fieldsOf: Readonly<Record<EntityKind, z.ZodObject>> = {
  news: NewsFields,
  offering: OfferingFields,
  topic: TopicFields,
  organization: OrganizationFields,
};

/** The parts of JSON Schema that are written here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** All files to write: text by path from the root of the project. */
export function buildJsonSchemas(): Readonly<Record<string, string>> {
  const schemas = [
    ...entityKindKeys.map((kind) => [`schemas/${kind}.schema.json`, toEditorSchema(kind)] as const),
    ...Object.entries(vocabularyFiles).map(
      ([name, schema]) =>
        [
          `schemas/vocabulary-${name}.schema.json`,
          z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any" }),
        ] as const,
    ),
  ];
  return Object.fromEntries(schemas.map(([path, schema]) => [path, `${JSON.stringify(schema, null, 2)}\n`]));
}

const LIMITS =
  "Written by `npm run docs`. JSON Schema cannot say, and `npm run check` does: that a reference leads to an entry and no two entries claim the same thing; that a day exists; that a web address has a host and no credentials; which scripts a slug may mix; that a list of blank items is empty; that a field far from every known one is only warned of.";

export function toEditorSchema(kind: EntityKind): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(fieldsOf[kind], {
    io: "input",
    // The draft that every editor reads.
    target: "draft-7",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, hintOf(zodSchema));
      // zod states the bounds of safe integers, which tell an editor nothing.
      if (Math.abs(jsonSchema.minimum ?? 0) === Number.MAX_SAFE_INTEGER) delete jsonSchema.minimum;
      if (Math.abs(jsonSchema.maximum ?? 0) === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  }) as JsonSchema;
  return {
    $schema,
    $comment: LIMITS,
    title: entityKinds[kind].label,
    ...withBlanks(schema),
    // A key that is not known is always remarked on. Imported objects below take any key, and zod says so.
    additionalProperties: false,
  };
}

/** Patterns for what zod checks in functions, which JSON Schema cannot express; never stricter than the functions. */
const HINTS: ReadonlyMap<unknown, JsonSchema> = new Map<unknown, JsonSchema>([
  [line, { pattern: "\\S", patternErrorMessage: "Must not be empty" }],
  [slug, { pattern: "^[^\\s/.A-Z_]+$", maxLength: 120, patternErrorMessage: "Must be a slug, such as hapi-fhir" }],
  [day, { pattern: "^\\d{4}-\\d{2}-\\d{2}$", patternErrorMessage: "Must be a day, such as 2024-05-17" }],
  [
    partialDate,
    { pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$", patternErrorMessage: "Must be 2024, 2024-05 or 2024-05-17" },
  ],
  [webUrl, { pattern: "^\\s*[hH][tT][tT][pP][sS]?://", patternErrorMessage: "Must begin with https:// or http://" }],
  [topicName, { pattern: "^[^:]+:\\s+\\S", patternErrorMessage: "Must be a topic in full, such as HL7: FHIR" }],
  [
    hostName,
    {
      pattern: "^\\s*(?![wW]{3}\\.)[^\\s/\\\\?#%@:]+(\\.[^\\s/\\\\?#%@:]+)+\\s*$",
      patternErrorMessage: "Must be a host without 'www.', such as hl7.org",
    },
  ],
  [aliasPath, { pattern: "^\\s*[^\\s?#]+\\s*$", patternErrorMessage: "Must be a path on this site" }],
]);

export function hintOf(schema: z.core.$ZodType): JsonSchema {
  const origin = originsOf(schema).find((type) => HINTS.has(type));
  return HINTS.get(origin) ?? {};
}

/** True for a field of this type, described or not. */
export function isOfType(schema: z.core.$ZodType, type: z.core.$ZodType): boolean {
  return originsOf(schema).includes(type);
}

/**
 * The schema and those that it was copied from, nearest first: describing a field makes a copy that knows its parent.
 */
function originsOf(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  return schema ? [schema, ...originsOf(schema._zod.parent)] : [];
}

/** Fields that only an import writes say so themselves. */
export function isImported({ description = "" }: { readonly description?: string | undefined }): boolean {
  return /^Imported\b/.test(description);
}

/** Everything that need not be there may be there blank: `null`, `''` and `' '` mean absent. */
function withBlanks(schema: JsonSchema): JsonSchema {
  const { properties, required = [], items, anyOf } = schema;
  return {
    ...schema,
    ...(anyOf && { anyOf: anyOf.map(withBlanks) }),
    ...(items && { items: orBlank(withBlanks(items)) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => {
          const whole = withBlanks(field);
          return [name, required.includes(name) ? whole : orBlank(whole)];
        }),
      ),
    }),
  };
}

const BLANK: readonly JsonSchema[] = [{ type: "null" }, { type: "string", pattern: "^\\s*$" }];

function orBlank({ description, ...schema }: JsonSchema): JsonSchema {
  const about = description === undefined ? {} : { description };
  const keywords = Object.keys(schema);
  if (keywords.length === 0) return about;
  if (keywords.join() === "type" && schema.type === "string") return { ...about, type: ["string", "null"] };
  const variants = keywords.join() === "anyOf" ? (schema.anyOf ?? []) : [schema];
  return { ...about, anyOf: [...variants, ...BLANK] };
}
