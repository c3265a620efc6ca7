/** The closed lists of access with their labels in the language of the site. */
import { getMessages } from "../messages/messages.ts";
import { apiStyles, authentications, dataKinds, pricings, regions, registrations, sandboxes } from "../vocab/access.ts";
import { withLabels } from "../vocab/vocab.ts";

export function accessTerms() {
  const { terms } = getMessages().access;
  return {
    authentication: withLabels(authentications, terms.authentication),
    registration: withLabels(registrations, terms.registration),
    sandbox: withLabels(sandboxes, terms.sandbox),
    pricing: withLabels(pricings, terms.pricing),
    apiStyle: withLabels(apiStyles, terms.apiStyle),
    data: withLabels(dataKinds, terms.data),
    regions: withLabels(regions, terms.regions),
  };
}
