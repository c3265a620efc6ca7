import type { z } from "zod";
import { fieldName } from "../../ingest/diagnostic.ts";
import { DocumentError } from "./document-error.ts";

/** The value as the schema has it, or a `DocumentError` that names the first place that does not fit. */
export function readShape<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: describe });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [];
  throw new DocumentError(`cannot be read: ${fieldName(path) || "it"} ${issue?.message}`);
}

/** In words for whoever has the document; schemas say their own where they know better. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "invalid_type") return undefined;
  if (issue.input === undefined || issue.input === null) return "is missing";
  const kinds: Readonly<Record<string, string>> = {
    array: "a list",
    object: "an object",
    record: "an object",
    string: "text",
  };
  return `must be ${kinds[issue.expected] ?? issue.expected}`;
}
