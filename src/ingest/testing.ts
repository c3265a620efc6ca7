/** Front matter for tests, parsed by the real parser or made up at random. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type ParseResult, parseContentFile } from "./front-matter.ts";

export function parse(text: string | Uint8Array): ParseResult {
  return parseContentFile(typeof text === "string" ? new TextEncoder().encode(text) : text, "news/2026/a.md");
}

/** What is wrong, one diagnostic a line. */
export function violations(text: string | Uint8Array): string[] {
  const result = parse(text);
  if (result.ok) return [];
  return result.diagnostics.map(
    ({ rule, at, message, fix, edit }) =>
      `${at?.line}:${at?.column} ${rule}: ${message}. ${fix}.${edit && "old" in edit ? ` -> ${edit.text}` : ""}`,
  );
}

/** The fields of a text that parses. */
export function dataOf(text: string): Readonly<Record<string, unknown>> {
  const result = parse(text);
  assert.ok(result.ok, violations(text).join("\n"));
  return result.value.data;
}

const keys = fc.oneof(
  fc.stringMatching(/^[A-Za-z]\w{0,8}$/),
  fc.constantFrom("__proto__", "constructor", "a b", "ü", "7"),
);
const scalars = fc.oneof(
  fc.string({ maxLength: 30 }).filter((text) => !/\p{Cc}/u.test(text)),
  fc.constantFrom("2021-10-14", "null", "true", "~", "a: b", "a #b", "one\n\ntwo\n", "'", '"', "- a", "&a", "---"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
/** Any set of fields that front matter can hold. */
export const documents = fc.dictionary(
  keys,
  fc.oneof(
    scalars,
    fc.array(scalars, { minLength: 1, maxLength: 4 }),
    fc.dictionary(keys, scalars, { minKeys: 1, maxKeys: 4 }),
  ),
  {
    minKeys: 1,
    maxKeys: 8,
  },
);
