/** A sitemap of all indexed pages after sitemaps.org: an index, and files by kind of page within the limits of the format. */
import { chunksOf } from "../../lib/chunks-of.ts";
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { newest } from "../../views/page-days.ts";
import { absoluteUrl, sitemapUrl } from "../../views/urls.ts";
import type { SitePage } from "../page-type.ts";

/** Of the format, for one file, uncompressed. */
const MAX_URLS = 50_000;
const MAX_BYTES = 50 * 1024 * 1024;
/** For what stands around the entries. */
const FRAME_BYTES = 1024;

interface Limits {
  readonly maxItems: number;
  readonly maxSize: number;
}

const LIMITS: Limits = { maxItems: MAX_URLS, maxSize: MAX_BYTES - FRAME_BYTES };

/** Files of the sitemap by name, the index among them. `limits` are for tests. */
export function buildSitemap(pages: readonly SitePage[], limits: Limits = LIMITS): ReadonlyMap<string, string> {
  const indexed = pages.filter(({ isIndexed }) => isIndexed);
  const files = [...Map.groupBy(indexed, ({ section }) => section)].flatMap(([section, ofSection]) => {
    const entries = ofSection.map(({ path, modified }) => ({ xml: toEntry("url", path, modified), modified }));
    const chunks = [...chunksOf(entries, ({ xml }) => Buffer.byteLength(xml) + 1, limits)];
    return chunks.map((chunk, index) => ({
      name: `sitemap-${section}-${index + 1}.xml`,
      xml: toDocument("urlset", chunk),
      modified: newest(chunk.map(({ modified }) => modified)),
    }));
  });
  const entries = files.map(({ name, modified }) => ({ xml: toEntry("sitemap", `/${name}`, modified) }));
  return new Map([
    [sitemapUrl.slice(1), toDocument("sitemapindex", entries)],
    ...files.map(({ name, xml }) => [name, xml] as const),
  ]);
}

/** `priority` and `changefreq` are left out: search engines ignore them, and nobody here could state them truly. */
function toEntry(name: "url" | "sitemap", path: string, modified: string | undefined): string {
  const lastmod = modified === undefined ? "" : `<lastmod>${modified}</lastmod>`;
  return `<${name}><loc>${escapeMarkup(absoluteUrl(path))}</loc>${lastmod}</${name}>`;
}

function toDocument(name: "urlset" | "sitemapindex", entries: readonly { readonly xml: string }[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries.map(({ xml }) => xml),
    `</${name}>`,
    "",
  ].join("\n");
}
