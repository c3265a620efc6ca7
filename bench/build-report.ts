/** The numbers of a run of the build bench as tables, for a terminal and for `RESULTS.md`. */
import type { BuildRow, Occasions } from "./build-goals.ts";
import { comparedPart, parts } from "./build-parts.ts";
import type { PeerKey } from "./build-peers.ts";
import { bySize, describeSize, type Size } from "./build-size.ts";
import { type BuiltPages, differencesOf } from "./built-pages.ts";
import { type Outcome, toCells } from "./goals.ts";
import { alignColumns } from "./table.ts";

/** What one generator built at one size. */
export interface BuiltSite extends BuiltPages {
  readonly size: Size;
  readonly peer: PeerKey;
}

export interface BuildResults {
  /** Of each size: they may have been measured in more than one run. */
  readonly occasions: Occasions;
  /** Names and versions by key of the peer. */
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly BuildRow[];
  readonly sites: readonly BuiltSite[];
  /** Why a peer has no numbers at a size: `eleventy at 100000`. */
  readonly notRun: Readonly<Record<string, string>>;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** Without what an earlier state of the bench measured and this one does not know. */
export function dropUnknown(results: BuildResults): BuildResults {
  return {
    ...results,
    rows: results.rows.filter(({ size, part }) => size !== undefined && Object.hasOwn(parts, part)),
    sites: results.sites.filter(({ size }) => size !== undefined),
  };
}

/** The measured sizes, and of an earlier run those that were not measured now. */
export function mergeResults(earlier: BuildResults | undefined, measured: BuildResults): BuildResults {
  const sizes = new Set(measured.rows.map(({ size }) => size));
  const isOther = ({ size }: { readonly size: Size }) => !sizes.has(size);
  const isOtherSize = ([key]: readonly [string, string]) => ![...sizes].some((size) => key.endsWith(` at ${size}`));
  return {
    occasions: { ...earlier?.occasions, ...measured.occasions },
    versions: { ...earlier?.versions, ...measured.versions },
    rows: [...(earlier?.rows.filter(isOther) ?? []), ...measured.rows].sort(bySize),
    sites: [...(earlier?.sites.filter(isOther) ?? []), ...measured.sites].sort(bySize),
    notRun: {
      ...Object.fromEntries(Object.entries(earlier?.notRun ?? {}).filter(isOtherSize)),
      ...measured.notRun,
    },
  };
}

/** Throws where generators built other pages: their times are then those of different work. */
export function assertSamePages(sites: readonly BuiltSite[]): void {
  for (const size of new Set(sites.map((site) => site.size))) {
    const ofSize = sites.filter((site) => site.size === size).map(({ peer, pages }) => ({ name: peer, pages }));
    const differences = differencesOf(ofSize);
    if (differences.length > 0) {
      throw new Error(`Of ${describeSize(size)} the generators build different pages\n  ${differences.join("\n  ")}`);
    }
  }
}

/** One size: the comparison, then our own parts. */
export function toSizeTables({ rows, sites, versions, notRun }: BuildResults, size: Size): Table[] {
  const ofSize = rows.filter((row) => row.size === size);
  const missing = Object.entries(notRun).filter(([key]) => key.endsWith(` at ${size}`));
  const notes = missing.map(([key, reason]) => `${key}: not measured, ${reason}`);
  return [toPeerTable(size, ofSize, sites, versions, notes), toPartTable(size, ofSize)].filter(isFilled);
}

export function toGoalTables(outcomes: readonly Outcome[]): Table[] {
  return [{ title: "Goals", head: ["goal", "reached", ""], rows: outcomes.map(toCells), notes: [] }].filter(isFilled);
}

const isFilled = ({ rows, notes }: Table) => rows.length > 0 || notes.length > 0;

function toPeerTable(
  size: Size,
  rows: readonly BuildRow[],
  sites: readonly BuiltSite[],
  versions: BuildResults["versions"],
  notes: readonly string[],
): Table {
  const compared = rows.filter(({ part }) => part === comparedPart(size));
  const [first, name] = size === "real" ? ["astro", "Astro"] : ["hugo", "Hugo"];
  const under = compared.find(({ peer }) => peer === first);
  return {
    title: `${describeSize(size)}: ${parts[comparedPart(size)]}`,
    head: ["generator", "seconds", `to ${name}`, "CPU s", "memory MB", "files", "output MB", "bytes a story"],
    rows: compared.map((row) => {
      const site = sites.find((one) => one.size === size && one.peer === row.peer);
      return [
        versions[row.peer] ?? row.peer,
        row.wall.toFixed(2),
        under ? (row.wall / under.wall).toFixed(2) : "",
        row.cpu.toFixed(2),
        (row.memory / 1e6).toFixed(0),
        String(site?.files ?? ""),
        ((site?.bytes ?? 0) / 1e6).toFixed(1),
        (site?.storyBytes ?? 0).toFixed(0),
      ];
    }),
    notes,
  };
}

function toPartTable(size: Size, rows: readonly BuildRow[]): Table {
  const own = rows.filter(({ peer, part }) => peer === "curalog" && part !== comparedPart(size));
  return {
    title: `${describeSize(size)}: Curalog, part by part`,
    head: ["part", "seconds", "CPU s", "memory MB"],
    rows: own.map(({ part, wall, cpu, memory }) => [
      parts[part],
      wall.toFixed(2),
      // Measured of commands alone.
      cpu === 0 ? "" : cpu.toFixed(2),
      memory === 0 ? "" : (memory / 1e6).toFixed(0),
    ]),
    notes: [],
  };
}

export function toText({ title, head, rows, notes }: Table): string {
  return [title, ...alignColumns([head, ...rows]), ...notes].join("\n");
}

export function toMarkdown({ title, head, rows, notes }: Table): string {
  const toRow = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((_, at) => (at === 0 ? "---" : "---:")).join("|")}|`;
  return [`## ${title}`, "", toRow(head), rule, ...rows.map(toRow), ...notes.flatMap((note) => ["", note])].join("\n");
}

/** The whole of `RESULTS.md`. */
export function toResultsFile(results: BuildResults, outcomes: readonly Outcome[]): string {
  const sizes = [...new Set(results.rows.map(({ size }) => size))];
  const intro = [
    "# How fast builds are",
    "",
    "Written by `npm run bench:build -- --write`; [README.md](README.md#benchmark-of-builds) says what is measured and how, [docs/performance.md](../docs/performance.md) why goals are missed and what was tried. Numbers are medians; of two runs, the lower in each column. From 50,000 stories on, builds of everything are run once. Sizes that were measured on different machines are not compared.",
    "",
    ...sizes.map((size) => `- ${describeOccasion(results, size)}`),
  ].join("\n");
  const tables = [...sizes.flatMap((size) => toSizeTables(results, size)), ...toGoalTables(outcomes)];
  return `${[intro, ...tables.map(toMarkdown)].join("\n\n")}\n`;
}

/** `10000 stories: 3 runs at 1a2b3c4 on 2026-11-27, a machine of two cores`. */
function describeOccasion({ rows, occasions }: BuildResults, size: Size): string {
  const clean = rows.filter((row) => row.size === size && row.part === "pages clean");
  const runs = Math.max(...clean.map((row) => row.runs));
  const { date, machine, commit } = occasions[size] ?? {};
  const code = commit === undefined ? "" : ` at ${commit.replace(/^(.{7})[0-9a-f]*/, "$1")}`;
  return `${describeSize(size)}: ${runs} ${runs === 1 ? "run" : "runs"}${code} on ${date}, ${machine}`;
}
