import {
  compare,
  noInterface,
  notStated,
  offerings,
  showOfferings,
  standardsNotStated,
} from "../browser/de/offering.ts";
import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const offering: Messages["offering"] = {
  count: offerings,
  show: showOfferings,
  notStated,
  standardsNotStated,
  compare,
  lifecycleDate: (date) => {
    if (date === undefined) return "(Datum nicht angegeben)";
    return `${{ 4: "", 7: "im ", 10: "am " }[date.length] ?? ""}${format.date(date)}`;
  },
  successor: "Nachfolger:",
  now: (name) => `Jetzt ${name}`,
  declaredStandards: (names) => `deklariert: ${names}`,
  impliedStandards: (names) => `laut Zertifikat: ${names}`,
  bases: { stated: "angegeben", declared: "deklariert", implied: "abgeleitet" },
  knownBy: {
    stated: "vom Anbieter angegeben",
    declared: "von einem Server deklariert",
    implied: "aus einer Zertifizierung abgeleitet",
  },
  compareSelected: "Ausgewählte vergleichen",
  columns: ["Angebot", "Art", "Lizenz", "Standards", "Schnittstelle", "Zugang, Dokumentation"],
  noInterface,
  typesWritten: (count) => `${counted(count, { one: "Typ", other: "Typen" })} schreibbar`,
  readOnly: "nur lesbar",
  sandbox: "Sandbox",
  registration: {
    open: "ohne Registrierung",
    "self-serve": "Self-Service",
    approval: "nach Freigabe",
    contract: "nach Vertrag",
  },
  price: {
    free: "kostenlos",
    "free tier": "kostenloses Kontingent",
    usage: "Preis nach Nutzung",
    contract: "Preis nach Vertrag",
    "not public": "Preis nicht öffentlich",
  },
  noSandbox: "keine Sandbox",
};
