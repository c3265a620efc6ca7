import type { Messages } from "../messages.ts";

export const about: Messages["about"] = {
  heading: (site) => `Über ${site}`,
  description: "Was der Katalog enthält, wie Meldungen ausgewählt und beschrieben werden und wie man eine vorschlägt.",
  counts: { heading: "Im Katalog", stories: "Meldungen", authors: "Autoren" },
  certified: {
    heading: "Woher zertifizierte Angaben stammen",
    text: (source, asOf) =>
      `Zertifizierte Angaben stammen aus dieser Liste: ${source}, Stand ${asOf}. Sie werden nicht von Hand bearbeitet.`,
  },
  propose: {
    heading: "Eine Meldung vorschlagen, einen Eintrag berichtigen",
    text: "Jeder Eintrag ist eine Textdatei. Für einen Vorschlag genügen eine Datei mit vier Feldern (Titel, Tag, Link, Themen) und einer Zusammenfassung und ein Pull Request; eine Prüfung sagt, was fehlt, bevor jemand anderes darauf schaut.",
    repository: "Zum Repository",
  },
  reuse: {
    heading: "Lizenz und Weiterverwendung",
    text: (licence, feeds, data) => [
      "Unsere eigenen Texte stehen unter ",
      licence,
      ". Auszüge gehören ihren Herausgebern. Die Meldungen gibt es ",
      feeds("als Feeds"),
      ...(data ? [", den ganzen Katalog ", data("als Daten")] : []),
      " und daneben jede Seite als Markdown. Der Code der Website steht unter der MIT-Lizenz.",
    ],
    privacy: (engine) =>
      engine
        ? `Die Website setzt keine Cookies und zählt keine Besuche. Nur Suchanfragen gehen an einen anderen Server, an ${engine}.`
        : "Die Website setzt keine Cookies, zählt keine Besuche und fragt keinen anderen Server nach irgendetwas.",
    lists: (privacy, lists) => [
      `${privacy} Es sind die `,
      lists("eigenen Listen"),
      ", die sich mitnehmen oder löschen lassen.",
    ],
  },
  build: {
    heading: "Dieser Stand",
    text: (day, commit, hasChanges) => {
      const from =
        commit && ` aus dem Commit ${commit}${hasChanges ? " mit Änderungen, die in keinem Commit sind," : ""}`;
      return `Die Website wurde am ${day}${from} gebaut.`;
    },
  },
};
