/** A copy of the project to build in, so that no cache of this checkout takes part and nothing in it is touched. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const source = resolve(import.meta.dirname, "..");

/** Copies the project into a folder that is not there yet, with the handful of healthy content files in place of the real ones. */
export function copyProject(folder: string): void {
  for (const name of ["astro.config.mjs", "package.json", "public", "scripts", "src", "tsconfig.json"]) {
    cpSync(join(source, name), join(folder, name), { recursive: true });
  }
  cpSync(join(source, "tests/fixtures/healthy"), join(folder, "content"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(source, "node_modules")).filter((name) => name[0] !== ".")) {
    symlinkSync(join(source, "node_modules", name), join(folder, "node_modules", name));
  }
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
