/** One digest of all that decides how the site is made from its content: the project's code, its packages, its settings and the program that runs it. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { digestOfCode } from "../lib/digest.ts";

/** Files of the project beside `src/` that a build reads. */
const FILES = [
  "astro.config.mjs",
  "package.json",
  "tsconfig.json",
  "public/favicon.svg",
  // Written by npm: knows the packages inside packages.
  "node_modules/.package-lock.json",
];

/** Settings that a build reads elsewhere: where files are, which day it is, which commit. */
const APART = ["CURALOG_BUILD_DATE", "CURALOG_COMMIT", "CURALOG_CONTENT", "CURALOG_DIST"];

export function digestOfSiteCode(project: string, environment: NodeJS.ProcessEnv): string {
  const files = FILES.filter((file) => existsSync(join(project, file)));
  const settings = Object.keys(environment)
    .filter((name) => name.startsWith("CURALOG_") && !APART.includes(name))
    .sort()
    .map((name) => [name, environment[name]?.trim()]);
  return digestOfCode(project, ["src", ...files, ...listPackages(project)], settings);
}

/** The manifest of each installed package, its version in it. */
function listPackages(project: string): string[] {
  const folder = join(project, "node_modules");
  return readdirSync(folder)
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : name,
    )
    .filter((name) => !name.startsWith(".") && existsSync(join(folder, name, "package.json")))
    .sort()
    .map((name) => `node_modules/${name}/package.json`);
}
