/** `npm run check [-- --content <folder>]`: validates all content without building the site. Exit code 1 on any error. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadCatalog } from "../src/catalog/load-content.ts";
import { toReport } from "../src/desk/to-report.ts";
import { formatIssues } from "../src/ingest/report.ts";

try {
  const { values } = parseArgs({ options: { content: { type: "string" } } });
  // Imported here, since a setting that cannot be used throws on import.
  const { buildDate, contentRoot, imageRoot } = await import("../src/site.config.ts");
  const root = values.content === undefined ? contentRoot : resolve(values.content);
  const { result, issues, filesChecked } = await loadCatalog(root, imageRoot, buildDate);
  if (filesChecked === 0) console.error(`No content files in ${root}`);
  else console.log(formatIssues(issues, filesChecked));
  if (!result.ok || filesChecked === 0) process.exitCode = 1;
} catch (error) {
  console.error(toReport(error));
  process.exitCode = 1;
}
