/**
 * A build that is killed at any moment leaves the old site or the new one,
 * never a mixture, and nothing that runs; the next build is right.
 */
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { readText, writeTo } from "../edit.ts";
import { applyEdit } from "../edits.ts";
import { storyText } from "../entry-edits.ts";
import { setField } from "../field-edits.ts";
import { assertAllGone, failBuild, killBuild, nameSite, waitForSwap } from "../killed-build.ts";
import { assertSame, buildClean, createSandbox, mustBuild } from "../sandbox.ts";
import { compareSites, digestSite, type SiteDigest } from "../site-digest.ts";

const MOMENTS = 20;
/** The moments are hardly ever in the one that counts most, between two renames. */
const SWAPS = 5;
/** Time is counted in these, not read from a clock: how long a build takes is no result, it only spreads the moments. */
const TICK_MS = 20;
/** A build from new code, which can reuse little, is killed now and then. */
const CODE_EVERY = 3;
const STORY = "content/news/2026/the-newest-story.md";

const sandbox = createSandbox(1);
const { dist, project } = sandbox;
after(() => sandbox.close());

/** Drawn once, so that each time it is the same story that comes. */
const story = storyText(sandbox, "The newest story");

/** Changes many pages, or changes them back: the newest story comes or goes, and a topic is described otherwise. */
function editContent(): void {
  const isThere = existsSync(join(project, STORY));
  if (isThere) rmSync(join(project, STORY));
  else writeTo(project, STORY, story);
  setField(sandbox, "topics/hl7-fhir.md", ["description"], isThere ? "As it was." : "As it is now.");
}

/** The site of a clean build for each state of content and code, which the edits come back to. */
const cleanSites = new Map<string, SiteDigest>();
async function getCleanSite(): Promise<SiteDigest> {
  const state = `${existsSync(join(project, STORY))} ${readText(project, "src/styles/lists.css")}`;
  const site = cleanSites.get(state) ?? (await buildClean(sandbox));
  cleanSites.set(state, site);
  return site;
}

/** How long a build takes, in milliseconds. */
async function measureBuild(): Promise<number> {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, TICK_MS);
  await mustBuild(sandbox);
  clearInterval(timer);
  return ticks * TICK_MS;
}

/** The site is away between two renames; then the last one is whole, and comes back even when the next build fails. */
async function assertComesBack(old: SiteDigest): Promise<void> {
  assert.deepEqual(compareSites(old, digestSite(join(`${dist}.build`, "previous"))), []);
  await failBuild(sandbox);
  assert.deepEqual(compareSites(old, digestSite(dist)), []);
}

test(`a build killed at ${MOMENTS} moments, and ${SWAPS} times as the site is put in place`, async (t) => {
  editContent();
  await mustBuild(sandbox);
  editContent();
  const duration = await measureBuild();
  let old = await getCleanSite();
  let killed = 0;
  for (let round = 0; round < MOMENTS + SWAPS; round += 1) {
    editContent();
    if (round % CODE_EVERY === CODE_EVERY - 1) await applyEdit(sandbox, "style");
    const now = await getCleanSite();
    assert.ok(compareSites(old, now).length > 0, "the edit changes nothing");
    const isAlone = round % 2 === 1;
    const stop = new AbortController();
    const time = (duration * (round + sandbox.random())) / MOMENTS;
    const moment = round < MOMENTS ? sleep(time, undefined, { ref: false }) : waitForSwap(sandbox, stop.signal);
    const isKilled = await killBuild(sandbox, moment, { isAlone });
    stop.abort();
    if (isKilled) killed += 1;
    await assertAllGone(sandbox);
    const found = existsSync(dist) ? nameSite(digestSite(dist), { old, new: now }) : "away";
    if (found === "away") await assertComesBack(old);
    t.diagnostic(`${isKilled ? "killed" : "not killed"} in round ${round + 1}: the site is ${found}`);
    await mustBuild(sandbox);
    assertSame(sandbox, now, `the build after round ${round + 1}`, t.diagnostic.bind(t));
    old = now;
  }
  assert.ok(killed >= MOMENTS / 2, `only ${killed} builds were killed before they ended`);
});
