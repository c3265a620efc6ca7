/** A site of another field, in German, below the root of its domain: settings, content and vocabulary are all that it has of its own. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "playwright/test";
import { serveSite } from "../../src/builder/serve.ts";
import { listFiles } from "../../src/built-site/built-site.ts";
import { BUILD_DATE, PROJECT } from "../project-copy.ts";
import { expectAccessible } from "./axe.ts";

const BASE = "/catalog/";
const PAGES = ["", "news/annual-review-of-fluid-2022/", "topic/cncf-database/", "offering/", "offering/argo/", "api/"];
// More former addresses of each kind than pages.
const FORMER = 40;
const AUTHOR = "Ada Author";
const ALIASED = {
  news: "news/2026/annual-review-of-fluid-2022",
  topic: "topics/cncf-database",
  offering: "offerings/argo",
  organization: "organizations/istio",
};

// Each test goes on with the site of the last one.
test.describe.configure({ mode: "serial", timeout: 120_000 });

let site = "";
let server: Server | undefined;

test.beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), "curalog-other-field-"));
  cpSync(join(PROJECT, "tests/fixtures/other-field"), site, { recursive: true });
  for (const [kind, file] of Object.entries(ALIASED)) {
    const path = join(site, `content/${file}.md`);
    const aliases = Array.from({ length: FORMER }, (_, index) => `/${kind}/old-${index}/`);
    const author = kind === "news" ? `author: ${AUTHOR}\n` : "";
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace("---\n", `---\naliases: [${aliases.join(", ")}]\n${author}`),
    );
  }
});

test.afterAll(() => {
  server?.close();
  rmSync(site, { recursive: true });
});

/** Runs a command of the project in the folder of the site. */
function run(script: string, ...args: string[]): string {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT, "scripts", script), ...args], {
    cwd: site,
    encoding: "utf8",
    env: { PATH, HOME, NODE_COMPILE_CACHE, CURALOG_BUILD_DATE: BUILD_DATE },
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

const read = (file: string) => readFileSync(join(site, "dist", file), "utf8");

test("its content is right, and the checks of a built site find nothing wrong", () => {
  assert.match(run("check.ts", "--strict"), /: 0 errors, 0 warnings\n$/);
  run("build.ts");
  assert.match(run("verify-dist.ts", "--least", "100"), /\nNothing wrong\n$/);
});

test("a section is called as the site calls it", () => {
  for (const file of ["index.html", "offering/index.html", "offering/argo/index.html"])
    assert.ok(/<a href="\/catalog\/offering\/"[^>]*>Katalog<\/a>/.test(read(file)), file);
  assert.ok(/<h1[^>]*>Katalog<\/h1>/.test(read("offering/index.html")));
});

test("nothing in it is of healthcare, and no page has words of the interface in English", () => {
  const files = listFiles(join(site, "dist")).filter((file) => !/\.(?:png|ico|woff2)$/.test(file));
  assert.ok(files.length > 500, `only ${files.length} files`);
  const healthcare = /\b(?:fhir|hl7|ehr|onc|patients?|clinical)\b|health|medic/i;
  assert.deepEqual(
    files.filter((file) => healthcare.test(read(file))),
    [],
  );
  const english = /\b(?:the|and|of|with|from|stories|offerings|topics|search|feeds of|not stated)\b/i;
  // The page about the data names its fields in English, and one at a former address is an address.
  const isRead = (file: string) => !file.startsWith("api/") && !/\/old-\d+\//.test(file);
  const pages = files.filter((file) => file.endsWith(".html") && isRead(file));
  const words = pages.flatMap((file) => {
    const text = read(file)
      .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, "")
      // Names of projects, subjects and categories are what they are.
      .replace(
        /Cloud Native Computing Foundation|Coordination & Service Discovery|[A-Z]\w+ (?:&|&amp;|and) [A-Z]\w+/g,
        "",
      )
      .replace(/<[^>]+>/g, " ");
    const [found] = english.exec(text) ?? [];
    return found ? [`${file}: ${found}`] : [];
  });
  assert.deepEqual(words, []);
});

test("its pages are accessible in both themes", async ({ page }) => {
  server = await serveSite(join(site, "dist"), 0, BASE);
  for (const path of PAGES) {
    const response = await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${BASE}${path}`);
    assert.equal(response?.status(), 200, path);
    await expectAccessible(page, ["light", "dark"]);
  }
});

test("from right to left, and with parts left out, nothing of them is written or led to", () => {
  const settings = join(site, "curalog.config.yaml");
  const off = ["authors", "digest", "compare", "following", "data"];
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace("language: de", "language: he").replace("locale: de-DE", "locale: he-IL") +
      `sections: {${off.map((section) => ` ${section}: off`)} }\n`,
  );
  const files = listFiles(join(site, "dist"));
  run("build.ts");
  assert.match(read("index.html"), /<html lang="he" dir="rtl">/);
  // Whether a link leads to what is not there is among its checks.
  assert.match(run("verify-dist.ts", "--least", "100"), /\nNothing wrong\n$/);
  const left = new Set(listFiles(join(site, "dist")));
  // A link whose address was taken away is no more than words; only the name of an author may be.
  const withoutAddress = [...left]
    .filter((file) => file.endsWith(".html"))
    .flatMap((file) => read(file).match(/<a(?=[\s>])(?![^>]*\shref=)[^>]*>[^<]*/g) ?? []);
  assert.deepEqual([...new Set(withoutAddress)], [`<a>${AUTHOR}`]);
  const gone = files.filter((file) => !left.has(file)).map((file) => file.split("/")[0] ?? "");
  for (const folder of ["author", "digest", "compare", "following", "api"]) assert.ok(gone.includes(folder), folder);
});
