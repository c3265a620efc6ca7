/** Where the time of a build goes: its phases one after the other, from clean, after one edit, and when nothing changed. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite, type Phase, phases } from "../src/builder/build-site.ts";
import { digestOfSiteCode } from "../src/builder/code-digest.ts";
import { getConfig, site } from "../src/config.ts";
import { removeBuilt } from "./build-parts.ts";
import { project } from "./build-peers.ts";
import { type Table, toText } from "./build-report.ts";
import { createEditor, describeSize, type Size, writeContent } from "./build-size.ts";

/** The day up to which stories of the corpus are dated. */
const BUILD_DATE = "2026-11-22";

/** Calls builds from this process; prints a table in seconds. */
export async function measurePhases(size: Size, isPagesOnly: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "curalog-phases-"));
  try {
    const contentRoot = join(folder, "content");
    const siteFolder = join(folder, "site");
    writeContent(contentRoot, size);
    const build = () => timePhases({ contentRoot, siteFolder, isPagesOnly });
    removeBuilt(siteFolder);
    const clean = await build();
    createEditor(contentRoot, size).edit();
    const edited = await build();
    const unchanged = await build();
    console.log(toText(toTable(size, isPagesOnly, { clean, edited, unchanged })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds by phase. */
type Times = ReadonlyMap<Phase, number>;

async function timePhases(of: { contentRoot: string; siteFolder: string; isPagesOnly: boolean }): Promise<Times> {
  const times = new Map<Phase, number>();
  let current: Phase | undefined;
  let since = performance.now();
  const turn = (next?: Phase) => {
    const now = performance.now();
    if (current) times.set(current, (now - since) / 1000);
    [current, since] = [next, now];
  };
  const code = digestOfSiteCode(project, process.env);
  const { cacheFolder, imageRoot, indexing } = getConfig();
  const settings = {
    project,
    code,
    siteName: site.name,
    imageRoot,
    cacheFolder,
    buildDate: BUILD_DATE,
    commit: undefined,
  };
  const flags = { indexing, cms: undefined, isCompressed: false, isForced: false };
  await buildSite({ ...settings, ...flags, ...of }, turn);
  turn();
  return times;
}

function toTable(size: Size, isPagesOnly: boolean, builds: Readonly<Record<string, Times>>): Table {
  const names = Object.keys(builds);
  const show = (times: Times | undefined, phase: Phase) => times?.get(phase)?.toFixed(2) ?? "";
  const sum = (times: Times | undefined) => [...(times?.values() ?? [])].reduce((a, b) => a + b, 0).toFixed(2);
  return {
    title: `${describeSize(size)}, ${isPagesOnly ? "pages only" : "everything on"}: seconds by phase`,
    head: ["phase", ...names],
    rows: [
      ...phases.map((phase) => [phase, ...names.map((name) => show(builds[name], phase))]),
      ["all", ...names.map((name) => sum(builds[name]))],
    ],
    notes: [],
  };
}
