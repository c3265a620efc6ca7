/** What an edit is, and the files that it works on. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Random, shuffle } from "../../bench/random.ts";
import { listFiles } from "../../src/built-site/built-site.ts";

/** A project that is edited and built again and again. */
export interface State {
  /** Root of the project, absolute. */
  readonly project: string;
  /** Environment of its builds; an edit may change it. */
  readonly settings: Record<string, string>;
  readonly random: Random;
  /** A number that no edit of this project had before. */
  readonly serial: () => number;
  /** Files that were edited since the last build. None is drawn twice, so that no edit hides that another was overlooked. */
  readonly touched: Set<string>;
}

export interface Edit {
  readonly kind: string;
  /** Says what was edited; undefined when the project has nothing that can be edited so. The content stays free of errors. */
  readonly apply: (state: State) => string | undefined | Promise<string | undefined>;
}

export function contentOf({ project }: State): string {
  return join(project, "content");
}

/** Paths below the content root, those of a folder that no edit has touched, in random order. */
export function drawFiles(state: State, folder: string): string[] {
  const files = listFiles(join(contentOf(state), folder)).map((file) => `${folder}/${file}`);
  return shuffle(
    state.random,
    files.filter((file) => !state.touched.has(file)),
  );
}

/** The first of them that fits, which counts as touched. */
export function findDrawn(state: State, folder: string, fits: (file: string) => boolean): string | undefined {
  const file = drawFiles(state, folder).find(fits);
  if (file !== undefined) state.touched.add(file);
  return file;
}

/** One of them; a folder of content without files is a mistake of the test. */
export function drawFile(state: State, folder: string): string {
  const file = findDrawn(state, folder, () => true);
  if (file === undefined) throw new Error(`No files in content/${folder}`);
  return file;
}

export function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Folders that are not there yet are made. */
export function writeTo(root: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}
