import type { APIRoute } from "astro";
import { getCatalog } from "../catalog/get-catalog.ts";
import { getConfig } from "../config/config.ts";
import { buildNewsSitemap } from "../outputs/sitemap/news-sitemap.ts";
import { buildSitemap } from "../outputs/sitemap/sitemap.ts";
import { newsSitemapUrl } from "../views/urls.ts";
import { getPages } from "./_paths.ts";

export async function getStaticPaths() {
  const files = new Map(buildSitemap(await getPages()));
  if (getConfig().hasNewsSitemap) files.set(newsSitemapUrl.slice(1), buildNewsSitemap(await getCatalog()));
  return [...files].map(([file, xml]) => ({ params: { sitemap: file.replace(/\.xml$/, "") }, props: { xml } }));
}

export const GET: APIRoute<{ xml: string }> = ({ props }) =>
  new Response(props.xml, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
