/** The public shape of a record of each kind: every field is always there, null or empty where nothing is known. */
import { z } from "zod";
import { hasFacts } from "../../config/settings.ts";
import { termOf } from "../../schemas/fields.ts";
import { confidenceKeys, dateBasisKeys, standardBasisKeys } from "../../vocab/basis.ts";
import { Access, KnownAccess } from "./access-shapes.ts";
import { Interfaces } from "./interface-shapes.ts";
import {
  address,
  count,
  day,
  identity,
  OutboundLink,
  partialDate,
  precision,
  Reference,
  RichText,
  Rights,
  text,
} from "./parts.ts";

const formerUrls = z.array(address).describe("Former addresses of the page; each redirects to `url`");
const offerings = z.array(Reference);
const news = z.array(Reference);
const rights = Rights.describe("Which words are under which terms");
const body = RichText.nullable().describe("Longer description, in our own words");

export const NewsRecord = z
  .object({
    kind: z.literal("news").describe("Kind of the record"),
    ...identity,
    name: text.describe("Headline, as the source has it"),
    nameBasis: z
      .enum(["page", "url"])
      .nullable()
      .describe("`page` where the headline was read on the page, `url` where it was rebuilt from the address"),
    formerUrls,
    source: z
      .object({
        url: address.describe("Address of the article, without trackers"),
        host: text.describe("Its host, without `www.`"),
        publisher: Reference.nullable().describe("Organization that published it"),
        authors: z.array(Reference).describe("Who wrote it"),
        goneAsOf: OutboundLink.shape.goneAsOf,
      })
      .describe("The article that the item is about"),
    published: partialDate
      .nullable()
      .describe("Date of the article at the precision known: `2024`, `2024-05` or `2024-05-17`; see `publishedBasis`"),
    publishedPrecision: precision.nullable().describe("How much of `published` is known"),
    publishedBasis: z
      .enum(dateBasisKeys)
      .nullable()
      .describe(
        "How `published` is known: stated on the `page`, read from the `url`, inferred from the `context`, that of the `journal-issue`; `curation` means that the article's own date is not known and the day of curation stands in its place; null where nobody noted it",
      ),
    curated: day.describe("Day on which it entered the catalog"),
    modified: day.describe("Day of the last change that is known, never before `curated`"),
    topics: z.array(Reference).describe("Topics that it is filed under"),
    offerings: offerings.describe("Offerings that the curator named, `mainOffering` first"),
    mainOffering: Reference.nullable().describe("The one offering that it is about, where the curator says so"),
    institution: Reference.nullable().describe("The organization that it concerns, where the curator names one"),
    via: z
      .object({
        name: text.describe("Who it was, or the host of `url`"),
        url: address.nullable().describe("Where they did"),
      })
      .nullable()
      .describe("Who pointed to the article"),
    cluster: news.describe("All news on the same event, this item too, the lead first; empty where it is the only one"),
    summary: text.nullable().describe("What the article says, in our own words, plain text"),
    insights: z
      .object({ ...RichText.shape, by: text.nullable().describe("Who wrote it") })
      .nullable()
      .describe("What the curator thinks of it"),
    quoted: z
      .object({
        language: text.describe("Language of the words, BCP 47"),
        teaser: text.nullable().describe("Teaser, plain text; it may end in an ellipsis where it was cut"),
        excerpt: RichText.nullable().describe("Excerpt"),
      })
      .describe("Words of the source. They belong to its publisher and are not under the licence"),
    image: z
      .object({
        url: address.describe("Address of the file"),
        alt: text.nullable().describe("What it shows"),
        width: count.nullable().describe("In pixels"),
        height: count.nullable().describe("In pixels"),
      })
      .nullable()
      .describe("Picture of the article"),
    document: z
      .object({
        url: address.describe("Address of the file"),
        type: z.literal("application/pdf").describe("Media type"),
        length: z.int().min(1).describe("In bytes"),
      })
      .nullable()
      .describe("Document that belongs to the article"),
    note: text.nullable().describe("What to know about this record, for example that the source is a repost"),
    rights,
  })
  .meta({ id: "News", title: "News item", description: "A curated story" });

export const Certification = z
  .object({
    source: text.describe("The list that the facts were taken from"),
    asOf: day.describe("Day of that list"),
    products: z
      .array(
        z.object({
          product: text.describe("Name on the list"),
          developer: text.describe("Developer on the list"),
          versions: z
            .array(
              z.object({
                version: text.describe("Version, as listed"),
                chplId: z.int32().describe("Number of the listing"),
                chplProductNumber: text.describe("CHPL product number"),
                certificationDate: day.describe("Day of the certification"),
                certificationStatus: text.describe("Status, as listed"),
                apiDocumentation: address.nullable().describe("Documentation of the interface, as listed"),
                criteria: z.array(text).describe("Codes of the criteria met"),
              }),
            )
            .describe("Listings, newest first"),
        }),
      )
      .describe("Products on the list"),
    implies: z
      .array(
        z.object({
          standard: termOf("standards", "Standard"),
          version: text.describe("Version"),
          criterion: text.describe("Criterion that implies it"),
          citation: text.describe("Paragraph of the rule"),
          until: day.nullable().describe("Day on which the adoption of the version ends or has ended"),
          isExpired: z.boolean().describe("True where it has ended"),
        }),
      )
      .describe("What the active listings imply"),
    reported: z
      .object({
        source: text.describe("The report"),
        url: address.describe("Where it is"),
        asOf: day.describe("Day of the report"),
        metadata: address.nullable().describe("Address of the statement of a FHIR server"),
        smart: address.nullable().describe("Address of a SMART configuration"),
        documentation: address.nullable().describe("Address of API documentation"),
      })
      .nullable()
      .describe("Addresses where requests succeeded, as a report has it for the developer; not tested by us"),
    criteria: z
      .array(z.object({ code: text.describe("Such as `170.315(g)(10)`"), title: text.nullable().describe("Title") }))
      .describe("Every criterion that a version meets, once"),
  })
  .meta({ id: "Certification", title: "Certification", description: "Facts from the ONC list of certified products" });

export type Certification = z.output<typeof Certification>;

const link = (what: string) => OutboundLink.nullable().describe(what);

export const OfferingRecord = z
  .object({
    kind: z.literal("offering").describe("Kind of the record"),
    ...identity,
    name: text.describe("Name, as the vendor writes it"),
    formerUrls,
    vendor: Reference.describe("Organization that offers it"),
    offeringKind: termOf("kinds", "What it is"),
    summary: text.nullable().describe("One or two sentences in our own words, plain text"),
    body,
    licence: termOf("licences").nullable().describe("`commercial`, `public-service`, or an SPDX identifier"),
    standards: z.array(termOf("standards")).describe("Standards that it is said to support"),
    knownStandards: z
      .array(
        z.object({
          standard: termOf("standards", "Standard"),
          bases: z
            .array(z.enum(standardBasisKeys))
            .describe("`stated`; `declared` by its server; `implied` by its certification"),
        }),
      )
      .describe("Those and what its interfaces declare and its certification implies, with every basis"),
    status: termOf("statuses").nullable().describe("Where it stands in its life"),
    statusDate: partialDate.nullable().describe("When the status began or will begin, at the precision known"),
    statusDatePrecision: precision.nullable().describe("How much of `statusDate` is known"),
    statusIsToCome: z.boolean().describe("True while `statusDate` had not come on the day of the build"),
    statusNote: text.nullable().describe("One sentence about the status"),
    successor: Reference.nullable().describe("Offering that takes its place"),
    successorName: text.nullable().describe("Name of a successor that is not in the catalog"),
    predecessors: z.array(Reference).describe("Offerings whose place it takes"),
    formerly: z.array(text).describe("Former names"),
    homepage: link("Page about it"),
    documentation: link("Documentation of its interface"),
    repository: link("Source code"),
    product: Reference.nullable().describe("Offering whose interface this is"),
    apis: z.array(Reference).describe("Offerings that are interfaces of this one"),
    access: Access.describe("What a developer decides by, each fact with where it was seen"),
    knownAccess: KnownAccess.describe("The same facts with what follows from interfaces, licence and standards"),
    topics: z.array(Reference).describe("Topics that it is filed under"),
    news: news.describe("News that names it, newest first"),
    ...(hasFacts("onc") && {
      certification: Certification.nullable().describe("Certified facts; null where it is on no list"),
    }),
    ...(hasFacts("interfaces") && {
      interfaces: Interfaces.describe("What its interfaces state of themselves"),
    }),
    evidence: z.array(address).describe("Public pages where the facts were seen"),
    evidenceBasis: z
      .enum(["pages", "general-knowledge"])
      .nullable()
      .describe("`pages` where the facts were seen on public pages, `general-knowledge` where none was recorded"),
    confidence: z
      .enum(confidenceKeys)
      .nullable()
      .describe("`high`: checked against public pages; `medium`: not checked with the vendor"),
    added: day.nullable().describe("Day on which it entered the catalog; null where nobody stated it"),
    rights,
  })
  .meta({ id: "Offering", title: "Offering", description: "A product, a service or an open-source project" });

export const TopicRecord = z
  .object({
    kind: z.literal("topic").describe("Kind of the record"),
    ...identity,
    name: text.describe("Full name: `<authority>: <label>`"),
    formerUrls,
    authority: text.describe("Vocabulary that it belongs to"),
    label: text.describe("Name within the vocabulary"),
    concept: address.describe("The subject itself, as `topics.ttl` and `topics.skos.jsonld` name it"),
    description: text.describe("What it covers, one sentence"),
    isPlausible: z
      .boolean()
      .describe("True where the label is likely one of its authority, whose own list was not seen"),
    body,
    sameAs: z.array(Reference).describe("The same subject in other vocabularies; symmetric and transitive"),
    related: z.array(Reference).describe("Neighbouring topics; symmetric"),
    broader: Reference.nullable().describe("The wider topic that it belongs to"),
    narrower: z.array(Reference).describe("The topics that belong to it"),
    featured: z
      .array(Reference)
      .describe("Offerings that an editor put first, in that order; one may be filed under `sameAs` alone"),
    news: news.describe("News filed under it, newest first; that of `sameAs` is not among it"),
    offerings: offerings.describe("Offerings filed under it, by name; those of `sameAs` are not among them"),
    rights,
  })
  .meta({ id: "Topic", title: "Topic", description: "A term of a controlled vocabulary" });

export const OrganizationRecord = z
  .object({
    kind: z.literal("organization").describe("Kind of the record"),
    ...identity,
    name: text.describe("Usual short name"),
    formerUrls,
    type: termOf("organizationTypes", "What it is"),
    legalName: text.nullable().describe("Name in a register, where it differs"),
    alsoKnownAs: z.array(text).describe("Other names"),
    homepage: link("Home page"),
    hosts: z.array(text).describe("Hosts that are its own"),
    description: text.nullable().describe("One sentence about it, in our own words"),
    news: news.describe("News that it published, newest first"),
    newsAbout: news.describe("News that concerns it, newest first"),
    offerings: offerings.describe("What it offers, by name"),
    rights,
  })
  .meta({ id: "Organization", title: "Organization", description: "A publisher or vendor, or both" });

export const AuthorRecord = z
  .object({
    kind: z.literal("author").describe("Kind of the record"),
    ...identity,
    name: text.describe("Name, as the first source has it"),
    news: news.describe("News by the author, newest first"),
    rights,
  })
  .meta({ id: "Author", title: "Author", description: "Someone who wrote for a source" });

export type NewsRecord = z.output<typeof NewsRecord>;
/** The fields that stand in the shape by the settings of the site have their types from here. */
export type OfferingRecord = Omit<z.output<typeof OfferingRecord>, "certification" | "interfaces"> & {
  certification?: Certification | null;
  interfaces?: Interfaces;
};
export type TopicRecord = z.output<typeof TopicRecord>;
export type OrganizationRecord = z.output<typeof OrganizationRecord>;
export type AuthorRecord = z.output<typeof AuthorRecord>;
