/** Promise: serves a built site on this machine as a host would: compressed, with the 404 page, nothing rewritten. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";

/** Listens on this machine only; `port` 0 takes a free one. Rejects when there is no site or the port is taken. */
export async function serveSite(folder: string, port: number): Promise<Server> {
  const readNotFound = () => readFile(join(folder, "404.html"));
  await readNotFound();
  // Without `dev`, sirv lists the files once and a build under the running server would be missed.
  const files = sirv(folder, {
    etag: true,
    dev: true,
    // sirv knows no type for OPML and would send an empty one.
    setHeaders: (response, path) => path.endsWith(".opml") && response.setHeader("Content-Type", "text/xml"),
  });
  const compress = compression();
  const server = createServer((request, response) => {
    // compression is typed for Express, whose request and response are Node's with additions that it does not use.
    compress(request as never, response as never, () =>
      files(request, response, async () => {
        // Gone only for the moment in which a build swaps the folders.
        const notFound = await readNotFound().catch(() => "Not found");
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
