/** `npm run bench:build`: the build beside its peers; `-- --corpus <folder> --sizes 10000` writes a corpus and stops. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeBuildCorpus } from "../bench/build-corpus.ts";

const { values } = parseArgs({ options: { corpus: { type: "string" }, sizes: { type: "string", default: "1000" } } });
const stories = Number(values.sizes);
if (values.corpus !== undefined) {
  const count = writeBuildCorpus(resolve(values.corpus), { stories, seed: 1 });
  console.log(`${count} files in ${values.corpus}`);
}
