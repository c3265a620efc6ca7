import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { caches as undiciCaches, fetch as undiciFetch } from "undici";
import { addressesIn, findCaches, type OfflineCaches, openCaches, removeCaches } from "./caches.ts";
import { dropUnneeded, keepFeed, keepFirst, keepPage, put, removePages } from "./keep.ts";

// Those of undici follow the standard as browsers do; its types are its own.
const storage = undiciCaches as unknown as CacheStorage;
const load = undiciFetch as unknown as typeof fetch;

const FIRST = {
  "/offline/": '<link href="/assets/site.11111111.css"><script src="/assets/page.11111111.js">',
  "/search/": '<link href="/assets/site.11111111.css">',
  "/following/": '<link href="/assets/site.11111111.css">',
  "/search/latest.json": '{"format":5,"entry":"index.0000000001.json"}',
  "/search/index.0000000001.json": '{"older":["records.0000000002.json"]}',
  "/search/records.0000000002.json": "[]",
  "/assets/site.11111111.css": "@font-face{src:url(/assets/font.11111111.woff2)}",
  "/assets/font.11111111.woff2": "a font",
  "/assets/page.11111111.js": 'import("./later.11111111.js")',
  "/assets/later.11111111.js": "export {}",
};
const SHELL = [
  "/assets/font.11111111.woff2",
  "/assets/later.11111111.js",
  "/assets/page.11111111.js",
  "/assets/site.11111111.css",
  "/following/",
  "/offline/",
  "/search/",
  "/search/index.0000000001.json",
  "/search/latest.json",
];

let files: Record<string, string> = {};
let server: Server;
let base = "";
let kept: OfflineCaches;

before(async () => {
  server = createServer((request, response) => {
    const text = files[request.url ?? ""];
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, "localhost", listening.resolve);
  await listening.promise;
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

beforeEach(async () => {
  files = { ...FIRST };
  await removeCaches(storage);
  kept = await openCaches(storage);
});

const pathsIn = async (cache: Cache) => (await addressesIn(cache)).map((url) => new URL(url).pathname);
const filesKept = async () => (await pathsIn(kept.files)).sort();
async function read(path: string, most?: number): Promise<void> {
  await keepPage(kept, base + path, await load(base + path), load, most);
}

const textOf = async (path: string) => (await kept.files.match(base + path))?.text();
/** A cache that has no room for a file the first times that it is put. */
function refusing(cache: Cache, path: string, times: number): Cache {
  let left = times;
  const put = async (url: string, response: Response) => {
    if (url === base + path && left-- > 0) throw new DOMException("full", "QuotaExceededError");
    await cache.put(url, response);
  };
  return {
    put,
    keys: () => cache.keys(),
    match: (url: string) => cache.match(url),
    delete: (url: string) => cache.delete(url),
  } as unknown as Cache;
}

test("from the start there are three pages, what they need, and the newest index", async () => {
  await keepFirst(kept, base, load);
  assert.deepEqual(await filesKept(), SHELL);
});

test("without one of them nothing is turned on; a site without an index has the rest", async () => {
  delete files["/search/latest.json"];
  await keepFirst(kept, base, load);
  delete files["/search/"];
  await assert.rejects(keepFirst(kept, base, load), /\/search\/ answers with status 404/);
});

test("the pages read last stay, with what they need", async () => {
  await keepFirst(kept, base, load);
  for (const name of ["a", "b", "c"]) files[`/${name}/`] = `<script src="/assets/${name}.22222222.js">`;
  for (const name of ["a", "b", "c"]) files[`/assets/${name}.22222222.js`] = "";
  for (const path of ["/a/", "/b/", "/a/", "/c/"]) await read(path, 2);
  assert.deepEqual(await pathsIn(kept.pages), ["/a/", "/c/"]);
  assert.deepEqual(await filesKept(), ["/assets/a.22222222.js", "/assets/c.22222222.js", ...SHELL].sort());
});

test("feeds of what is followed stay though no page names them, the last ones", async () => {
  await keepFirst(kept, base, load);
  for (const slug of ["a", "b", "a", "c"]) {
    const path = `/topic/${slug}/feed.json`;
    files[path] = "{}";
    await keepFeed(kept, base + path, await load(base + path), 2);
  }
  files["/a/"] = "";
  await read("/a/");
  assert.deepEqual(await filesKept(), [...SHELL, "/topic/a/feed.json", "/topic/c/feed.json"].sort());
});

test("a page of a new version renews what is there from the start, and the former files leave with the last page", async () => {
  await keepFirst(kept, base, load);
  files["/a/"] = '<link href="/assets/site.11111111.css">';
  await read("/a/");
  for (const [path, text] of Object.entries(files)) files[path] = text.replaceAll("site.11111111", "site.33333333");
  files["/assets/site.33333333.css"] = "";
  files["/search/latest.json"] = '{"format":5,"entry":"index.0000000003.json"}';
  files["/search/index.0000000003.json"] = "{}";
  files["/b/"] = '<link href="/assets/site.33333333.css">';
  await read("/b/");
  const now = await filesKept();
  assert.ok(now.includes("/assets/site.11111111.css"), "the first page still needs it");
  assert.ok(now.includes("/search/index.0000000003.json") && !now.includes("/search/index.0000000001.json"));
  await read("/a/");
  const later = await filesKept();
  assert.deepEqual(
    later.filter((path) => path.startsWith("/assets/")),
    ["/assets/later.11111111.js", "/assets/page.11111111.js", "/assets/site.33333333.css"],
  );
});

test("what the pages alone need is removed with them", async () => {
  await keepFirst(kept, base, load);
  files["/a/"] = '<img src="/images/a.png">';
  files["/images/a.png"] = "an image";
  await read("/a/");
  await kept.files.put(`${base}/images/a.png`, await load(`${base}/images/a.png`));
  await dropUnneeded(kept);
  assert.ok((await filesKept()).includes("/images/a.png"));
  await removePages(kept);
  assert.deepEqual([await pathsIn(kept.pages), await filesKept()], [[], SHELL]);
});

test("older records of the index stay while the index names them", async () => {
  await keepFirst(kept, base, load);
  const url = `${base}/search/records.0000000002.json`;
  await kept.files.put(url, await load(url));
  await dropUnneeded(kept);
  assert.ok((await filesKept()).includes("/search/records.0000000002.json"));
});

test("the former index stays until the new one is kept whole", async () => {
  await keepFirst(kept, base, load);
  files["/search/latest.json"] = '{"format":5,"entry":"index.0000000003.json"}';
  await assert.rejects(keepFirst(kept, base, load), /index\.0000000003\.json could not be kept/);
  await dropUnneeded(kept);
  assert.deepEqual(await filesKept(), SHELL);
  assert.equal(await textOf("/search/latest.json"), FIRST["/search/latest.json"]);

  files["/search/index.0000000003.json"] = "{}";
  const full = {
    pages: kept.pages,
    files: refusing(kept.files, "/search/index.0000000003.json", Number.POSITIVE_INFINITY),
  };
  await assert.rejects(keepFirst(full, base, load), /could not be kept/);
  assert.equal(await textOf("/search/latest.json"), FIRST["/search/latest.json"]);

  // A page makes room, and what it needed goes with it; the index that is to be named next stays.
  files["/a/"] = "a";
  await read("/a/");
  await keepFirst({ pages: kept.pages, files: refusing(kept.files, "/search/latest.json", 1) }, base, load);
  assert.deepEqual(await pathsIn(kept.pages), []);
  assert.equal(await textOf("/search/latest.json"), files["/search/latest.json"]);
  assert.equal(await textOf("/search/index.0000000003.json"), "{}");
});

test("a missing file of a page does not keep the page from being kept", async () => {
  files["/a/"] = '<script src="/assets/gone.22222222.js">';
  await read("/a/");
  assert.deepEqual(await pathsIn(kept.pages), ["/a/"]);
});

test("where there is no room, the page read longest ago makes room; without one, the answer is not kept", async () => {
  files = { ...files, "/a/": "a", "/b/": "b", "/c/": "c" };
  await read("/a/");
  await read("/b/");
  /** A cache that is full while there are so many pages. */
  const full = (most: number): OfflineCaches => {
    const pages = Object.create(kept.pages, {
      put: {
        value: async (url: string, response: Response) => {
          if ((await kept.pages.keys()).length >= most) throw new DOMException("full", "QuotaExceededError");
          await kept.pages.put(url, response);
        },
      },
      keys: { value: () => kept.pages.keys() },
      delete: { value: (url: string) => kept.pages.delete(url) },
      match: { value: (url: string) => kept.pages.match(url) },
    });
    return { pages, files: kept.files };
  };
  const url = `${base}/c/`;
  const [one, none] = [full(2), full(0)];
  assert.equal(await put(one, one.pages, url, await load(url)), true);
  assert.deepEqual(await pathsIn(kept.pages), ["/b/", "/c/"]);
  assert.equal(await put(none, none.pages, url, await load(url)), false);
  assert.deepEqual(await pathsIn(kept.pages), []);
});

test("once all is removed, nothing is found to keep more in; what a former version kept leaves alone", async () => {
  await storage.open("curalog-offline-pages-0");
  await storage.open("another");
  await removeCaches(storage, "former");
  assert.deepEqual((await storage.keys()).sort(), ["another", "curalog-offline-files-1", "curalog-offline-pages-1"]);
  await removeCaches(storage);
  assert.equal(await findCaches(storage), undefined);
  assert.deepEqual(await storage.keys(), ["another"]);
  await storage.delete("another");
});
