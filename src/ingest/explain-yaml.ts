/** What an editor meant by a line that YAML cannot read, in words about that line, and the change that says it. */
import { type Position, positionAt, type TextEdit } from "./diagnostic.ts";
import { quote, withoutTypographicQuotes } from "./quote.ts";

/** What to say in place of the parser's own words. `at` is given where the slip is not where the parser stopped. */
export interface Advice {
  readonly message: string;
  readonly fix: string;
  readonly at?: Position;
  readonly edit?: TextEdit;
}

/** A field or a list item, with its value. */
interface Entry {
  readonly indent: number;
  readonly valueStart: number;
  /** The part of the value on its first line. */
  readonly value: string;
  /** The value with the lines that continue it. */
  readonly text: string;
}

/** Advice on front matter that the parser gave up at `offset`, or that it read as something else than fields; the likeliest first. */
export function explainYaml(fields: string, offset?: number): Advice[] {
  const lines = toLines(fields);
  const last = offset === undefined ? lines.length - 1 : lines.findLastIndex(({ start }) => start <= offset);
  const shape = explainShape(fields, lines, last);
  const value = offset === undefined ? undefined : explainValue(fields, lines, last);
  return [shape, value].filter((advice) => advice !== undefined);
}

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly text: string;
}

function toLines(fields: string): Line[] {
  let start = 0;
  return fields.split("\n").map((text) => {
    const line = { start, text: text.endsWith("\r") ? text.slice(0, -1) : text };
    start += text.length + 1;
    return line;
  });
}

/** What looks like a space and is none to YAML. */
const ODD = String.raw`[\u00A0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]`;
export const ODD_SPACE = new RegExp(ODD);
const ODD_INDENT = new RegExp(`^ *${ODD}`);
const ODD_AFTER_SIGN = new RegExp(`^(?: *[A-Za-z_][\\w-]*:| *-)(?= *${ODD})`);
const ODD_RUN = new RegExp(`^(?: |${ODD})+`);

/** Opens a block scalar (`|` or `>`), whose text YAML takes as it is. */
const OPENS_BLOCK = /[:-][ \t]+[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;

/** A line that is no field or item, though it looks like one. The parser stops somewhere after it. */
function explainShape(fields: string, lines: readonly Line[], last: number): Advice | undefined {
  // The column of the field or item whose block of lines it is.
  let block: number | undefined;
  for (const [index, { start, text }] of lines.slice(0, last + 1).entries()) {
    const column = text.length - text.replace(/^ +/, "").length;
    if (block !== undefined && (text.trim() === "" || column > block)) continue;
    block = OPENS_BLOCK.test(text) ? column : undefined;
    if (/^ *\t/.test(text) && text.trim() !== "") return explainTabs(fields, lines, index);
    const advice = explainSpace(fields, start, text);
    if (advice) return advice;
    const [field = "", name = "", sign = ""] = /^([A-Za-z_][\w-]*)[ \t]*(：|=|:(?=[^\s:/]))/.exec(text) ?? [];
    if (sign === "") continue;
    const from = start + field.length - 1;
    const isSpaced = text.charAt(field.length) === " ";
    return {
      message:
        sign === ":"
          ? `A space is missing after '${name}:', so the line is no field`
          : `'${sign}' stands after '${name}' in place of a colon, so the line is no field`,
      fix: `Write '${name}: ' and then the value`,
      at: positionAt(fields, from),
      edit: replace(fields, from, sign, isSpaced ? ":" : ": "),
    };
  }
  return explainLoose(fields, lines.slice(0, last + 1));
}

function explainSpace(fields: string, start: number, text: string): Advice | undefined {
  const sign = ODD_AFTER_SIGN.exec(text)?.[0] ?? (ODD_INDENT.test(text) ? "" : undefined);
  if (sign === undefined) return undefined;
  const [run = ""] = ODD_RUN.exec(text.slice(sign.length)) ?? [];
  const odd = run.search(ODD_SPACE);
  return {
    message: `${nameOfSpace(run.charAt(odd))} stands where YAML needs a plain space`,
    fix: "Type a plain space in its place",
    at: positionAt(fields, start + sign.length + odd),
    edit: replace(fields, start + sign.length, run, sign === "" ? " ".repeat(run.length) : " "),
  };
}

/** A line of words at the margin, below a value that was meant to go on. */
function explainLoose(fields: string, lines: readonly Line[]): Advice | undefined {
  const loose = lines.find(
    ({ text }, index) => index > 1 && /^\p{L}/u.test(text) && !hasColon(text) && isWords(lines[index - 1]?.text ?? ""),
  );
  return (
    loose && {
      message: "The line is no field: it has no colon after a name",
      fix: "Indent it by two spaces, so that it goes on with the value above it",
      at: positionAt(fields, loose.start),
    }
  );
}

/** True for a field with a plain value. */
function isWords(text: string): boolean {
  return /^[A-Za-z_][\w-]*:[ \t]+[^\s'"[{>|&*!#]/.test(text);
}

function nameOfSpace(space: string): string {
  if (space === "\u00A0" || space === "\u202F") return "A no-break space";
  if (space === "\u3000") return "A full-width space";
  return /[\u200B\u2060\uFEFF]/.test(space) ? "An invisible character" : "A wide or narrow space";
}

/**
 * Two spaces for each tab, in this line and the tabbed lines after it; no indent at all below a field that already has
 * its value.
 */
function explainTabs(fields: string, lines: readonly Line[], from: number): Advice {
  const next = lines.findIndex(({ text }, index) => index > from && !/^ *\t/.test(text));
  const block = lines.slice(from, next < 0 ? undefined : next);
  const start = lines[from]?.start ?? 0;
  const end = (block.at(-1)?.start ?? start) + (block.at(-1)?.text.length ?? 0);
  const old = fields.slice(start, end);
  const above = lines.slice(0, from).findLast(({ text }) => text.trim() !== "")?.text ?? "";
  const level = /^[ -]|:[ \t]*(?:[|>].*|#.*)?$/.test(above) ? "  " : "";
  return {
    message: "The line is indented with a tab",
    fix: "Indent with spaces, two for each level",
    at: positionAt(fields, start + old.indexOf("\t")),
    edit: replace(
      fields,
      start,
      old,
      old.replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", level)),
    ),
  };
}

/** What cannot begin a value, or means something else there. */
const SIGNS: Readonly<Record<string, string>> = {
  "@": "cannot begin a value in YAML without quotes",
  "`": "cannot begin a value in YAML without quotes",
  "%": "cannot begin a value in YAML without quotes",
  ",": "cannot begin a value in YAML without quotes",
  "]": "cannot begin a value in YAML without quotes",
  "}": "cannot begin a value in YAML without quotes",
  "[": "begins a list in YAML",
  "{": "begins a set of fields in YAML",
  ">": "begins a block of lines in YAML, and text follows it on the same line",
  "|": "begins a block of lines in YAML, and text follows it on the same line",
  "-": "begins a list item in YAML, which cannot stand behind a field's name",
  "?": "begins a key in YAML",
  "*": "begins an alias in YAML",
  "&": "begins an anchor in YAML",
  "!": "begins a tag in YAML",
};

const QUOTE_FIX = "Put the whole value in quotes";

/** A comment in which a template says what is missing. */
export const TEMPLATE_MARK = /#\s*TODO\b/;

/** Without the mark of a template behind it, which is no part of any value. */
function withoutTemplateMark(entry: Entry): Entry {
  const { index: end = 0 } = TEMPLATE_MARK.exec(entry.text) ?? {};
  if (!/^[ \t]$/.test(entry.text.charAt(end - 1)) || entry.text.includes("\n", end)) return entry;
  return { ...entry, text: entry.text.slice(0, end).trimEnd(), value: entry.value.slice(0, end).trimEnd() };
}

function explainValue(fields: string, lines: readonly Line[], last: number): Advice | undefined {
  const found = findEntry(fields, lines, last);
  if (!found) return undefined;
  const entry = withoutTemplateMark(found);
  const { valueStart, value, text } = entry;
  // Whether ' #' begins a comment or belongs to the text, a person knows.
  const isClear = !hasField(text) && !/[ \t]#/.test(text);
  const whole = (message: string, content = text): Advice => ({
    message,
    fix: isShort(text) ? `${QUOTE_FIX}: ${quote(content)}` : QUOTE_FIX,
    ...(isClear && { edit: replace(fields, valueStart, text, quote(content)) }),
  });
  const first = value.charAt(0);
  if (first === "'" || first === '"') return explainQuoted(fields, entry, whole);
  if (first === "[" || first === "{") {
    if (/[ \t]#/.test(value)) {
      return {
        message: "What follows ' #' is a comment, which hides the end of the list",
        fix: "Put the item that holds it in quotes",
      };
    }
    const close = value.lastIndexOf(first === "[" ? "]" : "}");
    if (close < 0) return undefined;
    if (close === value.length - 1 && !value.startsWith("{{")) return undefined;
  }
  if ((first === ">" || first === "|") && /^[>|][-+\d]{0,2}[ \t]*(?:#.*)?$/.test(value)) return undefined;
  if ((first === "-" || first === "?") && !/^[-?](?:\s|$)/.test(value)) return explainColon(value, whole);
  // An alias or anchor alone may be meant as one.
  if ((first === "*" || first === "&") && !/\s/.test(value)) return undefined;
  if (Object.hasOwn(SIGNS, first)) return whole(`'${first}' ${SIGNS[first]}`);
  const inner = withoutTypographicQuotes(text);
  if (inner !== undefined) {
    return whole("The quotes around the value are typographic, which are text to YAML", inner);
  }
  return explainColon(text, whole) ?? explainComment(text);
}

/** A comment within a value that goes on in the next line, where YAML expects another field. */
function explainComment(text: string): Advice | undefined {
  if (!/[ \t]#[^\n]*\n/.test(text)) return undefined;
  return { message: "What follows ' #' is a comment, which ends the value", fix: QUOTE_FIX };
}

function explainColon(text: string, whole: (message: string) => Advice): Advice | undefined {
  if (hasField(text)) {
    return {
      message: "The line is indented, so it goes on with the value above it",
      fix: "Begin the field at the margin, or put the whole value in quotes",
    };
  }
  return hasColon(text) ? whole("A colon in a value begins another field, unless the value is in quotes") : undefined;
}

/**
 * The inside of `"A" and "B"`: between its outer quotes, one quote closes and another opens. Apostrophes within words
 * do not count.
 */
const BETWEEN_QUOTES: Readonly<Record<string, RegExp>> = {
  "'": /^[^']*[^\s']'(?![\p{L}\p{N}']).*(?<![\p{L}\p{N}'])'[^\s'][^']*$/u,
  '"': /^[^"]*[^\s"]"(?![\p{L}\p{N}"]).*(?<![\p{L}\p{N}"])"[^\s"][^"]*$/u,
};
const APOSTROPHE = /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu;

/** `whole` puts all of the value into new quotes. */
function explainQuoted(
  fields: string,
  { valueStart, value, text }: Entry,
  whole: (message: string) => Advice,
): Advice | undefined {
  const sign = value.charAt(0);
  const name = sign === "'" ? "single" : "double";
  const inner = value.slice(1, -1);
  const isAlone = text === value;
  if (sign === '"' && value.indexOf("\\") > 0) {
    return {
      message: "A backslash in double quotes begins an escape, and this is none",
      fix: "Use single quotes, or write the backslash twice",
    };
  }
  if (isAlone && BETWEEN_QUOTES[sign]?.test(inner.replace(APOSTROPHE, "")))
    return whole("Text follows the closing quote");
  if (value.length > 1 && value.endsWith(sign) && inner.replaceAll("''", "").includes(sign)) {
    return {
      message: `A ${name} quote stands within ${name} quotes and ends the value`,
      fix: sign === "'" ? "Write it twice: ''" : "Put the whole value in single quotes",
      ...(isAlone && { edit: replace(fields, valueStart, value, quote(inner.replaceAll("''", "'"))) }),
    };
  }
  const close = value.indexOf(sign, 1);
  if (close > 0 && isAlone) return whole("Text follows the closing quote");
  if (close > 0) return undefined;
  return {
    message: `The ${name} quote is never closed`,
    fix: "Close it, or put a value that begins with this sign in quotes",
    at: positionAt(fields, valueStart),
  };
}

/** What fits into a message. */
function isShort(text: string): boolean {
  return text.length <= 100 && !text.includes("\n");
}

function hasColon(text: string): boolean {
  return /:(?:\s|$)/.test(text);
}

/** True where a line after the first looks like a field of its own that was indented by mistake. */
function hasField(text: string): boolean {
  return /\n[ \t]*[A-Za-z_][\w-]*:(?:\s|$)/.test(text);
}

/** The field or item whose value the parser was reading. */
function findEntry(fields: string, lines: readonly Line[], last: number): Entry | undefined {
  for (let index = last; index >= 0; index -= 1) {
    const entry = toEntry(fields, lines, index);
    if (entry) return findParent(fields, lines, index, entry.indent) ?? entry;
  }
  return undefined;
}

/** The field above whose plain value the line goes on with, though it looks like a field itself. */
function findParent(fields: string, lines: readonly Line[], index: number, indent: number): Entry | undefined {
  for (let above = index - 1; above >= 0; above -= 1) {
    const entry = toEntry(fields, lines, above);
    if (!entry || entry.indent >= indent) continue;
    const isPlain = /^[^\s'"[{>|&*!#]/.test(entry.value);
    return isPlain && entry.text.length > entry.value.length ? entry : undefined;
  }
  return undefined;
}

function toEntry(fields: string, lines: readonly Line[], index: number): Entry | undefined {
  const { start = 0, text = "" } = lines[index] ?? {};
  const [indent = ""] = /^ */.exec(text) ?? [];
  const [dashes = ""] = /^(?:- +)+/.exec(text.slice(indent.length)) ?? [];
  const content = text.slice(indent.length + dashes.length);
  const [key = ""] = /^[A-Za-z_][\w.-]*[ \t]*:(?:[ \t]+|$)/.exec(content) ?? [];
  const isItem = dashes !== "";
  if (!isItem && key === "") return undefined;
  const next = lines[index + 1];
  const isFollowed = next !== undefined && isDeeper(next.text, indent.length + 1);
  // `- HL7: FHIR: R4` is one text, unless more fields of the item follow.
  const isText = isItem && !isFollowed && hasColon(content.slice(key.length));
  const skipped = indent.length + dashes.length + (isText ? 0 : key.length);
  const value = text.slice(skipped).trimEnd();
  const valueStart = start + skipped;
  const isContinued = value !== "" && isFollowed && (!isItem || key === "");
  const end = isContinued ? endOfBlock(lines, index, indent.length + 1) : valueStart + value.length;
  return { indent: indent.length, valueStart, value, text: fields.slice(valueStart, end) };
}

/** Where the run of lines after `index` ends that are indented to this column or further. */
function endOfBlock(lines: readonly Line[], index: number, column: number): number {
  let end = 0;
  for (let next = index + 1; next < lines.length; next += 1) {
    const { start, text } = lines[next] as Line;
    if (text.trim() === "") continue;
    if (!isDeeper(text, column)) break;
    end = start + text.trimEnd().length;
  }
  return end;
}

/** True for a line with words at this column or after it, and no list item. */
function isDeeper(text: string, column: number): boolean {
  return text.trim() !== "" && text.slice(0, column).trim() === "" && !/^ *- /.test(text);
}

function replace(fields: string, start: number, old: string, text: string): TextEdit {
  return { at: positionAt(fields, start), old, text };
}
