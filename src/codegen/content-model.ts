/** docs/content-model.md, written from the schemas and the vocabularies. */
import { z } from "zod";
import { rules } from "../catalog/rules/index.ts";
import { accessFields } from "../schemas/access-facts.ts";
import { CertificationStandardsSchema } from "../schemas/certification-standards.ts";
import { commonFields, FhirFactsSchema, OpenApiFactsSchema, SmartFactsSchema } from "../schemas/interface-facts.ts";
import { OncFactsSchema } from "../schemas/onc-facts.ts";
import { ReportedAddressesSchema, ReportedVendorSchema } from "../schemas/reported-addresses.ts";
import { authentications, pricings, regions, registrations, sandboxes } from "../vocab/access.ts";
import { type EntityKind, entityKinds } from "../vocab/entity-kind.ts";
import type { Term } from "../vocab/vocab.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { fieldsOf, type JsonSchema } from "./json-schema.ts";

/** A file that passes the check where its vendor has one; a test tries it. */
export const factsExample = `---
name: Example Claims API
vendor: acme
kind: payer-api
summary: Claims of members as FHIR resources, for the apps that they choose.
registration:
  value: approval
  note: A new app is reviewed within ten days.
  address: https://developer.example/apps
  source: https://developer.example/docs/getting-started
  seen: 2026-08-20
pricing:
  value: free tier
  source:
    - https://developer.example/pricing
    - https://directory.example/claims-api
  listedBy: API directory
sdks:
  value:
    - language: Java
      repository: https://code.example/claims-java
    - language: Python
  source: https://developer.example/docs/libraries
  seen: 2026-08
---
`;

/** By field: the lists that editors extend, then those that code knows. */
export function closedLists(): Readonly<Record<string, { title: string; terms: Iterable<readonly [string, Term]> }>> {
  const { kinds, licences, standards, statuses, organizationTypes, dataKinds, apiStyles } = getVocabulary();
  return {
    kind: { title: "Kind of an offering", terms: kinds },
    licence: { title: "Licence", terms: licences },
    standards: { title: "Standard", terms: standards },
    status: { title: "Lifecycle status", terms: statuses },
    type: { title: "Type of an organization", terms: organizationTypes },
    data: { title: "Kind of data", terms: dataKinds },
    apiStyle: { title: "Style of an interface", terms: apiStyles },
    authentication: { title: "Authentication", terms: Object.entries(authentications) },
    registration: { title: "Registration", terms: Object.entries(registrations) },
    sandbox: { title: "Sandbox", terms: Object.entries(sandboxes) },
    pricing: { title: "Price", terms: Object.entries(pricings) },
    regions: { title: "Region", terms: Object.entries(regions) },
  };
}

export function buildContentModel(): string {
  return [
    "# Content model",
    "",
    "Written by `npm run docs` from `src/schemas`, `src/vocab` and `content/vocabulary`; do not edit it by hand.",
    "",
    "Every entity is one Markdown file with YAML front matter. The file name is its slug. `null`, `''` and `' '` mean absent. A key that is not listed is an error when it is close to one that is, else a warning.",
    "",
    ...Object.entries(fieldsOf).flatMap(([kind, schema]) => entitySection(kind as EntityKind, schema)),
    "## Facts",
    "",
    "`content/facts/links.json` is written by `npm run links`: what each source and homepage answered, and when.",
    '`content/facts/authors.json` is written by hand, where two names are one person or one name is two: the last part of an author\'s address, and the names that lead there, the one to be shown first, such as `{ "jane-doe": ["Jane Döe", "Jane Doe"] }`.',
    "`content/facts/certification-standards.json` is written by hand, from what ONC publishes of the rule: what a certification criterion implies. A criterion whose source was not read is left out.",
    "",
    ...fieldTable(toJsonSchema(CertificationStandardsSchema)),
    "`content/facts/reported-addresses.json` is written by hand, from one report that others publish: the addresses at which it found interfaces of a vendor. A vendor is named as the developer of its products in `onc-products.json`. A vendor that is no developer there is left out. So is, of each vendor, every address in a folder in which all four paths of documentation (`api-docs`, `openapi.json`, `swagger`, `swagger.json`) were found, since a server that answers so answers to any path; what was found in another folder of that server stays. So are an address below a resource type, which is a record, and that of a staging server.",
    "",
    ...fieldTable(toJsonSchema(ReportedAddressesSchema)),
    "Of each vendor:",
    "",
    ...fieldTable(toJsonSchema(ReportedVendorSchema)),
    "`content/facts/onc-products.json` is written by `npm run import:onc` and read as it is:",
    "",
    ...fieldTable(toJsonSchema(OncFactsSchema)),
    "`content/facts/interfaces/<offering>/<name>.json` is written by `npm run import:interface`: what an interface states of itself. Of a FHIR server:",
    "",
    ...fieldTable(toJsonSchema(FhirFactsSchema)),
    "Of a SMART configuration, besides the fields that all have:",
    "",
    ...fieldTable(toJsonSchema(SmartFactsSchema), ownFields(SmartFactsSchema)),
    "Of an OpenAPI or Swagger description:",
    "",
    ...fieldTable(toJsonSchema(OpenApiFactsSchema), ownFields(OpenApiFactsSchema)),
    "## Closed lists",
    "",
    "Kinds, licences, standards, statuses, types of organizations, kinds of data and styles of interfaces are in `content/vocabulary/`, where [a line](editing.md#a-new-kind-standard-or-synonym) adds one; the other lists are part of the code.",
    "",
    ...Object.entries(closedLists()).flatMap(([field, { title, terms }]) =>
      vocabularySection(`${title} (\`${field}\`)`, terms),
    ),
    "## Rules across files",
    "",
    "Besides its own fields, every file is compared with the others. `npm run check` names the rule in brackets.",
    "",
    ...Object.keys(rules).map((name) => `- \`${name}\``),
    "",
  ].join("\n");
}

function entitySection(kind: EntityKind, schema: z.ZodObject): string[] {
  const { plural, folder } = entityKinds[kind];
  const place = kind === "news" ? `content/${folder}/<yyyy>/<slug>.md` : `content/${folder}/<slug>.md`;
  const facts = kind === "offering" ? factsSection(toJsonSchema(schema)) : [];
  return [`## ${plural}`, "", `\`${place}\``, "", ...fieldTable(toJsonSchema(schema)), ...facts];
}

/** How the facts of access are written, which are all made alike. */
function factsSection({ properties = {} }: JsonSchema): string[] {
  const names = Object.keys(accessFields).map((name) => `\`${name}\``);
  const { properties: fields = {} } = properties["registration"]?.anyOf?.find((variant) => variant.properties) ?? {};
  const { value: _, ...beside } = fields;
  return [
    "### Facts of access",
    "",
    `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are facts that a developer decides by. State one only where a page states it, and name that page; what no page states is left out. A fact has its \`value\`, as in the table above, and beside it:`,
    "",
    ...fieldTable({ properties: beside }),
    "`check` warns of a fact without a source, and so of one that is a value alone. An offering with three facts:",
    "",
    "```yaml",
    factsExample.trim(),
    "```",
    "",
  ];
}

/** Those that only a document of this kind has. */
function ownFields({ shape }: z.ZodObject): ReadonlySet<string> {
  return new Set(Object.keys(shape).filter((name) => !(name in commonFields)));
}

function fieldTable({ properties = {}, required = [] }: JsonSchema, only?: ReadonlySet<string>): string[] {
  const shown = Object.entries(properties).filter(([name]) => only?.has(name) ?? true);
  const rows = shown.map(([name, field]) => {
    const need = required.includes(name) ? "yes" : "";
    return `| \`${name}\` | ${need} | ${typeOf(field)} | ${cell(field.description ?? "")} |`;
  });
  return ["| field | required | value | meaning |", "|---|---|---|---|", ...rows, ""];
}

function vocabularySection(title: string, terms: Iterable<readonly [string, Term]>): string[] {
  const rows = [...terms].map(([key, { label }]) => `| \`${key}\` | ${cell(label)} |`);
  return [`### ${title}`, "", "| value | shown as |", "|---|---|", ...rows, ""];
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
}

function typeOf(field: JsonSchema): string {
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum)
    return field.enum.length > 4
      ? "one of a closed list"
      : field.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (field.anyOf) return [...new Set(field.anyOf.map(typeOf))].join(" or ");
  if (field.type === "array") return field.items ? `list of ${typeOf(field.items)}` : "list";
  if (field.type === "integer") return "whole number";
  return field.type === "string" ? "text" : String(field.type ?? "anything");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
