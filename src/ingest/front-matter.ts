/** The only parser of front matter: bytes in, data and body or diagnostics out; no file system and no domain. */
import matter from "gray-matter";
import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import { findControlCharacters, findControlEscapes } from "./control-characters.ts";
import { type Diagnostic, type Position, type Problem, positionAt, replaceText, type TextEdit } from "./diagnostic.ts";
import { type Advice, explainYaml, ODD_SPACE } from "./explain-yaml.ts";
import { decodeUtf8 } from "./read-content.ts";

/** Ten times the largest import seen, in bytes. */
export const MAX_FRONT_MATTER = 64 * 1024;

/** Blank lines in a row. */
export const MAX_BLANK_LINES = 100;
const LONG_SPACE = new RegExp(`\\s{${MAX_BLANK_LINES}}`);

/** A content file taken apart: what an editor wrote, before any field has a meaning. */
export interface ContentFile {
  /** Path from the content root, with `/`. */
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The text of the fields, from right after the opening `---`: what was typed. */
  readonly fields: string;
  /** What the parser found in `fields`, with offsets in it. */
  readonly events: readonly Event[];
  readonly body: string;
  /** The line of the file in which the body begins. */
  readonly bodyLine: number;
}

export type ParseResult =
  | { readonly ok: true; readonly value: ContentFile }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Parses one content file. Never throws, whatever is in it. */
export function parseContentFile(content: Uint8Array | string, file: string): ParseResult {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const text = decodeUtf8(bytes);
  const problem = text === undefined ? badEncoding(bytes) : checkFrame(text);
  if (text === undefined || problem) return { ok: false, diagnostics: toDiagnostics(file, problem) };
  const { fields, body } = splitFrontMatter(text);
  const clean = withoutMark(text);
  const control = findControlCharacters(clean, clean.length - body.length);
  if (control) return { ok: false, diagnostics: toDiagnostics(file, control) };
  try {
    const bodyLine = positionAt(text, text.length - body.length).line;
    return { ok: true, value: { file, ...parseYaml(fields), fields, body, bodyLine } };
  } catch (error) {
    return { ok: false, diagnostics: toDiagnostics(file, toProblem(error, fields)) };
  }
}

/**
 * The fields and the body of a text, both as they are written. `fields` begins
 * right after the opening `---`, so that lines count from the first line of the
 * file. Throws for a text that declares a language.
 */
export function splitFrontMatter(text: string): { readonly fields: string; readonly body: string } {
  if (DECLARED_LANGUAGE.test(text)) refuse();
  const { matter: fields, content: body } = matter({ content: text }, OPTIONS);
  return { fields, body };
}

/** A word behind the opening hyphens, which chooses an engine of gray-matter. */
const DECLARED_LANGUAGE = /^\uFEFF?---(?!-)[^\n]*\S/;

/**
 * gray-matter evaluates `---js` and `---javascript` unless that engine is
 * replaced; `js: false` leaves it in place, under its other name. The fields
 * are parsed later, with their positions, so the engine for YAML is empty. Options
 * are always given: without them gray-matter caches every text for ever.
 * https://github.com/jonschlinkert/gray-matter/blob/4.0.3/lib/engine.js
 * https://github.com/jonschlinkert/gray-matter/blob/4.0.3/index.js#L35-L47
 */
const OPTIONS = { engines: { yaml: () => ({}), javascript: refuse, json: refuse } };

function refuse(): never {
  throw new TypeError("Front matter is read as YAML alone");
}

class FrontMatterError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Under the core schema an unquoted `2021-10-14` stays text. `source` begins with the rest of the opening line. */
function parseYaml(source: string): Pick<ContentFile, "data" | "events"> {
  const events = parseEvents(source, {});
  const reference = events.find(isReference);
  if (reference) throw new FrontMatterError(referenceProblem(reference, source));
  if (source.includes("\\")) refuseControlEscapes(events, source);
  const documents = constructFromEvents(events, { source, schema: CORE_SCHEMA, maxAliases: 0 });
  const [data] = documents;
  if ((data ?? null) === null && source.split("\n").every((line) => /^\s*(?:#|$)/.test(line)))
    return { data: {}, events };
  const isSet = documents.length === 1 && data !== null && typeof data === "object" && !Array.isArray(data);
  if (!isSet || (ODD_SPACE.test(source) && hasOddKey(data))) {
    throw new FrontMatterError({
      rule: "yaml-syntax",
      message: "The front matter is not a set of fields",
      fix: "Write one 'field: value' a line",
      at: { line: 2, column: 1 },
    });
  }
  return { data: data as ContentFile["data"], events };
}

/** True where a space that is none to YAML became part of a name. */
function hasOddKey(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  const isOdd = (key: string) => ODD_SPACE.test(/^-?./u.exec(key)?.[0] ?? "");
  return Object.entries(value).some(([key, inner]) => isOdd(key) || hasOddKey(inner));
}

function refuseControlEscapes(events: readonly Event[], source: string): void {
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) continue;
    const problem = findControlEscapes(source, event.valueStart, event.valueEnd);
    if (problem) throw new FrontMatterError(problem);
  }
}

/** In the words of an editor where the slip is a known one, else in those of the parser. */
function toProblem(error: unknown, fields: string): Problem {
  if (error instanceof FrontMatterError) {
    return error.problem.rule === "yaml-syntax"
      ? withAdvice(error.problem, explainYaml(fields), fields)
      : error.problem;
  }
  if (!(error instanceof YAMLException)) throw error;
  const { reason, mark } = error;
  const at = { line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  if (reason === "duplicated mapping key") {
    return {
      rule: "yaml-syntax",
      message: `The front matter is not valid YAML: ${reason}`,
      fix: "Keep one of the two fields of that name",
      at,
    };
  }
  const problem = {
    rule: "yaml-syntax",
    message: `The front matter is not valid YAML: ${reason}`,
    fix: "Correct the YAML; put a value that holds ': ' or ' #' in quotes",
    at,
  };
  return withAdvice(problem, explainYaml(fields, offsetOf(reason, mark?.position ?? 0, fields)), fields);
}

/** Where the value begins that the parser gave up on; it reports two kinds of fault only after the value. */
function offsetOf(reason: string, position: number, fields: string): number {
  if (reason === "deficient indentation") return Math.max(0, position - 1);
  const braces = reason.includes("complex keys") ? fields.indexOf("{{") : -1;
  return braces < 0 ? position : braces;
}

/**
 * The problem in the words of the first advice whose edit takes the parser further, with that edit; otherwise in those
 * of the last, without an edit.
 */
function withAdvice(problem: Problem, advice: readonly Advice[], fields: string): Problem {
  const good = advice.find(({ edit }) => edit && leadsFurther(fields, edit, problem));
  if (good) return { ...problem, ...good };
  const { edit: _, ...words } = advice.at(-1) ?? {};
  return { ...problem, ...words };
}

/** True if the edited text parses, or fails only after both the edit and the place where it failed before. */
function leadsFurther(fields: string, edit: TextEdit, { at: old }: Problem): boolean {
  const next = findProblem(replaceText(fields, edit) ?? "")?.at;
  if (next === undefined) return true;
  const isAfter = next.line > old.line || (next.line === old.line && next.column > old.column);
  return isAfter && next.line >= edit.at.line + edit.text.split("\n").length;
}

function findProblem(fields: string): { readonly at: Position } | undefined {
  try {
    parseYaml(fields);
    return undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return error.problem;
    if (!(error instanceof YAMLException)) throw error;
    return { at: { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 } };
  }
}

/** Anchors, aliases and tags: an alias bomb parses in a millisecond and explodes when it is written out. */
function isReference(event: Event): boolean {
  if (event.type === EVENT_ID.ALIAS) return true;
  return "anchorStart" in event && (event.anchorStart >= 0 || event.tagStart >= 0);
}

function referenceProblem(event: Event, source: string): Problem {
  if (!("anchorStart" in event)) throw new TypeError("not a reference");
  const isTag = event.type !== EVENT_ID.ALIAS && event.tagStart >= 0;
  const start = isTag ? event.tagStart : event.anchorStart;
  const end = isTag ? event.tagEnd : event.anchorEnd;
  const kind = isTag ? "tag" : event.type === EVENT_ID.ALIAS ? "alias" : "anchor";
  // The offset of an anchor or alias is that of its name, after the `&` or `*`.
  const from = isTag || /[&*]/.test(source.charAt(start)) ? start : start - 1;
  return {
    rule: "yaml-reference",
    message: `The front matter has the YAML ${kind} '${source.slice(from, end)}'`,
    fix: isTag
      ? "Remove the tag: each field already has its type; put text that begins with '!' in quotes"
      : "Write the value out in each place; put text that begins with '&' or '*' in quotes",
    at: positionAt(source, from),
  };
}

/** What is wrong with the lines that enclose the fields, before anything in between is parsed. */
export function checkFrame(text: string): Problem | undefined {
  const clean = withoutMark(text);
  // Up to the line feed, as editors show it: a lone carriage return would hide fields or a language in this line.
  const firstLine = /^[^\n]*/.exec(clean)?.[0].trimEnd() ?? "";
  const start = { line: 1, column: 1 };
  if (!firstLine.startsWith("---") || firstLine.startsWith("----")) {
    return {
      rule: "front-matter-missing",
      message: describeOpening(firstLine, clean),
      fix: "Begin the file with a line '---', the fields, and another line '---'",
      at: start,
    };
  }
  if (firstLine.includes("\r")) {
    return {
      rule: "line-ends",
      message: "The first line ends with a carriage return alone",
      fix: "Save the file with the line ends LF or CRLF",
      at: start,
    };
  }
  const language = firstLine.slice(3).trim();
  if (language !== "") {
    return {
      rule: "front-matter-language",
      message: `The front matter is declared as '${language.slice(0, 40)}'; only YAML is read, and nothing in a content file is executed`,
      fix: "Make the first line '---' and write the fields as YAML",
      at: { line: 1, column: 4 },
    };
  }
  const end = clean.indexOf("\n---", firstLine.length);
  const closing = end < 0 ? undefined : /^[^\r\n]*/.exec(clean.slice(end + 1))?.[0].trimEnd();
  const other = findOtherClosing(clean, closing === "---" ? end + 1 : clean.length);
  if (closing !== "---" || other?.line === "...") {
    const written = other?.line ?? closing;
    const from = other?.start ?? end + 1;
    return {
      rule: "front-matter-unterminated",
      message: written
        ? `The front matter is closed by '${written.slice(0, 40)}' instead of '---'`
        : "The front matter is never closed",
      fix: written ? "Write '---' in its place" : "Put a line '---' after the last field",
      at: written ? positionAt(clean, from) : start,
      ...(written === "..." && { edit: { at: positionAt(clean, from), old: written, text: "---" } }),
    };
  }
  const size = Buffer.byteLength(clean.slice(firstLine.length, end + 1));
  if (size > MAX_FRONT_MATTER) {
    return {
      rule: "front-matter-too-long",
      message: `The front matter has ${size} bytes; at most ${MAX_FRONT_MATTER} are read`,
      fix: "Move long text into the body, below the closing '---'",
      at: start,
    };
  }
  const fields = clean.slice(firstLine.length, end);
  if (fields.trim() === "") {
    return {
      rule: "front-matter-missing",
      message: "The front matter has no fields",
      fix: "Write the fields between the two lines '---'",
      at: start,
    };
  }
  const blankLines = longestBlankRun(fields);
  if (blankLines > MAX_BLANK_LINES) {
    return {
      rule: "front-matter-too-long",
      message: `The front matter has ${blankLines} blank lines in a row; at most ${MAX_BLANK_LINES} are read`,
      fix: "Remove the blank lines",
      at: start,
    };
  }
  return undefined;
}

/** What the file begins with in place of front matter. */
function describeOpening(firstLine: string, text: string): string {
  if (firstLine.startsWith("+++")) return "The front matter is TOML, and only YAML is read";
  if (/^(?:\{|;;;)/.test(firstLine)) return "The front matter is JSON, and only YAML is read";
  if (/^(?:-{4,}|--?|[\u2010-\u2015\u2212-]+)$/.test(firstLine)) {
    return `The front matter begins with '${firstLine.slice(0, 40)}' instead of '---'`;
  }
  if (/^\s+---\s/.test(text)) return "Spaces or blank lines stand before the front matter";
  return "The file does not begin with front matter";
}

/** The first line before `limit` that closes front matter elsewhere: in YAML, in TOML, or as a word processor writes hyphens. */
function findOtherClosing(text: string, limit: number): { readonly line: string; readonly start: number } | undefined {
  const pattern =
    /^(?:\.\.\.|\+\+\+|[\u2010-\u2015\u2212-]*[\u2010-\u2015\u2212][\u2010-\u2015\u2212-]*|-{4,})(?=[ \t]*\r?$)/gm;
  pattern.lastIndex = text.indexOf("\n");
  const found = pattern.exec(text);
  return found && found.index < limit ? { line: found[0], start: found.index } : undefined;
}

/**
 * gray-matter's pattern for comments, `/^\s*#[^\n]+/gm`, starts over at each line of a run of blank lines, which takes
 * quadratic time. Counts the line ends at which `^` matches.
 * https://github.com/jonschlinkert/gray-matter/blob/4.0.3/index.js#L101
 */
function longestBlankRun(fields: string): number {
  // Nearly no file has so much white space in a row; this is cheaper than to split every run of every file.
  if (!LONG_SPACE.test(fields)) return 0;
  const runs = Array.from(fields.matchAll(/\s+/g), ([run]) => run.replaceAll("\r\n", "\n").split(/[\n\r\u2028\u2029]/));
  return Math.max(0, ...runs.map((lines) => lines.length - 2));
}

function badEncoding(bytes: Uint8Array): Problem {
  const readable = new TextDecoder("utf-8").decode(bytes);
  return {
    rule: "encoding",
    message: "The file is not valid UTF-8",
    fix: "Save the file as UTF-8",
    at: positionAt(readable, Math.max(0, readable.indexOf("\uFFFD"))),
  };
}

/** The text without the byte order mark that an editor may have put before it; it takes no column. */
function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function toDiagnostics(file: string, problem: Problem | undefined): readonly Diagnostic[] {
  return problem ? [{ severity: "error", file, path: [], ...problem }] : [];
}
