/** The content files that certified products lack, as texts; nothing is read or written here. */
import { basename } from "node:path";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import type { Entry } from "../../catalog/entries.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { byText } from "../../lib/order.ts";
import { cutSlug, isSlug, slugify } from "../../lib/slugify.ts";
import type { OfferingInput } from "../../schemas/offering.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import type { OrganizationInput } from "../../schemas/organization.ts";
import { type EntityKind, entityKinds } from "../../vocab/entity-kind.ts";
import { getVocabulary, usualType, vocabularyFile } from "../../vocab/vocabulary.ts";

/** Longest slug that is made from a name; a vendor's slug may follow it. */
const MAX_SLUG = 80;

/** The kind of certified products, which the vocabulary of a site with such products must have. */
const KIND = "certified-health-it";

/** A content file to be written where there is none. */
export interface Stub {
  readonly kind: EntityKind;
  /** Path from the content root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Stubs of the offerings of products that no offering names, after stubs of the
 * organizations that these need. Where an offering or organization may exist
 * under another name, a notice leaves it to the editor.
 */
export function toStubs(
  { products }: OncFacts,
  entries: readonly Entry[],
  /** The day of the import. */
  added: string,
): { stubs: readonly Stub[]; notices: readonly string[] } {
  if (!getVocabulary().kinds.has(KIND))
    throw new InputError(
      `Certified products are offerings of the kind '${KIND}': add it to content/${vocabularyFile("kinds")}`,
    );
  const existing = entriesOf(entries, "offering");
  const named = new Set(existing.flatMap(({ data }) => data.oncProducts));
  const missing = products.filter(({ product }) => !named.has(product));
  const developers = missing.map(({ developer }) => developer);
  const { vendors, notices } = findVendors(developers, entriesOf(entries, "organization"));
  const taken = offeringsByAddress(existing);
  const used = new Set<Vendor>();
  const offerings: Stub[] = [];
  for (const { product, developer } of missing) {
    const vendor = vendors.get(developer);
    if (!vendor) continue;
    const { slug, notice } = chooseSlug(product, vendor.slug, taken);
    if (slug === undefined) {
      notices.push(notice);
      continue;
    }
    taken.set(slug, { slug, vendor: vendor.slug });
    used.add(vendor);
    const data: OfferingInput = {
      name: product,
      vendor: vendor.slug,
      kind: KIND,
      oncProducts: [product],
      added,
    };
    offerings.push(toStub("offering", slug, data));
  }
  const organizations = [...vendors.values()].flatMap((vendor) => (used.has(vendor) && vendor.stub) || []);
  return { stubs: [...organizations, ...offerings], notices };
}

/** The organization of a developer, with a stub when it has no file yet. */
interface Vendor {
  readonly slug: string;
  readonly stub?: Stub;
}

/** A developer whose organization is in doubt has a notice and no vendor. */
function findVendors(
  developers: readonly string[],
  organizations: readonly Entry<"organization">[],
): { vendors: ReadonlyMap<string, Vendor>; notices: string[] } {
  const known = organizationsByName(organizations);
  const taken = new Map(
    organizations.flatMap((entry) => addressesOf(entry).map((address) => [address, entry.data.name])),
  );
  const vendors = new Map<string, Vendor>();
  const notices: string[] = [];
  for (const developer of [...new Set(developers)].sort(byText)) {
    const slug = known.get(developer) ?? toSlug(developer);
    const owner = taken.get(slug);
    if (known.has(developer)) vendors.set(developer, { slug });
    else if (!isSlug(slug)) {
      notices.push(`No file name can be made from the developer '${developer}': write its organization by hand`);
    } else if (owner !== undefined) {
      notices.push(
        `The organization '${owner}' has the slug '${slug}' of the developer '${developer}': add the developer to its alsoKnownAs if they are one, else write an organization of that name`,
      );
    } else {
      taken.set(slug, developer);
      vendors.set(developer, {
        slug,
        stub: toStub("organization", slug, { name: developer, type: usualType("vendor") }),
      });
    }
  }
  return { vendors, notices };
}

/** Slugs by name; a legal name has precedence over a usual one, and that over the others. */
function organizationsByName(organizations: readonly Entry<"organization">[]): ReadonlyMap<string, string> {
  const sorted = organizations.toSorted((a, b) => byText(b.slug, a.slug));
  // Of equal names the last one stays in the map.
  return new Map([
    ...sorted.flatMap(({ slug, data }) => data.alsoKnownAs.map((name) => [name, slug] as const)),
    ...sorted.map(({ slug, data }) => [data.name, slug] as const),
    ...sorted.flatMap(({ slug, data }) => (data.legalName === undefined ? [] : [[data.legalName, slug] as const])),
  ]);
}

/** The offering at an address below `/offering/`. */
interface Owner {
  readonly slug: string;
  /** Absent for a page of the site itself. */
  readonly vendor?: string;
}

function offeringsByAddress(offerings: readonly Entry<"offering">[]): Map<string, Owner> {
  const taken = new Map<string, Owner>(entityKinds.offering.reserved.map((slug) => [slug, { slug }]));
  for (const entry of offerings) {
    for (const address of addressesOf(entry)) taken.set(address, { slug: entry.slug, vendor: entry.data.vendor });
  }
  return taken;
}

/** The slugs that a new entry may not have: the entry's own, its file name, and its former ones. */
function addressesOf({ kind, file, slug, data }: Entry): string[] {
  const folder = `/${kind}/`;
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
