/** The page of one FHIR resource type. */
export const resource = {
  kicker: "FHIR resource type",
  title: (type: string) => `FHIR ${type}`,
  description: (type: string, total: string, counts: string) =>
    `Which healthcare APIs declare the FHIR resource ${type}: ${total}, ${counts}.`,
  /** Of the offerings that declare it. */
  summary: (total: string, counts: string) => `${total}: ${counts}`,
  counts: (read: number, searched: number, written: number) =>
    `readable in ${read}, searchable in ${searched}, writable in ${written}`,
  declared: "As declared; not tested by us.",
  columns: ["Offering", "Interface", "Read", "Searched by", "Write"],
  types: "Declared resource types",
};
