export const resultsList = "Ergebnisse";
export const removeSearches = "Letzte Suchen entfernen";
export const searchesRemoved = "Die letzten Suchen sind entfernt";

export const kindNames = {
  offering: "Angebot",
  news: "Meldung",
  topic: "Thema",
  organization: "Organisation",
  author: "Autor",
  resource: "Ressource",
};
