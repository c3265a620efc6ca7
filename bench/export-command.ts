/** `npm run bench:export [-- --sizes 1000,1000000]`: exports of made-up records to files for other search engines. */
import { parseArgs } from "node:util";
import { benchExports } from "./export-bench.ts";

/** Two, so that memory can be seen not to grow with the records. */
const SIZES = "100000,1000000";

try {
  const { values } = parseArgs({ options: { sizes: { type: "string", default: SIZES } } });
  const sizes = values.sizes.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new Error("--sizes must be numbers of records, as 1000,1000000");
  await benchExports(sizes);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
