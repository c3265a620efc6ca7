/** The folder of the site is replaced whole or not at all, by one build at a time, and never when a build did not write it. */
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readdir, readFile, rename } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { isRecorded, readRecord } from "./site-record.ts";

/** The build was not begun or not ended, for a reason that the message tells in full. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** Where a site goes and what a build keeps beside it; absolute. */
export interface SiteFolders {
  readonly site: string;
  /** The next site while it is made; afterwards the one before, whose files the next build need not link again. */
  readonly next: string;
  /** The last site between two renames. */
  readonly previous: string;
  readonly record: string;
  readonly lock: string;
}

/** All that a build keeps of the site stands in one folder beside the site, which may be deleted at any time between builds. */
export function foldersOf(site: string): SiteFolders {
  const beside = `${site}.build`;
  return {
    site,
    next: join(beside, "next"),
    previous: join(beside, "previous"),
    record: join(beside, "record.json"),
    lock: join(beside, "lock"),
  };
}

interface Places {
  readonly project: string;
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
}

const SOURCES = [".git", "content", "node_modules", "public", "scripts", "src", "tests"];

/** Throws a `BuildError` for a folder that a build must not replace. */
export async function refuseForeignFolder(places: Places): Promise<void> {
  const { project, siteFolder, siteName, contentRoot, imageRoot } = places;
  const refuse = (why: string) => {
    throw new BuildError(`The site is not built into ${siteFolder}: ${why}. Set CURALOG_DIST to another folder.`);
  };
  if ([project, contentRoot, imageRoot].some((path) => isWithin(siteFolder, path))) {
    refuse("a build deletes the folder, and the project or its content is in it");
  }
  if ([contentRoot, ...SOURCES.map((name) => join(project, name))].some((folder) => isWithin(folder, siteFolder))) {
    refuse("it is a folder of the project's sources");
  }
  if (lstatSync(siteFolder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    refuse("it is a symbolic link, and a build would put a folder in the place of the link");
  }
  if (!(await isReplaceable(foldersOf(siteFolder), siteName))) {
    refuse("a build deletes the folder, and what is in it was not written by a build");
  }
}

/** True when the folder is missing, empty or a built site, told by pages that every build writes, or by the record of the last build. */
async function isReplaceable({ site, record }: SiteFolders, siteName: string): Promise<boolean> {
  if (!existsSync(site)) return true;
  const names = await readdir(site).catch(() => undefined);
  if (names === undefined || names.includes(".git")) return false;
  if (names.length === 0) return true;
  const pages = await Promise.all(
    ["index.html", "404.html"].map((name) => readFile(join(site, name), "utf8").catch(() => "")),
  );
  return (
    pages.every((page) => page.includes(`<meta property="og:site_name" content="${siteName}">`)) || isOwn(site, record)
  );
}

/** True when the home page is the file that the last build recorded, by whatever name the site went then. */
function isOwn(site: string, record: string): boolean {
  const known = readRecord(record)?.files.get("index.html");
  return known !== undefined && isRecorded(known, lstatSync(join(site, "index.html"), { throwIfNoEntry: false }));
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Returns what removes the lock. A lock that a killed build left is taken over. */
export function lock({ site, lock: file, record }: SiteFolders): () => void {
  mkdirSync(join(record, ".."), { recursive: true });
  const isTaken = () => {
    // With its holder in it from the first moment: an empty lock would look like a dead one's.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, String(process.pid));
    try {
      linkSync(own, file);
      return false;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return true;
      throw error;
    } finally {
      rmSync(own, { force: true });
    }
  };
  if (isTaken()) {
    const holder = readHolder(file);
    if (holder !== undefined) throw new BuildError(`A build into ${site} is running (process ${holder})`);
    rmSync(file, { force: true });
    if (isTaken()) throw new BuildError(`A build into ${site} is running (process ${readHolder(file) ?? "gone"})`);
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

/** A build that was stopped between its renames left the last good site under another name, or the one before under none that is looked for. */
export async function recover({ site, next, previous }: SiteFolders): Promise<void> {
  if (!existsSync(previous)) return;
  // A folder that was made where the site is expected holds nothing of it.
  if (existsSync(site) && readdirSync(site).length === 0) rmdirSync(site);
  if (!existsSync(site)) await rename(previous, site);
  else if (!existsSync(next)) await rename(previous, next);
  else rmSync(previous, { recursive: true });
}

/** The next site takes the place of the last, which stays as what the build after this one begins with. */
export async function putInPlace(folders: SiteFolders): Promise<void> {
  const { site, next, previous } = folders;
  if (existsSync(site)) await rename(site, previous);
  try {
    await rename(next, site);
  } catch (error) {
    await recover(folders);
    throw error;
  }
  if (existsSync(previous)) await rename(previous, next);
}
