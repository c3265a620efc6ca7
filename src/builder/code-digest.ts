/** One digest of all that decides how the site is made from its content: the project's code, its packages, its settings and the program that runs it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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

export function digestOfCode(project: string, environment: NodeJS.ProcessEnv): string {
  const hash = createHash("sha256");
  const add = (name: string, value: string | Uint8Array) => hash.update(`${name}\0${value.length}\0`).update(value);
  for (const file of [...listCode(join(project, "src")).map((file) => `src/${file}`), ...FILES]) {
    const path = join(project, file);
    if (existsSync(path)) add(file, readFileSync(path));
  }
  for (const [name, manifest] of listPackages(join(project, "node_modules"))) add(name, manifest);
  const settings = Object.keys(environment).filter((name) => name.startsWith("CURALOG_") && !APART.includes(name));
  for (const name of settings.sort()) add(name, environment[name]?.trim() ?? "");
  add("node", `${process.version} ${process.platform} ${process.arch}`);
  return hash.digest("hex").slice(0, 32);
}

/** Tests are no part of the site. */
function listCode(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts(\.snapshot)?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The manifest of each installed package, its version in it. */
function listPackages(folder: string): [name: string, manifest: Uint8Array][] {
  const names = readdirSync(folder).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return names.sort().flatMap((name): [string, Uint8Array][] => {
    const path = join(folder, name, "package.json");
    return name.startsWith(".") || !existsSync(path) ? [] : [[name, readFileSync(path)]];
  });
}
