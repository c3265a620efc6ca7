import type { Messages } from "../messages.ts";
import { stories } from "./entries.ts";
import { counted, format } from "./format.ts";

export const digest: Messages["digest"] = {
  title: "Wochenüberblick",
  feed: (site) => `${site}: Wochenüberblick`,
  index: {
    description: (subject) =>
      `Was zu ${subject} kuratiert wurde und was sich im Katalog geändert hat, Woche für Woche.`,
    lead: "Was von Montag bis Sonntag kuratiert wurde, jede Meldung einmal und unter dem Thema, das die meisten Meldungen der Woche teilen, und was sich im Katalog geändert hat. Die Feeds haben einen Eintrag pro Woche, am Montag danach, mit dem ganzen Wochenüberblick.",
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
  order: "Die Meldungen stehen in der Woche ihrer Kuratierung; angegeben ist das Erscheinungsdatum.",
  summarised: "Je Thema haben höchstens die ersten drei Meldungen eine Zusammenfassung.",
  largestTopics: "Größte Themen",
  byTopic: "Nach Thema",
  withoutTopic: "Ohne Thema",
  isNotOver: (end) => `Die Woche läuft noch: Was bis zum ${end} kuratiert wird, kommt hinzu.`,
  changes: "Änderungen im Katalog",
  added: "Neu im Katalog",
  vendor: (kind) => [`${kind} von `, ""],
  moreInData: (count) => `${counted(count, { one: "weiterer Eintrag", other: "weitere Einträge" })} in den Daten`,
  alsoOn: "Auch zu",
  eachWeek: "Jede Woche",
  all: "Alle Wochenüberblicke",
  feeds: "Wochenüberblick abonnieren",
  mails: "Zum Versand per E-Mail:",
  plainText: "reiner Text",
};
