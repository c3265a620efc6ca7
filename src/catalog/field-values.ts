/** What is wrong with the values of fields: what their schema refuses, and what YAML read otherwise than it was typed. */
import type { z } from "zod";
import { type Diagnostic, type FieldPath, positionAt, valueAt } from "../ingest/diagnostic.ts";
import { TEMPLATE_MARK } from "../ingest/explain-yaml.ts";
import type { ContentFile } from "../ingest/front-matter.ts";
import { quote, withoutTypographicQuotes } from "../ingest/quote.ts";
import { type TypedValue, typedValuesOf } from "../ingest/typed-values.ts";
import { dropBlank } from "../lib/drop-blank.ts";
import { invisibleIn, withoutInvisible } from "../lib/invisible.ts";
import { onlySlip } from "../lib/nearest.ts";
import { isPartialDate } from "../lib/partial-date.ts";
import { printableLine } from "../lib/printable.ts";
import { cutSlug, isSlug, slugify } from "../lib/slugify.ts";
import { SLUG_SHAPE, TOPIC_SHAPE, UNSEEN } from "../schemas/fields.ts";
import { COPIED_FIELDS, DERIVED_FIELDS } from "./contradictions.ts";

/** The fields of an entity by name. */
type Shape = Readonly<Record<string, z.ZodType>>;

/** What a diagnostic says of a value, without its place. */
type Words = Pick<Diagnostic, "message" | "fix" | "edit">;

/** `issues` are those of the whole schema. */
export function* diagnoseValues(
  file: ContentFile,
  shape: Shape,
  issues: readonly z.core.$ZodIssue[],
): Generator<Diagnostic> {
  const eaten = [...eatenTexts(file, shape)];
  yield* eaten;
  const isTold = (path: FieldPath) => eaten.some((one) => path.every((part, index) => part === one.path[index]));
  for (const issue of issues) {
    const violation = deepest(issue);
    if (!isTold(violation.path)) yield diagnoseViolation(file, shape, violation);
  }
}

/** Fields where a ` #` is likelier a part of the text than a comment behind a name. */
const SENTENCES: ReadonlySet<string | number | undefined> = new Set([
  "title",
  "summary",
  "description",
  "note",
  "statusNote",
  "insights",
  "insights_description",
  "alt",
]);

const isSentence = (path: FieldPath) => SENTENCES.has(path.at(-1));

/** Imported fields that no page shows: if YAML takes part of one for a comment, nothing is lost. */
const UNPUBLISHED: ReadonlySet<string | number | undefined> = new Set([
  ...[...DERIVED_FIELDS, ...COPIED_FIELDS].map(({ path }) => path[0]),
  "htmlMetaData",
  "lastMod",
  "mdName",
  "openGraphMetaData",
  "status",
  "twitterMetaData",
]);

const isUnpublished = ([name, part]: FieldPath) =>
  UNPUBLISHED.has(name) || (name === "link" && (part === "original" || part === "brand"));

/** No file's name has a space before a hash: what follows is a comment indeed. */
const FILES: ReadonlySet<string | number | undefined> = new Set(["featuredImage", "featuredPdf", "favIconImage"]);
const isFileName = ([name, part]: FieldPath) => FILES.has(name) && part !== "alt";

const HAS_COMMENT = /(?:^|[ \t])#/m;

/** Text that YAML takes for a comment: what follows ` #` in a field of free text, or `#` at the beginning of one. */
function* eatenTexts(content: ContentFile, shape: Shape): Generator<Diagnostic> {
  const { file, data, fields } = content;
  if (!HAS_COMMENT.test(fields)) return;
  const values = dropBlank(data);
  for (const { path, comment, start, isBlank } of typedValuesOf(content)) {
    // Skips file names, which a real comment follows, and fields that no page shows.
    if (!comment || isFileName(path) || isUnpublished(path)) continue;
    const from = isBlank ? comment.start : start;
    const text = fields.slice(from, comment.end);
    // `summary: # to do` is an empty field.
    if ((isBlank && !/^#[^\s#]/.test(text)) || !takesText(shape, values, path, text)) continue;
    // A template marks with it what is missing.
    const isMark = TEMPLATE_MARK.test(fields.slice(comment.start, comment.end));
    yield {
      severity: "error",
      rule: "yaml-comment",
      file,
      path,
      at: positionAt(fields, comment.start),
      message: `YAML takes '${printableLine(fields.slice(comment.start, comment.end), 60)}' for a comment, which is left out`,
      fix: isMark ? "Remove the comment" : "Put the whole value in quotes, or the comment on a line of its own",
      ...(!isMark && isSentence(path) && { edit: { at: positionAt(fields, from), old: text, text: quote(text) } }),
    };
  }
}

/** True if the text is no address, and the field takes it but no number: a field of free text. */
function takesText(shape: Shape, values: unknown, path: FieldPath, text: string): boolean {
  return !/^https?:/i.test(text) && takes(shape, values, path, text) && !takes(shape, values, path, 7);
}

/** True where the schema has nothing to say of the field at the path with this value in it, as the one item of each list. */
function takes(shape: Shape, values: unknown, [name = "", ...path]: FieldPath, value: unknown): boolean {
  const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
  if (!schema) return false;
  const result = schema.safeParse(withValue(valueAt(values, [name]), path, value));
  if (result.success) return true;
  // Another value of the same field may be wrong too.
  return result.error.issues
    .map(deepest)
    .every((one) => one.path.some((part, index) => index < path.length && part !== alone(path[index])));
}

const alone = (part: FieldPath[number] | undefined) => (typeof part === "number" ? 0 : part);

function withValue(holder: unknown, [part, ...rest]: FieldPath, value: unknown): unknown {
  if (part === undefined) return value;
  if (typeof part === "number") {
    // The item alone: in a list of thousands, each item would otherwise be tried along with all the others.
    return [withValue(valueAt(holder, [part]), rest, value)];
  }
  return { ...(holder as object), [part]: withValue(valueAt(holder, [part]), rest, value) };
}

interface Violation {
  readonly path: FieldPath;
  readonly message: string;
  /** The values that fit, where they are a closed list. */
  readonly choices: readonly string[];
}

/** The issue of a union that a person should read: that of the variant that got furthest into the value, if any did. */
function deepest(issue: z.core.$ZodIssue): Violation {
  const { message } = issue;
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const choices = issue.code === "invalid_value" ? issue.values.map(String) : [];
  if (issue.code !== "invalid_union") return { path, message, choices };
  const inner = issue.errors
    .flat()
    .map((one) => ({ code: one.code, ...deepest(one) }))
    .filter((one) => one.path.length > 0 || !WRONG_VARIANT.has(one.code) || one.choices.length > 1)
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (!inner) return { path, message, choices };
  return { path: [...path, ...inner.path], message: inner.message, choices: inner.choices };
}

/** At the value itself these mean that another variant was meant, unless a closed list tells what could be. */
const WRONG_VARIANT: ReadonlySet<string> = new Set(["invalid_type", "invalid_value", "invalid_union"]);

function diagnoseViolation(content: ContentFile, shape: Shape, violation: Violation): Diagnostic {
  const { file, data } = content;
  const { path } = violation;
  const diagnostic = { severity: "error", rule: "field-value", file, path } as const;
  const value = valueAt(dropBlank(data), path);
  if (value === undefined && path.length === 1) {
    return { ...diagnostic, rule: "required-field", ...describeAbsent(content, String(path[0]), violation.choices) };
  }
  const words =
    describeMisread(content, shape, path) ??
    describeInvisible(content, shape, path, value) ??
    describeViolation(value, violation);
  return { ...diagnostic, ...words };
}

function describeAbsent(content: ContentFile, name: string, choices: readonly string[]): Words {
  const { data, fields } = content;
  if (valueAt(data, [name]) === undefined) {
    return { message: `The field '${name}' is missing`, fix: `Add '${name}' to the front matter` };
  }
  const { comment, start, end } = typedValuesOf(content).find(({ path, isKey }) => !isKey && path[0] === name) ?? {};
  const typed = fields.slice(start, end);
  if (comment && !/^#\s*TODO\b/.test(fields.slice(comment.start))) {
    return {
      message: `The field '${name}' is empty: what follows '#' is a comment`,
      fix: `Give '${name}' a value; put one that begins with '#' in quotes`,
    };
  }
  if (/^(?:null|~)$/i.test(typed)) {
    return {
      message: `The field '${name}' is empty: YAML reads ${typed} as no value`,
      fix: `Give '${name}' a value; put the word in quotes if it is meant`,
    };
  }
  const values = choices.length > 1 ? `, one of: ${choices.join(", ")}` : "";
  return { message: `The field '${name}' is empty`, fix: `Give '${name}' a value${values}` };
}

/**
 * A value that the schema would take if YAML had not read it as a number, as true or false, or because of a colon as a
 * field.
 */
function describeMisread(content: ContentFile, shape: Shape, path: FieldPath): Words | undefined {
  const { data, fields } = content;
  const typed = findTyped(content, path, valueAt(dropBlank(data), path));
  if (!typed) return undefined;
  const inner = withoutTypographicQuotes(typed.text) ?? typed.text;
  const item = /^-(?=[^\s-])['"]?(.*?)['"]?$/.exec(typed.text)?.[1];
  if (item !== undefined && typed.key !== undefined && takes(shape, dropBlank(data), path, [item])) {
    return {
      message: "A space is missing after the hyphen of a list item",
      fix: "Write '- ' and then the value",
      edit: { at: positionAt(fields, typed.start), old: "-", text: "- " },
    };
  }
  const isMisread = inner !== typed.text || typed.reason !== undefined;
  if (!isMisread || !takes(shape, dropBlank(data), path, inner)) return undefined;
  const message = inner === typed.text ? `YAML reads ${printableLine(typed.text, 60)} as ${typed.reason}` : TYPOGRAPHIC;
  // `- name: Jane Doe` is likelier meant as a field than as a text with a colon in it.
  if (typed.key !== undefined && /^[a-z_]\w*$/.test(typed.key)) {
    return { message, fix: `Leave '${typed.key}:' out, or put the whole in quotes if it is meant` };
  }
  // After a name, ` # why` is a comment, but ` #5` is more likely part of the name.
  if (/^#[^\s#]/.test(typed.comment) && !TEMPLATE_MARK.test(typed.comment)) {
    return { message, fix: `Put it in quotes, with '${printableLine(typed.comment, 60)}' if that is part of it` };
  }
  return {
    message,
    fix: `Put it in quotes: ${printableLine(quote(inner), 80)}`,
    edit: { at: positionAt(fields, typed.start), old: typed.text, text: quote(inner) },
  };
}

const TYPOGRAPHIC = "The quotes around the value are typographic, which are text to YAML";

interface Typed {
  readonly start: number;
  readonly text: string;
  /** What follows it from a `#` on; empty where nothing does. */
  readonly comment: string;
  /** What YAML made of it; absent for a text. */
  readonly reason?: string;
  /** The name of the field that YAML made of it. */
  readonly key?: string;
}

/**
 * What was typed where YAML read something other than what was meant; undefined unless it is on one line, without
 * quotes or braces.
 */
function findTyped(content: ContentFile, path: FieldPath, value: unknown): Typed | undefined {
  const { fields } = content;
  if (value === undefined || Array.isArray(value)) return undefined;
  const parts = typedValuesOf(content).filter(
    (one) => path.every((part, index) => one.path[index] === part) && (one.path.length > path.length || !one.isKey),
  );
  // A blank list item has the index of the next one, so the last is the one that counts.
  const own = typeof value === "object" ? parts.filter((one) => one.path.length > path.length) : parts.slice(-1);
  const [first, last] = [own[0], own.at(-1)];
  const isWhole = own.length <= 2 && own.every(({ isPlain, isBlank }) => isPlain || isBlank);
  if (!first || !last || !isWhole || /\{\s*$/.test(fields.slice(0, first.start))) return undefined;
  const lineEnd = /[^\n]*/y;
  lineEnd.lastIndex = first.start;
  const end = last.isBlank ? first.start + (lineEnd.exec(fields)?.[0].trimEnd().length ?? 0) : last.end;
  const text = fields.slice(first.start, end);
  if (text.includes("\n")) return undefined;
  const comment = last.isBlank ? "" : fields.slice(last.comment?.start, last.comment?.end ?? 0);
  return { start: first.start, text, comment, ...reasonOf(value, first, fields) };
}

function reasonOf(value: unknown, first: TypedValue, fields: string): Pick<Typed, "reason" | "key"> {
  if (typeof value === "string") return {};
  if (typeof value === "number") return { reason: "a number" };
  if (typeof value === "boolean") return { reason: "true or false, not as text" };
  const key = printableLine(fields.slice(first.start, first.end), 40);
  return { reason: `a field with the name '${key}'`, key };
}

/** A value that the schema would take without what nobody sees in it. */
function describeInvisible({ data }: ContentFile, shape: Shape, path: FieldPath, value: unknown): Words | undefined {
  const visible = typeof value === "string" ? withoutInvisible(value) : "";
  if (visible === "" || visible === value || !takes(shape, dropBlank(data), path, visible)) return undefined;
  return {
    message: `The value has the invisible character ${invisibleIn(String(value))[0]}`,
    fix: `Write '${printableLine(visible, 80)}'`,
    edit: { path, value: visible },
  };
}

function describeViolation(value: unknown, { path, message, choices }: Violation): Words {
  const meant = meantValue(value, message, choices);
  const edit = meant === undefined ? {} : { edit: { path, value: meant } };
  const subject = nameOf(value);
  const remedy = (otherwise: string) => ({ fix: meant === undefined ? otherwise : `Write ${meant}`, ...edit });
  if (isAboutDays(message) && typeof value === "string") {
    if (toDay(value)?.hasTime) return { message: `${subject} has a time of day`, ...remedy("") };
    if (meant !== undefined) return { message: `${subject} is not in the form 2024-05-17`, ...remedy("") };
    if (!/^\d{4}(?:-\d{2}){0,2}$/.test(value)) {
      return { message: `${subject} is not a ${isMonth(message) ? "date" : "day"}`, ...remedy(fixOf(message)) };
    }
  }
  const slug = message === SLUG_SHAPE && typeof value === "string" ? cutSlug(slugify(withoutInvisible(value))) : "";
  if (slug) return { message: `${subject} cannot stand in a URL`, fix: `Write '${slug}'`, ...edit };
  const [, demand] = /^must be (.*)$/s.exec(message) ?? [];
  if (demand) return { message: misfitOf(value, path), ...remedy(`Write ${demand}`) };
  const [, least] = /^must have at least (\d+) in the list$/.exec(message) ?? [];
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (least) return { message: isEmpty ? "The list is empty" : "The list is too short", fix: `Add at least ${least}` };
  return { message: `${subject} ${message}`, ...remedy(fixOf(message)) };
}

/** The value as the subject of a sentence. */
function nameOf(value: unknown): string {
  if (typeof value === "string") return `The value '${printableLine(value, 60)}'`;
  return typeof value === "number" || typeof value === "boolean" ? `The value ${value}` : "The value";
}

/** What is wrong with a value, if the fix already says what it must be. */
function misfitOf(value: unknown, path: FieldPath): string {
  if (value === undefined) return `The field '${path.at(-1)}' is missing`;
  if (Array.isArray(value)) return "The value is a list";
  return typeof value === "object" ? "The value is a set of fields" : `${nameOf(value)} does not fit`;
}

/** What to do where a message does not say itself what a value must be. */
function fixOf(message: string): string {
  if (isAboutDays(message) || message.endsWith("a day that exists")) return `Write it in the form ${formOf(message)}`;
  if (message === UNSEEN) return "Write a text";
  if (message === "must not be empty") return "Write a text, or remove the field";
  if (/^has what is not a field\b/.test(message)) return "Correct the name, or remove it";
  if (/^must not contain\b/.test(message)) return "Write it without these signs";
  return /^must have at most\b/.test(message) ? "Shorten it" : "Write another value";
}

const formOf = (message: string) => (isMonth(message) ? "2024-05-17, 2024-05 or 2024" : "2024-05-17");
const isMonth = (message: string) => /\ba date\b/.test(message);

/** A value of a closed list with a slip in it, a slug in capitals, a topic without a space behind its colon, or a day in another form: `2026-5-7`. */
function meantValue(value: unknown, message: string, choices: readonly string[]): string | undefined {
  if (isAboutDays(message)) return toDay(value)?.day;
  if (typeof value !== "string") return undefined;
  if (message === TOPIC_SHAPE) {
    const spaced = (withoutTypographicQuotes(value) ?? value).replace(/[:：]\s*/, ": ");
    return spaced !== value && /^[^:]+: [^\s/].*$/.test(spaced) ? spaced : undefined;
  }
  const lower = value.toLowerCase();
  return message === SLUG_SHAPE && isSlug(lower) ? lower : onlySlip(value, choices);
}

function isAboutDays(message: string): boolean {
  return /^(?:is not|must be) a (?:day|date)\b/.test(message);
}

const DAY = /^(\d{4})[-/.\u2010-\u2015\u2212](\d{1,2})[-/.\u2010-\u2015\u2212](\d{1,2})(?!\d)(.*)$/su;
const TIME =
  /^(?:[Tt]\d{2}(?:\d{2}){0,2}(?!\d)|(?:[Tt]|[\s,]+)\d{1,2}(?::\d{2}|h|\s?[AaPp]\.?[Mm]))[\w:.,+/()[\]\s\u2212-]*$|^(?:[Zz]|[+-]\d{2}:?\d{2})$/u;

/** The day that a value states without its zeros or hyphens, or with a time, in whichever zone it has. */
function toDay(value: unknown): { readonly day: string; readonly hasTime: boolean } | undefined {
  const text = String(value).trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = "", month = "", dayOfMonth = "", rest = ""] = compact ?? DAY.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  if (!isPartialDate(day) || (rest !== "" && !TIME.test(rest))) return undefined;
  return { day, hasTime: rest !== "" };
}
