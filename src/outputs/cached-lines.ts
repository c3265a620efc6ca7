/** Texts of one line, such as the records of a kind, each made when it is wanted and cached by its key. */
import { createHash } from "node:crypto";
import { digestOf } from "../lib/digest.ts";
import { cachedText } from "./output-cache.ts";

export interface LineSource {
  /** Decides the line, together with the code. */
  readonly key: () => string;
  /** The line, without the line end. */
  readonly make: () => Promise<string>;
}

export interface Lines {
  /** Decides all lines, together with the code. */
  readonly key: () => string;
  /** Digest of all lines, hexadecimal. */
  readonly digest: () => Promise<string>;
  /** A line without the line end; throws where there is none. */
  readonly at: (index: number) => Promise<string>;
  /** All lines in order, one at a time, so that they need not be in memory together. */
  readonly all: () => AsyncIterable<string>;
}

/** `kind` tells these lines apart from others that may have the same keys. */
export function createLines(kind: string, sources: readonly LineSource[]): Lines {
  let key: string | undefined;
  let digest: Promise<string> | undefined;
  const read = ({ key: keyOf, make }: LineSource) => cachedText(kind, keyOf(), make);
  async function* all() {
    for (const source of sources) yield await read(source);
  }
  const digestAll = async () => {
    const hash = createHash("sha256");
    for await (const line of all()) hash.update(line).update("\n");
    return hash.digest("hex");
  };
  return {
    key: () => (key ??= digestOf(sources.map((source) => source.key()))),
    digest: () => (digest ??= digestAll()),
    async at(index) {
      const source = sources[index];
      if (!source) throw new Error(`There is no line ${index}`);
      return read(source);
    },
    all,
  };
}
