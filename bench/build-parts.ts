/** What is measured of our own build besides the clean one that peers are compared with, part by part. */
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type BenchFolders, curalogCommand, project } from "./build-peers.ts";
import type { Command } from "./measure-process.ts";

export interface Part {
  readonly key: PartKey;
  /** As the report names it. */
  readonly label: string;
  /** Not measured; before every run. `run` counts them from 0. */
  readonly before: (run: number) => void;
  /** Not measured; a build that the measured one goes on from. */
  readonly first?: Command;
  readonly command: Command;
}

export const partKeys = [
  "pages clean",
  "all cold",
  "all warm",
  "pages edited",
  "all edited",
  "pages unchanged",
  "all unchanged",
  "check cold",
  "check one",
] as const;
export type PartKey = (typeof partKeys)[number];

const cacheFolder = join(project, "node_modules/.cache/curalog");

/**
 * Moves the site, what builds keep beside it, and our caches out of the way;
 * the drawn cards stay where `keepsImages`. They are deleted with the folder of
 * the size: for a minute after thousands of files are deleted, ext4 makes new
 * ones more slowly, whoever makes them.
 */
export function removeBuilt(site: string, keepsImages = false): void {
  const aside = join(dirname(site), "aside");
  mkdirSync(aside, { recursive: true });
  const heap = mkdtempSync(join(aside, "built-"));
  for (const folder of [dirname(site), cacheFolder]) {
    for (const name of readNames(folder)) {
      const isOurs = folder === cacheFolder ? !(keepsImages && name === "cards") : name.startsWith(basename(site));
      if (isOurs) move(join(folder, name), join(heap, name));
    }
  }
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

/** In the order in which they are run: what a build starts from is what the one before left, and the cards of the cold build are those of the later ones. */
export function toParts(folders: BenchFolders): readonly Part[] {
  const site = join(folders.work, "curalog");
  const all = curalogCommand("build.ts", folders, site);
  const pages = curalogCommand("build.ts", folders, site, ["--pages-only"]);
  const story = pickStory(folders.corpus);
  const edit = (run: number) => appendFileSync(join(folders.corpus, story), `\n\n<p>Edited ${run + 1} times.</p>\n`);
  const check = curalogCommand("check.ts", folders, site);
  const nothing = () => {};
  return [
    { key: "pages edited", label: "pages, one story edited", before: edit, first: pages, command: pages },
    { key: "pages unchanged", label: "pages, nothing changed", before: nothing, first: pages, command: pages },
    {
      key: "all cold",
      label: "everything on, social images not drawn yet",
      before: () => removeBuilt(site),
      command: all,
    },
    {
      key: "all warm",
      label: "everything on, social images cached",
      before: () => removeBuilt(site, true),
      command: all,
    },
    { key: "all edited", label: "everything on, one story edited", before: edit, first: all, command: all },
    { key: "all unchanged", label: "everything on, nothing changed", before: nothing, first: all, command: all },
    { key: "check cold", label: "check, all files cold", before: () => removeBuilt(site), command: check },
    {
      key: "check one",
      label: "check, one file edited",
      before: edit,
      first: check,
      command: { ...check, args: [...check.args, join(folders.corpus, story)] },
    },
  ];
}

/** The story in the middle, by the names of files: neither the newest nor the oldest, and the same in every run. */
export function pickStory(corpus: string): string {
  const stories = readdirSync(join(corpus, "news"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  const story = stories.sort()[Math.floor(stories.length / 2)];
  if (story === undefined) throw new Error(`There is no story in ${corpus}`);
  return join("news", story);
}
