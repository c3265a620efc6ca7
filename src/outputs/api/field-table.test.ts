import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { Access } from "./access-shapes.ts";
import { toFieldRows } from "./field-table.ts";
import { recordShapes } from "./json-schema.ts";
import { day, partialDate, Reference, text } from "./parts.ts";

function typesOf(shape: z.ZodObject): string[] {
  return toFieldRows(shape).map(({ name, type }) => `${name}: ${type}`);
}

test("types are said in words", () => {
  const words = z.enum(["a", "b", "c", "d", "e", "f"]);
  const shape = z.object({
    one: text,
    two: day.nullable(),
    three: partialDate.nullable(),
    four: z.array(Reference),
    five: Reference.nullable(),
    six: z.enum(["x", "y"]).nullable(),
    seven: words,
    eight: z.array(words),
    nine: z.literal("news"),
    ten: z.int32(),
    eleven: z.boolean(),
    twelve: z.array(z.url()),
  });
  assert.deepEqual(typesOf(shape), [
    "one: text",
    "two: day or null",
    "three: day, month, year or null",
    "four: list of references",
    "five: reference or null",
    "six: `x`, `y` or null",
    "seven: one of 6 words",
    "eight: list of 6 words",
    "nine: `news`",
    "ten: number",
    "eleven: true or false",
    "twelve: list of addresses",
  ]);
});

test("fields inside a field have its name in front, in lists and where it may be null too", () => {
  const inner = z.object({ name: text });
  const shape = z.object({ one: inner, two: inner.nullable(), three: z.array(inner) });
  assert.deepEqual(typesOf(shape), [
    "one: object",
    "one.name: text",
    "two: object or null",
    "two.name: text",
    "three: list of objects",
    "three.name: text",
  ]);
});

test("a fact is said with what it states, and what stands beside that is left to its own table", () => {
  const rows = typesOf(Access).filter((row) => /^(data|sandbox|terms|sdks|latestRelease)\b/.test(row));
  assert.deepEqual(rows, [
    "sandbox: fact (`available`, `none`) or null",
    "data: fact (list of 20 words) or null",
    "terms: fact (outbound link) or null",
    "sdks: fact (list of objects) or null",
    "sdks.value.language: text",
    "sdks.value.repository: outbound link or null",
    "latestRelease: fact (object) or null",
    "latestRelease.value.version: text",
    "latestRelease.value.day: day or null",
  ]);
});

test("every field of every record says what it means", () => {
  for (const shape of Object.values(recordShapes)) {
    for (const { name, meaning } of toFieldRows(shape)) assert.ok(meaning.length > 0, `${name} says nothing`);
  }
});
