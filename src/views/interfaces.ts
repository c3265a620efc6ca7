/** What interfaces state of themselves, in the words of readers: a declaration, which nobody tested. */
import type { OfferingInterface } from "../catalog/graph.ts";
import { hostOf } from "../lib/clean-url.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { capitalize, cutAtWord } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
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
  const { interfaces: messages } = getMessages();
  if (listsParameters || resources.length === 0) return [];
  if (!listsTypes) return [messages.typesLeftOut(resources.length, SHOWN_TYPES)];
  const parameters = countParameters(resources);
  return parameters === 0 ? [] : [messages.parametersLeftOut(parameters, SHOWN_PARAMETERS)];
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
  const { format, interfaces: messages } = getMessages();
  const source: LinkView | undefined =
    facts.source === undefined ? undefined : { href: facts.source, label: readableHostOf(facts.source) };
  return {
    id: interfaceAnchor(name),
    heading,
    /** Ends before the name of the source, where that is known. */
    declared: (source ? messages.declaredAt : messages.declared)(declarationOf(facts), asReadOn(facts, facts.seen)),
    source,
    facts: factsOf(facts)
      .filter(({ values }) => values.length > 0)
      .map((fact) => ({ ...fact, text: listValues(fact.values) })),
    /** Newest first. */
    changes: facts.changes
      .slice(0, SHOWN_CHANGES)
      .map((change) => ({ day: format.date(change.day), text: capitalize(describeChange(change)) })),
    resources: facts.kind === "fhir" ? toResources(facts, extent) : undefined,
    /** What is left to the data, since a page would be too large. */
    leftOut: [
      ...(facts.kind === "fhir" && extent ? leftOutOf(facts, extent) : []),
      ...(facts.changes.length > SHOWN_CHANGES ? [messages.changesLeftOut(facts.changes.length - SHOWN_CHANGES)] : []),
    ],
  };
}

/** Where a value has a comma in it, another sign separates the values. */
function listValues(values: readonly string[]): string {
  const more = values.length - SHOWN_VALUES;
  const shown = more > 0 ? [...values.slice(0, SHOWN_VALUES), getMessages().interfaces.moreInData(more)] : values;
  return shown.join(values.some((value) => value.includes(",")) ? "; " : ", ");
}

/** Of one change. */
const SHOWN_OF_CHANGE = 5;
/** Of one change within a line: a value may have hundreds of characters. */
const CHANGE_LENGTH = 120;

/** `software version 5.0.1.698, previously 5.0.1.693`; `Patient, search parameters: birthdate added`. */
export function describeChange({ field, before, after, added, removed }: InterfaceChange): string {
  const { interfaces: messages } = getMessages();
  const flags: Readonly<Record<string, string>> = { true: messages.offered, false: messages.notOffered };
  const name = nameOfField(field);
  const word = (value: string) => (field.startsWith("has") ? (flags[value] ?? value) : value);
  if (added || removed) {
    const parts = [added && messages.added(someOf(added)), removed && messages.removed(someOf(removed))];
    return `${name}: ${parts.filter(Boolean).join("; ")}`;
  }
  if (after === undefined) return messages.noLongerStated(name, word(before ?? ""));
  if (before === undefined) return messages.newlyStated(name, word(after));
  return messages.otherwise(name, word(after), word(before));
}

/** The first of these changes in one line, and how many more there are. */
export function describeChanges(changes: readonly InterfaceChange[]): string {
  const [first] = changes;
  const text = first ? cutAtWord(describeChange(first), CHANGE_LENGTH) : "";
  return changes.length > 1 ? getMessages().interfaces.andMoreChanges(text, changes.length - 1) : text;
}

/** The names of resource types are left as they are, with a comma behind. */
function nameOfField(field: string): string {
  const { fields } = getMessages().interfaces;
  const known = fields[field];
  if (known !== undefined) return known;
  const parts = field.replace(/^resources\.|^security\.(?=oauthHost)/, "").split(".");
  const words = parts.map((part) => {
    if (/^[A-Z]/.test(part)) return `${part},`;
    return fields[part] ?? part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  });
  return words.join(" ").replace(/,$/, "");
}

function someOf(values: readonly string[]): string {
  const more = values.length - SHOWN_OF_CHANGE;
  const { format, interfaces: messages } = getMessages();
  return format.list(more > 0 ? [...values.slice(0, SHOWN_OF_CHANGE), messages.more(more)] : values);
}

function headingOf(facts: InterfaceFacts): string {
  const { interfaces: messages } = getMessages();
  const what =
    facts.kind === "fhir"
      ? `FHIR ${findFhirRelease(facts.fhirVersion) ?? facts.fhirVersion}`
      : facts.kind === "smart"
        ? messages.authorization
        : facts.format;
  return facts.environment === "sandbox" ? messages.headingOfSandbox(what) : what;
}

function serverOf({ name, facts }: OfferingInterface): string {
  const address = facts.kind === "fhir" ? facts.address : undefined;
  return address === undefined ? name : readableHostOf(address);
}

function rankOf(facts: InterfaceFacts): number {
  if (facts.kind === "smart") return fhirReleaseKeys.length + 1;
  const release = facts.kind === "fhir" ? findFhirRelease(facts.fhirVersion) : undefined;
  return release === undefined ? fhirReleaseKeys.length : fhirReleaseKeys.indexOf(release);
}

/** A statement of kind `capability` or `requirements` is no running server's. */
function declarationOf(facts: InterfaceFacts): string {
  const { declaredBy } = getMessages().interfaces;
  if (facts.kind === "openapi") return declaredBy.publisher;
  const statement = facts.kind === "fhir" ? (facts.statement ?? "instance") : "instance";
  if (statement === "capability") return declaredBy.software;
  if (statement === "requirements") return declaredBy.requirements;
  return facts.environment === "sandbox" ? declaredBy.sandbox : declaredBy.server;
}

/** `as read on 24 July 2026`, with a word where that was elsewhere than at the server. */
export function asReadOn(facts: InterfaceFacts, day: string): string {
  const { format, interfaces: messages } = getMessages();
  return (isCopy(facts) ? messages.copyReadOn : messages.readOn)(format.date(day));
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
  const { format, interfaces: messages } = getMessages();
  const names = messages.facts;
  const named = [software?.name, software?.version].filter((part) => part !== undefined).join(" ");
  const released = software?.releaseDate && messages.released(format.date(software.releaseDate));
  const running = [named, released].filter(Boolean).join(", ");
  return [
    { name: names.software, values: optional(running === "" ? undefined : running) },
    { name: names.address, values: optional(address) },
    { name: names.fhirVersion, values: [fhirVersion] },
    { name: names.guides, values: toGuideNames(guides) },
    { name: names.formats, values: facts.formats },
    { name: names.security, values: security.services },
    { name: names.oauthHost, values: optional(security.oauthHost) },
    { name: names.interactions, values: facts.interactions },
    { name: names.operations, values: facts.operations.map((operation) => `$${operation}`) },
  ];
}

/** Each guide once with its versions, by its name or else by its address. */
function toGuideNames(guides: FhirFacts["guides"]): string[] {
  const all = new Set([...guides.instantiates, ...guides.implementationGuide, ...guides.profiles]);
  const same = Map.groupBy(all, (guide) => guideOf(guide).replace(/^https?:/, ""));
  return [...same.values()].map((stated) => {
    const address = guideOf(stated[0] ?? "");
    const versions = [...new Set(stated.flatMap((guide) => guide.split("|")[1] ?? []))].sort(byText);
    return [guideNames[address] ?? address, getMessages().format.list(versions)].filter(Boolean).join(" ");
  });
}

function smartFacts({ scopes, ...facts }: SmartFacts): InterfaceFactView[] {
  const { facts: names, ...messages } = getMessages().interfaces;
  const contexts =
    scopes && (["patient", "user", "system"] as const).flatMap((context) => describeScopes(context, scopes));
  return [
    { name: names.oauthHost, values: optional(facts.oauthHost) },
    { name: names.capabilities, values: facts.capabilities },
    { name: names.grantTypes, values: facts.grantTypes },
    { name: names.clientAuthentication, values: facts.clientAuthentication },
    { name: names.pkce, values: facts.pkceMethods },
    { name: names.scopes, values: [...(contexts ?? []), ...(scopes?.other ?? [])] },
    { name: names.syntax, values: scopes?.syntax.map((syntax) => messages.syntaxes[syntax]) ?? [] },
    { name: names.registration, values: facts.hasRegistration ? [messages.offered] : [] },
    { name: names.introspection, values: facts.hasIntrospection ? [messages.offered] : [] },
    { name: names.brands, values: facts.hasBrandBundle ? [messages.offered] : [] },
  ];
}

/** `patient: read 31 types, write 4 types`. */
function describeScopes(context: "patient" | "user" | "system", scopes: NonNullable<SmartFacts["scopes"]>): string[] {
  const { read, write } = scopes[context];
  if (read.length === 0 && write.length === 0) return [];
  const { interfaces: messages } = getMessages();
  const amount = (types: readonly string[]) => (types.includes("*") ? messages.allTypes : messages.types(types.length));
  const parts = [read.length > 0 && messages.toRead(amount(read)), write.length > 0 && messages.toWrite(amount(write))];
  return [`${context}: ${parts.filter(Boolean).join(", ")}`];
}

function openApiFacts(facts: OpenApiFacts): InterfaceFactView[] {
  const { facts: names } = getMessages().interfaces;
  const operations = Object.entries(facts.operations).map(([method, count]) => `${count} ${method.toUpperCase()}`);
  return [
    { name: names.api, values: optional([facts.title, facts.version].filter(Boolean).join(" ") || undefined) },
    { name: names.hosts, values: facts.hosts },
    { name: names.paths, values: [String(facts.paths)] },
    { name: names.operations, values: operations },
    { name: names.security, values: facts.securitySchemes },
    { name: names.tags, values: facts.tags },
    { name: names.deprecated, values: facts.deprecated },
  ];
}

function toResources({ resources, guides }: FhirFacts, extent: Extent | undefined) {
  const rows = resources.map((resource) => toResourceRow(resource, extent?.listsParameters ?? false));
  const count = (has: (row: (typeof rows)[number]) => boolean) => rows.filter(has).length;
  return {
    summary: getMessages().interfaces.resources(
      rows.length,
      count(({ reads }) => reads),
      count(({ searches }) => searches),
      count(({ writes }) => writes.length > 0),
    ),
    rows: extent?.listsTypes ? rows : [],
    missing: namesComparedUsCore(guides) ? missingInUsCore(resources) : undefined,
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

/** True where US Core is named, with the release that is compared with or without any. */
function namesComparedUsCore({ instantiates, implementationGuide, profiles }: FhirFacts["guides"]): boolean {
  const own = [instantiates, implementationGuide, profiles].flat().filter((guide) => guideOf(guide) === US_CORE);
  const versions = own.flatMap((guide) => guide.split("|")[1] ?? []);
  return own.length > 0 && (versions.length === 0 || versions.includes(usCore.version));
}

/**
 * What the server statement of US Core marks SHALL, and this one does not declare. The guide asks for the types that a
 * server supports: what is missing is no fault by itself.
 */
function missingInUsCore(resources: readonly FhirResource[]) {
  const { format, interfaces: messages } = getMessages();
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
      parameters === undefined ? type : messages.missingSearch(type, format.list(parameters)),
    ),
  };
}
