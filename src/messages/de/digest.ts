import type { Messages } from "../messages.ts";
import { stories } from "./entries.ts";
import { counted, format } from "./format.ts";

export const digest: Messages["digest"] = {
  title: "Wochenüberblick",
  feed: (site) => `${site}: Wochenüberblick`,
  index: {
    description: (subject) =>
      `Was zu ${subject} aufgenommen wurde und was sich im Katalog geändert hat, Woche für Woche.`,
    lead: "Was von Montag bis Sonntag in den Katalog aufgenommen wurde, wann immer es erschienen ist, und was sich darin geändert hat. Jede Meldung steht einmal da, unter dem meistgenannten ihrer Themen. Die Feeds haben einen Eintrag pro Woche, am Montag danach, mit dem ganzen Wochenüberblick.",
    count: (weeks) => counted(weeks, { one: "Woche", other: "Wochen" }),
    empty: "Noch kein Wochenüberblick.",
    week: (week, counts, isOver) => `${week}${isOver ? "" : ", bisher"}: ${counts}`,
  },
  heading: (span) => `Wochenüberblick ${span}`,
  week: (number, year) => `Kalenderwoche ${number}/${year}`,
  counts: (news, changes, added) =>
    format.list([
      ...(news > 0 ? [stories(news)] : []),
      ...(changes > 0 ? [counted(changes, { one: "Änderung im Katalog", other: "Änderungen im Katalog" })] : []),
      ...(added > 0 ? [counted(added, { one: "neues Angebot", other: "neue Angebote" })] : []),
    ]),
  order: (span, earlier, all) => {
    const some = earlier === all ? "alle Meldungen" : counted(earlier, { one: "Meldung", other: "Meldungen" });
    const are = earlier === 1 && all > 1 ? "ist" : "sind";
    const before = earlier > 0 ? `; ${some} ${are} schon vor dieser Woche erschienen` : "";
    return `In den Katalog aufgenommen: ${span}${before}. Angegeben ist das Erscheinungsdatum.`;
  },
  largestTopics: "Größte Themen",
  byTopic: "Nach Thema",
  withoutTopic: "Ohne Thema",
  isNotOver: (end) => `Die Woche läuft noch: Was bis zum ${end} aufgenommen wird, kommt hinzu.`,
  changes: "Änderungen im Katalog",
  added: "Neu im Katalog",
  vendor: (kind) => [`${kind} von `, ""],
  moreInData: (count) => `${counted(count, { one: "weiterer Eintrag", other: "weitere Einträge" })} in den Daten`,
  alsoOn: "Auch zu",
  eachWeek: "Jede Woche",
  all: "Alle Wochenüberblicke",
  feeds: "Wochenüberblick abonnieren",
  mails: "Dieser Überblick als E-Mail, zum Herunterladen:",
  plainText: "reiner Text",
};
