/** Every header that a host sends with the site, in one table that each host's file is rendered from. */
import { addBase } from "../../lib/base-path.ts";
import { apiCatalogUrl, apisJsonUrl, apiUrl, mailUrl, serviceWorkerUrl } from "../../views/urls.ts";
import { feedFormatKeys } from "../../vocab/feed-format.ts";
import { MAIL_POLICY, PDF_POLICY } from "./content-policy.ts";
import { feedPatterns, fileTypes } from "./file-types.ts";

/** A name with its value. */
export type Header = readonly [name: string, value: string];

/** A header whose value depends on the path. */
export interface PathHeader {
  readonly name: string;
  /** The first that fits counts, and no path fits two: Netlify and Cloudflare would send both values. */
  readonly choices: readonly { readonly paths: readonly string[]; readonly value: string }[];
  /** For every other path. Static hosts send it by themselves; servers are told. */
  readonly otherwise: string | undefined;
}

export interface HeaderTable {
  /** What every path of the domain that the site has begins with: `/`, or `/catalog/`. */
  readonly base: string;
  /** The content security policy of what `byPath` gives no other. */
  readonly policy: string;
  /** Of every answer. */
  readonly everywhere: readonly Header[];
  readonly byPath: readonly PathHeader[];
}

/** Named by their content: what is once fetched is never asked for again. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** Cached, and revalidated each time; the answer is mostly 304. */
const REVALIDATED = "public, max-age=0, must-revalidate";

/** Feed readers and programs may be a quarter of an hour late, and have something to show while a host is slow. */
const SHORT = "public, max-age=900, stale-while-revalidate=86400";

/** A picture or a document is replaced under its name now and then. */
const A_DAY = "public, max-age=86400, stale-while-revalidate=604800";

/** Files of the search whose names carry a digest; `latest.json`, which names them, is revalidated like a page. */
const hashedSearchFiles = ["index.*", "facets.*", "records*", "words-*", "postings-*"].map(
  (name) => `/search/${name}.json`,
);

const feeds = [...feedFormatKeys.flatMap(feedPatterns), "/feeds/topics.opml"];
const data = [`${apiUrl}*`, apiCatalogUrl, apisJsonUrl];

/** Paths are those of the site; `base` is where it lies on its domain. */
const pathHeaders = (policy: string, base: string): readonly PathHeader[] => [
  {
    name: "Content-Security-Policy",
    choices: [
      { paths: [mailUrl("*", "html")], value: MAIL_POLICY },
      { paths: ["/documents/*.pdf"], value: PDF_POLICY },
    ],
    otherwise: policy,
  },
  {
    name: "Content-Type",
    choices: fileTypes.filter(({ isCommon }) => !isCommon).map(({ paths, type }) => ({ paths, value: type })),
    otherwise: undefined,
  },
  {
    name: "Cache-Control",
    choices: [
      { paths: ["/assets/*", ...hashedSearchFiles], value: FOR_EVER },
      { paths: [...feeds, ...data], value: SHORT },
      // Said in full, since caches between a host and its readers keep scripts for hours where they are told nothing.
      { paths: [serviceWorkerUrl], value: "no-cache" },
      { paths: ["/images/*", "/documents/*"], value: A_DAY },
    ],
    otherwise: REVALIDATED,
  },
  // Programs in other sites' pages may read what is made for programs, and nothing else.
  {
    name: "Access-Control-Allow-Origin",
    choices: [{ paths: [...feeds, ...data], value: "*" }],
    otherwise: undefined,
  },
  // RFC 9727 asks for it, so that a HEAD request tells what lies there.
  {
    name: "Link",
    choices: [{ paths: [apiCatalogUrl], value: `<${addBase(base, apiCatalogUrl)}>; rel="api-catalog"` }],
    otherwise: undefined,
  },
  // The Markdown of a page and the mails of a digest have its words, and the page is what a search engine should list.
  {
    name: "X-Robots-Tag",
    choices: [{ paths: ["/*.md", mailUrl("*", "html"), mailUrl("*", "txt")], value: "noindex" }],
    otherwise: undefined,
  },
];

/**
 * `policy` is the content security policy of the site. X-Frame-Options is left
 * out, since every browser that runs the site's scripts knows `frame-ancestors`,
 * and so is Cross-Origin-Resource-Policy, since feed readers show our images and
 * browsers allow that by default.
 */
export function headerTable(policy: string, base = "/"): HeaderTable {
  return {
    base,
    policy,
    everywhere: [
      // A year of https only, so that no first request can be read or changed on the way. It cannot be taken back
      // within the year: other names under the domain are left out of it, and so is the browsers' preload list.
      ["Strict-Transport-Security", "max-age=31536000"],
      ["X-Content-Type-Options", "nosniff"],
      // A source may see that the site sent a reader, not what the reader was reading.
      ["Referrer-Policy", "strict-origin-when-cross-origin"],
      // Only names that every browser knows: others are an error in its console.
      ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
      ["Cross-Origin-Opener-Policy", "same-origin"],
    ],
    byPath: pathHeaders(policy, base).map(({ choices, ...header }) => ({
      ...header,
      choices: choices.map(({ paths, value }) => ({ paths: paths.map((path) => addBase(base, path)), value })),
    })),
  };
}
