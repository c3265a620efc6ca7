/** The redirects from former addresses that each host's file has. */
import { hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
import { BELOW } from "../../src/outputs/hosts/redirect-table.ts";
import type { VercelConfig } from "../../src/outputs/hosts/vercel.ts";
import { type HostRedirect, readRedirectsFile, withBothForms } from "./read-host-files.ts";

type RedirectReader = (text: string, base: string) => HostRedirect[] | Promise<HostRedirect[]>;

/** By file. What a reader cannot make out is not among its redirects. */
export const redirectReaders: Readonly<Record<string, RedirectReader>> = {
  [hostFileNames.redirects]: readRedirectsFile,
  [hostFileNames.vercel]: readVercel,
  [hostFileNames.apache]: readApache,
  [hostFileNames.nginxMaps]: readNginx,
  [hostFileNames.caddy]: readCaddy,
};

function readVercel(text: string): HostRedirect[] {
  const { redirects }: VercelConfig = JSON.parse(text);
  return redirects
    .filter(({ statusCode }) => statusCode === 301)
    .map(({ source, destination }) => ({
      from: decodeURIComponent(unescapeAll(source.replace(/\(\/\?\)$/, "/").replace(/\(\.\*\)$/, "*"))),
      to: unescapeAll(destination.replace(/\$1$/, "*")),
    }))
    .flatMap(withBothForms);
}

/** Its paths begin at the folder that the file lies in. */
function readApache(text: string, base: string): HostRedirect[] {
  return [...text.matchAll(/^RewriteRule "\^(.*)\$" "(.*)" \[R=301,L,NE\]$/gm)]
    .map(([, from = "", to = ""]) => ({
      from: base + unescapeAll(withStar(from.replace(/\/\?$/, "/"), `(${BELOW})`)),
      to: unescapeAll(to.replace(/\$1$/, "*")),
    }))
    .flatMap(withBothForms);
}

function readNginx(text: string): HostRedirect[] {
  const [, map = ""] = /^map \$uri \$site_moved \{\n(.*?)^\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^ {2}"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";$/gm)].map(([, from = "", to = ""]) => {
    const path = unescapeAll(from);
    return {
      from: path.startsWith("~^") ? unescapeAll(withStar(path.slice(2, -1), `(?<site_below>${BELOW})`)) : path,
      to: unescapeAll(to).replace(/\$site_below$/, "*"),
    };
  });
}

function readCaddy(text: string): HostRedirect[] {
  const [, map = ""] = /^\tmap \{path\} \{site_moved\} \{\n(.*?)^\t\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^\t\t"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/gm)].map(([, from = "", to = ""]) => ({
    from: from.startsWith("~^")
      ? withStar(from.slice(2, -1), `(${BELOW})`).replace(/\\x(..)/g, (_, hex) =>
          String.fromCharCode(parseInt(hex, 16)),
        )
      : from,
    to: to.replace(/\$\{1\}$/, "*"),
  }));
}

/** A star for the group that stands for everything below a page. */
function withStar(pattern: string, group: string): string {
  return pattern.endsWith(group) ? `${pattern.slice(0, -group.length)}*` : pattern;
}

function unescapeAll(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}
