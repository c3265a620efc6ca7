/** The fields of a document as rows for people, from the same shapes as its schema: name, type, meaning. */
import { z } from "zod";
import type { FieldRow } from "../../views/api-page.ts";
import { Fact } from "./access-shapes.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Longer lists of words are left to the index. */
const SHOWN_WORDS = 5;

const FACT = Fact.meta()?.title;

export function toFieldRows(shape: z.ZodObject): FieldRow[] {
  // Named parts become references to a definition: their fields have a table of their own.
  const { $defs = {}, ...schema } = z.toJSONSchema(shape, { io: "input" });
  const own = schema.$ref === undefined ? schema : ($defs[schema.$ref.split("/").at(-1) ?? ""] ?? schema);
  return rowsOf(own as JsonSchema, "");
}

function rowsOf(schema: JsonSchema, prefix: string): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, value]) => {
    if (typeof value === "boolean") return [];
    const name = `${prefix}${field}`;
    const inner = innerOf(value);
    const row = { name, type: typeOf(value), meaning: value.description ?? "" };
    return [row, ...(inner ? rowsOf(inner, factValueOf(value) ? `${name}.value.` : `${name}.`) : [])];
  });
}

/** The object that a field holds, or holds a list of, where it has no name of its own. */
function innerOf(schema: JsonSchema): JsonSchema | undefined {
  const stated = factValueOf(schema);
  if (stated) return innerOf(stated);
  const { value } = withoutNull(schema);
  if (value.properties) return value;
  return isSchema(value.items) ? innerOf(value.items) : undefined;
}

/** What a fact states. What stands beside it is the same of every fact and has a table of its own. */
function factValueOf(schema: JsonSchema): JsonSchema | undefined {
  const { value } = withoutNull(schema);
  const stated = value.title === FACT ? value.properties?.["value"] : undefined;
  return isSchema(stated) ? stated : undefined;
}

function typeOf(schema: JsonSchema): string {
  const { value, isNullable } = withoutNull(schema);
  const stated = factValueOf(value);
  const name = stated ? `fact (${nameOf(stated)})` : nameOf(value);
  return isNullable ? `${name.replace(" or ", ", ")} or null` : name;
}

function nameOf({ $ref, type, format, items, enum: words, const: only, pattern, properties }: JsonSchema): string {
  if ($ref !== undefined) return toWords($ref.split("/").at(-1) ?? "");
  if (only !== undefined) return `\`${only}\``;
  if (words) {
    const all = words.map((word) => `\`${word}\``);
    return all.length <= SHOWN_WORDS ? all.join(", ") : `one of ${all.length} words`;
  }
  if (isSchema(items)) return `list of ${pluralOf(nameOf(items))}`;
  if (properties) return "object";
  if (format === "uri") return "address";
  if (format === "date") return "day";
  if (type === "string") return pattern?.startsWith("^\\d{4}(") ? "day, month or year" : "text";
  return type === "integer" ? "number" : type === "boolean" ? "true or false" : String(type);
}

function pluralOf(name: string): string {
  if (name.startsWith("one of ")) return name.replace("one of ", "");
  if (name.endsWith("y")) return `${name.slice(0, -1)}ies`;
  return name.endsWith("s") ? `${name}es` : `${name}s`;
}

/** `RichText` is `rich text`. */
function toWords(component: string): string {
  return component.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function withoutNull(schema: JsonSchema): { readonly value: JsonSchema; readonly isNullable: boolean } {
  const [value, other] = schema.anyOf ?? [];
  const isNullable = isSchema(other) && other.type === "null";
  return isNullable && isSchema(value) ? { value, isNullable } : { value: schema, isNullable: false };
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
