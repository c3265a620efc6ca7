import type { Messages } from "../messages.ts";

export const compare: Messages["compare"] = {
  title: "Angebote vergleichen",
  description:
    "Angebote nebeneinander: Zugang, Preis, Standards und ihre Belege, deklarierte Schnittstellen, Meldungen.",
  breadcrumb: "Vergleichen",
  unscripted:
    "Der Vergleich braucht JavaScript. Ohne JavaScript zeigt die Seite eines Angebots, das Alternativen hat, eine Tabelle mit ihnen.",
  box: "Angebot hinzufügen",
  add: "Hinzufügen",
  differing: "Nur Unterschiede",
  copy: "Link kopieren",
  clear: "Leeren",
  comparison: "Vergleich",
  choose: [
    "Zwei bis vier Angebote auswählen: in der ",
    ", in der Suche oder auf der Seite eines Themas ankreuzen oder hier mit Namen hinzufügen. Zum Beispiel:",
  ],
  table: "Tabelle der Angebote",
};
