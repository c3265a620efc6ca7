/** The public shape of what interfaces state of themselves. */
import { z } from "zod";
import { interfaceEnvironments } from "../../schemas/interface-facts.ts";
import { address, count, day, partialDate, text } from "./parts.ts";

const texts = (what: string) => z.array(text).describe(what);

/** Of every kind of interface. */
const declared = {
  name: text.describe("Name of the interface, once for each offering"),
  source: address.nullable().describe("Where the document was read; null where nobody said it"),
  seen: day.describe("Day on which it was there"),
  digest: text.describe("SHA-256 of the document, hexadecimal"),
  environment: z.enum(interfaceEnvironments).describe("What it serves; `unknown` where nobody said"),
  changes: z
    .array(
      z.object({
        day: day.describe("Day on which the newer document was seen"),
        field: text.describe("Path of the fact"),
        before: text.nullable().describe("Value before; null where there was none"),
        after: text.nullable().describe("Value since; null where there is none"),
        added: texts("Of a list: what is new"),
        removed: texts("Of a list: what is gone"),
      }),
    )
    .describe("What changed since it was first recorded, newest first"),
};

export const FhirInterface = z
  .object({
    ...declared,
    fhirVersion: text.describe("Version of FHIR, such as `4.0.1`"),
    statement: z
      .enum(["instance", "capability", "requirements"])
      .nullable()
      .describe("Of one running server, of what software can do, or of what is required; null where it does not say"),
    address: address.nullable().describe("Base address of the server"),
    software: z
      .object({
        name: text.nullable().describe("Name"),
        version: text.nullable().describe("Version"),
        releaseDate: partialDate.nullable().describe("Day of the release"),
      })
      .nullable()
      .describe("Software that the server says it runs"),
    date: partialDate.nullable().describe("Day of the statement, as it says itself"),
    formats: texts("Formats that it reads and writes"),
    guides: z
      .object({
        instantiates: texts("From `instantiates`"),
        implementationGuide: texts("From `implementationGuide`"),
        profiles: texts("From the addresses of profiles"),
      })
      .describe("Implementation guides by canonical address, with `|version` where it is stated"),
    security: z
      .object({
        services: texts("Security services by code"),
        oauthHost: text.nullable().describe("Host of the OAuth addresses"),
      })
      .describe("How it is protected"),
    interactions: texts("Interactions with the whole system"),
    operations: texts("Operations on the whole system, without `$`"),
    resources: z
      .array(
        z.object({
          type: text.describe("Resource type"),
          interactions: texts("As FHIR names them: `read`, `search-type`, `create` …"),
          searchParameters: texts("Search parameters by name"),
          includes: texts("Values of `_include`"),
          revIncludes: texts("Values of `_revinclude`"),
          profiles: texts("Addresses of profiles, with `|version` where it is stated"),
          operations: texts("Operations by name, without `$`"),
        }),
      )
      .describe("Resource types by name"),
  })
  .meta({ id: "FhirInterface", title: "FHIR interface", description: "What a FHIR server declares; nobody tested it" });

const scopes = z.object({
  read: texts("Resource types that may be read"),
  write: texts("Resource types that may be written"),
});

export const SmartInterface = z
  .object({
    ...declared,
    oauthHost: text.nullable().describe("Host of the addresses to authorize and to get tokens"),
    capabilities: texts("Capabilities as SMART names them"),
    grantTypes: texts("OAuth grant types"),
    clientAuthentication: texts("How clients prove who they are at the token endpoint"),
    pkceMethods: texts("Methods of PKCE"),
    scopes: z
      .object({
        syntax: z.array(z.enum(["v1", "v2"])).describe("`v1` is `patient/*.read`, `v2` is `patient/*.rs`"),
        patient: scopes.describe("For one patient"),
        user: scopes.describe("For what a user may see"),
        system: scopes.describe("For a program without a user"),
        other: texts("Scopes of SMART and OpenID Connect"),
      })
      .nullable()
      .describe("Scopes in groups; null where none are stated"),
    hasRegistration: z.boolean().describe("True where dynamic registration is stated"),
    hasIntrospection: z.boolean().describe("True where introspection of tokens is stated"),
    hasBrandBundle: z.boolean().describe("True where a bundle of user-access brands is stated"),
  })
  .meta({ id: "SmartInterface", title: "SMART configuration", description: "What an authorization server declares" });

export const OpenApiInterface = z
  .object({
    ...declared,
    format: text.describe("Format with its version, such as `OpenAPI 3.1.0`"),
    title: text.nullable().describe("Title of the API"),
    version: text.nullable().describe("Version of the API"),
    hosts: texts("Hosts of its servers"),
    paths: count.describe("Number of paths"),
    operations: z
      .array(z.object({ method: text.describe("Such as `get`"), count: count.describe("How many") }))
      .describe("Number of operations by method"),
    securitySchemes: texts("Kinds of security schemes"),
    tags: texts("Tags by name"),
    deprecated: texts("Deprecated operations, such as `GET /patients`"),
  })
  .meta({ id: "OpenApiInterface", title: "OpenAPI interface", description: "What a description says of an API" });

export const Interfaces = z
  .object({
    fhir: z.array(FhirInterface).describe("FHIR servers, by name"),
    smart: z.array(SmartInterface).describe("SMART configurations, by name"),
    openapi: z.array(OpenApiInterface).describe("OpenAPI and Swagger descriptions, by name"),
  })
  .meta({
    id: "Interfaces",
    title: "Interfaces",
    description: "What interfaces state of themselves, as facts: declared, not tested",
  });

export type Interfaces = z.output<typeof Interfaces>;
