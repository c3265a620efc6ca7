/** Replaces the folder of the site atomically, by one build at a time, and only if a build wrote it. */
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
import { digestOf } from "../lib/digest.ts";
import { codeOf, UserError } from "../lib/user-error.ts";
import { readRecord } from "./site-record.ts";

/** A build failed for a reason that its message states in full. */
export class BuildError extends UserError {
  override readonly name = "BuildError";
}

/** Absolute paths. */
export interface SiteFolders {
  readonly site: string;
  /** The next site during a build; afterwards the site before, whose hard links the next build reuses. */
  readonly next: string;
  /** The last site, between the two renames of the swap. */
  readonly previous: string;
  readonly record: string;
  readonly lock: string;
}

/** Everything beside the site is in one folder, which may be deleted between builds. */
export function foldersOf(site: string): SiteFolders {
  const state = `${site}.build`;
  return {
    site,
    next: join(state, "next"),
    previous: join(state, "previous"),
    record: join(state, "record.json"),
    lock: join(state, "lock"),
  };
}

interface ProjectFolders {
  readonly project: string;
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly documentRoot: string;
}

const SOURCES = [".git", "content", "node_modules", "public", "scripts", "src", "tests"];

/** Throws a `BuildError` for a folder that a build must not replace. */
export async function assertReplaceable(folders: ProjectFolders): Promise<void> {
  const { project, siteFolder, siteName, contentRoot, imageRoot, documentRoot } = folders;
  const refuse = (why: string) => {
    throw new BuildError(`The site is not built into ${siteFolder}: ${why}. Set CURALOG_DIST to another folder.`);
  };
  if ([project, contentRoot, imageRoot, documentRoot].some((path) => isWithin(siteFolder, path))) {
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

/** True for a missing folder, an empty one, and a built site, which is recognised by its home and 404 pages or by the record. */
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

/** True when the home page is the recorded file, even if the site has been renamed since. */
function isOwn(site: string, record: string): boolean {
  const home = join(site, "index.html");
  return existsSync(home) && readRecord(record)?.files.get("index.html") === digestOf(readFileSync(home));
}

function isWithin(folder: string, path: string): boolean {
  const route = relative(folder, path);
  return route !== ".." && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}

/** Returns a function that removes the lock. The lock of a killed build is taken over. */
export function lock({ site, lock: file, record }: SiteFolders): () => void {
  mkdirSync(join(record, ".."), { recursive: true });
  const isTaken = () => {
    // Linked into place with its content: an empty lock would look abandoned.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, String(process.pid));
    try {
      linkSync(own, file);
      return false;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return true;
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

/** Process that holds the lock, if it is alive. Our own id belonged to an earlier process, as happens in containers. */
function readHolder(file: string): number | undefined {
  const holder = Number(existsSync(file) ? readFileSync(file, "utf8") : "");
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return undefined;
  try {
    process.kill(holder, 0);
    return isZombie(holder) ? undefined : holder;
  } catch (error) {
    // Alive, but owned by another user.
    return codeOf(error) === "EPERM" ? holder : undefined;
  }
}

/** A killed process keeps its id until its parent reaps it, which in a container may never happen. */
function isZombie(id: number): boolean {
  const file = `/proc/${id}/stat`;
  return existsSync(file) && /\) Z [^)]*$/.test(readFileSync(file, "utf8"));
}

/** Finishes or undoes the swap of a build that was killed between its renames. */
export async function recover({ site, next, previous }: SiteFolders): Promise<void> {
  if (!existsSync(previous)) return;
  // Something may have created an empty folder where the site belongs.
  if (existsSync(site) && readdirSync(site).length === 0) rmdirSync(site);
  if (!existsSync(site)) await rename(previous, site);
  else if (!existsSync(next)) await rename(previous, next);
  else rmSync(previous, { recursive: true });
}

/** Swaps in the next site; the last one stays beside it as the base of the next build. */
export async function swapFolders(folders: SiteFolders): Promise<void> {
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
