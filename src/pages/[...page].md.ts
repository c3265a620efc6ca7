import type { APIRoute } from "astro";
import type { SitePage } from "../outputs/page-type.ts";
import { markdownUrl } from "../views/urls.ts";
import { getPages } from "./_paths.ts";
import { unlessPagesOnly } from "./_unless-pages-only.ts";

export const getStaticPaths = unlessPagesOnly(async () => {
  return (await getPages()).map((page) => ({
    params: { page: decodeURIComponent(markdownUrl(page.path)).slice(1, -".md".length) },
    props: { page },
    get cacheKey() {
      return page.findCacheKey();
    },
  }));
});

export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) =>
  new Response(await page.getMarkdown(), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
