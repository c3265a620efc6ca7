/** Promise: every file that the site carries for hosts, by its path below the site's folder. */
import { printApache } from "./apache.ts";
import { printCaddy } from "./caddy.ts";
import { headerTable } from "./header-table.ts";
import { hostFileNames } from "./host-file-names.ts";
import { printHeadersFile, printRedirectsFile } from "./netlify.ts";
import { printNginxMaps, printNginxServer } from "./nginx.ts";
import type { Redirect } from "./redirect-table.ts";
import { printVercelConfig } from "./vercel.ts";

/** `policy` is the content security policy of the site, `ledger` its former addresses. */
export function buildHostFiles(policy: string, ledger: readonly Redirect[]): ReadonlyMap<string, string> {
  const table = headerTable(policy);
  return new Map([
    [hostFileNames.headers, printHeadersFile(table)],
    [hostFileNames.redirects, printRedirectsFile(ledger)],
    [hostFileNames.vercel, printVercelConfig(table, ledger)],
    [hostFileNames.apache, printApache(table, ledger)],
    [hostFileNames.nginxMaps, printNginxMaps(table, ledger)],
    [hostFileNames.nginxServer, printNginxServer(table)],
    [hostFileNames.caddy, printCaddy(table, ledger)],
    [hostFileNames.noJekyll, ""],
  ]);
}
