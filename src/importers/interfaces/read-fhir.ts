/** The facts of a FHIR CapabilityStatement, or of a Conformance as DSTU2 called it. */
import { z } from "zod";
import { byText } from "../../lib/order.ts";
import type { FhirFacts, FhirResource, Stated } from "../../schemas/interface-facts.ts";
import { fhirReleaseKeys, findFhirRelease } from "../../vocab/fhir-release.ts";
import { DocumentError } from "./document-error.ts";
import {
  type PublishList,
  publishAddress,
  publishCanonicals,
  publishDate,
  publishHost,
  publishName,
  publishText,
  publishTexts,
} from "./publishable.ts";
import { boundedList, readShape } from "./read-shape.ts";

/** FHIR has some 160 resource types. */
const MAX_RESOURCES = 1000;

const coded = z.object({ code: z.string() });
const named = z.object({ name: z.string() });
/** A canonical, or a reference as the releases before R4 have it. */
const canonical = z.union([z.string(), z.object({ reference: z.string() }).transform(({ reference }) => reference)]);

const ResourceShape = z.object({
  type: z.string().regex(/^[A-Z][A-Za-z]{1,59}$/, "must be a resource type such as Patient"),
  interaction: boundedList(coded).nullish(),
  searchParam: boundedList(named).nullish(),
  searchInclude: boundedList(z.string()).nullish(),
  searchRevInclude: boundedList(z.string()).nullish(),
  profile: canonical.nullish(),
  supportedProfile: boundedList(canonical).nullish(),
  operation: boundedList(named).nullish(),
});

const ServiceShape = z.object({
  coding: boundedList(z.object({ code: z.string().nullish() })).nullish(),
  text: z.string().nullish(),
});

const RestShape = z.object({
  mode: z.string(),
  security: z
    .object({
      service: boundedList(ServiceShape).nullish(),
      extension: boundedList(z.looseObject({ extension: boundedList(z.looseObject({})).nullish() })).nullish(),
    })
    .nullish(),
  resource: boundedList(ResourceShape, MAX_RESOURCES).nullish(),
  interaction: boundedList(coded).nullish(),
  operation: boundedList(named).nullish(),
  /** Before R4. */
  transactionMode: z.string().nullish(),
});

/** Only what facts are made of; in what else a document says, anything is allowed. */
const StatementShape = z.object({
  resourceType: z.string(),
  fhirVersion: z.string(),
  kind: z.string().nullish(),
  date: z.unknown().optional(),
  software: z.object({ name: z.unknown(), version: z.unknown(), releaseDate: z.unknown() }).partial().nullish(),
  implementation: z.object({ url: z.unknown() }).partial().nullish(),
  format: boundedList(z.string()).nullish(),
  instantiates: boundedList(z.string()).nullish(),
  implementationGuide: boundedList(canonical).nullish(),
  rest: z.array(RestShape).min(1, "must not be empty").max(100, "must have at most 100 entries"),
});

export const FHIR_TYPES: readonly unknown[] = ["CapabilityStatement", "Conformance"];

/** Throws a `DocumentError` that names the place. */
export function readFhir(document: unknown, publish: PublishList): Stated<FhirFacts> {
  const statement = readShape(StatementShape, document);
  checkRelease(statement);
  const servers = statement.rest.filter(({ mode }) => mode === "server");
  if (servers.length === 0)
    throw new DocumentError("states what a client does, and no server: rest[0].mode is not 'server'");
  const resources = mergeResources(
    servers.flatMap(({ resource }) => resource ?? []),
    publish,
  );
  const software = {
    name: publishName(statement.software?.name),
    version: publishName(statement.software?.version),
    releaseDate: publishDate(statement.software?.releaseDate),
  };
  const interactions = servers.flatMap(({ interaction, transactionMode }) => [
    ...(interaction ?? []).map(({ code }) => code),
    ...(TRANSACTION_MODES.get(transactionMode ?? "") ?? []),
  ]);
  return {
    kind: "fhir",
    fhirVersion: statement.fhirVersion,
    statement: STATEMENTS.find((kind) => kind === statement.kind),
    address: publishAddress(statement.implementation?.url),
    software: Object.values(software).some((value) => value !== undefined) ? software : undefined,
    date: publishDate(statement.date),
    formats: publish("formats", statement.format),
    guides: {
      instantiates: toGuides(statement.instantiates),
      implementationGuide: toGuides(statement.implementationGuide),
      // Only profiles whose address names a kind of resource: of others the guide cannot be told.
      profiles: toGuides(resources.flatMap(({ profiles }) => profiles.filter((one) => GUIDE.test(one)))),
    },
    security: {
      services: publish(
        "security.services",
        servers
          .flatMap(({ security }) => security?.service ?? [])
          .flatMap(({ coding, text }) => {
            const codes = coding?.flatMap(({ code }) => code ?? []) ?? [];
            return codes.length > 0 ? codes : (text ?? []);
          }),
      ),
      oauthHost: findOauthHost(servers.flatMap(({ security }) => security?.extension ?? [])),
    },
    interactions: publish("interactions", interactions),
    operations: publish("operations", toNames(servers.flatMap(({ operation }) => operation ?? []))),
    resources,
  };
}

interface Extension {
  readonly extension?: readonly { readonly [key: string]: unknown }[] | null | undefined;
}

/** Of the address for tokens, else of the one to authorize; where there are several, the first by the alphabet. */
function findOauthHost(extensions: readonly Extension[]): string | undefined {
  const hostsOf = (name: string) =>
    publishTexts(
      extensions
        .flatMap(({ extension }) => extension ?? [])
        .map(({ url, valueUri }) => (url === name ? publishHost(valueUri) : undefined)),
    );
  return [...hostsOf("token"), ...hostsOf("authorize")][0];
}

const STATEMENTS = ["instance", "capability", "requirements"] as const;

const TRANSACTION_MODES: ReadonlyMap<string, readonly string[]> = new Map([
  ["batch", ["batch"]],
  ["transaction", ["transaction"]],
  ["both", ["batch", "transaction"]],
]);

/** DSTU2 alone has a Conformance, and a CapabilityStatement is of a later release. */
function checkRelease({ resourceType, fhirVersion }: z.output<typeof StatementShape>): void {
  const release = findFhirRelease(fhirVersion);
  const version = publishText(fhirVersion.slice(0, 40)) ?? "";
  if (release === undefined)
    throw new DocumentError(
      `has the fhirVersion '${version}', which is none of ${[...fhirReleaseKeys].reverse().join(", ")}`,
    );
  if ((resourceType === "Conformance") !== (release === "DSTU2"))
    throw new DocumentError(
      `is a ${resourceType} with the fhirVersion '${version}', and ${release} has no ${resourceType}`,
    );
}

/** Several entries of one type count as one. */
function mergeResources(entries: readonly z.output<typeof ResourceShape>[], publish: PublishList): FhirResource[] {
  return [...Map.groupBy(entries, ({ type }) => type)]
    .map(([type, same]) => {
      const publishOwn: PublishList = (field, values) => publish(`resources.${type}.${field}`, values);
      return {
        type,
        interactions: publishOwn(
          "interactions",
          same.flatMap(({ interaction }) => interaction ?? []).map(({ code }) => code),
        ),
        searchParameters: publishOwn(
          "searchParameters",
          same.flatMap(({ searchParam }) => searchParam ?? []).map(({ name }) => name),
        ),
        includes: publishOwn("includes", toIncludes(same.flatMap(({ searchInclude }) => searchInclude ?? []))),
        revIncludes: publishOwn(
          "revIncludes",
          toIncludes(same.flatMap(({ searchRevInclude }) => searchRevInclude ?? [])),
        ),
        profiles: publishCanonicals(
          publishOwn(
            "profiles",
            same.flatMap(({ profile, supportedProfile }) => [profile, ...(supportedProfile ?? [])]),
          ),
        ),
        operations: publishOwn("operations", toNames(same.flatMap(({ operation }) => operation ?? []))),
      };
    })
    .sort((a, b) => byText(a.type, b.type));
}

/** Some servers that allow all of them name hundreds as well. */
function toIncludes(values: readonly string[]): readonly string[] {
  return values.includes("*") ? ["*"] : values;
}

/** Some servers write `$export`, most `export`. */
function toNames(operations: readonly { readonly name: string }[]): string[] {
  return operations.map(({ name }) => name.replace(/^\$/, ""));
}

/** The part of a canonical before the kind of resource names the guide; `http://hl7.org/fhir` is FHIR itself. */
const GUIDE =
  /^(.+?)\/(?:StructureDefinition|CapabilityStatement|ImplementationGuide|OperationDefinition)\b[^|]*(\|.+)?$/;
const FHIR_ITSELF = /^https?:\/\/(?:www\.)?hl7\.org\/fhir(?:\/(?:R\d[AB]?|STU\d|DSTU\d|\d\.\d|profiles?))?$/i;

function toGuides(canonicals: readonly string[] | null | undefined): string[] {
  // Published texts are short, so that no pattern meets one without limit.
  const guides = publishCanonicals(canonicals).flatMap((one) => {
    const [, guide = one, version = ""] = GUIDE.exec(one) ?? [];
    return FHIR_ITSELF.test(guide.split("|")[0] ?? "") ? [] : guide + (guide === one ? "" : version);
  });
  return [...new Set(guides)].sort(byText);
}
