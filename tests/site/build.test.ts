/**
 * What a build does to the folder that it is pointed at. Each build is a
 * process of its own, in a copy of the project with a handful of content files,
 * so that no cache of this checkout takes part and nothing in it is touched.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before, beforeEach, type TestContext, test } from "node:test";
import { listFiles, readSite } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { hiddenPaths } from "../../src/outputs/hosts/host-file-names.ts";
import { feedsCheck } from "../dist/check-feeds.ts";
import { formatVerification, verifySite, violationCount } from "../dist/verify-dist.ts";
import { PNG } from "../png.ts";
import { buildCopy, copyProject } from "../project-copy.ts";

let sandbox = "";
let project = "";
let dist = "";
let good = "";

before(() => {
  sandbox = mkdtempSync(join(tmpdir(), "curalog-build-"));
  project = join(sandbox, "project");
  copyProject(project);
  giveImage(join(project, "content/news/2026/a-healthy-story.md"));
  good = join(sandbox, "good");
  dist = good;
  const { status, said } = build();
  assert.equal(status, 0, said);
});

/** A story gets an image, named as what it is not. */
function giveImage(story: string): void {
  mkdirSync(join(project, "public/images/2026"), { recursive: true });
  writeFileSync(join(project, "public/images/2026/a drawing.jpg"), PNG);
  const text = readFileSync(story, "utf8");
  writeFileSync(story, text.replace("\nid: 8280\n", "\nid: 8280\nfeaturedImage: 2026/a drawing.jpg\n"));
}

/** Each test starts from a good site with a file that tells whether it was replaced. */
beforeEach(() => {
  rmSync(join(sandbox, "out"), { recursive: true, force: true });
  dist = join(sandbox, "out/dist");
  cpSync(good, dist, { recursive: true });
  writeFileSync(join(dist, "last.txt"), "");
});

after(() => rmSync(sandbox, { recursive: true, force: true }));

function build(environment: NodeJS.ProcessEnv = {}): { status: number | null; said: string } {
  return buildCopy(project, { CURALOG_DIST: dist, ...environment });
}

/** Names beside the site folder, and in the folder that a build keeps there; without what was never made. */
function beside(): string[] {
  const kept = join(sandbox, "out/dist.build");
  return [...readdirSync(join(sandbox, "out")), ...(existsSync(kept) ? readdirSync(kept) : [])].sort();
}

function lockFile(): string {
  mkdirSync(`${dist}.build`, { recursive: true });
  return join(`${dist}.build`, "lock");
}

/** A process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["--eval", ""]).pid;
}

test("a site is replaced whole, and a lock that a killed build left is taken over", () => {
  writeFileSync(lockFile(), String(deadProcess()));
  const { status, said } = build();
  assert.equal(status, 0, said);
  assert.match(
    said,
    /^15 files checked: 0 errors, 0 warnings\n\d+ pages and \d+ other files in [\d.]+ s; \d+ rendered, \d+ from the cache, \d+ files changed in the site\nreading the content\n/,
  );
  assert.equal(existsSync(join(dist, "last.txt")), false);
  assert.deepEqual(readdirSync(dist), readdirSync(good));
  // The site that was there is what the next one is made in.
  assert.deepEqual(beside(), ["dist", "dist.build", "next", "record.json"]);
});

test("the editing page is there when it is switched on, the same each time, and the pages as without it", (t) => {
  const readSite = () => new Map(listFiles(dist).map((file) => [file, readFileSync(join(dist, file), "base64")]));
  rmSync(join(dist, "last.txt"));
  const without = readSite();
  assert.equal([...without.keys()].filter((file) => file.startsWith("admin/")).length, 0);

  const { status, said } = build({ CURALOG_CMS: "owner/name" });
  assert.equal(status, 0, said);
  const first = readSite();
  const added = [...first.keys()].filter((file) => !without.has(file));
  t.diagnostic(`${added.length} files added to ${without.size}`);
  assert.ok(added.length >= 100 && added.every((file) => file.startsWith("admin/")));
  for (const name of ["index.html", "config.json", "licences.md"]) assert.ok(first.has(`admin/${name}`), name);
  const config = JSON.parse(readFileSync(join(dist, "admin/config.json"), "utf8"));
  assert.equal(config.site_url, getConfig().siteUrl.href);
  const isForHosts = (file: string) => hiddenPaths().some((path) => `/${file}`.startsWith(path));
  for (const [file, bytes] of without) assert.ok(isForHosts(file) || first.get(file) === bytes, file);
  // Hosts that send every header that matches would hold the page to a policy that its styles break.
  assert.doesNotMatch(readFileSync(join(dist, "_headers"), "utf8"), /default-src 'self'/);

  build({ CURALOG_CMS: "owner/name" });
  const second = readSite();
  assert.deepEqual([...second.keys()], [...first.keys()]);
  for (const [file, bytes] of first) assert.ok(second.get(file) === bytes, file);
});

test("a second build into a folder does not begin", () => {
  writeFileSync(lockFile(), String(process.pid));
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, new RegExp(`^A build into ${dist} is running \\(process ${process.pid}\\)\n`));
  assert.equal(readFileSync(lockFile(), "utf8"), String(process.pid));
  assert.ok(existsSync(join(dist, "last.txt")));
});

test("a folder that no build wrote is left alone", () => {
  rmSync(join(dist, "404.html"));
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, /^The site is not built into .*dist: .* was not written by a build\. Set CURALOG_DIST/m);
  assert.ok(existsSync(join(dist, "last.txt")));
});

test("a site is replaced by one of another name, and a link to a folder is left alone", (t) => {
  rmSync(join(dist, "last.txt"));
  assert.equal(build().status, 0);
  const settings = join(project, "curalog.config.yaml");
  const known = readFileSync(settings, "utf8");
  t.after(() => writeFileSync(settings, known));
  const renamed = known.replace(/^( +name: )Curalog$/m, "$1News & more");
  assert.notEqual(renamed, known);
  writeFileSync(settings, renamed);
  for (const replaced of ["the site of the former name", "its own"]) assert.equal(build().status, 0, replaced);

  const place = join(sandbox, "out/place");
  renameSync(dist, place);
  symlinkSync(place, dist);
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, /^The site is not built into .*dist: it is a symbolic link, .*\. Set CURALOG_DIST/m);
  assert.ok(existsSync(join(place, "index.html")));
});

test("a site that is under version control is left alone", () => {
  writeFileSync(join(dist, ".git"), "");
  assert.match(build().said, /was not written by a build/);
});

test("a story's image is an enclosure of every feed that has the story, with the length and type of its file", async () => {
  const { counts, violations } = await feedsCheck.run(readSite(good, getConfig().siteUrl));
  assert.deepEqual(violations, []);
  // All news, topic, offering and organization; RSS names it twice.
  assert.deepEqual(
    counts.find(({ what }) => what === "enclosures"),
    { what: "enclosures", count: 16, least: 0 },
  );
  const url = new URL("images/2026/a%20drawing.jpg", getConfig().siteUrl);
  assert.ok(
    readFileSync(join(good, "feed.xml"), "utf8").includes(
      `<enclosure url="${url}" length="${PNG.length}" type="image/png"/>`,
    ),
  );
});

test("every page has one doctype and begins with it, whatever its texts say", (t) => {
  const story = join(project, "content/news/2026/doctype.md");
  t.after(() => rmSync(story));
  const text = "A <!doctype html> in it";
  const fields = [`title: ${text}`, `author: ${text}`, `summary: ${text}`, "date: 2026-11-20"];
  writeFileSync(
    story,
    ["---", ...fields, "link: https://a.example/", "categories: ['HL7: FHIR']", "---", text, ""].join("\n"),
  );
  const { status, said } = build({ CURALOG_PAGES_ONLY: "on" });
  assert.equal(status, 0, said);
  const { pages } = readSite(dist, getConfig().siteUrl);
  assert.ok(pages.some(({ path }) => path === "/news/doctype/"));
  assert.ok(pages.some(({ path }) => path.startsWith("/author/")));
  for (const { path, html } of pages) {
    assert.match(html, /^<!doctype html>/i, path);
    assert.doesNotMatch(html.slice(15, 200), /<!doctype/i, path);
  }
});

test("topics alone: no story, no author, no offering, no organization, no facts, no former address", async () => {
  const content = join(sandbox, "out/topics");
  for (const folder of ["topics", "vocabulary"])
    cpSync(join(project, "content", folder), join(content, folder), { recursive: true });
  const topic = join(content, "topics/hl7-fhir.md");
  writeFileSync(topic, readFileSync(topic, "utf8").replace(/^aliases: .*\n/m, ""));
  const { status, said } = build({ CURALOG_CONTENT: content });
  assert.equal(status, 0, said);
  const report = await verifySite(readSite(dist, getConfig().siteUrl), 10);
  assert.equal(violationCount(report), 0, formatVerification(report));
});

test("the project and the folders of its sources are not built over", () => {
  const names = readdirSync(project);
  for (const folder of [".", "/", "content", "node_modules", "src/new"]) {
    const { status, said } = build({ CURALOG_DIST: folder });
    assert.equal(status, 1, folder);
    assert.match(said, /^The site is not built into /m, folder);
    assert.doesNotMatch(said, /\n {4}at /);
  }
  assert.deepEqual(readdirSync(project), names);
});

test("content elsewhere is not built over either", () => {
  const content = join(sandbox, "out/content");
  cpSync(join(project, "content"), content, { recursive: true });
  const { said } = build({ CURALOG_CONTENT: content, CURALOG_DIST: join(sandbox, "out") });
  assert.match(said, /the project or its content is in it/);
});

test("a setting that cannot be used is told in a sentence, and a blank one is none", () => {
  const { status, said } = build({ CURALOG_BUILD_DATE: "2026-02-30", CURALOG_URL: " " });
  assert.equal(status, 1);
  assert.match(said, /^CURALOG_BUILD_DATE must be a day that exists, as YYYY-MM-DD, but it is '2026-02-30'\.\n/m);
  assert.doesNotMatch(said, /\n {4}at /);
});

test("the last good site comes back after a build was killed between its renames, whatever the content is now", () => {
  mkdirSync(`${dist}.build`);
  for (const inItsPlace of ["nothing", "an empty folder"]) {
    renameSync(dist, join(`${dist}.build`, "previous"));
    if (inItsPlace !== "nothing") mkdirSync(dist);
    const { status, said } = build({ CURALOG_CONTENT: join(sandbox, "no-content") });
    assert.equal(status, 1, inItsPlace);
    assert.match(said, /^No content files in /m, inItsPlace);
    assert.ok(existsSync(join(dist, "last.txt")), inItsPlace);
    assert.deepEqual(beside(), ["dist", "dist.build"], inItsPlace);
  }
});

test("a file in public named as a folder of pages is told, and the site left as it was", (t) => {
  const file = join(project, "public/news");
  t.after(() => rmSync(file));
  writeFileSync(file, "");
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, /^Two sources write news: .+ and .*public\/news\. Rename one of them\.\n/m);
  assert.ok(existsSync(join(dist, "last.txt")));
});

/** Has the next build, when it compiles, add a line to a file; afterwards all is as it was. */
function addWhileCompiling(t: TestContext, file: string, line: string): void {
  const config = join(project, "astro.config.mjs");
  const [known, healthy] = [readFileSync(file), readFileSync(config)];
  t.after(() => {
    writeFileSync(file, known);
    writeFileSync(config, healthy);
  });
  // Astro reads this file after the check, to compile the code that it belongs to.
  const call = `appendFileSync(${JSON.stringify(file)}, ${JSON.stringify(`${line}\n`)})`;
  appendFileSync(config, `\nimport { appendFileSync } from "node:fs";\n${call};\n`);
}

test("code that changes while it is compiled stops the build, and is not kept as what it was", (t) => {
  addWhileCompiling(t, join(project, "src/styles/lists.css"), "i { color: red }");
  const before = countCompiled();
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, /^The code changed while the site was being built\. Build again\.\n/m);
  assert.ok(existsSync(join(dist, "last.txt")));
  assert.equal(countCompiled(), before);
});

/** How many states of the code are cached; nothing else in the cache is as large. */
function countCompiled(): unknown {
  const database = new DatabaseSync(join(project, ".cache/cache.sqlite"), { readOnly: true });
  const row = database.prepare("SELECT count(*) AS compiled FROM entries WHERE length(bytes) > 500000").get();
  database.close();
  return row?.["compiled"];
}

test("a file that changes after the check stops the build and leaves the site", (t) => {
  addWhileCompiling(t, join(project, "content/news/2026/a-healthy-story.md"), "One more line.");
  const { status, said } = build();
  assert.equal(status, 1);
  assert.match(said, /^news\/2026\/a-healthy-story\.md changed while the site was being built\. Build again\.\n/m);
  assert.doesNotMatch(said, /\n {4}at /);
  assert.ok(existsSync(join(dist, "last.txt")));
});
