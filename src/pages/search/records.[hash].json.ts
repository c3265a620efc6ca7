import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { buildSearchRecords, hashOf } from "../../outputs/search-records.ts";

export async function getStaticPaths() {
  const json = JSON.stringify(buildSearchRecords(await getCatalog()));
  return [{ params: { hash: hashOf(json) }, props: { json } }];
}

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { "Content-Type": "application/json; charset=utf-8" } });
