/** The compiled site, cached by the digest of the code: the entry module, and the scripts, styles and fonts of the pages. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { CmsSettings } from "../cms/config.ts";
import { removeAtOnce } from "../lib/remove-at-once.ts";
import { type CompileOptions, ENTRY } from "./compile-into.ts";
import { BuildError } from "./site-folder.ts";

/** Absolute paths. */
export interface Compiled {
  /** Module that exports a `CompiledSite`. */
  readonly entry: string;
  /** Folder of the scripts, styles and fonts. */
  readonly assets: string;
}

interface Settings {
  readonly project: string;
  /** Cache folder with one folder for each key. */
  readonly folder: string;
  /** Digest of all code. */
  readonly key: string;
  /** Throws when the code has changed since the digest was taken. */
  readonly assertSame: () => void;
  /** Undefined for a site without an editing page. */
  readonly cms: CmsSettings | undefined;
}

/** Enough to switch between branches without compiling again. */
const MAX_CACHED = 4;

export async function compileSite({ project, folder, key, assertSame, cms }: Settings): Promise<Compiled> {
  const cached = join(folder, key);
  if (existsSync(cached)) {
    // Marked as used, so that it is pruned last.
    const { mtime } = await stat(folder);
    await utimes(cached, mtime, mtime);
  } else {
    await compile({ folder: `${cached}.${process.pid}`, project, cms });
    assertSame();
    await moveInto(cached, `${cached}.${process.pid}`);
    await prune(folder);
  }
  return { entry: join(cached, "server", ENTRY), assets: join(cached, "assets") };
}

/** In a child process: the bundler takes half a gigabyte of memory and frees none of it. */
async function compile(options: CompileOptions): Promise<void> {
  const child = fork(join(import.meta.dirname, "compile-process.ts"), [JSON.stringify(options)]);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new BuildError("The code could not be compiled; the reason is printed above.");
}

/** Another build may have compiled the same code in the meantime. */
async function moveInto(cached: string, compiled: string): Promise<void> {
  try {
    await rename(compiled, cached);
  } catch (error) {
    if (!existsSync(cached)) throw error;
    await rm(compiled, { recursive: true });
  }
}

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(MAX_CACHED);
  for (const { name } of old) await removeAtOnce(join(folder, name));
}
