/** `.htaccess` for Apache 2.4 with mod_headers, mod_rewrite, mod_mime and mod_dir. */
import { escapeRegExp } from "../../lib/escape-reg-exp.ts";
import { textTypes, typesByEnding, typesByPath } from "./file-types.ts";
import type { HeaderTable } from "./header-table.ts";
import { hiddenPaths } from "./host-file-names.ts";
import { toAnyRegExp } from "./path-pattern.ts";
import { BELOW, type Redirect } from "./redirect-table.ts";

export function renderApache({ base, everywhere, byPath }: HeaderTable, redirects: readonly Redirect[]): string {
  const values = byPath.filter(({ name }) => name !== "Content-Type");
  return [
    "# For a folder with 'AllowOverride FileInfo Indexes Options'.",
    "Options -Indexes",
    "DirectoryIndex index.html",
    `ErrorDocument 404 ${base}404.html`,
    "AddDefaultCharset Off",
    ...typesByEnding.map(({ ending, type }) => `AddType ${quote(type)} .${ending}`),
    ...typesByPath(base).flatMap(({ paths, type }) => [
      `<If ${condition(paths)}>`,
      `  ForceType ${quote(type)}`,
      "</If>",
    ]),
    "",
    ...everywhere.map(([name, value]) => `Header always set ${name} ${quote(value)}`),
    // The last that fits counts here.
    ...values.flatMap(({ name, choices, otherwise }) => [
      ...(otherwise === undefined ? [] : [`Header always set ${name} ${quote(otherwise)}`]),
      ...choices.map(({ paths, value }) => `Header always set ${name} ${quote(value)} ${condition(paths, "expr=")}`),
    ]),
    "",
    "RewriteEngine On",
    "# Made for hosts, not for readers.",
    ...hiddenPaths(base).map((path) => {
      const end = path.endsWith("/") ? "" : "$";
      return `RewriteRule ${quotePattern(`^${escapeRegExp(path.slice(base.length))}${end}`)} - [R=404,L]`;
    }),
    "# A folder without a page is not there.",
    'RewriteCond "%{REQUEST_FILENAME}" -d',
    'RewriteCond "%{REQUEST_FILENAME}/index.html" !-f',
    'RewriteRule "^" - [R=404,L]',
    "# Former addresses. The path is decoded.",
    ...redirects.map(({ from, to }) => {
      const path = escapeRegExp(from.slice(base.length).replace(/[/*]$/, ""));
      const [pattern, target] = from.endsWith("*")
        ? [`^${path}(${BELOW})$`, `${escapeTarget(to.slice(0, -1))}$1`]
        : [`^${path}${from.endsWith("/") ? "/?" : ""}$`, escapeTarget(to)];
      return `RewriteRule ${quotePattern(pattern)} ${quotePattern(target)} [R=301,L,NE]`;
    }),
    "",
    ...[
      ["mod_brotli.c", "BROTLI_COMPRESS"],
      ["mod_deflate.c", "DEFLATE"],
    ].map(
      ([module, filter]) =>
        `<IfModule ${module}>\n  AddOutputFilterByType ${filter} ${textTypes.join(" ")}\n</IfModule>`,
    ),
    "",
  ].join("\n");
}

function condition(paths: readonly string[], prefix = ""): string {
  return quote(`${prefix}%{REQUEST_URI} =~ m#${toAnyRegExp(paths)}#`);
}

/** `%1` and `$1` stand for what a pattern found. */
function escapeTarget(path: string): string {
  return path.replace(/[%$\\]/g, "\\$&");
}

/** Within quotes, a backslash escapes only a quote and another backslash. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** mod_rewrite parses its own lines: a backslash escapes a quote but stays in the pattern, where it does no harm. */
function quotePattern(text: string): string {
  return `"${text.replace(/"/g, '\\"')}"`;
}
