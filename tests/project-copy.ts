/** A copy of the project to build in, so that no cache of this checkout takes part and nothing in it is touched. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

export const PROJECT: string = resolve(import.meta.dirname, "..");
const INPUTS = ["astro.config.mjs", "package.json", "public", "scripts", "src", "tsconfig.json"];

interface Origin {
  readonly from?: string;
  /** Without it, a handful of files without a fault. */
  readonly content?: string;
}

/** Copies what a build reads into a folder that is not there yet. Packages are linked one by one, so that caches beside them are not. */
export function copyProject(
  folder: string,
  { from = PROJECT, content = join(PROJECT, "tests/fixtures/healthy") }: Origin = {},
): void {
  for (const input of INPUTS) cpSync(join(from, input), join(folder, input), { recursive: true });
  cpSync(content, join(folder, "content"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  const packages = readdirSync(join(PROJECT, "node_modules")).filter((name) => name === ".bin" || name[0] !== ".");
  for (const name of packages) symlinkSync(join(PROJECT, "node_modules", name), join(folder, "node_modules", name));
}

/** Builds a copy as `npm run build` does. Settings of this run do not reach the build. */
export function buildCopy(folder: string, environment: NodeJS.ProcessEnv): { status: number | null; said: string } {
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    CURALOG_BUILD_DATE: "2026-11-22",
    ...environment,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}
