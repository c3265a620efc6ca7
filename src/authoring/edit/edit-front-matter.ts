/** Changes fields of a content file and leaves every other byte as it was. Each edit is read back before it counts. */
import { isDeepStrictEqual } from "node:util";
import { diffArrays } from "diff";
import {
  type CreateNodeOptions,
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { InputError } from "../../cli/command.ts";
import { type FieldPath, fieldName, valueAt } from "../../ingest/diagnostic.ts";
import { parseContentFile, splitFrontMatter } from "../../ingest/front-matter.ts";

export type Value = string | number | boolean | null;

/** One change of one field. Paths count list items as they are in the file, blank ones included. */
export type Edit =
  /** A value, list or map in place of the old one; a new field is written after the others. */
  | { readonly do: "set"; readonly path: FieldPath; readonly value: unknown }
  /** A new list item before the one that the path leads to. */
  | { readonly do: "insert"; readonly path: FieldPath; readonly value: Value }
  /** One more item in a list. One value alone becomes a list of two; a field that is blank or absent, a list of one. */
  | { readonly do: "add"; readonly path: FieldPath; readonly value: Value }
  /** Takes a field or a list item out. A list left without items goes with its field. */
  | { readonly do: "remove"; readonly path: FieldPath }
  | { readonly do: "rename"; readonly path: FieldPath; readonly to: string };

/** The text with all edits made, one after the other. Throws an `InputError` for a file that cannot be edited safely. */
export function editFrontMatter(text: string, edits: readonly Edit[], file = "The file"): string {
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
  const parsed = parseContentFile(new TextEncoder().encode(text), file);
  if (parsed.ok) return parsed.value.data;
  throw new InputError(`${file}: ${parsed.diagnostics[0]?.message}`);
}

function applyEdit(text: string, edit: Edit, file: string): string {
  const before = readData(text, file);
  const steps = toSteps(before, edit);
  if (steps.length !== 1 || steps[0] !== edit) return editFrontMatter(text, steps, file);
  // Read a second time, since the expectation is made by changing it.
  const expected = readData(text, file) as Record<string, unknown>;
  expect(expected, edit);
  if (isDeepStrictEqual(before, expected)) return text;

  const frame = takeApart(text);
  for (const style of STYLES) {
    for (const toSplice of [spliceValue, spliceField]) {
      const splice = toSplice(frame, edit, style, expected);
      const edited = splice && frame.head + applySplice(frame, splice) + frame.tail;
      if (edited !== undefined && isAsExpected(edited, expected, frame, file)) return edited;
    }
  }
  throw new InputError(
    `${file}: the field '${fieldName(edit.path)}' cannot be changed without touching others; edit it by hand`,
  );
}

/** An edit in terms of smaller ones, or the edit itself when it is small. */
function toSteps(data: unknown, edit: Edit): readonly Edit[] {
  const current = valueAt(data, edit.path);
  const parent = valueAt(data, edit.path.slice(0, -1));
  if (edit.do === "remove" && Array.isArray(parent) && parent.length === 1) {
    return [{ do: "remove", path: edit.path.slice(0, -1) }];
  }
  if (edit.do !== "set" || !Array.isArray(edit.value) || !Array.isArray(current)) return [edit];
  const wanted: readonly unknown[] = edit.value;
  if (wanted.length === 0) return [{ do: "remove", path: edit.path }];
  return isScalarList(wanted) && isScalarList(current) ? toItemSteps(edit.path, current, wanted) : [edit];
}

/** Edits of the items that differ, so that the others keep their quotes and comments. */
function toItemSteps(path: FieldPath, current: readonly Value[], wanted: readonly Value[]): readonly Edit[] {
  const steps: Edit[] = [];
  let index = 0;
  let length = current.length;
  let surplus = 0;
  const removeSurplus = () => {
    for (; surplus > 0; surplus -= 1, length -= 1) steps.push({ do: "remove", path: [...path, index] });
  };
  for (const { value: items, removed, added } of diffArrays([...current], [...wanted])) {
    if (removed) surplus += items.length;
    else if (added) {
      for (const value of items) {
        if (surplus > 0) steps.push({ do: "set", path: [...path, index], value });
        else if (index < length) steps.push({ do: "insert", path: [...path, index], value });
        else steps.push({ do: "add", path, value });
        if (surplus > 0) surplus -= 1;
        else length += 1;
        index += 1;
      }
    } else {
      removeSurplus();
      index += items.length;
    }
  }
  removeSurplus();
  return steps;
}

/** Makes the edit in plain data: what the file must say afterwards. */
function expect(data: Record<string, unknown>, edit: Edit): void {
  const key = edit.path.at(-1);
  const parent = valueAt(data, edit.path.slice(0, -1));
  if (key === undefined || parent === null || typeof parent !== "object") {
    throw new RangeError(`There is no field '${fieldName(edit.path)}'`);
  }
  const holder = parent as Record<string | number, unknown>;
  const current = Object.hasOwn(holder, key) ? holder[key] : undefined;
  if (edit.do === "insert") (parent as unknown[]).splice(Number(key), 0, edit.value);
  else if (edit.do === "set") put(holder, key, edit.value);
  else if (edit.do === "add") {
    put(
      holder,
      key,
      isBlank(current) ? [edit.value] : Array.isArray(current) ? [...current, edit.value] : [current, edit.value],
    );
  } else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else {
    delete holder[key];
    if (edit.do === "rename") put(holder, edit.to, current);
  }
}

/** An own property, even under the name `__proto__`. */
function put(holder: object, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function isScalarValue(value: unknown): value is Value {
  return typeof value !== "object" || value === null;
}

function isScalarList(value: unknown): value is readonly Value[] {
  return Array.isArray(value) && value.every(isScalarValue);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** A file in three parts that make it up again: the fields lie in `yaml`, whole lines. */
interface Frame {
  readonly head: string;
  readonly yaml: string;
  readonly tail: string;
  readonly lineEnd: string;
  readonly root: YAMLMap.Parsed | undefined;
}

function takeApart(text: string): Frame {
  const start = text.indexOf("\n") + 1;
  const { fields } = splitFrontMatter(text);
  const yaml = `${fields.slice(fields.indexOf("\n") + 1)}\n`;
  const document = parseDocument(yaml, { keepSourceTokens: true, version: "1.2", logLevel: "silent" });
  return {
    head: text.slice(0, start),
    yaml,
    tail: text.slice(start + yaml.length),
    lineEnd: text.charAt(start - 2) === "\r" ? "\r\n" : "\n",
    root: document.errors.length === 0 && isMap(document.contents) ? (document.contents as YAMLMap.Parsed) : undefined,
  };
}

function isAsExpected(edited: string, expected: unknown, { tail }: Frame, file: string): boolean {
  const parsed = parseContentFile(new TextEncoder().encode(edited), file);
  return parsed.ok && isDeepStrictEqual(parsed.value.data, expected) && takeApart(edited).tail === tail;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function applySplice({ yaml, lineEnd }: Frame, { from, to, text }: Splice): string {
  return yaml.slice(0, from) + text.replace(/\r?\n/g, lineEnd) + yaml.slice(to);
}

/** How a value is spelled: as the one before it, as it needs, or in double quotes, in which everything can be said. */
type Style = "unchanged" | "needed" | "quoted";
const STYLES: readonly Style[] = ["unchanged", "needed", "quoted"];

type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** A value and the collection that it is in. */
interface Located {
  readonly holder: Collection;
  readonly index: number;
  readonly node: unknown;
  readonly isInFlow: boolean;
}

/** The smallest change that makes the edit; undefined where the shape of the text gives none. */
function spliceValue(frame: Frame, edit: Edit, style: Style): Splice | undefined {
  const { root, yaml } = frame;
  if (!root) return undefined;
  const located = locate(root, edit.path);
  if (!located) {
    const holder = edit.path.length === 1 ? root : locate(root, edit.path.slice(0, -1))?.node;
    if (!isMap(holder) || (edit.do !== "add" && edit.do !== "set")) return undefined;
    const values = edit.do === "add" ? [edit.value] : edit.value;
    if (!isScalarValue(values) && !isScalarList(values)) return undefined;
    return insertField(frame, holder as YAMLMap.Parsed, String(edit.path.at(-1)), values, style);
  }
  const { holder, index, node, isInFlow } = located;
  if (edit.do === "remove") return removeEntry(yaml, holder, index);
  if (edit.do === "insert") return insertItem(frame, holder, index, edit.value, style);
  if (edit.do === "rename") {
    const key = (holder.items[index] as Pair<Scalar.Parsed>).key;
    return { from: key.range[0], to: key.range[1], text: spell(edit.to, style, isInFlow, key) };
  }
  if (edit.do === "add" && isSeq(node)) return addItem(frame, node as YAMLSeq.Parsed, edit.value, style, isInFlow);
  if (edit.do === "set" && isScalarValue(edit.value)) {
    return replaceScalar(yaml, located, spell(edit.value, style, isInFlow, node));
  }
  const values = edit.do === "set" ? edit.value : [edit.value];
  return isScalarList(values) ? toList(frame, located, values, edit.do === "add", style) : undefined;
}

/** The whole field rewritten: for shapes that cannot be changed in place. Other fields stay as they are. */
function spliceField(
  { root, yaml }: Frame,
  edit: Edit,
  style: Style,
  expected: Record<string, unknown>,
): Splice | undefined {
  const key = String(edit.path[0]);
  if (!root || root.flow || root.items.length === 0 || (edit.path.length === 1 && edit.do === "rename"))
    return undefined;
  const indent = indentOf(yaml, startOfEntry(root, 0));
  const text = Object.hasOwn(expected, key)
    ? stringify(new Map([[key, expected[key]]]), toOptions(style)).replace(/^(?=.)/gm, indent)
    : "";
  const index = indexOfKey(root, key);
  const from = index < 0 ? yaml.length : lineStart(yaml, startOfEntry(root, index));
  const to = index < 0 ? yaml.length : lineAfter(yaml, endOfEntry(root, index));
  return { from, to, text };
}

function toOptions(style: Style): ToStringOptions & CreateNodeOptions {
  return {
    // The parser refuses anchors.
    aliasDuplicateObjects: false,
    singleQuote: true,
    lineWidth: 0,
    ...(style === "quoted" && { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }),
  };
}

function locate(root: YAMLMap.Parsed, path: FieldPath): Located | undefined {
  let holder: unknown = root;
  let isInFlow = false;
  for (const [depth, part] of path.entries()) {
    if (!isMap(holder) && !isSeq(holder)) return undefined;
    const collection = holder as Collection;
    isInFlow ||= collection.flow === true;
    const index = isMap(collection) ? indexOfKey(collection as YAMLMap.Parsed, String(part)) : Number(part);
    const entry = collection.items[index];
    if (entry === undefined) return undefined;
    const node = isMap(collection) ? (entry as Pair).value : entry;
    if (depth === path.length - 1) return { holder: collection, index, node, isInFlow };
    holder = node;
  }
  return undefined;
}

function indexOfKey(map: YAMLMap.Parsed, name: string): number {
  return map.items.findIndex(({ key }) => isScalar(key) && String(key.value) === name);
}

/** True for a value without any text: that of `key:` and of `-`. */
function isEmpty(node: unknown): boolean {
  return !isCollection(node) && (!isScalar(node) || node.range?.[0] === node.range?.[1]);
}

/** The `:` or `-` before an entry's value. */
function indicatorOf(holder: Collection, index: number): number | undefined {
  if (isMap(holder)) {
    const token = (holder.items[index] as Pair).srcToken;
    return token?.sep?.find(({ type }) => type === "map-value-ind")?.offset;
  }
  const token = holder.srcToken?.type === "block-seq" ? holder.srcToken.items[index] : undefined;
  return token?.start.find(({ type }) => type === "seq-item-ind")?.offset;
}

function startOfEntry(holder: Collection, index: number): number {
  const entry = holder.items[index];
  if (!isMap(holder)) return indicatorOf(holder, index) ?? rangeOf(entry)[0];
  const { key, srcToken } = entry as Pair;
  return srcToken?.start.find(({ type }) => type === "explicit-key-ind")?.offset ?? rangeOf(key)[0];
}

/** Where the last character of an entry's value ends, before what may follow on the line. */
function endOfEntry(holder: Collection, index: number): number {
  const entry = holder.items[index];
  const node = isMap(holder) ? (entry as Pair).value : entry;
  if (isEmpty(node))
    return (indicatorOf(holder, index) ?? rangeOf(isMap(holder) ? (entry as Pair).key : entry)[1] - 1) + 1;
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    return endOfEntry(node as Collection, node.items.length - 1);
  }
  return rangeOf(node)[1];
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The beginning of the line after `offset`, or `offset` when it is one. */
function lineAfter(text: string, offset: number): number {
  if (text.charAt(offset - 1) === "\n") return offset;
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === "";
}

function indentOf(text: string, offset: number): string {
  return " ".repeat(offset - lineStart(text, offset));
}

/** One value on one line. Inside `[]` and `{}` more needs quotes. */
function spell(value: Value, style: Style, isInFlow: boolean, old: unknown): string {
  const scalar = new Scalar(value);
  const oldType = isScalar(old) ? old.type : undefined;
  if (style === "quoted" && typeof value === "string") scalar.type = "QUOTE_DOUBLE";
  else if (style === "unchanged" && (oldType === "QUOTE_DOUBLE" || oldType === "QUOTE_SINGLE")) scalar.type = oldType;
  const document = new Document([scalar]);
  (document.contents as YAMLSeq).flow = isInFlow;
  const text = document.toString({ singleQuote: true, lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return isInFlow ? text.slice(1, -1) : text.slice(2);
}

function replaceScalar(yaml: string, { holder, index, node }: Located, text: string): Splice | undefined {
  if (isCollection(node)) return undefined;
  if (isEmpty(node)) {
    const indicator = indicatorOf(holder, index);
    return indicator === undefined ? undefined : { from: indicator + 1, to: indicator + 1, text: ` ${text}` };
  }
  const [from, to] = rangeOf(node);
  const old = yaml.slice(from, to);
  // A block of lines begins with a header, which may have a comment, and takes the last line end with it.
  const header = isScalar(node) && node.type?.startsWith("BLOCK") ? (/^[^\r\n]*/.exec(old)?.[0] ?? "") : "";
  const comment = /\s#.*$/.exec(header)?.[0] ?? "";
  const end = /\r?\n$/.exec(old)?.[0] ?? "";
  return { from, to, text: text + comment + end };
}

function addItem({ yaml }: Frame, list: YAMLSeq.Parsed, value: Value, style: Style, isInFlow: boolean): Splice {
  const last = list.items.length - 1;
  const text = spell(value, style, isInFlow || list.flow === true, undefined);
  if (list.flow || last < 0) {
    const at = last < 0 ? rangeOf(list)[0] + 1 : endOfEntry(list, last);
    return { from: at, to: at, text: last < 0 ? text : `, ${text}` };
  }
  const at = lineAfter(yaml, endOfEntry(list, last));
  return { from: at, to: at, text: `${indentOf(yaml, startOfEntry(list, 0))}- ${text}\n` };
}

function insertItem({ yaml }: Frame, list: Collection, index: number, value: Value, style: Style): Splice | undefined {
  const start = startOfEntry(list, index);
  const text = spell(value, style, list.flow === true, undefined);
  if (list.flow) return { from: start, to: start, text: `${text}, ` };
  const at = lineStart(yaml, start);
  return isFirstOnLine(yaml, start) ? { from: at, to: at, text: `${indentOf(yaml, start)}- ${text}\n` } : undefined;
}

/** A list in place of one value; `isFirst` makes that value its first item, spelled as it was. */
function toList(
  frame: Frame,
  located: Located,
  values: readonly Value[],
  isFirst: boolean,
  style: Style,
): Splice | undefined {
  const { yaml } = frame;
  const { holder, index, node, isInFlow } = located;
  if (isCollection(node)) return undefined;
  const indicator = indicatorOf(holder, index);
  if (indicator === undefined) return undefined;
  const [from, to] = isEmpty(node) ? [indicator + 1, indicator + 1] : rangeOf(node);
  const old = yaml.slice(from, to);
  if (isFirst && isScalar(node) && node.type?.startsWith("BLOCK")) return undefined;
  const first = isFirst && !isBlank(isScalar(node) ? node.value : undefined) ? [old] : [];
  const items = [...first, ...values.map((value) => spell(value, style, isInFlow, undefined))];
  if (isInFlow) return { from, to, text: `${isEmpty(node) ? " " : ""}[${items.join(", ")}]` };
  const indent = indentOf(yaml, startOfEntry(holder, index));
  return { from: indicator + 1, to, text: items.map((item) => `\n${indent}  - ${item}`).join("") };
}

function insertField(
  { yaml }: Frame,
  map: YAMLMap.Parsed,
  key: string,
  values: Value | readonly Value[],
  style: Style,
): Splice | undefined {
  const last = map.items.length - 1;
  if (last < 0) return undefined;
  const name = spell(key, style, map.flow === true, undefined);
  const at = map.flow ? endOfEntry(map, last) : lineAfter(yaml, endOfEntry(map, last));
  if (map.flow) {
    const items = [values].flat().map((value) => spell(value, style, true, undefined));
    return { from: at, to: at, text: `, ${name}: ${Array.isArray(values) ? `[${items.join(", ")}]` : items.join("")}` };
  }
  const indent = indentOf(yaml, startOfEntry(map, 0));
  const text = Array.isArray(values)
    ? values.map((value) => `\n${indent}  - ${spell(value, style, false, undefined)}`).join("")
    : ` ${spell(values as Value, style, false, undefined)}`;
  return { from: at, to: at, text: `${indent}${name}:${text}\n` };
}

function removeEntry(yaml: string, holder: Collection, index: number): Splice | undefined {
  const start = startOfEntry(holder, index);
  const end = endOfEntry(holder, index);
  if (!holder.flow) {
    if (!isFirstOnLine(yaml, start)) return undefined;
    return { from: lineStart(yaml, start), to: lineAfter(yaml, end), text: "" };
  }
  if (index + 1 < holder.items.length) return { from: start, to: startOfEntry(holder, index + 1), text: "" };
  return { from: index > 0 ? endOfEntry(holder, index - 1) : start, to: end, text: "" };
}
