import type { Messages } from "../messages.ts";
import { counted, plural } from "./format.ts";

export const stories = (count: number) => counted(count, { one: "Meldung", other: "Meldungen" });
export const offerings = (count: number) => counted(count, { one: "Angebot", other: "Angebote" });

export const onPage = (page: number, pages: number) => (page === 1 ? "" : `, Seite ${page} von ${pages}`);

export const entries: Messages["entries"] = {
  stories,
  offerings,
  topics: (count) => counted(count, { one: "Thema", other: "Themen" }),
  organizations: (count) => counted(count, { one: "Organisation", other: "Organisationen" }),
  notStated: "nicht angegeben",
  dateNotStated: "Datum nicht angegeben",
  byLetter: "Nach Anfangsbuchstabe",
  facts: "Fakten",
  authors: "Autoren",
  pagination: {
    page: (page) => `Seite ${page}`,
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    newer: "Neuere",
    older: "Ältere",
  },
  deadLink: {
    gone: "nicht mehr abrufbar",
    asOf: (date) => `Stand ${date}`,
    goneAsOf: (asOf) => `nicht mehr abrufbar, ${asOf}`,
    sourceGone: (asOf) => `Die Quelle ist nicht mehr abrufbar, ${asOf}.`,
  },
  changes: {
    heading: "Änderungen",
    added: (date) => `Neu im Katalog seit ${date}`,
    ofInterface: (changes, date) => `Schnittstelle: ${changes}; gesehen am ${date}`,
    ofInterfaceAfterName: (changes, date) => `, Schnittstelle: ${changes}; gesehen am ${date}`,
  },
  reasons: {
    about: (offeringNames) => `über ${offeringNames}`,
    alsoAbout: (offeringNames) => `auch über ${offeringNames}`,
    sameTopics: (count, labels) => `${plural(count, { one: "gleiches Thema", other: "gleiche Themen" })}: ${labels}`,
    filedUnder: (topic) => `eingeordnet unter ${topic}`,
    putFirst: "von der Redaktion vorangestellt",
    moreStandards: (count) => counted(count, { one: "weiterer Standard", other: "weitere Standards" }),
  },
  moreOfKind: (count) => `${counted(count, { one: "weiteres Angebot", other: "weitere Angebote" })} dieser Art`,
};
