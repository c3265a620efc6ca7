/** The page about the data: where each file is, what its fields mean, and an example of each kind. */
import { getSite } from "../config/settings.ts";
import { formatCount } from "../lib/text.ts";
import { entityKinds, type PublishedKind } from "../vocab/entity-kind.ts";
import { buildPage, type LinkView } from "./page.ts";
import {
  absoluteUrl,
  apiCatalogUrl,
  apiIndexUrl,
  apiPageUrl,
  apisJsonUrl,
  apiUrl,
  conceptsUrl,
  digestListDataUrl,
  domainPath,
  dumpUrl,
  interfacesUrl,
  listDataUrl,
  openApiUrl,
  schemaUrl,
} from "./urls.ts";

/** What the data is, as the outputs that write it know it. Texts may have code between backticks. */
export interface ApiDescription {
  readonly version: string;
  readonly pageSize: number;
  readonly kinds: readonly (ShapeDescription & {
    readonly kind: PublishedKind;
    readonly count: number;
    /** A file that is there; none while there is no record. */
    readonly example: { readonly path: string; readonly text: string } | undefined;
  })[];
  /** Fields of the index, and of a page of a list: that of news. */
  readonly index: readonly FieldRow[];
  readonly list: readonly FieldRow[];
  /** Fields of the digest of a week. */
  readonly digest: readonly FieldRow[];
  /** Shapes of parts of records. */
  readonly parts: readonly (ShapeDescription & { readonly title: string })[];
}

export interface ShapeDescription {
  readonly description: string;
  readonly fields: readonly FieldRow[];
}

export interface FieldRow {
  /** With a dot between a field and one inside it. */
  readonly name: string;
  /** `list of references`, `day or null`. */
  readonly type: string;
  readonly meaning: string;
}

/** Text in which some is code. */
export type TextWithCode = readonly { readonly text: string; readonly isCode: boolean }[];

export type FieldView = ReturnType<typeof toField>;
export type CommandView = ReturnType<typeof toCommand>;
export type ApiPageView = ReturnType<typeof buildApiPage>;

export function buildApiPage({ version, pageSize, index, list, digest, kinds, parts }: ApiDescription) {
  return {
    ...buildPage({
      title: "Data",
      description: "The whole catalog as static files for programs: JSON, NDJSON, CSV and SKOS, with schemas.",
      path: apiPageUrl,
      data: apiIndexUrl,
    }),
    version,
    folder: domainPath(apiUrl),
    pageSize,
    licence: { href: getSite().licence.url, label: getSite().licence.name },
    start: toCommand(apiIndexUrl, "Index"),
    openApi: { href: openApiUrl, label: "OpenAPI 3.1 description" },
    contents: listContents(kinds),
    concepts: [toCommand(conceptsUrl.turtle, "Turtle"), toCommand(conceptsUrl.jsonld, "JSON-LD")],
    digests: [toCommand(digestListDataUrl, "Weeks")],
    digestFields: digest.map(toField),
    interfaces: [toCommand(interfacesUrl, "Interfaces of offerings")],
    /** A program looks for the API catalog of a domain at its root. */
    isFoundByDomain: domainPath(apiCatalogUrl) === apiCatalogUrl,
    discovery: [toCommand(apiCatalogUrl, "API catalog"), toCommand(apisJsonUrl, "APIs.json")],
    indexFields: index.map(toField),
    listFields: list.map(toField),
    kinds: kinds.map(({ kind, count, description, fields, example }) => ({
      anchor: kind,
      heading: headingOf(kind),
      count: formatCount(count),
      about: `${description}. In lists and dumps ${kind === "news" ? "by day of curation, newest first" : "by slug"}.`,
      schema: { href: schemaUrl(kind), label: "JSON Schema" },
      commands: [
        ...(example ? [toCommand(example.path, "One record")] : []),
        toCommand(listDataUrl(kind), "List"),
        toCommand(dumpUrl(kind, "ndjson"), "All, NDJSON"),
        toCommand(dumpUrl(kind, "csv"), "All, CSV"),
      ],
      fields: fields.map(toField),
      example: example && { path: domainPath(example.path), text: example.text },
    })),
    parts: parts.map(({ title, description, fields }) => ({
      heading: title,
      about: `${description}.`,
      fields: fields.map(toField),
    })),
  };
}

function headingOf(kind: PublishedKind): string {
  return kind === "author" ? "Authors" : entityKinds[kind].plural;
}

/** The sections of the page, with the number of records. */
function listContents(kinds: ApiDescription["kinds"]): (LinkView & { count?: string })[] {
  return [
    ...kinds.map(({ kind, count }) => ({ href: `#${kind}`, label: headingOf(kind), count: formatCount(count) })),
    { href: "#digest", label: "Weekly digest" },
    { href: "#concepts", label: "Topics across vocabularies" },
    { href: "#interfaces", label: "Interfaces of offerings" },
    { href: "#discovery", label: "How programs find it" },
    { href: "#parts", label: "Parts of records" },
  ];
}

/** A file, and the line that fetches it. */
function toCommand(path: string, label: string) {
  return { href: path, label, command: `curl -s ${absoluteUrl(path)}` };
}

function toField({ name, type, meaning }: FieldRow) {
  return { name, type: toTextWithCode(type), meaning: toTextWithCode(meaning) };
}

function toTextWithCode(text: string): TextWithCode {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
