/** What a developer decides by, as the public record has it. */
import type { Catalog } from "../../catalog/graph.ts";
import { type AccessFacts, type Fact, listAccessFacts } from "../../schemas/access-facts.ts";
import type { Access } from "./access-shapes.ts";
import { toAddress, toOutboundLink } from "./to-parts.ts";

export function toAccess(facts: AccessFacts, catalog: Catalog): Access {
  const link = (url: string) => ({ url: toAddress(url), goneAsOf: catalog.deadLinks.get(url) ?? null });
  const toFact = <T, U>(fact: Fact<T> | undefined, toValue: (value: T) => U) =>
    fact === undefined
      ? null
      : {
          value: toValue(fact.value),
          note: fact.note ?? null,
          address: toOutboundLink(fact.address, catalog),
          sources: fact.source.map(toAddress),
          seen: fact.seen ?? null,
          listedBy: fact.listedBy ?? null,
        };
  const same = <T>(value: T) => value;
  const copy = <T>(values: readonly T[]) => [...values];
  return {
    authentication: toFact(facts.authentication, copy),
    registration: toFact(facts.registration, same),
    sandbox: toFact(facts.sandbox, same),
    pricing: toFact(facts.pricing, same),
    limits: toFact(facts.limits, same),
    apiStyle: toFact(facts.apiStyle, copy),
    data: toFact(facts.data, copy),
    regions: toFact(facts.regions, copy),
    openapi: toFact(facts.openapi, link),
    changelog: toFact(facts.changelog, link),
    statusPage: toFact(facts.statusPage, link),
    terms: toFact(facts.terms, link),
    sdks: toFact(facts.sdks, (sdks) =>
      sdks.map(({ language, repository }) => ({ language, repository: toOutboundLink(repository, catalog) })),
    ),
    latestRelease: toFact(facts.latestRelease, ({ version, day }) => ({ version, day: day ?? null })),
  };
}

/** Where our own words stand among the facts, as paths of the record. */
export function listOwnWords(facts: AccessFacts): string[] {
  return listAccessFacts(facts).flatMap(({ name, fact }) => [
    ...(name === "limits" ? [`access.${name}.value`] : []),
    ...(fact.note === undefined ? [] : [`access.${name}.note`]),
  ]);
}
