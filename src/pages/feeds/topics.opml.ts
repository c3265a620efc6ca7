import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { renderOpml } from "../../outputs/feeds/opml.ts";
import style from "../../styles/feed.css?url";
import { buildTopicsOutline } from "../../views/feeds-page.ts";

// No type is registered for OPML; with this one a browser shows it as styled XML.
export const GET: APIRoute = async () =>
  new Response(renderOpml(buildTopicsOutline(await getCatalog()), style), {
    headers: { "Content-Type": "application/xml; charset=utf-8" },
  });
