/** The command `npm run build`: its options and its summary. */
import { resolve } from "node:path";
import { exitCodes, runCommand, UsageError } from "../cli/command.ts";
import { startProgress } from "../cli/progress.ts";
import { getCommit, getConfig, site } from "../config.ts";
import { counted, formatCount } from "../lib/text.ts";
import type { BuildSummary, Phase } from "./build-site.ts";
import { digestOfSiteCode } from "./code-digest.ts";

/** Shown beside the progress bar. */
const phaseTexts: Readonly<Record<Phase, string>> = {
  read: "reading the content",
  compare: "comparing with the last build",
  check: "checking the content",
  compile: "compiling the code",
  render: "rendering the pages",
  complete: "completing the site",
  swap: "putting it in place",
};

export async function runBuild(): Promise<void> {
  await runCommand(
    {
      name: "npm run build --",
      arguments: "",
      summary: "Builds the site; it takes the place of the last one only when it is whole.",
      options: {
        compress: {
          type: "boolean",
          help: "writes Brotli and gzip copies beside the files, for servers that send those",
        },
        "pages-only": {
          type: "boolean",
          help: "leaves out what programs read: feeds, data, Markdown, social images, the search index",
        },
        force: { type: "boolean", help: "builds from scratch and deletes the cache" },
      },
    },
    async ({ values, arguments: [other] }) => {
      if (other !== undefined) throw new UsageError(`'${other}' is not an option.`);
      const project = resolve(import.meta.dirname, "../..");
      // Before the modules that it stands for are loaded.
      const code = digestOfSiteCode(project, process.env);
      const { buildSite, phases } = await import("./build-site.ts");
      const { buildDate, cacheFolder, cmsBackend, contentRoot, imageRoot, indexing, siteFolder, siteUrl } = getConfig();
      const progress = startProgress(phases.length);
      const report = await buildSite(
        {
          project,
          siteFolder,
          siteName: site.name,
          indexing,
          contentRoot,
          imageRoot,
          cacheFolder,
          buildDate,
          code,
          commit: getCommit(),
          cms: cmsBackend && { ...cmsBackend, siteName: site.name, siteUrl: siteUrl.href },
          isCompressed: values.compress === true,
          isPagesOnly: values["pages-only"] === true,
          isForced: values.force === true,
        },
        (phase) => progress.step(phaseTexts[phase]),
      ).finally(() => progress.stop());
      return { text: formatReport(report), data: report, isFine: true };
    },
  );
  if (process.exitCode === exitCodes.failed) console.error("\nNothing was built; the last good site is as it was.");
}

function formatReport({ summary, files: total, written, compression }: BuildSummary): string {
  const site = `${counted(total, "file")} in the site, ${written === 0 ? "none" : formatCount(written)} of them new`;
  if (compression === undefined) return `${summary}\n${site}`;
  const { files, plain, br, gzip } = compression;
  const toKb = (bytes: number) => `${formatCount(Math.round(bytes / 1000))} kB`;
  return `${summary}\n${site}\n${formatCount(files)} files compressed: ${toKb(plain)}, as Brotli ${toKb(br)}, as gzip ${toKb(gzip)}`;
}
