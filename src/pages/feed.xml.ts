import type { APIRoute } from "astro";
import { getCatalog } from "../catalog/get-catalog.ts";
import { buildRss } from "../outputs/rss.ts";
import { site } from "../site.config.ts";
import { feedUrl, homeUrl } from "../views/urls.ts";

export const GET: APIRoute = async () => {
  const { news } = await getCatalog();
  const feed = buildRss({ title: site.name, description: site.description, page: homeUrl, path: feedUrl("rss"), news });
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
};
