/** `npm run check [-- --content <folder>]`: validates all content without building the site. Exit code 1 on any error. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadCatalog } from "../src/catalog/load-content.ts";
import { formatIssues } from "../src/ingest/report.ts";
import { buildDate, contentRoot, imageRoot } from "../src/site.config.ts";

const { values } = parseArgs({ options: { content: { type: "string" } } });
const root = values.content === undefined ? contentRoot : resolve(values.content);

const { result, issues, filesChecked } = await loadCatalog(root, imageRoot, buildDate);
if (filesChecked === 0) {
  console.error(`No content files in ${root}`);
  process.exitCode = 1;
} else {
  console.log(formatIssues(issues, filesChecked));
  if (!result.ok) process.exitCode = 1;
}
