/** Offerings side by side, from their public records: what each states, declares or is certified for, fact by fact. */

import { isOn as hasInterfaces } from "#facts/interfaces.ts";
import { isOn as hasOnc } from "#facts/onc.ts";
import * as messages from "#messages/comparison.ts";
import { formatDate } from "#messages/format.ts";
import { toSitePath } from "../lib/base-path.ts";
import { accessOf } from "../vocab/fhir-access.ts";

/** What is compared of an offering's public record, whose shape is `OfferingRecord` of the API. */
export interface ComparedOffering {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly vendor: Named;
  readonly offeringKind: string;
  readonly licence: string | null;
  readonly status: string | null;
  readonly statusDate: string | null;
  readonly documentation: Linked | null;
  readonly homepage: Linked | null;
  readonly repository: Linked | null;
  /** Absent in a copy that a browser or a host kept from before records had it. */
  readonly access?: Access;
  readonly knownAccess?: KnownAccess;
  readonly knownStandards: readonly { readonly standard: string; readonly bases: readonly string[] }[];
  /** Absent, as `interfaces`, where the site has no such facts. */
  readonly certification?: {
    readonly asOf: string;
    readonly products: readonly { readonly versions: readonly unknown[] }[];
  } | null;
  readonly interfaces?: {
    readonly fhir: readonly Fhir[];
    readonly smart: readonly Smart[];
    readonly openapi: readonly OpenApi[];
  };
  readonly news: readonly Named[];
}

interface Named {
  readonly name: string;
  readonly url: string;
}

interface Linked {
  readonly url: string;
}

/** A fact, with what was said of it. */
interface Fact<T> {
  readonly value: T;
  readonly note: string | null;
  /** Page about it. */
  readonly address: Linked | null;
  /** Who says so, where that is not the vendor. */
  readonly listedBy: string | null;
}

/** What is stated, or follows from other facts. */
interface KnownAccess {
  readonly authentication: readonly string[];
  readonly sandbox: string | null;
  readonly pricing: string | null;
}

/** Null where nothing is stated. */
interface Access {
  readonly registration: Fact<string> | null;
  readonly authentication: Fact<readonly string[]> | null;
  readonly sandbox: Fact<string> | null;
  readonly pricing: Fact<string> | null;
  readonly limits: Fact<string> | null;
  readonly apiStyle: Fact<readonly string[]> | null;
  readonly data: Fact<readonly string[]> | null;
  readonly regions: Fact<readonly string[]> | null;
  readonly sdks: Fact<readonly { readonly language: string; readonly repository: Linked | null }[]> | null;
  readonly changelog: Fact<Linked> | null;
  readonly statusPage: Fact<Linked> | null;
  readonly terms: Fact<Linked> | null;
  readonly latestRelease: Fact<{ readonly version: string; readonly day: string | null }> | null;
}

interface Interface {
  readonly seen: string;
  readonly environment: string;
}

interface Fhir extends Interface {
  readonly fhirVersion: string;
  readonly software: { readonly name: string | null; readonly version: string | null } | null;
  readonly interactions: readonly string[];
  readonly operations: readonly string[];
  readonly formats: readonly string[];
  readonly security: { readonly services: readonly string[] };
  readonly resources: readonly Resource[];
}

interface Resource {
  readonly type: string;
  readonly interactions: readonly string[];
}

interface Smart extends Interface {
  readonly grantTypes: readonly string[];
  readonly clientAuthentication: readonly string[];
  readonly pkceMethods: readonly string[];
}

interface OpenApi extends Interface {
  readonly format: string;
  readonly title: string | null;
  readonly paths: number;
}

/** How closed lists are called, by their keys. */
export interface Labels {
  readonly kinds: Readonly<Record<string, string>>;
  readonly licences: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  /** Of the facts of access; a value without a label is shown as its key. */
  readonly access: Readonly<Partial<Record<keyof Access, Readonly<Record<string, string>>>>>;
}

/** A text, or a link. */
export interface Value {
  readonly text: string;
  readonly href?: string;
}

export interface Cell {
  readonly values: readonly Value[];
  /** What is said where there are none. */
  readonly absent: string;
  /** What is said of them, below them. */
  readonly notes: readonly Value[];
}

export interface Row {
  readonly name: string;
  /** One for each offering, in their order. */
  readonly cells: readonly Cell[];
  readonly differs: boolean;
}

export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Names in a list that is longer are counted. */
const MOST_NAMES = 12;

type ToRow = (
  name: string,
  toValues: (record: ComparedOffering) => readonly (Value | string | false | null | undefined)[],
  toAbsent?: (record: ComparedOffering) => string,
  toNotes?: (record: ComparedOffering) => readonly Value[],
) => Row;

/** Facts that nobody states have no row, but for those that a reader looks for first. */
export function compareOfferings(records: readonly ComparedOffering[], labels: Labels): Section[] {
  const toRow: ToRow = (name, toValues, toAbsent = () => messages.notStated, toNotes = () => []) => {
    const cells = records.map((record): Cell => {
      const values = toValues(record).flatMap((value) =>
        value ? (typeof value === "string" ? { text: value } : value) : [],
      );
      const more = values.length - MOST_NAMES;
      const shown = more > 1 ? [...values.slice(0, MOST_NAMES), { text: messages.andMore(more) }] : values;
      return { values: shown, absent: toAbsent(record), notes: toNotes(record) };
    });
    return { name, cells, differs: new Set(records.map((record) => JSON.stringify(toValues(record)))).size > 1 };
  };
  /** Equal values count as the same, whatever is said of them. */
  const ofAccess = <N extends keyof Access>(
    name: string,
    field: N,
    toValues: (value: NonNullable<Access[N]>["value"]) => readonly (Value | string)[],
  ) =>
    toRow(
      name,
      ({ access }) => {
        const fact = access?.[field];
        return fact ? toValues(fact.value) : [];
      },
      undefined,
      ({ access }) => notesOf(access?.[field]),
    );
  const label = (field: keyof Access) => (key: string) => labels.access[field]?.[key] ?? key;
  /** In one order, so that only what is in it differs. */
  const listOf = (field: keyof Access, keys: readonly string[]) => keys.map(label(field)).toSorted();
  /** What is stated, or follows from other facts. */
  const ofKnown = (name: string, field: keyof KnownAccess) =>
    toRow(
      name,
      ({ knownAccess }) => listOf(field, [knownAccess?.[field] ?? []].flat()),
      undefined,
      ({ access }) => notesOf(access?.[field]),
    );
  const standards = new Set(records.flatMap(({ knownStandards }) => knownStandards.map(({ standard }) => standard)));

  return [
    {
      heading: messages.facts,
      rows: [
        toRow(messages.vendor, ({ vendor }) => [{ text: vendor.name, href: pathOf(vendor.url) }]),
        toRow(messages.kind, ({ offeringKind }) => [labels.kinds[offeringKind]]),
        toRow(messages.licence, ({ licence }) => [licence && labels.licences[licence]]),
        toRow(messages.status, (record) => [describeStatus(record, labels)]),
        toRow(messages.documentation, ({ documentation }) => toLink(documentation)),
        toRow(messages.homepage, ({ homepage }) => toLink(homepage)),
        toRow(messages.repository, ({ repository }) => toLink(repository)),
        ...(hasOnc
          ? [
              toRow(
                messages.certified,
                ({ certification }) => [describeCertification(certification)],
                () => messages.noListing,
              ),
            ]
          : []),
      ],
    },
    {
      heading: messages.access,
      rows: [
        ofAccess(messages.registration, "registration", (value) => [label("registration")(value)]),
        ofKnown(messages.sandbox, "sandbox"),
        ofKnown(messages.price, "pricing"),
        ofKnown(messages.authentication, "authentication"),
        ofAccess(messages.limits, "limits", (value) => [value]),
        ofAccess(messages.style, "apiStyle", (value) => listOf("apiStyle", value)),
        ofAccess(messages.data, "data", (value) => listOf("data", value)),
        ofAccess(messages.regions, "regions", (value) => listOf("regions", value)),
        ofAccess(messages.libraries, "sdks", (value) =>
          value.map(({ language, repository }) => ({ text: language, ...(repository && { href: repository.url }) })),
        ),
        ofAccess(messages.changelog, "changelog", toLink),
        ofAccess(messages.statusPage, "statusPage", toLink),
        ofAccess(messages.terms, "terms", toLink),
        ofAccess(messages.latestRelease, "latestRelease", ({ version, day }) => [
          day === null ? version : `${version}, ${formatDate(day)}`,
        ]),
      ].filter(isStated),
    },
    {
      heading: messages.standards,
      rows: [...standards].map((standard) =>
        toRow(standard, ({ knownStandards }) => {
          const known = knownStandards.find((one) => one.standard === standard);
          return known?.bases.map((basis) => messages.bases[basis] ?? basis) ?? [];
        }),
      ),
    },
    ...(hasInterfaces ? toInterfaceSections(records, toRow) : []),
    {
      heading: messages.news,
      rows: [
        toRow(
          messages.newestStories,
          ({ news }) => news.slice(0, 3).map(({ name, url }) => ({ text: name, href: pathOf(url) })),
          () => messages.noStories,
        ),
      ].filter(isStated),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** What interfaces state of themselves. */
function toInterfaceSections(records: readonly ComparedOffering[], toRow: ToRow): Section[] {
  const ofInterface: ToRow = (name, toValues) =>
    toRow(name, toValues, (record) => (interfacesOf(record).length > 0 ? messages.notDeclared : messages.noInterface));
  const types = new Set(records.flatMap((record) => newest(record)?.resources.map(({ type }) => type) ?? []));
  return [
    {
      heading: messages.declaredInterface,
      rows: [
        ofInterface("FHIR", (record) => [...new Set(byRelease(record).map(({ fhirVersion }) => fhirVersion))]),
        ofInterface(messages.software, (record) => [softwareOf(newest(record))]),
        ofInterface(messages.environment, environmentsOf),
        ofInterface(messages.resourceTypes, (record) => [describeResources(newest(record))]),
        ofInterface(messages.wholeSystem, (record) => newest(record)?.interactions ?? []),
        ofInterface(
          messages.operations,
          (record) => newest(record)?.operations.map((operation) => `$${operation}`) ?? [],
        ),
        ofInterface(messages.formats, (record) => newest(record)?.formats ?? []),
        ofInterface(messages.security, (record) => newest(record)?.security.services ?? []),
        ofInterface(messages.grantTypes, (record) => union(smartOf(record).map(({ grantTypes }) => grantTypes))),
        ofInterface(messages.clientAuthentication, (record) =>
          union(smartOf(record).map(({ clientAuthentication }) => clientAuthentication)),
        ),
        ofInterface("PKCE", (record) => union(smartOf(record).map(({ pkceMethods }) => pkceMethods))),
        ofInterface(
          "OpenAPI",
          ({ interfaces }) =>
            interfaces?.openapi.map(({ format, title, paths }) => messages.paths(title ?? format, paths)) ?? [],
        ),
        ofInterface(messages.readOn, (record) => [dayOfReading(record)]),
      ].filter(isStated),
    },
    {
      heading: messages.declaredTypes,
      rows: [...types].sort().map((type) =>
        ofInterface(type, (record) => {
          const resource = newest(record)?.resources.find((one) => one.type === type);
          return resource ? interactionsWith(resource).map((one) => messages.interactions[one]) : [];
        }),
      ),
    },
  ];
}

function isStated({ cells }: Row): boolean {
  return cells.some(({ values }) => values.length > 0);
}

/** Our own pages are linked as this site has them, wherever it runs. */
function pathOf(url: string): string {
  return toSitePath(new URL(url).pathname);
}

function toLink(link: Linked | null): Value[] {
  return link ? [{ text: new URL(link.url).host.replace(/^www\./, ""), href: link.url }] : [];
}

function notesOf(fact: Fact<unknown> | null | undefined): Value[] {
  if (!fact) return [];
  const { note, address, listedBy } = fact;
  return [
    ...(note === null ? [] : [{ text: note }]),
    ...toLink(address),
    ...(listedBy === null ? [] : [{ text: messages.listedBy(listedBy) }]),
  ];
}

function describeStatus({ status, statusDate }: ComparedOffering, { statuses }: Labels): string | undefined {
  if (status === null) return undefined;
  return [statuses[status], statusDate && formatDate(statusDate)].filter(Boolean).join(", ");
}

function describeCertification(certification: ComparedOffering["certification"]): string | null | undefined {
  const listings = certification?.products.flatMap(({ versions }) => versions) ?? [];
  return certification && messages.listings(listings.length, certification.asOf);
}

function interfacesOf({ interfaces }: ComparedOffering): Interface[] {
  return Object.values(interfaces ?? {}).flat();
}

function environmentsOf(record: ComparedOffering): string[] {
  const names = union([interfacesOf(record).map(({ environment }) => environment)]);
  return names.filter((name) => name !== "unknown").map((name) => messages.environments[name] ?? name);
}

/** The last day on which one of its interfaces was read. */
function dayOfReading(record: ComparedOffering): string | undefined {
  const days = interfacesOf(record).map(({ seen }) => seen);
  return days
    .sort()
    .slice(-1)
    .map((day) => formatDate(day))[0];
}

/** The interfaces of FHIR, the newest release first. */
function byRelease({ interfaces }: ComparedOffering): Fhir[] {
  return [...(interfaces?.fhir ?? [])].sort((a, b) =>
    b.fhirVersion.localeCompare(a.fhirVersion, "en", { numeric: true }),
  );
}

function smartOf({ interfaces }: ComparedOffering): readonly Smart[] {
  return interfaces?.smart ?? [];
}

/** What all interfaces of the newest release declare together: a server for patients and one for clinicians, say. */
function newest(record: ComparedOffering): Fhir | undefined {
  const [first, ...others] = byRelease(record);
  const releaseOf = ({ fhirVersion }: Fhir) => fhirVersion.split(".").slice(0, 2).join(".");
  return first && others.filter((other) => releaseOf(other) === releaseOf(first)).reduce(together, first);
}

function together(one: Fhir, other: Fhir): Fhir {
  const types = Map.groupBy([...one.resources, ...other.resources], ({ type }) => type);
  return {
    ...one,
    software: one.software ?? other.software,
    interactions: union([one.interactions, other.interactions]),
    operations: union([one.operations, other.operations]),
    formats: union([one.formats, other.formats]),
    security: { services: union([one.security.services, other.security.services]) },
    resources: [...types].map(([type, same]) => ({ type, interactions: union(same.map((each) => each.interactions)) })),
  };
}

function softwareOf(fhir: Fhir | undefined): string | undefined {
  return [fhir?.software?.name, fhir?.software?.version].filter(Boolean).join(" ") || undefined;
}

function describeResources(fhir: Fhir | undefined): string | undefined {
  if (!fhir) return undefined;
  const access = fhir.resources.map(interactionsWith);
  const count = (what: Interaction) => access.filter((some) => some.includes(what)).length;
  return messages.countedTypes(access.length, count("read"), count("search"), count("write"));
}

type Interaction = "read" | "search" | "write";

function interactionsWith(resource: Resource): Interaction[] {
  const { reads, searches, writes } = accessOf(resource);
  const has = { read: reads, search: searches, write: writes.length > 0 };
  return (["read", "search", "write"] as const).filter((one) => has[one]);
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}
