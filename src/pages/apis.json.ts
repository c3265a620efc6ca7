import type { APIRoute } from "astro";
import { getCatalog } from "../catalog/get-catalog.ts";
import { toJson } from "../outputs/api/api-files.ts";
import { buildApisJson } from "../outputs/apis-json.ts";

export const GET: APIRoute = async () =>
  new Response(toJson(buildApisJson(await getCatalog())), { headers: { "Content-Type": "application/json" } });
