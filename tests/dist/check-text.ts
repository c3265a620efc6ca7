/** No text, in whatever format, has control characters, halves of surrogate pairs or other characters that stand for none. */
import { parse } from "yaml";
import { type BuiltPage, elementsOf, textOf } from "../../src/built-site/built-site.ts";
import { printable } from "../../src/lib/printable.ts";
import type { Check, Violation } from "./check.ts";

/** Style sheets and scripts are written by a bundler, from code alone. */
const TEXT_FILE = /\.(?:html|json|jsonld|ndjson|webmanifest|csv|md|txt|xml|opml|ttl)$/;

/** A half of a pair cannot be written in UTF-8: U+FFFD is written in its place. */
const BROKEN = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]--[\t\n\r]]/v;

export const textCheck: Check = {
  name: "text",
  run(site) {
    const files = [...site.files].filter((file) => TEXT_FILE.test(file));
    const violations: Violation[] = [];
    let texts = 0;
    const look = (where: string, text: string) => {
      texts += 1;
      violations.push(...brokenCharacter(where, text));
    };
    // One file after the other: together they would fill the memory.
    for (const file of files) for (const text of textsOf(file, textOf(site, file))) look(file, text);
    for (const page of site.pages) for (const text of jsonIn(page)) look(page.path, text);
    return {
      counts: [
        { what: "files of text", count: files.length, least: site.pages.length },
        { what: "texts", count: texts, least: files.length },
      ],
      violations,
    };
  },
};

function brokenCharacter(where: string, text: string): Violation[] {
  const found = BROKEN.exec(text);
  if (!found) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const before = text.slice(Math.max(0, found.index - 30), found.index);
  return [{ where, message: `has the character U+${code} behind "${printable(before).trim()}"` }];
}

/** The text of a file, and those that it has only in escapes. */
function textsOf(file: string, text: string): string[] {
  const [, ending = ""] = /\.(\w+)$/.exec(file) ?? [];
  if (/^(?:json|jsonld|webmanifest)$/.test(ending)) return [text, ...valuesOf(text, JSON.parse)];
  if (ending === "ndjson") return [text, ...text.split("\n").flatMap((line) => valuesOf(line, JSON.parse))];
  const header = ending === "md" ? /^---\n(.*?\n)---\n/s.exec(text)?.[1] : undefined;
  return header === undefined ? [text] : [text, ...valuesOf(header, parse)];
}

/** Of the structured data. */
function jsonIn(page: BuiltPage): string[] {
  return elementsOf(page, "script")
    .filter(({ attributes }) => attributes["type"]?.endsWith("json"))
    .flatMap(({ text }) => valuesOf(text, JSON.parse));
}

/**
 * The texts in a document; none where nothing is escaped, so that the document has them as they are, nor in one that
 * cannot be read, of which the check of its format tells.
 */
function valuesOf(text: string, parse: (text: string) => unknown): string[] {
  if (!/\\[^"\\/nrt]/.test(text)) return [];
  try {
    return stringsIn(parse(text));
  } catch {
    return [];
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(stringsIn)];
}
