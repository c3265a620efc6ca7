import type { Messages } from "../messages.ts";

export const resource: Messages["resource"] = {
  kicker: "FHIR-Ressourcentyp",
  title: (type) => `FHIR ${type}`,
  description: (type, total, counts) =>
    `Welche APIs im Gesundheitswesen die FHIR-Ressource ${type} deklarieren: ${total}, ${counts}.`,
  summary: (total, counts) => `${total}: ${counts}`,
  counts: (read, searched, written) => `lesbar bei ${read}, durchsuchbar bei ${searched}, schreibbar bei ${written}`,
  declared: "Wie deklariert; von uns nicht geprüft.",
  columns: ["Angebot", "Schnittstelle", "Lesen", "Suche nach", "Schreiben"],
  types: "Deklarierte Ressourcentypen",
};
