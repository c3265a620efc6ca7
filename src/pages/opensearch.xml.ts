import type { APIRoute } from "astro";
import { buildOpenSearch } from "../outputs/open-search.ts";

export const GET: APIRoute = () =>
  new Response(buildOpenSearch(), {
    headers: { "Content-Type": "application/opensearchdescription+xml; charset=utf-8" },
  });
