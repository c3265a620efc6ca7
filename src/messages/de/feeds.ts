import type { Messages } from "../messages.ts";
import { counted } from "./format.ts";

export const feeds: Messages["feeds"] = {
  title: "Feeds",
  of: {
    news: "allen Meldungen",
    digest: "dem Wochenüberblick",
    topics: "jedem Thema",
    offerings: "jedem Angebot",
    organizations: "jeder Organisation",
    authors: "jedem Autor",
  },
  description: (of) => `Feeds zu ${of}, als RSS, Atom und JSON Feed.`,
  about: (stories) =>
    `Eine Adresse in einen Feedreader kopieren, um allen Meldungen oder einem Thema zu folgen. Jeder Feed enthält die ${stories} zuletzt aufgenommenen Meldungen, in unseren eigenen Worten.`,
  all: (format) => `Alle Meldungen, ${format}`,
  digest: ["Der ", " hat einen Eintrag je Woche, in dem alles steht:"],
  digestLink: "Wochenüberblick",
  formats: ["Die Feeds unten sind RSS; daneben liegen jeweils ", " und ", "."],
  others: (of) => `Auch zu ${of} gibt es Feeds, die auf der jeweiligen Seite verlinkt sind.`,
  ofInterfaces: "Die eines Angebots melden auch, was seine Schnittstellen anders deklarieren als zuvor.",
  outline: "Die Feeds aller Themen als eine Liste (OPML)",
  outlineUse: ", zum Importieren in einen Feedreader.",

  digestOf: (site) => `${site}: Wochenüberblick`,
  digestHolds:
    "Was in einer Woche aufgenommen wurde und was sich im Katalog geändert hat, nach Themen, am Montag darauf.",
  topicsOf: (site) => `${site}: Themen`,
  ofOffering: (name, vendor) =>
    `Meldungen, die ${name} von ${vendor} nennen, und was seine Schnittstellen anders deklarieren als zuvor.`,
  ofOrganization: (name) => `Meldungen, die ${name} veröffentlicht hat.`,
  ofAuthor: (name) => `Meldungen von ${name}.`,

  rights: (licence) => `Zusammenfassungen: ${licence}; Auszüge gehören ihren Herausgebern`,
  page: (site) => `Diese Meldungen auf ${site} lesen`,

  declaresOtherwise: (name, asRead) => `${name} deklariert anderes als zuvor, ${asRead}. Von uns nicht geprüft.`,
  moreChanges: (count) => `${counted(count, { one: "weitere Änderung", other: "weitere Änderungen" })} in den Daten`,

  insights: (by) => `Einordnung der Redaktion${by === undefined ? "" : `, ${by}`}`,
  article: (link, published) => `Zum Original bei ${dated(link, published)}.`,
  goneArticle: (host, published, asOf, archive) =>
    `Die Seite bei ${dated(host, published)} ist nicht mehr abrufbar, ${asOf}. Vielleicht gibt es eine Kopie bei ${archive}.`,
  via: (name) => `Gefunden über ${name}.`,
  topics: (links) => `Themen: ${links}`,
  offerings: (links) => `Angebote: ${links}`,
  institution: (link) => `Institution: ${link}`,
};

function dated(place: string, day: string | undefined): string {
  return day === undefined ? place : `${place}, ${day}`;
}
