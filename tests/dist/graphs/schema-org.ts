/** The types of schema.org that the site uses, and what every value must be. That a type has a property is checked by the types of schema-dts, in `src`. */
import { isPartialDate } from "../../../src/lib/partial-date.ts";
import { type GraphNode, isReference, type Property, propertiesOf, quote, typeOf } from "./graph-page.ts";

/** With the type above, where a rule or a check is about that one. */
const TYPES = new Map<string, string | undefined>([
  ["AboutPage", "WebPage"],
  ["Article", undefined],
  ["BreadcrumbList", "ItemList"],
  ["CollectionPage", "WebPage"],
  ["CreativeWork", undefined],
  ["DefinedTerm", undefined],
  ["DefinedTermSet", undefined],
  ["GovernmentOrganization", "Organization"],
  ["ItemList", undefined],
  ["ListItem", undefined],
  ["MediaObject", "CreativeWork"],
  ["NGO", "Organization"],
  ["NewsMediaOrganization", "Organization"],
  ["Organization", undefined],
  ["Person", undefined],
  ["ProfilePage", "WebPage"],
  ["ResearchOrganization", "Organization"],
  ["SoftwareApplication", undefined],
  ["SoftwareSourceCode", undefined],
  ["WebAPI", undefined],
  ["WebPage", undefined],
  ["WebSite", undefined],
]);

/** True for the type itself and for a type below it. */
export function isA(type: string | undefined, ancestor: string): boolean {
  return type !== undefined && (type === ancestor || isA(TYPES.get(type), ancestor));
}

export function isDateProperty(name: string): boolean {
  return /^date|Date$/.test(name);
}

export function schemaOrgViolations(nodes: readonly GraphNode[]): string[] {
  const defined = nodes.filter((node) => !isReference(node));
  return [
    ...defined
      .filter((node) => !TYPES.has(typeOf(node) ?? ""))
      .map((node) => `${quote(node["@type"])} is no type in use`),
    ...defined.flatMap(keywordViolations),
    ...propertiesOf(defined).flatMap(valueViolations),
  ];
}

function keywordViolations(node: GraphNode): string[] {
  return Object.keys(node)
    .filter((key) => key.startsWith("@") && key !== "@type" && key !== "@id")
    .map((key) => `${typeOf(node)} has ${key}`);
}

function valueViolations({ type, name, value }: Property): string[] {
  const isFine = isDateProperty(name)
    ? isDate(String(value))
    : value !== null && !(typeof value === "string" && value.trim() === "");
  return isFine ? [] : [`${type}.${name} is ${quote(value)}`];
}

/** A year, a month, a day, or a time with its zone. */
function isDate(text: string): boolean {
  const [, day = text] =
    /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  return isPartialDate(day);
}
