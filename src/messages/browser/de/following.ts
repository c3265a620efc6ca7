import { counted } from "./format.ts";

export const storageProblems = {
  refused: "Dieser Browser lässt die Website nichts speichern, also lässt sich nichts behalten.",
  full: "Der Speicher dieses Browsers ist voll, also lässt sich nichts weiter behalten.",
  broken:
    "Was dieser Browser gespeichert hat, ist nicht lesbar. Auf der Seite der eigenen Listen lässt es sich löschen und neu beginnen.",
  newer: "Die Listen wurden von einer späteren Version dieser Website gespeichert. Bitte die Seite neu laden.",
};

export const entriesLeftOut = (count: number) =>
  counted(count, {
    one: "gespeicherter Eintrag ist nicht lesbar oder hat in einer Liste keinen Platz; er entfällt.",
    other: "gespeicherte Einträge sind nicht lesbar oder haben in einer Liste keinen Platz; sie entfallen.",
  });

export const listMarks = { followed: "gefolgt", saved: "gemerkt", hidden: "ausgeblendet" };
export const readMark = "gelesen";
export const newMark = "neu";
export const newSince = (day: string) => `neu seit ${day}`;
export const countNew = (count: number) => `${count} neu`;

export const storiesHidden = (count: number) =>
  `${counted(count, { one: "Meldung", other: "Meldungen" })} ausgeblendet.`;
export const storiesHiddenAndShown = (count: number) =>
  `${counted(count, { one: "ausgeblendete Meldung", other: "ausgeblendete Meldungen" })}, hier zu sehen.`;
export const showHidden = "Anzeigen";
export const hideAgain = "Wieder ausblenden";

export const undoHint = "Zum Rückgängigmachen erneut drücken";
export const listFull = (limit: number) => `Diese Liste ist voll: Sie hat Platz für ${limit} Einträge.`;
export const keptHere = "Nur auf diesem Gerät gespeichert.";
export const takenAway = "Entfernt.";
