/** What a developer decides by: how one gets in, what it costs, what limits it, what it serves. Each fact can say where it was seen. */
import { z } from "zod";
import {
  apiStyleKeys,
  authenticationKeys,
  dataKindKeys,
  pricingKeys,
  regionKeys,
  registrationKeys,
  sandboxKeys,
} from "../vocab/access.ts";
import { day, line, listOf, partialDate, webUrl } from "./fields.ts";

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
        .strictObject({ value, ...beside })
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
  authentication: fact(closedList(authenticationKeys)).describe("How requests prove who they come from").optional(),
  registration: fact(z.enum(registrationKeys))
    .describe("What stands between a developer and access to real data")
    .optional(),
  sandbox: fact(z.enum(sandboxKeys)).describe("Whether there is a place to try it with made-up data").optional(),
  pricing: fact(z.enum(pricingKeys)).describe("What its use costs").optional(),
  limits: fact(line).describe("Limits of requests, tokens and files, in a sentence").optional(),
  apiStyle: fact(closedList(apiStyleKeys)).describe("Styles of its interfaces").optional(),
  data: fact(closedList(dataKindKeys)).describe("Kinds of data that it serves or works with").optional(),
  regions: fact(closedList(regionKeys)).describe("Countries and regions that it is for, or is hosted in").optional(),
  openapi: fact(webUrl).describe("OpenAPI description, or the page that shows it").optional(),
  changelog: fact(webUrl).describe("What changed, release by release").optional(),
  statusPage: fact(webUrl).describe("Whether it is up").optional(),
  terms: fact(webUrl).describe("Terms of use").optional(),
  sdks: fact(listOf(sdk, 1)).describe("Libraries of the vendor for its interface").optional(),
  latestRelease: fact(release).describe("Newest release of open source that was seen").optional(),
};

const AccessFields = z.object(accessFields);

export type AccessFacts = z.output<typeof AccessFields>;
export type AccessField = keyof AccessFacts;

/** A fact with where it was seen; `source` is empty where nobody said. */
export interface Fact<T = unknown> {
  readonly value: T;
  readonly note?: string | undefined;
  readonly address?: string | undefined;
  readonly source: readonly string[];
  readonly seen?: string | undefined;
  readonly listedBy?: string | undefined;
}

export const accessFieldNames = Object.keys(accessFields) as readonly AccessField[];

/** The facts of an entry that are stated, apart from its other fields. */
export function toAccessFacts(data: AccessFacts): AccessFacts {
  return Object.fromEntries(accessFieldNames.flatMap((name) => (data[name] ? [[name, data[name]]] : [])));
}
