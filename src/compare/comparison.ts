/** Offerings side by side, from their public records: what each states, declares or is certified for, fact by fact. */
import { formatDate } from "../lib/partial-date.ts";
import { counted, joinWords } from "../lib/text.ts";

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
  readonly knownStandards: readonly { readonly standard: string; readonly bases: readonly string[] }[];
  readonly certification: {
    readonly asOf: string;
    readonly products: readonly { readonly versions: readonly unknown[] }[];
  } | null;
  readonly interfaces: {
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
}

/** A text, or a link. */
export interface Value {
  readonly text: string;
  readonly href?: string;
}

export interface Row {
  readonly name: string;
  /** One for each offering, in their order; empty where nothing is stated. */
  readonly cells: readonly (readonly Value[])[];
  readonly differs: boolean;
}

export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Facts that nobody states have no row, but for those that a reader looks for first. */
export function compareOfferings(records: readonly ComparedOffering[], labels: Labels): Section[] {
  const row = (name: string, toValues: (record: ComparedOffering) => readonly Value[]): Row => {
    const cells = records.map(toValues);
    return { name, cells, differs: new Set(cells.map(toText)).size > 1 };
  };
  const texts = (name: string, toTexts: (record: ComparedOffering) => readonly (string | false | null | undefined)[]) =>
    row(name, (record) => toTexts(record).flatMap((text) => (text ? { text } : [])));
  const stated = (rows: readonly Row[]) => rows.filter(({ cells }) => cells.some((cell) => cell.length > 0));
  const standards = new Set(records.flatMap(({ knownStandards }) => knownStandards.map(({ standard }) => standard)));
  const types = new Set(records.flatMap((record) => newest(record)?.resources.map(({ type }) => type) ?? []));

  return [
    {
      heading: "Facts",
      rows: [
        row("Vendor", ({ vendor }) => [{ text: vendor.name, href: pathOf(vendor.url) }]),
        texts("Kind", ({ offeringKind }) => [labels.kinds[offeringKind]]),
        texts("Licence", ({ licence }) => [licence && labels.licences[licence]]),
        texts("Status", (record) => [describeStatus(record, labels)]),
        row("Documentation", ({ documentation }) => toLink(documentation)),
        row("Homepage", ({ homepage }) => toLink(homepage)),
        row("Repository", ({ repository }) => toLink(repository)),
        texts("ONC certified", ({ certification }) => [
          certification &&
            `${counted(certification.products.flatMap(({ versions }) => versions).length, "listing")}, as of ${formatDate(certification.asOf)}`,
        ]),
      ],
    },
    {
      heading: "Standards",
      rows: [...standards].map((standard) =>
        texts(
          standard,
          ({ knownStandards }) => knownStandards.find((known) => known.standard === standard)?.bases ?? [],
        ),
      ),
    },
    {
      heading: "Interface, as declared",
      rows: stated([
        texts("FHIR", ({ interfaces }) => [...new Set(interfaces.fhir.map((one) => one.fhirVersion))]),
        texts("Software", (record) => [softwareOf(newest(record))]),
        texts("Environment", ({ interfaces }) => {
          const environments = Object.values(interfaces).flatMap((some) => some.map(({ environment }) => environment));
          return [...new Set(environments)].filter((environment) => environment !== "unknown");
        }),
        texts("Resource types", (record) => [describeResources(newest(record))]),
        texts("Whole system", (record) => newest(record)?.interactions ?? []),
        texts("Operations", (record) => newest(record)?.operations.map((operation) => `$${operation}`) ?? []),
        texts("Formats", (record) => newest(record)?.formats ?? []),
        texts("Security", (record) => newest(record)?.security.services ?? []),
        texts("Grant types", ({ interfaces }) => union(interfaces.smart.map(({ grantTypes }) => grantTypes))),
        texts("Client authentication", ({ interfaces }) =>
          union(interfaces.smart.map(({ clientAuthentication }) => clientAuthentication)),
        ),
        texts("PKCE", ({ interfaces }) => union(interfaces.smart.map(({ pkceMethods }) => pkceMethods))),
        texts("OpenAPI", ({ interfaces }) =>
          interfaces.openapi.map(({ format, title, paths }) => `${title ?? format}: ${counted(paths, "path")}`),
        ),
        texts("Read on", ({ interfaces }) => {
          const days = Object.values(interfaces).flatMap((some) => some.map(({ seen }) => seen));
          return days
            .sort()
            .slice(-1)
            .map((day) => formatDate(day));
        }),
      ]),
    },
    {
      heading: "Resource types, as declared",
      rows: [...types].sort().map((type) =>
        texts(type, (record) => {
          const resource = newest(record)?.resources.find((one) => one.type === type);
          return resource ? accessTo(resource) : [];
        }),
      ),
    },
    {
      heading: "In the news",
      rows: stated([
        row("Newest stories", ({ news }) =>
          news.slice(0, 3).map(({ name, url }) => ({ text: name, href: pathOf(url) })),
        ),
      ]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** What the browser shows of a cell in one line, and what decides whether cells differ. */
function toText(cell: readonly Value[]): string {
  return cell.map(({ text }) => text).join(", ");
}

/** Our own pages are linked as this site has them, wherever it runs. */
function pathOf(url: string): string {
  return new URL(url).pathname;
}

function toLink(link: Linked | null): Value[] {
  return link ? [{ text: new URL(link.url).host.replace(/^www\./, ""), href: link.url }] : [];
}

function describeStatus({ status, statusDate }: ComparedOffering, { statuses }: Labels): string | undefined {
  if (status === null) return undefined;
  return [statuses[status], statusDate && formatDate(statusDate)].filter(Boolean).join(", ");
}

/** The interface of the newest release of FHIR. */
function newest({ interfaces }: ComparedOffering): Fhir | undefined {
  return [...interfaces.fhir].sort((a, b) => b.fhirVersion.localeCompare(a.fhirVersion, "en", { numeric: true }))[0];
}

function softwareOf(fhir: Fhir | undefined): string | undefined {
  return [fhir?.software?.name, fhir?.software?.version].filter(Boolean).join(" ") || undefined;
}

function describeResources(fhir: Fhir | undefined): string | undefined {
  if (!fhir) return undefined;
  const access = fhir.resources.map(accessTo);
  const count = (what: string) => access.filter((some) => some.includes(what)).length;
  return `${fhir.resources.length}: ${joinWords([`${count("read")} read`, `${count("search")} searched`, `${count("write")} written`])}`;
}

const WRITES: readonly string[] = ["create", "update", "patch", "delete"];

function accessTo({ interactions }: Resource): string[] {
  const has = (test: (name: string) => boolean) => interactions.some(test);
  const words = [
    has((name) => name === "read" || name === "vread") && "read",
    has((name) => name === "search-type") && "search",
    has((name) => WRITES.includes(name)) && "write",
  ];
  return words.filter((word) => word !== false);
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}
