/** Measures builds of made-up content here and with peers, size by size, prints tables and goals, and keeps the numbers. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCommit } from "../src/config.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";
import { writeBuildCorpus } from "./build-corpus.ts";
import { type BuildRow, compareBuilds, type Occasion } from "./build-goals.ts";
import { type PartKey, removeBuilt, toParts } from "./build-parts.ts";
import { type BenchFolders, openPeer, type Peer, type PeerKey } from "./build-peers.ts";
import {
  assertSamePages,
  type BuildResults,
  type BuiltSite,
  mergeResults,
  type Table,
  toGoalTables,
  toResultsFile,
  toSizeTables,
  toText,
} from "./build-report.ts";
import { countPages } from "./built-pages.ts";
import { measureDevEdit } from "./dev-edit.ts";
import { percentile } from "./measure.ts";
import { measureProcess, type ProcessCost, RunError } from "./measure-process.ts";
import { describeMachine } from "./report.ts";

export interface BenchSettings {
  /** How many stories, for each corpus. */
  readonly sizes: readonly number[];
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
/** From here on one run must do, and of our own parts the one that has a goal. */
const ONE_RUN_FROM = 100_000;
/** Parts that take minutes at the larger sizes, where one run must do for them. */
const LONG_PARTS: readonly PartKey[] = ["all cold", "all warm"];
const ONE_LONG_RUN_FROM = 50_000;
const SEED = 1;

export async function benchBuilds(settings: BenchSettings): Promise<void> {
  const { sizes, peers, folder } = settings;
  // Said now, and not after an hour.
  const opened = new Map(peers.map((key) => [key, openPeer(key)]));
  // The day of the run, which no build depends on.
  const occasion: Occasion = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine().join(", "),
    commit: getCommit(),
  };
  const results = {
    occasions: {} as Record<number, Occasion>,
    versions: Object.fromEntries([...opened].map(([key, { name, version }]) => [key, `${name} ${version}`])),
    rows: [] as BuildRow[],
    sites: [] as BuiltSite[],
    notRun: {} as Record<string, string>,
  };
  console.log([occasion.machine, Object.values(results.versions).join(", "), occasion.date].join("\n"));
  const root = mkdtempSync(join(folder ?? tmpdir(), "curalog-bench-"));
  try {
    for (const [place, stories] of sizes.entries()) {
      const work = join(root, String(stories));
      const folders = { work, corpus: join(work, "corpus"), adapted: join(work, "adapted") };
      const runs = settings.runs?.[place] ?? settings.runs?.at(-1) ?? (stories >= ONE_RUN_FROM ? 1 : 3);
      say(`${stories} stories: writing the corpus`);
      mkdirSync(work);
      writeBuildCorpus(folders.corpus, { stories, seed: SEED });
      for (const peer of opened.values()) peer.prepare(folders);
      const measured = await measurePeers(opened, folders, { stories, runs });
      results.occasions[stories] = occasion;
      results.rows.push(...measured.rows);
      results.sites.push(...measured.sites);
      Object.assign(results.notRun, measured.notRun);
      assertSamePages(measured.sites);
      if (peers.includes("curalog") && settings.hasParts) {
        results.rows.push(...(await measureParts(folders, { stories, runs })));
      }
      if (settings.hasDevServer && place === 0) results.rows.push({ ...(await measureDevEdit(folders)), stories });
      // Printed now: a larger size may fail after an hour.
      print(toSizeTables(results, stories));
      if (settings.isWritten) await keep(results);
      rmSync(work, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  print(toGoalTables(compareBuilds(results.rows, results.occasions)));
}

interface Run {
  readonly stories: number;
  readonly runs: number;
}

/** One run of each peer after another, so that what slows the machine for a while slows all. */
async function measurePeers(peers: ReadonlyMap<PeerKey, Peer>, folders: BenchFolders, { stories, runs }: Run) {
  const costs = new Map<PeerKey, ProcessCost[]>();
  const sites: BuiltSite[] = [];
  const notRun: Record<string, string> = {};
  for (let run = 0; run < runs; run += 1) {
    for (const [key, peer] of peers) {
      const id = `${key} at ${stories}`;
      if (id in notRun) continue;
      say(`${id}, run ${run + 1} of ${runs}`);
      const site = join(folders.work, key === "eleventy" ? "eleventy-site" : key);
      removeBuilt(site);
      try {
        const cost = await measureProcess(peer.build(folders, site), MOST_MINUTES);
        costs.set(key, [...(costs.get(key) ?? []), cost]);
        if (run === 0) sites.push({ stories, peer: key, ...countPages(site) });
      } catch (error) {
        // Our own build must not fail; a peer that cannot bear a size must not take the numbers of the others with it.
        if (!(error instanceof RunError) || key === "curalog") throw error;
        notRun[id] = error.message;
        costs.delete(key);
      }
    }
  }
  const rows = [...costs].map(([key, of]) => toRow(of, { stories, peer: key, part: "pages clean" }));
  return { rows, sites, notRun };
}

async function measureParts(folders: BenchFolders, { stories, runs }: Run): Promise<BuildRow[]> {
  const rows: BuildRow[] = [];
  let last: string | undefined;
  for (const { key, label, before, first, command } of toParts(folders)) {
    if (stories >= ONE_RUN_FROM && key !== "all cold") continue;
    // A part that goes on from the same build as the last one goes on from its site.
    const base = first && JSON.stringify(first);
    if (first && base !== last) await measureProcess(first, MOST_MINUTES);
    last = base;
    const costs: ProcessCost[] = [];
    const times = stories >= ONE_LONG_RUN_FROM && LONG_PARTS.includes(key) ? 1 : runs;
    for (let run = 0; run < times; run += 1) {
      say(`${label} at ${stories}, run ${run + 1} of ${times}`);
      before(run);
      costs.push(await measureProcess(command, MOST_MINUTES));
    }
    rows.push(toRow(costs, { stories, peer: "curalog", part: key }));
  }
  removeBuilt(join(folders.work, "curalog"));
  return rows;
}

function toRow(costs: readonly ProcessCost[], of: Pick<BuildRow, "stories" | "peer" | "part">): BuildRow {
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
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function print(tables: readonly Table[]): void {
  for (const table of tables) console.log(`\n${toText(table)}`);
}

function say(what: string): void {
  console.error(`${what} ...`);
}
