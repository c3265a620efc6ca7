/** Texts of one line, such as the records of a kind, rendered on demand and cached in chunks of neighbours. */
import { hash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../lib/digest.ts";
import {
  digestOfContent,
  listCached,
  type OutputCache,
  readCached,
  readCachedDigest,
  writeCached,
} from "./output-cache.ts";

export interface LineSource {
  readonly slug: string;
  /** Cache key: decides the line, together with the code. */
  readonly key: () => string;
  /** Renders the line, without the line end. */
  readonly make: () => Promise<string>;
}

export interface Lines {
  /** Cache key of all lines. */
  readonly key: () => string;
  /** Digest of all lines, hexadecimal. Of cached chunks only the headers are read. */
  readonly digest: () => Promise<string>;
  /** A line without the line end; throws where there is none. */
  readonly at: (index: number) => Promise<string>;
  /** All lines, a chunk at a time, so that they need not be in memory together. */
  readonly chunks: () => AsyncIterable<readonly string[]>;
  /** Deletes the chunks that are out of date. */
  readonly prune: () => void;
}

/** Average lines in a chunk: fewer make many small files, more have many lines rendered again when one changes. */
const CHUNK_SIZE = 8;

/** The slug alone decides whether a chunk begins with it: a record that comes or goes moves no other chunk. */
function beginsChunk({ slug }: LineSource): boolean {
  return (hash("sha256", slug, "buffer")[0] ?? 0) % CHUNK_SIZE === 0;
}

export function createLines(sources: readonly LineSource[], cache: OutputCache | undefined): Lines {
  const chunks: LineSource[][] = [];
  const positions = sources.map((source, index) => {
    if (index === 0 || beginsChunk(source)) chunks.push([]);
    const chunk = chunks.at(-1) ?? [];
    return { chunk, position: chunk.push(source) - 1 };
  });
  const nameOf = (chunk: readonly LineSource[]) => digestOf([cache?.code, ...chunk.map(({ key }) => key())]);
  const fileOf = (chunk: readonly LineSource[]) => cache && join(cache.folder, nameOf(chunk));

  const read = async (chunk: readonly LineSource[]): Promise<readonly string[]> => {
    const file = fileOf(chunk);
    const cached = file === undefined ? undefined : readCached(file)?.toString().split("\n");
    if (cached?.length === chunk.length) return cached;
    const lines: string[] = [];
    for (const { make } of chunk) lines.push(await make());
    if (file) writeCached(file, lines.join("\n"));
    return lines;
  };
  const digest = async (): Promise<string> => {
    const digests: string[] = [];
    for (const chunk of chunks) {
      const file = fileOf(chunk);
      digests.push((file && readCachedDigest(file)) ?? digestOfContent((await read(chunk)).join("\n")));
    }
    return digestOf(digests.join(""), "hex", 64);
  };
  let last: { readonly chunk: readonly LineSource[]; readonly lines: Promise<readonly string[]> } | undefined;
  let key: string | undefined;
  let digested: Promise<string> | undefined;

  return {
    key: () => (key ??= digestOf(sources.map((source) => source.key()))),
    digest: () => (digested ??= digest()),
    async at(index) {
      const { chunk, position } = positions[index] ?? { chunk: [], position: 0 };
      if (last?.chunk !== chunk) last = { chunk, lines: read(chunk) };
      const line = (await last.lines)[position];
      if (line === undefined) throw new Error(`There is no line ${index}`);
      return line;
    },
    async *chunks() {
      for (const chunk of chunks) yield await read(chunk);
    },
    prune() {
      if (!cache) return;
      const current = new Set(chunks.map(nameOf));
      for (const name of listCached(cache.folder))
        if (!current.has(name)) rmSync(join(cache.folder, name), { force: true });
    },
  };
}
