/** The page about the data. Texts may have code between backticks. */
export const api = {
  title: "Data",
  description: "The whole catalog as static files for programs: JSON, NDJSON, CSV and SKOS, with schemas.",
  summary:
    "Everything in the catalog is also here as files for programs. There is no key, no limit and nothing to sign up for.",
  contents: "On this page",
  contentsBefore: "On this page:",
  authors: "Authors",
  /** Above the columns of a table of fields. */
  columns: ["Field", "Type", "Meaning"],
  start: {
    heading: "Where to begin",
    about:
      "The index says what there is and how much of it, on which day and from which commit it was built, and where everything else is.",
    file: "Index",
    fields: "Fields of the index",
    openApi: "OpenAPI 3.1 description",
    /** Before and behind the link to it. */
    openApiAbout: [
      "The ",
      " lists every address and every shape; tools generate clients from it. The page of an entry names its record in its head, as an alternate of type `application/json`.",
    ],
  },
  list: {
    heading: "Reading a list",
    about: (records: number) =>
      `A page holds at most ${records} records; follow \`next\` until it is null. New stories come first. When \`revision\` differs between two pages, the site was rebuilt in between: start again. While it stays the same, no record of the kind has changed.`,
    fields: "Fields of a page of the list of news",
  },
  kind: {
    newestFirst: "In lists and dumps by day of curation, newest first.",
    bySlug: "In lists and dumps by slug.",
    record: "One record",
    list: "List",
    all: (format: string) => `All, ${format}`,
    fields: "Fields of a record",
    /** Before the path of the record. */
    example: "Example record:",
  },
  digest: {
    heading: "Weekly digest",
    about:
      "The list has every week in which anything was added or changed, newest first, and links to the digest of each: its stories by topic and the changes in the catalog. A week is complete once its last day has passed.",
    file: "Weeks",
    fields: "Fields of the digest of a week",
  },
  concepts: {
    heading: "Topics across vocabularies",
    about:
      "The topics as SKOS: a concept scheme for each vocabulary, labels, definitions, broader and related concepts. Where two vocabularies name the same subject, their concepts are an exact match: the catalog takes “the same subject” to hold in both directions and along chains, and gathers the entries of both. Both files state the same graph.",
  },
  interfaces: {
    heading: "Interfaces of offerings",
    about:
      "Every interface whose address is known, with the documentation of its offering, where its metadata was read, and the record here: a link set as in RFC 9264, in which the `anchor` of each entry is the address of the interface. Everything in it was declared by the vendors or reported about them; nothing was tested.",
  },
  discovery: {
    heading: "How programs find it",
    /** `isAtRoot` where a program that knows only the domain finds it. */
    about: (isAtRoot: boolean) =>
      `${isAtRoot ? "A program that knows only the domain finds this data" : "Programs find this data"} through its API catalog (RFC 9727), which also leads to the interfaces of offerings, and through APIs.json.`,
    catalog: "API catalog",
  },
  parts: {
    heading: "Parts of records",
    about:
      "The tables above name these as types. Words of a closed list are in the index, under `vocabularies`, with the labels that pages give them.",
    fields: (part: string) => `Fields of “${part}”`,
  },
  unknown: {
    heading: "What is not known",
    about:
      "Every field is always there. What is not known is `null`, or an empty list; nothing is guessed. Dates are as precise as they are known, and say how they are known.",
  },
  csv: {
    heading: "CSV",
    about:
      "UTF-8 with a byte order mark, for spreadsheets. Columns are named after fields. A reference is a slug; the values of a list are joined by `|`, and a bar or backslash in a value has a backslash before it. A cell that a spreadsheet would take for a formula has an apostrophe before it. Of certified products and interfaces, CSV has only the names; their other fields, markup and excerpts are only in the other formats.",
  },
  licence: {
    heading: "Licence",
    /** Before and behind the link to it. */
    about: (site: string) => [
      "Our own words are licensed under ",
      `: use them and name ${site}. Headlines, excerpts and pictures belong to their publishers. \`rights\` in each record says which fields are which.`,
    ],
  },
  versions: {
    heading: "Versions",
    about: (version: string, folder: string) =>
      `The shapes are at version ${version}, as \`schemaVersion\` says. Under \`${folder}\` a field or a word of a list may be added; none is taken away, renamed or given another meaning. A change that would break a program gets a folder of its own, beside this one.`,
  },
};
