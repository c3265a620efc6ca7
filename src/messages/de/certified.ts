import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";

export const certified: Messages["certified"] = {
  withdrawn: "Kein Eintrag dazu in der ONC-Liste zertifizierter Produkte ist noch aktiv.",
  kindOf: (kind, vendor) => `${kind} von ${vendor}.`,
  implies: (vendor, standards) => `Gesundheits-IT von ${vendor}. Das Zertifikat setzt ${standards} voraus.`,
  certifiedOn: (vendor, version, day) =>
    `Gesundheits-IT von ${vendor}. Version ${version} wurde am ${day} zertifiziert.`,
  declares: (types, written) =>
    `Der Server deklariert ${counted(types, { one: "FHIR-Ressourcentyp", other: "FHIR-Ressourcentypen" })}, davon ${written || "keinen"} zum Schreiben.`,
  heading: "Zertifizierte Angaben",
  listedAs: (product, developer) => `Aufgeführt als „${product}“ von ${developer}.`,
  columns: { version: "Version", certified: "Zertifiziert", status: "Status", number: "Produktnummer" },
  documentation: "API-Dokumentation:",
  versions: (names) => `${names.length === 1 ? "Version" : "den Versionen"} ${format.list(names)}`,
  criteriaMet: (count, versions) =>
    `${counted(count, { one: "Kriterium", other: "Kriterien" })} erfüllt von ${versions}`,
  source: (source, day) => `${source}, Stand ${day}.`,
  reported: {
    heading: "Für den Anbieter gemeldet",
    about: (day) => [
      "",
      `, ${day}: Anfragen an diese Adressen waren erfolgreich; was geantwortet wurde, steht dort nicht. Von uns nicht geprüft.`,
    ],
    metadata: (host) => `FHIR-Metadaten bei ${host}`,
    smart: (host) => `SMART-Konfiguration bei ${host}`,
    documentation: (host) => `API-Dokumentation bei ${host}`,
  },
  implied: {
    heading: "Was aus der Zertifizierung folgt",
    about: (day) => [
      `Was ein Produkt unterstützen muss, um seine Kriterien zu erfüllen; nicht vom Anbieter angegeben. Stand ${day}, `,
      ".",
    ],
    columns: ["Standard", "Version", "Kriterium", "Vorschrift", "Geltung"],
    expired: (day) => `abgelaufen am ${day}`,
    expires: (day) => `läuft ab am ${day}`,
    inForce: "in Kraft",
  },
};
