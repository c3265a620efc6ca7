import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { buildOfferingRows } from "../../views/offering-rows.ts";

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(buildOfferingRows(await getCatalog())), {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
