/** The page about the data: where each file is, what its fields mean, and an example of each kind. */
import { getSite, hasSection } from "../config/settings.ts";
import { getMessages } from "../messages/messages.ts";
import type { PublishedKind } from "../vocab/entity-kind.ts";
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
    /** A file that exists; undefined while there is no record. */
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

/** Text in which some is code, or a link. */
export type TextWithCode = readonly {
  readonly text: string;
  readonly isCode: boolean;
  readonly link?: { readonly href: string; readonly rel?: string };
}[];

export type FieldView = ReturnType<typeof toField>;
export type CommandView = ReturnType<typeof toCommand>;
export type ApiPageView = ReturnType<typeof buildApiPage>;

export function buildApiPage({ version, pageSize, index, list, digest, kinds, parts }: ApiDescription) {
  const { api: messages, format } = getMessages();
  const { title, description: about } = messages;
  const { language } = new Intl.Locale(getSite().language);
  return {
    ...buildPage({ title, description: about, path: apiPageUrl, data: apiIndexUrl }),
    heading: title,
    /** What shapes say of themselves is in English. */
    shapeLanguage: language === "en" ? undefined : "en",
    version,
    folder: domainPath(apiUrl),
    pageSize,
    licence: { href: getSite().licence.url, label: getSite().licence.name },
    start: toCommand(apiIndexUrl, messages.start.file),
    openApi: { href: openApiUrl, label: messages.start.openApi },
    contents: listContents(kinds),
    concepts: [toCommand(conceptsUrl.turtle, "Turtle"), toCommand(conceptsUrl.jsonld, "JSON-LD")],
    /** None on a site without digests. */
    digests: hasSection("digest") ? [toCommand(digestListDataUrl, messages.digest.file)] : [],
    digestFields: digest.map(toField),
    /** None on a site without offerings. */
    interfaces: hasSection("offerings") ? [toCommand(interfacesUrl, messages.interfaces.heading)] : [],
    /** A program looks for the API catalog of a domain at its root. */
    isFoundByDomain: domainPath(apiCatalogUrl) === apiCatalogUrl,
    discovery: [toCommand(apiCatalogUrl, messages.discovery.catalog), toCommand(apisJsonUrl, "APIs.json")],
    indexFields: index.map(toField),
    listFields: list.map(toField),
    kinds: kinds.map(({ kind, count, description, fields, example }) => ({
      anchor: kind,
      heading: headingOf(kind),
      count: format.count(count),
      about: `${description}.`,
      order: kind === "news" ? messages.kind.newestFirst : messages.kind.bySlug,
      schema: { href: schemaUrl(kind), label: "JSON Schema" },
      commands: [
        ...(example ? [toCommand(example.path, messages.kind.record)] : []),
        toCommand(listDataUrl(kind), messages.kind.list),
        toCommand(dumpUrl(kind, "ndjson"), messages.kind.all("NDJSON")),
        toCommand(dumpUrl(kind, "csv"), messages.kind.all("CSV")),
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
  const { api: messages, site } = getMessages();
  return kind === "author" ? messages.authors : site.sections[kind];
}

/** The sections of the page, with the number of records. */
function listContents(kinds: ApiDescription["kinds"]): (LinkView & { count?: string })[] {
  const { api: messages, format } = getMessages();
  return [
    ...kinds.map(({ kind, count }) => ({ href: `#${kind}`, label: headingOf(kind), count: format.count(count) })),
    ...(hasSection("digest") ? [{ href: "#digest", label: messages.digest.heading }] : []),
    { href: "#concepts", label: messages.concepts.heading },
    ...(hasSection("offerings") ? [{ href: "#interfaces", label: messages.interfaces.heading }] : []),
    { href: "#discovery", label: messages.discovery.heading },
    { href: "#parts", label: messages.parts.heading },
  ];
}

/** A file, and the line that fetches it. */
function toCommand(path: string, label: string) {
  return { href: path, label, command: `curl -s ${absoluteUrl(path)}` };
}

function toField({ name, type, meaning }: FieldRow) {
  return { name, type: toTextWithCode(type), meaning: toTextWithCode(meaning) };
}

/** Code stands between backticks. */
export function toTextWithCode(text: string): TextWithCode {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}

/** The link stands between the first text and the second. */
export function toTextWithLink(
  [before = "", behind = ""]: readonly string[],
  { label, ...link }: LinkView & { readonly rel?: string },
): TextWithCode {
  return [...toTextWithCode(before), { text: label, isCode: false, link }, ...toTextWithCode(behind)];
}
