/** Maps a work package to the fields and the body of a news file, in the form of the curated article of 2021. */
import { InputError } from "../../cli/command.ts";
import { replaceControlCharacters } from "../../ingest/control-characters.ts";
import { hostOf } from "../../lib/clean-url.ts";
import { htmlToPlainText } from "../../lib/footnotes.ts";
import { renderMarkdown } from "../../lib/html.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { isObject } from "../../lib/plain-value.ts";
import { slugify } from "../../lib/slugify.ts";
import { joinWords, squeeze } from "../../lib/text.ts";
import { isWithheld } from "../../vocab/work-status.ts";
import type { WorkPackage } from "./api.ts";
import type { FileKey } from "./attached-files.ts";
import type { ImportedFile } from "./base-store.ts";
import { type CustomFields, type CustomValue, type FieldName, valueIn } from "./custom-fields.ts";
import type { Identity } from "./identity.ts";
import type { Fields } from "./merge.ts";
import { splitNames } from "./split-names.ts";

export interface News {
  readonly fields: Fields;
  readonly body: string;
}

export interface KnownOffering {
  readonly slug: string;
  readonly name: string;
  readonly formerly: readonly string[];
  readonly topics: readonly string[];
  readonly offeringId?: number | undefined;
}

export interface KnownOrganization {
  readonly slug: string;
  /** As it is called first, then its other names. */
  readonly names: readonly [string, ...string[]];
}

/** Where to look for what OpenProject does not tell. */
export interface Known {
  /** The fields at the last import. */
  readonly base: Fields | undefined;
  /** Those of the file. */
  readonly file: Fields | undefined;
}

export interface NewsSource {
  readonly workPackage: WorkPackage;
  readonly custom: CustomFields;
  readonly known: Known;
  readonly identity: Identity;
  readonly files: Readonly<Partial<Record<FileKey, ImportedFile>>>;
  readonly body: string;
  readonly offerings: readonly KnownOffering[];
  readonly organizations: readonly KnownOrganization[];
}

/** The exporting system cut descriptions at this length, by which the site recognizes a cut one. */
const DESCRIPTION_LENGTH = 200;

/** The fields in the order of the curated article, with `null` or `' '` where the article has them. */
export function toNews(source: NewsSource): { readonly news: News; readonly notes: readonly string[] } {
  const { workPackage, custom, known, identity, files, offerings, organizations } = source;
  const text = (name: FieldName) => custom.values[name]?.map((value) => value.text).join(", ");
  const texts = (name: FieldName) => custom.values[name]?.map((value) => value.text);
  // A field that is missing in OpenProject was not changed there. Without a base nobody knows what it was.
  const before = known.base ?? (known.file && {});
  const given = (name: FieldName, value: unknown) =>
    custom.missing.has(name) && before ? valueIn(before, name) : value;
  const title = squeeze(workPackage.subject);
  const { href, original } = readLink(custom, known);
  const topics = given("topics", texts("topics") ?? []) as readonly string[] | undefined;
  const { clean, cleanFields, notes } = createCleaner();
  const body = clean(source.body, "the body").replace(/\r\n?/g, "\n").trim();
  const fields = {
    aliases: identity.alias,
    archetype: "curated-content",
    author: given("author", custom.values.author ? readAuthors(custom.values.author) : null),
    basePath: "/news/",
    breadcrumbLinks: ["/", "/news/", ""],
    breadcrumbs: ["Home", "News", title],
    categories: topics,
    categorySlug: topics?.map((name) => name.toLowerCase()),
    categoryUrl: topics?.map((name) => `topic/${slugify(name)}`),
    categoryLabel: topics?.map((name) => name.slice(name.indexOf(": ") + 2)),
    contentCategories: "netspective-medigy-news-curated-content",
    institution: given("institution", toInstitution(custom.values.institution, organizations)),
    offering: given("offering", toOffering(custom.values.offering, offerings)),
    layOut: "single",
    date: given("date", text("date") ?? dayOfEntry(workPackage)),
    description: describe(body),
    favIconImage: files.icon ? toFileFields(files.icon, workPackage.id) : null,
    featuredImage: files.image ? { alt: title, ...toFileFields(files.image, workPackage.id) } : null,
    featuredPdf: files.document ? toFileFields(files.document, workPackage.id) : null,
    htmlMetaData: given("htmlMetaData", readMetaData(custom, "htmlMetaData")),
    id: workPackage.id,
    identifier: "News",
    lastMod: workPackage.updatedAt,
    link: { brand: hostOf(href), href, original },
    href,
    original,
    mastHead: "NEWS",
    mdName: identity.mdName,
    openGraphMetaData: given("openGraphMetaData", readMetaData(custom, "openGraphMetaData")),
    openProjectCustomFields: {
      cleanUrl: given("cleanUrl", text("cleanUrl") ?? null),
      medigyTopics: topics,
      sourceUrl: given("sourceUrl", text("sourceUrl") ?? null),
    },
    openProjectWorkPackageType: workPackage._links.type?.title ?? null,
    searchCategory: "News",
    slug: identity.slug,
    source: "open-project-curations",
    status: readStatus(workPackage),
    sub: "brief",
    tags: ["News"],
    title,
    via: given("via", text("via") ?? " "),
    insights_description: given("insights", text("insights") ?? null),
    insights_name: given("insightsBy", text("insightsBy") ?? null),
    viaLink: given("viaLink", text("viaLink") ?? null),
    relatedOfferings: given(
      "relatedOfferings",
      custom.values.relatedOfferings?.map((value) => toRelated(value, offerings, "Related Offerings")) ?? null,
    ),
    twitterMetaData: given("twitterMetaData", readMetaData(custom, "twitterMetaData")),
    // The curated article has none of these; they are absent where they have no value.
    summary: given("summary", text("summary")),
    published: given("published", text("published")),
    language: given("language", text("language")),
  };
  return { news: { fields: cleanFields(withoutUndefined(fields)), body }, notes: notes() };
}

/** Replaces characters that no content file may hold, and can tell a person what became of each of them where. */
function createCleaner() {
  const places = new Map<string, Set<string>>();
  const clean = (value: string, place: string) => {
    const { text, changes } = replaceControlCharacters(value);
    for (const change of changes) places.set(change, (places.get(change) ?? new Set()).add(place));
    return text;
  };
  const cleanAll = (value: unknown, place: string): unknown => {
    if (typeof value === "string") return clean(value, place);
    if (Array.isArray(value)) return value.map((item) => cleanAll(item, place));
    return isObject(value) ? mapFields(value, (inner, key) => [clean(key, place), cleanAll(inner, place)]) : value;
  };
  return {
    clean,
    cleanFields: (fields: Fields) => mapFields(fields, (value, key) => [key, cleanAll(value, `'${key}'`)]),
    notes: () => [...places].map(([change, where]) => `${change} in ${joinWords([...where])}`),
  };
}

function mapFields(fields: Fields, toEntry: (value: unknown, key: string) => readonly [string, unknown]): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => toEntry(value, key)));
}

/** The date of a story without a custom field for it. */
export function dayOfEntry({ createdAt }: WorkPackage): string {
  return createdAt.slice(0, 10);
}

/** Both addresses of a work package; one alone is used for both. */
export function readLink(custom: CustomFields, { base, file }: Known): { href: string; original: string } {
  const known = base ?? file ?? {};
  const [clean, source] = (["cleanUrl", "sourceUrl"] as const).map((name) => {
    const value = custom.missing.has(name)
      ? valueIn(known, name)
      : custom.values[name]?.map(({ text }) => text).join(", ");
    return typeof value === "string" ? value : undefined;
  });
  const href = clean ?? source ?? (custom.missing.has("sourceUrl") ? linkOf(known) : undefined);
  if (href === undefined) {
    const { others } = custom;
    const there = others.length > 0 ? `; other fields are ${others.map((name) => `'${name}'`).join(", ")}` : "";
    throw new InputError(`The custom fields 'Source URL' and 'Clean URL' are both empty or not there${there}`);
  }
  return { href, original: source ?? href };
}

function linkOf({ link }: Fields): string | undefined {
  const href = isObject(link) ? link["href"] : link;
  return typeof href === "string" && href.trim() !== "" ? href : undefined;
}

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A link is one person; a text may name several. */
function readAuthors(values: readonly CustomValue[]): string[] {
  return values.flatMap(({ text, href }) => (href === undefined ? splitNames(text).names : text));
}

/** The first words of the body as plain text, cut where the exporting system cut them. */
function describe(body: string): string | null {
  const head = htmlToPlainText(renderMarkdown(body))
    .slice(0, DESCRIPTION_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, "");
  return head === "" ? null : head;
}

function toFileFields({ href, format, size, attachment }: ImportedFile, workPackage: number) {
  return {
    format,
    href,
    ...(size && { size: [...size] }),
    valid: true,
    workPackage,
    wpAttachment: { fileName: attachment.fileName, link: attachment.link },
  };
}

function readMetaData({ values, names }: CustomFields, field: FieldName): unknown {
  const text = values[field]?.map((value) => value.text).join("\n");
  if (text === undefined) return null;
  // OpenProject's editor of long texts puts code between fences.
  const json = text.replace(/^```\w*\n([\s\S]*)\n```$/, "$1");
  const value = parseJson(json);
  if (isObject(value)) return value;
  throw new InputError(`The custom field '${names.get(field)}' is not a JSON object`);
}

/**
 * Blank, as the export leaves it, unless the status says that the story is not to be published; the check then reports
 * it.
 */
function readStatus({ _links }: WorkPackage): string {
  const status = _links.status?.title ?? "";
  return isWithheld(status) ? status : "";
}

/** The one that the story is about. */
function toOffering(values: readonly CustomValue[] | undefined, offerings: readonly KnownOffering[]) {
  const one = onlyOne(values, "Offering");
  return one ? toRelated(one, offerings, "Offering") : null;
}

function toInstitution(values: readonly CustomValue[] | undefined, organizations: readonly KnownOrganization[]) {
  const one = onlyOne(values, "Institution");
  if (!one) return null;
  const found = organizations.find(({ names }) => names.some((name) => sameName(name, one.text)));
  if (!found) {
    throw new InputError(
      `There is no organization '${one.text}' in content/organizations: add it, or correct 'Institution'`,
    );
  }
  return { label: found.names[0], permalink: `/institution/${found.slug}` };
}

function onlyOne(values: readonly CustomValue[] = [], field: string): CustomValue | undefined {
  if (values.length <= 1) return values[0];
  throw new InputError(
    `'${field}' has ${values.length} values, and a story has one: leave one of ${joinWords(values.map(({ text }) => `'${text}'`))}`,
  );
}

function toRelated({ text, href }: CustomValue, offerings: readonly KnownOffering[], field: string) {
  const number = Number(/\/work_packages\/(\d+)$/.exec(href ?? "")?.[1]);
  const found =
    offerings.find(({ offeringId }) => offeringId === number) ??
    offerings.find(({ name, formerly }) => [name, ...formerly].some((known) => sameName(known, text)));
  if (!found) {
    throw new InputError(`There is no offering '${text}' in content/offerings: add it, or correct '${field}'`);
  }
  const { slug, name, topics, offeringId } = found;
  const copy = { label: name, permalink: `/offering/${slug}`, categories: [...topics] };
  return offeringId === undefined ? copy : { ...copy, offeringId };
}

function sameName(a: string, b: string): boolean {
  return squeeze(a).toLowerCase() === squeeze(b).toLowerCase();
}
