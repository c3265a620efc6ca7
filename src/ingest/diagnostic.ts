export type Severity = "error" | "warning";

/** Keys and list indexes that lead to a value: `["relatedOfferings", 0, "label"]`. Empty for the whole file. */
export type FieldPath = readonly (string | number)[];

/**
 * A change of one value, one key or one piece of text that fixes what is wrong
 * and needs no decision. Data only: `authoring/check/apply-fixes.ts` carries it out.
 */
export type Edit =
  | { readonly path: FieldPath; readonly value: EditValue }
  | { readonly path: FieldPath; readonly newKey: string }
  | TextEdit;

/**
 * Another text in place of `old`, for what is no value or not as it was typed: unreadable YAML, a comment, the body.
 */
export interface TextEdit {
  readonly at: Position;
  readonly old: string;
  readonly text: string;
}

export type EditValue = string | number | readonly string[];

/** What a rule yields. It knows the field; `locateDiagnostics` looks up line and column of what is reported. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Name of the rule, kebab-case, stable: editors search for it. */
  readonly rule: string;
  /** Path from the content root with `/`, for example `news/2026/some-story.md`. */
  readonly file: string;
  readonly path: FieldPath;
  /** What is wrong, as one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, as one imperative sentence without a full stop. */
  readonly fix: string;
  /** True points at the key instead of the value. */
  readonly onKey?: boolean;
  /** The piece of the value, or with an empty path of the body, that the position is to point at. */
  readonly within?: string;
  /** The position of what has no field, such as a YAML syntax error. */
  readonly at?: Position;
  /** The change that `check --fix` makes; absent where a person must decide. */
  readonly edit?: Edit;
}

/** What is wrong with the text of a file, before any field of it is known. */
export interface Problem extends Pick<Diagnostic, "rule" | "message" | "fix"> {
  readonly at: Position;
  readonly edit?: TextEdit;
}

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is reported: a diagnostic with its position in the file. */
export interface LocatedDiagnostic extends Position {
  readonly severity: Severity;
  readonly rule: string;
  readonly file: string;
  /** The field as editors write it, `relatedOfferings[0].label`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
  readonly fix: string;
  readonly edit?: Edit;
}

/** `["relatedOfferings", 0, "label"]` as `relatedOfferings[0].label`. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>(
    (name, part) => (typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${part}` : part),
    "",
  );
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (current, part) =>
      current !== null && typeof current === "object" && Object.hasOwn(current, part)
        ? (current as Record<string | number, unknown>)[part]
        : undefined,
    value,
  );
}

/** Line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The text with an edit made; undefined where its old text no longer stands there. */
export function replaceText(text: string, { at, old, text: replacement }: TextEdit): string | undefined {
  let start = 0;
  for (let line = 1; line < at.line && start >= 0; line += 1) start = text.indexOf("\n", start) + 1 || -1;
  if (start < 0) return undefined;
  const from = start + at.column - 1;
  if (!text.startsWith(old, from)) return undefined;
  return text.slice(0, from) + replacement + text.slice(from + old.length);
}
