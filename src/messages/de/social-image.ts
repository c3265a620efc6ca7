import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const socialImage: Messages["socialImage"] = {
  feeds: "Feeds",
  feedFormats: "RSS, Atom und JSON Feed",
  allNewsAnd: (topics) => `alle Meldungen und ${topics}`,
  data: "Daten",
  dataFormats: "JSON, NDJSON, CSV und SKOS",
  page: (page, pages) => `Seite ${format.count(page)} von ${format.count(pages)}`,
  archive: "Archiv",
  digests: "Wochenüberblick",
  weeks: (count) => counted(count, { one: "Woche", other: "Wochen" }),
  story: "Meldung",
  author: "Autor",
};
