/** Measures the engines one after another, prints tables and goals, and keeps the numbers of a whole run. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { getConfig } from "../src/config/config.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";
import { codeSize } from "./code-size.ts";
import type { Engine } from "./engine.ts";
import { type EngineKey, engineKeys, importEngine } from "./engines/index.ts";
import { compareGoals, toCells } from "./goals.ts";
import { checkSite, MAIN_THREAD_SIZE, type MainThread, measureMainThread } from "./main-thread.ts";
import type { Measured } from "./measure.ts";
import {
  describeEngines,
  describeMachine,
  describeMainThread,
  describeSize,
  LEGEND,
  type ReportRow,
} from "./report.ts";
import { alignColumns } from "./table.ts";

export const allSizes = [1000, 10_000, 50_000, 100_000];

/** An engine that has written no index and answered nothing in this time is left out. */
const MOST_MINUTES = 20;
const RESULTS = fileURLToPath(new URL("results/search.json", import.meta.url));
const RUN_ONE = fileURLToPath(new URL("run-one.ts", import.meta.url));

const run = promisify(execFile);

export async function benchSearch(sizes: readonly number[], keys: readonly EngineKey[]): Promise<void> {
  const isWhole = sizes.length === allSizes.length && keys.length === engineKeys.length;
  const isPageMeasured = sizes.includes(MAIN_THREAD_SIZE) && keys.includes("curalog");
  // So that a missing site is reported now, and not after half an hour.
  if (isPageMeasured) await checkSite();

  const engines = await Promise.all(keys.map(async (key) => ({ key, ...(await importEngine(key)) })));
  print(describeMachine(), describeEngines(engines));
  const rows: ReportRow[] = [];
  const codes = new Map<EngineKey, number>();
  for (const size of sizes) {
    const ofSize: ReportRow[] = [];
    const notRun = new Map<string, string>();
    for (const { key, name, isForgiving, browserCode } of engines) {
      console.error(`${name} at ${size} ...`);
      const measured = await measureApart(key, size);
      if (typeof measured === "string") {
        notRun.set(name, measured);
        continue;
      }
      const code = codes.get(key) ?? measured.codeBytes ?? (await codeSize(browserCode ?? ""));
      codes.set(key, code);
      ofSize.push({ ...measured, engine: name, isOwn: key === "curalog", isForgiving, code });
    }
    print(describeSize(size, ofSize, notRun));
    rows.push(...ofSize);
  }
  print(LEGEND);
  const mainThread = isPageMeasured ? await measureMainThread() : undefined;
  if (mainThread) print(describeMainThread(mainThread));
  const outcomes = compareGoals(rows, mainThread);
  if (outcomes.length > 0) print(alignColumns(outcomes.map(toCells)));
  if (isWhole) await save(engines, rows, mainThread);
}

/** In a process of its own, so with a clean heap. A text says why there are no numbers. */
async function measureApart(key: EngineKey, size: number): Promise<Measured | string> {
  try {
    const { stdout } = await run(process.execPath, ["--expose-gc", RUN_ONE, key, String(size)], {
      maxBuffer: 2 ** 26,
      timeout: MOST_MINUTES * 60_000,
    });
    return JSON.parse(stdout);
  } catch (error) {
    if (error instanceof Error && "killed" in error && error.killed) return `not done in ${MOST_MINUTES} minutes`;
    // An engine that cannot bear a size must not take the numbers of the others with it.
    console.error(error);
    return "it failed";
  }
}

async function save(
  engines: readonly Engine[],
  rows: readonly ReportRow[],
  mainThread: MainThread | undefined,
): Promise<void> {
  const versions = Object.fromEntries(engines.map(({ name, version }) => [name, version]));
  const results = { date: getConfig().buildDate, machine: describeMachine().join("; "), versions, rows, mainThread };
  const toThousandths = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toFixed(3)) : value);
  await writeFileAtomically(RESULTS, `${JSON.stringify(results, toThousandths, 2)}\n`);
  print([`The numbers are in ${RESULTS}`]);
}

function print(...blocks: readonly (readonly string[])[]): void {
  for (const block of blocks) console.log(`${block.join("\n")}\n`);
}
