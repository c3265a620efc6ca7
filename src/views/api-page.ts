/** The page that tells people what the data is: where each file is, what its fields mean, and one of each kind as it is. */

import { site } from "../config.ts";
import { formatCount } from "../lib/text.ts";
import type { PublishedKind } from "../vocab/entity-kind.ts";
import { buildPage, type LinkView, type PageView } from "./page.ts";
import {
  absoluteUrl,
  apiIndexUrl,
  apiPageUrl,
  conceptsUrl,
  dumpUrl,
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
  /** Shapes that stand inside records. */
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
export type Words = readonly { readonly text: string; readonly isCode: boolean }[];

export interface FieldView {
  readonly name: string;
  readonly type: Words;
  readonly meaning: Words;
}

/** A file, and the line that fetches it. */
export interface CommandView extends LinkView {
  readonly command: string;
}

interface SectionView {
  readonly heading: string;
  readonly about: string;
  readonly fields: readonly FieldView[];
}

export interface ApiPageView extends PageView {
  readonly version: string;
  readonly pageSize: number;
  readonly licence: LinkView;
  readonly start: CommandView;
  readonly openApi: LinkView;
  /** What stands on the page, with how many records of it there are. */
  readonly contents: readonly (LinkView & { readonly count?: string })[];
  readonly concepts: readonly CommandView[];
  readonly indexFields: readonly FieldView[];
  readonly listFields: readonly FieldView[];
  readonly kinds: readonly (SectionView & {
    readonly anchor: string;
    readonly count: string;
    readonly schema: LinkView;
    readonly commands: readonly CommandView[];
    readonly example: { readonly path: string; readonly text: string } | undefined;
  })[];
  readonly parts: readonly SectionView[];
}

const HEADINGS: Readonly<Record<PublishedKind, string>> = {
  news: "News",
  offering: "Offerings",
  topic: "Topics",
  organization: "Organizations",
  author: "Authors",
};

export function buildApiPage({ version, pageSize, index, list, kinds, parts }: ApiDescription): ApiPageView {
  return {
    ...buildPage({
      title: "Data",
      description: "The whole catalog as static files for programs: JSON, NDJSON, CSV and SKOS, with schemas.",
      path: apiPageUrl,
      data: apiIndexUrl,
    }),
    version,
    pageSize,
    licence: { href: site.licence.url, label: site.licence.name },
    start: toCommand(apiIndexUrl, "Index"),
    openApi: { href: openApiUrl, label: "OpenAPI 3.1 description" },
    contents: [
      ...kinds.map(({ kind, count }) => ({ href: `#${kind}`, label: HEADINGS[kind], count: formatCount(count) })),
      { href: "#concepts", label: "Topics across vocabularies" },
      { href: "#parts", label: "Parts of records" },
    ],
    concepts: [toCommand(conceptsUrl.turtle, "Turtle"), toCommand(conceptsUrl.jsonld, "JSON-LD")],
    indexFields: index.map(toField),
    listFields: list.map(toField),
    kinds: kinds.map(({ kind, count, description, fields, example }) => ({
      anchor: kind,
      heading: HEADINGS[kind],
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
      example,
    })),
    parts: parts.map(({ title, description, fields }) => ({
      heading: title,
      about: `${description}.`,
      fields: fields.map(toField),
    })),
  };
}

function toCommand(path: string, label: string): CommandView {
  return { href: path, label, command: `curl -s ${absoluteUrl(path)}` };
}

function toField({ name, type, meaning }: FieldRow): FieldView {
  return { name, type: toWords(type), meaning: toWords(meaning) };
}

function toWords(text: string): Words {
  return text
    .split("`")
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
