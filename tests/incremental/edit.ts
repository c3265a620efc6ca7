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
}

export interface Edit {
  readonly kind: string;
  /** Says what was edited; undefined when the project has nothing that can be edited so. The content stays free of errors. */
  readonly apply: (state: State) => string | undefined | Promise<string | undefined>;
}

export function contentOf({ project }: State): string {
  return join(project, "content");
}

/** Paths below the content root, those of a folder, in an order of chance. */
export function drawFiles(state: State, folder: string): string[] {
  const files = listFiles(join(contentOf(state), folder));
  return shuffle(
    state.random,
    files.map((file) => `${folder}/${file}`),
  );
}

/** One of them; a folder of content without files is a fault of the test. */
export function drawFile(state: State, folder: string): string {
  const [file] = drawFiles(state, folder);
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
