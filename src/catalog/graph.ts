/** The shapes of the resolved graph; every reference is the thing itself, in both directions. */
import type { PartialDate } from "../lib/partial-date.ts";
import type { AccessFacts } from "../schemas/access-facts.ts";
import type { InterfaceFacts } from "../schemas/interface-facts.ts";
import type { CertifiedProduct } from "../schemas/onc-facts.ts";
import type { ReportedVendor } from "../schemas/reported-addresses.ts";
import type { Confidence, DateBasis } from "../vocab/basis.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import type { ImpliedStandard, KnownStandard } from "./standards.ts";

export interface NewsItem {
  readonly kind: "news";
  readonly slug: string;
  readonly file: string;
  readonly title: string;
  readonly titleBasis: "page" | "url" | undefined;
  /** Day of the curation. */
  readonly date: string;
  /** The source's own publication date; undefined when it is unknown. */
  readonly published: PartialDate | undefined;
  readonly publishedBasis: DateBasis | undefined;
  /** Cleaned address of the source. */
  readonly url: string;
  /** As addresses have it; readers are shown `toReadableHost` of it. */
  readonly host: string;
  readonly publisher: Organization | undefined;
  readonly authors: readonly Author[];
  readonly topics: readonly Topic[];
  /** The one offering that it is about, where the curator says so. */
  readonly mainOffering: Offering | undefined;
  /** Offerings that the curator named, that one first. */
  readonly offerings: readonly Offering[];
  /** The organization that it concerns, where the curator names one. */
  readonly institution: Organization | undefined;
  /** Who pointed to the source. */
  readonly via: Via | undefined;
  /** All stories on the same event, itself too, the lead first; undefined where it is the only one. */
  readonly cluster: readonly NewsItem[] | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly insights: string | undefined;
  readonly insightsBy: string | undefined;
  /** A file below public/images/ that is there. */
  readonly image: NewsImage | undefined;
  /** A PDF below public/documents/ that is there. */
  readonly document: NewsDocument | undefined;
  /** Icon of the source, a file below public/images/ that is there. */
  readonly icon: string | undefined;
  /** Files that it names and that are not there, by their path from the root of the project. */
  readonly missingFiles: readonly string[];
  /** Of the source's words, where it is stated. */
  readonly language: string | undefined;
  readonly note: string | undefined;
  /** Day of the last change that an import knows of; never before `date`. */
  readonly modified: string;
  /** Status of its work package, for editors only: never on a page or in the data. */
  readonly workStatus: string | undefined;
  /** True where a page has a word to show of the body. */
  readonly hasBody: boolean;
  /** False: search engines are asked to leave its page out, by the site's indexing policy. */
  readonly isIndexed: boolean;
}

export interface NewsImage {
  readonly file: string;
  readonly alt: string | undefined;
  /** Width and height in pixels, where the front matter states them. */
  readonly size: readonly [width: number, height: number] | undefined;
}

export interface NewsDocument {
  readonly file: string;
  /** In bytes. */
  readonly length: number;
}

export interface Via {
  /** A name, or the host of the link. */
  readonly name: string;
  readonly link: string | undefined;
}

export interface Offering {
  readonly kind: "offering";
  readonly slug: string;
  readonly file: string;
  readonly name: string;
  readonly vendor: Organization;
  readonly offeringKind: string;
  readonly summary: string | undefined;
  readonly licence: string | undefined;
  /** Those that the offering's file states. */
  readonly standards: readonly string[];
  /** Those and what its interfaces declare and its certification implies, each with every basis. */
  readonly knownStandards: readonly KnownStandard[];
  /** What its active certifications imply, expired versions too. */
  readonly implied: readonly ImpliedStandard[];
  readonly status: string | undefined;
  readonly statusDate: PartialDate | undefined;
  readonly statusNote: string | undefined;
  /** True while the day of the status has not come. */
  readonly isStatusToCome: boolean;
  readonly successor: Offering | undefined;
  readonly successorName: string | undefined;
  /** Offerings whose successor this is. */
  readonly predecessors: readonly Offering[];
  readonly formerly: readonly string[];
  readonly homepage: string | undefined;
  readonly documentation: string | undefined;
  readonly repository: string | undefined;
  /** The product whose interface this is. */
  readonly product: Offering | undefined;
  /** Offerings that are interfaces of this one. */
  readonly apis: readonly Offering[];
  /** What a developer decides by; facts that nobody states are absent. */
  readonly access: AccessFacts;
  readonly topics: readonly Topic[];
  readonly certified: readonly CertifiedProduct[];
  /** Addresses that a report names for the developer of its certified products; nobody tested them. */
  readonly reported: ReportedVendor | undefined;
  /** What its interfaces state of themselves, by name. */
  readonly interfaces: readonly OfferingInterface[];
  readonly evidence: readonly string[] | "general-knowledge" | undefined;
  readonly confidence: Confidence | undefined;
  /** Day on which it entered the catalog, where one is stated that has come. */
  readonly added: string | undefined;
  /** News that names it, in reading order. */
  readonly news: readonly NewsItem[];
  readonly hasBody: boolean;
}

export interface Topic {
  readonly kind: "topic";
  readonly slug: string;
  readonly file: string;
  /** `<Authority>: <Label>`. */
  readonly name: string;
  readonly authority: string;
  readonly label: string;
  readonly description: string;
  /** True where its authority's own list was not seen. */
  readonly isPlausible: boolean;
  /** The same subject in other vocabularies; symmetric and transitive, without itself. */
  readonly sameAs: readonly Topic[];
  /** Symmetric. */
  readonly related: readonly Topic[];
  readonly broader: Topic | undefined;
  readonly narrower: readonly Topic[];
  /** Offerings of its subject that an editor put first, in that order. */
  readonly featured: readonly Offering[];
  /** Filed under this topic itself, in reading order. */
  readonly news: readonly NewsItem[];
  readonly offerings: readonly Offering[];
  readonly hasBody: boolean;
}

export interface Organization {
  readonly kind: "organization";
  readonly slug: string;
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly legalName: string | undefined;
  readonly alsoKnownAs: readonly string[];
  readonly homepage: string | undefined;
  readonly hosts: readonly string[];
  readonly description: string | undefined;
  /** News that it published, in reading order. */
  readonly news: readonly NewsItem[];
  /** News that concerns it, in reading order. */
  readonly newsAbout: readonly NewsItem[];
  /** Offerings that it offers, by name. */
  readonly offerings: readonly Offering[];
}

/** What a server or a description states of an interface, as facts. */
export interface OfferingInterface {
  /** One for each offering: `fhir-r4`. */
  readonly name: string;
  readonly facts: InterfaceFacts;
}

/** Derived from news items: one for each name, however it is spaced or punctuated. */
export interface Author {
  readonly kind: "author";
  readonly slug: string;
  readonly name: string;
  readonly news: readonly NewsItem[];
}

/** A former path and the entity that it leads to. */
export interface Alias {
  readonly from: string;
  readonly kind: EntityKind;
  readonly slug: string;
}

/** What the site says of itself, in a file of its own. */
export interface AboutText {
  /** From the content root. */
  readonly file: string;
  readonly lead: string;
}

/** Everything the site is made of, resolved and frozen. Lists are in their reading order. */
export interface Catalog {
  readonly buildDate: string;
  readonly about: AboutText | undefined;
  /** By publication date, newest first; unknown dates last. */
  readonly news: readonly NewsItem[];
  /** By name. */
  readonly offerings: readonly Offering[];
  /** By authority, then label. */
  readonly topics: readonly Topic[];
  /** By name. */
  readonly organizations: readonly Organization[];
  /** By name. */
  readonly authors: readonly Author[];
  readonly aliases: readonly Alias[];
  /** Title of each certification criterion. */
  readonly criteria: ReadonlyMap<string, string>;
  /** Where the certified facts come from, and as of which day. */
  readonly factsSource: { readonly source: string; readonly asOf: string } | undefined;
  /** Where what certification implies comes from, and as of which day. */
  readonly implicationsSource: { readonly source: string; readonly asOf: string } | undefined;
  /** The report that `reported` of offerings comes from, and as of which day. */
  readonly reportedSource: { readonly source: string; readonly url: string; readonly asOf: string } | undefined;
  /** Outbound links that are dead, by address: the day on which they were last found dead. */
  readonly deadLinks: ReadonlyMap<string, string>;
}
