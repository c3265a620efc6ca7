/** Compares requests and answers with the OpenAPI description of an engine, which must name all that is asked. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { EngineName } from "../../src/config/search-engine.ts";

type Schema = { readonly [key: string]: unknown };

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Description {
  /** What is wrong with a request, and the operation that it is of. */
  checkRequest(request: SentRequest): { readonly operation: string; readonly violations: readonly string[] };
  /** What is wrong with an answer to the operation. */
  checkAnswer(operation: string, status: number, body: unknown): readonly string[];
}

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined where nothing was sent; a list of values where lines of JSON were. */
  readonly body: unknown;
  readonly type: string;
}

/** Violations of one value that are told. */
const TOLD = 5;

/** Keywords of JSON Schema that hold schemas of the same value. */
const COMBINATIONS = ["allOf", "anyOf", "oneOf"];

/** Compares a value with a schema of the description. */
type Compare = (schema: Schema, value: unknown) => readonly string[];

/** With `isClosed`, a value has no property that its schema does not name. */
function createComparison(schemas: Document["components"]["schemas"], isClosed: boolean): Compare {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "description", components: { schemas: mapValues(schemas, toPart) } });
  const compiled = new Map<Schema, ValidateFunction>();

  /** A schema as part of a larger one, which knows what else there may be; values in it are whole. */
  function toPart(schema: Schema): Schema {
    return Object.fromEntries(
      Object.entries(schema).flatMap(([key, value]) => {
        // Alternatives overlap, since they do not say what they exclude.
        if (COMBINATIONS.includes(key))
          return [[key === "allOf" ? key : "anyOf", (value as Schema[]).map((part) => toPart(part))]];
        if (key === "properties") return [[key, mapValues(value as Record<string, Schema>, toWhole)]];
        if (key === "items" || (key === "additionalProperties" && typeof value === "object"))
          return [[key, toWhole(value as Schema)]];
        if (key === "$ref") return [[key, String(value).replace("#", "description#")]];
        return key === "discriminator" ? [] : [[key, value]];
      }),
    );
  }

  function toWhole(schema: Schema): Schema {
    const part = toPart(schema);
    return isClosed && namesProperties(schema) ? { ...part, unevaluatedProperties: false } : part;
  }

  function namesProperties(schema: Schema): boolean {
    const { $ref } = schema;
    if (typeof $ref === "string") return namesProperties(schemas[$ref.split("/").at(-1) ?? ""] ?? {});
    return (
      "properties" in schema || COMBINATIONS.some((key) => (schema[key] as Schema[] | undefined)?.some(namesProperties))
    );
  }

  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(toWhole(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    // Where something else is wrong with a value, its properties count as unknown.
    const isUnknown = ({ keyword }: { keyword: string }) => Number(keyword === "unevaluatedProperties");
    const errors = (validate.errors ?? []).toSorted((a, b) => isUnknown(a) - isUnknown(b));
    return errors
      .slice(0, TOLD)
      .map(({ instancePath, message, params }) => `${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
  };
}

export function readDescription(engine: EngineName): Description {
  const file = new URL(`../fixtures/search-engines/${engine}.openapi.json`, import.meta.url);
  const document: Document = JSON.parse(readFileSync(file, "utf8"));
  const { schemas } = document.components;
  const check = createComparison(schemas, true);
  // An engine may answer more than it describes.
  const checkOpen = createComparison(schemas, false);

  /** The parameters of a query by name; one that is an object stands for its properties. */
  function toQuerySchemas(operation: Operation): Readonly<Record<string, Schema>> {
    const query = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
    return Object.assign({}, ...query.map(({ name, schema }) => schema["properties"] ?? { [name]: schema }));
  }

  const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${template}`,
      method: method.toUpperCase(),
      pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
      operation,
    })),
  );

  return {
    checkRequest({ method, path, query, body, type }) {
      // A path without parameters comes before one with them.
      const fitting = operations.filter((one) => one.method === method && one.pattern.test(path));
      const found = fitting.toSorted((a, b) => a.name.split("{").length - b.name.split("{").length)[0];
      if (!found) return { operation: "", violations: [`${method} ${path} is not described`] };
      const { operation, name } = found;
      const known = toQuerySchemas(operation);
      const violations = [...query].flatMap(([parameter, value]) =>
        known[parameter] ? check(known[parameter], toValue(value)) : [`the parameter ${parameter} is not described`],
      );
      const { required = false, content = {} } = operation.requestBody ?? {};
      if (body === undefined) {
        if (required) violations.push("nothing was sent");
      } else if (!content[type]) violations.push(`${type} is not described; described: ${Object.keys(content)}`);
      else violations.push(...check(content[type].schema ?? {}, body));
      return { operation: name, violations: violations.map((violation) => `${name}: ${violation}`) };
    },
    checkAnswer(name, status, body) {
      const response = operations.find((one) => one.name === name)?.operation.responses[status];
      if (!response) return [`${name}: an answer with ${status} is not described`];
      const [schema] = Object.values(response.content);
      return schema
        ? checkOpen(schema.schema ?? {}, body).map((violation) => `${name} answers ${status}: ${violation}`)
        : [];
    },
  };
}

function mapValues(
  values: Readonly<Record<string, Schema>>,
  change: (value: Schema) => Schema,
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function toValue(text: string): unknown {
  return /^(?:true|false|\d+)$/.test(text) ? JSON.parse(text) : text;
}
