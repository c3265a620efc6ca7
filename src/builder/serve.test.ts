import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { buildHostFiles } from "../outputs/hosts/host-files.ts";
import { serveSite } from "./serve.ts";

async function writeSite(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
}

test("a site that is built anew under the server is served anew", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  const folder = join(root, "dist");
  await writeSite(folder, { "index.html": "old home", "404.html": "old 404", "gone.css": "" });
  const server = await serveSite(folder, 0);
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = async (path: string) => {
    const response = await fetch(`http://localhost:${port}${path}`);
    return [response.status, await response.text()];
  };
  assert.deepEqual(await get("/"), [200, "old home"]);
  assert.deepEqual(await get("/new.css"), [404, "old 404"]);

  await rename(folder, `${folder}.previous`);
  assert.deepEqual(await get("/"), [404, "Not found"]);

  await writeSite(folder, { "index.html": "the new home", "404.html": "new 404", "new.css": "p {}" });
  assert.deepEqual(await get("/"), [200, "the new home"]);
  assert.deepEqual(await get("/new.css"), [200, "p {}"]);
  assert.deepEqual(await get("/gone.css"), [404, "new 404"]);
  assert.deepEqual(await get("/..%2Fdist.previous/gone.css"), [404, "new 404"]);
});

test("files, pages and the 404 page have the headers that the site has for hosts", async (t) => {
  const root = await mkdtemp(join(tmpdir(), "curalog-"));
  t.after(() => rm(root, { recursive: true }));
  const folder = join(root, "dist");
  const files = { "index.html": "home", "404.html": "404", "feed.json": "{}" };
  await writeSite(folder, {
    ...files,
    "vercel.json": buildHostFiles("default-src 'self'", []).get("vercel.json") ?? "",
  });
  const server = await serveSite(folder, 0);
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  for (const path of ["/", "/feed.json", "/gone"]) {
    const { headers } = await fetch(`http://localhost:${port}${path}`);
    assert.equal(headers.get("content-security-policy"), "default-src 'self'", path);
    assert.match(
      headers.get("content-type") ?? "",
      path === "/feed.json" ? /^application\/feed\+json$/ : /^text\/html; ?/,
    );
    assert.equal(headers.get("access-control-allow-origin"), path === "/feed.json" ? "*" : null);
  }
});

test("a folder without a site is not served", async () => {
  await assert.rejects(serveSite(join(tmpdir(), "curalog-no-such-folder"), 0), { code: "ENOENT" });
});
