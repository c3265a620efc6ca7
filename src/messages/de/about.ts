import type { Messages } from "../messages.ts";

export const about: Messages["about"] = {
  heading: (site) => `Über ${site}`,
  description: "Was der Katalog enthält, wie Meldungen ausgewählt und beschrieben werden und wie man eine vorschlägt.",
  // Of this site:
  lead: (site) =>
    `${site} verbindet dreierlei: Meldungen zu APIs im Gesundheitswesen, die Produkte, Dienste und Open-Source-Projekte, um die es darin geht, und die Themen, die sich durch beides ziehen.`,
  counts: { heading: "Im Katalog", stories: "Meldungen", authors: "Autoren" },
  stories: {
    heading: "Wie Meldungen ausgewählt werden",
    // Of this site:
    choice:
      "Eine Meldung steht im Katalog, wenn sie etwas darüber sagt, wie Gesundheitsdaten über programmierbare Schnittstellen ausgetauscht werden: eine Vorschrift, ein Standard, ein Produkt, eine Studie, ein Ausfall, eine Meinung, über die sich streiten lässt. Wo sie erschienen ist, zählt weniger als das, was sie sagt; Nachdrucke sind als solche gekennzeichnet.",
    words:
      "Jede Meldung verweist auf ihre Quelle. Die Überschrift ist die der Quelle. Die Zusammenfassung ist von uns, in eigenen Worten, und gibt nur wieder, was die Quelle angibt. Ein Auszug ist aus der Quelle zitiert und gehört ihrem Herausgeber. Wie die Redaktion sie einordnet, steht getrennt davon unter einer eigenen Überschrift.",
  },
  dates: {
    heading: "Was die Datumsangaben bedeuten",
    text: "„Erschienen“ ist das Datum der Quelle, so genau, wie es bekannt ist: ein Tag, ein Monat oder ein Jahr. Wo es aus der Adresse gelesen oder aus dem Text erschlossen wurde, sagt die Seite das. „Kuratiert“ ist der Tag, an dem die Meldung in den Katalog kam. Ein Datum, das niemand angegeben hat, steht als „nicht angegeben“ da.",
  },
  offerings: {
    heading: "Wie Angebote beschrieben werden",
    text: "Die Angaben zu einem Angebot stammen von öffentlichen Seiten, die als Belege genannt sind, oder aus allgemeinem Wissen, das als solches benannt ist. „Nicht mit dem Anbieter abgeglichen“ heißt genau das. Was nicht bekannt ist, steht als „nicht angegeben“ da. Niemand bezahlt für einen Eintrag, und die Reihenfolge einer Liste ist nicht käuflich.",
    certified: (source, asOf) =>
      `Zertifizierte Angaben stammen aus dieser Liste: ${source}, Stand ${asOf}. Sie werden nicht von Hand bearbeitet.`,
  },
  topics: {
    heading: "Wie Themen geordnet sind",
    // Of this site, the example:
    text: "Themen sind kontrolliert: Jedes gehört zu einem Vokabular und wird mit dessen Namen geschrieben, zum Beispiel „HL7: FHIR“. Wo zwei Vokabulare denselben Gegenstand benennen, sagt die Seite des Themas das und versammelt die Einträge beider.",
  },
  propose: {
    heading: "Eine Meldung vorschlagen, einen Eintrag berichtigen",
    text: "Jeder Eintrag ist eine Textdatei. Für einen Vorschlag genügen eine Datei mit vier Feldern (Titel, Tag, Link, Themen) und einer Zusammenfassung und ein Pull Request; das README führt in fünf Minuten hindurch, und eine Prüfung sagt, was fehlt, bevor jemand anderes darauf schaut.",
    repository: "Zum Repository",
  },
  reuse: {
    heading: "Lizenz und Weiterverwendung",
    text: (site, licence, feeds, data) => [
      "Unsere eigenen Texte stehen unter ",
      licence,
      `: Sie dürfen verwendet werden, wenn ${site} genannt ist. Auszüge gehören ihren Herausgebern. Der Code steht unter der MIT-Lizenz. Die Meldungen gibt es `,
      feeds("als Feeds"),
      ", den ganzen Katalog ",
      data("als Daten"),
      " und daneben jede Seite als Markdown.",
    ],
    privacy: "Die Website setzt keine Cookies, zählt keine Besuche und fragt keinen anderen Server nach irgendetwas.",
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
