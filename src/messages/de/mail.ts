import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const mail: Messages["mail"] = {
  readOnWeb: "Im Web lesen",
  onWeb: "Im Web:",
  kicker: (site, week) => `${site}, ${week}.`,
  heading: (site, week, title) => `${site}, ${week}: ${title}`,
  changes: "Änderungen im Katalog",
  added: "Neu im Katalog",
  more: (count) => `${counted(count, { one: "weiterer Eintrag", other: "weitere Einträge" })} im Web`,
  all: (count) => `${format.count(count)} im Web`,
  allDigests: "Alle Wochenüberblicke",
  summaries: (site) => [`Zusammenfassungen von ${site}, `, "."],
  summariesUnder: (site, licence) => `Zusammenfassungen von ${site}, ${licence}:`,
  kindBy: (kind) => `: ${kind} von `,
  successor: [" Nachfolger: ", "."],
  now: " Jetzt ",
  dateNotStated: "Datum nicht angegeben",
  alsoIn: "Auch bei ",
  alsoOn: "Auch zu ",
  and: " und ",
};
