/** The bytes of a document of an interface become plain values, within limits; nothing is known of their meaning. */
import { boolCoreTag, FAILSAFE_SCHEMA, load, nullCoreTag, YAMLException } from "js-yaml";
import { decodeUtf8 } from "../../ingest/read-content.ts";
import { printableLine } from "../../lib/printable.ts";
import { DocumentError } from "./document-error.ts";

/** Real ones have up to 1 MB. */
export const MAX_DOCUMENT_BYTES = 20_000_000;
/** Real ones are some 12 levels deep. */
const MAX_DEPTH = 100;

/** Parses JSON, or YAML where the text begins like no JSON. Throws a `DocumentError` that says where. */
export function parseDocument(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  checkSize(bytes.length);
  const text = decodeUtf8(bytes)?.replace(/^\uFEFF/, "");
  if (text === undefined) throw new DocumentError("is not UTF-8 text");
  const start = /\S/.exec(text)?.[0];
  if (start === undefined) throw new DocumentError("is empty");
  if (start === "<") throw new DocumentError(describeMarkup(text));
  const value = start === "{" || start === "[" ? parseJson(text) : parseYaml(text);
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw new DocumentError("is not an object with fields");
  return value as Readonly<Record<string, unknown>>;
}

/** Called before a file is read, and again for what was read. */
export function checkSize(bytes: number): void {
  if (bytes <= MAX_DOCUMENT_BYTES) return;
  throw new DocumentError(`has ${inMegabytes(bytes)}; documents of up to ${inMegabytes(MAX_DOCUMENT_BYTES)} are read`);
}

function parseJson(text: string): unknown {
  const deep = findDepth(text, MAX_DEPTH);
  if (deep !== undefined)
    throw new DocumentError(`is nested more than ${MAX_DEPTH} levels deep, in line ${lineAt(text, deep)}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/end of JSON|Unterminated/.test(reason))
      throw new DocumentError(`ends in the middle, in line ${lineAt(text, text.length)}: it was cut off`);
    const position = /position (\d+)/.exec(reason)?.[1];
    throw new DocumentError(
      position === undefined
        ? `is not valid JSON: ${printableLine(reason, 120)}`
        : `is not valid JSON, in line ${lineAt(text, Number(position))}`,
    );
  }
}

/** Without numbers: `version: 1.0` is the text of a version, and as a number it would be 1. */
const YAML_SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag);

/** Aliases could make a small text a huge value, and tags make other things than plain values. */
function parseYaml(text: string): unknown {
  try {
    return load(text, { schema: YAML_SCHEMA, maxDepth: MAX_DEPTH, maxAliases: 0 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new DocumentError(`is neither JSON nor YAML, in line ${(error.mark?.line ?? 0) + 1}: ${error.reason}`);
  }
}

/** Describes the commonest answers that are no documents: XML, and a page that asks to sign in. */
function describeMarkup(text: string): string {
  if (/^\s*<(?:!doctype html|html)/i.test(text))
    return "is a web page, perhaps one to sign in; give the address of the document itself";
  return "is XML; ask for the document as JSON";
}

/** The place of the first bracket beyond `limit` levels, strings left aside; undefined where there is none. */
function findDepth(text: string, limit: number): number | undefined {
  let depth = 0;
  let isInString = false;
  // One pass by hand: a regular expression for strings takes quadratic time for one that never ends.
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString && sign === "\\") at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    if (depth > limit) return at;
  }
  return undefined;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}
