/** The former addresses that each host's file holds, read by the rules of its own syntax. */
import { hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import type { VercelConfig } from "../../src/outputs/hosts/vercel.ts";

/** An address as it reads with the one that it moved to; with and without a closing slash they are two. */
export type ReadRedirect = readonly [from: string, to: string];

/** Every file that holds the former addresses, with its reader. A line that cannot be read is not among the redirects. */
export const redirectReaders: Readonly<Record<string, (text: string) => ReadRedirect[]>> = {
  [hostFileNames.redirects]: readRedirectsFile,
  [hostFileNames.vercel]: readVercel,
  [hostFileNames.apache]: readApache,
  [hostFileNames.nginxMaps]: readNginx,
  [hostFileNames.caddy]: readCaddy,
};

/** Netlify's lines end in `!` and hold for both forms; Cloudflare's, for one, must include each of them. */
function readRedirectsFile(text: string): ReadRedirect[] {
  const lines = text.split("\n").flatMap((line) => {
    const [from, to, status] = line.startsWith("#") ? [] : line.split(/\s+/);
    return from && to && status ? [{ move: [decodeURIComponent(from), to] as const, status }] : [];
  });
  const forced = lines.filter(({ status }) => status === "301!").flatMap(({ move }) => withBothEnds(move));
  const plain = lines.filter(({ status }) => status === "301").map(({ move }) => move);
  const isIn = (redirects: readonly ReadRedirect[], [from, to]: ReadRedirect) =>
    redirects.some((other) => other[0] === from && other[1] === to);
  return plain.filter((move) => isIn(forced, move));
}

function readVercel(text: string): ReadRedirect[] {
  const { redirects } = JSON.parse(text) as VercelConfig;
  return redirects
    .filter(({ source, statusCode }) => source.endsWith("(/?)") && statusCode === 301)
    .flatMap(({ source, destination }) =>
      withBothEnds([`${decodeURIComponent(unescapeAll(source.slice(0, -4)))}/`, unescapeAll(destination)]),
    );
}

function readApache(text: string): ReadRedirect[] {
  return [...text.matchAll(/^RewriteRule "\^(.*)\/\?\$" "(.*)" \[R=301,L,NE\]$/gm)].flatMap(([, from = "", to = ""]) =>
    withBothEnds([`/${unescapeAll(from)}/`, unescapeAll(to)]),
  );
}

function readNginx(text: string): ReadRedirect[] {
  const [, map = ""] = /^map \$uri \$site_moved \{\n(.*?)^\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^ {2}"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";$/gm)].map(([, from = "", to = ""]) => [
    unescapeAll(from),
    unescapeAll(to),
  ]);
}

function readCaddy(text: string): ReadRedirect[] {
  const [, map = ""] = /^\tmap \{path\} \{site_moved\} \{\n(.*?)^\t\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^\t\t"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/gm)].map(([, from = "", to = ""]) => [
    from.startsWith("~^")
      ? from.slice(2, -1).replace(/\\x(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
      : from,
    to,
  ]);
}

function withBothEnds([from, to]: ReadRedirect): ReadRedirect[] {
  const bare = from.replace(/\/$/, "");
  return [
    [`${bare}/`, to],
    [bare, to],
  ];
}

function unescapeAll(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}
