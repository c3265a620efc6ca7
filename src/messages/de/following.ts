import type { Messages } from "../messages.ts";

export const following: Messages["following"] = {
  heading: "Eigene Listen",
  description:
    "Was es Neues gibt bei Themen, Angeboten und Organisationen, denen Sie folgen, was gemerkt und was ausgeblendet ist: auf Ihrem eigenen Gerät.",
  privacy:
    "Wem Sie folgen, was Sie gemerkt und ausgeblendet haben, welche Meldungen Sie geöffnet haben und wann Sie zuletzt hier waren, steht allein in diesem Browser auf diesem Gerät. Um Neues zu zeigen, ruft er wie ein Feedreader die Feeds ab, denen Sie folgen; um zu erfahren, was umbenannt oder entfernt wurde, fragt er diese Website auch nach jedem Eintrag, den Sie gemerkt oder ausgeblendet haben. Das tut er nur, wenn Sie die Seite Ihrer Listen öffnen.",
  unscripted: [
    "Diese Listen brauchen JavaScript; ohne JavaScript leisten ",
    " dasselbe, für jedes Thema, jedes Angebot und jede Organisation.",
  ],
  feeds: "Feeds",
  empty:
    "Noch steht nichts in Ihren Listen. Öffnen Sie ein Thema, ein Angebot oder eine Organisation und wählen Sie „Folgen“, oder eine Meldung oder ein Angebot und wählen Sie „Merken“.",
  example: "Zum Beispiel:",
  jump: "Eigene Listen:",
  idle: "Es gibt noch nichts, dem Sie folgen. Öffnen Sie ein Thema, ein Angebot oder eine Organisation und wählen Sie „Folgen“.",
  none: "In den gefolgten Feeds gibt es noch keine Meldungen.",
  order: "nach Tag der Aufnahme",
  nothing: "In den gefolgten Feeds gibt es nichts Neues.",
  followed: "Gefolgt",
  saved: "Gemerkt",
  hidden: "Ausgeblendet",
  files: {
    heading: "Als Dateien",
    import: "Datei importieren",
    label: "Zu importierende Datei",
    kinds: "von hier exportiert, oder eine Liste von Feeds (OPML)",
    export: "Alles exportieren",
    exportFeeds: "Die gefolgten Feeds exportieren (OPML)",
  },
  delete: "Alle Listen von diesem Gerät löschen",
  offline: ["Zum Lesen ohne Netz ", "."],
  keep: "Gelesenes auf diesem Gerät speichern",
  buttons: {
    followed: { off: "Folgen", on: "Gefolgt" },
    saved: { off: "Merken", on: "Gemerkt" },
    hidden: { off: "Meldungen ausblenden", on: "In anderen Listen ausgeblendet" },
  },
};
