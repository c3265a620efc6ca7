/** What our build must reach, and for each goal whether a run of the bench reached it. */
import { DRAWN, type PartKey } from "./build-parts.ts";
import type { PeerKey } from "./build-peers.ts";
import type { Size } from "./build-size.ts";
import { type Outcome, show } from "./goals.ts";

/** Medians of one command at one size; of two runs, the lower number of each. */
export interface BuildRow {
  readonly size: Size;
  readonly peer: PeerKey;
  readonly part: PartKey;
  readonly runs: number;
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** When and where a size was measured, and of which code. */
export interface Occasion {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Processor, memory, system and Node. */
  readonly machine: string;
  /** The commit of the measured code; absent where it is not known. */
  readonly commit?: string | undefined;
}

/** By size. */
export type Occasions = Readonly<Record<string, Occasion>>;

type Find = (size: Size, part: PartKey, peer?: PeerKey) => BuildRow | undefined;

interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly unit: "" | "ms" | "s" | "GB";
  /** Undefined where a run did not measure what it takes. */
  readonly measure: (find: Find, isOneMachine: (a: Size, b: Size) => boolean) => number | undefined;
}

const seconds = (name: string, limit: number, size: Size, part: PartKey): Goal => ({
  name,
  limit,
  unit: "s",
  measure: (find) => find(size, part)?.wall,
});

type Compared = readonly [part: PartKey, peer?: PeerKey];

/** How many times as long the first takes as the second. */
const ratio = (name: string, limit: number, size: Size, over: Compared, under: Compared): Goal => ({
  name,
  limit,
  unit: "",
  measure: (find) => quotient(find(size, ...over), find(size, ...under)),
});

const quotient = (over: BuildRow | undefined, under: BuildRow | undefined) => over && under && over.wall / under.wall;

const toHugo = (limit: number, size: Size, name: string, part: PartKey): Goal =>
  ratio(`${size}: ${name}, to Hugo's clean build`, limit, size, [part], ["pages clean", "hugo"]);

/** Builds with everything on; the largest number counts. */
const allParts: readonly PartKey[] = ["all cold", "all restored", "all edited", "all edited again", "all unchanged"];

const goals: readonly Goal[] = [
  seconds("real content: one edit, everything on", 2, "real", "all edited"),
  ratio("real content: one edit to plain Astro's build", 0.15, "real", ["all edited"], ["all restored", "astro"]),
  seconds("real content: clean, nothing cached", 12, "real", "all cold"),
  seconds("real content: clean, cache restored", 4, "real", "all restored"),
  {
    name: "real content: drawing a social image for the first time",
    limit: 2.5,
    unit: "ms",
    measure: (find) => {
      const row = find("real", "social images");
      return row && (row.wall / DRAWN) * 1000;
    },
  },
  toHugo(1.8, 1000, "pages alone, nothing cached", "pages clean"),
  toHugo(1, 1000, "pages alone, cache restored", "pages restored"),
  toHugo(0.5, 1000, "pages alone, one edit", "pages edited"),
  toHugo(0.3, 1000, "pages alone, nothing changed", "pages unchanged"),
  toHugo(0.8, 10_000, "pages alone, nothing cached", "pages clean"),
  ratio(
    "10000: pages alone, nothing cached, to Eleventy's clean build",
    1,
    10_000,
    ["pages clean"],
    ["pages clean", "eleventy"],
  ),
  ratio("10000: everything on to pages alone, cache restored", 1.6, 10_000, ["all restored"], ["pages restored"]),
  ratio("10000: everything on to pages alone, one edit", 1.5, 10_000, ["all edited"], ["pages edited"]),
  // 1.5 and 0.5 seconds where Hugo takes 17.
  toHugo(0.088, 10_000, "check of all files, cold", "check cold"),
  toHugo(0.029, 10_000, "check of one file", "check one"),
  seconds("10000: dev server, from edit to seen", 1, 10_000, "dev edit"),
  toHugo(0.8, 50_000, "pages alone, nothing cached", "pages clean"),
  toHugo(0.2, 50_000, "pages alone, one edit", "pages edited"),
  toHugo(0.05, 50_000, "pages alone, nothing changed", "pages unchanged"),
  {
    name: "50000: memory with everything on",
    limit: 2.5,
    unit: "GB",
    measure: (find) => {
      const rows = allParts.flatMap((part) => find(50_000, part) ?? []);
      return rows.length < allParts.length ? undefined : Math.max(...rows.map((row) => row.memory)) / 1e9;
    },
  },
  {
    name: "growth of the clean build from 10000 to 100000",
    limit: 11,
    unit: "",
    measure: (find, isOneMachine) =>
      isOneMachine(10_000, 100_000) ? quotient(find(100_000, "pages clean"), find(10_000, "pages clean")) : undefined,
  },
];

/** For what was measured; a goal that a run says nothing of is left out. */
export function compareBuilds(rows: readonly BuildRow[], occasions: Occasions): Outcome[] {
  const find: Find = (size, part, peer = "curalog") =>
    rows.find((row) => row.size === size && row.part === part && row.peer === peer);
  const isOneMachine = (a: Size, b: Size) => occasions[a]?.machine === occasions[b]?.machine;
  return goals.flatMap(({ name, limit, unit, measure }) => {
    const value = measure(find, isOneMachine);
    if (value === undefined) return [];
    const withUnit = (number: number) => `${show(number)} ${unit}`.trim();
    return [
      {
        goal: `${name}: at most ${limit} ${unit}`.trim(),
        reached: withUnit(value),
        missedBy: value > limit ? withUnit(value - limit) : undefined,
      },
    ];
  });
}
