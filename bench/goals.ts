/** What the project's own search must reach, and for each goal whether a run of the benchmark reached it. */
import type { MainThread } from "./main-thread.ts";
import type { Measured } from "./measure.ts";

/** What one engine did at one size. */
export interface Row extends Measured {
  readonly engine: string;
  readonly isOwn: boolean;
  readonly isForgiving: boolean;
}

export interface Outcome {
  readonly goal: string;
  readonly reached: string;
  /** By how much it was missed; undefined when it is met. */
  readonly missedBy: string | undefined;
}

/** Of a row in a table of goals. */
export function toCells({ goal, reached, missedBy }: Outcome): string[] {
  return [goal, reached, missedBy === undefined ? "met" : `missed by ${missedBy}`];
}

interface Goal {
  readonly size: number;
  readonly p95: number;
  readonly typo: number;
  readonly typing?: number;
  /** Bytes before the first result, for the query that needs most. */
  readonly bytes: number;
}

const goals: readonly Goal[] = [
  { size: 10_000, p95: 8, typo: 0.97, typing: 0.75, bytes: 260_000 },
  { size: 50_000, p95: 20, typo: 0.95, bytes: 300_000 },
  { size: 100_000, p95: 25, typo: 0.92, bytes: 300_000 },
];

const LONGEST_TASK = 50;

/** For the sizes that were measured; peers are compared with where they were measured in the same run. */
export function compareGoals(rows: readonly Row[], mainThread: MainThread | undefined): Outcome[] {
  const outcomes = goals.flatMap((goal) => {
    const own = rows.find((row) => row.isOwn && row.size === goal.size);
    const peers = rows.filter((row) => !row.isOwn && row.size === goal.size);
    return own ? compareSize(goal, own, peers) : [];
  });
  if (mainThread)
    outcomes.push(atMost("longest main-thread task while typing", mainThread.longest, LONGEST_TASK, "ms"));
  return outcomes;
}

function compareSize(goal: Goal, own: Row, peers: readonly Row[]): Outcome[] {
  const at = (what: string) => `${goal.size}: ${what}`;
  const { mrr, bytes, keystroke } = own;
  const outcomes = [
    atMost(at("keystroke p95"), keystroke.p95, goal.p95, "ms"),
    atLeast(at("MRR with a typo"), mrr.typo, goal.typo),
    ...(goal.typing === undefined ? [] : [atLeast(at("MRR with a typo while typing"), mrr.typing, goal.typing)]),
    atMost(at("bytes before the first result"), bytes.most / 1000, goal.bytes / 1000, "kB"),
  ];
  const best = peers.toSorted((a, b) => b.mrr.typo - a.mrr.typo)[0];
  if (best) outcomes.push(ahead(at("MRR with a typo, every peer"), mrr.typo, best.mrr.typo, best.engine, ""));
  const lightest = peers.filter((peer) => peer.isForgiving).toSorted((a, b) => a.bytes.median - b.bytes.median)[0];
  if (lightest) {
    const [ours, theirs] = [-bytes.most / 1000, -lightest.bytes.median / 1000];
    outcomes.push(
      ahead(at("bytes before the first result, every forgiving peer"), ours, theirs, lightest.engine, "kB"),
    );
  }
  return outcomes;
}

function atMost(goal: string, value: number, limit: number, unit: string): Outcome {
  const missed = value > limit ? `${show(value - limit)} ${unit}` : undefined;
  return { goal: `${goal} at most ${limit} ${unit}`, reached: `${show(value)} ${unit}`, missedBy: missed };
}

function atLeast(goal: string, value: number, limit: number): Outcome {
  const missed = value < limit ? show(limit - value) : undefined;
  return { goal: `${goal} at least ${limit}`, reached: show(value), missedBy: missed };
}

/** More is better; less is given as a negative number. */
function ahead(goal: string, own: number, best: number, peer: string, unit: string): Outcome {
  const numbers = [own, best, best - own].map((value) => `${show(Math.abs(value))} ${unit}`.trim());
  const [ours, theirs, behind] = numbers;
  return {
    goal: `${goal}: ahead of ${peer} with ${theirs}`,
    reached: `${ours}`,
    missedBy: own > best ? undefined : `${behind}`,
  };
}

/** About three significant digits. */
export function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3).replace(/0$/, "");
}
