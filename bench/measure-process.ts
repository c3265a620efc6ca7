/** Runs a command in a process of its own and tells how long it took, and how much processor and memory its whole tree of processes took. Linux only. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessCost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of user and system together, of all processes and threads. */
  readonly cpu: number;
  /** Most bytes of resident memory that the tree had at once, looked at twenty times a second; shared pages count in each process. */
  readonly memory: number;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A command failed or took too long; the message is what the report says of it. */
export class RunError extends Error {
  override readonly name = "RunError";
}

const INTERVAL = 50;
const PAGE_BYTES = 4096;
/** How much of the end of an output is shown. */
const TAIL = 2000;

/** The shell says what its children took, grandchildren included, on a channel of its own. */
const SCRIPT = '"$@"; code=$?; times >&3; exit $code';

/** Throws a `RunError` when the command fails, or has not ended after `minutes`. */
export async function measureProcess({ file, args, env, cwd }: Command, minutes: number): Promise<ProcessCost> {
  const begun = performance.now();
  const child = spawn("sh", ["-c", SCRIPT, "sh", file, ...args], {
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: true,
  });
  const id = child.pid;
  if (id === undefined) throw new RunError("no shell could be started");
  let output = "";
  let times = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (bytes) => {
      output = `${output}${bytes}`.slice(-TAIL);
    });
  child.stdio[3]?.on("data", (bytes) => {
    times += bytes;
  });
  let memory = 0;
  let isLate = false;
  const timer = setInterval(() => {
    memory = Math.max(memory, residentBytesBelow(id));
    if (performance.now() - begun < minutes * 60_000 || isLate) return;
    isLate = true;
    // The group of the shell, which is ours alone.
    process.kill(-id, "SIGKILL");
  }, INTERVAL);
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  clearInterval(timer);
  const wall = (performance.now() - begun) / 1000;
  if (isLate) throw new RunError(`not done in ${minutes} minutes`);
  if (code !== 0) throw new RunError(`it failed with code ${code}:\n${output}`);
  return { wall, cpu: toSeconds(times), memory };
}

/** The second line of `times`: user and system of the children, as `1m2.50s 0m0.25s`. */
export function toSeconds(times: string): number {
  const line = times.trim().split("\n")[1] ?? "";
  const parts = [...line.matchAll(/(\d+)m([\d.,]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds?.replace(",", ".")),
    0,
  );
}

/** Without `root` itself, which is the shell. A process that ends meanwhile counts as nothing. */
function residentBytesBelow(root: number): number {
  const children = new Map<number, { id: number; bytes: number }[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name of the program stands in brackets and may hold anything.
      const [, parent, ...rest] = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      const siblings = children.get(Number(parent)) ?? [];
      // Resident pages are field 24 of the line; `rest` begins with field 5.
      siblings.push({ id: Number(name), bytes: Number(rest[19]) * PAGE_BYTES });
      children.set(Number(parent), siblings);
    } catch {}
  }
  const below = (id: number): number =>
    (children.get(id) ?? []).reduce((sum, child) => sum + child.bytes + below(child.id), 0);
  return below(root);
}
