/** `npm run bench:search`: the search beside its peers; `-- --sizes 1000 --engines curalog,minisearch` runs a part. */
import { parseArgs } from "node:util";
import { type EngineKey, engineKeys } from "./engines/index.ts";
import { allSizes, benchSearch } from "./search-bench.ts";

try {
  const { values } = parseArgs({ options: { sizes: { type: "string" }, engines: { type: "string" } } });
  const sizes = choose("--sizes", values.sizes, allSizes.map(String)).map(Number);
  const engines = choose("--engines", values.engines, engineKeys) as EngineKey[];
  await benchSearch(sizes, engines);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What the option lists, in the order of `all`; all of them without the option. */
function choose(option: string, given: string | undefined, all: readonly string[]): string[] {
  if (given === undefined) return [...all];
  const wanted = given.split(",").map((value) => value.trim());
  const unknown = wanted.filter((value) => !all.includes(value));
  if (unknown.length > 0) throw new Error(`${option} ${unknown.join(",")} is not known; it takes ${all.join(",")}`);
  return all.filter((value) => wanted.includes(value));
}
