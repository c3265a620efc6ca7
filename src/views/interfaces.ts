/** What interfaces state of themselves, in the words of readers: a declaration, which nobody tested. */
import type { OfferingInterface } from "../catalog/graph.ts";
import { accessOf } from "../catalog/resource-types.ts";
import { hostOf } from "../lib/clean-url.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { memoize } from "../lib/memoize.ts";
import { byText } from "../lib/order.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, joinWords } from "../lib/text.ts";
import type {
  FhirFacts,
  FhirResource,
  InterfaceChange,
  InterfaceFacts,
  OpenApiFacts,
  SmartFacts,
} from "../schemas/interface-facts.ts";
import { fhirReleaseKeys, findFhirRelease } from "../vocab/fhir-release.ts";
import { US_CORE, usCore } from "../vocab/us-core.ts";
import type { LinkView } from "./page.ts";
import { resourceUrl } from "./urls.ts";

export type InterfaceView = ReturnType<typeof toInterfaceView>;

/** A fact with its values, each a text. */
interface InterfaceFactView {
  readonly name: string;
  readonly values: readonly string[];
}

/** The newest release of FHIR first, then descriptions, then how one gets in. */
export function toInterfaceViews(interfaces: readonly OfferingInterface[]): InterfaceView[] {
  const headings = interfaceHeadings(interfaces);
  const newest = Math.min(...interfaces.map(({ facts }) => rankOf(facts)));
  return [...interfaces]
    .sort((a, b) => rankOf(a.facts) - rankOf(b.facts) || byText(a.name, b.name))
    .map((one) => toInterfaceView(one, headings.get(one) ?? "", rankOf(one.facts) === newest));
}

/** What each interface of an offering is called: `FHIR R4, sandbox`; two of the same are told apart by their hosts. */
export const interfaceHeadings = memoize(
  (interfaces: readonly OfferingInterface[]): ReadonlyMap<OfferingInterface, string> => {
    const alike = Map.groupBy(interfaces, ({ facts }) => headingOf(facts));
    return new Map(
      [...alike].flatMap(([heading, some]) =>
        some.map((one) => [one, some.length === 1 ? heading : `${heading}, ${distinguish(one)}`] as const),
      ),
    );
  },
);

/** Of an older release than the newest the page counts resource types, and leaves the rest to the data. */
function toInterfaceView({ name, facts }: OfferingInterface, heading: string, isNewest: boolean) {
  const host = toReadableHost(hostOf(facts.source));
  const source: LinkView = { href: facts.source, label: host };
  return {
    id: `interface-${name}`,
    heading,
    /** Ends before the name of the source. */
    declared: `${declarationOf(facts)}, as read on ${formatDate(facts.seen)} at`,
    source,
    facts: factsOf(facts).filter(({ values }) => values.length > 0),
    /** Newest first. */
    changes: facts.changes.map((change) => ({ day: formatDate(change.day), text: describeChange(change) })),
    resources: facts.kind === "fhir" ? toResources(facts, isNewest) : undefined,
  };
}

/** `software version 5.0.1.698, before 5.0.1.693`. */
export function describeChange({ field, before, after, added, removed }: InterfaceChange): string {
  // `searchParameters` is `search parameters`; the names of resource types are left as they are.
  const name = field
    .replace(/^resources\./, "")
    .split(".")
    .map((part) => (/^[A-Z]/.test(part) ? `${part}:` : part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)))
    .join(" ");
  const values = [
    after === undefined ? before !== undefined && `no longer stated, before ${before}` : after,
    after !== undefined && before !== undefined && `before ${before}`,
    added && `added ${joinWords(added)}`,
    removed && `without ${joinWords(removed)}`,
  ];
  return `${name} ${values.filter(Boolean).join(", ")}`;
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

function distinguish({ name, facts }: OfferingInterface): string {
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
    { name: "Guides", values: guideNames(guides) },
    { name: "Formats", values: facts.formats },
    { name: "Security", values: security.services },
    { name: "OAuth host", values: optional(security.oauthHost) },
    { name: "Whole system", values: facts.interactions },
    { name: "Operations", values: facts.operations.map((operation) => `$${operation}`) },
  ];
}

/** Guides that readers know by a name; any other is shown by its address. */
const GUIDES: Readonly<Record<string, string>> = {
  [US_CORE]: "US Core",
  "http://hl7.org/fhir/uv/bulkdata": "Bulk Data",
  "http://hl7.org/fhir/us/carin-bb": "CARIN Blue Button",
  "http://hl7.org/fhir/us/davinci-pdex": "Da Vinci PDex",
  "http://hl7.org/fhir/us/davinci-pdex-plan-net": "Da Vinci Plan-Net",
  "http://hl7.org/fhir/us/davinci-drug-formulary": "Da Vinci Drug Formulary",
  "http://hl7.org/fhir/smart-app-launch": "SMART App Launch",
  "http://hl7.org/fhir/uv/sdc": "Structured Data Capture",
};

/** A version that one place states is not repeated without it for the others. */
function guideNames(guides: FhirFacts["guides"]): string[] {
  const all = new Set([...guides.instantiates, ...guides.implementationGuide, ...guides.profiles]);
  const versions = Map.groupBy(all, (guide) => guide.split("|")[0] ?? guide);
  return [...versions].map(([address, stated]) => {
    const numbers = stated.flatMap((guide) => guide.split("|")[1] ?? []).sort(byText);
    return [GUIDES[address] ?? address, joinWords(numbers)].filter(Boolean).join(" ");
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

function toResources({ resources, guides }: FhirFacts, isNewest: boolean) {
  const rows = resources.map(toResourceRow);
  const count = (has: (row: (typeof rows)[number]) => boolean) => rows.filter(has).length;
  return {
    summary: `${counted(rows.length, "resource type")}: ${count(({ reads }) => reads)} read, ${count(({ searches }) => searches)} searched, ${count(({ writes }) => writes.length > 0)} written`,
    rows: isNewest ? rows : [],
    missing: namesUsCore(guides) ? missingInUsCore(resources) : undefined,
  };
}

function toResourceRow(resource: FhirResource) {
  const { type, searchParameters } = resource;
  return { href: resourceUrl(type), type, ...accessOf(resource), parameters: searchParameters };
}

function namesUsCore({ instantiates, implementationGuide, profiles }: FhirFacts["guides"]): boolean {
  return [instantiates, implementationGuide, profiles].flat().some((guide) => guide.split("|")[0] === US_CORE);
}

/** What US Core requires and the server does not declare; a declaration is no test, in either direction. */
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
