import type { Messages } from "../messages.ts";

export const styles: Messages["styles"] = {
  feed: "Dies ist ein Feed. Die Adresse in einen Feedreader kopieren, um ihm zu folgen.",
  feedList: "Dies ist eine Liste von Feeds. In einen Feedreader importieren, um allen zu folgen.",
  licence: " · Lizenz: ",
  standards: " · Standards: ",
  interface: " · Schnittstelle: ",
  access: " · Zugang: ",
  documentation: "· Dokumentation: ",
};
