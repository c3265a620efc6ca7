/** Characters that no page, feed or table may hold: control and replacement characters, halves of surrogate pairs and noncharacters. */
import { type Problem, positionAt, type TextEdit } from "./diagnostic.ts";

const CONTROL = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]--[\t\n\r]]/v;
const REPLACEMENT = 0xfffd;
const LAST = 0x10ffff;
/** References, and what begins and ends code: a line of backticks or tildes, a backtick, the end of a line. */
const REFERENCE_OR_CODE = /&#(?:[xX]0*([\da-fA-F]{1,6})|0*(\d{1,7}));?|^ {0,3}(```|~~~).*|[`\n]/gm;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|.)/gs;
const NAMED_ESCAPES: Readonly<Record<string, number>> = {
  "\\0": 0,
  "\\a": 7,
  "\\b": 8,
  "\\v": 11,
  "\\f": 12,
  "\\e": 27,
  "\\N": 0x85,
};

/** A control character as it is written in a file. */
interface Found {
  readonly index: number;
  readonly written: string;
  readonly code: number;
}

/** What is wrong with a file that holds such characters as they are, or as HTML in its body; `body` is where that begins. */
export function findControlCharacters(text: string, body: number): Problem | undefined {
  const found = findIn(text, body);
  return found.length > 0 ? toProblem(text, found) : undefined;
}

/** The same for the HTML in a value of Markdown; positions are those in the value. */
export function findControlReferences(markdown: string): (Problem & { readonly written: string }) | undefined {
  const found = markdown.includes("&#") ? referencesIn(markdown, 0) : [];
  return found[0] && { ...toProblem(markdown, found), written: found[0].written };
}

/**
 * The text as a file may hold it: bytes of Windows-1252 become the characters that they stand for, the rest is left
 * out. Each kind of change is listed once.
 */
export function replaceControlCharacters(text: string): { readonly text: string; readonly changes: readonly string[] } {
  const raw = rawIn(text).map((one) => ({ ...one, character: fromWindows(one.code) ?? "" }));
  let rewritten = rewrite(text, raw, 0, text.length);
  const all: Found[] = [...raw];
  // Repeated, since a space may turn a line into a fence, and what was code into text.
  for (let found = referencesIn(rewritten, 0); found.length > 0; found = referencesIn(rewritten, 0)) {
    // A space, since what stands on both sides of a reference could form another one.
    const replaced = found.map((one) => ({ ...one, character: fromWindows(one.code) ?? " " }));
    rewritten = rewrite(rewritten, replaced, 0, rewritten.length);
    all.push(...found);
  }
  const changes = all.map(({ code }) => {
    const character = fromWindows(code);
    return `${nameOf(code)} ${character === undefined ? "was left out" : `became '${character}'`}`;
  });
  return { text: rewritten, changes: [...new Set(changes)] };
}

/** The same for the escapes of a double-quoted value, which lies between two offsets of the front matter. */
export function findControlEscapes(fields: string, start: number, end: number): Problem | undefined {
  const found = escapesIn(fields.slice(start, end)).map((one) => ({ ...one, index: start + one.index }));
  return found.length > 0 ? toProblem(fields, found) : undefined;
}

/** As they are, and as HTML from `body` on. */
function findIn(text: string, body: number): Found[] {
  return [
    ...(CONTROL.test(text) ? rawIn(text) : []),
    ...(text.includes("&#", body) ? referencesIn(text, body) : []),
  ].sort((a, b) => a.index - b.index);
}

function rawIn(text: string): Found[] {
  return Array.from(text.matchAll(new RegExp(CONTROL, "gv")), ({ index, 0: written }) => ({
    index,
    written,
    code: written.codePointAt(0) ?? 0,
  }));
}

function referencesIn(text: string, body: number): Found[] {
  const found: Found[] = [];
  // Markdown shows a reference in fenced code, and behind an odd number of backticks of its line, as it is written.
  let fence: string | undefined;
  let isInCode = false;
  for (const { index, 0: written, 1: hex, 2: decimal, 3: sign } of text.slice(body).matchAll(REFERENCE_OR_CODE)) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (sign) fence = fence === undefined ? sign : fence === sign ? undefined : fence;
    else if (fence !== undefined) continue;
    else if (written === "`" || written === "\n") isInCode = written === "`" && !isInCode;
    else if (!isInCode && code !== 12 && isControl(code)) found.push({ index: body + index, written, code });
  }
  return found;
}

function escapesIn(source: string): Found[] {
  const escapes = Array.from(source.matchAll(ESCAPE), ({ index, 0: written, 1: x, 2: u, 3: long }) => {
    const hex = x ?? u ?? long;
    return { index, written, code: hex ? Number.parseInt(hex, 16) : (NAMED_ESCAPES[written] ?? 32) };
  });
  return escapes.filter(({ index, written, code }, position) => {
    const [before, after] = [escapes[position - 1], escapes[position + 1]];
    // Two halves that meet are one character.
    const isFirst = isHigh(code) && after?.index === index + written.length && isLow(after.code);
    const isSecond = isLow(code) && before && before.index + before.written.length === index && isHigh(before.code);
    return isControl(code) && !isFirst && !isSecond;
  });
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

function isControl(code: number): boolean {
  return code > LAST || CONTROL.test(String.fromCodePoint(code));
}

/** Describes the first one; the edit replaces all that come from Windows-1252, and leaves the others. */
function toProblem(text: string, found: readonly Found[]): Problem {
  const [first] = found as [Found];
  const meant = found.flatMap((one) => {
    const character = fromWindows(one.code);
    return character === undefined ? [] : [{ ...one, character }];
  });
  const more = found.length > 1 ? `, and ${found.length - 1} more of this kind` : "";
  const character = fromWindows(first.code);
  const reason =
    first.code === REPLACEMENT
      ? ": it was read in the wrong encoding before it was saved, and characters are lost"
      : "";
  const advice =
    first.code === REPLACEMENT
      ? "Write the character that stood there, as the source has it"
      : "Remove it, or write the character that is meant";
  return {
    rule: "control-character",
    message: `The text has ${describe(first.code)}${character ? `, which is '${character}' in Windows-1252` : ""}${more}${reason}`,
    fix: character ? `Write '${character}'` : advice,
    at: positionAt(text, first.index),
    ...(meant.length > 0 && { edit: toEdit(text, meant) }),
  };
}

function toEdit(text: string, meant: readonly Replaced[]): TextEdit {
  const [first, last] = [meant[0], meant.at(-1)] as [Replaced, Replaced];
  const [start, end] = [first.index, last.index + last.written.length];
  return { at: positionAt(text, start), old: text.slice(start, end), text: rewrite(text, meant, start, end) };
}

interface Replaced extends Found {
  readonly character: string;
}

/** The text from `start` to `end`, with the characters in place of what was found, in its order. */
function rewrite(text: string, found: readonly Replaced[], start: number, end: number): string {
  let rewritten = "";
  let from = start;
  for (const { index, written, character } of found) {
    rewritten += text.slice(from, index) + character;
    from = index + written.length;
  }
  return rewritten + text.slice(from, end);
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function describe(code: number): string {
  const name = nameOf(code);
  if (isHigh(code) || isLow(code)) return `half of a surrogate pair, ${name}`;
  if (code === REPLACEMENT) return `the replacement character ${name}`;
  if (code > LAST) return `the number ${name}, which is no character`;
  return `the ${code <= 0x9f ? "control character" : "noncharacter"} ${name}`;
}

/** The character that a byte of Windows-1252 stands for, where a program took it for a code of Unicode. */
function fromWindows(code: number): string | undefined {
  if (code < 0x80 || code > 0x9f) return undefined;
  const character = new TextDecoder("windows-1252").decode(Uint8Array.of(code));
  return isControl(character.codePointAt(0) ?? 0) ? undefined : character;
}
