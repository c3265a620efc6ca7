import type { Messages } from "../messages.ts";
import { site } from "./site.ts";

const { counts } = site;

export const search: Messages["search"] = {
  title: "Suche",
  description: (hasResources) =>
    `Meldungen, Angebote, Themen${hasResources ? ", Organisationen und FHIR-Ressourcen" : " und Organisationen"} durchsuchen; Tippfehler werden verziehen.`,
  form: "Website durchsuchen",
  box: "Suchwörter",
  unscripted: "Ohne Skript steht alles, was eine Suche finden könnte, in diesen Listen.",
  recent: "Letzte Suchen",
  forget: "Entfernen",
  filter: "Ergebnisse filtern",
  slash: ["Mit der Taste ", " zum Suchfeld springen"],
  ways: {
    news: (count) => `${counts.news(count)}, neueste zuerst, mit Archiv nach Jahren`,
    topic: (count) => `${counts.topic(count)} nach Vokabular`,
    offering: (count) => `${counts.offering(count)} nach Art, Standard, Zugang und Preis`,
    organization: (count) => `${counts.organization(count)} nach Namen`,
  },
  lists: {
    years: "Meldungen nach Jahr",
    topics: "Themen mit den meisten Meldungen",
    topicsOfOfferings: "Themen mit den meisten Angeboten",
    kinds: "Angebote nach Art",
    standards: "Angebote nach Standard",
    resources: "FHIR-Ressourcen mit den meisten Angeboten",
  },
  resource: (total, counts) => `FHIR-Ressource, ${total}: ${counts}`,
};
