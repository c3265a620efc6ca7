/** One export of made-up records into a folder, whose outcome is printed as JSON: `node bench/export-run.ts typesense 1000000 <folder>`. With `none` the records are made up as often as an export reads them, and not exported. */
import { type EngineName, engineNames } from "../src/config/search-engine.ts";
import { exportFormats } from "../src/search/export/export-format.ts";
import { writeExport } from "../src/search/export/write-export.ts";
import { streamRecords } from "./export-records.ts";

/** The name of the index is a digest of all documents, so they are read before they are written. */
const READS = 2;

const [engine = "", size = "", folder = ""] = process.argv.slice(2);
const records = streamRecords(Number(size));
const isEngine = (name: string): name is EngineName => engineNames.some((known) => known === name);
if (isEngine(engine)) await writeExport(folder, { records, synonyms: [] }, exportFormats[engine], "curalog");
else for (let read = 0; read < READS; read += 1) for (const _ of records);
