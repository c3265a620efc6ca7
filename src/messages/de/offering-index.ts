import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const offeringIndex: Messages["offeringIndex"] = {
  description: (subject) =>
    `Produkte, Dienste und Open-Source-Projekte zu ${subject}, nach Art, Standard, Zugang, Preis und Anbieter.`,
  heading: (filter, value) => `${filter}: ${value}`,
  facetTitle: (filter, value) => `Angebote nach ${filter}: ${value}`,
  facetDescription: (subject, filter, value, count) =>
    `Angebote zu ${subject} nach ${filter}: ${value}. ${counted(count, { one: "Eintrag", other: "Einträge" })}.`,
  paged: (text, page, pages) => `${text}, Seite ${page} von ${pages}`,
  page: (page) => `Seite ${page}`,
  headingOfPage: (heading, page) => `${heading}, Seite ${page}`,
  knownBy: (count, by) => `${format.count(count)} ${by}`,
  compare: "Angebote nebeneinander vergleichen",
  allFilters: "Alle Filter",
  openFilters: "Nach Art, Standard, Preis und mehr filtern",
  byLetter: "Nach Anfangsbuchstaben",
  clear: "Filter aufheben",
  sortedBy: "Sortiert nach",
  orders: {
    name: "Name",
    access: "leichtestem Zugang",
    price: "Preis",
    vendor: "Anbieter",
    kind: "Art",
    licence: "Lizenz",
    writes: "schreibbaren Ressourcentypen",
  },
  noneLeft: "Kein Angebot erfüllt alle diese Filter. Mit weniger Filtern werden es mehr.",
  previous: "Zurück",
  next: "Weiter",
  filters: {
    kind: "Art",
    standard: "Standard",
    basis: "Beleg des Standards",
    registration: "Registrierung",
    price: "Preis",
    sandbox: "Sandbox",
    authentication: "Authentifizierung",
    data: "Daten",
    region: "Region",
    licence: "Lizenz",
    has: "Ausstattung",
    status: "Status",
    topic: "Thema",
    vendor: "Anbieter",
  },
  notStated: "Nicht angegeben",
  possessions: {
    documentation: "Dokumentation",
    interface: "Deklarierte Schnittstelle",
    write: "Schreibbare Ressourcentypen",
  },
  all: {
    authentication: "Alle Arten der Authentifizierung",
    data: "Alle Arten von Daten",
    region: "Alle Regionen",
    topic: "Alle Themen",
    vendor: "Alle Organisationen",
  },
  filtersPage: {
    title: "Angebote nach Filtern",
    description:
      "Alle Werte, nach denen sich Angebote filtern lassen, von Art und Standard bis zu Preis, Sandbox und Region, mit der Zahl der Angebote.",
    breadcrumb: "Nach Filtern",
    empty: "Noch keine Angebote.",
  },
};
