/** A YAML file without a body, such as the settings: parsed as front matter is, with the same diagnostics. */
import { z } from "zod";
import { dropBlank } from "../lib/drop-blank.ts";
import { didYouMean, nearest } from "../lib/nearest.ts";
import { printableLine } from "../lib/printable.ts";
import { messages } from "../lib/zod-messages.ts";
import { type Diagnostic, type FieldPath, fieldName, type LocatedDiagnostic, valueAt } from "./diagnostic.ts";
import { parseContentFile } from "./front-matter.ts";
import { toLocator } from "./locate-diagnostics.ts";

export type YamlFile<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly LocatedDiagnostic[] };

/** Never throws, whatever is in the file; `file` is the name that diagnostics have. A field without a value is an error. */
export function parseYamlFile<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): YamlFile<T> {
  const framed = toFrontMatter(bytes);
  const parsed = parseContentFile(framed, file);
  if (!parsed.ok) return { ok: false, diagnostics: locate(framed, parsed.diagnostics) };
  const empty = emptyFields(parsed.value.data);
  const data = dropBlank(parsed.value.data);
  const result = schema.safeParse(data, { error: messages });
  const diagnostics = parsed.value.body.trim() === "" ? [] : [severalDocuments(file)];
  diagnostics.push(...empty.map((path) => emptyField(file, path)));
  const issues = result.success ? [] : result.error.issues.flatMap(toIssuesOfForm);
  // An empty field is reported as empty, not as missing.
  const isTold = ({ path }: Diagnostic) => empty.some((one) => one.join("\0") === path.join("\0"));
  diagnostics.push(
    ...issues.flatMap((issue) => diagnose(file, data, schema, issue)).filter((diagnostic) => !isTold(diagnostic)),
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics: locate(framed, diagnostics) };
  return result.success ? { ok: true, value: result.data } : { ok: false, diagnostics: [] };
}

/**
 * The file between the lines that enclose front matter. The first of them is not in the file, so `locate` subtracts it.
 */
function toFrontMatter(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes);
  const start = text.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
  const rest = text.subarray(start);
  // A first line '---' is blanked, since the one added before it begins the document; a file of comments alone gets no
  // fields.
  const first = /^---[ \t]*(?=\r?\n)/.exec(rest.toString("latin1"))?.[0] ?? "";
  const body = Buffer.concat([Buffer.from(" ".repeat(first.length)), rest.subarray(first.length)]);
  const isEmpty = /^(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|$))*$/.test(body.toString("latin1"));
  return Buffer.concat([Buffer.from("---\n"), body, Buffer.from(isEmpty ? "\n{}\n---\n" : "\n---\n")]);
}

/** The byte order mark that some editors write at the beginning of a file. */
const MARK = Buffer.from("\uFEFF");

function locate(framed: Buffer, diagnostics: readonly Diagnostic[]): LocatedDiagnostic[] {
  const find = toLocator(framed.toString("utf8"));
  return diagnostics
    .map(({ severity, rule, file, path, message, fix, at, onKey }) => {
      const { line, column } = at ?? find(path, onKey);
      const said = message.replace("The front matter", "The file");
      return { severity, rule, file, line: Math.max(1, line - 1), column, field: fieldName(path), message: said, fix };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Paths of fields without a value: `accent: #0b5d4e` is one to YAML, with a comment behind it. */
function emptyFields(value: unknown, path: FieldPath = []): FieldPath[] {
  if (value === null) return path.length > 0 ? [path] : [];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    emptyFields(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function emptyField(file: string, path: FieldPath): Diagnostic {
  return {
    severity: "error",
    rule: "field-value",
    file,
    path,
    onKey: true,
    message: `'${printableLine(String(path.at(-1)), 60)}' has no value`,
    fix: "Give it one, in quotes where it begins with '#', or remove the line",
  };
}

function severalDocuments(file: string): Diagnostic {
  return {
    severity: "error",
    rule: "yaml-syntax",
    file,
    path: [],
    message: "A line '---' begins a second document, which nobody would read",
    fix: "Remove the line '---'",
  };
}

/** For a value that may have several forms, what is wrong with the form that it resembles. */
function toIssuesOfForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const begun = issue.errors.find(
    (form) => !form.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  return begun?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

function diagnose(file: string, data: unknown, schema: z.ZodType, issue: z.core.$ZodIssue): Diagnostic[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const diagnostic = { severity: "error", rule: "field-value", file, path } as const;
  if (issue.code === "unrecognized_keys") {
    const names = namesAt(schema, path);
    return issue.keys.map((key) => ({
      ...diagnostic,
      rule: "unknown-key",
      path: [...path, key],
      onKey: true,
      message: `'${printableLine(key, 60)}' is not a field`,
      fix: didYouMean(nearest(key, names)) ?? `Remove it; the fields here are ${names.join(", ")}`,
    }));
  }
  if (issue.code === "invalid_key") {
    const message = `'${printableLine(String(path.at(-1)), 60)}' ${issue.issues[0]?.message ?? "does not fit"}`;
    return [{ ...diagnostic, onKey: true, message, fix: "Correct the name, or remove it" }];
  }
  const value = valueAt(data, path);
  const name = String(path.at(-1));
  // The field has its default, which does not go with the values of other fields.
  if (value === undefined && issue.code === "custom")
    return [{ ...diagnostic, message: `'${name}' ${issue.message}`, fix: "Write another value" }];
  if (value === undefined) {
    return [
      {
        ...diagnostic,
        rule: "required-field",
        message: `The field '${name}' is missing`,
        fix: `Give '${name}' a value`,
      },
    ];
  }
  const isText = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  const subject = isText ? `The value '${printableLine(String(value), 60)}'` : "The value";
  return [{ ...diagnostic, message: `${subject} ${issue.message}`, fix: "Write another value" }];
}

/** The names of the fields that a schema has at a path, in any form; none where it takes any. */
function namesAt(schema: z.ZodType, path: FieldPath): string[] {
  const root: z.core.JSONSchema.BaseSchema = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const nodes = path.reduce<z.core.JSONSchema._JSONSchema[]>(
    (forms, part) =>
      objectsOf(forms).flatMap((at) => {
        const items = Array.isArray(at.items) ? at.items[0] : at.items;
        const inside = typeof part === "number" ? items : (at.properties?.[part] ?? at.additionalProperties);
        return inside === undefined ? [] : [inside];
      }),
    [root],
  );
  return objectsOf(nodes).flatMap((node) => Object.keys(node.properties ?? {}));
}

/** The schemas, together with each form of those that have several. */
function objectsOf(nodes: readonly z.core.JSONSchema._JSONSchema[]): z.core.JSONSchema.BaseSchema[] {
  return nodes.flatMap((node) =>
    typeof node === "object" ? [node, ...objectsOf([...(node.anyOf ?? []), ...(node.oneOf ?? [])])] : [],
  );
}
