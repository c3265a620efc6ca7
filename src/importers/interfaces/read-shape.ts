import { z } from "zod";
import { fieldName } from "../../ingest/diagnostic.ts";
import { printableLine } from "../../lib/printable.ts";
import { DocumentError } from "./document-error.ts";

/** Real lists have up to some 2,000 entries. */
const MAX_LIST = 20_000;

/**
 * A list of not too many entries. The number is checked before the entries: all that is wrong with each of them is
 * collected, which for millions takes gigabytes.
 */
export function boundedList<Item extends z.ZodType>(item: Item, most = MAX_LIST) {
  return z.array(z.unknown()).max(most, `must have at most ${most} entries`).pipe(z.array(item));
}

/** The value as the schema has it, or a `DocumentError` that names the first place that does not fit. */
export function readShape<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: describe });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [];
  throw new DocumentError(`cannot be read: ${printableLine(fieldName(path) || "it", 120)} ${issue?.message}`);
}

/** In words for whoever has the document; schemas say their own where they know better. */
function describe(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_union") return "has a form that is not known";
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
