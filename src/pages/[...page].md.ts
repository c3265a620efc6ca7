import type { APIRoute } from "astro";
import { getCatalog, readBody } from "../catalog/get-catalog.ts";
import { buildTwin } from "../outputs/markdown/markdown-alternate.ts";
import { listPages, type SitePage } from "../views/all-pages.ts";
import { twinUrl } from "../views/urls.ts";
import { getData } from "./api/_data.ts";

export const isForPrograms = true;

export async function getStaticPaths() {
  return listPages(await getCatalog()).map((page) => ({
    params: { twin: twinUrl(page.path).replace(/^\/|\.md$/g, "") },
    props: { page },
  }));
}

export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) => {
  const twin = await buildTwin(await getCatalog(), page, {
    readBody,
    getData,
  });
  return new Response(twin, { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
};
