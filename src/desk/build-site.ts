/** Promise: builds the site beside its folder and swaps the two only when the new one is whole; one build at a time, and never over a folder that is not a built site. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { build } from "astro";
import type { Catalog } from "../catalog/graph.ts";
import { loadCatalog } from "../catalog/load-content.ts";
import { formatIssues, formatSummary } from "../ingest/report.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import type { CmsSettings } from "./cms/config.ts";
import { writeCms } from "./cms/write-cms.ts";
import { type Compression, compressSite } from "./compress-site.ts";
import { startProgress } from "./progress.ts";
import { writeHostFiles } from "./write-host-files.ts";

/** All folders are absolute. */
export interface BuildSettings {
  readonly project: string;
  /** Where the site goes; what is there is deleted. */
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly buildDate: string;
  readonly indexing: IndexingPolicy;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
  /** Whether compressed copies lie beside the files. */
  readonly isCompressed: boolean;
}

export interface BuiltReport {
  /** Of the content. */
  readonly summary: string;
  /** Undefined when nothing was compressed. */
  readonly compression: Compression | undefined;
}

/** The build was not begun or not ended, for a reason that the message tells in full. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

export async function buildSite(settings: BuildSettings): Promise<BuiltReport> {
  const { siteFolder } = settings;
  await refuseForeignFolder(settings);
  await mkdir(dirname(siteFolder), { recursive: true });
  const staging = `${siteFolder}.next`;
  const unlock = lock(siteFolder);
  try {
    await recover(siteFolder);
    const { catalog, summary } = await checkContent(settings);
    await rm(staging, { recursive: true, force: true });
    process.env["CURALOG_OUT_DIR"] = staging;
    process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
    await build({ logLevel: "warn" });
    await writeHostFiles(staging, catalog, settings.cms !== undefined);
    if (settings.cms) await writeCms(staging, settings.cms);
    const compression = settings.isCompressed ? await compressSite(staging, startProgress) : undefined;
    await putInPlace(staging, siteFolder);
    return { summary, compression };
  } finally {
    await rm(staging, { recursive: true, force: true });
    unlock();
  }
}

const SOURCES = [".git", "content", "node_modules", "public", "scripts", "src", "tests"];

async function refuseForeignFolder(settings: BuildSettings): Promise<void> {
  const { project, siteFolder, siteName, contentRoot, imageRoot } = settings;
  const refuse = (why: string) => {
    throw new BuildError(`The site is not built into ${siteFolder}: ${why}. Set CURALOG_DIST to another folder.`);
  };
  if ([project, contentRoot, imageRoot].some((path) => isWithin(siteFolder, path))) {
    refuse("a build deletes the folder, and the project or its content is in it");
  }
  if ([contentRoot, ...SOURCES.map((name) => join(project, name))].some((folder) => isWithin(folder, siteFolder))) {
    refuse("it is a folder of the project's sources");
  }
  if (!(await isReplaceable(siteFolder, siteName))) {
    refuse("a build deletes the folder, and what is in it was not written by a build");
  }
}

/** True when the folder is missing, empty or a built site, told by pages that every build writes. */
async function isReplaceable(folder: string, siteName: string): Promise<boolean> {
  if (!existsSync(folder)) return true;
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined || names.includes(".git")) return false;
  if (names.length === 0) return true;
  const pages = await Promise.all(
    ["index.html", "404.html"].map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
  );
  return pages.every((page) => page.includes(`<meta property="og:site_name" content="${siteName}">`));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Returns what removes the lock. A lock that a killed build left is taken over. */
function lock(siteFolder: string): () => void {
  const file = `${siteFolder}.lock`;
  const isTaken = () => {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return false;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
      throw error;
    }
  };
  if (isTaken()) {
    const holder = readHolder(file);
    if (holder !== undefined) throw new BuildError(`A build into ${siteFolder} is running (process ${holder})`);
    rmSync(file, { force: true });
    if (isTaken())
      throw new BuildError(`A build into ${siteFolder} is running (process ${readHolder(file) ?? "gone"})`);
  }
  return () => rmSync(file, { force: true });
}

/** The living process that holds the lock. Our own number is that of a process before us, as in a container. */
function readHolder(file: string): number | undefined {
  const holder = Number(existsSync(file) ? readFileSync(file, "utf8") : "");
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return undefined;
  try {
    process.kill(holder, 0);
    return isZombie(holder) ? undefined : holder;
  } catch (error) {
    // A process of another user lives, but may not be asked.
    return error instanceof Error && "code" in error && error.code === "EPERM" ? holder : undefined;
  }
}

/** A killed process whose parent has not asked after it still has its number; in a container that can be for good. */
function isZombie(id: number): boolean {
  const file = `/proc/${id}/stat`;
  return existsSync(file) && /\) Z [^)]*$/.test(readFileSync(file, "utf8"));
}

/** A build that was stopped between its two renames left the last good site under another name. */
async function recover(siteFolder: string): Promise<void> {
  const previous = `${siteFolder}.previous`;
  if (!existsSync(siteFolder) && existsSync(previous)) await rename(previous, siteFolder);
}

async function checkContent({
  contentRoot,
  imageRoot,
  buildDate,
  indexing,
}: BuildSettings): Promise<{ readonly catalog: Catalog; readonly summary: string }> {
  const { result, issues, filesChecked } = await loadCatalog(contentRoot, imageRoot, buildDate, indexing);
  if (filesChecked === 0) throw new BuildError(`No content files in ${contentRoot}`);
  if (!result.ok) throw new BuildError(formatIssues(issues, filesChecked));
  return { catalog: result.catalog, summary: formatSummary(issues, filesChecked) };
}

async function putInPlace(staging: string, siteFolder: string): Promise<void> {
  const previous = `${siteFolder}.previous`;
  await rm(previous, { recursive: true, force: true });
  if (existsSync(siteFolder)) await rename(siteFolder, previous);
  try {
    await rename(staging, siteFolder);
  } catch (error) {
    await recover(siteFolder);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}
