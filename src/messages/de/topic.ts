import type { Messages } from "../messages.ts";
import { stories } from "./entries.ts";
import { counted, format } from "./format.ts";

const parts = { publisher: "Herausgeber", year: "Jahr", kind: "Art", standard: "Standard" };

export const topic: Messages["topic"] = {
  index: {
    description: "Alle Themen nach Vokabular, mit ihrer Bedeutung und der Zahl ihrer Einträge.",
    inVocabularies: (topics, count) => `${topics} in ${counted(count, { one: "Vokabular", other: "Vokabularen" })}`,
  },
  description: (text, counts) => `${text} ${format.list(counts)}.`,
  feed: (name) => `${name}: Meldungen`,
  feeds: "Feeds zu diesem Thema",
  plausible: (authority) =>
    `Die Bezeichnung stammt vermutlich von ${authority}; mit einer Liste von dort wurde sie nicht abgeglichen.`,
  crosswalk: "Dasselbe Thema in anderen Vokabularen, deren Einträge hier ebenfalls stehen:",
  broader: "Teil von:",
  narrower: "Teile:",
  noNews: "Noch keine Meldungen zu diesem Thema.",
  keyOfferings: "Wichtige Angebote",
  allOfferings: "Alle Angebote",
  noOfferings: "Noch keine Angebote zu diesem Thema.",
  publishers: "Herausgeber",
  related: "Verwandte Themen",
  chart: {
    text: (listed, undated) =>
      `Meldungen nach Erscheinungsjahr. ${listed}${undated > 0 ? `, ohne Datum: ${format.count(undated)}` : ""}.`,
    lead: "Meldungen nach Erscheinungsjahr:",
    caption: (undated) =>
      `Meldungen nach Erscheinungsjahr${undated > 0 ? `; ${format.count(undated)} ohne Datum` : ""}`,
  },
  filters: {
    year: "Jahr",
    publisher: "Herausgeber",
    allPublishers: "Alle Herausgeber",
    kind: "Art",
    standard: "Standard",
    basis: "Standard bekannt durch",
    ofNews: {
      summary: "Nach Jahr und Herausgeber filtern",
      label: "Filter der Meldungen",
      none: "Keine Meldung erfüllt alle diese Filter. Für mehr Treffer einen Filter aufheben.",
    },
    ofOfferings: {
      summary: "Nach Art und Standard filtern",
      label: "Filter der Angebote",
      none: "Kein Angebot erfüllt alle diese Filter. Für mehr Treffer einen Filter aufheben.",
    },
  },
  filtersPage: {
    title: (name) => `${name}: nach Filtern`,
    description: (name) => `Die Meldungen zu ${name} nach Jahr und Herausgeber und die Angebote nach Art und Standard.`,
    breadcrumb: "Nach Filtern",
    heading: (shown) => `Nach ${format.list(shown.map((part) => parts[part]))}`,
    onThisPage: "Auf dieser Seite:",
    parts: {
      publisher: "Herausgeber",
      year: "Jahre",
      kind: "Arten von Angeboten",
      standard: "Standards der Angebote",
    },
    moreOfPublisher: (count) =>
      `und ${counted(count, { one: "weitere Meldung", other: "weitere Meldungen" })} unter allen Veröffentlichungen`,
    morePublishers: (count) =>
      `und ${counted(count, { one: "weiterer", other: "weitere" })} Herausgeber unter allen Organisationen`,
    withoutPublisher: (count) => `${stories(count)} ohne genannten Herausgeber`,
    moreOfStandard: (count) =>
      `und ${counted(count, { one: "weiteres", other: "weitere" })} in der Tabelle der Angebote`,
    noPublisher: "Kein Herausgeber dieser Meldungen steht im Katalog.",
  },
};
