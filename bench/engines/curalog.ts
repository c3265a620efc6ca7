/** The project's own search, through the files that its build writes and the code that its pages run. */

import { searchIndex } from "../../src/search/engine/engine.ts";
import { loadIndex, readManifest } from "../../src/search/engine/load-index.ts";
import type { SearchIndex } from "../../src/search/engine/search-index.ts";
import type { Load } from "../../src/search/index/index-files.ts";
import { writeIndex } from "../../src/search/index/write-index.ts";
import { compressedSize } from "../compressed-size.ts";
import { type Engine, HITS } from "../engine.ts";
import { versionOf } from "../package-version.ts";

export const curalog: Engine = {
  name: "Curalog",
  version: versionOf(".."),
  isForgiving: true,
  settings:
    "the files of `writeIndex`, read by `loadIndex` as in the page's worker; no synonyms, as its peers have none",
  browserCode: 'import "/src/search/ui/worker.ts";',
  async publish(records) {
    const { files } = writeIndex({ records, synonyms: [] });
    const sizes = new Map<string, number>();
    for (const [file, text] of files) sizes.set(file, await compressedSize(text));
    const sizeOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    const read = (file: string) => {
      const text = files.get(file);
      if (text === undefined) throw new Error(`There is no file ${file}`);
      return text;
    };
    return {
      bytesInAll: sizeOf(files.keys()),
      async open() {
        const index = await openAll(async (file) => read(file));
        return {
          async search(query) {
            const { hits } = await searchIndex(index, { query });
            return hits.slice(0, HITS).map(({ record }) => record.href);
          },
        };
      },
      async bytesBeforeAnswer(query) {
        const fetched = new Set<string>();
        // A file arrives in a task of its own, so that one which the answer does not wait for arrives after it.
        const load = async (file: string) => {
          await new Promise((resolve) => setImmediate(resolve));
          fetched.add(file);
          return read(file);
        };
        const index = await loadIndex(await readManifest(load), load);
        await searchIndex(index, { query });
        return sizeOf(fetched);
      },
    };
  },
};

/** The index when nothing is on its way to it any more. */
async function openAll(load: Load): Promise<SearchIndex> {
  let announce = () => {};
  const index = await loadIndex(await readManifest(load), load, () => announce());
  while (index.rest === "loading") {
    await new Promise<void>((resolve) => {
      announce = resolve;
    });
  }
  return index;
}
