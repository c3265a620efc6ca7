/** The content type of every file that a build can write, by its path. */
import { addBase } from "../../lib/base-path.ts";
import { apiCatalogUrl, interfacesUrl, openSearchUrl, pagePatterns } from "../../views/urls.ts";
import { type FeedFormat, feedFormats } from "../../vocab/feed-format.ts";
import { isMatch } from "./path-pattern.ts";

export interface FileType {
  /** Patterns with one `*`. */
  readonly paths: readonly string[];
  readonly type: string;
  /** Hosts that know file endings, as Netlify and Cloudflare, send it without being told. */
  readonly isCommon: boolean;
}

const UTF8 = "; charset=utf-8";

/** Where feeds of a format lie. Named place by place: `feed.json` under the API is data of an entity called "feed". */
export function feedPatterns(format: FeedFormat): string[] {
  return pagePatterns.map((page) => `${page}${feedFormats[format].file}`);
}

/**
 * The first that fits counts. RFC 8259 gives JSON no charset: it is UTF-8 always.
 * RSS, Atom and OPML go as the XML that they are: of application/rss+xml and
 * application/atom+xml Chrome shows the source, whatever style sheet they name.
 * Pages name the exact type where they link to a feed, and readers of feeds look inside.
 */
export const fileTypes: readonly FileType[] = [
  { paths: feedPatterns("json"), type: feedFormats.json.type, isCommon: false },
  {
    paths: [apiCatalogUrl, interfacesUrl],
    type: 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    isCommon: false,
  },
  { paths: [openSearchUrl], type: `application/opensearchdescription+xml${UTF8}`, isCommon: false },
  ...ending("html", `text/html${UTF8}`),
  ...ending("css", `text/css${UTF8}`),
  ...ending("js", `text/javascript${UTF8}`),
  ...ending("json", "application/json"),
  ...ending("xml", `application/xml${UTF8}`),
  ...ending("svg", "image/svg+xml"),
  ...ending("png", "image/png"),
  ...ending("jpg", "image/jpeg"),
  ...ending("jpeg", "image/jpeg"),
  ...ending("gif", "image/gif"),
  ...ending("webp", "image/webp"),
  ...ending("avif", "image/avif"),
  ...ending("pdf", "application/pdf"),
  ...ending("ico", "image/x-icon"),
  ...ending("woff2", "font/woff2"),
  ...stated("txt", `text/plain${UTF8}`),
  ...stated("md", `text/markdown${UTF8}`),
  ...stated("csv", `text/csv${UTF8}`),
  ...stated("ndjson", "application/x-ndjson"),
  ...stated("jsonld", "application/ld+json"),
  ...stated("ttl", `text/turtle${UTF8}`),
  ...stated("opml", `application/xml${UTF8}`),
  ...stated("webmanifest", "application/manifest+json"),
];

/** The type of a file by its path from the root of the site; undefined for an ending that no host is told of. */
export function typeOfFile(path: string): string | undefined {
  return fileTypes.find(({ paths }) => paths.some((pattern) => isMatch(pattern, path)))?.type;
}

/** True for what gets smaller when it is compressed; pictures and fonts are compressed already. */
export function isText(type: string): boolean {
  return /^text\/|json|xml/.test(type);
}

/** Types that follow from the file ending, as in server configurations. */
export const typesByEnding: readonly { readonly ending: string; readonly type: string }[] = fileTypes.flatMap(
  ({ paths, type }) => paths.flatMap((path) => endingOf(path) ?? []).map((ending) => ({ ending, type })),
);
/** Types that depend on the path, which is one of the domain. */
export function typesByPath(base: string): FileType[] {
  return fileTypes
    .filter(({ paths }) => paths.every((path) => endingOf(path) === undefined))
    .map((type) => ({ ...type, paths: type.paths.map((path) => addBase(base, path)) }));
}

/** Types of text without their charset, which servers are told apart. */
export const textTypes: readonly string[] = [...new Set(fileTypes.map(({ type }) => bareType(type)).filter(isText))];

/** `text/html` of `text/html; charset=utf-8`. */
export function bareType(type: string): string {
  return type.replace(/;.*/, "");
}

/** The type for a server that is told the charset apart; any other parameter stays. */
export function withoutCharset(type: string): string {
  return type.replace(UTF8, "");
}

function endingOf(pattern: string): string | undefined {
  return /^\/\*\.(\w+)$/.exec(pattern)?.[1];
}

function ending(name: string, type: string): FileType[] {
  return [{ paths: [`/*.${name}`], type, isCommon: true }];
}

function stated(name: string, type: string): FileType[] {
  return [{ paths: [`/*.${name}`], type, isCommon: false }];
}
