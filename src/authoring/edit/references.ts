/** Edits of everything in front matter that names another entity. */
import { DERIVED_FIELDS, formsOf } from "../../catalog/contradictions.ts";
import { type FieldPath, valueAt } from "../../ingest/diagnostic.ts";
import { asList } from "../../lib/plain-value.ts";
import { toLine } from "../../lib/text.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import type { FieldEdit } from "./edit-front-matter.ts";

/** Front matter as it is in the file, before it is validated: paths are those of the text. */
export type Data = Readonly<Record<string, unknown>>;

/** Edits after which a file of `kind` refers to the entity `target` by another slug. Topics are referred to by name. */
export function slugEdits(kind: EntityKind, data: Data, target: EntityKind, from: string, to: string): FieldEdit[] {
  return [...slugReferences(kind, data)].flatMap(({ path, value, of }) => {
    if (of !== target) return [];
    if (value === from) return [{ do: "set", path, value: to }];
    const [, head, slug, tail] = /^(\/(?:offering|organization|institution)\/)([^/]+)(\/?)$/.exec(value) ?? [];
    return slug === from ? [{ do: "set", path, value: `${head}${to}${tail}` }] : [];
  });
}

interface SlugReference {
  readonly path: FieldPath;
  /** A slug, or the path in a copied object. */
  readonly value: string;
  readonly of: EntityKind;
}

function* slugReferences(kind: EntityKind, data: Data): Generator<SlugReference> {
  const single: Readonly<Record<string, EntityKind>> =
    kind === "news"
      ? { publisher: "organization" }
      : kind === "offering"
        ? { vendor: "organization", successor: "offering", product: "offering" }
        : {};
  for (const [field, of] of Object.entries(single)) {
    const value = data[field];
    if (typeof value === "string") yield { path: [field], value, of };
  }
  const lists: Readonly<Record<string, EntityKind>> =
    kind === "news" ? { sameStoryAs: "news", notSameAs: "news" } : kind === "topic" ? { featured: "offering" } : {};
  for (const [field, of] of Object.entries(lists)) {
    const value = data[field];
    for (const [index, item] of asList(value).entries()) {
      if (typeof item === "string") yield { path: Array.isArray(value) ? [field, index] : [field], value: item, of };
    }
  }
  if (kind !== "news") return;
  for (const [index, item] of asList(data["relatedOfferings"]).entries()) {
    yield* slugOrCopy(["relatedOfferings", index], item, "offering");
  }
  yield* slugOrCopy(["offering"], data["offering"], "offering");
  // By its name it is found whatever its slug becomes.
  yield* slugOrCopy(["institution"], data["institution"], "organization");
}

function* slugOrCopy(path: FieldPath, value: unknown, of: EntityKind): Generator<SlugReference> {
  const permalink = valueAt(value, ["permalink"]);
  if (typeof value === "string") yield { path, value, of };
  if (typeof permalink === "string") yield { path: [...path, "permalink"], value: permalink, of };
}

/** Edits after which a file of `kind` names the topic `to` wherever it named `from`, and no topic twice in a list. */
export function topicEdits(kind: EntityKind, data: Data, from: string, to: string): FieldEdit[] {
  if (kind === "offering") return listEdits(["topics"], data["topics"], from, to);
  if (kind === "topic") {
    const broader: FieldEdit[] = nameOf(data["broader"]) === from ? [{ do: "set", path: ["broader"], value: to }] : [];
    return [...["sameAs", "related"].flatMap((field) => listEdits([field], data[field], from, to)), ...broader];
  }
  if (kind !== "news") return [];
  const related = asList(data["relatedOfferings"]).map((copy, index) => ({ path: ["relatedOfferings", index], copy }));
  const copies = [{ path: ["offering"], copy: data["offering"] }, ...related].flatMap(({ path, copy }) =>
    listEdits([...path, "categories"], valueAt(copy, ["categories"]), from, to),
  );
  return [...listEdits(["categories"], data["categories"], from, to), ...derivedEdits(data, from, to), ...copies];
}

/** Only where the derived list agrees with the categories item by item; anything else is left to a person. */
function derivedEdits(data: Data, from: string, to: string): FieldEdit[] {
  const names = asList(data["categories"]).map(nameOf);
  const plan = planOf(names, from, to);
  return DERIVED_FIELDS.flatMap(({ path, ...field }) => {
    const value = valueAt(data, path);
    const items = asList(value);
    const toItem = formsOf(field).find((form) => items.every((item, index) => item === form(names[index] ?? "")));
    if (!toItem || items.length !== names.length || value === undefined || value === null) return [];
    return toEdits(path, value, plan, toItem(to));
  });
}

function listEdits(path: FieldPath, value: unknown, from: string, to: string): FieldEdit[] {
  return toEdits(path, value, planOf(asList(value).map(nameOf), from, to), to);
}

interface ListPlan {
  readonly set: readonly number[];
  /** From the end, so that no removal moves the next one. */
  readonly remove: readonly number[];
}

/** The first item of either name becomes `to`; the others are removed, so that `to` is there once. */
function planOf(names: readonly (string | undefined)[], from: string, to: string): ListPlan {
  if (!names.includes(from)) return { set: [], remove: [] };
  const [first, ...others] = names.flatMap((name, index) => (name === from || name === to ? [index] : []));
  return {
    set: first !== undefined && names[first] === from ? [first] : [],
    remove: others.toReversed(),
  };
}

function toEdits(path: FieldPath, value: unknown, { set, remove }: ListPlan, to: string): FieldEdit[] {
  const at = (index: number) => (Array.isArray(value) ? [...path, index] : path);
  return [
    ...set.map((index): FieldEdit => ({ do: "set", path: at(index), value: to })),
    ...remove.map((index): FieldEdit => ({ do: "remove", path: at(index) })),
  ];
}

function nameOf(value: unknown): string | undefined {
  return typeof value === "string" ? toLine(value) : undefined;
}
