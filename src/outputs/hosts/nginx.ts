/** What nginx needs to serve the site, as two files to include: maps for `http`, the rest for `server`. */
import { escapeRegExp } from "../../lib/escape-reg-exp.ts";
import { bareType, fileTypes, textTypes, typesByEnding, typesByPath, withoutCharset } from "./file-types.ts";
import type { HeaderTable } from "./header-table.ts";
import { hiddenPaths } from "./host-file-names.ts";
import { toAnyRegExp, toRegExp } from "./path-pattern.ts";
import { BELOW, formsOf, type Redirect } from "./redirect-table.ts";

/** nginx does not start with keys longer than it expects, nor with the setting for them after the first map. */
export function renderNginxMaps({ byPath }: HeaderTable, redirects: readonly Redirect[]): string {
  const longest = Math.max(0, ...redirects.map(({ from }) => Buffer.byteLength(from)));
  // The key, two pointers and two lengths beside it, rounded up as nginx does: to a power of two.
  const bucket = 2 ** Math.ceil(Math.log2(Math.max(128, longest + 64)));
  const moves = redirects.flatMap(({ from, to }) =>
    from.endsWith("*")
      ? `  ${quote(`~^${escapeRegExp(from.slice(0, -1))}(?<site_below>${BELOW})$`)} ${quote(`${to.slice(0, -1)}$site_below`)};`
      : formsOf(from).map((path) => `  ${quote(path)} ${quote(to)};`),
  );
  return [
    "# Include this in http { }, above every other map.",
    `map_hash_bucket_size ${bucket};`,
    `map_hash_max_size ${Math.max(2048, redirects.length * 8)};`,
    "",
    "# Former addresses. $uri is decoded.",
    "map $uri $site_moved {",
    '  default "";',
    ...moves,
    "}",
    ...inMaps(byPath).flatMap(({ name, choices, otherwise = "" }) => [
      "",
      `map $uri ${variable(name)} {`,
      `  default ${quote(otherwise)};`,
      ...choices.flatMap(({ paths, value }) =>
        paths.map((path) => `  ${quote(`~${toRegExp(path)}`)} ${quote(value)};`),
      ),
      "}",
    ]),
    "",
  ].join("\n");
}

export function renderNginxServer({ base, everywhere, byPath }: HeaderTable): string {
  // nginx counts text/html in by itself, and warns when it is named.
  const named = (types: readonly string[]) => types.filter((type) => type !== "text/html").join(" ");
  const inUtf8 = fileTypes.filter(({ type }) => type !== withoutCharset(type)).map(({ type }) => bareType(type));
  return [
    "# Include this in server { }, which has listen, server_name and root; nginx-maps.conf goes into http { }.",
    "index index.html;",
    "autoindex off;",
    "# /topic/x leads to /topic/x/ by the scheme and port that the reader came by, behind a proxy too.",
    "absolute_redirect off;",
    `error_page 403 404 =404 ${base}404.html;`,
    "",
    "types {",
    ...typesByEnding.map(({ ending, type }) => `  ${bareType(type)} ${ending};`),
    "}",
    "default_type application/octet-stream;",
    "charset utf-8;",
    `charset_types ${named([...new Set(inUtf8)])};`,
    ...typesByPath(base).flatMap(({ paths, type }) => [
      `location ~ ${quote(toAnyRegExp(paths))} {`,
      "  types { }",
      `  default_type ${quote(withoutCharset(type))};`,
      // A type with a parameter would match none of the names below; all files here are text.
      "  gzip_types *;",
      "}",
    ]),
    "",
    "# A location with an add_header of its own would lose these.",
    ...everywhere.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
    ...inMaps(byPath).map(({ name }) => `add_header ${name} ${variable(name)} always;`),
    "",
    "if ($site_moved) {",
    "  return 301 $site_moved$is_args$args;",
    "}",
    "",
    `location = ${base}404.html {`,
    "  internal;",
    "}",
    "# Made for hosts, not for readers.",
    ...hiddenPaths(base).map((path) => `location ${path.endsWith("/") ? "^~" : "="} ${path} {\n  return 404;\n}`),
    "",
    "# Copies that 'npm run build -- --compress' wrote are sent as they are, the rest is compressed as it is asked for.",
    "gzip on;",
    "gzip_static on;",
    "gzip_vary on;",
    "gzip_min_length 1024;",
    `gzip_types ${named(textTypes)};`,
    "# Only where the module ngx_brotli is loaded: brotli_static on;",
    "",
  ].join("\n");
}

/** Types are told by ending and by location, which a map cannot do. */
function inMaps(byPath: HeaderTable["byPath"]): HeaderTable["byPath"] {
  return byPath.filter(({ name }) => name !== "Content-Type");
}

function variable(name: string): string {
  return `$site_${name.toLowerCase().replaceAll("-", "_")}`;
}

/** A backslash escapes a quote, another backslash and some letters; elsewhere it stays. Line ends never come here. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
