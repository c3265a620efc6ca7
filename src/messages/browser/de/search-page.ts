import { isOn as hasInterfaces } from "#facts/interfaces.ts";
import { formatCount } from "./format.ts";

export const searchAdvice =
  "Weniger Wörter helfen vielleicht weiter, eine andere Schreibweise oder der Name eines Standards, Anbieters oder Themas, sonst eine dieser Listen.";

export const sortedBy = "Sortiert nach";
export const orders = { relevance: "Relevanz", date: "Datum" };

export const clearFilters = "Filter aufheben";
export const removeFilter = (label: string) => `${label} entfernen`;
export const nothingLeft = "Nichts erfüllt alle diese Filter. Mit einem weniger ist mehr zu sehen.";
export const firstShown = (count: number) =>
  `Die ersten ${formatCount(count)} sind zu sehen. Mehr Wörter engen die Suche ein.`;
export const showAll = (count: number) => `Alle ${formatCount(count)} anzeigen`;
export const compareOffering = (name: string) => `${name} vergleichen`;

export const moreValues = (count: number) => `${formatCount(count)} weitere`;
export const andMoreValues = (count: number) => `und ${formatCount(count)} weitere`;

export const tryAgain = "Erneut versuchen";
export const reloadPage = "Seite neu laden";
export const searchesRemoved = "Die letzten Suchen sind entfernt.";

export const kindHeadings = {
  offering: "Angebote",
  topic: "Themen",
  organization: "Organisationen",
  author: "Autoren",
  resource: hasInterfaces ? "FHIR-Ressourcen" : "",
  news: "Meldungen",
};

export const filterHeadings = {
  kind: "Art",
  topic: "Thema",
  year: "Jahr",
  publisher: "Herausgeber",
  vendor: "Anbieter",
  standard: "Standard",
  registration: "Registrierung",
  sandbox: "Sandbox",
  price: "Preis",
  data: "Daten",
  licence: "Lizenz",
  status: "Status",
};
