import type { APIRoute } from "astro";
import { type Icon, icons, renderIcon } from "../outputs/icons.ts";

export function getStaticPaths() {
  return Object.values(icons).map((icon: Icon) => ({
    params: { icon: icon.url.slice(1, -".png".length) },
    props: { icon },
    // Code alone decides it.
    cacheKey: icon.url,
  }));
}

export const GET: APIRoute<{ icon: Icon }> = async ({ props: { icon } }) =>
  new Response(new Uint8Array(await renderIcon(icon)), { headers: { "Content-Type": "image/png" } });
