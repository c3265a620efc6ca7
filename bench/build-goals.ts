/** What our build must reach, and for each goal whether a run of the bench reached it. */
import type { PartKey } from "./build-parts.ts";
import type { Outcome } from "./goals.ts";
import { show } from "./goals.ts";

/** Medians of one command at one size; of two runs, the lower number of each. */
export interface BuildRow {
  readonly stories: number;
  /** Key of the peer. */
  readonly peer: string;
  readonly part: PartKey | "dev edit";
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
  /** That the measured code was at; absent where nothing tells. */
  readonly commit?: string | undefined;
}

/** By the number of stories. */
export type Occasions = Readonly<Record<number, Occasion>>;

type Find = (stories: number, part: BuildRow["part"], peer?: string) => BuildRow | undefined;

interface Goal {
  readonly name: string;
  readonly limit: number;
  readonly unit: "" | "s" | "GB";
  /** Undefined where a run did not measure what it takes. */
  readonly measure: (find: Find, isOneMachine: (a: number, b: number) => boolean) => number | undefined;
}

const ratio = (over: BuildRow | undefined, under: BuildRow | undefined) => over && under && over.wall / under.wall;
const toHugo =
  (stories: number, part: PartKey): Goal["measure"] =>
  (find) =>
    ratio(find(stories, part), find(stories, "pages clean", "hugo"));
/** Builds with everything on, of which the largest counts. */
const allParts: readonly PartKey[] = ["all cold", "all warm", "all edited", "all unchanged"];
const memory =
  (stories: number): Goal["measure"] =>
  (find) => {
    const rows = allParts.flatMap((part) => find(stories, part) ?? []);
    return rows.length === 0 ? undefined : Math.max(...rows.map((row) => row.memory)) / 1e9;
  };
const wall =
  (stories: number, part: BuildRow["part"]): Goal["measure"] =>
  (find) =>
    find(stories, part)?.wall;
const allToPages =
  (stories: number, all: PartKey, pages: PartKey): Goal["measure"] =>
  (find) =>
    ratio(find(stories, all), find(stories, pages));

const goals: readonly Goal[] = [
  ...[10_000, 50_000].flatMap((stories): Goal[] => [
    { name: `${stories}: clean build to Hugo's`, limit: 1, unit: "", measure: toHugo(stories, "pages clean") },
    {
      name: `${stories}: everything on to pages alone, clean`,
      limit: 1.6,
      unit: "",
      measure: allToPages(stories, "all warm", "pages clean"),
    },
    {
      name: `${stories}: everything on to pages alone, one story edited`,
      limit: 1.6,
      unit: "",
      measure: allToPages(stories, "all edited", "pages edited"),
    },
  ]),
  { name: "50000: one story edited to Hugo's build", limit: 0.2, unit: "", measure: toHugo(50_000, "pages edited") },
  { name: "50000: nothing changed to Hugo's build", limit: 0.1, unit: "", measure: toHugo(50_000, "pages unchanged") },
  { name: "50000: memory with everything on", limit: 2.5, unit: "GB", measure: memory(50_000) },
  { name: "100000: memory with everything on", limit: 4, unit: "GB", measure: memory(100_000) },
  { name: "10000: check, all files cold", limit: 1.5, unit: "s", measure: wall(10_000, "check cold") },
  { name: "10000: check, one file", limit: 0.3, unit: "s", measure: wall(10_000, "check one") },
  { name: "10000: dev server, from edit to seen", limit: 1, unit: "s", measure: wall(10_000, "dev edit") },
  {
    name: "growth of the clean build from 10000 to 100000",
    limit: 11,
    unit: "",
    measure: (find, isOneMachine) =>
      isOneMachine(10_000, 100_000) ? ratio(find(100_000, "pages clean"), find(10_000, "pages clean")) : undefined,
  },
];

/** For what was measured; a goal that a run says nothing of is left out. */
export function compareBuilds(rows: readonly BuildRow[], occasions: Occasions): Outcome[] {
  const find: Find = (stories, part, peer = "curalog") =>
    rows.find((row) => row.stories === stories && row.part === part && row.peer === peer);
  const isOneMachine = (a: number, b: number) => occasions[a]?.machine === occasions[b]?.machine;
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
