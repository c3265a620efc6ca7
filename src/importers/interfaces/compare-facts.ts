/** What changed between two statements of one interface, field by field. */
import { byText } from "../../lib/order.ts";
import type { InterfaceChange, Stated } from "../../schemas/interface-facts.ts";

type Change = Omit<InterfaceChange, "day">;
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value | undefined } | undefined;

/** The day of a statement alone is no change: many servers state the day on which they are asked. */
export function compareFacts(before: Stated, after: Stated): Change[] {
  const { kind: _kind, ...old } = { ...before, date: undefined };
  const { kind: _sameKind, ...current } = { ...after, date: undefined };
  return compare(old as Value, current as Value, "");
}

function compare(before: Value, after: Value, field: string): Change[] {
  if (isList(before) || isList(after)) return compareLists(toList(before), toList(after), field);
  if (isObject(before) || isObject(after)) {
    const [old, current] = [toObject(before), toObject(after)];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(current)])];
    return keys.flatMap((key) => compare(old[key], current[key], field === "" ? key : `${field}.${key}`));
  }
  if (before === after) return [];
  return [
    {
      field,
      ...(before !== undefined && { before: String(before) }),
      ...(after !== undefined && { after: String(after) }),
    },
  ];
}

/** Texts by themselves; objects by their `type`, and those that are in both lists by what is in them. */
function compareLists(before: readonly Value[], after: readonly Value[], field: string): Change[] {
  const [old, current] = [byName(before), byName(after)];
  const added = [...current.keys()].filter((name) => !old.has(name)).sort(byText);
  const removed = [...old.keys()].filter((name) => !current.has(name)).sort(byText);
  const changed = [...current].flatMap(([name, value]) =>
    isObject(value) && old.has(name) ? compare(old.get(name), value, `${field}.${name}`) : [],
  );
  const isSame = added.length === 0 && removed.length === 0;
  const own = { field, ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }) };
  return isSame ? changed : [own, ...changed];
}

function byName(values: readonly Value[]): Map<string, Value> {
  return new Map(values.map((value) => [String(isObject(value) ? value["type"] : value), value]));
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isObject(value: Value): value is { readonly [key: string]: Value | undefined } {
  return typeof value === "object" && !Array.isArray(value);
}

const toList = (value: Value) => (isList(value) ? value : []);
const toObject = (value: Value) => (isObject(value) ? value : {});
