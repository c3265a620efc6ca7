/** `vercel.json` for a folder that is deployed to Vercel as it is. */
import type { HeaderTable } from "./header-table.ts";
import { type Redirect, toRequestPath } from "./redirect-table.ts";

export interface VercelConfig {
  readonly $schema: string;
  readonly trailingSlash: true;
  readonly headers: readonly {
    readonly source: string;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
  }[];
  readonly redirects: readonly { readonly source: string; readonly destination: string; readonly statusCode: 301 }[];
}

export function renderVercelConfig(
  { policy, everywhere, byPath }: HeaderTable,
  redirects: readonly Redirect[],
): string {
  const choices = byPath.flatMap(({ name, choices }) =>
    choices.flatMap(({ paths, value }) => paths.map((path) => ({ path, key: name, value }))),
  );
  const byPattern = Map.groupBy(choices, ({ path }) => path);
  const config: VercelConfig = {
    $schema: "https://openapi.vercel.sh/vercel.json",
    trailingSlash: true,
    headers: [
      {
        source: "/(.*)",
        headers: [["Content-Security-Policy", policy] as const, ...everywhere].map(([key, value]) => ({ key, value })),
      },
      ...[...byPattern].map(([path, found]) => ({
        source: toSource(path),
        headers: found.map(({ key, value }) => ({ key, value })),
      })),
    ],
    redirects: redirects.map(({ from, to }) => ({
      source: toSource(toRequestPath(from)).replace(/\/$/, "(/?)"),
      destination: escapeSource(to.replace(/\*$/, "")) + (to.endsWith("*") ? "$1" : ""),
      statusCode: 301,
    })),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The pattern in the words of path-to-regexp. */
function toSource(pattern: string): string {
  return pattern.split("*").map(escapeSource).join("(.*)");
}

/** Text that path-to-regexp takes literally; a full stop it escapes itself. */
function escapeSource(text: string): string {
  return text.replace(/[{}()*+?:\\]/g, "\\$&");
}
