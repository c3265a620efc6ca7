import type { Messages } from "../messages.ts";

export const site: Messages["site"] = {
  skip: "Zum Inhalt springen",
  navigation: "Hauptmenü",
  searchForm: "Website",
  searchBox: "Suche",
  searchHint: "Meldungen, Angebote, Themen",
  searchButton: "Suchen",
  breadcrumbs: "Brotkrumen",
  dataAlternate: "Daten als JSON",
  sections: {
    home: "Startseite",
    news: "Meldungen",
    topic: "Themen",
    offering: "Angebote",
    organization: "Organisationen",
    about: "Über diese Seite",
  },
  footer: {
    licence: ["Zusammenfassungen: ", ". Auszüge gehören ihren Herausgebern."],
    feeds: "Feeds",
    following: "Eigene Listen",
    offline: "Offline lesen",
    data: "Daten",
    organizations: "Organisationen",
    propose: "Meldung vorschlagen",
    build: "Dieser Stand",
  },
};
