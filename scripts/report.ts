/** `npm run report [-- --html [<file>]]`: what an editor could look after next, as a table, as JSON or as one HTML file. */
import { readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { readLinkFacts } from "../src/authoring/links/link-records.ts";
import { buildReport } from "../src/authoring/report/build-report.ts";
import { formatReportHtml, formatReportText, toReportData } from "../src/authoring/report/format-report.ts";
import { formatLastBuild, readLastBuild } from "../src/authoring/report/last-build.ts";
import { buildThemeTokens } from "../src/builder/theme-sheet.ts";
import { formatLeftOut, loadSoundCatalog } from "../src/catalog/load-content.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import { getSettings, getSite } from "../src/config/settings.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";
import { absoluteUrl, editUrl } from "../src/views/urls.ts";

await runCommand(
  {
    name: "npm run report --",
    arguments: "[<file>]",
    summary:
      "Lists what an editor could look after next: dead links, ends to come, thin and lonely entries, each with its reason.",
    options: {
      html: { type: "boolean", help: "writes one HTML file, report.html without <file>, that is no part of the site" },
    },
  },
  async ({ values, arguments: [file = "report.html", ...others] }) => {
    if (others.length > 0) throw new UsageError("Name one file at most.");
    const config = getConfig();
    const { buildDate, contentRoot, siteFolder } = config;
    if (values.html && resolve(file).startsWith(`${siteFolder}${sep}`)) {
      throw new UsageError("The report is not for readers: choose a file outside the folder of the site.");
    }
    const { catalog, leftOut } = await loadSoundCatalog(config);
    const sections = buildReport(catalog, await readLinkFacts(contentRoot));
    const built = await readLastBuild(siteFolder);
    const note = [...formatLeftOut(leftOut), ...formatLastBuild(built, buildDate)];
    // Without the address of a repository the file is opened where the page is read: on this machine, in VS Code.
    const openUrl = (path: string) => `vscode://file${pathToFileURL(join(contentRoot, path)).pathname}`;
    const toEdit = (path: string) => editUrl(path) ?? openUrl(path);
    const links = { siteName: getSite().name, toPage: absoluteUrl, toEdit };
    const data = { ...toReportData(sections, buildDate, links), leftOut, built };
    if (!values.html) return { text: [formatReportText(sections), ...note].join("\n\n"), data, isFine: true };
    const styles = await readFile(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
    const [sizes = ""] = /^:root \{[\s\S]*?^\}/m.exec(styles) ?? [];
    // The fonts are those of the site where they are installed on this machine.
    const { theme } = getSettings();
    const tokens = `${buildThemeTokens(theme, theme.fonts.heading, theme.fonts.text)}\n${sizes}`;
    await writeFileAtomically(resolve(file), formatReportHtml(sections, buildDate, links, tokens));
    return { text: [`${file} written`, ...note].join("\n"), data, isFine: true };
  },
);
