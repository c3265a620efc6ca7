import { counted, format } from "./format.ts";

/** Fields that changed, by their paths or by parts of them; the others are called as in the data, in words. */
const fields: Readonly<Record<string, string>> = {
  fhirVersion: "FHIR version",
  oauthHost: "OAuth host",
  pkceMethods: "PKCE",
  hasRegistration: "dynamic registration",
  hasIntrospection: "token introspection",
  hasBrandBundle: "user-access brands",
};

/** What interfaces state of themselves. */
export const interfaces = {
  heading: "Interface",
  authorization: "Authorization (SMART)",
  /** `FHIR R4, sandbox` */
  headingOfSandbox: (heading: string) => `${heading}, sandbox`,
  declaredBy: {
    publisher: "Described by its publisher",
    software: "Declared for the software, not for one server",
    requirements: "Declared as requirements for its servers",
    sandbox: "Declared by the sandbox",
    server: "Declared by the server",
  },
  readOn: (day: string) => `as read on ${day}`,
  copyReadOn: (day: string) => `as in a copy read on ${day}`,
  declared: (declaration: string, readOn: string) => `${declaration}, ${readOn}`,
  /** Before the link to the document. */
  declaredAt: (declaration: string, readOn: string) => `${declaration}, ${readOn} at`,
  notTested: "Not tested by us.",
  facts: {
    software: "Software",
    address: "Address",
    fhirVersion: "FHIR version",
    guides: "Guides",
    formats: "Formats",
    security: "Security",
    oauthHost: "OAuth host",
    interactions: "Whole system",
    operations: "Operations",
    capabilities: "Capabilities",
    grantTypes: "Grant types",
    clientAuthentication: "Client authentication",
    pkce: "PKCE",
    scopes: "Scopes",
    syntax: "Scope syntax",
    registration: "Dynamic registration",
    introspection: "Token introspection",
    brands: "User-access brands",
    api: "API",
    hosts: "Hosts",
    paths: "Paths",
    tags: "Tags",
    deprecated: "Deprecated",
  },
  /** Opens a long list of values of one of the facts. */
  countOfFact: (count: number, fact: string) => `${count} ${fact.toLowerCase()}`,
  released: (day: string) => `released ${day}`,
  moreInData: (count: number) => `${format.count(count)} more in the data`,
  offered: "offered",
  notOffered: "not offered",
  syntaxes: { v1: "v1, such as patient/*.read", v2: "v2, such as patient/*.rs" },
  allTypes: "all types",
  types: (count: number) => counted(count, { one: "type", other: "types" }),
  toRead: (types: string) => `read ${types}`,
  toWrite: (types: string) => `write ${types}`,
  changed: "What changed",
  fields,
  more: (count: number) => `${count} more`,
  added: (names: string) => `${names} added`,
  removed: (names: string) => `${names} removed`,
  noLongerStated: (field: string, before: string) => `${field} no longer stated, previously ${before}`,
  newlyStated: (field: string, after: string) => `${field} ${after}, not stated before`,
  otherwise: (field: string, after: string, before: string) => `${field} ${after}, previously ${before}`,
  andMoreChanges: (change: string, more: number) =>
    `${change}, and ${counted(more, { one: "more change", other: "more changes" })}`,
  resources: (types: number, read: number, searched: number, written: number) =>
    `${counted(types, { one: "resource type", other: "resource types" })}: ${read} readable, ${searched} searchable, ${written} writable`,
  missing: (version: string, gaps: string) =>
    `Required of servers (SHALL) by US Core ${version} but not declared: ${gaps}.`,
  missingSearch: (type: string, parameters: string) => `search of ${type} by ${parameters}`,
  columns: { type: "Resource type", read: "Read", searched: "Searched by", write: "Write" },
  yes: "yes",
  parameters: (count: number) => `${count} parameters`,
  /** Before and behind the link to the data. */
  leftToData: (what: string) => ["Only in ", `: ${what}.`],
  data: "the data",
  typesLeftOut: (types: number, most: number) =>
    `${counted(types, { one: "resource type", other: "resource types" })}, since a page lists at most ${format.count(most)} across all servers`,
  parametersLeftOut: (parameters: number, most: number) =>
    `the names of ${counted(parameters, { one: "search parameter", other: "search parameters" })}, since a page names at most ${format.count(most)} across all servers`,
  changesLeftOut: (count: number) => counted(count, { one: "earlier change", other: "earlier changes" }),
};
