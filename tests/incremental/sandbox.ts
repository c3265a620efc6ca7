/** A copy of the project with a part of the content, to edit and to build, and clean builds of the same state to compare it with. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomFrom } from "../../bench/random.ts";
import { copyProject, ELSEWHERE, startBuild } from "../project-copy.ts";
import { type CorpusSize, writeCorpus } from "./corpus.ts";
import type { State } from "./edit.ts";
import { assertSameSite, digestSite, type SiteDigest } from "./site-digest.ts";

/** Fewer files than this and the build, not the page, is at fault. */
const PLAUSIBLE_FILES = 1000;
const PLAUSIBLE_ENTRIES = 100;
const LONG: CorpusSize = { news: 150, offerings: 100 };

export interface Sandbox extends State {
  /** The folder that its builds write, absolute. */
  readonly dist: string;
  /** The number of content files that it began with. */
  readonly entries: number;
  readonly close: () => void;
}

/** Says a line beside the results of the tests. */
export type Say = (line: string) => void;

export function createSandbox(seed: number, size: CorpusSize = LONG): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "curalog-incremental-"));
  const content = join(folder, "content");
  const entries = writeCorpus(content, size);
  assert.ok(entries >= PLAUSIBLE_ENTRIES, `the corpus has only ${entries} entries`);
  const project = join(folder, "project");
  copyProject(project, { content });
  let edits = 0;
  return {
    project,
    dist: join(project, "dist"),
    entries,
    settings: {},
    random: randomFrom(seed),
    touched: new Set(),
    serial: () => {
      edits += 1;
      return edits;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Builds, and fails with what the build said when it is not built. */
export async function mustBuild(
  { project, settings, touched }: State,
  options: readonly string[] = [],
): Promise<string> {
  touched.clear();
  const { status, said } = await startBuild(project, settings, options).end;
  assert.equal(status, 0, `the build failed:\n${said}`);
  return said;
}

/** What a build makes of the state in a copy of its own, where there is nothing to reuse, in another time zone and language. */
export async function buildClean(state: State): Promise<SiteDigest> {
  const folder = mkdtempSync(join(tmpdir(), "curalog-clean-"));
  try {
    const project = join(folder, "project");
    copyProject(project, { from: state.project, content: join(state.project, "content") });
    await mustBuild({ ...state, project, settings: { ...state.settings, ...ELSEWHERE } });
    return digestSite(join(project, "dist"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds upon the last build, beside it a clean one, and compares the two. */
export async function buildBoth(sandbox: Sandbox, what: string, say: Say): Promise<SiteDigest> {
  const [clean] = await Promise.all([buildClean(sandbox), mustBuild(sandbox)]);
  assertSame(sandbox, clean, what, say);
  return clean;
}

/** Compares what was built with what must be there. */
export function assertSame({ dist }: Sandbox, expected: SiteDigest, what: string, say: Say): void {
  assertSameSite(expected, digestSite(dist), { what, least: PLAUSIBLE_FILES, say });
}
