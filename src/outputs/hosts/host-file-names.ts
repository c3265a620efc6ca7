/** The names of the files that lie in the site for hosts alone. */

/** Folder of the files that operators include. */
const HOSTING = "hosting";

/** By what they are for: paths below the site's folder. */
export const hostFileNames = {
  headers: "_headers",
  redirects: "_redirects",
  vercel: "vercel.json",
  apache: ".htaccess",
  nginxMaps: `${HOSTING}/nginx-maps.conf`,
  nginxServer: `${HOSTING}/nginx-server.conf`,
  caddy: `${HOSTING}/site.caddy`,
  /** Empty; without it GitHub Pages leaves out files whose names begin with an underscore. */
  noJekyll: ".nojekyll",
} as const;

/** Their paths on the domain, where servers answer 404 if they can. */
export function hiddenPaths(base = "/"): string[] {
  return [...new Set(Object.values(hostFileNames).map((file) => base + file.replace(/\/.*/, "/")))];
}
