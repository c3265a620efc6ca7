/** Every file that the site carries for hosts, by its path below the site's folder. */
import { renderApache } from "./apache.ts";
import { renderCaddy } from "./caddy.ts";
import { headerTable } from "./header-table.ts";
import { hostFileNames } from "./host-file-names.ts";
import { renderHeadersFile, renderRedirectsFile } from "./netlify.ts";
import { renderNginxMaps, renderNginxServer } from "./nginx.ts";
import type { Redirect } from "./redirect-table.ts";
import { renderVercelConfig } from "./vercel.ts";

/** `policy` is the content security policy of the site, `redirects` its former addresses, `base` where it lies on its domain. */
export function buildHostFiles(
  policy: string,
  redirects: readonly Redirect[],
  base = "/",
): ReadonlyMap<string, string> {
  const table = headerTable(policy, base);
  return new Map([
    [hostFileNames.headers, renderHeadersFile(table)],
    [hostFileNames.redirects, renderRedirectsFile(redirects)],
    [hostFileNames.vercel, renderVercelConfig(table, redirects)],
    [hostFileNames.apache, renderApache(table, redirects)],
    [hostFileNames.nginxMaps, renderNginxMaps(table, redirects)],
    [hostFileNames.nginxServer, renderNginxServer(table)],
    [hostFileNames.caddy, renderCaddy(table, redirects)],
    [hostFileNames.noJekyll, ""],
  ]);
}
