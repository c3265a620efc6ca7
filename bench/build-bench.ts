/** Measures builds here and with peers, size by size, prints tables and goals, and keeps the numbers. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCommit } from "../src/config/config.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";
import { type BuildRow, compareBuilds, type Occasion } from "./build-goals.ts";
import { comparedPart, parts, peersOf, type Step, toChains } from "./build-parts.ts";
import { type BenchFolders, openPeer, type Peer, type PeerKey } from "./build-peers.ts";
import {
  assertSamePages,
  type BuildResults,
  type BuiltSite,
  dropUnknown,
  mergeResults,
  type Table,
  toGoalTables,
  toResultsFile,
  toSizeTables,
  toText,
} from "./build-report.ts";
import { describeSize, isFrom, type Size, writeContent } from "./build-size.ts";
import { countPages } from "./built-pages.ts";
import { measureDevEdit } from "./dev-edit.ts";
import { percentile } from "./measure.ts";
import { measureProcess, type ProcessCost, RunError } from "./measure-process.ts";
import { describeMachine } from "./report.ts";
import { measureSocialImages } from "./social-images.ts";

export interface BenchSettings {
  readonly sizes: readonly Size[];
  readonly peers: readonly PeerKey[];
  /** By the place of the size. Undefined: three, and one of 100,000 stories. */
  readonly runs: readonly number[] | undefined;
  /** Whether the parts of our own build are measured, too. */
  readonly hasParts: boolean;
  readonly hasDevServer: boolean;
  /** Whether the numbers are kept in the repository. */
  readonly isWritten: boolean;
  /** Where corpora and sites go; undefined: the temporary folder of the system. Deleted afterwards. */
  readonly folder: string | undefined;
}

/** A build that takes longer is stopped, and its peer left out at this size. */
const MOST_MINUTES = 30;
/** From this size on, one run is enough, and only of clean builds: nothing else has a goal. */
const ONE_RUN_FROM = 100_000;
/** From this size on, one run of builds with everything on is enough. */
const ONE_LONG_RUN_FROM = 50_000;

export async function benchBuilds(settings: BenchSettings): Promise<void> {
  const { sizes, folder } = settings;
  const peers = settings.peers.filter((key) => sizes.some((size) => peersOf(size).includes(key)));
  // So that a peer that is missing is reported now, and not after an hour.
  const opened = new Map(peers.map((key) => [key, openPeer(key)]));
  // The day of the run, which no build depends on.
  const occasion: Occasion = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine().join(", "),
    commit: getCommit(),
  };
  const results = {
    occasions: {} as Record<string, Occasion>,
    versions: Object.fromEntries([...opened].map(([key, { name, version }]) => [key, `${name} ${version}`])),
    rows: [] as BuildRow[],
    sites: [] as BuiltSite[],
    notRun: {} as Record<string, string>,
  };
  console.log([occasion.machine, Object.values(results.versions).join(", "), occasion.date].join("\n"));
  const root = mkdtempSync(join(folder ?? tmpdir(), "curalog-bench-"));
  try {
    for (const [place, size] of sizes.entries()) {
      const work = join(root, String(size));
      const folders = { work, corpus: join(work, "corpus"), adapted: join(work, "adapted") };
      const runs = settings.runs?.[place] ?? settings.runs?.at(-1) ?? (isFrom(ONE_RUN_FROM, size) ? 1 : 3);
      const hasParts = settings.hasParts && !isFrom(ONE_RUN_FROM, size);
      say(`${describeSize(size)}: writing it`);
      mkdirSync(work);
      writeContent(folders.corpus, size);
      results.occasions[size] = occasion;
      for await (const measured of measureSize(opened, folders, { size, runs, hasParts })) {
        results.rows.push(...measured.rows);
        results.sites.push(...measured.sites);
        Object.assign(results.notRun, measured.notRun);
        // Kept now: what comes next may fail after an hour.
        if (settings.isWritten) await keep(results);
      }
      if (settings.hasDevServer && place === 0) results.rows.push({ ...(await measureDevEdit(folders)), size });
      print(toSizeTables(results, size));
      if (settings.isWritten) await keep(results);
      rmSync(work, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  print(toGoalTables(compareBuilds(results.rows, results.occasions)));
}

interface Run {
  readonly size: Size;
  readonly runs: number;
  readonly hasParts: boolean;
}

type Measured = Pick<BuildResults, "rows" | "sites" | "notRun">;

/** Yields what each chain of steps measured as soon as it is done. */
async function* measureSize(
  opened: ReadonlyMap<PeerKey, Peer>,
  folders: BenchFolders,
  { size, runs, hasParts }: Run,
): AsyncGenerator<Measured> {
  const peers = new Map([...opened].filter(([key]) => peersOf(size).includes(key)));
  for (const peer of peers.values()) peer.prepare(folders);
  for (const chain of toChains(size, folders, peers)) {
    const steps = hasParts ? chain : chain.filter(({ part }) => part === "pages clean");
    const isLong = isFrom(ONE_LONG_RUN_FROM, size) && steps.some(({ part }) => part === "all cold");
    yield await measureChain(steps, size, isLong ? 1 : runs);
  }
  if (size === "real" && hasParts && peers.has("curalog")) {
    say(`${describeSize(size)}: ${parts["social images"]}`);
    yield { rows: [{ ...(await measureSocialImages(folders.corpus)), size }], sites: [], notRun: {} };
  }
}

/** One run of all steps after another, so that what slows the machine for a while slows every peer. */
async function measureChain(steps: readonly Step[], size: Size, runs: number): Promise<Measured> {
  const costs = new Map<Step, ProcessCost[]>(steps.map((step) => [step, []]));
  const sites: BuiltSite[] = [];
  const notRun: Record<string, string> = {};
  for (let run = 0; run < runs; run += 1) {
    for (const [step, of] of costs) {
      const { peer, part, site, before, command } = step;
      say(`${describeSize(size)}: ${peer}, ${parts[part]}, run ${run + 1} of ${runs}`);
      before();
      try {
        of.push(await measureProcess(command, MOST_MINUTES));
        if (run === 0 && part === comparedPart(size)) sites.push({ size, peer, ...countPages(site) });
      } catch (error) {
        // Our own build must not fail; a peer that cannot bear a size must not take the numbers of the others with it.
        if (!(error instanceof RunError) || peer === "curalog") throw error;
        notRun[`${peer} at ${size}`] = error.message;
        costs.delete(step);
      }
    }
    assertSamePages(sites);
  }
  return { rows: [...costs].map(([{ peer, part }, of]) => toRow(of, { size, peer, part })), sites, notRun };
}

function toRow(costs: readonly ProcessCost[], of: Pick<BuildRow, "size" | "peer" | "part">): BuildRow {
  const median = (key: keyof ProcessCost) =>
    percentile(
      costs.map((cost) => cost[key]),
      50,
    );
  return { ...of, runs: costs.length, wall: median("wall"), cpu: median("cpu"), memory: median("memory") };
}

/** Sizes that were not measured this time keep the numbers of the last time. */
async function keep(measured: BuildResults): Promise<void> {
  const fileOf = (name: string) => join(import.meta.dirname, name);
  const results = mergeResults(readResults(fileOf("results/build.json")), measured);
  const outcomes = compareBuilds(results.rows, results.occasions);
  const toThousandths = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toFixed(3)) : value);
  await writeFileAtomically(fileOf("results/build.json"), `${JSON.stringify(results, toThousandths, 2)}\n`);
  await writeFileAtomically(fileOf("RESULTS.md"), toResultsFile(results, outcomes));
  console.log(`\nThe numbers are in ${fileOf("results/build.json")} and in ${fileOf("RESULTS.md")}`);
}

function readResults(file: string): BuildResults | undefined {
  return existsSync(file) ? dropUnknown(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

function print(tables: readonly Table[]): void {
  for (const table of tables) console.log(`\n${toText(table)}`);
}

function say(what: string): void {
  console.error(`${what} ...`);
}
