import { authentications, pricings, regions, registrations, sandboxes } from "../../vocab/access.ts";
import { labelsOf } from "../../vocab/vocab.ts";

/** How a developer gets to an offering: the facts, their values, and what is said of them. */
export const access = {
  heading: "Access",
  labels: {
    registration: "Registration",
    sandbox: "Sandbox",
    pricing: "Price",
    authentication: "Authentication",
    limits: "Limits",
    apiStyle: "Style",
    data: "Data",
    regions: "Regions",
    openapi: "OpenAPI",
    changelog: "Changelog",
    statusPage: "Status page",
    terms: "Terms",
    sdks: "Libraries",
    latestRelease: "Latest release",
  },
  documentation: "Documentation",
  notStated: "Not stated",
  /** Those that nobody states, in a row. */
  unknown: {
    documentation: "documentation",
    registration: "registration",
    sandbox: "sandbox",
    pricing: "price",
    authentication: "authentication",
    limits: "limits",
  },
  /** The words of the closed lists that code knows. */
  terms: {
    authentication: labelsOf(authentications),
    registration: labelsOf(registrations),
    sandbox: labelsOf(sandboxes),
    pricing: labelsOf(pricings),
    regions: labelsOf(regions),
  },
  /** The last of several ways to authenticate, where some requests need none. */
  orNone: "or none",
  /** Before the page about a fact: a sandbox itself, behind a sentence, or behind a few words. */
  pageAt: " at ",
  pageBehindSentence: " See ",
  page: ", see ",
  listedOnOnc: "Named on the ONC list of certified products.",
  sandboxOfInterface: "What its interface declares is described below.",
  byStandards: "Follows from its standards.",
  listedBy: (list: string) => `Listed by ${list}.`,
  seen: "Where this was seen",
};
