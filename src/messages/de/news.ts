import type { Messages } from "../messages.ts";
import { onPage, stories } from "./entries.ts";
import { plural } from "./format.ts";

const ofYear = (year: number | undefined) => (year === undefined ? "ohne Datum" : `aus ${year}`);

export const news: Messages["news"] = {
  latest: "Neueste",
  latestStories: "Neueste Meldungen",
  allNews: "Alle Meldungen",
  newestFirst: (count) => `${count}, neueste zuerst`,
  noStories: "Noch keine Meldungen.",
  archive: "Archiv",
  curatedOn: (date) => `aufgenommen am ${date}`,
  alsoIn: "Auch bei",
  list: {
    title: (page, pages) => `Meldungen${onPage(page, pages)}`,
    description: (subject, page, pages) => `Kuratierte Meldungen zu ${subject}, neueste zuerst${onPage(page, pages)}.`,
  },
  year: {
    heading: (year) => `Meldungen aus ${year}`,
    undatedHeading: "Meldungen ohne Datum",
    undatedTitle: "Meldungen ohne Datum",
    description: (subject, year) => `Meldungen zu ${subject}, die ${year} erschienen sind.`,
    undatedDescription: (subject) => `Meldungen zu ${subject}, deren Quelle kein Erscheinungsdatum nennt.`,
    byDayOfCuration: "Nach Tag der Aufnahme",
    monthNotStated: "Monat nicht angegeben",
  },
  years: {
    heading: "Jahre",
    earlier: "Frühere Jahre",
    byYear: "Nach Jahr",
    dateNotStated: "Datum nicht angegeben",
    stories: "Meldungen",
    undated: "ohne Datum",
    all: (count, year) => `Alle ${stories(count)} ${ofYear(year)}`,
    pageHeading: (year) => `Meldungen ${ofYear(year)}`,
    count: (count, year) => `${stories(count)}, ${orderOf(year)}`,
    title: (name, year, page, pages) => `${name}: ${year}${onPage(page, pages)}`,
    breadcrumb: (year, page) => (page === 1 ? year : `${year}, Seite ${page}`),
    description: {
      topic: describeYear("zu"),
      organization: describeYear("von"),
      author: describeYear("von"),
    },
  },
  story: {
    isAbout: "Gegenstand der Meldung",
    named: "von der Redaktion genannt",
    rebuiltHeadline:
      "Die Überschrift wurde aus der Adresse rekonstruiert; Groß- und Kleinschreibung sowie Zeichensetzung können abweichen.",
    sameEvent: "Zum selben Ereignis:",
    sourceGone: "Quelle nicht abrufbar",
    excerpt: "Auszug",
    insights: "Einordnung der Redaktion",
    findCopy: (archive) => `Kopie bei ${archive} suchen`,
    formerAddress: ["Sie war unter ", " zu finden."],
    read: (host) => `Original bei ${host} lesen`,
    document: (size) => `Dokument lesen (PDF, ${size})`,
    source: "Quelle",
    via: "Gefunden über",
    published: "Erschienen",
    curated: "Aufgenommen",
    updated: "Aktualisiert",
    author: (count) => plural(Math.max(1, count), { one: "Autor", other: "Autoren" }),
    about: "Gegenstand",
    institution: "Institution",
    note: "Hinweis",
    offerings: "Passende Angebote",
    similar: "Ähnliche Meldungen",
  },
  dateBases: {
    page: "auf der Seite angegeben",
    url: "aus der Adresse abgelesen",
    context: "erschlossen aus dem Text oder der Bezeichnung einer Version",
    "journal-issue": "Datum der Zeitschriftenausgabe",
    curation: "Tag der Aufnahme; die Quelle nennt kein eigenes Datum",
  },
};

function orderOf(year: number | undefined): string {
  return year === undefined ? "nach Tag der Aufnahme" : "neueste zuerst";
}

function describeYear(preposition: string) {
  return (name: string, count: number, year: number | undefined, page: number, pages: number) =>
    `${stories(count)} ${ofYear(year)} ${preposition} ${name}, ${orderOf(year)}${onPage(page, pages)}.`;
}
