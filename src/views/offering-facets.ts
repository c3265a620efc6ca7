/** The filters of the catalog: which values an offering has of each, and where those values lead. */
import { authenticationOf, pricingOf, sandboxOf } from "../catalog/access.ts";
import type { Catalog, Offering } from "../catalog/graph.ts";
import { countWrites } from "../catalog/resource-types.ts";
import { memoize } from "../lib/memoize.ts";
import { capitalize } from "../lib/text.ts";
import { getMessages, type Messages } from "../messages/messages.ts";
import { standardBases, standardBasisKeys } from "../vocab/basis.ts";
import type { FacetName } from "../vocab/entity-kind.ts";
import type { Term } from "../vocab/vocab.ts";
import { getKind, getStandard, getStatus, getVocabulary } from "../vocab/vocabulary.ts";
import { accessTerms } from "./access-terms.ts";
import { type CountedLink, licenceFamilyOf } from "./parts.ts";
import { entityUrl, facetUrl } from "./urls.ts";

type FilterName = FacetName | "topic" | "vendor";

/** The values of an offering by filter, as slugs. */
type FilterValues = Readonly<Record<FilterName, readonly string[]>>;

export interface FacetValue {
  readonly facet: FacetName;
  readonly slug: string;
}

export const NOT_STATED = { slug: "not-stated" } as const;

/** Filters whose values are too many for each page of the table: the browser has them with the rows. */
export const longFilters = ["authentication", "data", "region", "topic", "vendor"] as const satisfies FilterName[];
export type LongFilter = (typeof longFilters)[number];

export function isLongFilter(name: FilterName): name is LongFilter {
  return longFilters.some((one) => one === name);
}

interface Facet {
  readonly name: FilterName;
  readonly label: string;
  readonly terms: readonly Term[];
  readonly termsOf: (offering: Offering) => readonly Term[];
  readonly href: (term: Term) => string;
}

const ofTerms = (name: FacetName, terms: Iterable<Term>, termsOf: Facet["termsOf"]): Facet => ({
  name,
  label: getMessages().offeringIndex.filters[name],
  terms: [...terms],
  termsOf,
  href: ({ slug }) => facetUrl(name, slug),
});
/** An offering without any of the terms has a value of its own, the last. */
const ofStated = (...args: Parameters<typeof ofTerms>): Facet => {
  const facet = ofTerms(...args);
  const notStated: Term = { ...NOT_STATED, label: getMessages().offeringIndex.notStated };
  return {
    ...facet,
    terms: [...facet.terms, notStated],
    termsOf: (offering) => {
      const found = facet.termsOf(offering);
      return found.length > 0 ? found : [notStated];
    },
  };
};

/** Of closed lists, whose values have pages. */
const closedFacets = memoize((messages: Messages): readonly Facet[] => {
  const vocabulary = getVocabulary();
  const possessions = possessionTerms(messages);
  const { registration: registrations, pricing: pricings, sandbox: sandboxes, ...terms } = accessTerms();
  return [
    ofTerms("kind", vocabulary.kinds.values(), ({ offeringKind }) => [getKind(offeringKind)]),
    ofStated("standard", vocabulary.standards.values(), ({ knownStandards }) =>
      knownStandards.map(({ standard }) => getStandard(standard)),
    ),
    ofStated("registration", Object.values(registrations), ({ access: { registration } }) =>
      registration ? [registrations[registration.value]] : [],
    ),
    ofStated("price", Object.values(pricings), (offering) => {
      const pricing = pricingOf(offering);
      return pricing ? [pricings[pricing]] : [];
    }),
    ofStated("sandbox", Object.values(sandboxes), (offering) => {
      const sandbox = sandboxOf(offering);
      return sandbox ? [sandboxes[sandbox]] : [];
    }),
    ofStated("authentication", Object.values(terms.authentication), (offering) =>
      termsOf(terms.authentication, authenticationOf(offering)),
    ),
    ofStated("data", Object.values(terms.data), ({ access: { data } }) => termsOf(terms.data, data?.value)),
    ofStated("region", Object.values(terms.regions), ({ access }) => termsOf(terms.regions, access.regions?.value)),
    ofStated("licence", vocabulary.licenceFamilies.values(), (offering) => {
      const family = licenceFamilyOf(offering);
      return family ? [family] : [];
    }),
    ofTerms("has", Object.values(possessions), (offering) => possessionsOf(offering, possessions)),
    ofStated("status", vocabulary.statuses.values(), ({ status }) => (status ? [getStatus(status)] : [])),
  ];
});

const facetsOf = memoize((catalog: Catalog): readonly Facet[] => [
  ...closedFacets(getMessages()),
  {
    name: "topic",
    label: getMessages().offeringIndex.filters.topic,
    terms: catalog.topics.map(({ name, slug }) => ({ label: name, slug })),
    termsOf: ({ topics }) => topics.map(({ name, slug }) => ({ label: name, slug })),
    href: ({ slug }) => entityUrl({ kind: "topic", slug }),
  },
  {
    name: "vendor",
    label: getMessages().offeringIndex.filters.vendor,
    terms: catalog.organizations.map(({ name, slug }) => ({ label: name, slug })),
    termsOf: ({ vendor }) => [{ label: vendor.name, slug: vendor.slug }],
    href: ({ slug }) => entityUrl({ kind: "organization", slug }),
  },
]);

/** Each once, however often it is stated. */
function termsOf<K extends string>(terms: Readonly<Record<K, Term>>, keys: readonly K[] = []): Term[] {
  return [...new Set(keys)].map((key) => terms[key]);
}

/** What not every offering offers to a developer, as far as the catalog knows. */
function possessionTerms({ offeringIndex: { possessions } }: Messages) {
  return {
    documentation: { label: possessions.documentation, slug: "documentation" },
    interface: { label: possessions.interface, slug: "interface" },
    write: { label: possessions.write, slug: "write" },
  } satisfies Record<string, Term>;
}

function possessionsOf(offering: Offering, terms: ReturnType<typeof possessionTerms>): Term[] {
  const { documentation, interfaces } = offering;
  return [
    ...(documentation === undefined ? [] : [terms.documentation]),
    ...(interfaces.length > 0 ? [terms.interface] : []),
    ...(countWrites(offering) > 0 ? [terms.write] : []),
  ];
}

/** Every filter with the values that at least one offering has. */
export const listFilters = memoize((catalog: Catalog) =>
  facetsOf(catalog).map((facet) => ({
    name: facet.name,
    label: facet.label,
    options: optionsOf(catalog.offerings, facet),
  })),
);

/** The values of a closed list that at least one of these offerings has, with their counts. */
export function narrowingOptions(offerings: readonly Offering[], name: FacetName) {
  return optionsOf(offerings, closedFacet(name));
}

/** The values of an offering, as slugs. */
export function valuesOfFacet(offering: Offering, name: FacetName): string[] {
  return closedFacet(name)
    .termsOf(offering)
    .map(({ slug }) => slug);
}

function closedFacet(name: FacetName): Facet {
  const facet = closedFacets(getMessages()).find((one) => one.name === name);
  if (!facet) throw new Error(`There is no filter '${name}'`);
  return facet;
}

/** How standards are known: narrows them, and has no pages, since a standard's page says how each offering is known to have it. */
export function basisOptions(offerings: readonly Offering[]) {
  const { knownBy } = getMessages().offering;
  return standardBasisKeys.flatMap((basis) => {
    const count = offerings.filter(({ knownStandards }) =>
      knownStandards.some(({ bases }) => bases.includes(basis)),
    ).length;
    return count > 0 ? [{ value: standardBases[basis].slug, label: capitalize(knownBy[basis]), count }] : [];
  });
}

/** The bases of each standard of an offering, by slug. */
export function basesOf({ knownStandards }: Offering): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(knownStandards.map(({ standard, bases }) => [getStandard(standard).slug, bases]));
}

/** The terms of a facet that at least one offering has, with their counts. */
function optionsOf(offerings: readonly Offering[], facet: Facet) {
  const counts = new Map<string, number>();
  for (const offering of offerings) {
    for (const { slug } of facet.termsOf(offering)) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  return facet.terms.flatMap((term) => {
    const count = counts.get(term.slug);
    return count === undefined ? [] : [{ value: term.slug, label: term.label, href: facet.href(term), count }];
  });
}

export function filterValuesOf(catalog: Catalog, offering: Offering): FilterValues {
  const values = facetsOf(catalog).map(({ name, termsOf }) => [name, termsOf(offering).map(({ slug }) => slug)]);
  return Object.fromEntries(values);
}

/** Every value of a facet that at least one offering has. */
export function facetValues(catalog: Catalog): FacetValue[] {
  return listFilters(catalog).flatMap(({ name, options }) =>
    name === "topic" || name === "vendor" ? [] : options.map(({ value }) => ({ facet: name, slug: value })),
  );
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

/** The values of a facet with their counts, as ways into the catalog. */
export function facetLinks(catalog: Catalog, name: FacetName): CountedLink[] {
  return listFilters(catalog)
    .filter((filter) => filter.name === name)
    .flatMap(({ options }) => options.map(({ href, label, count }) => ({ href, label, count })));
}
