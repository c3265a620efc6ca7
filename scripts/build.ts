/** `npm run build`: builds the site into a folder of its own and puts it in place of `dist/` only when it is whole. */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { build } from "astro";
import { loadCatalog } from "../src/catalog/load-content.ts";
import { formatIssues, formatSummary } from "../src/ingest/report.ts";
import { buildDate, contentRoot, imageRoot, siteFolder } from "../src/site.config.ts";

const staging = `${siteFolder}.next`;
const previous = `${siteFolder}.previous`;

const { result, issues, filesChecked } = await loadCatalog(contentRoot, imageRoot, buildDate);
if (!result.ok || filesChecked === 0) {
  console.error(filesChecked === 0 ? `No content files in ${contentRoot}` : formatIssues(issues, filesChecked));
  console.error("\nNothing was built; the last good site is as it was.");
  process.exit(1);
}
console.log(formatSummary(issues, filesChecked));

// A build that was stopped between the two renames left the last good site here.
if (!existsSync(siteFolder) && existsSync(previous)) await rename(previous, siteFolder);
await rm(staging, { recursive: true, force: true });
process.env["CURALOG_OUT_DIR"] = staging;
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
await build({ logLevel: "warn" });

await rm(previous, { recursive: true, force: true });
if (existsSync(siteFolder)) await rename(siteFolder, previous);
await rename(staging, siteFolder);
await rm(previous, { recursive: true, force: true });
