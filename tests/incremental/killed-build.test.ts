/**
 * A build that is killed at any moment leaves the old site or the new one,
 * never a mixture, and nothing that runs; the next build is right.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { watch } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startBuild } from "../project-copy.ts";
import { readText, writeTo } from "./edit.ts";
import { applyEdit } from "./edits.ts";
import { storyText } from "./entry-edits.ts";
import { setField } from "./field-edits.ts";
import { assertSame, buildClean, createSandbox, isLong, mustBuild } from "./sandbox.ts";
import { compareSites, digestSite, type SiteDigest } from "./site-digest.ts";

const MOMENTS = isLong ? 20 : 3;
/** The moments are hardly ever in the one that counts most, between two renames. */
const SWAPS = isLong ? 5 : 1;
/** Time is counted in these, not read from a clock: how long a build takes is no result, it only spreads the moments. */
const TICK_MS = 20;
/** The kernel needs a moment to take down a process with threads. */
const PATIENCE = 100;
/** In the long form a build from new code is killed now and then, of which little can be reused. */
const CODE_EVERY = isLong ? 3 : Number.POSITIVE_INFINITY;
const STORY = "content/news/2026/the-newest-story.md";
const BAD = "content/topics/hl7-broken.md";

const sandbox = createSandbox(1);
const { dist, project, settings } = sandbox;
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

/** Begins a build and kills it when the promise resolves; false when it was over by then. */
async function killBuild(moment: Promise<unknown>, isAlone: boolean): Promise<boolean> {
  const build = startBuild(project, settings);
  const group = build.process.pid;
  assert.ok(group);
  await Promise.race([moment, once(build.process, "exit")]);
  const isRunning = build.process.exitCode === null && build.process.signalCode === null;
  const builder = isAlone ? readBuilder() : undefined;
  if (isRunning) process.kill(builder ?? -group, "SIGKILL");
  const { status, said } = await build.end;
  assert.ok(isRunning || status === 0, said);
  return isRunning && status !== 0;
}

/** The process that builds, without npm around it and what it started itself; undefined before it has the lock. */
function readBuilder(): number | undefined {
  const lock = join(`${dist}.build`, "lock");
  return existsSync(lock) ? Number(readFileSync(lock, "utf8")) || undefined : undefined;
}

/** Resolves when the site is moved away or put in place. */
async function waitForSwap(signal: AbortSignal): Promise<void> {
  const changes = watch(project, { signal });
  try {
    for await (const { filename } of changes) if (filename === basename(dist)) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Processes that work in the project. */
function findProcesses(): string[] {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`).startsWith(project);
    } catch {
      // It ended meanwhile, or is another user's.
      return false;
    }
  });
}

async function assertAllGone(): Promise<void> {
  for (let tries = 0; findProcesses().length > 0 && tries < PATIENCE; tries += 1) await sleep(TICK_MS);
  assert.deepEqual(findProcesses(), [], "a killed build left processes behind");
}

function nameSite(found: SiteDigest, sites: Readonly<Record<string, SiteDigest>>): string {
  const name = Object.keys(sites).find((one) => compareSites(sites[one] ?? new Map(), found).length === 0);
  if (name !== undefined) return name;
  const [differences = []] = Object.values(sites)
    .map((site) => compareSites(site, found))
    .sort((a, b) => a.length - b.length);
  assert.fail(`the site is a mixture: ${differences.length} files, such as ${differences.slice(0, 5).join("; ")}`);
}

/** The site is away between two renames; then the last one is whole, and comes back even when the next build cannot. */
async function assertComesBack(old: SiteDigest): Promise<void> {
  assert.deepEqual(compareSites(old, digestSite(join(`${dist}.build`, "previous"))), []);
  writeTo(project, BAD, "---\nname: 'HL7: Broken'\n---\n");
  const { status, said } = await startBuild(project, settings).end;
  rmSync(join(project, BAD));
  assert.equal(status, 1, said);
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
    const moment = round < MOMENTS ? sleep(time, undefined, { ref: false }) : waitForSwap(stop.signal);
    const isKilled = await killBuild(moment, isAlone);
    stop.abort();
    if (isKilled) killed += 1;
    await assertAllGone();
    const found = existsSync(dist) ? nameSite(digestSite(dist), { old, new: now }) : "away";
    if (found === "away") await assertComesBack(old);
    t.diagnostic(`${isKilled ? "killed" : "not killed"} in round ${round + 1}: the site is ${found}`);
    await mustBuild(sandbox);
    assertSame(sandbox, now, `the build after round ${round + 1}`, t.diagnostic.bind(t));
    old = now;
  }
  assert.ok(killed >= MOMENTS / 2, `only ${killed} builds were killed before they ended`);
});
