/** Fuse alone, its token search over every record, the title weighing most. */
import Fuse from "fuse.js";
import { type Engine, HITS } from "../engine.ts";
import { versionOf } from "../package-version.ts";
import { type SearchDocument, toDocument } from "../search-document.ts";
import { publishWhole } from "../whole-file.ts";

export const fuse: Engine = {
  name: "Fuse",
  version: versionOf("fuse.js"),
  isForgiving: true,
  // By default it looks near the beginning of a field, takes words that share half of their letters for each other, and
  // prefers short fields: slower, and fewer are found.
  settings: "useTokenSearch, ignoreLocation, ignoreFieldNorm, threshold: 0.3, title weighs 2; the records as JSON",
  browserCode: 'export { default } from "fuse.js";',
  publish(records) {
    return publishWhole(JSON.stringify(records.map(toDocument)), (file) => {
      const documents: SearchDocument[] = JSON.parse(file);
      const engine = new Fuse(documents, {
        useTokenSearch: true,
        ignoreLocation: true,
        ignoreFieldNorm: true,
        threshold: 0.3,
        keys: [{ name: "title", weight: 2 }, "brand", "topics"],
      });
      return { search: async (query) => engine.search(query, { limit: HITS }).map(({ item }) => item.id) };
    });
  },
};
