/** What a developer decides by: how one gets in, what it costs, what limits it, what it serves. Each fact can say where it was seen. */
import { z } from "zod";
import { authenticationKeys, pricingKeys, regionKeys, registrationKeys, sandboxKeys } from "../vocab/access.ts";
import { day, line, listOf, partialDate, termOf, webUrl } from "./fields.ts";

/** What may stand beside the value of a fact. */
const beside = {
  note: line.optional().describe("One or two sentences of what the value alone does not say"),
  address: webUrl.optional().describe("Page about it"),
  source: listOf(webUrl).optional().describe("Where it was seen"),
  seen: partialDate.optional().describe("Day on which it was seen; left out where the copy that was read bears no day"),
  listedBy: line.optional().describe("Who says so, where that is not the vendor, such as `API Evangelist`"),
};

/** `value` alone, or with where and when it was seen. */
function fact<T extends z.ZodType>(value: T) {
  return z.union(
    [
      value.transform((alone) => ({ value: alone, source: [] as readonly string[] })),
      z
        .strictObject({ value: value.describe("What is stated"), ...beside })
        .transform(({ source = [], ...stated }) => ({ ...stated, source: source as readonly string[] })),
    ],
    "must be a value, or fields with 'value' and 'source'",
  );
}

const closedList = <T extends readonly [string, ...string[]]>(keys: T) => listOf(z.enum(keys), 1);

const sdk = z.strictObject({
  language: line.describe("Language, with the platform where that matters"),
  repository: webUrl.optional().describe("Source code or package"),
});

const release = z.strictObject({
  version: line.describe("Version, as it is tagged"),
  day: day.optional().describe("Day of the release"),
});

/** In the order in which pages show them. */
export const accessFields = {
  authentication: fact(closedList(authenticationKeys)).optional().describe("How requests prove who they come from"),
  registration: fact(z.enum(registrationKeys))
    .optional()
    .describe("What stands between a developer and access to real data"),
  sandbox: fact(z.enum(sandboxKeys)).optional().describe("Whether there is a place to try it with made-up data"),
  pricing: fact(z.enum(pricingKeys)).optional().describe("What its use costs"),
  limits: fact(line).optional().describe("Limits of requests, tokens and files, in a sentence"),
  apiStyle: fact(listOf(termOf("apiStyles"), 1))
    .optional()
    .describe("Styles of its interfaces"),
  data: fact(listOf(termOf("dataKinds"), 1))
    .optional()
    .describe("Kinds of data that it serves or works with"),
  regions: fact(closedList(regionKeys)).optional().describe("Countries and regions that it is for, or is hosted in"),
  openapi: fact(webUrl).optional().describe("OpenAPI description, or the page that shows it"),
  changelog: fact(webUrl).optional().describe("What changed, release by release"),
  statusPage: fact(webUrl).optional().describe("Whether it is up"),
  terms: fact(webUrl).optional().describe("Terms of use"),
  sdks: fact(listOf(sdk, 1)).optional().describe("Libraries of the vendor for its interface"),
  latestRelease: fact(release).optional().describe("Newest release of open source that was seen"),
};

const AccessFields = z.object(accessFields);

export type AccessFacts = z.output<typeof AccessFields>;
export type AccessField = keyof AccessFacts;

export type AccessValue = string | z.output<typeof sdk> | z.output<typeof release>;

/** A fact with where it was seen; `source` is empty where nobody said. */
export interface Fact<T = AccessValue | readonly AccessValue[]> {
  readonly value: T;
  readonly note?: string | undefined;
  readonly address?: string | undefined;
  readonly source: readonly string[];
  readonly seen?: string | undefined;
  readonly listedBy?: string | undefined;
}

const accessFieldNames = Object.keys(accessFields) as readonly AccessField[];

const ADDRESSES: readonly AccessField[] = ["openapi", "changelog", "statusPage", "terms"];

/** True for a fact whose value is an address. */
export function isAddress(name: AccessField): boolean {
  return ADDRESSES.includes(name);
}

/** The facts that are stated, in the order of pages. */
export function listAccessFacts(data: AccessFacts): { readonly name: AccessField; readonly fact: Fact }[] {
  return accessFieldNames.flatMap((name) => {
    const fact = data[name];
    return fact ? [{ name, fact }] : [];
  });
}

/** The facts of an entry that are stated, apart from its other fields. */
export function toAccessFacts(data: AccessFacts): AccessFacts {
  return Object.fromEntries(listAccessFacts(data).map(({ name, fact }) => [name, fact]));
}
