/** A news item's front matter, hand-written or imported, becomes one thin typed entry. */
import { z } from "zod";
import { cleanUrl } from "../lib/clean-url.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { isPartialDate } from "../lib/partial-date.ts";
import { dropCutWord, squeeze } from "../lib/text.ts";
import { dateBasisKeys } from "../vocab/basis.ts";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { aliasPath, day, line, listOf, markdown, partialDate, slug, topicName, webUrl } from "./fields.ts";

const link = z
  .union(
    [
      webUrl,
      z.looseObject({
        href: webUrl.describe("Address of the source"),
        original: z.string().optional().describe("Imported: address as it was pasted. Stays in the file, not used"),
        brand: z.string().optional().describe("Imported: host of the source. Stays in the file, not used"),
      }),
    ],
    "must be a web address, or the imported object with 'href'",
  )
  .describe("Address of the original article. Trackers are removed when it is read");

/** Compared with names of topics, whose letters are composed too. */
const composed = z.string().normalize("NFC");

const MESSAGE_OF_OFFERING = "must be the slug of an offering, or the imported object with 'label' and 'permalink'";

const relatedOffering = z.union(
  [
    slug,
    z.looseObject({
      label: line.describe("Name of the offering when it was exported"),
      permalink: z
        .string()
        .regex(/^\/offering\/[^/]+\/?$/, "must be /offering/<slug>")
        .describe("Path of the offering; its slug is what counts"),
      categories: z.array(composed).optional().describe("Topics of the offering when it was exported"),
      offeringId: z.number().int().optional().describe("Number of the offering in the exporting system"),
    }),
  ],
  MESSAGE_OF_OFFERING,
);

/** How an export writes an unknown value: an object that is empty once its blank fields are gone. */
const nothing = z.strictObject({}).transform(() => undefined);

const organization = z.union(
  [
    line,
    z.looseObject({
      label: line.describe("Name of the organization when it was exported"),
      permalink: z
        .string()
        .regex(/^\/(?:institution|organization)\/[^/]+\/?$/, "must be /institution/<slug> or /organization/<slug>")
        .describe("Path of the organization; its slug is what counts"),
    }),
    nothing,
  ],
  "must be the name or slug of an organization, or the imported object with 'label' and 'permalink'",
);

const via = z.union(
  [
    line,
    z.strictObject({
      name: line.optional().describe("Who it was"),
      link: webUrl.optional().describe("Where"),
    }),
  ],
  "must be a name, a web address, or both as 'name' and 'link'",
);

const pixels = z.number().int("must be a whole number").positive("must be a number above 0");

const image = z.union(
  [
    line,
    z.looseObject({
      href: line.describe("File below public/images/; the folder may stand before it"),
      alt: z.string().optional().describe("What the image shows"),
      size: z.tuple([pixels, pixels]).optional().describe("Width and height in pixels"),
    }),
  ],
  "must be a file name, or the imported object with 'href'",
);

const fileBelow = (folder: string) =>
  z.union(
    [line, z.looseObject({ href: line.describe(`File below ${folder}; the folder may stand before it`) }), nothing],
    "must be a file name, or the imported object with 'href'",
  );

/** Metadata that the source's page carried: any key may be in it, and none is ever published. */
const sourceMeta = z.record(z.string(), z.unknown());

const imported = (what: string) => z.unknown().optional().describe(`Imported: ${what}. Stays in the file, not used`);

/** The front matter as it stands in files; the source of the editor help and of the field tables in the docs. */
export const NewsFields = z.object({
  title: line.describe("Headline, as the source has it"),
  date: day.describe("Day of the curation, YYYY-MM-DD"),
  link,
  categories: listOf(topicName, 1).describe("Topics, by full name: `<Authority>: <Label>`; at least one"),
  slug: slug.optional().describe("URL segment. Without it the file name counts; it never changes"),
  summary: line
    .optional()
    .describe("What the source says, in the editor's own words; one to three sentences of plain text"),
  insights: markdown.optional().describe("The editor's own commentary, Markdown; shown apart from the excerpt"),
  published: z
    .union([partialDate, z.literal("unknown")], "must be a date (2024, 2024-05 or 2024-05-17) or 'unknown'")
    .optional()
    .describe(
      "The source's own publication date at the precision known, or `unknown`. Without it: the source's metadata, else `date`",
    ),
  publishedBasis: z.enum(dateBasisKeys).optional().describe("How the publication date is known"),
  titleBasis: z.enum(["page", "url"]).optional().describe("`url` when the headline was rebuilt from the address"),
  publisher: slug
    .optional()
    .describe("Organization that published it, by slug. Without it: the organization that owns the link's host"),
  author: listOf(line).optional().describe("Authors of the source, by name"),
  offering: z
    .union([...relatedOffering.options, nothing], MESSAGE_OF_OFFERING)
    .optional()
    .describe("The one offering that the story is about, by slug. It need not stand among `relatedOfferings` as well"),
  relatedOfferings: z.array(relatedOffering).optional().describe("Offerings that the story names, by slug"),
  institution: organization.optional().describe("Organization that the story concerns, by name or slug"),
  via: via.optional().describe("Who pointed to the source: a name, a web address, or both as `name` and `link`"),
  viaLink: webUrl
    .optional()
    .describe("Where they did, when `via` is a name alone. Trackers are removed when it is read"),
  sameStoryAs: listOf(slug)
    .optional()
    .describe(
      "Stories on the same event, by slug. One side is enough; the one that is named leads. Lists show the event once",
    ),
  notSameAs: listOf(slug)
    .optional()
    .describe("Stories that are on another event however alike they are, by slug. One side is enough"),
  description: z
    .string()
    .optional()
    .describe("Teaser. An imported one may be cut in mid-word; it is shown cut at a word"),
  featuredImage: image.optional().describe("Image of the story, a file below public/images/"),
  featuredPdf: fileBelow("public/documents/")
    .optional()
    .describe("Document that belongs to the story, a PDF below public/documents/; its size is read from the file"),
  favIconImage: fileBelow("public/images/")
    .optional()
    .describe("Icon of the source, a square file below public/images/; shown small before the name of its host"),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "must be a language tag such as en, fr or pt-BR")
    .optional()
    .describe(
      "Language of the headline and the excerpt, BCP 47; English when absent. It decides the direction of what has words of two scripts",
    ),
  note: line
    .optional()
    .describe("What a reader should know about this record, for example that the source is a repost"),
  aliases: listOf(aliasPath).optional().describe("Former paths; each redirects here"),
  draft: z.boolean("must be true or false").optional().describe("True keeps the item off the site"),
  insights_description: markdown.optional().describe("Imported form of `insights`"),
  insights_name: line.optional().describe("Imported: who wrote the insights"),
  lastMod: z
    .string()
    .refine((value) => dayOf(value) !== undefined, "does not begin with a day that exists")
    .optional()
    .describe("Imported: when the work package was last changed, ISO 8601"),
  id: z
    .number()
    .int()
    .optional()
    .describe("Imported: number of the work package; the same number is always the same file"),
  mdName: z.string().optional().describe("Imported: file name in the export. Stays in the file, not used"),
  href: z.string().optional().describe("Imported copy of the link"),
  original: z.string().optional().describe("Imported copy of the link"),
  categorySlug: listOf(composed).optional().describe("Imported, derived from `categories`: the names in lower case"),
  categoryUrl: listOf(composed).optional().describe("Imported, derived from `categories`: `topic/<slug>`"),
  categoryLabel: listOf(composed).optional().describe("Imported, derived from `categories`: the labels"),
  htmlMetaData: sourceMeta
    .optional()
    .describe("Imported metadata of the source's page; read for the time of its publication, never published"),
  openGraphMetaData: sourceMeta
    .optional()
    .describe("Imported metadata of the source's page. Stays in the file, not used"),
  twitterMetaData: sourceMeta
    .optional()
    .describe("Imported metadata of the source's page. Stays in the file, not used"),
  openProjectCustomFields: z
    .looseObject({
      cleanUrl: z.string().optional().describe("Copy of the link"),
      sourceUrl: z.string().optional().describe("Copy of the link"),
      medigyTopics: z.array(composed).optional().describe("Copy of `categories`"),
    })
    .optional()
    .describe("Imported custom fields of the work package"),
  archetype: imported("template of the exporting site"),
  basePath: imported("path of the section"),
  breadcrumbLinks: imported("breadcrumbs, computed here"),
  breadcrumbs: imported("breadcrumbs, computed here"),
  contentCategories: imported("section of the exporting site"),
  layOut: imported("layout of the exporting site"),
  identifier: imported("section of the exporting site"),
  mastHead: imported("heading of the exporting site"),
  openProjectWorkPackageType: imported("type of the work package"),
  searchCategory: imported("search section of the exporting site"),
  source: imported("name of the export"),
  status: line
    .optional()
    .describe(
      "Imported: status of the work package, in the words of its system. It is about the work of editors and not about the story, so it is never published: `check` warns of one that keeps a published story back, `npm run report` lists what is not closed",
    ),
  sub: imported("layout of the exporting site"),
  tags: imported("tags of the exporting site"),
});

export const NewsSchema = NewsFields.transform(toNews);

/** A news item after normalisation: what lists need, without the body. */
export type News = z.output<typeof NewsSchema>;

/** The exporting system cut descriptions at this length, in mid-word. */
const EXPORTED_DESCRIPTION_LENGTH = 200;

function toNews(raw: z.output<typeof NewsFields>, context: z.RefinementCtx) {
  const insights = raw.insights ?? raw.insights_description;
  const published = raw.published ?? dayOf(raw.htmlMetaData?.["articlepublished_time"]);
  return {
    title: raw.title,
    date: raw.date,
    url: cleanUrl(typeof raw.link === "string" ? raw.link : raw.link.href, getVocabulary().trackingParameters),
    categories: raw.categories,
    slug: raw.slug,
    summary: raw.summary,
    insights,
    insightsBy: insights === undefined ? undefined : raw.insights_name,
    published: published ?? raw.date,
    publishedBasis: raw.publishedBasis ?? (published === undefined ? ("curation" as const) : undefined),
    titleBasis: raw.titleBasis,
    publisher: raw.publisher,
    authors: raw.author ?? [],
    offering: raw.offering === undefined ? undefined : toReference(raw.offering),
    relatedOfferings: (raw.relatedOfferings ?? []).map(toReference),
    institution: toInstitution(raw.institution),
    via: toVia(raw, context),
    sameStoryAs: raw.sameStoryAs ?? [],
    notSameAs: raw.notSameAs ?? [],
    description: wholeWords(raw.description),
    image: toImage(raw.featuredImage),
    document: raw.featuredPdf && pathBelow("documents", raw.featuredPdf),
    icon: raw.favIconImage && pathBelow("images", raw.favIconImage),
    status: raw.status,
    language: raw.language,
    note: raw.note,
    aliases: raw.aliases ?? [],
    draft: raw.draft ?? false,
    modified: dayOf(raw.lastMod),
    importId: raw.id,
    derived: {
      categorySlug: raw.categorySlug,
      categoryUrl: raw.categoryUrl,
      categoryLabel: raw.categoryLabel,
      topics: raw.openProjectCustomFields?.medigyTopics,
      href: raw.href,
      original: raw.original,
      cleanUrl: raw.openProjectCustomFields?.cleanUrl,
      sourceUrl: raw.openProjectCustomFields?.sourceUrl,
    },
  };
}

function toReference(value: z.output<typeof relatedOffering>) {
  if (typeof value === "string") return { slug: value, copy: undefined };
  const { label, permalink, categories, offeringId } = value;
  return { slug: permalink.split("/")[2] ?? "", copy: { label, categories, offeringId } };
}

/** Every offering that a story names, with its place in the file: first the one that it is about. */
export function offeringReferences({ offering, relatedOfferings }: Pick<News, "offering" | "relatedOfferings">) {
  const related = relatedOfferings.map((one, index) => ({ ...one, path: ["relatedOfferings", index] }));
  return offering ? [{ ...offering, path: ["offering"] }, ...related] : related;
}

/** By slug where an export tells it, else by name or slug, as an editor writes it. */
function toInstitution(value: z.output<typeof organization> | undefined) {
  if (value === undefined) return undefined;
  if (typeof value === "string") return { to: value, label: undefined };
  return { to: value.permalink.split("/")[2] ?? "", label: value.label };
}

/** An address alone is called by its host. */
function toVia({ via: given = {}, viaLink }: z.output<typeof NewsFields>, { addIssue }: z.RefinementCtx) {
  const { name, link: own } =
    typeof given !== "string"
      ? given
      : webUrl.safeParse(given).success
        ? { name: undefined, link: given }
        : { name: given, link: undefined };
  const [link, beside] = [own ?? viaLink, viaLink].map(
    (one) => one && cleanUrl(one, getVocabulary().trackingParameters),
  );
  if (beside !== undefined && beside !== link) {
    addIssue({ code: "custom", path: ["viaLink"], message: "must be the address in 'via'" });
  }
  if (link === undefined) return name === undefined ? undefined : { name, link };
  return { name: name ?? readableHostOf(link), link };
}

function toImage(value: z.output<typeof image> | undefined) {
  if (value === undefined) return undefined;
  const { alt, size } = typeof value === "string" ? {} : value;
  return { file: pathBelow("images", value), alt, size };
}

/** Editors write the name of the file, its address, or its place in the repository. */
function pathBelow(folder: "documents" | "images", value: string | { readonly href: string }): string {
  const path = typeof value === "string" ? value : value.href;
  return path.replace(new RegExp(`^(?:/|/?public/)${folder}/`), "");
}

function wholeWords(description: string | undefined): string | undefined {
  if (description === undefined) return undefined;
  return description.length === EXPORTED_DESCRIPTION_LENGTH ? dropCutWord(description) : squeeze(description);
}

/** The day of an ISO 8601 time; undefined when it is none. */
function dayOf(time: unknown): string | undefined {
  const date = typeof time === "string" ? time.slice(0, 10) : "";
  return date.length === 10 && isPartialDate(date) ? date : undefined;
}
