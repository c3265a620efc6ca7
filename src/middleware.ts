/**
 * Middleware of Astro, in development and in the build: links of a page to its own site begin with the base of the site,
 * and lead to no section that it leaves out: the name of an author is then text.
 */
import { defineMiddleware } from "astro:middleware";
import { getConfig } from "./config/config.ts";
import { getSettings } from "./config/settings.ts";
import { removeBase } from "./lib/base-path.ts";
import { toSiteLinks } from "./lib/site-links.ts";
import { isPublished } from "./vocab/published-paths.ts";

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const base = getConfig().siteUrl.pathname;
  // A build has left them out; in development they would answer.
  if (!isPublished(removeBase(base, url.pathname) ?? url.pathname)) return new Response(null, { status: 404 });
  const response = await next();
  const isWhole = base === "/" && Object.values(getSettings().sections).every((state) => state === "on");
  if (isWhole || !response.headers.get("content-type")?.startsWith("text/html")) return response;
  // The bundler writes the base into the addresses of its files.
  const isComplete = (path: string) => path.startsWith(`${base}assets/`);
  return new Response(toSiteLinks(await response.text(), { base, isComplete, isPublished }), response);
});
