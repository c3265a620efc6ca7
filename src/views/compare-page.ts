/** The page on which a reader sees offerings side by side. The browser fills it from the data; without a choice it says how to make one. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { isEnding } from "../catalog/queries.ts";
import type { Labels } from "../compare/comparison.ts";
import { byText } from "../lib/order.ts";
import { joinWords } from "../lib/text.ts";
import { apiStyles, authentications, dataKinds, pricings, regions, registrations, sandboxes } from "../vocab/access.ts";
import type { Term } from "../vocab/vocab.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { buildPage } from "./page.ts";
import { compareUrl, comparisonUrl } from "./urls.ts";

export type ComparePageView = ReturnType<typeof buildComparePage>;

/** Offerings of a suggestion. */
const SUGGESTED = 3;

export function buildComparePage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Compare offerings",
      description:
        "Healthcare APIs side by side: access, price, standards and how they are known, declared interfaces, resource types, news.",
      path: compareUrl,
      section: "offering",
      breadcrumb: "Compare",
    }),
    labels: toLabels(),
    suggestions: toSuggestions(catalog),
  };
}

const labelsOf = (terms: Iterable<readonly [string, Term]>) =>
  Object.fromEntries([...terms].map(([key, { label }]) => [key, label]));

/** Those that differ from their keys. */
const otherLabelsOf = (terms: Readonly<Record<string, Term>>) =>
  labelsOf(Object.entries(terms).filter(([key, { label }]) => key !== label));

function toLabels(): Labels {
  const { kinds, licences, statuses } = getVocabulary();
  return {
    kinds: labelsOf(kinds),
    licences: labelsOf(licences),
    statuses: labelsOf(statuses),
    access: {
      registration: otherLabelsOf(registrations),
      authentication: otherLabelsOf(authentications),
      sandbox: otherLabelsOf(sandboxes),
      pricing: otherLabelsOf(pricings),
      apiStyle: otherLabelsOf(apiStyles),
      data: otherLabelsOf(dataKinds),
      regions: otherLabelsOf(regions),
    },
  };
}

/** Of each kind the offerings that most is known of, where some interface is on record. */
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
        label: joinWords(known.map(({ name }) => name)),
      },
    ];
  });
}

function weightOf({ interfaces, news }: Offering): number {
  return interfaces.length * 10 + news.length;
}
