/** What interfaces state of themselves, in the words of readers: a declaration, which nobody tested. */
import type { OfferingInterface } from "../catalog/graph.ts";
import { hostOf } from "../lib/clean-url.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, cutAtWord, formatCount, joinWords } from "../lib/text.ts";
import type {
  FhirFacts,
  FhirResource,
  InterfaceChange,
  InterfaceFacts,
  OpenApiFacts,
  SmartFacts,
} from "../schemas/interface-facts.ts";
import { accessOf } from "../vocab/fhir-access.ts";
import { fhirReleaseKeys, findFhirRelease } from "../vocab/fhir-release.ts";
import { guideNames, guideOf, US_CORE } from "../vocab/guides.ts";
import { usCore } from "../vocab/us-core.ts";
import type { LinkView } from "./page.ts";
import { interfaceAnchor, resourceUrl } from "./urls.ts";

export type InterfaceView = ReturnType<typeof toInterfaceView>;

/** A fact with its values, each a text. */
interface InterfaceFactView {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * How much the page of an offering names of all its servers together, so that its size does not depend on how much a
 * server can do; the rest is in the data.
 */
const SHOWN_TYPES = 200;
const SHOWN_PARAMETERS = 1000;
/** Of one fact. */
const SHOWN_VALUES = 100;
/** Of one interface, and of one item of a feed. */
export const SHOWN_CHANGES = 20;

/** The newest release of FHIR first, then descriptions, then how one gets in. */
export function toInterfaceViews(interfaces: readonly OfferingInterface[]): InterfaceView[] {
  const headings = interfaceHeadings(interfaces);
  const newest = Math.min(...interfaces.map(({ facts }) => rankOf(facts)));
  const listed = interfaces.filter(({ facts }) => rankOf(facts) === newest);
  const extent = toExtent(listed.flatMap(({ facts }) => (facts.kind === "fhir" ? facts.resources : [])));
  return [...interfaces]
    .sort((a, b) => rankOf(a.facts) - rankOf(b.facts) || byText(a.name, b.name))
    .map((one) => toInterfaceView(one, headings.get(one) ?? "", listed.includes(one) ? extent : undefined));
}

/** What is listed of the resource types of all servers that are listed. */
interface Extent {
  readonly listsTypes: boolean;
  readonly listsParameters: boolean;
}

function toExtent(resources: readonly FhirResource[]): Extent {
  const listsTypes = resources.length <= SHOWN_TYPES;
  return { listsTypes, listsParameters: listsTypes && countParameters(resources) <= SHOWN_PARAMETERS };
}

/** What of one server is left to the data. */
function leftOutOf({ resources }: FhirFacts, { listsTypes, listsParameters }: Extent): string[] {
  if (listsParameters || resources.length === 0) return [];
  if (!listsTypes)
    return [
      `${counted(resources.length, "resource type")}, as a page lists up to ${SHOWN_TYPES} of all servers together`,
    ];
  const parameters = countParameters(resources);
  if (parameters === 0) return [];
  return [
    `the names of ${counted(parameters, "search parameter")}, as a page names up to ${formatCount(SHOWN_PARAMETERS)} of all servers together`,
  ];
}

function countParameters(resources: readonly FhirResource[]): number {
  return resources.filter((one) => accessOf(one).searches).flatMap((one) => one.searchParameters).length;
}

/** What each interface of an offering is called: `FHIR R4, sandbox`; two of the same are told apart by their hosts, or else by their names. */
export const interfaceHeadings = memoize(
  (interfaces: readonly OfferingInterface[]): ReadonlyMap<OfferingInterface, string> => {
    const alike = Map.groupBy(interfaces, ({ facts }) => headingOf(facts));
    return new Map(
      [...alike].flatMap(([heading, some]) => {
        const areApart = new Set(some.map(serverOf)).size === some.length;
        const nameOf = (one: OfferingInterface) => `${heading}, ${areApart ? serverOf(one) : one.name}`;
        return some.map((one) => [one, some.length === 1 ? heading : nameOf(one)] as const);
      }),
    );
  },
);

/** Of an older release than the newest there is no extent: the page counts resource types, and leaves the rest to the data. */
function toInterfaceView({ name, facts }: OfferingInterface, heading: string, extent: Extent | undefined) {
  const source: LinkView | undefined =
    facts.source === undefined ? undefined : { href: facts.source, label: toReadableHost(hostOf(facts.source)) };
  return {
    id: interfaceAnchor(name),
    heading,
    /** Ends before the name of the source, where that is known. */
    declared: `${declarationOf(facts)}, ${asReadOn(facts, facts.seen)}${source ? " at" : ""}`,
    source,
    facts: factsOf(facts)
      .filter(({ values }) => values.length > 0)
      .map((fact) => ({ ...fact, text: listValues(fact.values) })),
    /** Newest first. */
    changes: facts.changes
      .slice(0, SHOWN_CHANGES)
      .map((change) => ({ day: formatDate(change.day), text: describeChange(change) })),
    resources: facts.kind === "fhir" ? toResources(facts, extent) : undefined,
    /** What is left to the data, since a page would be too large. */
    leftOut: [
      ...(facts.kind === "fhir" && extent ? leftOutOf(facts, extent) : []),
      ...(facts.changes.length > SHOWN_CHANGES
        ? [counted(facts.changes.length - SHOWN_CHANGES, "earlier change")]
        : []),
    ],
  };
}

/** A value with a comma in it needs another sign behind it. */
function listValues(values: readonly string[]): string {
  const more = values.length - SHOWN_VALUES;
  const shown = more > 0 ? [...values.slice(0, SHOWN_VALUES), `${formatCount(more)} more in the data`] : values;
  return shown.join(values.some((value) => value.includes(",")) ? "; " : ", ");
}

/** Of fields whose names are not words. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  fhirVersion: "FHIR version",
  oauthHost: "OAuth host",
  pkceMethods: "PKCE",
  hasRegistration: "dynamic registration",
  hasIntrospection: "token introspection",
  hasBrandBundle: "brands for users",
};
const FLAGS: Readonly<Record<string, string>> = { true: "offered", false: "not offered" };
/** Of one change. */
const SHOWN_OF_CHANGE = 5;
/** Of one change within a line: a value may have hundreds of characters. */
const CHANGE_LENGTH = 120;

/** `software version 5.0.1.698, before 5.0.1.693`; `Patient, search parameters: birthdate added`. */
export function describeChange({ field, before, after, added, removed }: InterfaceChange): string {
  const name = nameOfField(field);
  const word = (value: string) => (field.startsWith("has") ? (FLAGS[value] ?? value) : value);
  if (added || removed) {
    const parts = [added && `${someOf(added)} added`, removed && `${someOf(removed)} removed`];
    return `${name}: ${parts.filter(Boolean).join("; ")}`;
  }
  if (after === undefined) return `${name} no longer stated, before ${word(before ?? "")}`;
  return `${name} ${word(after)}, ${before === undefined ? "not stated before" : `before ${word(before)}`}`;
}

/** The first of these changes in one line, and how many more there are. */
export function describeChanges(changes: readonly InterfaceChange[]): string {
  const [first] = changes;
  const more = changes.length > 1 ? `, and ${counted(changes.length - 1, "more change")}` : "";
  return `${first ? cutAtWord(describeChange(first), CHANGE_LENGTH) : ""}${more}`;
}

/** The names of resource types are left as they are, with a comma behind. */
function nameOfField(field: string): string {
  const parts = field.replace(/^resources\.|^security\.(?=oauthHost)/, "").split(".");
  const words = parts.map((part) => {
    if (/^[A-Z]/.test(part)) return `${part},`;
    return FIELD_NAMES[part] ?? part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  });
  return words.join(" ").replace(/,$/, "");
}

function someOf(values: readonly string[]): string {
  const more = values.length - SHOWN_OF_CHANGE;
  return joinWords(more > 0 ? [...values.slice(0, SHOWN_OF_CHANGE), `${more} more`] : values);
}

function headingOf(facts: InterfaceFacts): string {
  const what =
    facts.kind === "fhir"
      ? `FHIR ${findFhirRelease(facts.fhirVersion) ?? facts.fhirVersion}`
      : facts.kind === "smart"
        ? "Authorization (SMART)"
        : facts.format;
  return facts.environment === "sandbox" ? `${what}, sandbox` : what;
}

function serverOf({ name, facts }: OfferingInterface): string {
  const address = facts.kind === "fhir" ? facts.address : undefined;
  return address === undefined ? name : toReadableHost(hostOf(address));
}

function rankOf(facts: InterfaceFacts): number {
  if (facts.kind === "smart") return fhirReleaseKeys.length + 1;
  const release = facts.kind === "fhir" ? findFhirRelease(facts.fhirVersion) : undefined;
  return release === undefined ? fhirReleaseKeys.length : fhirReleaseKeys.indexOf(release);
}

/** A statement of kind `capability` or `requirements` is no running server's. */
function declarationOf(facts: InterfaceFacts): string {
  if (facts.kind === "openapi") return "Described by its publisher";
  const statement = facts.kind === "fhir" ? (facts.statement ?? "instance") : "instance";
  if (statement === "capability") return "Declared of the software, not of one server";
  if (statement === "requirements") return "Declared as what its servers must do";
  return facts.environment === "sandbox" ? "Declared by the sandbox" : "Declared by the server";
}

/** `as read on 24 July 2026`, with a word where that was elsewhere than at the server. */
export function asReadOn(facts: InterfaceFacts, day: string): string {
  return `as ${isCopy(facts) ? "in a copy read" : "read"} on ${formatDate(day)}`;
}

const CODE_HOSTS = ["github.com", "gitlab.com"];

/** True where the document was read elsewhere than at the server. */
function isCopy(facts: InterfaceFacts): boolean {
  const domainOf = (host: string) => host.split(".").slice(-2).join(".");
  const own = facts.kind === "openapi" ? facts.hosts : ownHosts(facts);
  if (facts.source === undefined) return true;
  const source = hostOf(facts.source);
  return CODE_HOSTS.includes(source) || (own.length > 0 && !own.map(domainOf).includes(domainOf(source)));
}

function ownHosts(facts: FhirFacts | SmartFacts): string[] {
  if (facts.kind === "smart") return optional(facts.oauthHost);
  return [...(facts.address === undefined ? [] : [hostOf(facts.address)]), ...optional(facts.security.oauthHost)];
}

function factsOf(facts: InterfaceFacts): InterfaceFactView[] {
  switch (facts.kind) {
    case "fhir":
      return fhirFacts(facts);
    case "smart":
      return smartFacts(facts);
    case "openapi":
      return openApiFacts(facts);
  }
}

const optional = (value: string | undefined) => (value === undefined ? [] : [value]);

function fhirFacts({ software, address, fhirVersion, guides, security, ...facts }: FhirFacts): InterfaceFactView[] {
  const named = [software?.name, software?.version].filter((part) => part !== undefined).join(" ");
  const released = software?.releaseDate && `released ${formatDate(software.releaseDate)}`;
  const running = [named, released].filter(Boolean).join(", ");
  return [
    { name: "Software", values: optional(running === "" ? undefined : running) },
    { name: "Address", values: optional(address) },
    { name: "FHIR version", values: [fhirVersion] },
    { name: "Guides", values: toGuideNames(guides) },
    { name: "Formats", values: facts.formats },
    { name: "Security", values: security.services },
    { name: "OAuth host", values: optional(security.oauthHost) },
    { name: "Whole system", values: facts.interactions },
    { name: "Operations", values: facts.operations.map((operation) => `$${operation}`) },
  ];
}

/** Each guide once with its versions, by its name or else by its address. */
function toGuideNames(guides: FhirFacts["guides"]): string[] {
  const all = new Set([...guides.instantiates, ...guides.implementationGuide, ...guides.profiles]);
  const same = Map.groupBy(all, (guide) => guideOf(guide).replace(/^https?:/, ""));
  return [...same.values()].map((stated) => {
    const address = guideOf(stated[0] ?? "");
    const versions = [...new Set(stated.flatMap((guide) => guide.split("|")[1] ?? []))].sort(byText);
    return [guideNames[address] ?? address, joinWords(versions)].filter(Boolean).join(" ");
  });
}

function smartFacts({ scopes, ...facts }: SmartFacts): InterfaceFactView[] {
  const contexts =
    scopes && (["patient", "user", "system"] as const).flatMap((context) => describeScopes(context, scopes));
  return [
    { name: "OAuth host", values: optional(facts.oauthHost) },
    { name: "Capabilities", values: facts.capabilities },
    { name: "Grant types", values: facts.grantTypes },
    { name: "Client authentication", values: facts.clientAuthentication },
    { name: "PKCE", values: facts.pkceMethods },
    { name: "Scopes", values: [...(contexts ?? []), ...(scopes?.other ?? [])] },
    { name: "Syntax of scopes", values: scopes?.syntax.map((syntax) => SYNTAX[syntax]) ?? [] },
    { name: "Dynamic registration", values: facts.hasRegistration ? ["offered"] : [] },
    { name: "Token introspection", values: facts.hasIntrospection ? ["offered"] : [] },
    { name: "Brands for users", values: facts.hasBrandBundle ? ["offered"] : [] },
  ];
}

const SYNTAX = { v1: "v1, such as patient/*.read", v2: "v2, such as patient/*.rs" } as const;

/** `patient: 31 types to read, 4 to write`. */
function describeScopes(context: "patient" | "user" | "system", scopes: NonNullable<SmartFacts["scopes"]>): string[] {
  const { read, write } = scopes[context];
  if (read.length === 0 && write.length === 0) return [];
  const amount = (types: readonly string[]) => (types.includes("*") ? "all types" : counted(types.length, "type"));
  const parts = [read.length > 0 && `${amount(read)} to read`, write.length > 0 && `${amount(write)} to write`];
  return [`${context}: ${parts.filter(Boolean).join(", ")}`];
}

function openApiFacts(facts: OpenApiFacts): InterfaceFactView[] {
  const operations = Object.entries(facts.operations).map(([method, count]) => `${count} ${method.toUpperCase()}`);
  return [
    { name: "API", values: optional([facts.title, facts.version].filter(Boolean).join(" ") || undefined) },
    { name: "Hosts", values: facts.hosts },
    { name: "Paths", values: [String(facts.paths)] },
    { name: "Operations", values: operations },
    { name: "Security", values: facts.securitySchemes },
    { name: "Tags", values: facts.tags },
    { name: "Deprecated", values: facts.deprecated },
  ];
}

function toResources({ resources, guides }: FhirFacts, extent: Extent | undefined) {
  const rows = resources.map((resource) => toResourceRow(resource, extent?.listsParameters ?? false));
  const count = (has: (row: (typeof rows)[number]) => boolean) => rows.filter(has).length;
  return {
    summary: `${counted(rows.length, "resource type")}: ${count(({ reads }) => reads)} read, ${count(({ searches }) => searches)} searched, ${count(({ writes }) => writes.length > 0)} written`,
    rows: extent?.listsTypes ? rows : [],
    missing: namesUsCore(guides) ? missingInUsCore(resources) : undefined,
  };
}

function toResourceRow(resource: FhirResource, listsParameters: boolean) {
  const { type, searchParameters } = resource;
  return {
    href: resourceUrl(type),
    type,
    ...accessOf(resource),
    parameters: listsParameters ? searchParameters : [],
    parameterCount: searchParameters.length,
  };
}

/** True where the release of US Core that is compared with is named, or none. */
function namesUsCore({ instantiates, implementationGuide, profiles }: FhirFacts["guides"]): boolean {
  const own = [instantiates, implementationGuide, profiles].flat().filter((guide) => guideOf(guide) === US_CORE);
  const versions = own.flatMap((guide) => guide.split("|")[1] ?? []);
  return own.length > 0 && (versions.length === 0 || versions.includes(usCore.version));
}

/**
 * What the server statement of US Core marks SHALL, and this one does not declare. The guide asks for the types that a
 * server supports: what is missing is no fault by itself.
 */
function missingInUsCore(resources: readonly FhirResource[]) {
  const byType = new Map(resources.map((resource) => [resource.type, resource]));
  const gaps = Object.entries(usCore.required).flatMap(([type, required]) => {
    const resource = byType.get(type);
    if (!resource) return { type, parameters: undefined };
    const parameters = required.filter((name) => !resource.searchParameters.includes(name));
    return parameters.length > 0 ? { type, parameters } : [];
  });
  return {
    version: usCore.version,
    gaps: gaps.map(({ type, parameters }) =>
      parameters === undefined ? type : `search of ${type} by ${joinWords(parameters)}`,
    ),
  };
}
