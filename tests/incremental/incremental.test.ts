/**
 * A build that reuses what the last one made gives the site of a clean build, to the byte. Edits of many kinds are
 * built together here, in two steps of content and one of code; `npm run test:long` builds and compares each alone.
 */
import assert from "node:assert/strict";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { copyProject } from "../project-copy.ts";
import { codeEdits } from "./code-edits.ts";
import { writeTo } from "./edit.ts";
import { applyEdit, contentEdits, PREPARATIONS } from "./edits.ts";
import { assertAllGone, failBuild, killBuild, nameSite, waitForSwap } from "./killed-build.ts";
import { assertSame, buildBoth, buildClean, createSandbox, mustBuild, type Sandbox } from "./sandbox.ts";
import { compareSites, digestSite, type SiteDigest, timesOf } from "./site-digest.ts";

/** What a CI service would restore. */
const CACHE = ".cache";

let sandbox: Sandbox;
let clean: SiteDigest = new Map();

before(async () => {
  sandbox = createSandbox(1, { news: 20, offerings: 10 });
  for (const kind of PREPARATIONS) await applyEdit(sandbox, kind);
  await mustBuild(sandbox);
});

after(() => sandbox.close());

/** Edits that change hardly more than the page of their file; in one step with others, these would change it as well. */
const QUIET = [
  "body",
  "body, of the same length and time",
  "image replaced",
  "image replaced, of the same length",
  "document replaced",
  "file in public changed",
  "facts about certified products",
  "facts of an interface",
  "facts about links",
];
const OTHERS = contentEdits.map(({ kind }) => kind).filter((kind) => !QUIET.includes(kind));

for (const [kinds, what] of [
  [QUIET, "of texts, images and facts"],
  [OTHERS, "of the content of every other kind"],
] as const) {
  test(`after edits ${what} the site is right`, async (t) => {
    const last = digestSite(sandbox.dist);
    for (const kind of kinds) t.diagnostic(await applyEdit(sandbox, kind));
    clean = await buildBoth(sandbox, "the edited site", t.diagnostic.bind(t));
    const changed = compareSites(last, clean).length;
    assert.ok(changed > kinds.length, `the edits change only ${changed} files`);
  });
}

test("when nothing changed, no file is written again", async (t) => {
  const times = timesOf(sandbox.dist);
  await mustBuild(sandbox);
  assertSame(sandbox, clean, "a build of nothing new", t.diagnostic.bind(t));
  assert.deepEqual(findRewritten(times), []);
});

test("an error in the content leaves the site as it was", async (t) => {
  const times = timesOf(sandbox.dist);
  await failBuild(sandbox);
  assertSame(sandbox, clean, "a failed build", t.diagnostic.bind(t));
  assert.deepEqual(findRewritten(times), []);
});

test("once the error is mended the site is right, and what was done to it by hand is undone", async (t) => {
  const { dist } = sandbox;
  const page = join(dist, "about/index.html");
  // In place, so that a second name of the same file would change too.
  writeFileSync(page, readFileSync(page, "utf8").replace("<main", "<MAIN"));
  appendFileSync(join(dist, "robots.txt"), "Disallow: /\n");
  rmSync(join(dist, "feed.xml"));
  rmSync(join(dist, "topic"), { recursive: true });
  writeTo(dist, "stray.txt", "");
  writeTo(dist, "stray/index.html", "");
  await mustBuild(sandbox);
  assertSame(sandbox, clean, "a site changed by hand", t.diagnostic.bind(t));
});

test("an edit of the code renders what is made of it, and a cache that was restored elsewhere is as good as one that stayed", async (t) => {
  const { project, dist } = sandbox;
  const renderedIn = (said: string) => Number(/([\d,]+) rendered/.exec(said)?.[1]?.replaceAll(",", ""));

  appendFileSync(join(project, "src/authoring/new/create-entry.ts"), "\n");
  const least = renderedIn(await mustBuild(sandbox));
  assert.ok(least < clean.size / 20, `after an edit of a command, ${least} files are rendered`);

  // Pages left at former addresses have no Markdown.
  const topics = [...clean.keys()].filter((file) => /^topic\/[^/]+\/index\.md$/.test(file)).length;
  for (const rendered of [least + topics, least]) {
    t.diagnostic(await applyEdit(sandbox, "template of a topic"));
    assert.equal(renderedIn(await mustBuild(sandbox)), rendered);
  }
  assertSame(sandbox, clean, "a template changed and changed back", t.diagnostic.bind(t));

  const folder = mkdtempSync(join(tmpdir(), "curalog-restored-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const restored = join(folder, "another/place/project");
  copyProject(restored, { from: project, content: join(project, "content") });
  // With other inodes and times.
  cpSync(join(project, CACHE), join(restored, CACHE), { recursive: true });
  assert.equal(renderedIn(await mustBuild({ ...sandbox, project: restored })), least);
  assert.deepEqual(compareSites(digestSite(dist), digestSite(join(restored, "dist"))), []);
});

test("after edits of the code of every kind, and a build that was killed as it put the site in place, the site is right", async (t) => {
  const { dist } = sandbox;
  for (const { kind } of codeEdits) t.diagnostic(await applyEdit(sandbox, kind));
  const sites = { old: clean, new: await buildClean(sandbox) };
  assert.ok(compareSites(sites.old, sites.new).length > codeEdits.length, "the edits change nothing");

  const stop = new AbortController();
  const isKilled = await killBuild(sandbox, waitForSwap(sandbox, stop.signal), { isAlone: false });
  stop.abort();
  await assertAllGone(sandbox);
  const found = existsSync(dist) ? nameSite(digestSite(dist), sites) : "away";
  t.diagnostic(`${isKilled ? "killed" : "not killed"}: the site is ${found}`);

  // The last site comes back even when the next build cannot give another.
  await failBuild(sandbox);
  assert.deepEqual(compareSites(found === "new" ? sites.new : sites.old, digestSite(dist)), []);
  await mustBuild(sandbox);
  assertSame(sandbox, sites.new, "the build after a killed one", t.diagnostic.bind(t));
});

/** The first files that were written since. */
function findRewritten(times: ReadonlyMap<string, number>): string[] {
  const now = timesOf(sandbox.dist);
  return [...times.keys()].filter((file) => now.get(file) !== times.get(file)).slice(0, 3);
}
