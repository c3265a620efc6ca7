/** The page on which a reader sees offerings side by side. The browser fills it from the data; without a choice it says how to make one. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { isEnding } from "../catalog/queries.ts";
import type { Labels } from "../compare/comparison.ts";
import { byText } from "../lib/order.ts";
import { getMessages } from "../messages/messages.ts";
import type { Term } from "../vocab/vocab.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { accessTerms } from "./access-terms.ts";
import { buildPage } from "./page.ts";
import { compareUrl, comparisonUrl } from "./urls.ts";

export type ComparePageView = ReturnType<typeof buildComparePage>;

/** Offerings of a suggestion. */
const SUGGESTED = 3;

export function buildComparePage(catalog: Catalog) {
  const { title, description, breadcrumb } = getMessages().compare;
  return {
    ...buildPage({ title, description, path: compareUrl, section: "offering", breadcrumb }),
    heading: title,
    labels: toLabels(),
    suggestions: toSuggestions(catalog),
  };
}

const labelsOf = (terms: Iterable<readonly [string, Term]>) =>
  Object.fromEntries([...terms].map(([key, { label }]) => [key, label]));

/** The labels that differ from their keys. */
const otherLabelsOf = (terms: Readonly<Record<string, Term>>) =>
  labelsOf(Object.entries(terms).filter(([key, { label }]) => key !== label));

function toLabels(): Labels {
  const terms = accessTerms();
  const { kinds, licences, statuses } = getVocabulary();
  return {
    kinds: labelsOf(kinds),
    licences: labelsOf(licences),
    statuses: labelsOf(statuses),
    access: {
      registration: otherLabelsOf(terms.registration),
      authentication: otherLabelsOf(terms.authentication),
      sandbox: otherLabelsOf(terms.sandbox),
      pricing: otherLabelsOf(terms.pricing),
      apiStyle: otherLabelsOf(terms.apiStyle),
      data: otherLabelsOf(terms.data),
      regions: otherLabelsOf(terms.regions),
    },
  };
}

/** The offerings of each kind with the most interfaces and stories, where some interface is on record. */
function toSuggestions({ offerings }: Catalog) {
  return [...getVocabulary().kinds].flatMap(([kind, { label }]) => {
    const known = offerings
      .filter((offering) => offering.offeringKind === kind && !isEnding(offering))
      .sort((a, b) => weightOf(b) - weightOf(a) || byText(a.name, b.name))
      .slice(0, SUGGESTED);
    if (known.length < 2 || !known.some(({ interfaces }) => interfaces.length > 0)) return [];
    return [
      {
        kind: label,
        href: comparisonUrl(known.map(({ slug }) => slug)),
        label: getMessages().format.list(known.map(({ name }) => name)),
      },
    ];
  });
}

function weightOf({ interfaces, news }: Offering): number {
  return interfaces.length * 10 + news.length;
}
