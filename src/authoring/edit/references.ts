/** Every place in a file's front matter that names another entity, as edits that name it otherwise. */
import type { FieldPath } from "../../ingest/diagnostic.ts";
import { slugify } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { entityPath } from "../../vocab/paths.ts";
import type { Edit } from "./edit-front-matter.ts";

/** Front matter as it stands in the file, before it is validated: paths are those of the text. */
export type Data = Readonly<Record<string, unknown>>;

/** Edits after which a file of `kind` refers to the entity `target` by another slug. Topics are referred to by name. */
export function slugEdits(kind: EntityKind, data: Data, target: EntityKind, from: string, to: string): Edit[] {
  return [...slugPlaces(kind, data)].flatMap(({ path, value, of }) => {
    if (of !== target) return [];
    if (value === from) return [{ do: "set", path, value: to }];
    const [, head, slug, tail] = /^(\/offering\/)([^/]+)(\/?)$/.exec(value) ?? [];
    return slug === from ? [{ do: "set", path, value: `${head}${to}${tail}` }] : [];
  });
}

interface SlugPlace {
  readonly path: FieldPath;
  /** A slug, or the path of an offering in a copied object. */
  readonly value: string;
  readonly of: EntityKind;
}

function* slugPlaces(kind: EntityKind, data: Data): Generator<SlugPlace> {
  const single: Readonly<Record<string, EntityKind>> =
    kind === "news"
      ? { publisher: "organization" }
      : kind === "offering"
        ? { vendor: "organization", successor: "offering" }
        : {};
  for (const [field, of] of Object.entries(single)) {
    const value = data[field];
    if (typeof value === "string") yield { path: [field], value, of };
  }
  if (kind !== "news") return;
  for (const [index, item] of listOf(data["relatedOfferings"]).entries()) {
    const permalink = fieldOf(item, "permalink");
    if (typeof item === "string") yield { path: ["relatedOfferings", index], value: item, of: "offering" };
    if (typeof permalink === "string") {
      yield { path: ["relatedOfferings", index, "permalink"], value: permalink, of: "offering" };
    }
  }
}

/** Edits after which a file of `kind` names the topic `to` wherever it named `from`, and no topic twice in a list. */
export function topicEdits(kind: EntityKind, data: Data, from: string, to: string): Edit[] {
  if (kind === "offering") return listEdits(["topics"], data["topics"], from, to);
  if (kind === "topic") {
    const broader: Edit[] = nameOf(data["broader"]) === from ? [{ do: "set", path: ["broader"], value: to }] : [];
    return [...["sameAs", "related"].flatMap((field) => listEdits([field], data[field], from, to)), ...broader];
  }
  if (kind !== "news") return [];
  const copies = listOf(data["relatedOfferings"]).flatMap((item, index) =>
    listEdits(["relatedOfferings", index, "categories"], fieldOf(item, "categories"), from, to),
  );
  return [...listEdits(["categories"], data["categories"], from, to), ...derivedEdits(data, from, to), ...copies];
}

/** What exports derive from each name of a topic; an item goes along with its category. */
const DERIVED: readonly { readonly path: FieldPath; readonly spellings: readonly ((name: string) => string)[] }[] = [
  { path: ["categorySlug"], spellings: [(name) => name.toLowerCase(), slugify] },
  { path: ["categoryUrl"], spellings: [(name) => entityPath("topic", slugify(name)).slice(1, -1)] },
  { path: ["categoryLabel"], spellings: [(name) => name.slice(name.indexOf(": ") + 2)] },
  { path: ["openProjectCustomFields", "medigyTopics"], spellings: [(name) => name] },
];

/** Only where the list stands beside the categories item by item: what has drifted apart is left to a person. */
function derivedEdits(data: Data, from: string, to: string): Edit[] {
  const names = listOf(data["categories"]).map(nameOf);
  const plan = planOf(names, from, to);
  return DERIVED.flatMap(({ path, spellings }) => {
    const value = path.reduce<unknown>((holder, part) => fieldOf(holder, part), data);
    const items = listOf(value);
    const spelling = spellings.find((spell) => items.every((item, index) => item === spell(names[index] ?? "")));
    if (!spelling || items.length !== names.length || value === undefined || value === null) return [];
    return toEdits(path, value, plan, spelling(to));
  });
}

function listEdits(path: FieldPath, value: unknown, from: string, to: string): Edit[] {
  return toEdits(path, value, planOf(listOf(value).map(nameOf), from, to), to);
}

interface ListPlan {
  readonly set: readonly number[];
  /** From the end, so that no removal moves the next one. */
  readonly remove: readonly number[];
}

/** The first place of either name becomes `to`; the others go, or `to` would stand twice. */
function planOf(names: readonly (string | undefined)[], from: string, to: string): ListPlan {
  if (!names.includes(from)) return { set: [], remove: [] };
  const [first, ...others] = names.flatMap((name, index) => (name === from || name === to ? [index] : []));
  return {
    set: first !== undefined && names[first] === from ? [first] : [],
    remove: others.toReversed(),
  };
}

function toEdits(path: FieldPath, value: unknown, { set, remove }: ListPlan, to: string): Edit[] {
  const at = (index: number) => (Array.isArray(value) ? [...path, index] : path);
  return [
    ...set.map((index): Edit => ({ do: "set", path: at(index), value: to })),
    ...remove.map((index): Edit => ({ do: "remove", path: at(index) })),
  ];
}

/** One value is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function nameOf(value: unknown): string | undefined {
  return typeof value === "string" ? squeeze(value) : undefined;
}

function fieldOf(value: unknown, key: string | number): unknown {
  return value !== null && typeof value === "object" && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
