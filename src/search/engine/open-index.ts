/** An index from its files: usable as soon as the newest records are there, whole when the older ones are. */

import { type Entry, FORMAT, type Load, type Manifest, type WholeEntry } from "../index/index-files.ts";
import { decodeRecords, type Shard } from "../index/record-columns.ts";
import { createChunkedIndex } from "./chunked-index.ts";
import { createMemoryIndex } from "./memory-index.ts";
import { SearchFailure } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

/** The name of the newest entry. Throws `SearchFailure`, `gone` when it is written for later pages than this. */
export async function readManifest(pointer: string, load: Load): Promise<string> {
  const { format, entry } = await read<Manifest>(pointer, load);
  if (format !== FORMAT) throw new SearchFailure("gone", pointer);
  return entry;
}

/**
 * The index whose first file is `entry`. `onChange` is called each time older
 * records have arrived or could not be had; `index.rest` then says which.
 * Throws `SearchFailure` when the entry cannot be had.
 */
export async function loadIndex(entry: string, load: Load, onChange: () => void = () => {}): Promise<SearchIndex> {
  const opened = await read<Entry>(entry, load);
  if (opened.layout !== "whole" && opened.layout !== "chunked") throw new SearchFailure("gone", entry);
  if (opened.layout === "chunked") return createChunkedIndex(opened, (file) => read(file, load));
  return openWhole(opened, load, onChange);
}

function openWhole({ synonyms, newest, older }: WholeEntry, load: Load, onChange: () => void): SearchIndex {
  const index = createMemoryIndex(synonyms);
  index.add(decodeRecords(newest), older.length > 0 ? "loading" : "complete");
  const addOlder = async () => {
    for (const [number, file] of older.entries()) {
      index.add(decodeRecords(await read<Shard>(file, load)), number < older.length - 1 ? "loading" : "complete");
      onChange();
    }
  };
  addOlder().catch((error: unknown) => {
    index.setRest(error instanceof SearchFailure ? error.reason : "unreachable");
    onChange();
  });
  return index;
}

/** Some hosts answer with a page, or with an error as JSON, where a file is missing. */
async function read<T>(file: string, load: Load): Promise<T> {
  const text = await load(file);
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value !== "number") return value as T;
  } catch {
    // Not JSON at all.
  }
  throw new SearchFailure("gone", file);
}
