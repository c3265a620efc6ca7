/** A robots.txt that lets everyone read everything and names the sitemaps. */
import { absoluteUrl, newsSitemapUrl, sitemapUrl } from "../../views/urls.ts";

/** Nothing is disallowed: a page that must not be indexed says so itself, which only a crawler that may read it can see. */
export function buildRobots({ hasNewsSitemap }: { readonly hasNewsSitemap: boolean }): string {
  const sitemaps = hasNewsSitemap ? [sitemapUrl, newsSitemapUrl] : [sitemapUrl];
  return ["User-agent: *", "Disallow:", "", ...sitemaps.map((path) => `Sitemap: ${absoluteUrl(path)}`), ""].join("\n");
}
