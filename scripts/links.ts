/** `npm run links [-- --since <days> --limit <n> --dry-run]`: checks the outbound links. Exit code 1 when some are newly dead. */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { checkLinks, formatLinkReport } from "../src/authoring/links/check-links.ts";
import { readLinkFacts } from "../src/authoring/links/link-records.ts";
import { createRequestLink } from "../src/authoring/links/request-link.ts";
import { LINK_FACTS_FILE } from "../src/catalog/file-kind.ts";
import { formatLeftOut, loadSoundCatalog } from "../src/catalog/load-content.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { getConfig } from "../src/config/config.ts";
import { rateLimits } from "../src/http/rate-limits.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";

const TIMEOUT = 20_000;

function toCount(text: string | undefined, option: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} must be a whole number, but it is '${text}'.`);
}

await runCommand(
  {
    name: "npm run links --",
    arguments: "",
    summary:
      "Checks the links that lead off the site, politely, and remembers the results in content/facts/links.json.",
    options: {
      since: {
        type: "string",
        value: "<days>",
        help: "only what was last checked so many days ago or more; 1 without it",
      },
      limit: { type: "string", value: "<n>", help: "at most so many, what was never checked first" },
      "dry-run": { type: "boolean", help: "requests nothing, writes nothing and says what would be checked" },
    },
  },
  async ({ values }) => {
    const since = toCount(values.since, "since", 1);
    const limit = toCount(values.limit, "limit", Number.POSITIVE_INFINITY);
    const { buildDate, contentRoot, imageRoot, documentRoot } = getConfig();
    const { catalog, leftOut } = await loadSoundCatalog({ contentRoot, imageRoot, documentRoot, buildDate });
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    const report = await checkLinks({
      catalog,
      isComplete: leftOut.length === 0,
      known: await readLinkFacts(contentRoot),
      today: buildDate,
      since,
      limit,
      isDryRun: values["dry-run"] ?? false,
      request: createRequestLink({ timeoutMs: TIMEOUT, signal: stop.signal }),
      rateLimits: { ...rateLimits, sleep: (ms) => wait(ms, undefined, { signal: stop.signal }) },
      save: (text) => writeFileAtomically(join(contentRoot, LINK_FACTS_FILE), text),
      startProgress,
      signal: stop.signal,
    });
    return {
      text: [formatLinkReport(report), ...formatLeftOut(leftOut)].join("\n\n"),
      data: { ...report, leftOut },
      isFine: report.newlyDead.length === 0,
    };
  },
);
