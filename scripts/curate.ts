/** `npm run curate -- <url | file.html>`: one page, or a list of them, becomes news files. */
import { curateList, formatBatch } from "../src/authoring/curate/batch.ts";
import { createContext } from "../src/authoring/curate/context.ts";
import { decide, propose, write } from "../src/authoring/curate/curate.ts";
import { createExtractor } from "../src/authoring/curate/extract.ts";
import { formatWritten, reasonsOf } from "../src/authoring/curate/format-curation.ts";
import { confirmWrite, promptForDecision } from "../src/authoring/curate/prompts.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { canAsk } from "../src/cli/prompter.ts";
import { getConfig } from "../src/config/config.ts";
import { toLine } from "../src/lib/text.ts";

await runCommand(
  {
    name: "npm run curate --",
    arguments: "<url | file.html>",
    summary:
      "Reads a page and writes the news file for it, with the topics and offerings that it names. Asks at a terminal; elsewhere it needs --yes.",
    options: {
      batch: {
        type: "string",
        value: "<list>",
        help: "curates each address of a file, one a line, without asking; goes on where it was interrupted",
      },
      url: { type: "string", value: "<address>", help: "address of a saved page" },
      summary: {
        type: "string",
        value: "<text>",
        help: "the editor's summary; without it the page's own description is quoted",
      },
      topics: { type: "string", value: "'A: B; C: D'", help: "topics by full name, in place of the suggested ones" },
      yes: { type: "boolean", help: "takes what the page states and what is suggested, without asking" },
      "dry-run": { type: "boolean", help: "writes nothing and shows the file" },
      "allow-loopback": { type: "boolean", help: "allows addresses on this machine" },
    },
  },
  async ({ values, arguments: [page, ...others], isJson }) => {
    const { batch, url, yes = false, "dry-run": isDryRun = false, "allow-loopback": allowsLoopback = false } = values;
    if (others.length > 0 || (page === undefined) === (batch === undefined)) {
      throw new UsageError("Name one address or saved page, or a list with --batch.");
    }
    const asks = batch === undefined && !yes;
    if (asks && (isJson || !canAsk())) {
      throw new UsageError(isJson ? "--json asks nothing: add --yes." : "Nobody can be asked here: add --yes.");
    }
    const overrides = {
      summary: values.summary?.trim() || undefined,
      topics: values.topics
        ?.split(";")
        .map(toLine)
        .filter((name) => name !== ""),
    };
    if (batch !== undefined && (overrides.summary !== undefined || url !== undefined)) {
      throw new UsageError("--summary and --url are for one page.");
    }
    const { contentRoot, imageRoot, documentRoot, buildDate } = getConfig();
    const context = await createContext({ contentRoot, imageRoot, documentRoot, buildDate, allowsLoopback });
    const extractor = createExtractor();
    try {
      if (batch !== undefined) {
        const results = await curateList(batch, context, extractor, overrides, { isDryRun });
        const isFine = results.every(({ outcome }) => outcome.state !== "failed");
        return { text: formatBatch(results, isDryRun), data: { results }, isFine };
      }
      const progress = startProgress(1, page);
      const proposal = await propose({ page: page ?? "", url }, context, extractor).finally(progress.stop);
      const decision = asks
        ? await promptForDecision(proposal, context, overrides)
        : decide(proposal, context, overrides);
      const confirm = asks ? confirmWrite : undefined;
      const written = await write(decision, proposal, context, { isDryRun, confirm });
      return {
        text: formatWritten(written, proposal, isDryRun),
        data: { ...written, fields: proposal.extraction.fields, suggested: reasonsOf(proposal) },
        isFine: true,
      };
    } finally {
      await extractor.close();
    }
  },
);
