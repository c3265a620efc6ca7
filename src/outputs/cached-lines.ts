/** Texts of one line, as the records of a kind, each made when it is wanted; what is made is kept in runs of neighbours and found by everything that decides it. */
import { createHash, hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputCache } from "./output-cache.ts";

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
  /** Tells these lines from all others, as hexadecimal digits; of what is kept, no line is read for it. */
  readonly digest: () => Promise<string>;
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

export function createLines(sources: readonly LineSource[], kept: OutputCache | undefined): Lines {
  const runs: LineSource[][] = [];
  const places = sources.map((source, index) => {
    if (index === 0 || beginsRun(source)) runs.push([]);
    const run = runs.length - 1;
    return { run, place: (runs[run]?.push(source) ?? 1) - 1 };
  });
  const nameOf = (run: readonly LineSource[]) => digestOf([kept?.code, ...run.map(({ key }) => key())].join("\n"));
  const fileOf = (run: readonly LineSource[]) => kept && join(kept.folder, nameOf(run));

  const read = async (run: readonly LineSource[]): Promise<readonly string[]> => {
    const file = fileOf(run);
    const known = file === undefined ? undefined : readChecked(file);
    if (known?.length === run.length) return known;
    const lines: string[] = [];
    for (const { make } of run) lines.push(await make());
    if (file !== undefined) writeChecked(file, lines);
    return lines;
  };
  const digest = async (): Promise<string> => {
    const all = createHash("sha256");
    for (const run of runs) {
      const file = fileOf(run);
      const known = file === undefined ? undefined : readDigest(file);
      all.update(known ?? digestOf((await read(run)).join("\n")));
    }
    return all.digest("hex");
  };
  let last: { readonly run: number; readonly lines: Promise<readonly string[]> } | undefined;
  let key: string | undefined;
  let digested: Promise<string> | undefined;

  return {
    key: () => (key ??= digestOf(sources.map((source) => source.key()).join("\n"))),
    digest: () => (digested ??= digest()),
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

/** Characters of the digest of a text, and of its head: that digest and, since it is read alone, a digest of it. */
const DIGEST = 43;
const HEAD = 2 * DIGEST;

function toHead(digest: string): string {
  return `${digest}${digestOf(digest)}`;
}

/** The lines; undefined when the file is missing, cut short or changed. */
function readChecked(file: string): readonly string[] | undefined {
  const bytes = readIfThere(file);
  const text = bytes.subarray(HEAD + 1);
  return bytes.toString("latin1", 0, HEAD) === toHead(digestOf(text)) ? text.toString().split("\n") : undefined;
}

/** The digest of the lines; undefined when the file is missing or its head is not whole. */
function readDigest(file: string): string | undefined {
  const head = readHead(file);
  const digest = head.slice(0, DIGEST);
  return head === toHead(digest) ? digest : undefined;
}

/** Not in one step: who reads half a file sees that by its digest. */
function writeChecked(file: string, lines: readonly string[]): void {
  const text = lines.join("\n");
  try {
    makeFolder(dirname(file));
    writeFileSync(file, `${toHead(digestOf(text))}\n${text}`);
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

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function readHead(file: string): string {
  const head = Buffer.alloc(HEAD);
  try {
    const handle = openSync(file, "r");
    try {
      return head.toString("latin1", 0, readSync(handle, head));
    } finally {
      closeSync(handle);
    }
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

function digestOf(text: string | Uint8Array): string {
  return hash("sha256", text, "base64url");
}
