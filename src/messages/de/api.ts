import type { Messages } from "../messages.ts";

export const api: Messages["api"] = {
  title: "Daten",
  description: "Der ganze Katalog als statische Dateien für Programme: JSON, NDJSON, CSV und SKOS, mit Schemas.",
  summary:
    "Alles im Katalog steht hier auch in Dateien für Programme bereit, ohne Schlüssel, ohne Begrenzung und ohne Anmeldung.",
  contents: "Auf dieser Seite",
  contentsBefore: "Auf dieser Seite:",
  authors: "Autoren",
  columns: ["Feld", "Typ", "Bedeutung"],
  start: {
    heading: "Einstieg",
    about:
      "Der Index sagt, was es gibt und wie viel davon, von welchem Tag und Commit der Stand ist und wo alles Weitere liegt.",
    file: "Index",
    fields: "Felder des Index",
    openApi: "OpenAPI-3.1-Beschreibung",
    openApiAbout: [
      "Die ",
      " nennt jede Adresse und jede Form; Werkzeuge erzeugen daraus Clients. Jede Seite eines Eintrags nennt in ihrem Kopf den eigenen Datensatz, als Alternative vom Typ `application/json`.",
    ],
  },
  list: {
    heading: "Eine Liste lesen",
    about: (records) =>
      `Eine Seite enthält höchstens ${records} Datensätze; \`next\` führt weiter, bis es null ist. Neue Meldungen kommen zuerst. Unterscheidet sich \`revision\` zwischen zwei Seiten, wurde die Website dazwischen neu erzeugt: dann von vorn beginnen. Solange es gleich bleibt, hat sich kein Datensatz dieser Art geändert.`,
    fields: "Felder einer Seite der Liste der Meldungen",
  },
  kind: {
    newestFirst: "In Listen und Gesamtdateien nach dem Tag der Kuratierung, die neuesten zuerst.",
    bySlug: "In Listen und Gesamtdateien nach Slug.",
    record: "Ein Datensatz",
    list: "Liste",
    all: (format) => `Alle, ${format}`,
    fields: "Felder eines Datensatzes",
    example: "Ein Datensatz im Wortlaut:",
  },
  digest: {
    heading: "Wochenüberblick",
    about:
      "Die Liste hat jede Woche, in der etwas aufgenommen oder geändert wurde, die neueste zuerst, und führt zu dem, was jede erzählt: ihre Meldungen nach Themen und die Änderungen im Katalog. Eine Woche ist vollständig, sobald ihr letzter Tag vorüber ist.",
    file: "Wochen",
    fields: "Felder des Überblicks einer Woche",
  },
  concepts: {
    heading: "Themen über Vokabulare hinweg",
    about:
      "Die Themen als SKOS: ein Konzeptschema für jedes Vokabular, Bezeichnungen, Definitionen, übergeordnete und verwandte Konzepte. Wo zwei Vokabulare denselben Gegenstand benennen, ist es eine exakte Entsprechung: Der Katalog versteht „derselbe Gegenstand“ in beide Richtungen und über Ketten hinweg und führt die Einträge beider zusammen. Beide Dateien enthalten denselben Graphen.",
  },
  interfaces: {
    heading: "Schnittstellen der Angebote",
    about:
      "Jede Schnittstelle, deren Adresse bekannt ist, mit der Dokumentation des Angebots, dem Ort, an dem ihre Metadaten gelesen wurden, und dem Datensatz hier: eine Linkliste nach RFC 9264, in der `anchor` bei jedem Eintrag die Adresse der Schnittstelle ist. Was dort steht, haben die Anbieter deklariert oder andere über sie gemeldet; geprüft wurde nichts.",
  },
  discovery: {
    heading: "Wie Programme die Daten finden",
    about: (isAtRoot) =>
      `${isAtRoot ? "Ein Programm, das nur die Domain kennt, findet" : "Programme finden"} diese Daten über den API-Katalog nach RFC 9727, der auch zu den Schnittstellen der Angebote führt, und über APIs.json.`,
    catalog: "API-Katalog",
  },
  parts: {
    heading: "Teile von Datensätzen",
    about:
      "Die Tabellen oben nennen sie als Typen. Die Wörter geschlossener Listen stehen im Index unter `vocabularies`, mit den Bezeichnungen, die Seiten ihnen geben.",
    fields: (part) => `Felder von „${part}“`,
  },
  unknown: {
    heading: "Was nicht bekannt ist",
    about:
      "Jedes Feld ist immer da. Was nicht bekannt ist, ist `null` oder eine leere Liste; nichts wird geraten. Daten sind so genau, wie sie bekannt sind, und sagen, woher sie bekannt sind.",
  },
  csv: {
    heading: "CSV",
    about:
      "UTF-8 mit Byte Order Mark, für Tabellenkalkulationen. Spalten heißen wie Felder. Ein Verweis ist ein Slug; die Werte einer Liste sind durch `|` verbunden, und vor einem Strich oder Backslash in einem Wert steht ein Backslash. Vor einer Zelle, die eine Tabellenkalkulation für eine Formel hielte, steht ein Apostroph. Von zertifizierten Produkten und Schnittstellen hat CSV nur die Namen; alles Weitere dazu, Markup und Auszüge gibt es nur in den anderen Formaten.",
  },
  licence: {
    heading: "Lizenz",
    about: (site) => [
      "Unsere eigenen Texte stehen unter ",
      `: Sie dürfen verwendet werden, wenn ${site} genannt wird. Überschriften, Auszüge und Bilder gehören ihren Herausgebern. \`rights\` sagt in jedem Datensatz, welche Felder wozu gehören.`,
    ],
  },
  versions: {
    heading: "Versionen",
    about: (version, folder) =>
      `Die Formen haben die Version ${version}, wie \`schemaVersion\` sagt. Unter \`${folder}\` kann ein Feld oder ein Wort einer Liste hinzukommen; keines entfällt, wird umbenannt oder bekommt eine andere Bedeutung. Eine Änderung, die ein Programm stören würde, bekommt neben diesem einen eigenen Ordner.`,
  },
};
