/** UFuzzy in the mode for typos, with words in any order, as in its documentation's own comparison. */
import uFuzzy from "@leeoniya/ufuzzy";
import { type Engine, HITS } from "../engine.ts";
import { versionOf } from "../package-version.ts";
import { toDocument } from "../search-document.ts";
import { publishWhole } from "../whole-file.ts";

/** So many words of a query are tried in every order. */
const PERMUTED = 5;

interface Haystack {
  readonly ids: readonly string[];
  /** One string a record, since uFuzzy has no fields. */
  readonly texts: string[];
}

export const ufuzzy: Engine = {
  name: "uFuzzy",
  version: versionOf("@leeoniya/ufuzzy"),
  isForgiving: true,
  settings: "intraMode: 1, intraSlice from the first letter, words in any order; texts and addresses as JSON",
  browserCode: 'export { default } from "@leeoniya/ufuzzy";',
  publish(records) {
    const documents = records.map(toDocument);
    const haystack: Haystack = {
      ids: documents.map(({ id }) => id),
      texts: documents.map(({ title, brand, topics }) => `${title} · ${brand} · ${topics}`),
    };
    return publishWhole(JSON.stringify(haystack), (file) => {
      const { ids, texts }: Haystack = JSON.parse(file);
      // Without `intraSlice` a typo in the first letter is not forgiven: slower with it, and many more are found.
      const engine = new uFuzzy({ intraMode: 1, intraSlice: [0, Number.POSITIVE_INFINITY] });
      return {
        async search(query) {
          const [filtered, info, order] = engine.search(texts, query, PERMUTED);
          // Too many to be ranked: they are in the order of the records.
          const found = order ? order.slice(0, HITS).map((at) => info.idx[at] ?? -1) : (filtered ?? []).slice(0, HITS);
          return found.map((index) => ids[index] ?? "");
        },
      };
    });
  },
};
