/** A new content file as an editor wants to find it: what is known filled in, what is missing marked, what is possible explained. */

import { isImported, type JsonSchema, toEditorSchema } from "../../codegen/json-schema.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";

/** Fields beyond the required ones without which the check complains or an entry says nothing. */
const WANTED: Readonly<Record<EntityKind, readonly string[]>> = {
  news: ["summary"],
  offering: ["summary", "homepage", "added"],
  topic: [],
  organization: ["homepage"],
};

const WIDTH = 100;

/**
 * The whole text. A mark `# TODO` is where a value is missing, so that the
 * field is empty until someone writes one, and the check says so.
 */
export function toTemplate(kind: EntityKind, values: Readonly<Record<string, string>>): string {
  const { properties = {}, required = [] } = toEditorSchema(kind);
  const fields = Object.entries(properties);
  const isNeeded = (name: string) => required.includes(name) || WANTED[kind].includes(name);
  const optional = fields.filter(([name]) => !isNeeded(name));
  const byHand = optional.filter(([, field]) => !isImported(field));
  const imported = optional.filter(([, field]) => isImported(field));
  return [
    "---",
    ...fields
      .filter(([name]) => isNeeded(name))
      .flatMap(([name, field]) => neededField(name, field, values[name], required.includes(name))),
    "",
    "# These may be left out. To use one, remove the '# ' before its name, and before the lines that",
    "# are indented below it.",
    ...byHand.flatMap(([name, field], index) => [
      "#",
      ...(index === byHand.findIndex(([, other]) => factOf(other)) ? [...explainFacts(field), "#"] : []),
      ...optionalField(name, field),
    ]),
    ...(imported.length > 0 ? ["#", "# These are written by imports alone.", "#"] : []),
    ...imported.map(([name, { description = "" }]) => `# ${name}: # ${description}`),
    "---",
    "",
  ].join("\n");
}

/** Names of the fields that are marked in a template. */
export function markedFields(template: string): string[] {
  const marks = template.matchAll(/^(\w+):(?:\n {2}-)? # TODO\b/gm);
  return Array.from(marks, ([, name = ""]) => name);
}

function neededField(name: string, field: JsonSchema, value: string | undefined, isRequired: boolean): string[] {
  const mark = isRequired ? "# TODO" : "# TODO, or remove the line";
  const list = isList(field) ? `\n  - ${value ?? mark}` : ` ${value ?? mark}`;
  return [...explain(field), `${name}:${list}`];
}

function optionalField(name: string, field: JsonSchema): string[] {
  const fact = factOf(field)?.properties;
  const inner = fact ? [...linesOf("value", fact["value"] ?? {}), "source:", "seen:"] : isList(field) ? ["-"] : [];
  return [...explain(field), ...[`${name}:`, ...indent(inner)].map((line) => `# ${line}`)];
}

/** The fields of a value that can say where it was seen. */
function factOf({ anyOf = [] }: JsonSchema): JsonSchema | undefined {
  return anyOf.find(({ properties }) => properties?.["value"] !== undefined);
}

/** What may stand in every fact, once above the first. */
function explainFacts(field: JsonSchema): string[] {
  const { value, ...beside } = factOf(field)?.properties ?? {};
  return [
    ...wrap("Each fact below says where and when it was seen. Beside its value may stand:"),
    ...Object.entries(beside).flatMap(([name, { description = "" }]) => wrap(`- ${name}: ${description}`)),
  ];
}

/** A field of a fact without its values, with the fields of what it holds. */
function linesOf(name: string, field: JsonSchema): string[] {
  const list = [field, ...(field.anyOf ?? [])].find(isList);
  const { properties } = objectIn(list?.items ?? field) ?? {};
  const inner = Object.entries(properties ?? {}).flatMap(([one, type]) => linesOf(one, type));
  if (!list) return [`${name}:`, ...indent(inner)];
  const [first, ...others] = inner;
  return [`${name}:`, ...indent([first === undefined ? "-" : `- ${first}`, ...indent(others)])];
}

/** The object that a field may hold. */
function objectIn(field: JsonSchema): JsonSchema | undefined {
  return [field, ...(field.anyOf ?? [])].find(({ properties }) => properties);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** What the field means and, of a closed list, its values. */
function explain(field: JsonSchema): string[] {
  const values = valuesOf(field);
  return [...wrap(field.description ?? ""), ...(values.length > 0 ? wrap(`One of: ${values.join(", ")}`) : [])];
}

function valuesOf({ enum: values, anyOf = [], items }: JsonSchema): readonly string[] {
  if (values) return values.map(String);
  // A list that may be one value has each value twice.
  return [...new Set([...anyOf, ...(items ? [items] : [])].flatMap(valuesOf))];
}

function isList({ type, anyOf = [] }: JsonSchema): boolean {
  return type === "array" || anyOf.some(isList);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${word}`);
  }
  return lines;
}
