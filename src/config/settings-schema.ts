/** What `curalog.config.yaml` may say. */
import { z } from "zod";
import { indexingPolicies } from "./indexing.ts";
import { SearchEngineSettingsSchema } from "./search-engine.ts";
import { ThemeSettings } from "./theme-settings.ts";

const text = z
  .string("must be text")
  .trim()
  .min(1)
  .refine((value) => !/\p{Cc}/u.test(value), "must be one line, without control characters");
const webAddress = z.url({ protocol: /^https?$/, error: "must be an http or https address" });

const languageTag = z
  .string("must be a language tag such as en or de-AT")
  .refine(isLanguageTag, "must be a language tag such as en or de-AT");

/**
 * A language, with or without a script and a territory. BCP 47 also allows languages of up to eight letters, but none
 * is registered.
 */
function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag);
}

const siteAddress = webAddress.refine(
  isSiteAddress,
  "must be an address that ends in a slash, without a query: https://example.org/ or https://example.org/catalog/",
);

/** The path must read the same everywhere that it stands in: in links, patterns of hosts and expressions. */
export function isSiteAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null && url.href === url.origin + url.pathname && url.href === address && PLAIN_PATH.test(url.pathname)
  );
}

const PLAIN_PATH = /^\/(?:[\w~-][\w.~-]*\/)*$/;

const SiteSettings = z.strictObject({
  name: text.describe("Name of the site, in the header and in every title"),
  tagline: text.describe("A few words beside the name, where there is room"),
  description: text.describe("One sentence on what the site has, for search engines, feeds and programs"),
  address: siteAddress.describe(
    "Where the site is served from; with a path, such as `/catalog/`, all links begin with it",
  ),
  language: languageTag.describe("Language of the site's own words"),
  locale: languageTag.describe("The language with the territory whose spelling it follows"),
  licence: z
    .strictObject({ name: text.describe("Name of the licence"), url: webAddress.describe("Its text") })
    .describe("Licence of the site's own words; excerpts belong to their publishers"),
});

/**
 * Used in the header and the heads of lists only; sentences, and the headings of hits, keep the word of the language.
 */
function sectionLabel(section: string) {
  return text.optional().describe(`What the header and the heads of lists call ${section}`);
}

const WordSettings = z.strictObject({
  subject: text.describe(
    "What the site is about, as it stands behind “news on”; in German behind “zu”, in the dative: healthcare APIs",
  ),
  headline: text.describe("Heading of the home page"),
  sections: z
    .strictObject({
      news: sectionLabel("the section of stories"),
      topics: sectionLabel("the section of topics"),
      offerings: sectionLabel("the section of offerings"),
      organizations: sectionLabel("the section of organizations"),
    })
    .default({}),
  tags: z.array(text).default([]).describe("Words under which directories of APIs file the data of the site"),
  vocabularies: z
    .record(text, text)
    .default({})
    .describe("Short names of vocabularies, where the name before the colon of a topic is long"),
});

/** Parts of a site that can be left out, with what each is. */
const SECTIONS = {
  news: "Stories; without them the site is a catalog",
  offerings: "The catalog of offerings; without it the site is one of news",
  topics: "Pages of topics",
  organizations: "Pages of organizations, which offerings need",
  authors: "Pages of the authors of stories",
  digest: "The digest of each week, its feeds and mails",
  compare: "Offerings side by side",
  following: "The reader's own lists, kept on their device",
  data: "The data for programs, and the page about it",
} as const;

export type Section = keyof typeof SECTIONS;
export const sectionNames = Object.keys(SECTIONS) as Section[];

const onOrOff = z.enum(["on", "off"]);

const SectionSettings = z
  .strictObject(
    Object.fromEntries(
      Object.entries(SECTIONS).map(([name, about]) => [name, onOrOff.default("on").describe(about)]),
    ) as Record<Section, z.ZodDefault<typeof onOrOff>>,
  )
  .superRefine((sections, context) => {
    for (const [section, needed] of NEEDS) {
      if (sections[section] === "off" || sections[needed] === "on") continue;
      context.addIssue({ code: "custom", path: [section], message: `must be off where '${needed}' is` });
    }
    if (sections.news === "off" && sections.offerings === "off")
      context.addIssue({ code: "custom", path: ["news"], message: "must be on where 'offerings' is off" });
  });

/** A section whose pages are about the entries of another. */
const NEEDS: readonly (readonly [section: Section, needed: Section])[] = [
  ["offerings", "organizations"],
  ["compare", "offerings"],
  ["authors", "news"],
  ["digest", "news"],
];

/** Fields of a story that a site may require. */
export const requirableFields = ["summary", "insights", "author"] as const;
export type RequirableField = (typeof requirableFields)[number];

/** What programs find out about offerings, beside what editors write. */
const FactSettings = z.strictObject({
  onc: onOrOff
    .default("on")
    .describe("What the catalog knows of products from the ONC list of certified health IT, and what follows from it"),
  interfaces: onOrOff
    .default("on")
    .describe("What interfaces state of themselves: FHIR servers, SMART configurations, OpenAPI descriptions"),
});

export type Facts = keyof z.output<typeof FactSettings>;

/** Code of a site lies in this folder beside its settings, so that a build knows when it changes. */
export const CUSTOM_FOLDER = "custom";

const customFile = (ending: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${CUSTOM_FOLDER}/(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.${ending}$`),
      `must be a file of the folder ${CUSTOM_FOLDER}/ beside the settings that ends in .${ending}`,
    );

export const SettingsSchema = z.strictObject({
  site: SiteSettings.describe("What the site says of itself"),
  words: WordSettings.describe("What the site says of its field"),
  theme: ThemeSettings.prefault({}).describe("Colours, fonts and logo"),
  sections: SectionSettings.prefault({}).describe("Parts of the site, each on or off"),
  facts: FactSettings.prefault({}).describe("Facts on offerings from outside, each on or off"),
  customCss: customFile("css").optional().describe("Style sheet that comes after those of the site"),
  components: z
    .record(z.string().regex(/^[A-Z][A-Za-z]*$/, "must be the name of a component, as Footer"), customFile("astro"))
    .default({})
    .describe("Components of the site that are replaced by others, by name"),
  policies: z
    .strictObject({
      indexing: z
        .enum(indexingPolicies)
        .default("always")
        .describe("Which stories search engines may show: all, or those with enough words of the site's own"),
      required: z
        .array(z.enum(requirableFields))
        .default([])
        .describe("Fields that every story must have here, beside those that all stories need"),
      newsSitemap: z
        .boolean("must be true or false")
        .default(false)
        .describe("Whether the stories of the last two days have a sitemap of their own, for registered news sites"),
    })
    .prefault({})
    .describe("What is asked of stories, and of search engines"),
  search: SearchEngineSettingsSchema.default({ engine: "builtin" }).describe(
    "Which search engine answers; the built-in one serves catalogs below 100,000 records best",
  ),
  repository: webAddress.optional().describe("Where the content is edited; pages link there"),
  cms: z
    .strictObject({
      repository: z
        .string()
        .regex(/^[a-z\d-]+\/[\w.-]+$/i, "must be a repository on GitHub as owner/name")
        .describe("Repository on GitHub that the page at `/admin/` edits"),
      branch: text.optional().describe("Its branch, where it is not the default one"),
    })
    .optional()
    .describe("The editing page; absent, there is none"),
});

export type Settings = z.output<typeof SettingsSchema>;
