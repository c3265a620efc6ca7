import type { APIRoute } from "astro";
import { buildRobots } from "../outputs/sitemap/robots.ts";
import { indexNowKey, site } from "../site.config.ts";

export function getStaticPaths() {
  const files = new Map([["robots", buildRobots(site)]]);
  // Whoever knows the key can announce changes, if this file has it too.
  if (indexNowKey !== undefined) files.set(indexNowKey, indexNowKey);
  return [...files].map(([file, text]) => ({ params: { file }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
