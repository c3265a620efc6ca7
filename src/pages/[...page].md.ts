import type { APIRoute } from "astro";
import type { SitePage } from "../outputs/page-type.ts";
import { markdownUrl } from "../views/urls.ts";
import { getPages } from "./_paths.ts";
import { StaticPath, toParam, unlessPagesOnly } from "./_static-path.ts";

export const getStaticPaths = unlessPagesOnly(async () =>
  (await getPages()).map(
    (page) =>
      new StaticPath({ page: toParam(markdownUrl(page.path), ".md") }, { page }, (props) => props.page.findCacheKey()),
  ),
);

export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) =>
  new Response(await page.getMarkdown(), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
