import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const markdown: Messages["markdown"] = {
  licence: (name, url) => `${name} (${url}); Auszüge gehören ihren Herausgebern`,
  notStated: "nicht angegeben",
  feeds: "Feeds",
  topics: "Themen",
  offerings: "Angebote",

  rows: {
    topics: (names) => `Themen: ${names}`,
    dateNotStated: "Datum nicht angegeben",
    alsoIn: " Auch bei ",
    by: " von ",
    successor: [" Nachfolger: ", "."],
    now: (name) => ` Jetzt ${name}`,
    more: (count) => `und ${format.count(count)} weitere`,
  },

  story: {
    document: "Dokument",
    sameEvent: "Zum selben Ereignis",
    copy: "Kopie",
    perhapsAt: "vielleicht bei ",
    quoted: ["Zitiert aus: ", "; der Auszug gehört dem Herausgeber."],
    insightsBy: (names) => `Von ${names}`,
    gone: (asOf) => `, nicht mehr abrufbar, ${asOf}`,
  },

  lists: {
    onPage: (count, page, pages) => `${count}; Seite ${format.count(page)} von ${format.count(pages)}.`,
    newer: "Neuere Meldungen",
    older: "Ältere Meldungen",
    of: "Zu",
    columns: ["Name", "Anbieter", "Art", "Lizenz", "Standards", "Schnittstelle", "Zugang", "Dokumentation", "Status"],
    previous: "Vorige Seite",
    next: "Nächste Seite",
    by: (facet) => `Nach ${facet}`,
    more: "Mehr: ",
  },

  digest: {
    soFar: (counts) => `bisher ${counts}`,
    kindBy: (kind) => `: ${kind} von `,
  },

  /** Beside the labels of its page. */
  offering: {
    onCertifiedList: " (in der ONC-Liste zertifizierter Produkte genannt)",
    listedBy: (source) => ` Aufgeführt bei ${source}.`,
    seenAt: " Gesehen bei ",
    vendor: "Anbieter",
    formerly: "Früher",
    replaces: "Ersetzt",
    added: (day) => `Im Katalog seit: ${day}.`,
    changes: "Änderungen:",
    listedAs: (product, developer) => `Aufgeführt als „${product}“ von ${developer}`,
    listingColumns: ["Version", "Zertifiziert", "Status", "Produktnummer"],
    apiDocumentation: "API-Dokumentation: ",
    criteria: (count, versions) =>
      `${counted(count, { one: "Kriterium", other: "Kriterien" })} erfüllt von ${versions}:`,
  },

  resource: {
    offering: "Angebot",
    vendor: "Anbieter",
    interface: "Schnittstelle",
  },

  organization: {
    type: "Typ",
  },

  topic: {
    vocabulary: "Vokabular",
    sameSubject: "Dasselbe Thema in anderen Vokabularen, deren Einträge hier ebenfalls stehen",
    broader: "Teil von",
    narrower: "Teile",
    news: "Meldungen",
  },

  data: {
    shapes: "Jede Adresse und Form",
    version: "Version",
    pageSize: "Datensätze auf einer Seite einer Liste, höchstens",
    listFields: "Felder einer Seite einer Liste",
    interfacesAre:
      "Jede Schnittstelle, deren Adresse bekannt ist, als Link-Set nach RFC 9264; deklariert, nicht geprüft.",
    discoveryIs: "Über den API-Katalog nach RFC 9727 und über APIs.json.",
  },

  compareNeedsBrowser:
    " Ein Vergleich braucht einen Browser; die Seite eines Angebots mit Alternativen hat eine Tabelle davon.",
  followingNeedsBrowser:
    " Die Listen brauchen einen Browser; Feeds leisten dasselbe für jedes Thema, jedes Angebot und jede Organisation: ",
  searchNeedsBrowser: " Eine Suche braucht einen Browser; alles, was sie finden könnte, steht in diesen Listen.",
  allNews: "Alle Meldungen: ",
  allTopics: "Alle Themen: ",
};
