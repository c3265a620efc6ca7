/** `npm run eval:curate -- <folder> [--dates] [--verbose]`: how well fields are read from saved pages, compared with what is expected of each. */
import { createExtractor } from "../src/authoring/curate/extract.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import {
  comparison,
  dateScoresOf,
  evaluateFolder,
  formatDateScores,
  formatDifferences,
  formatScores,
  scoresOf,
} from "../tests/curate/evaluate.ts";

await runCommand(
  {
    name: "npm run eval:curate --",
    arguments: "<folder>",
    summary: `Reads every <site>/input.html of the folder and compares it with <site>/expected.json.\n\n${comparison}`,
    options: {
      dates: { type: "boolean", help: "scores the dates alone, by the kind of evidence, and asks for the day" },
      verbose: { type: "boolean", help: "prints each difference" },
    },
  },
  async ({ values, arguments: [folder, ...others] }) => {
    if (folder === undefined || others.length > 0) throw new UsageError("Name one folder of pages.");
    const { buildDate } = getConfig();
    const extractor = createExtractor();
    try {
      const all = await evaluateFolder(folder, extractor, buildDate);
      const results = values.dates ? all.filter(({ field }) => field === "date") : all;
      const scores = values.dates ? dateScoresOf(results) : scoresOf(results);
      const table = values.dates ? formatDateScores(results) : formatScores(scoresOf(results));
      const differences = formatDifferences(results, values.verbose ?? false);
      return {
        text: [table, differences].filter((part) => part !== "").join("\n\n"),
        data: { scores, differences: results.filter(({ verdict }) => verdict !== "right" && verdict !== "none") },
        isFine: true,
      };
    } finally {
      await extractor.close();
    }
  },
);
