/** Promise: texts of one line, as the records of a kind, each made when it is wanted; what is made is kept in runs of neighbours and found by everything that decides it. */
import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Kept } from "./kept.ts";

/** One text. */
export interface LineSource {
  readonly slug: string;
  /** Decides the line, together with the code. */
  readonly key: () => string;
  /** Without the line end. */
  readonly make: () => Promise<string>;
}

export interface Lines {
  /** Decides all lines, together with the code. */
  readonly key: () => string;
  /** Without the line end; throws where there is none. */
  readonly at: (index: number) => Promise<string>;
  /** All, a few neighbours at a time, so that they need not be in memory together. */
  readonly runs: () => AsyncIterable<readonly string[]>;
  /** Deletes what was kept of records that are no more, or are no more the same. */
  readonly prune: () => void;
}

/**
 * About so many lines in a file. Fewer would be many files, each of which costs
 * more than its bytes; more would be many lines made anew for one.
 */
const RUN = 8;

/** A slug alone decides whether a run begins with it: a record that comes or goes moves no other run. */
function beginsRun({ slug }: LineSource): boolean {
  return (hash("sha256", slug, "buffer")[0] ?? 0) % RUN === 0;
}

export function openLines(sources: readonly LineSource[], kept: Kept | undefined): Lines {
  const runs: LineSource[][] = [];
  const places = sources.map((source, index) => {
    if (index === 0 || beginsRun(source)) runs.push([]);
    const run = runs.length - 1;
    return { run, place: (runs[run]?.push(source) ?? 1) - 1 };
  });
  const nameOf = (run: readonly LineSource[]) => digestOf([kept?.code, ...run.map(({ key }) => key())].join("\n"));

  const read = async (run: readonly LineSource[]): Promise<readonly string[]> => {
    const file = kept && join(kept.folder, nameOf(run));
    const known = file === undefined ? undefined : readChecked(file);
    if (known?.length === run.length) return known;
    const lines: string[] = [];
    for (const { make } of run) lines.push(await make());
    if (file !== undefined) writeChecked(file, lines);
    return lines;
  };
  let last: { readonly run: number; readonly lines: Promise<readonly string[]> } | undefined;
  let key: string | undefined;

  return {
    key: () => (key ??= digestOf(sources.map((source) => source.key()).join("\n"))),
    async at(index) {
      const { run, place } = places[index] ?? { run: -1, place: 0 };
      if (last?.run !== run) last = { run, lines: read(runs[run] ?? []) };
      const line = (await last.lines)[place];
      if (line === undefined) throw new Error(`There is no line ${index}`);
      return line;
    },
    async *runs() {
      for (const run of runs) yield await read(run);
    },
    prune() {
      if (!kept) return;
      const wanted = new Set(runs.map(nameOf));
      for (const name of listFolder(kept.folder))
        if (!wanted.has(name)) rmSync(join(kept.folder, name), { force: true });
    },
  };
}

/** The lines; undefined when the file is missing, cut short or changed. */
function readChecked(file: string): readonly string[] | undefined {
  const [digest = "", ...lines] = readIfThere(file).split("\n");
  return digest === digestOf(lines.join("\n")) ? lines : undefined;
}

/** Not in one step: who reads half a file sees that by its digest. */
function writeChecked(file: string, lines: readonly string[]): void {
  const text = lines.join("\n");
  try {
    makeFolder(dirname(file));
    writeFileSync(file, `${digestOf(text)}\n${text}`);
  } catch {
    // A folder that cannot be written costs time, and is no reason to stop.
  }
}

/** Those that this thread has made: asking the system for every file would cost as much as writing it. */
const folders = new Set<string>();

function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function digestOf(text: string): string {
  return hash("sha256", text, "base64url");
}
