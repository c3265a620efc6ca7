/** Middleware of Astro, in development and in the build: a site below the root of its domain links to its own paths there. */
import { defineMiddleware } from "astro:middleware";
import { getConfig } from "./config/config.ts";
import { addBaseToLinks } from "./lib/base-links.ts";

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const base = getConfig().siteUrl.pathname;
  if (base === "/" || !response.headers.get("content-type")?.startsWith("text/html")) return response;
  const html = await response.text();
  // The bundler writes the base into the addresses of its files.
  const isComplete = (path: string) => path.startsWith(`${base}assets/`);
  return new Response(addBaseToLinks(html, base, isComplete), response);
});
