/** The catalog as one table, page by page, its filters, and each filter's value as a table of its own. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { getSettings } from "../config/settings.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { getMessages } from "../messages/messages.ts";
import { standardBasisKeys } from "../vocab/basis.ts";
import { getStandard, getVocabulary } from "../vocab/vocabulary.ts";
import { groupByLetter } from "./letters.ts";
import {
  basisOptions,
  type FacetValue,
  facetTerm,
  isLongFilter,
  type LongFilter,
  listFilters,
  NOT_STATED,
  offeringsOfFacet,
} from "./offering-facets.ts";
import { inTableOrder, toTableRow } from "./offering-rows.ts";
import { buildPage, type LinkView, type PageView } from "./page.ts";
import { countPages, itemsOfPage, paginate } from "./pagination.ts";
import { toLink } from "./parts.ts";
import { toItemList } from "./structured-data/page-graph.ts";
import { facetUrl, filterUrl, indexUrl, listPageUrl } from "./urls.ts";

export type OfferingIndexPageView = ReturnType<typeof buildList>;

export interface FilterView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** A page of its own; a value without one is for the browser to filter by. */
    readonly href?: string;
    readonly count: number;
  }[];
  /** Where the values are that the page has no room for. */
  readonly all?: LinkView;
}

/** A page of the table of one value. */
interface FacetPage extends FacetValue {
  /** From 1. */
  readonly page: number;
}

/** So many are within 60 kB of HTML, with the filters. */
const ROWS_A_PAGE = 50;

/** Pages of the whole catalog. */
export function countOfferingPages({ offerings }: Catalog): number {
  return countPages(offerings.length, ROWS_A_PAGE);
}

/** The pages after the first of every value; every value has a first one. */
export function facetPages(catalog: Catalog, values: readonly FacetValue[]): FacetPage[] {
  return values.flatMap((value) => {
    const pages = countPages(offeringsOfFacet(catalog, value).length, ROWS_A_PAGE);
    return Array.from({ length: pages - 1 }, (_, index) => ({ ...value, page: index + 2 }));
  });
}

export function offeringsOfPage(offerings: readonly Offering[], page: number): readonly Offering[] {
  return itemsOfPage(inTableOrder(offerings), page, ROWS_A_PAGE);
}

export function buildOfferingIndexPage(catalog: Catalog, page = 1) {
  const { offeringIndex, site } = getMessages();
  const title = site.sections.offering;
  return buildList(catalog, catalog.offerings, page, {
    heading: title,
    title,
    description: offeringIndex.description(getSettings().words.subject),
    path: indexUrl("offering"),
  });
}

export function buildFacetPage(catalog: Catalog, { page = 1, ...value }: FacetValue & Partial<FacetPage>) {
  const { offering: words, offeringIndex: messages } = getMessages();
  const { facet: name, slug } = value;
  const { facet, term } = facetTerm(catalog, value);
  const offerings = offeringsOfFacet(catalog, value);
  return buildList(catalog, offerings, page, {
    heading: messages.heading(facet.label, term.slug === NOT_STATED.slug ? words.notStated : term.label),
    title: messages.facetTitle(facet.label, term.label),
    description: messages.facetDescription(getSettings().words.subject, facet.label, term.label, offerings.length),
    path: facetUrl(name, slug),
    standard: describeStandard(offerings, value),
    value,
  });
}

/** Of the table of one standard: what it is, and how the offerings are known to have it. */
interface StandardView {
  readonly about: string;
  readonly home: LinkView;
  /** `60 stated by the vendor, 9 declared by a server, 264 implied by a certification` */
  readonly bases: string;
}

interface ListTexts {
  readonly heading: string;
  readonly title: string;
  readonly description: string;
  /** Of the first page. */
  readonly path: string;
  readonly standard?: StandardView | undefined;
  /** That all of the offerings have. */
  readonly value?: FacetValue;
}

function buildList(
  catalog: Catalog,
  offerings: readonly Offering[],
  page: number,
  { heading, title, description, path, standard, value }: ListTexts,
) {
  const { offering: words, offeringIndex: messages } = getMessages();
  const pages = countPages(offerings.length, ROWS_A_PAGE);
  const shown = offeringsOfPage(offerings, page);
  const url = listPageUrl(path, page);
  const isCatalog = path === indexUrl("offering");
  const view: PageView = buildPage({
    title: page === 1 ? title : messages.paged(title, page, pages),
    description: page === 1 ? description : `${messages.paged(description.replace(/\.$/, ""), page, pages)}.`,
    path: url,
    section: "offering",
    breadcrumb: page === 1 ? heading : isCatalog ? messages.page(page) : messages.headingOfPage(heading, page),
    statement: { type: "CollectionPage", mainEntity: toItemList(url, shown.map(toLink), offerings.length) },
  });
  return {
    ...view,
    heading,
    standard,
    count: words.count(offerings.length),
    /** From the filters to the table, where that stands below them. */
    show: words.show(offerings.length),
    /** True for the page on which the browser shows all rows. */
    isFirst: isCatalog && page === 1,
    filters: value ? withValue(filterViews(catalog), catalog, value) : filterViews(catalog),
    letters: pages > 1 ? toLetters(offerings, path, page) : [],
    /** By first letter, which the letters lead to. */
    groups: groupByLetter(shown).map(({ letter, anchor, items }) => ({ letter, anchor, rows: items.map(toTableRow) })),
    pagination: paginate(page, pages, (one) => listPageUrl(path, one)),
  };
}

/** The same on every page of the table. */
const filterViews = memoize((catalog: Catalog) =>
  listFilters(catalog).flatMap(({ name, label, options }): FilterView[] =>
    isLongFilter(name)
      ? [{ name, label, options: [], ...(options.length > 0 && { all: linkToAll(name) }) }]
      : [
          { name, label, options },
          ...(name === "standard"
            ? [
                {
                  name: "basis",
                  label: getMessages().offeringIndex.filters.basis,
                  options: basisOptions(catalog.offerings),
                },
              ]
            : []),
        ],
  ),
);

/** A value that the filters leave out stands in them on its own page. */
function withValue(filters: readonly FilterView[], catalog: Catalog, { facet, slug }: FacetValue): FilterView[] {
  const own = listFilters(catalog)
    .find(({ name }) => name === facet)
    ?.options.filter(({ value }) => value === slug);
  return filters.map((filter) => (filter.name === facet && filter.all && own ? { ...filter, options: own } : filter));
}

/** Where the values are that a page of the table has no room for. */
function linkToAll(filter: LongFilter): LinkView {
  const href =
    filter === "topic" ? indexUrl("topic") : filter === "vendor" ? indexUrl("organization") : filterUrl(filter);
  return { href, label: getMessages().offeringIndex.all[filter] };
}

/** Where the first row under each letter is. */
function toLetters(offerings: readonly Offering[], path: string, page: number) {
  let before = 0;
  return groupByLetter(offerings).map(({ letter, anchor, items }) => {
    const of = Math.floor(before / ROWS_A_PAGE) + 1;
    before += items.length;
    return { letter, href: of === page ? `#${anchor}` : `${listPageUrl(path, of)}#${anchor}` };
  });
}

function describeStandard(offerings: readonly Offering[], { facet, slug }: FacetValue): StandardView | undefined {
  const standard =
    facet === "standard" ? [...getVocabulary().standards.values()].find((one) => one.slug === slug) : undefined;
  if (!standard) return undefined;
  const known = offerings.flatMap(({ knownStandards }) =>
    knownStandards.flatMap(({ standard: key, bases }) => (getStandard(key) === standard ? bases : [])),
  );
  const { offering: words, offeringIndex: messages } = getMessages();
  const counts = standardBasisKeys.map((basis) => ({ basis, count: known.filter((one) => one === basis).length }));
  return {
    about: standard.about,
    home: { href: standard.home, label: readableHostOf(standard.home) },
    bases: counts
      .filter(({ count }) => count > 0)
      .map(({ basis, count }) => messages.knownBy(count, words.knownBy[basis]))
      .join(", "),
  };
}
