/** The catalog as one table, its filters, and each filter's value as a page of its own. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { memoize } from "../lib/memoize.ts";
import { counted } from "../lib/text.ts";
import { licenceFamilies } from "../vocab/licence.ts";
import { lifecycleStatuses } from "../vocab/lifecycle-status.ts";
import { offeringKinds } from "../vocab/offering-kind.ts";
import { standards } from "../vocab/standard.ts";
import type { Term } from "../vocab/vocab.ts";
import { groupByLetter } from "./letters.ts";
import { buildPage, type PageView } from "./page.ts";
import { type CountedLink, licenceFamilyOf, toLink, toOfferingRow } from "./parts.ts";
import { type Statement, toItemList } from "./structured-data/page-graph.ts";
import { entityUrl, type FacetName, facetUrl, indexUrl } from "./urls.ts";

type FilterName = FacetName | "topic" | "vendor";

export type FilterView = OfferingIndexPageView["filters"][number];

export type OfferingIndexPageView = ReturnType<typeof buildOfferingIndexPage>;

export interface FacetValue {
  readonly facet: FacetName;
  readonly slug: string;
}

const SHORT_TABLE = 60;

const NOT_STATED: Term = { label: "Not stated", slug: "not-stated" };

interface Facet {
  readonly name: FilterName;
  readonly label: string;
  readonly terms: readonly Term[];
  readonly termsOf: (offering: Offering) => readonly Term[];
  readonly href: (term: Term) => string;
}

const facetsOf = memoize((catalog: Catalog): readonly Facet[] => {
  const fixed = (
    name: FacetName,
    label: string,
    terms: Readonly<Record<string, Term>>,
    termsOf: Facet["termsOf"],
  ): Facet => ({
    name,
    label,
    terms: [...Object.values(terms), NOT_STATED],
    termsOf: (offering) => {
      const found = termsOf(offering);
      return found.length > 0 ? found : [NOT_STATED];
    },
    href: ({ slug }) => facetUrl(name, slug),
  });
  return [
    fixed("kind", "Kind", offeringKinds, ({ offeringKind }) => [offeringKinds[offeringKind]]),
    fixed("licence", "Licence", licenceFamilies, (offering) => {
      const family = licenceFamilyOf(offering);
      return family ? [family] : [];
    }),
    fixed("standard", "Standard", standards, ({ knownStandards }) =>
      knownStandards.map(({ standard }) => standards[standard]),
    ),
    fixed("status", "Status", lifecycleStatuses, ({ status }) => (status ? [lifecycleStatuses[status]] : [])),
    {
      name: "topic",
      label: "Topic",
      terms: catalog.topics.map(({ name, slug }) => ({ label: name, slug })),
      termsOf: ({ topics }) => topics.map(({ name, slug }) => ({ label: name, slug })),
      href: ({ slug }) => entityUrl({ kind: "topic", slug }),
    },
    {
      name: "vendor",
      label: "Vendor",
      terms: catalog.organizations.map(({ name, slug }) => ({ label: name, slug })),
      termsOf: ({ vendor }) => [{ label: vendor.name, slug: vendor.slug }],
      href: ({ slug }) => entityUrl({ kind: "organization", slug }),
    },
  ];
});

export function buildOfferingIndexPage(catalog: Catalog) {
  return buildList(catalog, catalog.offerings, {
    heading: "Offerings",
    page: buildPage({
      title: "Offerings",
      description:
        "Products, services and open-source projects around healthcare APIs, by kind, licence, standard and vendor.",
      path: indexUrl("offering"),
      section: "offering",
      statement: toListStatement(indexUrl("offering"), catalog.offerings),
    }),
  });
}

/** Every value of a facet that at least one offering has. */
export function facetValues(catalog: Catalog): FacetValue[] {
  return facetsOf(catalog)
    .filter((facet): facet is Facet & { name: FacetName } => facet.name !== "topic" && facet.name !== "vendor")
    .flatMap((facet) => optionsOf(facet, catalog.offerings).map(({ value }) => ({ facet: facet.name, slug: value })));
}

/** The offerings with one value of a facet, by name. */
export function offeringsOfFacet(catalog: Catalog, value: FacetValue): readonly Offering[] {
  const { facet, term } = facetTerm(catalog, value);
  return catalog.offerings.filter((offering) => facet.termsOf(offering).some(({ slug }) => slug === term.slug));
}

/** The facet and its term by their labels and slugs: `Kind` and `FHIR server`. */
export function facetTerm(catalog: Catalog, { facet: name, slug }: FacetValue): { facet: Facet; term: Term } {
  const facet = facetsOf(catalog).find((one) => one.name === name);
  const term = facet?.terms.find((one) => one.slug === slug);
  if (!facet || !term) throw new Error(`There is no ${name} '${slug}'`);
  return { facet, term };
}

export function buildFacetPage(catalog: Catalog, value: FacetValue) {
  const { facet: name, slug } = value;
  const { facet, term } = facetTerm(catalog, value);
  const heading = `${facet.label}: ${term === NOT_STATED ? "not stated" : term.label}`;
  const offerings = offeringsOfFacet(catalog, value);
  return buildList(catalog, offerings, {
    heading,
    page: buildPage({
      title: `Offerings by ${name}: ${term.label}`,
      description: `Healthcare API offerings by ${name}: ${term.label}. ${counted(offerings.length, "entry", "entries")}.`,
      path: facetUrl(name, slug),
      section: "offering",
      breadcrumb: heading,
      statement: toListStatement(facetUrl(name, slug), offerings),
    }),
  });
}

/** The values of a facet with their counts, as ways into the catalog. */
export function facetLinks(catalog: Catalog, name: FacetName): CountedLink[] {
  return facetsOf(catalog)
    .filter((facet) => facet.name === name)
    .flatMap((facet) => optionsOf(facet, catalog.offerings))
    .map(({ href, label, count }) => ({ href, label, count }));
}

function toListStatement(path: string, offerings: readonly Offering[]): Statement {
  const inOrder = groupByLetter(offerings).flatMap(({ items }) => items);
  return { type: "CollectionPage", mainEntity: toItemList(path, inOrder.map(toLink)) };
}

function buildList(
  catalog: Catalog,
  offerings: readonly Offering[],
  { heading, page }: { heading: string; page: PageView },
) {
  const facets = facetsOf(catalog);
  return {
    ...page,
    heading,
    count: counted(offerings.length, "offering"),
    total: offerings.length,
    /** A table with no more rows needs no letters to jump to. */
    shortTable: SHORT_TABLE,
    filters: facets.map((facet) => ({
      name: facet.name,
      label: facet.label,
      options: optionsOf(facet, catalog.offerings),
    })),
    /** By first letter, so that a long table has places to jump to. */
    groups: groupByLetter(offerings).map(({ letter, anchor, items }) => ({
      letter,
      anchor,
      rows: items.map((offering) => toCatalogRow(facets, offering)),
    })),
  };
}

/** A row with the values that the filters look at: slugs, by filter. */
function toCatalogRow(facets: readonly Facet[], offering: Offering) {
  const values = facets.map(({ name, termsOf }) => [name, termsOf(offering).map(({ slug }) => slug)]);
  return { ...toOfferingRow(offering), values: Object.fromEntries(values) as Record<FilterName, string[]> };
}

/** The terms of a facet that at least one offering has. */
function optionsOf(facet: Facet, offerings: readonly Offering[]) {
  const counts = new Map<string, number>();
  for (const offering of offerings) {
    for (const { slug } of facet.termsOf(offering)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return facet.terms.flatMap((term) => {
    const count = counts.get(term.slug);
    return count === undefined ? [] : [{ value: term.slug, label: term.label, href: facet.href(term), count }];
  });
}
