/** Digests of what decides how the site is made from its content. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { getConfig } from "../config/config.ts";
import { readSettingsText } from "../config/settings.ts";
import { CUSTOM_FOLDER } from "../config/settings-schema.ts";
import { digestOf, digestOfCode } from "../lib/digest.ts";
import { readVocabularyText } from "../vocab/vocabulary.ts";

export interface CodeDigests {
  /** Of packages, settings, the vocabulary and the program that runs them. */
  readonly environment: string;
  /** Of the environment and of the code that is compiled: what a page can be made of. */
  readonly compiled: string;
  /** Of the environment and of all code. */
  readonly all: string;
}

/** Files of the project beside `src/` that a build reads. */
const FILES = [
  "astro.config.mjs",
  "package.json",
  "tsconfig.json",
  // Written by npm: knows the packages inside packages.
  "node_modules/.package-lock.json",
];

/** What pages may import, and what the build adds to them; a test compares it with the table of layers. */
export const COMPILED = [
  "builder/report-errors.ts",
  "builder/site-entry.ts",
  "catalog",
  "compare",
  "components",
  "config",
  "following",
  "ingest",
  "layouts",
  "lib",
  "messages",
  "offline",
  "outputs",
  "pages",
  "schemas",
  "search",
  "styles",
  "views",
  "vocab",
] as const;

/** Settings that a build reads elsewhere: where files are, which day it is, which commit. */
const APART = ["CURALOG_BUILD_DATE", "CURALOG_COMMIT", "CURALOG_CONTENT", "CURALOG_DIST"];

export function digestSiteCode(project: string, environment: NodeJS.ProcessEnv): CodeDigests {
  const files = FILES.filter((file) => existsSync(join(project, file)));
  const variables = Object.keys(environment)
    .filter((name) => name.startsWith("CURALOG_") && !APART.includes(name))
    .sort()
    .map((name) => [name, environment[name]?.trim()]);
  const own = digestOfCode(
    project,
    [...files, ...listPackages(project)],
    [
      ...variables,
      readSettingsText(),
      readVocabularyText(),
      readDrawing(),
      digestCustomCode(),
      readSitePackages(project),
    ],
  );
  const compiled = COMPILED.map((path) => `src/${path}`);
  return {
    environment: own,
    compiled: digestOf([own, digestOfCode(project, compiled, undefined)]),
    all: digestOf([own, digestOfCode(project, ["src"], undefined)]),
  };
}

/** Components and styles that the site puts in the place of ours. */
function digestCustomCode(): string {
  return existsSync(CUSTOM_FOLDER) ? digestOfCode(resolve(), [CUSTOM_FOLDER], undefined) : "";
}

/** Packages of the site itself, which fonts and custom components may come from; npm writes the file. */
function readSitePackages(project: string): string {
  const file = resolve("node_modules/.package-lock.json");
  const isOther = !file.startsWith(join(project, "node_modules"));
  return isOther && existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** The drawing that the icons of the site are made from. */
function readDrawing(): string {
  const { publicFolder } = getConfig();
  const file = join(publicFolder, "favicon.svg");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
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
