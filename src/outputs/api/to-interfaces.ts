/** What interfaces state, as public records: the facts as they are, with null for what is not stated. */
import type { OfferingInterface } from "../../catalog/graph.ts";
import type { FhirFacts, InterfaceFacts, OpenApiFacts, SmartFacts } from "../../schemas/interface-facts.ts";
import type { Interfaces } from "./interface-shapes.ts";

export function toInterfaces(interfaces: readonly OfferingInterface[]): Interfaces {
  const all: Interfaces = { fhir: [], smart: [], openapi: [] };
  for (const { name, facts } of interfaces) {
    if (facts.kind === "fhir") all.fhir.push(toFhir(name, facts));
    else if (facts.kind === "smart") all.smart.push(toSmart(name, facts));
    else all.openapi.push(toOpenApi(name, facts));
  }
  return all;
}

function toDeclared(name: string, { source, seen, digest, environment, changes }: InterfaceFacts) {
  return {
    name,
    source: source ?? null,
    seen,
    digest,
    environment,
    changes: changes.map(({ day, field, before, after, added, removed }) => ({
      day,
      field,
      before: before ?? null,
      after: after ?? null,
      added: [...(added ?? [])],
      removed: [...(removed ?? [])],
    })),
  };
}

function toFhir(name: string, facts: FhirFacts): Interfaces["fhir"][number] {
  const { fhirVersion, software, guides, security } = facts;
  return {
    ...toDeclared(name, facts),
    fhirVersion,
    statement: facts.statement ?? null,
    address: facts.address ?? null,
    software: software
      ? {
          name: software.name ?? null,
          version: software.version ?? null,
          releaseDate: software.releaseDate ?? null,
        }
      : null,
    date: facts.date ?? null,
    formats: facts.formats,
    guides,
    security: { services: security.services, oauthHost: security.oauthHost ?? null },
    interactions: facts.interactions,
    operations: facts.operations,
    resources: facts.resources,
  };
}

function toSmart(name: string, facts: SmartFacts): Interfaces["smart"][number] {
  return {
    ...toDeclared(name, facts),
    oauthHost: facts.oauthHost ?? null,
    capabilities: facts.capabilities,
    grantTypes: facts.grantTypes,
    clientAuthentication: facts.clientAuthentication,
    pkceMethods: facts.pkceMethods,
    scopes: facts.scopes ?? null,
    hasRegistration: facts.hasRegistration,
    hasIntrospection: facts.hasIntrospection,
    hasBrandBundle: facts.hasBrandBundle,
  };
}

function toOpenApi(name: string, facts: OpenApiFacts): Interfaces["openapi"][number] {
  return {
    ...toDeclared(name, facts),
    format: facts.format,
    title: facts.title ?? null,
    version: facts.version ?? null,
    hosts: facts.hosts,
    paths: facts.paths,
    operations: Object.entries(facts.operations).map(([method, count]) => ({ method, count })),
    securitySchemes: facts.securitySchemes,
    tags: facts.tags,
    deprecated: facts.deprecated,
  };
}
