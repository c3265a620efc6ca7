/** A field of a schema becomes the control that Sveltia CMS shows for it, or none where only imports write the field. */
import type { Field } from "@sveltia/cms";
import { z } from "zod";
import { closedLists } from "../codegen/content-model.ts";
import { hintOf, isImported, isOfType } from "../codegen/json-schema.ts";
import { day, line, markdown, topicName, webUrl } from "../schemas/fields.ts";
import { confidences, dateBases } from "../vocab/basis.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import type { Term } from "../vocab/vocab.ts";

/** What a slug in a field leads to; topics are told by their type. */
const REFERENCES: Readonly<Record<string, EntityKind>> = {
  publisher: "organization",
  institution: "organization",
  offering: "offering",
  relatedOfferings: "offering",
  sameStoryAs: "news",
  notSameAs: "news",
  vendor: "organization",
  successor: "offering",
  product: "offering",
  featured: "offering",
};

/** Fields that name the entry itself, and refer to no other whatever their type. */
const OWN = ["name", "slug"];

/** Fields that readers see as one line, but that take several lines to write. */
const LONG = /(?:^|\.)(?:summary|description|note|statusNote)$|^limits\.value$/;

/** What editors see in place of the values of a field, where that has a closed list. */
function labelsOf(path: string): ReadonlyMap<string, Term> {
  const field =
    path
      .replace(/\.value$/, "")
      .split(".")
      .at(-1) ?? "";
  const ofBasis = { publishedBasis: dateBases, confidence: confidences }[field];
  return new Map(ofBasis ? Object.entries(ofBasis) : closedLists()[field]?.terms);
}

/**
 * Undefined for a field that only an import writes, and for `slug`, which is the name of the file. The CMS leaves keys
 * without a control as they are.
 */
export function toCmsField(name: string, type: z.ZodType): Field | undefined {
  return toField(name, type, name);
}

/** `path` is the name with those of the fields that it lies in. */
function toField(name: string, type: z.ZodType, path: string): Field | undefined {
  const control = isImported(type) || name === "slug" ? undefined : toControl(path, type);
  if (!control) return undefined;
  const isRequired = !type.safeParse(undefined).success;
  return {
    name,
    label: labelOf(name),
    hint: plain(unwrap(type).description ?? ""),
    required: isRequired,
    ...control,
  } as Field;
}

/** What makes a control of a field, besides its name and what is said about it. */
type Control = Readonly<Record<string, unknown>>;

function toControl(name: string, type: z.ZodType): Control | undefined {
  const fact = factOf(type);
  // A stated fact is collapsed to a line to click on; a new one is open.
  if (fact) return { ...toGroup("object", name, fact), collapsed: "auto" };
  if (name === "featuredImage" || name === "favIconImage") return { widget: "image", choose_url: false };
  if (name === "featuredPdf") return DOCUMENT;
  const items = itemsOf(type);
  if (!items) return toSingle(name, type);
  const [item] = items;
  const kind = item && targetOf(name, item);
  // `listOf` with a least number: the schema refuses an empty list.
  const least = type.safeParse([]).success ? {} : { min: 1 };
  if (kind) return { ...relation(kind), multiple: true, ...least };
  if (item instanceof z.ZodEnum) return { ...select(name, item), multiple: true, ...least };
  if (item instanceof z.ZodObject) return { ...toGroup("list", name, item), ...least };
  // A list of objects would lose a value that stands alone, which `listOf` allows; this one takes it as a list of one.
  return { widget: "list", ...toPattern(items, type), ...least };
}

/** Beside the images; a folder that begins with a slash is one of the project, not of the entry. */
const DOCUMENT: Control = {
  widget: "file",
  accept: ".pdf",
  choose_url: false,
  media_folder: "/public/documents",
  public_folder: "/documents",
};

function toSingle(name: string, type: z.ZodType): Control | undefined {
  const variants = variantsOf(type);
  const [first] = variants;
  if (!first) return undefined;
  const kind = targetOf(name, first);
  if (kind) return relation(kind);
  if (first instanceof z.ZodEnum) return select(name, first);
  if (first instanceof z.ZodObject) return toGroup("object", name, first);
  if (first instanceof z.ZodBoolean) return { widget: "boolean" };
  if (first instanceof z.ZodNumber) return { widget: "number", value_type: "int" };
  if (isOfType(first, day)) {
    // Today is a guess where the day may be left out, and nobody would see that it is one.
    const isRequired = !type.safeParse(undefined).success;
    return { widget: "datetime", type: "date", format: "YYYY-MM-DD", ...(isRequired && { default: "{{now}}" }) };
  }
  // Raw first: the other mode would change what was written as HTML or with unusual marks.
  if (isOfType(first, markdown)) return { widget: "richtext", modes: ["raw", "rich_text"] };
  if (LONG.test(name)) return { widget: "text" };
  return { widget: "string", ...(isOfType(first, webUrl) && { type: "url" }), ...toPattern(variants, type) };
}

/** A control that holds those of the fields of an object, or of each object in a list. */
function toGroup(widget: "object" | "list", path: string, { shape }: z.ZodObject): Control {
  const fields = Object.entries(shape).flatMap(
    ([name, type]) => toField(name, type as z.ZodType, `${path}.${name}`) ?? [],
  );
  return { widget, fields };
}

/**
 * The object form of a value that can say where it was seen. A form offers only this one, since a bare value is warned
 * of.
 */
function factOf(type: z.ZodType): z.ZodObject | undefined {
  if (type instanceof z.ZodOptional) return factOf(type.unwrap() as z.ZodType);
  if (!(type instanceof z.ZodUnion)) return undefined;
  const inputs = type.options.map((option) => (option instanceof z.ZodPipe ? option.in : option));
  return inputs.find((input): input is z.ZodObject => input instanceof z.ZodObject && "value" in input.shape);
}

/** Lists of the vocabulary are lazy in a schema: they are read when they are needed. */
function unwrap(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodLazy ? (type.unwrap() as z.ZodType) : type;
}

/** The kinds of value that an editor may write; objects in their place come from imports. */
function variantsOf(given: z.ZodType): z.ZodType[] {
  const type = unwrap(given);
  if (type instanceof z.ZodOptional) return variantsOf(type.unwrap() as z.ZodType);
  if (!(type instanceof z.ZodUnion) || hintOf(type).pattern) return [type];
  return (type.options as z.ZodType[]).flatMap(variantsOf).filter((option) => !(option instanceof z.ZodObject));
}

/** What may stand in the list; undefined where the field is none. A value that may stand alone may also stand in it. */
function itemsOf(type: z.ZodType): z.ZodType[] | undefined {
  const variants = variantsOf(type).map((variant) =>
    variant instanceof z.ZodPipe ? (variant.in as z.ZodType) : variant,
  );
  const lists = variants.filter((variant) => variant instanceof z.ZodArray);
  if (lists.length === 0) return undefined;
  return lists.flatMap((list) => variantsOf(list.element as z.ZodType));
}

function targetOf(name: string, type: z.ZodType): EntityKind | undefined {
  if (OWN.includes(name)) return undefined;
  return isOfType(type, topicName) ? "topic" : REFERENCES[name];
}

/** Topics are referred to by name, everything else by slug. */
function relation(kind: EntityKind): Control {
  const value = kind === "topic" ? "name" : "{{slug}}";
  const label = kind === "news" ? "title" : "name";
  return {
    widget: "relation",
    collection: kind,
    value_field: value,
    display_fields: [label],
    search_fields: [label],
  };
}

function select(path: string, type: z.ZodEnum): Control {
  const labels = labelsOf(path);
  const options = type.options.map(String).map((value) => ({ label: labels.get(value)?.label ?? value, value }));
  return { widget: "select", options };
}

/** A pattern for what any of the types takes, with the schema's own message for everything else. */
export function toPattern(variants: readonly z.ZodType[], whole: z.ZodType): Control {
  const patterns = variants.flatMap((variant) => patternOf(variant) ?? []);
  if (patterns.length < variants.length) return {};
  return { pattern: [patterns.join("|"), messageOf(variants.length > 1 ? whole : variants[0])] };
}

function patternOf(type: z.ZodType): string | undefined {
  if (type instanceof z.ZodLiteral) return `^${String(type.value)}$`;
  // That a line is not empty: the CMS sees to that in a field that is required, and leaves out an empty one that is not.
  if (isOfType(type, line)) return undefined;
  const { pattern } = { ...z.toJSONSchema(type, { io: "input", unrepresentable: "any" }), ...hintOf(type) };
  return typeof pattern === "string" ? pattern : undefined;
}

/** The message for a lone question mark, which no field with a pattern takes. */
function messageOf(type: z.ZodType | undefined): string {
  return `The value ${type?.safeParse("?").error?.issues[0]?.message ?? "does not fit"}`;
}

/** Labels that cannot be made from the name. */
const LABELS: Readonly<Record<string, string>> = {
  openapi: "OpenAPI",
  apiStyle: "API style",
  sdks: "SDKs",
  featuredPdf: "Document",
  favIconImage: "Icon of the source",
};

/** `relatedOfferings` is read as 'Related offerings'. */
function labelOf(name: string): string {
  const label = LABELS[name];
  if (label !== undefined) return label;
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The CMS shows hints as Markdown without code, and takes what is in angle brackets for a tag. */
function plain(hint: string): string {
  return hint.replace(/`([^`]*)`/g, "‘$1’").replaceAll("<", "&lt;");
}
