/**
 * A build that reuses what the last one made gives the site of a clean build,
 * to the byte, after an edit of every kind. In the short form the edits of a
 * step are built together; in the long form each is built and compared alone.
 */
import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBuild } from "../project-copy.ts";
import { codeEdits } from "./code-edits.ts";
import { writeTo } from "./edit.ts";
import { applyEdit, edits } from "./edits.ts";
import { assertSame, buildBoth, createSandbox, isLong, mustBuild, type Sandbox } from "./sandbox.ts";
import { compareSites, digestSite, type SiteDigest, timesOf } from "./site-digest.ts";

/** Edits of a step touch different files, so that none hides that another was overlooked. */
const CONTENT_STEPS: readonly (readonly string[])[] = [
  [
    "body",
    "image added",
    "image added",
    "file in public added",
    "file in public added",
    "facts about certified products",
    "facts about links",
  ],
  [
    "body, of the same length and time",
    "title",
    "summary",
    "author",
    "topics of a story",
    "image replaced",
    "image replaced, of the same length",
    "file in public changed",
    "alias added",
  ],
  [
    "topic description",
    "offering name",
    "organization name",
    "new story at the top of the river",
    "new offering of a new organization",
    "deletion of an offering",
    "file in public removed",
    "alias removed",
  ],
  ["rename", "topic name", "deletion of a story", "deletion of an organization", "draft", "image removed"],
];

/** After one of these hardly a page is what it was: in the short form they are one step. */
const CODE_STEP: readonly string[] = codeEdits.map(({ kind }) => kind);

/** In the short form these are also built alone, since a step that has others would hide that one is overlooked. */
const ALONE = ["version of a dependency", "schema", "CURALOG_URL"];

let sandbox: Sandbox;
let clean: SiteDigest = new Map();

before(async () => {
  sandbox = createSandbox(1);
  await mustBuild(sandbox);
});

after(() => sandbox.close());

test("the steps make an edit of every kind", (t) => {
  const made = new Set([...CONTENT_STEPS.flat(), ...CODE_STEP]);
  t.diagnostic(`${made.size} kinds of edit on ${sandbox.entries} entries`);
  assert.deepEqual(
    edits.map(({ kind }) => kind).filter((kind) => !made.has(kind)),
    [],
  );
});

for (const step of isLong ? alone(CONTENT_STEPS) : CONTENT_STEPS) testStep(step);

/** The first files that were written since. */
function findRewritten(times: ReadonlyMap<string, number>): string[] {
  const now = timesOf(sandbox.dist);
  return [...times.keys()].filter((file) => now.get(file) !== times.get(file)).slice(0, 3);
}

test("what was done to the built site by hand is undone", async (t) => {
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

test("an error in the content leaves the site as it was; once mended, the site is right", async (t) => {
  const { dist, project, settings } = sandbox;
  const times = timesOf(dist);
  const bad = join(project, "content/topics/hl7-broken.md");
  writeFileSync(bad, "---\nname: 'HL7: Broken'\ndescription: Lost.\nrelated: ['HL7: No Such Topic']\n---\n");
  const { status, said } = await startBuild(project, settings).end;
  assert.equal(status, 1, said);
  assert.match(said, /No Such Topic/);
  assertSame(sandbox, clean, "a failed build", t.diagnostic.bind(t));
  assert.deepEqual(findRewritten(times), []);
  rmSync(bad);
  await mustBuild(sandbox);
  assertSame(sandbox, clean, "a build after a failed one", t.diagnostic.bind(t));
});

test("when nothing changed, no file is written again", async (t) => {
  const times = timesOf(sandbox.dist);
  await mustBuild(sandbox);
  assertSame(sandbox, clean, "a build of nothing new", t.diagnostic.bind(t));
  assert.deepEqual(findRewritten(times), []);
});

test("with --force nothing is reused", async (t) => {
  await mustBuild(sandbox, ["--force"]);
  assertSame(sandbox, clean, "a forced build", t.diagnostic.bind(t));
});

if (!isLong) {
  for (const kind of ALONE) {
    test(`an edit of the ${kind} is seen`, async (t) => {
      const last = digestSite(sandbox.dist);
      t.diagnostic(await applyEdit(sandbox, kind));
      await mustBuild(sandbox);
      const changed = compareSites(last, digestSite(sandbox.dist)).length;
      t.diagnostic(`${changed} files of ${last.size} changed`);
      assert.ok(changed > 0);
    });
  }
}

for (const step of isLong ? alone([CODE_STEP]) : [CODE_STEP.filter((kind) => !ALONE.includes(kind))]) testStep(step);

function alone(steps: readonly (readonly string[])[]): string[][] {
  return steps.flat().map((kind) => [kind]);
}

function testStep(kinds: readonly string[]): void {
  test(`after an edit of: ${kinds.join(", ")}`, async (t) => {
    for (const kind of kinds) t.diagnostic(await applyEdit(sandbox, kind));
    const last = clean;
    clean = await buildBoth(sandbox, "the edited site", t.diagnostic.bind(t));
    assert.ok(compareSites(last, clean).length > 0, "the edit changes nothing");
  });
}
