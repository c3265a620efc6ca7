/** Promise: the ONC product list becomes facts and the stubs that are missing, the same for the same list; no file is read or written here. */
import { basename } from "node:path";
import { dump } from "js-yaml";
import { z } from "zod";
import type { Entry } from "../catalog/entries.ts";
import { entriesOf } from "../catalog/rules/rule.ts";
import { fieldName } from "../ingest/issue.ts";
import { parseWebUrl } from "../lib/clean-url.ts";
import { byText, groupBy } from "../lib/order.ts";
import { isSlug, slugify } from "../lib/slugify.ts";
import { joinWords, squeeze } from "../lib/text.ts";
import { day } from "../schemas/fields.ts";
import type { OfferingInput } from "../schemas/offering.ts";
import {
  type CertifiedProduct,
  type CertifiedVersion,
  CertifiedVersionSchema,
  type OncFacts,
} from "../schemas/onc-facts.ts";
import type { OrganizationInput } from "../schemas/organization.ts";
import { type EntityKind, entityKinds } from "../vocab/entity-kind.ts";

/** Longest slug that is made from a name; a vendor's slug may follow it. */
const MAX_SLUG = 80;

const versionFields = CertifiedVersionSchema.shape;
const criterionNumber = z.string(must("text")).trim().pipe(versionFields.criteria.element);
const label = z.string(must("text")).transform(cleanName).pipe(z.string().min(1, "must not be empty"));

const ListingSchema = z.object(
  {
    chplId: z.number(must("a number")).pipe(z.int("must be a whole number")),
    chplProductNumber: z.string(must("text")).trim().pipe(versionFields.chplProductNumber),
    product: label,
    developer: label,
    version: label,
    certificationDate: z.string(must("text")).trim().pipe(day),
    certificationStatus: label,
    apiDocumentation: z.string("must be text").nullish(),
    criteria: z.array(criterionNumber, must("a list of criteria")),
  },
  must("an object with the fields of a listing"),
);

/** The list as it is delivered; keys that are not used may stand in it. */
const CertifiedListSchema = z.object(
  {
    source: label,
    criteriaTitles: z.record(criterionNumber, label, must("an object of titles by criterion")),
    products: z
      .array(ListingSchema, must("a list of listings"))
      .min(1, "must not be empty")
      .superRefine(refuseRepeatedNumbers),
  },
  must("an object with source, criteriaTitles and products"),
);

export type CertifiedList = z.output<typeof CertifiedListSchema>;
type Listing = z.output<typeof ListingSchema>;

export type ListResult =
  | { readonly ok: true; readonly list: CertifiedList }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Validates the parsed JSON. Each problem names the product and the field. */
export function parseCertifiedList(json: unknown): ListResult {
  const result = CertifiedListSchema.safeParse(json);
  return result.success
    ? { ok: true, list: result.data }
    : { ok: false, problems: result.error.issues.map((issue) => toProblem(issue, json)) };
}

/** The facts of a list as of a day, and what a person should know about them. */
export function toOncFacts(list: CertifiedList, asOf: string): { facts: OncFacts; notices: readonly string[] } {
  const titles = Object.entries(list.criteriaTitles).sort(([a], [b]) => byCriterion(a, b));
  const groups = [...groupBy(list.products, ({ product }) => product)]
    .sort(([a], [b]) => byText(a, b))
    .map(([, listings]) => listings.sort(newestFirst));
  return {
    facts: {
      source: list.source,
      asOf,
      criteria: Object.fromEntries(titles),
      products: groups.flatMap(toProduct),
    },
    notices: [...groups.flatMap(listingNotices), ...titleNotices(list)],
  };
}

/** The text of the facts file. */
export function formatFacts(facts: OncFacts): string {
  return `${JSON.stringify(facts, undefined, 2)}\n`;
}

/** A content file to be written where there is none. */
export interface Stub {
  readonly kind: EntityKind;
  /** Path from the content root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * The offering of each product that no offering names, after the organizations
 * that these need. Where an offering or organization may be there under another
 * name, a notice asks the editor instead.
 */
export function toStubs(
  { products }: OncFacts,
  entries: readonly Entry[],
): { stubs: readonly Stub[]; notices: readonly string[] } {
  const named = new Set([...entriesOf(entries, "offering")].flatMap(({ data }) => data.oncProducts));
  const missing = products.filter(({ product }) => !named.has(product));
  const vendors = findVendors(
    missing.map(({ developer }) => developer),
    [...entriesOf(entries, "organization")],
  );
  const taken = offeringAddresses([...entriesOf(entries, "offering")]);
  const used = new Set<string>();
  const offerings: Stub[] = [];
  const notices: string[] = [...vendors.notices];
  for (const { product, developer } of missing) {
    const vendor = vendors.slugs.get(developer);
    if (vendor === undefined) continue;
    const { slug, notice } = chooseSlug(product, vendor, taken);
    if (slug === undefined) {
      notices.push(notice);
      continue;
    }
    taken.set(slug, { slug, vendor });
    used.add(vendor);
    offerings.push(
      toStub("offering", slug, { name: product, vendor, kind: "certified-health-it", oncProducts: [product] }),
    );
  }
  const organizations = [...vendors.stubs].filter(([slug]) => used.has(slug)).map(([, stub]) => stub);
  return { stubs: [...organizations, ...offerings], notices };
}

/** A content file without a body. Text that YAML 1.1 or 1.2 would read as something else is quoted. */
export function formatFrontMatter(data: Readonly<Record<string, unknown>>): string {
  return `---\n${dump(data, { lineWidth: -1 })}---\n`;
}

/** `slug` at most `limit` long, cut at a hyphen where it has one. */
export function cutSlug(slug: string, limit: number): string {
  if (slug.length <= limit) return slug;
  const end = slug.lastIndexOf("-", limit);
  return end > 0 ? slug.slice(0, end) : slug.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
}

/** The replacement character stands where the list lost a sign such as `®`: it says nothing. */
function cleanName(text: string): string {
  return squeeze(text.replaceAll("\uFFFD", ""));
}

function must(be: string) {
  return { error: ({ input }: { input?: unknown }) => (input === undefined ? "is missing" : `must be ${be}`) };
}

function refuseRepeatedNumbers(listings: readonly Listing[], context: z.RefinementCtx): void {
  const seen = new Map<string, number>();
  for (const [index, { chplProductNumber }] of listings.entries()) {
    const first = seen.get(chplProductNumber);
    if (first === undefined) seen.set(chplProductNumber, index);
    else {
      const message = `'${chplProductNumber}' is the number of products[${first}] too`;
      context.addIssue({ code: "custom", path: [index, "chplProductNumber"], message });
    }
  }
}

function toProblem(issue: z.core.$ZodIssue, json: unknown): string {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const [field, index, ...rest] = path;
  if (field !== "products" || typeof index !== "number") return `${fieldName(path) || "The list"} ${message}`;
  const product = productAt(json, index);
  const where = product === undefined ? `products[${index}]` : `products[${index}] '${product}'`;
  return rest.length === 0 ? `${where} ${message}` : `${where}: ${fieldName(rest)} ${message}`;
}

const NamedListings = z.object({ products: z.array(z.unknown()) });
const NamedListing = z.object({ product: label });

/** The name of a listing in a list that did not pass. */
function productAt(json: unknown, index: number): string | undefined {
  return NamedListing.safeParse(NamedListings.safeParse(json).data?.products[index]).data?.product;
}

/** The developer of the newest listing counts: products are sold. */
function toProduct(listings: readonly Listing[]): CertifiedProduct[] {
  const [newest] = listings;
  return newest ? [{ product: newest.product, developer: newest.developer, versions: listings.map(toVersion) }] : [];
}

function toVersion(listing: Listing): CertifiedVersion {
  const { version, chplId, chplProductNumber, certificationDate, certificationStatus } = listing;
  const apiDocumentation = listing.apiDocumentation?.trim() ?? "";
  return {
    version,
    chplId,
    chplProductNumber,
    certificationDate,
    certificationStatus,
    ...(parseWebUrl(apiDocumentation) && { apiDocumentation }),
    criteria: [...new Set(listing.criteria)].sort(byCriterion),
  };
}

function newestFirst(a: Listing, b: Listing): number {
  return byText(b.certificationDate, a.certificationDate) || byText(a.chplProductNumber, b.chplProductNumber);
}

/** `170.315(a)(2)` before `170.315(a)(10)`. */
function byCriterion(a: string, b: string): number {
  return byText(criterionKey(a), criterionKey(b));
}

function criterionKey(criterion: string): string {
  return criterion.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
}

function listingNotices(listings: readonly Listing[]): string[] {
  const notices = listings.flatMap(({ product, version, apiDocumentation }) => {
    const address = apiDocumentation?.trim() ?? "";
    return address === "" || parseWebUrl(address)
      ? []
      : [`'${product}' ${version}: the API documentation '${address}' is no web address and is left out`];
  });
  const developers = [...new Set(listings.map(({ developer }) => developer))];
  const [newest] = listings;
  if (!newest || developers.length === 1) return notices;
  const names = joinWords(developers.map((developer) => `'${developer}'`));
  return [
    ...notices,
    `'${newest.product}' is listed by ${names}: all its versions stand under '${newest.developer}', who has the newest`,
  ];
}

function titleNotices({ criteriaTitles, products }: CertifiedList): string[] {
  return [...new Set(products.flatMap(({ criteria }) => criteria))]
    .filter((criterion) => !Object.hasOwn(criteriaTitles, criterion))
    .sort(byCriterion)
    .map((criterion) => `The criterion ${criterion} has no title`);
}

interface Vendors {
  /** Slug of the organization, by developer. A developer in doubt has none. */
  readonly slugs: ReadonlyMap<string, string>;
  /** The organizations to write, by slug. */
  readonly stubs: ReadonlyMap<string, Stub>;
  readonly notices: readonly string[];
}

function findVendors(developers: readonly string[], organizations: readonly Entry<"organization">[]): Vendors {
  const known = organizationsByName(organizations);
  const taken = new Map(
    organizations.flatMap((entry) => addressesOf(entry).map((address) => [address, entry.data.name])),
  );
  const slugs = new Map<string, string>();
  const stubs = new Map<string, Stub>();
  const notices: string[] = [];
  for (const developer of [...new Set(developers)].sort(byText)) {
    const slug = known.get(developer) ?? toSlug(developer);
    const owner = taken.get(slug);
    if (known.has(developer)) slugs.set(developer, slug);
    else if (!isSlug(slug)) {
      notices.push(`No file name can be made from the developer '${developer}': write its organization by hand`);
    } else if (owner !== undefined) {
      notices.push(
        `The organization '${owner}' has the slug '${slug}' of the developer '${developer}': add the developer to its alsoKnownAs if they are one, else write an organization of that name`,
      );
    } else {
      taken.set(slug, developer);
      slugs.set(developer, slug);
      stubs.set(slug, toStub("organization", slug, { name: developer, type: "vendor" }));
    }
  }
  return { slugs, stubs, notices };
}

/** Slugs by every name; a legal name counts before a usual one, and that before the others. */
function organizationsByName(organizations: readonly Entry<"organization">[]): ReadonlyMap<string, string> {
  const sorted = [...organizations].sort((a, b) => byText(a.slug, b.slug));
  const pairs = (names: (data: Entry<"organization">["data"]) => readonly (string | undefined)[]) =>
    sorted.flatMap(({ slug, data }) => names(data).map((name) => [name, slug] as const));
  const slugs = new Map<string, string>();
  for (const [name, slug] of [
    ...pairs(({ legalName }) => [legalName]),
    ...pairs(({ name }) => [name]),
    ...pairs(({ alsoKnownAs }) => alsoKnownAs),
  ]) {
    if (name !== undefined && !slugs.has(name)) slugs.set(name, slug);
  }
  return slugs;
}

/** What stands at an address below `/offering/`. */
interface Owner {
  readonly slug: string;
  /** Absent for a page of the site itself. */
  readonly vendor?: string;
}

function offeringAddresses(offerings: readonly Entry<"offering">[]): Map<string, Owner> {
  const taken = new Map<string, Owner>(entityKinds.offering.reserved.map((slug) => [slug, { slug }]));
  for (const entry of offerings) {
    for (const address of addressesOf(entry)) taken.set(address, { slug: entry.slug, vendor: entry.data.vendor });
  }
  return taken;
}

/** The slugs that a new entry may not have: the entry's own, its file name, and its former ones. */
function addressesOf({ kind, file, slug, data }: Entry): string[] {
  const folder = `/${entityKinds[kind].segment}/`;
  const former = data.aliases
    .filter((alias) => alias.startsWith(folder))
    .map((alias) => alias.slice(folder.length, -1));
  return [slug, basename(file, ".md"), ...former].map((address) => address.toLowerCase());
}

type SlugChoice =
  | { readonly slug: string; readonly notice?: never }
  | { readonly slug?: never; readonly notice: string };

function chooseSlug(product: string, vendor: string, taken: ReadonlyMap<string, Owner>): SlugChoice {
  const slug = toSlug(product);
  for (const candidate of isSlug(slug) ? [slug, `${slug}-${vendor}`].filter(isSlug) : []) {
    const owner = taken.get(candidate);
    if (!owner) return { slug: candidate };
    if (owner.vendor === vendor) {
      return {
        notice: `The product '${product}' has no offering, but the offering '${owner.slug}' by the same vendor exists: add the product to its oncProducts if they are one`,
      };
    }
  }
  return { notice: `No free file name can be made from the product '${product}': write its offering by hand` };
}

function toSlug(name: string): string {
  return cutSlug(slugify(name), MAX_SLUG);
}

function toStub(kind: "offering", slug: string, data: OfferingInput): Stub;
function toStub(kind: "organization", slug: string, data: OrganizationInput): Stub;
function toStub(kind: EntityKind, slug: string, data: OfferingInput | OrganizationInput): Stub {
  return { kind, file: `${entityKinds[kind].folder}/${slug}.md`, text: formatFrontMatter({ ...data }) };
}
