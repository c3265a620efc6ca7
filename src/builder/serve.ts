/** Serves a built site as a static host would: compressed, with the headers of the site and its 404 page. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";
import { addBase, removeBase } from "../lib/base-path.ts";
import { codeOf } from "../lib/user-error.ts";
import { hostFileNames } from "../outputs/hosts/host-file-names.ts";
import { vercelHeaders } from "./vercel-headers.ts";

/** Listens on localhost; port 0 picks a free one, and `base` is where the site lies. Rejects when there is no site or the port is taken. */
export async function serveSite(folder: string, port: number, base = "/"): Promise<Server> {
  const readNotFound = () => readFile(join(folder, "404.html"));
  await readNotFound();
  // Without `dev`, sirv lists files once and misses later builds.
  const files = sirv(folder, {
    etag: true,
    dev: true,
    setHeaders: (response, path) => setHeaders(response, headersOf(folder, addBase(base, path))),
  });
  const compress = compression();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/" && base !== "/") {
      response.writeHead(302, { Location: base }).end();
      return;
    }
    // Outside the base there is nothing: no file has a space alone for a name.
    request.url = (removeBase(base, pathname) ?? "/ /") + search;
    // compression is typed for Express, but uses only what Node's request and response have.
    compress(request as never, response as never, () =>
      files(request, response, async () => {
        // Missing only while a build swaps the folders.
        const notFound = await readNotFound().catch(() => "Not found");
        setHeaders(response, headersOf(folder, `${base}404.html`));
        response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
        response.end(notFound);
      }),
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => resolve(server));
  });
}

/** Read for each request, since a build may have changed them. */
function headersOf(folder: string, path: string): Iterable<readonly [string, string]> {
  try {
    return vercelHeaders(JSON.parse(readFileSync(join(folder, hostFileNames.vercel), "utf8")), path);
  } catch (error) {
    // The file is missing, perhaps because a build is swapping the folders.
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function setHeaders(response: ServerResponse, headers: Iterable<readonly [string, string]>): void {
  for (const [name, value] of headers) response.setHeader(name, value);
}
