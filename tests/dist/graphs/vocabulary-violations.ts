/** Every type and property of a graph is one of schema.org, and every value is of a kind that its property may have. */
import { isPartialDate } from "../../../src/lib/partial-date.ts";
import { type GraphNode, idOf, isNode, isReference, type Property, propertiesOf, quote, typeOf } from "./graph-page.ts";
import type { Vocabulary } from "./vocabulary.ts";

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d{2}:\d{2})$/;

/** `typeById` has the type of every node that a reference may name, on any page. */
export function vocabularyViolations(
  nodes: readonly GraphNode[],
  vocabulary: Vocabulary,
  typeById: (id: string) => string | undefined,
): string[] {
  const typed = nodes.filter((node) => !isReference(node));
  const known = typed.filter((node) => vocabulary.hasType(typeOf(node) ?? ""));
  return [
    ...typed.filter((node) => !known.includes(node)).map((node) => `${quote(node["@type"])} is no type of schema.org`),
    ...known.flatMap(strayKeys),
    ...propertiesOf(known).flatMap((property) => propertyViolations(property, vocabulary, typeById)),
  ];
}

function strayKeys(node: GraphNode): string[] {
  return Object.keys(node)
    .filter((key) => key.startsWith("@") && key !== "@type" && key !== "@id")
    .map((key) => `${typeOf(node)} has ${key}`);
}

function propertyViolations(
  { type, name, value }: Property,
  vocabulary: Vocabulary,
  typeById: (id: string) => string | undefined,
): string[] {
  const property = vocabulary.propertyOf(type, name);
  if (!property) return [`${type} has no property ${name}`];
  if (property.isDeprecated) return [`${type}.${name} was replaced by another property`];
  const ranges = property.ranges.filter((range) => range !== "IdReference");
  if (isNode(value)) {
    const valueType = isReference(value) ? typeById(idOf(value) ?? "") : typeOf(value);
    // What a reference names nowhere is a violation of ids.
    if (valueType === undefined || ranges.some((range) => vocabulary.isA(valueType, range))) return [];
    return [`${type}.${name} is a ${valueType}, and should be ${ranges.join(" or ")}`];
  }
  if (ranges.some((range) => isOfRange(value, range, vocabulary))) return [];
  return [`${type}.${name} is ${quote(value)}, and should be ${ranges.join(" or ")}`];
}

function isOfRange(value: unknown, range: string, vocabulary: Vocabulary): boolean {
  switch (range) {
    case "Boolean":
      return typeof value === "boolean";
    case "Number":
    case "Float":
      return typeof value === "number";
    case "Integer":
      return Number.isInteger(value);
    default:
      return typeof value === "string" && isTextOfRange(value, range, vocabulary);
  }
}

function isTextOfRange(value: string, range: string, vocabulary: Vocabulary): boolean {
  switch (range) {
    case "Text":
      return value.trim() !== "";
    // The context of schema.org reads an address as a reference there; Google's examples of breadcrumbs write `item` so.
    case "Thing":
    case "URL":
      return /^https?:$/.test(URL.parse(value)?.protocol ?? "");
    case "Date":
      return isPartialDate(value);
    case "DateTime":
      return isPartialDate(DATE_TIME.exec(value)?.[1] ?? "");
    case "Time":
      return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?$/.test(value);
    default:
      return vocabulary.membersOf(range).has(value);
  }
}
