import { counted, joinWords } from "./format.ts";

export const fetchingNews = "Neues wird geladen …";
export const deleted = "Von diesem Gerät gelöscht.";
export const newSinceDay = (day: string) => `Neu seit ${day}`;
export const latest = "Neueste Meldungen";
export const earlier = "Früher";
export const alsoIn = "Auch bei";
export const youFollow = (names: readonly string[]) => `Gefolgt: ${joinWords(names)}`;
export const removeButton = "Entfernen";
export const removeEntry = (name: string) => `${name} entfernen`;

export const entryKinds = { news: "Meldung", offering: "Angebot", topic: "Thema", organization: "Organisation" };
export const entryStates = { gone: "Nicht mehr im Katalog.", unknown: "Konnte nicht geladen werden." };

export const noNetwork = "Es gibt kein Netz; hier steht nur, was auf diesem Gerät gespeichert ist.";

export const moreInFeeds = (count: number) =>
  `${counted(count, { one: "weitere Meldung steht", other: "weitere Meldungen stehen" })} in den Feeds.`;
export const feedsAreFull = (names: readonly string[]) =>
  names.length === 1
    ? `Alles im Feed von ${joinWords(names)} ist neu; vielleicht steht mehr auf der Seite dazu.`
    : `Alles in den Feeds von ${joinWords(names)} ist neu; vielleicht steht mehr auf den Seiten dazu.`;

export const countFollowed = (count: number) =>
  counted(count, { one: "gefolgter Eintrag", other: "gefolgte Einträge" });
export const countSaved = (count: number) => counted(count, { one: "gemerkter Eintrag", other: "gemerkte Einträge" });
export const countHiddenTopics = (count: number) =>
  counted(count, { one: "ausgeblendetes Thema", other: "ausgeblendete Themen" });
export const countHiddenPublishers = (count: number) =>
  counted(count, { one: "ausgeblendeter Herausgeber", other: "ausgeblendete Herausgeber" });
export const countRead = (count: number) =>
  counted(count, { one: "als gelesen markierte Meldung", other: "als gelesen markierte Meldungen" });

export const askDeletion = (counts: readonly string[]) =>
  counts.length > 0
    ? `Von diesem Gerät löschen: ${joinWords(counts)}?`
    : "Alles Gespeicherte von diesem Gerät löschen?";

export const tookOver = (counts: readonly string[]) => `Übernommen: ${joinWords(counts)}.`;
export const nothingNewInFile = "Nichts in der Datei ist neu für dieses Gerät.";
export const leftOutOfImport = (count: number, names: string) =>
  `Ausgelassen: ${counted(count, { one: "Eintrag", other: "Einträge" })}; kein Platz, oder auf diesem Gerät steht das Gegenteil${names && ` (${names})`}.`;
export const unknownFeeds = (count: number, first: string) =>
  `Hier nicht bekannt: ${counted(count, { one: "Feed", other: "Feeds" })}, zuerst ${first || "einer ohne Adresse"}.`;
export const unreadable = (count: number) => `Nicht lesbar: ${counted(count, { one: "Eintrag", other: "Einträge" })}.`;

export const fileProblems = {
  large: "Die Datei ist größer als 2 MB, also kein Export von Listen oder Feeds.",
  closed: "Die Datei konnte nicht geöffnet werden.",
  newer: "Die Datei wurde von einer späteren Version dieser Website geschrieben. Bitte die Seite neu laden.",
  neither: "Die Datei ist weder ein Export dieser Website noch eine Liste von Feeds (OPML).",
  malformed: "Die Datei ist kein wohlgeformtes OPML.",
};

export const exportTitle = "Was ich verfolge";
