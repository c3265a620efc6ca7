/** Where the time of a build goes: its phases one after the other, from clean, after one edit, and when nothing changed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Phase, phases } from "../src/builder/build-site.ts";
import { removeBuilt } from "./build-parts.ts";
import { type Table, toText } from "./build-report.ts";
import { createEditor, describeSize, type Size, writeContent } from "./build-size.ts";

/** The day up to which stories of the corpus are dated. */
const BUILD_DATE = "2026-11-22";

/** Prints a table in seconds. */
export function measurePhases(size: Size, isPagesOnly: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), "curalog-phases-"));
  try {
    const contentRoot = join(folder, "content");
    const siteFolder = join(folder, "site");
    writeContent(contentRoot, size);
    const environment = {
      CURALOG_BUILD_DATE: BUILD_DATE,
      CURALOG_CONTENT: contentRoot,
      CURALOG_DIST: siteFolder,
      ...(isPagesOnly && { CURALOG_PAGES_ONLY: "on" }),
    };
    const build = () => timeBuild(environment);
    removeBuilt(siteFolder);
    const clean = build();
    createEditor(contentRoot, size).edit();
    const edited = build();
    const unchanged = build();
    console.log(toText(toTable(size, isPagesOnly, { clean, edited, unchanged })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds by phase. */
type Times = ReadonlyMap<Phase, number>;

/** In a process of its own, as a build is. */
function timeBuild(environment: NodeJS.ProcessEnv): Times {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, "time-phases.ts")], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  return new Map(JSON.parse(output));
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
