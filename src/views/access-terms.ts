/** The closed lists of access with their labels: of those that code knows in the language of the site. */
import { memoize } from "../lib/memoize.ts";
import { getMessages, type Messages } from "../messages/messages.ts";
import { authentications, pricings, regions, registrations, sandboxes } from "../vocab/access.ts";
import { type Term, withLabels } from "../vocab/vocab.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import type { Terms } from "../vocab/vocabulary-files.ts";

export const accessTerms = () => termsIn(getMessages());

const termsIn = memoize(({ access: { terms } }: Messages) => {
  const { apiStyles, dataKinds } = getVocabulary();
  return {
    authentication: withLabels(authentications, terms.authentication),
    registration: withLabels(registrations, terms.registration),
    sandbox: withLabels(sandboxes, terms.sandbox),
    pricing: withLabels(pricings, terms.pricing),
    apiStyle: toRecord(apiStyles),
    data: toRecord(dataKinds),
    regions: withLabels(regions, terms.regions),
  };
});

function toRecord(terms: Terms): Readonly<Record<string, Term>> {
  return Object.fromEntries(terms);
}
