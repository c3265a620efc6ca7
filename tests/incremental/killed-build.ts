/** Builds that are killed or fail, and what they leave. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { watch } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startBuild } from "../project-copy.ts";
import { writeTo } from "./edit.ts";
import type { Sandbox } from "./sandbox.ts";
import { compareSites, type SiteDigest } from "./site-digest.ts";

/** The kernel needs a moment to take down a process with threads. */
const PATIENCE = 100;
const TICK_MS = 20;
const BAD = "content/topics/hl7-broken.md";

/**
 * Starts a build and kills it when the promise resolves; false when it was over by then. Alone is the process that
 * builds, without npm around it and what it started itself.
 */
export async function killBuild(
  sandbox: Sandbox,
  moment: Promise<unknown>,
  { isAlone }: { readonly isAlone: boolean },
): Promise<boolean> {
  const build = startBuild(sandbox.project, sandbox.settings);
  const group = build.process.pid;
  assert.ok(group);
  await Promise.race([moment, once(build.process, "exit")]);
  const isRunning = build.process.exitCode === null && build.process.signalCode === null;
  const builder = isAlone ? readBuilder(sandbox) : undefined;
  if (isRunning) process.kill(builder ?? -group, "SIGKILL");
  const { status, said } = await build.end;
  assert.ok(isRunning || status === 0, said);
  return isRunning && status !== 0;
}

/** Undefined before it has the lock. */
function readBuilder({ dist }: Sandbox): number | undefined {
  const lock = join(`${dist}.build`, "lock");
  return existsSync(lock) ? Number(readFileSync(lock, "utf8")) || undefined : undefined;
}

/** Resolves when the site is moved away or put in place. */
export async function waitForSwap({ project, dist }: Sandbox, signal: AbortSignal): Promise<void> {
  const changes = watch(project, { signal });
  try {
    for await (const { filename } of changes) if (filename === basename(dist)) return;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** No process works in the project any more. */
export async function assertAllGone({ project }: Sandbox): Promise<void> {
  for (let tries = 0; findProcesses(project).length > 0 && tries < PATIENCE; tries += 1) await sleep(TICK_MS);
  assert.deepEqual(findProcesses(project), [], "a killed build left processes behind");
}

function findProcesses(project: string): string[] {
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

/** The name of the site that was found; a mixture of them has none. */
export function nameSite(found: SiteDigest, sites: Readonly<Record<string, SiteDigest>>): string {
  const name = Object.keys(sites).find((one) => compareSites(sites[one] ?? new Map(), found).length === 0);
  if (name !== undefined) return name;
  const [differences = []] = Object.values(sites)
    .map((site) => compareSites(site, found))
    .sort((a, b) => a.length - b.length);
  assert.fail(`the site is a mixture: ${differences.length} files, such as ${differences.slice(0, 5).join("; ")}`);
}

/** A build of content with an error fails and says why; the error is taken out again. */
export async function failBuild({ project, settings }: Sandbox): Promise<void> {
  writeTo(project, BAD, "---\nname: 'HL7: Broken'\ndescription: Lost.\nrelated: ['HL7: No Such Topic']\n---\n");
  const { status, said } = await startBuild(project, settings).end;
  rmSync(join(project, BAD));
  assert.equal(status, 1, said);
  assert.match(said, /topics\/hl7-broken\.md/);
  assert.match(said, /No Such Topic/);
  assert.match(said, /: 1 error/);
}
