/** The public shape of what lists records: a page of a list, and the index of everything. */
import { z } from "zod";
import { hasSection } from "../../config/settings.ts";
import { type PublishedKind, publishedKinds } from "../../vocab/entity-kind.ts";
import { AccessSummary } from "./access-shapes.ts";
import { address, count, day, Licence, text } from "./parts.ts";
import { AuthorRecord, NewsRecord, OfferingRecord, OrganizationRecord, TopicRecord } from "./shapes.ts";

/** Changes with the shape of any document; CHANGELOG-API.md tells how and why. */
export const SCHEMA_VERSION = "1.4.0";

/** Records on a page of a list. */
export const PAGE_SIZE = 100;

const id = { kind: true, slug: true, name: true, url: true, self: true } as const;

const summary = <T extends z.ZodObject>(name: string, shape: T) =>
  shape.meta({ id: `${name}Summary`, title: `${name} in a list`, description: "The record at `self` says the rest" });

/** What a list says of each record. */
export const summaryShapes = {
  news: summary(
    "News",
    NewsRecord.pick({ ...id, source: true, published: true, curated: true, modified: true, summary: true }),
  ),
  offering: summary(
    "Offering",
    OfferingRecord.pick({
      ...id,
      vendor: true,
      offeringKind: true,
      licence: true,
      standards: true,
      status: true,
      summary: true,
    }).extend({ access: AccessSummary.describe("What a developer decides by, in short") }),
  ),
  topic: summary("Topic", TopicRecord.pick({ ...id, authority: true, label: true, concept: true, description: true })),
  organization: summary(
    "Organization",
    OrganizationRecord.pick({ ...id, type: true, homepage: true, description: true }),
  ),
  author: summary("Author", AuthorRecord.pick(id)),
} as const satisfies Record<PublishedKind, z.ZodObject>;

const revision = text.describe("Changes whenever a record of the kind does, and with nothing else");
const kindOfRecords = z.enum(publishedKinds).describe("Kind of the records");

/** Of any kind; each kind's own list says what its items are. */
const ListPage = z.object({
  kind: kindOfRecords,
  self: address.describe("This page"),
  page: z.int32().min(1).describe("Number of this page"),
  pages: z.int32().min(1).describe("How many pages there are; an empty list has one"),
  total: count.describe("How many records there are on all pages"),
  revision,
  previous: address.nullable().describe("The page before; null on the first"),
  next: address.nullable().describe("The page after; null on the last"),
});

const list = <K extends PublishedKind>(name: string, kind: K) =>
  ListPage.extend({
    kind: z.literal(kind).describe("Kind of the records"),
    items: z.array(summaryShapes[kind]).max(PAGE_SIZE).describe("Records, in the order of the kind"),
  }).meta({ id: `${name}List`, title: `${name} list`, description: "A page of the list of a kind" });

export const listShapes = {
  news: list("News", "news"),
  offering: list("Offering", "offering"),
  topic: list("Topic", "topic"),
  organization: list("Organization", "organization"),
  author: list("Author", "author"),
} as const satisfies Record<PublishedKind, z.ZodObject>;

export const Term = z
  .object({
    id: text.describe("As it stands in records"),
    label: text.describe("As a page says it"),
  })
  .meta({ id: "Term", title: "Term", description: "A word of a closed list" });

export const ApiIndex = z
  .object({
    name: text.describe("Name of the site"),
    description: text.describe("What it is"),
    self: address.describe("This document"),
    schemaVersion: z.literal(SCHEMA_VERSION).describe("Version of the shapes, as CHANGELOG-API.md counts them"),
    built: day.describe("Day of the build, UTC"),
    commit: z
      .string()
      .regex(/^[0-9a-f]{7,64}(-dirty)?$/)
      .nullable()
      .describe(
        "Commit that the site was built from; it ends in `-dirty` where files differed from it, and is null where none is known",
      ),
    licence: Licence.describe("Terms of our own words; each record says which these are"),
    documentation: address.describe("What is here, for people"),
    openapi: address.describe("What is here, as OpenAPI 3.1"),
    kinds: z
      .array(
        z.object({
          kind: kindOfRecords,
          count: count.describe("How many records there are"),
          pages: z.int32().min(1).describe("How many pages the list has"),
          revision,
          list: address.describe("First page of the list"),
          ndjson: address.describe("Every record, one JSON document a line"),
          csv: address.describe("Every record, one row each"),
          schema: address.describe("JSON Schema of a record"),
          listSchema: address.describe("JSON Schema of a page of the list"),
        }),
      )
      .describe("The kinds of record"),
    concepts: z
      .object({
        count: count.describe("How many topics there are"),
        jsonld: address.describe("All topics as SKOS, JSON-LD"),
        turtle: address.describe("The same graph as Turtle"),
      })
      .describe("The topics and how they map to each other across vocabularies"),
    ...(hasSection("digest") && {
      digests: address.describe("The weeks that have a digest, what was curated in each"),
    }),
    ...(hasSection("offerings") && {
      interfaces: address.describe("The interfaces of offerings as an API catalog (RFC 9727)"),
    }),
    vocabularies: z
      .object({
        offeringKind: z.array(Term).describe("Kinds of offering"),
        licence: z.array(Term).describe("Licences of offerings"),
        standard: z.array(Term).describe("Standards that offerings support"),
        status: z.array(Term).describe("Stages in the life of an offering"),
        organizationType: z.array(Term).describe("Types of organization"),
        publishedBasis: z.array(Term).describe("Ways to know a date of publication"),
        authentication: z.array(Term).describe("Ways in which requests prove who they come from"),
        registration: z.array(Term).describe("Ways to get access"),
        sandbox: z.array(Term).describe("Whether there is a sandbox"),
        pricing: z.array(Term).describe("Kinds of price"),
        apiStyle: z.array(Term).describe("Styles of interfaces"),
        dataKind: z.array(Term).describe("Kinds of data"),
        region: z.array(Term).describe("Countries and regions"),
      })
      .describe("The closed lists whose words stand in records, with their labels"),
  })
  .meta({ id: "Index", title: "Index", description: "What there is, how much of it, and where" });

export type ListPage = z.output<typeof ListPage> & { readonly items: readonly object[] };
export type ApiIndex = z.output<typeof ApiIndex>;
