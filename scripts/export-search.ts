/** `npm run export:search -- --engine <name> [--out <folder> | --to <address>]`: the search records for another search engine. */
import { relative, resolve, sep } from "node:path";
import { formatLeftOut, loadSoundCatalog } from "../src/catalog/load-content.ts";
import { InputError, runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { getConfig } from "../src/config/config.ts";
import { type EngineName, engineNames, indexName } from "../src/config/search-engine.ts";
import { formatSize } from "../src/lib/file-size.ts";
import { counted, formatCount } from "../src/lib/text.ts";
import { readEngineAddress } from "../src/search/export/engine-connection.ts";
import { exportFormats } from "../src/search/export/export-format.ts";
import { createTarget } from "../src/search/export/export-targets.ts";
import { upload } from "../src/search/export/upload.ts";
import { writeExport } from "../src/search/export/write-export.ts";
import { buildSearchRecords } from "../src/search/index/search-records.ts";

await runCommand(
  {
    name: "npm run export:search --",
    arguments: "--engine <name>",
    summary:
      "Writes what the search finds, and the settings to find it by, for another search engine, or sends it there. The key is read from CURALOG_SEARCH_KEY.",
    options: {
      engine: { type: "string", value: "<name>", help: engineNames.join(", ") },
      out: {
        type: "string",
        value: "<folder>",
        help: "where the files go; without it a folder named after the engine",
      },
      to: {
        type: "string",
        value: "<address>",
        help: "sends it to the engine there, in the place of what is searched",
      },
      name: { type: "string", value: "<name>", help: "the name that searches use; without it curalog" },
    },
  },
  async ({ values }) => {
    const engine = engineNames.find((known) => known === values.engine);
    if (!engine) throw new UsageError(`Name an engine with --engine: ${engineNames.join(", ")}.`);
    const { out, to, name = "curalog" } = values;
    if (out !== undefined && to !== undefined) throw new UsageError("Give either --out or --to.");
    const { error } = indexName.safeParse(name);
    if (error) throw new UsageError(`--name ${error.issues[0]?.message}`);
    return to === undefined ? write(engine, out ?? `export-${engine}`, name) : send(engine, to, name);
  },
);

async function write(engine: EngineName, out: string, name: string) {
  const config = getConfig();
  const folder = resolve(out);
  if (`${folder}${sep}`.startsWith(`${config.siteFolder}${sep}`))
    throw new UsageError("The next build replaces the folder of the site: choose another.");
  const { catalog, leftOut } = await loadSoundCatalog(config);
  const written = await writeExport(folder, buildSearchRecords(catalog), exportFormats[engine], name);
  const { documents, bytes, files, index } = written;
  const where = relative(process.cwd(), folder) || ".";
  const told = `${counted(documents, "document")} for the index ${index}, ${counted(files.length, "file")} with ${formatSize(bytes)} in ${where}`;
  return {
    text: [told, ...formatLeftOut(leftOut)].join("\n\n"),
    data: { folder: where, ...written, leftOut },
    isFine: true,
  };
}

async function send(engine: EngineName, to: string, name: string) {
  const address = readEngineAddress(to);
  const key = readKey(process.env["CURALOG_SEARCH_KEY"]);
  const { catalog, leftOut } = await loadSoundCatalog(getConfig());
  const source = buildSearchRecords(catalog);
  const target = createTarget(engine, { address, key }, source.synonyms, name);
  const report = await upload({ source, format: exportFormats[engine], name, target, startProgress });
  const { documents, sent, index, removed } = report;
  const told = [
    `Searches of ${name} reach ${counted(documents, "document")}, the export ${index}; ${formatCount(sent)} sent now.`,
    ...removed.map((other) => `The index ${other}, which is not searched any more, is removed.`),
  ];
  return {
    text: [told.join("\n"), ...formatLeftOut(leftOut)].join("\n\n"),
    data: { ...report, leftOut },
    isFine: true,
  };
}

/** Undefined where none is set, for an engine on this machine. Throws an `InputError` that does not repeat it. */
function readKey(value: string | undefined): string | undefined {
  const key = value?.trim();
  if (!key) return undefined;
  if (!/^[\x21-\x7e]+$/.test(key)) throw new InputError("CURALOG_SEARCH_KEY has characters that no key has.");
  return key;
}
