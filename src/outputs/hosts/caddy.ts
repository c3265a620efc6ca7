/** What Caddy needs to serve the site, as a file to import into a site block that sets the root. */
import { addBase } from "../../lib/base-path.ts";
import { fileTypes } from "./file-types.ts";
import type { HeaderTable } from "./header-table.ts";
import { hiddenPaths } from "./host-file-names.ts";
import { toAnyRegExp } from "./path-pattern.ts";
import { BELOW, formsOf, type Redirect } from "./redirect-table.ts";

export function renderCaddy({ base, everywhere, byPath }: HeaderTable, redirects: readonly Redirect[]): string {
  const values = byPath.filter(({ name }) => name !== "Content-Type");
  const choices = [
    ...fileTypes
      .map(({ paths, type }) => ({
        name: "Content-Type",
        paths: paths.map((path) => addBase(base, path)),
        value: type,
      }))
      .reverse(),
    ...values.flatMap(({ name, choices }) => choices.map((choice) => ({ name, ...choice }))),
  ];
  const page = values.flatMap(({ name, otherwise }) => (otherwise === undefined ? [] : [[name, otherwise] as const]));
  const moves = redirects.flatMap(({ from, to }) =>
    from.endsWith("*")
      ? `\t\t${quote(`~^${escapeSigns(from.slice(0, -1))}(${BELOW})$`)} ${quote(`${to.slice(0, -1)}\${1}`)}`
      : formsOf(from).map((path) => `\t\t${key(path)} ${quote(to)}`),
  );
  return [
    "# Import this into a site block that sets the root. A route keeps its lines in this order.",
    "route {",
    "\t# Former addresses. {path} is decoded.",
    "\tmap {path} {site_moved} {",
    ...moves,
    '\t\tdefault ""',
    "\t}",
    "\t# A redirect keeps the query.",
    "\tmap {query} {site_query} {",
    '\t\t"~^(.+)$" "?$1"',
    '\t\tdefault ""',
    "\t}",
    "",
    "\theader {",
    ...[...everywhere, ...page].map(([name, value]) => `\t\t${name} ${quote(value)}`),
    "\t}",
    ...choices.flatMap(({ name, paths, value }, index) => [
      `\t@header${index} path_regexp ${quote(toAnyRegExp(paths))}`,
      `\theader @header${index} ${name} ${quote(value)}`,
    ]),
    "",
    '\t@moved expression `{site_moved} != ""`',
    "\tredir @moved {site_moved}{site_query} 301",
    "\t# Made for hosts, not for readers.",
    `\t@hidden path ${hiddenPaths(base)
      .map((path) => (path.endsWith("/") ? `${path}*` : path))
      .join(" ")}`,
    "\terror @hidden 404",
    "",
    "\t# Copies that 'npm run build -- --compress' wrote are sent as they are, the rest is compressed as it is asked for.",
    "\tencode gzip",
    "\tfile_server {",
    "\t\tprecompressed br gzip",
    "\t}",
    "}",
    "",
    "handle_errors {",
    "\theader {",
    '\t\tContent-Type "text/html; charset=utf-8"',
    ...page.map(([name, value]) => `\t\t${name} ${quote(value)}`),
    "\t}",
    `\trewrite * ${base}404.html`,
    "\tfile_server",
    "}",
    "",
  ].join("\n");
}

/**
 * A path as the key of a map: literal or, where it has characters that Caddy interprets in any text, as in `{$HOME}`, a
 * regular expression in which they are escaped.
 */
function key(path: string): string {
  if (/^[\p{L}\p{M}\p{N}/._-]+$/u.test(path)) return quote(path);
  return quote(`~^${escapeSigns(path)}$`);
}

function escapeSigns(path: string): string {
  return path.replace(/[!-,.:-@[-^`{-~]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
}

/** Within quotes, a backslash escapes only a quote. */
function quote(text: string): string {
  return `"${text.replace(/"/g, '\\"')}"`;
}
