/** What is measured at a size: commands that go on from one another, each with what is done before it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { getConfig } from "../src/config/config.ts";
import { type BenchFolders, curalogCommand, type Peer, type PeerKey } from "./build-peers.ts";
import { createEditor, type Size } from "./build-size.ts";
import type { Command } from "./measure-process.ts";

/** Social images that are drawn to see how long one takes. */
export const DRAWN = 200;

/** By key, as the report names them. */
export const parts = {
  "pages clean": "pages alone, clean, nothing cached",
  "pages restored": "pages alone, clean, cache restored",
  "pages edited": "pages alone, one story edited",
  "pages edited again": "pages alone, one story edited again",
  "pages unchanged": "pages alone, nothing changed",
  "all cold": "everything, clean, nothing cached",
  "all restored": "everything, clean, cache restored",
  "all edited": "everything, one story edited",
  "all edited again": "everything, one story edited again",
  "all unchanged": "everything, nothing changed",
  "check cold": "check, all files, cold",
  "check one": "check, one file, edited",
  "dev edit": "dev server, from edit to seen",
  "social images": `drawing ${DRAWN} social images`,
} as const;
export type PartKey = keyof typeof parts;

/** Who builds a size; plain Astro builds our routes, with all that programs read. */
export function peersOf(size: Size): readonly PeerKey[] {
  return size === "real" ? ["curalog", "astro"] : ["curalog", "hugo", "eleventy"];
}

/** The part in which peers are compared. */
export function comparedPart(size: Size): PartKey {
  return size === "real" ? "all restored" : "pages clean";
}

export interface Step {
  readonly peer: PeerKey;
  readonly part: PartKey;
  /** What the command builds. */
  readonly site: string;
  /** Not measured. */
  readonly before: () => void;
  readonly command: Command;
}

/** Chains of steps: each step starts from what the one before left, and the first from nothing. */
export function toChains(size: Size, folders: BenchFolders, peers: ReadonlyMap<PeerKey, Peer>): readonly Step[][] {
  const site = join(folders.work, "curalog");
  const { file, edit, undo } = createEditor(folders.corpus, size);
  const nothing = () => {};
  const clean = () => {
    undo();
    removeBuilt(site);
  };
  const own = (part: PartKey, command: Command, before: () => void): Step => ({
    peer: "curalog",
    part,
    site,
    before,
    command,
  });
  const buildSteps = (what: "pages" | "all", first: PartKey, args: readonly string[]): Step[] => {
    const command = curalogCommand("build.ts", folders, site, args);
    return [
      own(first, command, clean),
      own(`${what} edited`, command, edit),
      own(`${what} edited again`, command, edit),
      own(`${what} unchanged`, command, nothing),
      own(`${what} restored`, command, () => restoreCache(site, copyOf(what))),
    ];
  };
  const copyOf = (what: "pages" | "all") => join(folders.work, `cache-${what}`);
  const peerSteps = (keys: readonly PeerKey[], prepare: (peerSite: string) => void): Step[] =>
    keys.flatMap((key) => {
      const peerSite = join(folders.work, `${key}-site`);
      const command = peers.get(key)?.build(folders, peerSite);
      const before = () => prepare(peerSite);
      return command ? { peer: key, part: comparedPart(size), site: peerSite, before, command } : [];
    });
  const check = curalogCommand("check.ts", folders, site);
  const chains = [
    [...buildSteps("pages", "pages clean", ["--pages-only"]), ...peerSteps(["hugo", "eleventy"], removeBuilt)],
    [
      ...buildSteps("all", "all cold", []),
      ...peerSteps(["astro"], (peerSite) => restoreCache(peerSite, copyOf("all"))),
    ],
    [own("check cold", check, clean), own("check one", { ...check, args: [...check.args, file] }, edit)],
  ];
  return chains.map((steps) => steps.filter(({ peer }) => peers.has(peer)));
}

/**
 * Moves the site, what builds keep beside it, and our cache out of the way.
 * They are deleted with the folder of the size: for a minute after thousands of
 * files are deleted, ext4 makes new ones more slowly, whoever makes them.
 */
export function removeBuilt(site: string): void {
  const { cacheFolder } = getConfig();
  const aside = join(dirname(site), "aside");
  mkdirSync(aside, { recursive: true });
  const heap = mkdtempSync(join(aside, "built-"));
  for (const folder of [dirname(site), cacheFolder]) {
    for (const name of readNames(folder)) {
      if (folder === cacheFolder || name.startsWith(basename(site))) move(join(folder, name), join(heap, name));
    }
  }
}

/**
 * Leaves no site, and a cache of new files as a host puts it back. The copy is
 * made when it is first asked for; the content is then the same in every run.
 */
function restoreCache(site: string, copy: string): void {
  const { cacheFolder } = getConfig();
  if (!existsSync(copy)) cpSync(cacheFolder, copy, { recursive: true });
  removeBuilt(site);
  cpSync(copy, cacheFolder, { recursive: true });
}

/** Deletes what cannot be moved to another disk. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    rmSync(from, { recursive: true, force: true });
  }
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
