import type { Messages } from "../messages.ts";

export const offline: Messages["offline"] = {
  heading: "Offline lesen",
  description:
    "Gelesene Seiten können auf dem Gerät gespeichert und ohne Netz wieder geöffnet werden, ebenso die Suche.",
  unscripted: "Das Speichern von Seiten braucht JavaScript.",
  switch: "Gelesenes auf diesem Gerät speichern",
  unreachable: (search, lists) => [
    "Es gibt kein Netz, oder die Website antwortet nicht. Derweil lassen sich die ",
    search("Suche"),
    ...(lists ? [", die ", lists("eigenen Listen")] : []),
    " und die hier gespeicherten Seiten öffnen.",
  ],
  again: "Erneut versuchen",
  kept: "Auf diesem Gerät",
  empty: "Noch keine Seite. Was Sie von jetzt an lesen, ist hier aufgeführt.",
  remove: "Alle Seiten entfernen",
  notesHeading: "Was gespeichert wird",
  notes: (pages) => [
    "Gespeichert wird erst etwas, wenn es eingeschaltet ist; Ausschalten entfernt alles.",
    `Die ${pages} zuletzt gelesenen Seiten bleiben gespeichert. Mit Netz kommt eine Seite immer so, wie sie jetzt ist, und ihre Kopie wird erneuert.`,
    "Die Suche und die eigenen Listen öffnen sich ohne Netz, sobald es eingeschaltet ist. Die Filter einer Seite wirken, wenn sie dort schon benutzt wurden, und ein Vergleich zeigt die Angebote, die schon verglichen wurden; jedes davon zählt als Seite. Die eigenen Listen zeigen, was beim letzten Öffnen neu war. Andere Feeds und Daten werden nicht gespeichert.",
    "Alles bleibt in diesem Browser, der es entfernen kann, wenn auf dem Gerät der Platz knapp wird.",
  ],
};
