/** The facts of a SMART configuration, as servers publish it at `.well-known/smart-configuration`. */
import { z } from "zod";
import { byText } from "../../lib/order.ts";
import type { SmartFacts, Stated } from "../../schemas/interface-facts.ts";
import { type PublishList, publishAddress, publishHost, publishTexts } from "./publishable.ts";
import { boundedList, readShape } from "./read-shape.ts";

const texts = boundedList(z.string()).nullish();

const ConfigurationShape = z.object({
  token_endpoint: z.string(),
  authorization_endpoint: z.string().nullish(),
  registration_endpoint: z.string().nullish(),
  introspection_endpoint: z.string().nullish(),
  user_access_brand_bundle: z.string().nullish(),
  capabilities: texts,
  grant_types_supported: texts,
  token_endpoint_auth_methods_supported: texts,
  code_challenge_methods_supported: texts,
  scopes_supported: texts,
});

/** Throws a `DocumentError` that names the place. */
export function readSmart(document: unknown, publish: PublishList): Stated<SmartFacts> {
  const configuration = readShape(ConfigurationShape, document);
  const { authorization_endpoint, token_endpoint, scopes_supported } = configuration;
  return {
    kind: "smart",
    oauthHost: publishHost(token_endpoint) ?? publishHost(authorization_endpoint),
    capabilities: publish("capabilities", configuration.capabilities),
    grantTypes: publish("grantTypes", configuration.grant_types_supported),
    clientAuthentication: publish("clientAuthentication", configuration.token_endpoint_auth_methods_supported),
    pkceMethods: publish("pkceMethods", configuration.code_challenge_methods_supported),
    scopes: scopes_supported ? groupScopes(scopes_supported) : undefined,
    hasRegistration: publishAddress(configuration.registration_endpoint) !== undefined,
    hasIntrospection: publishAddress(configuration.introspection_endpoint) !== undefined,
    hasBrandBundle: publishAddress(configuration.user_access_brand_bundle) !== undefined,
  };
}

/** https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html */
const RESOURCE_SCOPE = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]{1,59})\.(?:(read|write|\*)|(c?r?u?d?s?))(?:\?.*)?$/;
const OTHER_SCOPE = /^(?:fhirUser|launch(?:\/[a-z-]+)?|offline_access|online_access|openid|profile)$/;

/** Hundreds of scopes in the few groups that tell what an app can ask for. */
export function groupScopes(scopes: readonly string[]): NonNullable<SmartFacts["scopes"]> {
  const found = scopes.flatMap((scope) => {
    const [, context, type = "", v1, v2 = ""] = RESOURCE_SCOPE.exec(scope) ?? [];
    if (context === undefined || (v1 === undefined && v2 === "")) return [];
    const isRead = v1 === undefined ? /[rs]/.test(v2) : v1 !== "write";
    const isWrite = v1 === undefined ? /[cud]/.test(v2) : v1 !== "read";
    return { context, type, syntax: v1 === undefined ? ("v2" as const) : ("v1" as const), isRead, isWrite };
  });
  const typesOf = (context: string) => {
    const own = found.filter((scope) => scope.context === context);
    const types = (some: typeof own) => [...new Set(some.map(({ type }) => type))].sort(byText);
    return { read: types(own.filter(({ isRead }) => isRead)), write: types(own.filter(({ isWrite }) => isWrite)) };
  };
  return {
    syntax: (["v1", "v2"] as const).filter((syntax) => found.some((scope) => scope.syntax === syntax)),
    patient: typesOf("patient"),
    user: typesOf("user"),
    system: typesOf("system"),
    other: publishTexts(scopes.filter((scope) => OTHER_SCOPE.test(scope))),
  };
}
