import type { APIRoute } from "astro";
import { getCatalog, readBody } from "../catalog/get-catalog.ts";
import { buildMarkdownAlternate } from "../outputs/markdown/markdown-alternate.ts";
import { listPages, type SitePage } from "../views/all-pages.ts";
import { markdownUrl } from "../views/urls.ts";
import { getData } from "./api/_data.ts";

export const machineReadable = true;

export async function getStaticPaths() {
  return listPages(await getCatalog()).map((page) => ({
    params: { page: markdownUrl(page.path).replace(/^\/|\.md$/g, "") },
    props: { page },
  }));
}

export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) => {
  const alternate = await buildMarkdownAlternate(await getCatalog(), page, { readBody, getData });
  return new Response(alternate, { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
};
