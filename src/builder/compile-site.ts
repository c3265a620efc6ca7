/** The code of the site compiled once for each state of the code: a module that prints its files, and the scripts, styles and fonts that the pages load. */
import { existsSync } from "node:fs";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { CmsSettings } from "../cms/config.ts";
import { removeAtOnce } from "../lib/remove-at-once.ts";
import { startChild } from "./child.ts";
import { type CompileOptions, ENTRY } from "./compile-into.ts";

/** A compiled site: all folders and files absolute. */
export interface Compiled {
  /** Imported by whoever prints; exports a `CompiledSite`. */
  readonly entry: string;
  /** Files that the site has besides those that are printed. */
  readonly assets: string;
}

interface Settings {
  readonly project: string;
  /** Where compiled sites are kept, one folder for each key. */
  readonly folder: string;
  /** Digest of everything that the result depends on. */
  readonly key: string;
  /** Throws when that is no longer the digest: what was compiled meanwhile may be of either state. */
  readonly assertSame: () => void;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
}

/** Compiled sites that are kept, the newest: switching to another branch and back costs nothing. */
const KEPT = 4;

export async function compileSite({ project, folder, key, assertSame, cms }: Settings): Promise<Compiled> {
  const whole = join(folder, key);
  if (existsSync(whole)) {
    // As young as the last one that was added, so that what is used is not what is pruned.
    const { mtime } = await stat(folder);
    await utimes(whole, mtime, mtime);
  } else {
    await compile({ folder: `${whole}.${process.pid}`, project, cms });
    assertSame();
    await moveInto(whole, `${whole}.${process.pid}`);
    await prune(folder);
  }
  return { entry: join(whole, "server", ENTRY), assets: join(whole, "assets") };
}

/** In a process of its own: the bundler takes half a gigabyte, and gives none of it back. */
async function compile(order: CompileOptions): Promise<void> {
  const child = startChild("compile-process.ts", "The code could not be compiled");
  try {
    await child.ask(order);
  } finally {
    await child.close();
  }
}

/** A build into another folder may have compiled the same meanwhile. */
async function moveInto(whole: string, made: string): Promise<void> {
  try {
    await rename(made, whole);
  } catch (error) {
    if (!existsSync(whole)) throw error;
    await rm(made, { recursive: true });
  }
}

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(KEPT);
  for (const { name } of old) await removeAtOnce(join(folder, name));
}
