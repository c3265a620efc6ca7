/** Loads an index from its files: it can be searched as soon as the newest records are there. */
import { FORMAT, type IndexEntry, type Load, MANIFEST, type Manifest, type MemoryEntry } from "../index/index-files.ts";
import { decodeRecords, type RecordColumns } from "../index/record-columns.ts";
import { createChunkedIndex } from "./chunked-index.ts";
import { createMemoryIndex } from "./memory-index.ts";
import { failureReason, SearchFailure } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

/** The name of the newest entry. Throws `SearchFailure`: `missing` when the index has another format than this page reads. */
export async function readManifest(load: Load): Promise<string> {
  const { format, entry } = await read<Manifest>(MANIFEST, load);
  if (format !== FORMAT) throw new SearchFailure("missing", MANIFEST);
  return entry;
}

/**
 * The index whose first file is `entry`. `onChange` is called each time older records have arrived or could not be fetched;
 * `index.rest` then says which. Throws `SearchFailure` when the entry cannot be fetched.
 */
export async function loadIndex(entry: string, load: Load, onChange: () => void = () => {}): Promise<SearchIndex> {
  const loaded = await read<IndexEntry>(entry, load);
  if (loaded.layout === "chunked") return createChunkedIndex(loaded, (file) => read(file, load));
  if (loaded.layout !== "memory") throw new SearchFailure("missing", entry);
  return loadInMemory(loaded, load, onChange);
}

function loadInMemory({ synonyms, newest, older }: MemoryEntry, load: Load, onChange: () => void): SearchIndex {
  const index = createMemoryIndex(synonyms);
  index.add(decodeRecords(newest), older.length > 0 ? "loading" : "complete");
  const addOlder = async () => {
    for (const [number, file] of older.entries()) {
      const records = decodeRecords(await read<RecordColumns>(file, load));
      index.add(records, number < older.length - 1 ? "loading" : "complete");
      onChange();
    }
  };
  addOlder().catch((error: unknown) => {
    index.setRest(failureReason(error));
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
  throw new SearchFailure("missing", file);
}
