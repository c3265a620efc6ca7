/** The redirects from former addresses that each host's file has. */
import { hostFileNames } from "../../src/outputs/hosts/host-file-names.ts";
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
    .filter(({ source, statusCode }) => source.endsWith("(/?)") && statusCode === 301)
    .flatMap(({ source, destination }) =>
      withBothForms({ from: decodeURIComponent(unescapeAll(source.slice(0, -4))), to: unescapeAll(destination) }),
    );
}

/** Its paths begin at the folder that the file lies in. */
function readApache(text: string, base: string): HostRedirect[] {
  return [...text.matchAll(/^RewriteRule "\^(.*)\/\?\$" "(.*)" \[R=301,L,NE\]$/gm)].flatMap(([, from = "", to = ""]) =>
    withBothForms({ from: base + unescapeAll(from), to: unescapeAll(to) }),
  );
}

function readNginx(text: string): HostRedirect[] {
  const [, map = ""] = /^map \$uri \$site_moved \{\n(.*?)^\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^ {2}"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";$/gm)].map(([, from = "", to = ""]) => ({
    from: unescapeAll(from),
    to: unescapeAll(to),
  }));
}

function readCaddy(text: string): HostRedirect[] {
  const [, map = ""] = /^\tmap \{path\} \{site_moved\} \{\n(.*?)^\t\}$/ms.exec(text) ?? [];
  return [...map.matchAll(/^\t\t"((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"$/gm)].map(([, from = "", to = ""]) => ({
    from: from.startsWith("~^")
      ? from.slice(2, -1).replace(/\\x(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
      : from,
    to,
  }));
}

function unescapeAll(text: string): string {
  return text.replace(/\\(.)/gs, "$1");
}
