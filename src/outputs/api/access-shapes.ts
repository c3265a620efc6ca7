/** The public shape of what a developer decides by: how one gets in, what it costs, what it serves. */
import { z } from "zod";
import { termOf } from "../../schemas/fields.ts";
import { authenticationKeys, pricingKeys, regionKeys, registrationKeys, sandboxKeys } from "../../vocab/access.ts";
import { address, day, OutboundLink, partialDate, text } from "./parts.ts";

/** What stands beside the value of every fact. */
const beside = {
  note: text.nullable().describe("What the value alone does not say, in our own words, plain text"),
  address: OutboundLink.nullable().describe("Page about it"),
  sources: z.array(address).describe("Where it was seen; empty where nobody noted it"),
  seen: partialDate.nullable().describe("When it was seen there; null where the copy that was read bears no day"),
  listedBy: text.nullable().describe("Who says so, where that is not the vendor, such as `API Evangelist`"),
};

/** For the page about the data, which has the fields of all facts once. */
export const Fact = z
  .object(beside)
  .meta({ id: "Fact", title: "Fact", description: "What is stated is its value; these fields stand beside it" });

/** The title is how the page about the data tells a fact from other objects. */
const fact = <T extends z.ZodType>(value: T, what: string) =>
  z
    .object({ value: value.describe("What is stated"), ...beside })
    .meta({ title: "Fact" })
    .nullable()
    .describe(what);

const words = <T extends readonly [string, ...string[]]>(keys: T) => z.array(z.enum(keys)).min(1);

export const Access = z
  .object({
    authentication: fact(words(authenticationKeys), "How requests prove who they come from"),
    registration: fact(z.enum(registrationKeys), "What stands between a developer and access to real data"),
    sandbox: fact(z.enum(sandboxKeys), "Whether there is a place to try it with made-up data"),
    pricing: fact(z.enum(pricingKeys), "What its use costs"),
    limits: fact(text, "Limits of requests, tokens and files, in our own words, plain text"),
    apiStyle: fact(z.array(termOf("apiStyles")).min(1), "Styles of its interfaces"),
    data: fact(z.array(termOf("dataKinds")).min(1), "Kinds of data that it serves or works with"),
    regions: fact(words(regionKeys), "Countries and regions that it is for, or is hosted in"),
    openapi: fact(OutboundLink, "OpenAPI description, or the page that shows it"),
    changelog: fact(OutboundLink, "What changed, release by release"),
    statusPage: fact(OutboundLink, "Whether it is up"),
    terms: fact(OutboundLink, "Terms of use"),
    sdks: fact(
      z
        .array(
          z.object({
            language: text.describe("Language, with the platform where that matters"),
            repository: OutboundLink.nullable().describe("Source code or package"),
          }),
        )
        .min(1),
      "Libraries of the vendor for its interface",
    ),
    latestRelease: fact(
      z.object({
        version: text.describe("Version, as it is tagged"),
        day: day.nullable().describe("Day of the release"),
      }),
      "Newest release of open source that was seen",
    ),
  })
  .meta({ id: "Access", title: "Access", description: "What a developer decides by; null where it is not stated" });

export const KnownAccess = z
  .object({
    authentication: z
      .array(z.enum(authenticationKeys))
      .describe("As stated, else that of its standards, whether stated, declared or implied; may be empty"),
    sandbox: z.enum(sandboxKeys).nullable().describe("`available` too where an interface on record is a sandbox"),
    pricing: z.enum(pricingKeys).nullable().describe("As stated, else `free` for open source"),
  })
  .meta({ id: "KnownAccess", title: "Known access", description: "What is stated, or follows from other facts" });

/** What programs filter by. */
export const AccessSummary = Access.pick({ registration: true, sandbox: true, pricing: true }).meta({
  id: "AccessSummary",
  title: "Access in a list",
  description: "What a list says of access; the record says the rest",
});

export type Access = z.output<typeof Access>;
