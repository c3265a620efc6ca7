/** One work package becomes the fields and the body of one news file, in the form of the curated article of 2021. */
import { parse as parseHost } from "tldts";
import { v5 } from "uuid";
import { InputError } from "../../cli/command.ts";
import { cleanUrl, hostOf } from "../../lib/clean-url.ts";
import { htmlToText, renderMarkdown } from "../../lib/html.ts";
import { cutSlug, slugify } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import { trackingParams } from "../../vocab/tracking-params.ts";
import type { WorkPackage } from "./api.ts";
import type { CustomFields, CustomValue } from "./custom-fields.ts";
import type { FeaturedImage } from "./image.ts";

export type Fields = Readonly<Record<string, unknown>>;

export interface News {
  readonly fields: Fields;
  readonly body: string;
}

/** What is given to an item once and stays, whatever becomes of its title. */
export interface Identity {
  readonly slug: string;
  readonly mdName: string;
  /** Undefined where the path is another page's already. */
  readonly alias: unknown;
}

export interface KnownOffering {
  readonly slug: string;
  readonly name: string;
  readonly formerly: readonly string[];
  readonly topics: readonly string[];
  readonly offeringId: number | undefined;
}

export interface Source {
  readonly workPackage: WorkPackage;
  readonly custom: CustomFields;
  readonly identity: Identity;
  readonly image: FeaturedImage | undefined;
  /** Text of the attachment that holds the content; without it the description is the body. */
  readonly content: string | undefined;
  readonly offerings: readonly KnownOffering[];
}

/** The exporting system cut descriptions here, and the site knows a cut one by its length. */
const DESCRIPTION_LENGTH = 200;
/** Longest slug of the curated items. */
const SLUG_LENGTH = 96;

/** The fields in the order of the curated article; `null` and `' '` stand there as they stood in it. */
export function toNews({ workPackage, custom, identity, image, content, offerings }: Source): News {
  const text = (field: keyof CustomFields["values"]) => custom.values[field]?.[0]?.text;
  const texts = (field: keyof CustomFields["values"]) => custom.values[field]?.map((value) => value.text);
  const title = squeeze(workPackage.subject);
  const { href, original } = readLink(custom);
  const topics = texts("topics") ?? [];
  const body = (content ?? workPackage.description?.raw ?? "").replace(/\r\n?/g, "\n").trim();
  const fields = {
    aliases: identity.alias,
    archetype: "curated-content",
    author: texts("author")?.flatMap(splitNames) ?? null,
    basePath: "/news/",
    breadcrumbLinks: ["/", "/news/", ""],
    breadcrumbs: ["Home", "News", title],
    categories: topics,
    categorySlug: topics.map((name) => name.toLowerCase()),
    categoryUrl: topics.map((name) => `topic/${slugify(name)}`),
    categoryLabel: topics.map((name) => name.slice(name.indexOf(": ") + 2)),
    contentCategories: "netspective-medigy-news-curated-content",
    institution: null,
    offering: null,
    layOut: "single",
    // The day on which the story was entered, unless a field says otherwise.
    date: text("date") ?? workPackage.createdAt.slice(0, 10),
    description: describe(body),
    favIconImage: null,
    featuredImage: image ? { alt: title, ...toImageFields(image, workPackage.id) } : null,
    featuredPdf: null,
    htmlMetaData: readMetaData(text("htmlMetaData"), "HTML Meta Data"),
    id: workPackage.id,
    identifier: "News",
    lastMod: workPackage.updatedAt,
    link: { brand: hostOf(href), href, original },
    href,
    original,
    mastHead: "NEWS",
    mdName: identity.mdName,
    openGraphMetaData: readMetaData(text("openGraphMetaData"), "Open Graph Meta Data"),
    openProjectCustomFields: {
      cleanUrl: text("cleanUrl") ?? null,
      medigyTopics: topics,
      sourceUrl: text("sourceUrl") ?? null,
    },
    openProjectWorkPackageType: workPackage._links.type?.title ?? null,
    searchCategory: "News",
    slug: identity.slug,
    source: "open-project-curations",
    status: "",
    sub: "brief",
    tags: ["News"],
    title,
    via: text("via") ?? " ",
    insights_description: text("insights") ?? null,
    insights_name: text("insightsBy") ?? null,
    viaLink: text("viaLink") ?? null,
    relatedOfferings: custom.values.relatedOfferings?.map((value) => toRelated(value, offerings)) ?? null,
    twitterMetaData: readMetaData(text("twitterMetaData"), "Twitter Meta Data"),
    // The curated article has none of these; they are written where there is something to write.
    summary: text("summary"),
    published: text("published"),
    language: text("language"),
  };
  return { fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)), body };
}

/** Both addresses of a work package; one alone stands for the other. */
export function readLink({ values, others }: CustomFields): { href: string; original: string } {
  const clean = values.cleanUrl?.[0]?.text;
  const source = values.sourceUrl?.[0]?.text;
  const href = clean ?? source;
  if (href === undefined) {
    const known = others.length > 0 ? `; other fields are ${others.map((name) => `'${name}'`).join(", ")}` : "";
    throw new InputError(`The custom fields 'Source URL' and 'Clean URL' are both empty or not there${known}`);
  }
  return { href, original: source ?? href };
}

/** The slug that a new item gets: the name of the source's domain, then the title. */
export function toSlug(title: string, link: string): string {
  const brand = parseHost(cleanUrl(link, trackingParams)).domainWithoutSuffix ?? "";
  return cutSlug(slugify(`${brand} ${title}`), SLUG_LENGTH);
}

/** The address that the exporting system gave to an item. */
export function toExportedPath(title: string): string {
  return `/news/${cutSlug(slugify(title))}`;
}

/** A name of the same form as the export's, the same on every machine: a UUID (version 5) of the work package's address. */
export function toMdName(address: string): string {
  return `${v5(address, v5.URL)}.md`;
}

/** One text field may name several people. */
function splitNames(names: string): string[] {
  return names
    .split(/[;\n]/)
    .map(squeeze)
    .filter((name) => name !== "");
}

/** The first words of the body as plain text, cut where the exporting system cut them. */
function describe(body: string): string | null {
  const head = htmlToText(renderMarkdown(body))
    .slice(0, DESCRIPTION_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, "");
  return head === "" ? null : head;
}

function toImageFields({ href, format, size, attachment }: FeaturedImage, workPackage: number) {
  return {
    format,
    href,
    size: [...size],
    valid: true,
    workPackage,
    wpAttachment: { fileName: attachment.fileName, link: attachment.link },
  };
}

function readMetaData(text: string | undefined, name: string): unknown {
  if (text === undefined) return null;
  // An editor of long text puts what is code between fences.
  const json = text.replace(/^```\w*\n([\s\S]*)\n```$/, "$1");
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new InputError(`The custom field '${name}' is not a JSON object`);
}

function toRelated({ text, href }: CustomValue, offerings: readonly KnownOffering[]) {
  const number = Number(/\/work_packages\/(\d+)$/.exec(href ?? "")?.[1]);
  const found =
    offerings.find(({ offeringId }) => offeringId === number) ??
    offerings.find(({ name, formerly }) => [name, ...formerly].some((known) => sameName(known, text)));
  if (!found) {
    throw new InputError(`There is no offering '${text}' in content/offerings: add it, or correct 'Related Offerings'`);
  }
  const { slug, name, topics, offeringId } = found;
  const copy = { label: name, permalink: `/offering/${slug}`, categories: [...topics] };
  return offeringId === undefined ? copy : { ...copy, offeringId };
}

function sameName(a: string, b: string): boolean {
  return squeeze(a).toLowerCase() === squeeze(b).toLowerCase();
}
