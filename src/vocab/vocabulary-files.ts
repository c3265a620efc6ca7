/** What the files of `content/vocabulary/` may say: the closed lists that an editor extends, with what code must know of each term. */
import { z } from "zod";
import { deepFreeze } from "../lib/deep-freeze.ts";
import { escapeRegExp } from "../lib/escape-reg-exp.ts";
import { fold } from "../lib/fold.ts";
import { nearest } from "../lib/nearest.ts";
import { isSlug, slugify } from "../lib/slugify.ts";
import { authenticationKeys } from "./access.ts";
import type { Term } from "./vocab.ts";

/** The terms of a list by their keys, in display order. */
export type Terms<T extends Term = Term> = ReadonlyMap<string, T>;

const text = z.string("must be text").trim().min(1, "must not be empty");
const label = text.describe("Name that readers see");
const slug = text.optional().describe("Last part of its address, where it is not made from the key; it never changes");

/** A set of attributes, or the name alone. */
const named = <T extends z.ZodType>(attributes: T) =>
  z.union(
    [label.transform((name) => attributes.parse({ label: name })), attributes],
    "must be a name, or a set of attributes with a 'label'",
  );

export const KindsFile = z
  .record(
    z.string(),
    named(
      z.strictObject({
        label,
        slug,
        // Unlike `SoftwareApplication`, `WebAPI` asks for no price and no rating, which are not known here. Programs that
        // list no interface at all are no `WebAPI`.
        schemaType: z
          .enum(["WebAPI", "SoftwareApplication", "SoftwareSourceCode"])
          .default("WebAPI")
          .describe("Type of schema.org for what is of this kind; WebAPI where it is absent"),
      }),
    ),
  )
  .describe("What an offering can be")
  .transform((kinds, context) => toTerms(Object.entries(kinds), context));

/** What documents of an interface say that counts as a standard. `catalog/standards.ts` finds it. */
const declarations = [
  "fhir-r5",
  "fhir-r4b",
  "fhir-r4",
  "fhir-stu3",
  "fhir-dstu2",
  "us-core",
  "bulk-data",
  "smart",
  "openid-connect",
  "openapi-3.0",
] as const;
export type Declaration = (typeof declarations)[number];

export const StandardsFile = z
  .record(
    z.string(),
    z.strictObject({
      slug,
      about: text.describe("What it is, in one sentence"),
      home: z
        .url({ protocol: /^https?$/, error: "must be an http or https address" })
        .describe("Where its publisher describes it"),
      authentication: z
        .enum(authenticationKeys)
        .optional()
        .describe("What it is called as authentication, for a standard by which one signs in"),
      declaredAs: z
        .enum(declarations)
        .optional()
        .describe("What a document of an interface says that counts as this standard"),
    }),
  )
  .describe("Standards that an offering can state")
  .transform((standards, context) =>
    toTerms(
      Object.entries(standards).map(([key, value]) => [key, { ...value, label: key }]),
      context,
    ),
  );

const LicenceAttributes = z.strictObject({
  label: label.optional(),
  slug,
  family: text.describe("Its family, by key"),
});

export const LicencesFile = z
  .strictObject({
    families: z
      .record(
        z.string(),
        named(
          z.strictObject({
            label,
            slug,
            free: z
              .boolean("must be true or false")
              .default(false)
              .describe(
                "True where what is under such a licence costs nothing, unless an offering states something else",
              ),
          }),
        ),
      )
      .default({})
      .describe("Families of licences, which the catalog filters by"),
    licences: z
      .record(
        z.string(),
        z.union(
          [text.describe("Its family").transform((family) => LicenceAttributes.parse({ family })), LicenceAttributes],
          "must be the key of a family, or a set of attributes with a 'family'",
        ),
      )
      .default({})
      .describe("Licences, each with its family; an SPDX identifier is the key of a licence that has one"),
  })
  .transform((file, context) => {
    const licenceFamilies = toTerms(Object.entries(file.families), context, "families");
    const licences = toTerms(
      Object.entries(file.licences).map(([key, value]) => [key, { ...value, label: value.label ?? key }]),
      context,
      "licences",
    );
    const keys = [...licenceFamilies.keys()];
    for (const [key, { family }] of licences) {
      if (licenceFamilies.has(family)) continue;
      const near = nearest(family, keys);
      const message = `must be of one of the families: ${(near.length > 0 ? near : keys).join(", ")}`;
      context.addIssue({ code: "custom", path: ["licences", key], message });
    }
    return { licenceFamilies, licences };
  });

export const StatusesFile = z
  .record(
    z.string(),
    named(
      z
        .strictObject({
          label,
          slug,
          toCome: text
            .optional()
            .describe(
              "What it is called before its day. A status with it is a change: it has a badge, is told in lists of changes and in the digest, and may have a day and a successor",
            ),
          ends: z
            .boolean("must be true or false")
            .default(false)
            .describe("True where the offering is over with it, and no alternative to others"),
        })
        .refine(({ ends, toCome }) => !ends || toCome !== undefined, {
          path: ["ends"],
          message: "needs a 'toCome' beside it: a status that ends an offering is a change",
        }),
    ),
  )
  .describe("Where an offering can stand in its life")
  .transform((statuses, context) => toTerms(Object.entries(statuses), context));

/** `gov` is any host below it, `gov.*` any below that of a country. */
const hostEnding = text
  .regex(/^[a-z0-9-]+(?:\.(?:[a-z0-9-]+|\*))*$/, "must be the end of a host, such as gov, gov.* or europa.eu")
  .transform((ending) => new RegExp(`\\.${escapeRegExp(ending).replaceAll("\\*", "[a-z]{2}")}$`));

export const OrganizationTypesFile = z
  .record(
    z.string(),
    named(
      z.strictObject({
        label,
        slug,
        role: z
          .enum(["vendor", "publisher", "person"])
          .optional()
          .describe(
            "`vendor` and `publisher`: what a new one is taken for; the name of a vendor may stand for its offering. `person`: may be one person's, whose byline has its name",
          ),
        hosts: z
          .array(hostEnding)
          .default([])
          .describe("Ends of the hosts by which a new publisher is taken for one; `*` is any country"),
        schemaType: z
          .enum(["Organization", "GovernmentOrganization", "NewsMediaOrganization", "NGO", "ResearchOrganization"])
          .default("Organization")
          .describe("Type of schema.org; Organization where it is absent"),
      }),
    ),
  )
  .describe("What an organization can be")
  .transform((types, context) => toTerms(Object.entries(types), context));

/** A list of which code knows nothing but the names. */
const names = (about: string) =>
  z
    .record(z.string(), named(z.strictObject({ label, slug })))
    .describe(about)
    .transform((terms, context) => toTerms(Object.entries(terms), context));

export const DataKindsFile = names("Kinds of data that an offering can serve or work with");
export const ApiStylesFile = names("Styles that an interface can have");

/** The search reads at most this many words as one phrase. */
const MOST_WORDS = 6;

const phrase = z
  .string("must be text")
  .transform(fold)
  .pipe(
    z
      .string()
      .min(1, "has no letter and no digit")
      .refine((folded) => folded.split(" ").length <= MOST_WORDS, `must have ${MOST_WORDS} words at most`),
  );

export const SynonymsFile = z
  .strictObject({
    same: z
      .array(z.array(phrase).min(2))
      .default([])
      .describe("Groups of phrases that mean the same; no phrase stands in two"),
    looksFor: z
      .array(
        z.strictObject({
          typed: z.array(phrase).min(1).describe("What a reader types"),
          wanted: z.array(phrase).min(1).describe("What is looked for as well"),
        }),
      )
      .default([])
      .describe("Phrases for which others are looked for as well, but not the other way round"),
  })
  .superRefine(({ same, looksFor }, context) => {
    const once = (places: readonly (readonly [string, readonly (string | number)[]])[]) => {
      const seen = new Set<string>();
      for (const [one, path] of places) {
        if (seen.has(one)) context.addIssue({ code: "custom", path: [...path], message: "stands there twice" });
        seen.add(one);
      }
    };
    once(same.flatMap((group, at) => group.map((one, index) => [one, ["same", at, index]] as const)));
    once(
      looksFor.flatMap(({ typed }, at) => typed.map((one, index) => [one, ["looksFor", at, "typed", index]] as const)),
    );
    for (const [at, { typed, wanted }] of looksFor.entries()) {
      const own = new Set(typed.flatMap((one) => [one, ...(same.find((group) => group.includes(one)) ?? [])]));
      for (const [index, one] of wanted.entries()) {
        if (!own.has(one)) continue;
        const path = ["looksFor", at, "wanted", index];
        context.addIssue({ code: "custom", path, message: "means the same as what is typed" });
      }
    }
  });

export const TrackingParametersFile = z.strictObject({
  parameters: z
    .array(text.toLowerCase().regex(/^[^\s?&=#]+$/, "must be the name of a parameter, without signs of an address"))
    .default([])
    .describe("Names of query parameters that only track a visitor"),
});

export const EverydayWordsFile = z.strictObject({
  words: z
    .array(phrase.refine((folded) => !folded.includes(" "), "must be one word"))
    .default([])
    .describe("Words that many stories share which have nothing else in common"),
});

/** By the name of the file. */
export const vocabularyFiles = {
  kinds: KindsFile,
  standards: StandardsFile,
  licences: LicencesFile,
  statuses: StatusesFile,
  "organization-types": OrganizationTypesFile,
  "data-kinds": DataKindsFile,
  "api-styles": ApiStylesFile,
  synonyms: SynonymsFile,
  "tracking-parameters": TrackingParametersFile,
  "everyday-words": EverydayWordsFile,
} as const;

/** What filters call an offering of which nothing is stated. */
const TAKEN = "not-stated";

/** Each with its slug, which two terms never share. `within` is the field that the list is in. */
function toTerms<T extends { readonly label: string; readonly slug?: string | undefined }>(
  entries: readonly (readonly [key: string, term: T])[],
  { addIssue }: z.RefinementCtx,
  ...within: readonly string[]
): Terms<Omit<T, "slug"> & Term> {
  const owners = new Map<string, string>();
  const terms = entries.map(([key, term]) => {
    const own = term.slug ?? slugify(key);
    const owner = owners.get(own);
    owners.set(own, key);
    const message = !isSlug(own)
      ? `has the slug '${own}', which must be lower-case letters and digits joined by hyphens`
      : own === TAKEN
        ? `has the slug '${own}', which the filters of the site need`
        : owner === undefined
          ? undefined
          : `has the slug '${own}', as '${owner}' has`;
    if (message)
      addIssue({ code: "custom", path: [...within, key], message: `${message}: state another as its 'slug'` });
    return [key, deepFreeze({ ...term, slug: own })] as const;
  });
  return new Map(terms);
}
