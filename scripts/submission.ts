/** `node scripts/submission.ts link <event.json>` or `quote <file>`: what the workflows need around other commands. */
import { readFile } from "node:fs/promises";
import { quoteOutput } from "../src/authoring/submission/quote-output.ts";
import { readSubmission } from "../src/authoring/submission/read-submission.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";

await runCommand(
  {
    name: "node scripts/submission.ts",
    arguments: "link <event.json> | quote <file>",
    summary:
      "For workflows. 'link' prints the address that an issue submits, from the event that GitHub wrote; 'quote' prints what a command said as a code block for a comment.",
    options: {},
  },
  async ({ arguments: [verb, file, ...others] }) => {
    const convert = { link: readSubmission, quote: quoteOutput }[verb ?? ""];
    if (!convert || file === undefined || others.length > 0)
      throw new UsageError("Say 'link' or 'quote', and one file.");
    const text = convert(await readFile(file, "utf8"));
    return { text, data: { text }, isFine: true };
  },
);
