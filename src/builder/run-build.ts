/** The command `npm run build`: its options and its summary. */
import { exitCodes, runCommand } from "../cli/command.ts";
import { startPhases } from "../cli/progress.ts";
import { getCommit, getConfig } from "../config/config.ts";
import { getSite } from "../config/settings.ts";
import { listFiles } from "../ingest/read-content.ts";
import { projectRoot } from "../lib/project-root.ts";
import { counted, formatCount } from "../lib/text.ts";
import { findNewsLayout } from "../vocab/news-folder.ts";
import type { BuildSummary, Phase } from "./build-site.ts";
import { digestSiteCode } from "./code-digest.ts";

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
    async ({ values }) => {
      const project = projectRoot();
      if (values["pages-only"] === true) process.env["CURALOG_PAGES_ONLY"] = "on";
      // Before the modules that it stands for are loaded.
      const code = digestSiteCode(project, process.env);
      const { buildSite } = await import("./build-site.ts");
      const {
        buildDate,
        cacheFolder,
        cmsBackend,
        contentRoot,
        publicFolder,
        imageRoot,
        documentRoot,
        indexing,
        required,
        siteFolder,
        siteUrl,
      } = getConfig();
      const commit = getCommit();
      // The modules that Astro bundled read the settings again, and so does each thread, perhaps after midnight or a commit.
      process.env["CURALOG_BUILD_DATE"] = buildDate;
      if (commit !== undefined) process.env["CURALOG_COMMIT"] = commit;
      const progress = startPhases();
      const summary = await buildSite(
        {
          project,
          siteFolder,
          siteName: getSite().name,
          indexing,
          required,
          siteUrl,
          contentRoot,
          publicFolder,
          imageRoot,
          documentRoot,
          cacheFolder,
          buildDate,
          code,
          commit,
          cms: cmsBackend && {
            ...cmsBackend,
            siteName: getSite().name,
            siteUrl: siteUrl.href,
            newsLayout: findNewsLayout(buildDate, await listFiles(contentRoot, "news", ".md")),
          },
          isCompressed: values.compress === true,
          isForced: values.force === true,
        },
        {
          begin: (phase) => progress.begin(phaseTexts[phase]),
          onRendered: (done, total) => progress.update(done, total),
        },
      ).finally(() => progress.stop());
      return { text: formatSummary(summary), data: summary, isFine: true };
    },
  );
  if (process.exitCode === exitCodes.failed) console.error("\nNothing was built; the last good site is as it was.");
}

function formatSummary({ content, pages, files, rendered, cached, changed, compression }: BuildSummary): string {
  const lines = [
    content,
    `${counted(pages, "page")} and ${counted(files - pages, "other file")} in ${process.uptime().toFixed(1)} s; ${
      rendered + cached === 0
        ? "nothing changed"
        : `${formatCount(rendered)} rendered, ${formatCount(cached)} from the cache, ${counted(changed, "file")} changed in the site`
    }`,
  ];
  if (compression === undefined) return lines.join("\n");
  const { files: compressed, plain, br, gzip } = compression;
  const toKb = (bytes: number) => `${formatCount(Math.round(bytes / 1000))} kB`;
  lines.push(
    `${formatCount(compressed)} files compressed: ${toKb(plain)}, as Brotli ${toKb(br)}, as gzip ${toKb(gzip)}`,
  );
  return lines.join("\n");
}
