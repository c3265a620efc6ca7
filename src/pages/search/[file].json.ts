import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { buildSearchRecords } from "../../search/index/search-records.ts";
import { writeIndex } from "../../search/index/write-index.ts";
import { unlessPagesOnly } from "../_static-path.ts";

export const getStaticPaths = unlessPagesOnly(async () => {
  const { files } = writeIndex(buildSearchRecords(await getCatalog()));
  return [...files].map(([file, json]) => ({ params: { file: file.replace(/\.json$/, "") }, props: { json } }));
});

export const GET: APIRoute<{ json: string }> = ({ props }) =>
  new Response(props.json, { headers: { "Content-Type": "application/json; charset=utf-8" } });
