/** MiniSearch as its documentation has it for searching while typing, and once more with wider forgiveness. */
import MiniSearch from "minisearch";
import { type Engine, HITS } from "../engine.ts";
import { versionOf } from "../package-version.ts";
import { type SearchDocument, toDocument } from "../search-document.ts";
import { publishWhole } from "../whole-file.ts";

/** As in its documentation: one edit in five letters. */
export const minisearch = engineWith("MiniSearch", 0.2);

/** A swap of neighbours is two edits for it; this forgives them in words of five letters, at the cost of time. */
export const minisearchWide = engineWith("MiniSearch wide", 0.3);

function engineWith(name: string, fuzzy: number): Engine {
  const options = {
    fields: ["title", "brand", "topics"],
    storeFields: ["title"],
    searchOptions: { prefix: true, fuzzy, boost: { title: 2 } },
  };
  return {
    name,
    version: versionOf("minisearch"),
    isForgiving: true,
    settings: `prefix: true, fuzzy: ${fuzzy}, title boosted by 2; the index as JSON with addresses and titles`,
    browserCode: 'export { default } from "minisearch";',
    publish(records) {
      const index = new MiniSearch<SearchDocument>(options);
      index.addAll(records.map(toDocument));
      return publishWhole(JSON.stringify(index), (file) => {
        const loaded = MiniSearch.loadJSON<SearchDocument>(file, options);
        return {
          search: async (query) =>
            loaded
              .search(query)
              .slice(0, HITS)
              .map(({ id }) => String(id)),
        };
      });
    },
  };
}
