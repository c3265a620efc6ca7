/**
 * The site as real servers send it: a small one is built with compressed
 * copies, and each server that this machine has is asked for it over HTTP.
 */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { elementsOf, listFiles, metaOf, parsePage, relOf } from "../../src/built-site/built-site.ts";
import { headerPolicy } from "../../src/outputs/hosts/content-policy.ts";
import { headerTable } from "../../src/outputs/hosts/header-table.ts";
import { hiddenPaths } from "../../src/outputs/hosts/host-file-names.ts";
import { toRequestPath } from "../../src/outputs/hosts/redirect-table.ts";
import { headersFor } from "../../src/outputs/hosts/testing.ts";
import { buildCopy, copyProject } from "../project-copy.ts";
import { apache, caddy, nginx, type RunningServer, type ServerKind } from "./servers.ts";

/** Former addresses with every sign that an alias may have and that some server's file reads as its own. */
const HOSTILE = [
  "/plain/old/",
  "/alt/café-über/",
  "/旧い/ページ/",
  "/a&b=c,d;e/",
  "/it's/(here)/[x]/",
  "/{$HOME}/$\x7buri}/$1/",
  "/~^x.y+z@w!/",
  "/`back`/",
  "/default/",
  "/dot.dot.1/",
  ...["old", "{$HOME}", "it's-(x)", "café"].map((slug) => `/topic/${slug}/`),
  `/${"long-part/".repeat(75)}`,
];

/** Types of files that the small site may not have; a file of each is laid into it. */
const LAID = [
  "feed.json",
  "atom.xml",
  "topic/hl7-fhir/feed.json",
  "topic/hl7-fhir/index.md",
  "author/jane-doe/atom.xml",
  "feeds/topics.opml",
  "api/v1/index.json",
  "api/v1/topic/feed.json",
  "api/v1/news.ndjson",
  "api/v1/news.csv",
  "api/v1/topics.ttl",
  "api/v1/topics.jsonld",
  "images/a.webp",
  "documents/a.pdf",
  "site.webmanifest",
  "sitemap.xml",
  "llms.txt",
];

/** Its type has a parameter; it is laid in without a compressed copy. */
const LINKSET = "api/v1/interfaces.linkset.json";

let sandbox = "";
let site = "";

before(() => {
  sandbox = mkdtempSync(join(tmpdir(), "curalog-hosts-"));
  // Apache reads as another user.
  chmodSync(sandbox, 0o755);
  const project = join(sandbox, "project");
  site = join(sandbox, "dist");
  copyProject(project);
  writeFileSync(
    join(project, "content/topics/hl7-moved.md"),
    `---\nname: 'HL7: Moved'\ndescription: It was elsewhere.\naliases: ${JSON.stringify(HOSTILE)}\n---\n`,
  );
  writeFileSync(
    join(project, "content/news/2026/größe.md"),
    "---\ntitle: Größe\ndate: 2026-01-03\nlink: https://acme.example/groesse\ncategories: 'HL7: FHIR'\nauthor: [李明, محمد]\n---\nText.\n",
  );
  const { status, said } = buildCopy(project, { CURALOG_DIST: site }, ["--compress"]);
  assert.equal(status, 0, said);
  assert.match(said, /^\d+ files compressed: [\d,]+ kB, as Brotli \d+ kB, as gzip \d+ kB$/m);
  for (const file of LAID) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), "laid");
  }
  for (const copy of [".gz", ".br"]) rmSync(join(site, `${LINKSET}${copy}`), { force: true });
  writeFileSync(join(site, LINKSET), "laid ".repeat(400));
  mkdirSync(join(site, "empty"));
});

after(() => rmSync(sandbox, { recursive: true, force: true }));

for (const kind of [nginx, caddy, apache]) describe(kind.name, () => testServer(kind));

function testServer(kind: ServerKind): void {
  const there = kind.find();
  if ("missing" in there) {
    test(`is asked for the site`, { skip: there.missing }, () => {});
    return;
  }

  let server: RunningServer;
  before(async () => {
    server = await kind.start(there.program, site);
  });
  after(() => server?.stop());
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ask(`${server.url}${path}`, headers);

  test("sends every file with the headers of the table", async (t) => {
    const drawings = [readFileSync(join(site, "favicon.svg"), "utf8")];
    const table = headerTable(headerPolicy({ drawings, hasEditor: false }));
    const paths = listFiles(site)
      .filter((file) => !/\.(br|gz)$/.test(file) && file !== "404.html")
      .map((file) => `/${file}`.replace(/\/index\.html$/, "/"))
      .filter((path) => !hiddenPaths().some((hidden) => path.startsWith(hidden)))
      .filter((path) => !path.endsWith("/") || !isRedirectPage(path));
    for (const path of paths) {
      const { status, headers } = await get(toRequestPath(path));
      assert.equal(status, 200, path);
      const expected = headersFor(table, path);
      for (const name of [...expected.keys(), "access-control-allow-origin", "link", "x-robots-tag"])
        assert.equal(headers[name], expected.get(name), `${name} of ${path}`);
    }
    t.diagnostic(`${paths.length} files`);
    assert.ok(paths.length > LAID.length + 10);
  });

  test("answers a HEAD request for the API catalog, and says what it is", async () => {
    const { status, headers, body } = await ask(`${server.url}/.well-known/api-catalog`, {}, "HEAD");
    assert.equal(status, 200);
    assert.equal(
      headers["content-type"],
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    assert.equal(headers.link, '</.well-known/api-catalog>; rel="api-catalog"');
    assert.equal(body.length, 0);
  });

  test("answers what the head of a page names, in whatever script its address is", async () => {
    for (const path of ["/news/größe/", "/author/李明/", "/author/محمد/"]) {
      const page = parsePage("", readFileSync(join(site, path, "index.html"), "utf8"));
      const links = elementsOf(page, "link").filter((link) => /^(?:alternate|canonical)$/.test(relOf(link)[0] ?? ""));
      const named = [...links.map(({ attributes }) => attributes["href"] ?? ""), metaOf(page, "og:image") ?? ""];
      const own = named.map((href) => new URL(href, "https://a.example").pathname).filter((href) => href.includes("%"));
      assert.ok(own.length >= 4, own.join());
      assert.ok(own.includes(`${toRequestPath(path)}index.md`));
      for (const href of own) assert.equal((await get(href)).status, 200, href);
    }
  });

  test("redirects former addresses, with and without their slash, whatever signs they have", async (t) => {
    for (const from of HOSTILE) {
      for (const path of [from, from.slice(0, -1)]) {
        for (const written of [toRequestPath(path), path.split("/").map(encodeURIComponent).join("/")]) {
          const { status, headers } = await get(written);
          assert.deepEqual([status, withoutHost(headers.location)], [301, "/topic/hl7-moved/"], written);
          assert.ok(headers["content-security-policy"], "a redirect has the headers too");
        }
        for (const query of ["a=b", "q=%C3%BC+x&utm=/y?z", "{path}&$1&%7Bhost%7D"]) {
          const { status, headers } = await get(`${toRequestPath(path)}?${query}`);
          assert.deepEqual([status, withoutHost(headers.location)], [301, `/topic/hl7-moved/?${query}`], path);
        }
      }
    }
    t.diagnostic(`${HOSTILE.length} former addresses`);
  });

  test("redirects what lay below the former page of an entry, and its data, with the query", async () => {
    for (const from of HOSTILE.filter((path) => path.startsWith("/topic/"))) {
      const moved = ["", "feed.xml", "feed.json", "index.md", "rows.json", "filters/", "2020/index.md"].map((path) => [
        from + path,
        `/topic/hl7-moved/${path}`,
      ]);
      for (const [path = "", to] of [...moved, [`/api/v1${from.slice(0, -1)}.json`, "/api/v1/topic/hl7-moved.json"]]) {
        const { status, headers } = await get(`${toRequestPath(path)}?a=b&c`);
        assert.deepEqual([status, withoutHost(headers.location)], [301, `${to}?a=b&c`], path);
      }
      for (const path of [`${from}%0d%0aSet-Cookie:a=b`, `${from}x%0ay`]) {
        const { status, headers } = await get(toRequestPath(path));
        assert.deepEqual([status, headers["set-cookie"]], [404, undefined], path);
      }
    }
  });

  test("leads from a page without its slash to the page, by the way that the reader came", async () => {
    const { status, headers } = await get("/topic/hl7-fhir", { Host: "site.example:8443" });
    assert.ok(status === 301 || status === 308, `${status}`);
    const scheme = kind.isRelative ? "https" : "http";
    const target = new URL(headers.location ?? "", `${scheme}://site.example:8443/topic/hl7-fhir`);
    assert.equal(target.href, `${scheme}://site.example:8443/topic/hl7-fhir/`);
  });

  test("answers what is not there with the 404 page, status and headers, and caches nothing of it", async () => {
    const page = readFileSync(join(site, "404.html"), "utf8");
    for (const path of [
      "/nothing/",
      "/nothing",
      "/assets/gone.js",
      "/topic/gone/feed.xml",
      "/a/../x",
      "/empty/",
      "/assets/",
    ]) {
      const { status, body, headers } = await get(path);
      assert.equal(status, 404, path);
      assert.equal(body.toString(), page, path);
      assert.equal(headers["content-type"], "text/html; charset=utf-8", path);
      assert.equal(headers["cache-control"], "public, max-age=0, must-revalidate", path);
      assert.equal(headers["x-content-type-options"], "nosniff", path);
    }
  });

  test("keeps what is made for hosts from readers", async () => {
    for (const path of [...hiddenPaths(), ...readdirSync(join(site, "hosting")).map((file) => `/hosting/${file}`)])
      assert.equal((await get(path)).status, 404, path);
  });

  test("sends compressed copies to those who take them, and says that it differs", async (t) => {
    const css = readdirSync(join(site, "assets")).find((file) => file.endsWith(".css"));
    for (const path of ["/", `/assets/${css}`, "/topic/hl7-fhir/"]) {
      const plain = (await get(path)).body;
      for (const [encoding, unpack] of [
        ["gzip", gunzipSync],
        ["br", brotliDecompressSync],
      ] as const) {
        if (!server.encodings.includes(encoding)) continue;
        const { headers, body } = await get(path, { "Accept-Encoding": encoding });
        assert.equal(headers["content-encoding"], encoding, `${path} as ${encoding}`);
        assert.deepEqual(unpack(body), plain);
        assert.ok(body.length < plain.length);
        assert.match(headers.vary ?? "", /accept-encoding/i);
        assert.ok(headers["content-type"] && !headers["content-type"].includes("octet"));
      }
    }
    t.diagnostic(`encodings: ${server.encodings.join(", ")}`);
    if (!server.encodings.includes("br")) t.diagnostic("Brotli was not asked for: the server has no module for it");
  });

  // Others compare types without parameters, or have a list of their own.
  if (kind === nginx)
    test("compresses what has no copy, whatever parameter its type has", async () => {
      const { headers, body } = await get(`/${LINKSET}`, { "Accept-Encoding": "gzip" });
      assert.equal(headers["content-encoding"], "gzip");
      assert.equal(gunzipSync(body).toString(), "laid ".repeat(400));
      assert.match(headers.vary ?? "", /accept-encoding/i);
    });

  test("answers 304 while a file is the same", async () => {
    for (const path of ["/", "/feed.xml", "/topic/hl7-fhir/"]) {
      const { headers } = await get(path);
      assert.ok(headers.etag, path);
      const again = await get(path, { "If-None-Match": headers.etag ?? "" });
      assert.equal(again.status, 304, path);
      assert.equal(again.headers["cache-control"], headers["cache-control"], path);
    }
  });
}

/** Left at a former address; servers answer with a redirect before they come to it. */
function isRedirectPage(path: string): boolean {
  return readFileSync(join(site, path, "index.html"), "utf8").includes('http-equiv="refresh"');
}

function withoutHost(location: string | undefined): string | undefined {
  return location?.replace(/^https?:\/\/[^/]+/, "");
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Not fetch, which unpacks bodies, sends an encoding of its own and tidies the path. */
function ask(url: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<Answer> {
  const [, origin = "", path = "/"] = /^(https?:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  return new Promise((done, fail) => {
    const asked = request(origin, { method, path, headers: { ...headers }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.once("error", fail);
    asked.end();
  });
}
