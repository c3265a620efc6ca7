/** What `curalog.config.yaml` may say. */
import { z } from "zod";

const text = z.string("must be text").trim().min(1);
const webAddress = z.url({ protocol: /^https?$/, error: "must be an http or https address" });

/** A tag of BCP 47 that browsers know, in the form that they write it in: `de`, `en-GB`. */
const languageTag = z
  .string("must be a language tag such as en or de-AT")
  .refine(isLanguageTag, "must be a language tag such as en or de-AT");

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
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
    .strictObject({ name: text, url: webAddress })
    .describe("Licence of the site's own words; excerpts belong to their publishers"),
});

export const SettingsSchema = z.strictObject({
  site: SiteSettings.describe("What the site says of itself"),
});

export type Settings = z.output<typeof SettingsSchema>;
