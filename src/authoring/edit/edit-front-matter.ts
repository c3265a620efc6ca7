/** Changes fields of a content file and leaves every other byte as it was. Each edit is read back before it counts. */
import { isDeepStrictEqual } from "node:util";
import { diffArrays } from "diff";
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type ToStringOptions,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { InputError } from "../../cli/command.ts";
import { type FieldPath, fieldName, valueAt } from "../../ingest/diagnostic.ts";
import { parseContentFile, splitFrontMatter } from "../../ingest/front-matter.ts";

export type Value = string | number | boolean | null;

/** One change of one field. Paths count list items as they are in the file, blank ones included. */
export type FieldEdit =
  /** A value, list or map in place of the old one; a new field is written after the others. */
  | { readonly do: "set"; readonly path: FieldPath; readonly value: unknown }
  /** One more item in a list. One value alone becomes a list of two; a field that is blank or absent, a list of one. */
  | { readonly do: "add"; readonly path: FieldPath; readonly value: Value }
  /** Takes a field or a list item out. A list left without items goes with its field. */
  | { readonly do: "remove"; readonly path: FieldPath }
  | { readonly do: "rename"; readonly path: FieldPath; readonly to: string };

/** The text with all edits made, one after the other. Throws an `InputError` for a file that cannot be edited safely. */
export function editFrontMatter(text: string, edits: readonly FieldEdit[], file = "The file"): string {
  return edits.reduce((current, edit) => applyEdit(current, edit, file), text);
}

/** The text with another body, in the line ends of the file; a line end after the last line stays. */
export function replaceBody(text: string, body: string): string {
  const { head, yaml, tail, lineEnd } = takeApart(text);
  const delimiter = /^[^\n]*\n?/.exec(tail)?.[0] ?? "";
  return head + yaml + delimiter + `${body}${tail.endsWith("\n") ? "\n" : ""}`.replaceAll("\n", lineEnd);
}

/** Front matter as data, as the site reads it. */
export function readData(text: string, file: string): Readonly<Record<string, unknown>> {
  const parsed = parseContentFile(text, file);
  if (parsed.ok) return parsed.value.data;
  throw new InputError(`${file}: ${parsed.diagnostics[0]?.message}`);
}

function applyEdit(text: string, given: FieldEdit, file: string): string {
  const before = readData(text, file);
  const edit = simplify(given, before);
  const expected = structuredClone(before) as Record<string, unknown>;
  expect(expected, edit);
  if (isDeepStrictEqual(before, expected)) return text;

  const { head, yaml, tail, lineEnd } = takeApart(text);
  const [from, to] = linesOfField(yaml, String(edit.path[0]));
  const indent = /^ *(?=[^\s#])/m.exec(yaml)?.[0] ?? "";
  for (const field of editField(yaml.slice(from, to).replaceAll("\r\n", "\n"), edit, indent)) {
    const edited = head + yaml.slice(0, from) + field.replaceAll("\n", lineEnd) + yaml.slice(to) + tail;
    const parsed = parseContentFile(edited, file);
    if (parsed.ok && isDeepStrictEqual(parsed.value.data, expected) && takeApart(edited).tail === tail) return edited;
  }
  throw new InputError(
    `${file}: the field '${fieldName(edit.path)}' cannot be changed without touching others; edit it by hand`,
  );
}

type SimpleEdit = Exclude<FieldEdit, { readonly do: "add" }>;

/** Adding an item sets the longer list; an edit that would empty a list removes its field. */
function simplify(edit: FieldEdit, data: unknown): SimpleEdit {
  const { path } = edit;
  const current = valueAt(data, path);
  if (edit.do === "add") {
    return { do: "set", path, value: [...(isBlank(current) ? [] : [current].flat()), edit.value] };
  }
  const parent = valueAt(data, path.slice(0, -1));
  const isEmptied = edit.do === "set" && isDeepStrictEqual(edit.value, []) && Array.isArray(current);
  if (isEmptied) return simplify({ do: "remove", path }, data);
  const isLast = edit.do === "remove" && Array.isArray(parent) && parent.length === 1;
  return isLast ? simplify({ do: "remove", path: path.slice(0, -1) }, data) : edit;
}

/** Makes the edit in plain data: what the file must say afterwards. */
function expect(data: Record<string, unknown>, edit: SimpleEdit): void {
  const key = edit.path.at(-1);
  const parent = valueAt(data, edit.path.slice(0, -1));
  const isThere = key !== undefined && parent !== null && typeof parent === "object";
  if (!isThere || (edit.do === "rename" && !Object.hasOwn(parent, key))) {
    throw new RangeError(`There is no field '${fieldName(edit.path)}'`);
  }
  const holder = parent as Record<string | number, unknown>;
  if (edit.do === "set") put(holder, key, edit.value);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else {
    if (edit.do === "rename") put(holder, edit.to, holder[key]);
    delete holder[key];
  }
}

/** An own property, even under the name `__proto__`. */
function put(holder: object, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A file in three parts that make it up again: the fields lie in `yaml`, whole lines. */
function takeApart(text: string) {
  const start = text.indexOf("\n") + 1;
  const { fields } = splitFrontMatter(text);
  const yaml = `${fields.slice(fields.indexOf("\n") + 1)}\n`;
  return {
    head: text.slice(0, start),
    yaml,
    tail: text.slice(start + yaml.length),
    lineEnd: text.charAt(start - 2) === "\r" ? "\r\n" : "\n",
  };
}

function parse(yaml: string): Document {
  return parseDocument(yaml, { version: "1.2", stringKeys: true, logLevel: "silent" });
}

/** Where the lines of a top-level field begin and end; both after the last field for a new one. */
function linesOfField(yaml: string, name: string): readonly [from: number, to: number] {
  const root = parse(yaml).contents;
  if (!isMap<Scalar>(root)) return [yaml.length, yaml.length];
  // Fields inside braces share their lines.
  if (root.flow) return [0, yaml.length];
  const field = root.items.find(({ key }) => key.value === name);
  const end = endOf(field ?? root.items.at(-1));
  // A block of lines ends with the beginning of the next line.
  const to = yaml.charAt(end - 1) === "\n" ? end : yaml.indexOf("\n", end) + 1;
  return [field ? yaml.lastIndexOf("\n", endOf(field.key) - 1) + 1 : to, to];
}

/** Where the last value ends, before the comments and blank lines that yaml counts as part of a block collection. */
function endOf(node: unknown): number {
  if (isPair(node)) return Math.max(endOf(node.key), endOf(node.value));
  if (isCollection(node) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return (isNode(node) && node.range?.[1]) || 0;
}

/** The lines of a field after an edit, the smallest change first. */
function* editField(field: string, edit: SimpleEdit, indent: string): Generator<string> {
  for (const defaultStringType of ["PLAIN", "QUOTE_DOUBLE"] as const) {
    const document = parse(field);
    if (document.errors.length > 0) return;
    const options = { ...styleOf(field), defaultStringType };
    const before = toLines(document, field, options, indent);
    editDocument(document, edit);
    const after = toLines(document, field, options, indent);
    const spaced = keepSpacing(field, before, after);
    if (spaced !== undefined) yield spaced;
    yield after;
  }
}

/**
 * The yaml library indents, spaces and folds in its own way. Where its texts `before` and `after` the edit are equal,
 * the field keeps its own. Undefined where the library's version of the field differs in more than white space, or too
 * much is changed.
 */
function keepSpacing(field: string, before: string, after: string): string | undefined {
  const [old, rendered] = [toTokens(field), toTokens(before)];
  const isSameText = rendered.every((token, index) => token.trim() === old[index]?.trim());
  const changes = diffArrays(rendered, toTokens(after), { maxEditLength: 2000 });
  if (!isSameText || rendered.length !== old.length || !changes) return undefined;
  let index = 0;
  const tokens = changes.flatMap(({ value, added, removed }) => {
    if (added) return value;
    index += value.length;
    return removed ? [] : old.slice(index - value.length, index);
  });
  return tokens.join("");
}

/** Words and signs, each with the white space after it. */
function toTokens(text: string): string[] {
  return text.match(/^\s+|(?:[\p{L}\p{N}]+|\S)\s*/gu) ?? [];
}

function styleOf(field: string): ToStringOptions {
  const indents = Array.from(field.matchAll(/^ +(?=\S)/gm), ([indent]) => indent.length);
  return {
    indent: indents.length > 0 ? Math.min(...indents) : 2,
    indentSeq: !/^( *)[^-\s].*:.*\n\1-/m.test(field),
    flowCollectionPadding: /[[{] /.test(field),
    singleQuote: true,
    lineWidth: 0,
    defaultKeyType: "PLAIN",
  };
}

/** The yaml library attaches a comment after `key:` to the list or map below, and would write it on its own line. */
function moveCommentsToKeys(document: Document, field: string): void {
  visit(document, {
    Pair(_index, { key, value }) {
      if (!isScalar(key) || key.comment || !isCollection(value) || value.flow || !value.commentBefore) return;
      if (!key.range || !/^:.*#/.test(field.slice(key.range[1]))) return;
      const [first, ...others] = value.commentBefore.split("\n");
      key.comment = first ?? null;
      value.commentBefore = others.join("\n");
    },
  });
}

function toLines(document: Document, field: string, options: ToStringOptions, indent: string): string {
  const isEmpty = !isMap(document.contents) || document.contents.items.length === 0;
  if (isEmpty) return "";
  moveCommentsToKeys(document, field);
  return document.toString(options).replace(/^(?=.)/gm, indent);
}

function editDocument(document: Document, edit: SimpleEdit): void {
  const { path } = edit;
  const name = path.at(-1);
  const old = document.getIn(path, true);
  const holder = document.getIn(path.slice(0, -1), true) as YAMLMap<Scalar> | YAMLSeq;
  const index = isMap(holder) ? holder.items.findIndex(({ key }) => key.value === name) : Number(name);
  if (edit.do === "remove") removeEntry(holder, index);
  else if (edit.do === "rename") {
    const pair = holder.items[index] as Pair;
    pair.key = toNode(document, edit.to, pair.key);
  } else if (Array.isArray(edit.value) && !isBlank(isScalar(old) ? old.value : old)) {
    const list = isSeq(old) ? old : (document.createNode([old]) as YAMLSeq);
    setItems(document, list, edit.value);
    document.setIn(path, list);
  } else document.setIn(path, toNode(document, edit.value, old));
}

/** Changes only the items that differ: the others keep their quotes and comments. */
function setItems(document: Document, list: YAMLSeq, wanted: readonly unknown[]): void {
  const current: unknown[] = list.toJS(document);
  let index = 0;
  let surplus = 0;
  const removeSurplus = () => {
    for (; surplus > 0; surplus -= 1) removeEntry(list, index);
  };
  for (const { value: items, removed, added } of diffArrays(current, [...wanted], { comparator: isDeepStrictEqual })) {
    if (removed) surplus = items.length;
    else if (added) {
      for (const item of items) {
        const [replaced] = surplus > 0 ? list.items.splice(index, 1) : [];
        list.items.splice(index, 0, toNode(document, item, replaced));
        surplus = Math.max(0, surplus - 1);
        index += 1;
      }
    } else {
      removeSurplus();
      index += items.length;
    }
  }
  removeSurplus();
}

/** A value as a node in place of the old one, with its comments and quotes. */
function toNode(document: Document, value: unknown, old: unknown): Node {
  // The parser refuses anchors.
  const node = document.createNode(value, { aliasDuplicateObjects: false });
  if (!isNode(old)) return node;
  if (old.spaceBefore) node.spaceBefore = true;
  if (isScalar(node)) {
    node.commentBefore = old.commentBefore ?? null;
    node.comment = old.comment ?? null;
    if (isScalar(old) && old.type?.startsWith("QUOTE")) node.type = old.type;
  } else node.commentBefore = joinComments(old.commentBefore, old.comment);
  return node;
}

/** Removes an entry and leaves the comment lines before it. */
function removeEntry(holder: YAMLMap<Scalar> | YAMLSeq, index: number): void {
  const toCommented = (entry: unknown) => (isPair(entry) ? entry.key : entry) as Node | undefined;
  const removed = toCommented(holder.items.splice(index, 1)[0]);
  const next = toCommented(holder.items[index]);
  const comment = removed?.commentBefore;
  if (next && index === 0) next.spaceBefore = false;
  if (next && comment) {
    next.spaceBefore = removed.spaceBefore === true;
    next.commentBefore = joinComments(comment, next.commentBefore);
  } else if (comment) holder.comment = joinComments(removed.spaceBefore ? `\n${comment}` : comment, holder.comment);
}

function joinComments(...comments: (string | null | undefined)[]): string {
  return comments.filter(Boolean).join("\n");
}
