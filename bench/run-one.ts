/** One engine at one size, measured, as JSON: `node --expose-gc bench/run-one.ts minisearch 10000`. */
import { type EngineKey, importEngine } from "./engines/index.ts";
import { measure } from "./measure.ts";
import { buildCorpus } from "./search-corpus.ts";

const SEED = 1;

const [key = "", size = ""] = process.argv.slice(2);
const measured = await measure(await importEngine(key as EngineKey), buildCorpus(Number(size), SEED));
process.stdout.write(JSON.stringify(measured));
