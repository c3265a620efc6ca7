/** The content files that certified products still lack, as texts; no file is read or written here. */
import { basename } from "node:path";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import type { Entry } from "../../catalog/entries.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { byText } from "../../lib/order.ts";
import { cutSlug, isSlug, slugify } from "../../lib/slugify.ts";
import type { OfferingInput } from "../../schemas/offering.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import type { OrganizationInput } from "../../schemas/organization.ts";
import { type EntityKind, entityKinds } from "../../vocab/entity-kind.ts";

/** Longest slug that is made from a name; a vendor's slug may follow it. */
const MAX_SLUG = 80;

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
