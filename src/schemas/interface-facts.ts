/** What an interface states of itself, written by `npm run import:interface`: facts from the document, not the document. */
import { z } from "zod";
import { day, line, partialDate, webUrl } from "./fields.ts";

/** `unknown` is what nobody said; it is never guessed from an address. */
export const interfaceEnvironments = ["production", "sandbox", "unknown"] as const;

const lines = z.array(line);

export const ChangeSchema = z
  .strictObject({
    day: day.describe("Day on which the newer document was seen"),
    field: line.describe("Path of the fact, such as `software.version` or `resources.Patient.searchParameters`"),
    before: line.optional().describe("Value before; absent where there was none"),
    after: line.optional().describe("Value since; absent where there is none"),
    added: lines.min(1).optional().describe("Of a list: what is new"),
    removed: lines.min(1).optional().describe("Of a list: what is gone"),
  })
  .describe("One difference between two documents");

/** Of every document, whatever its kind. */
export const commonFields = {
  source: webUrl.optional().describe("Where the document was read; absent for a file that nobody said it of"),
  seen: day.describe("Day on which it was there"),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be a SHA-256 digest")
    .describe("SHA-256 of the bytes of the document, hexadecimal"),
  environment: z.enum(interfaceEnvironments).describe("What the interface serves; `unknown` where nobody said"),
  changes: z.array(ChangeSchema).describe("What changed since it was first recorded, newest first"),
};

const FhirGuidesSchema = z.strictObject({
  instantiates: lines.describe("From `instantiates`"),
  implementationGuide: lines.describe("From `implementationGuide`"),
  profiles: lines.describe("From the addresses of the profiles of resource types"),
});

export const FhirResourceSchema = z.strictObject({
  type: z
    .string()
    .regex(/^[A-Z][A-Za-z]{1,59}$/, "must be a resource type such as Patient")
    .describe("Resource type"),
  interactions: lines.describe("As FHIR names them: `read`, `search-type`, `create`, `update` …"),
  searchParameters: lines.describe("Search parameters by name"),
  includes: lines.describe("Values of `_include`"),
  revIncludes: lines.describe("Values of `_revinclude`"),
  profiles: lines.describe("Addresses of profiles, with `|version` where it is stated"),
  operations: lines.describe("Operations by name, without `$`"),
});

export const FhirFactsSchema = z.strictObject({
  kind: z.literal("fhir"),
  ...commonFields,
  fhirVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+(?:-[\w.-]{1,40})?$/, "must be a version such as 4.0.1")
    .describe("Version of FHIR, such as 4.0.1"),
  statement: z
    .enum(["instance", "capability", "requirements"])
    .optional()
    .describe("Of one running server, of what software can do, or of what is required"),
  address: webUrl.optional().describe("Base address of the server, as the document states it; public ones alone"),
  software: z
    .strictObject({
      name: line.optional().describe("Name"),
      version: line.optional().describe("Version"),
      releaseDate: partialDate.optional().describe("Day of the release"),
    })
    .optional()
    .describe("Software that the server says it runs"),
  date: partialDate
    .optional()
    .describe("Day of the statement, as it says itself; many servers state the day they are asked"),
  formats: lines.describe("Formats that it reads and writes"),
  guides: FhirGuidesSchema.describe(
    "Implementation guides by canonical address, with `|version` where it is stated, by where they were found",
  ),
  security: z
    .strictObject({
      services: lines.describe("Security services by code, such as `SMART-on-FHIR`"),
      oauthHost: line.optional().describe("Host of the OAuth addresses"),
    })
    .describe("How it is protected"),
  interactions: lines.describe(
    "What works on the whole system: `batch`, `transaction`, `history-system`, `search-system`",
  ),
  operations: lines.describe("Operations on the whole system by name, without `$`; `export` is Bulk Data"),
  resources: z.array(FhirResourceSchema).describe("Resource types by name"),
});

const ScopesSchema = z.strictObject({
  syntax: z.array(z.enum(["v1", "v2"])).describe("`v1` is `patient/*.read`, `v2` is `patient/*.rs`"),
  patient: z
    .strictObject({ read: lines, write: lines })
    .describe("Resource types readable and writable for one patient"),
  user: z.strictObject({ read: lines, write: lines }).describe("The same for what a user may see"),
  system: z.strictObject({ read: lines, write: lines }).describe("The same for a program without a user"),
  other: lines.describe("Scopes of SMART and OpenID Connect, such as `launch` and `openid`; others are not kept"),
});

export const SmartFactsSchema = z.strictObject({
  kind: z.literal("smart"),
  ...commonFields,
  oauthHost: line.optional().describe("Host of the addresses to authorize and to get tokens"),
  capabilities: lines.describe("Capabilities as SMART names them"),
  grantTypes: lines.describe("OAuth grant types"),
  clientAuthentication: lines.describe("How clients prove who they are at the token endpoint"),
  pkceMethods: lines.describe("Methods of PKCE"),
  scopes: ScopesSchema.optional().describe("Scopes in groups; absent where none are stated"),
  hasRegistration: z.boolean().describe("True where an address for dynamic registration is stated"),
  hasIntrospection: z.boolean().describe("True where an address to introspect tokens is stated"),
  hasBrandBundle: z.boolean().describe("True where a bundle of brands for users is stated"),
});

export const OpenApiFactsSchema = z.strictObject({
  kind: z.literal("openapi"),
  ...commonFields,
  format: line.describe("Format with its version, such as `OpenAPI 3.1.0` or `Swagger 2.0`"),
  title: line.optional().describe("Title of the API"),
  version: line.optional().describe("Version of the API"),
  hosts: lines.describe("Hosts of its servers; public ones alone"),
  paths: z.int().nonnegative().describe("Number of paths"),
  operations: z.record(z.string(), z.int().positive()).describe("Number of operations by method, such as `get`"),
  securitySchemes: lines.describe("Kinds of security schemes, such as `oauth2`, `http bearer` and `apiKey in header`"),
  tags: lines.describe("Tags by name"),
  deprecated: lines.describe("Deprecated operations, such as `GET /patients`"),
});

export const InterfaceFactsSchema = z.discriminatedUnion("kind", [
  FhirFactsSchema,
  SmartFactsSchema,
  OpenApiFactsSchema,
]);

export type InterfaceFacts = z.output<typeof InterfaceFactsSchema>;
export type FhirFacts = z.output<typeof FhirFactsSchema>;
export type FhirResource = z.output<typeof FhirResourceSchema>;
export type SmartFacts = z.output<typeof SmartFactsSchema>;
export type OpenApiFacts = z.output<typeof OpenApiFactsSchema>;
export type InterfaceChange = z.output<typeof ChangeSchema>;
export type InterfaceEnvironment = (typeof interfaceEnvironments)[number];

/** What a document states, without where and when it was seen. */
export type Stated<Facts extends InterfaceFacts = InterfaceFacts> = Facts extends unknown
  ? Omit<Facts, "source" | "seen" | "digest" | "environment" | "changes">
  : never;
