import type { APIRoute } from "astro";
import { getCatalog, getDigests, readBody } from "../catalog/get-catalog.ts";
import { getConfig } from "../config/config.ts";
import { buildLlms } from "../outputs/markdown/llms.ts";
import { buildLlmsFull } from "../outputs/markdown/llms-full.ts";
import { buildRobots } from "../outputs/sitemap/robots.ts";
import { llmsFullUrl, llmsUrl, robotsUrl } from "../views/urls.ts";
import { unlessPagesOnly } from "./_static-path.ts";

export const getStaticPaths = unlessPagesOnly(async () => {
  const catalog = await getCatalog();
  const digests = await getDigests();
  const { indexNowKey } = getConfig();
  const full = await buildLlmsFull(catalog, { readBody, fileDigest: (file) => digests.get(file) });
  const files = [
    [robotsUrl, buildRobots(getConfig())],
    [llmsUrl, buildLlms(catalog, Buffer.byteLength(full))],
    [llmsFullUrl, full],
    // Whoever knows the key can announce changes, if this file has it too.
    ...(indexNowKey === undefined ? [] : [[`/${indexNowKey}.txt`, indexNowKey] as const]),
  ] as const;
  return files.map(([path, text]) => ({ params: { file: path.slice(1, -".txt".length) }, props: { text } }));
});

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
