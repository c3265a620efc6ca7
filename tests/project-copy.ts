/** A copy of the project to build in, so that no cache of this checkout takes part and nothing in it is touched. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

export const PROJECT: string = resolve(import.meta.dirname, "..");
/** The day of a copy's builds, where nothing else is set: none before the newest curation, which would be held back. */
export const BUILD_DATE = "2026-11-29";
/** Another time zone and language, which no byte of a site depends on. */
export const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
const INPUTS = ["astro.config.mjs", "curalog.config.yaml", "package.json", "public", "scripts", "src", "tsconfig.json"];

interface Origin {
  readonly from?: string;
  /** Without it, a handful of files without a fault. Where it has no vocabulary, it gets that of the project. */
  readonly content?: string;
}

/** Copies what a build reads into a folder that is not there yet. Packages are linked one by one, those of `from`, so that caches beside them are not. */
export function copyProject(
  folder: string,
  { from = PROJECT, content = join(PROJECT, "tests/fixtures/healthy") }: Origin = {},
): void {
  for (const input of INPUTS) cpSync(join(from, input), join(folder, input), { recursive: true });
  cpSync(content, join(folder, "content"), { recursive: true });
  const vocabulary = join(folder, "content/vocabulary");
  if (!existsSync(vocabulary)) cpSync(join(PROJECT, "content/vocabulary"), vocabulary, { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  const packages = readdirSync(join(from, "node_modules")).filter((name) => name === ".bin" || name[0] !== ".");
  for (const name of packages) symlinkSync(join(from, "node_modules", name), join(folder, "node_modules", name));
}

interface CopyBuilt {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly said: string;
}

/** Builds a copy as `npm run build` does. Settings of this run do not reach the build. */
export function buildCopy(folder: string, environment: NodeJS.ProcessEnv, options: readonly string[] = []): CopyBuilt {
  const spawned = { cwd: folder, env: toEnvironment(environment), encoding: "utf8" } as const;
  const command = ["--import", "./scripts/compile-cache.js", "scripts/build.ts", ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, spawned);
  return { status, said: stdout + stderr };
}

/** Begins `npm run build` in a copy, as the leader of a process group, so that it can be killed with all that it started. */
export function startBuild(
  folder: string,
  environment: NodeJS.ProcessEnv,
  options: readonly string[] = [],
): { readonly process: ChildProcess; readonly end: Promise<CopyBuilt> } {
  const env = toEnvironment(environment);
  const child = spawn("npm", ["run", "build", "--", ...options], { cwd: folder, env, detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return { process: child, end: once(child, "close").then(([status]) => ({ status, said })) };
}

function toEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
    CURALOG_BUILD_DATE: BUILD_DATE,
    ...environment,
  };
}
