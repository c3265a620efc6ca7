import type { APIRoute } from "astro";
import type { SitePage } from "../outputs/page-type.ts";
import { markdownUrl } from "../views/urls.ts";
import { getPages } from "./_paths.ts";
import { StaticPath } from "./_static-path.ts";

export const machineReadable = true;

export async function getStaticPaths() {
  const toParam = (path: string) => decodeURIComponent(markdownUrl(path)).slice(1, -".md".length);
  return (await getPages()).map(
    (page) => new StaticPath({ page: toParam(page.path) }, { page }, (props) => props.page.findCacheKey()),
  );
}

export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) =>
  new Response(await page.getMarkdown(), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
