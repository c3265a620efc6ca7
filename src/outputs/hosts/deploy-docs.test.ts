/** The guide to publishing spells types and caching out for a host that reads no file: they are those of the table. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { formatCount } from "../../lib/text.ts";
import { headerTable } from "./header-table.ts";
import { hostFileNames } from "./host-file-names.ts";
import { cloudflareLimits } from "./netlify.ts";
import { headersFor } from "./testing.ts";

const guide = readFileSync(new URL("../../../docs/deploy.md", import.meta.url), "utf8");
const table = headerTable("");

/** A path of the site that a pattern of the upload stands for. */
const samples: Readonly<Record<string, string>> = {
  "*feed.xml": "topic/a/feed.xml",
  "*atom.xml": "atom.xml",
  "*feed.json": "author/a/feed.json",
  "*.opml": "feeds/topics.opml",
  "*.html": "404.html",
  "*.md": "topic/a/index.md",
  "*.txt": "llms.txt",
  "sitemap*.xml": "sitemap-1.xml",
};

test("what is uploaded to S3 has the type and caching of the table", () => {
  const caching = new Map(
    [...guide.matchAll(/^(ever|short|day|page)="(.*)"$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const uploads = [...guide.matchAll(/^up "(.*)" "(.*)" "\$(.*)"$/gm)];
  assert.ok(uploads.length >= 15, `only ${uploads.length} uploads`);
  for (const [, pattern = "", type = "", name = ""] of uploads) {
    const headers = headersFor(table, `/${samples[pattern] ?? pattern.replace("*", "v1/a")}`);
    const stated = [type.replaceAll('\\"', '"'), caching.get(name)];
    assert.deepEqual([headers.get("content-type"), headers.get("cache-control")], stated, pattern);
  }
  const folders = [
    ...guide.matchAll(/aws s3 sync dist\/(assets|images|documents|search) .*(?:\\\n.*)?--cache-control "\$(.*)"$/gm),
  ];
  assert.deepEqual(
    folders.map(([, folder, name = ""]) => [folder, caching.get(name)]),
    ["/assets/a.js", "/search/index.0.json", "/images/a.jpeg", "/documents/a.pdf"].map((path) => [
      path.split("/")[1],
      headersFor(table, path).get("cache-control"),
    ]),
  );
});

test("every file for hosts is named, and the limits are those that are checked", () => {
  for (const file of Object.values(hostFileNames)) assert.ok(guide.includes(`\`${file}\``), file);
  const { headerRules, redirects } = cloudflareLimits;
  assert.ok(guide.includes(`A project takes ${headerRules} rules of headers, ${formatCount(redirects)} redirects`));
});
