/** `npm run import:interface -- <offering> <file or address>`, or `-- --all`: records what interfaces state of themselves. */
import { setTimeout as wait } from "node:timers/promises";
import { type Outcome, runCommand, UsageError } from "../src/cli/command.ts";
import { startProgress } from "../src/cli/progress.ts";
import { getConfig } from "../src/config/config.ts";
import { requireFacts } from "../src/config/settings.ts";
import { rateLimits } from "../src/http/rate-limits.ts";
import { formatInterfaceReport, importInterface } from "../src/importers/interfaces/import-interface.ts";
import { formatRefreshReport, isComplete, refreshInterfaces } from "../src/importers/interfaces/refresh-interfaces.ts";
import { day, slug, webUrl } from "../src/schemas/fields.ts";
import { interfaceEnvironments } from "../src/schemas/interface-facts.ts";

await runCommand(
  {
    name: "npm run import:interface --",
    arguments: "<offering> <file or address> | --all",
    summary:
      "Records what an interface states of itself: a FHIR CapabilityStatement, a SMART configuration, or OpenAPI. Of a base address, the first two are fetched. With --all every recorded address is read again. Exit code 1 when one fails or is left for another run.",
    options: {
      all: {
        type: "boolean",
        help: "reads every recorded address again, but for what was read today: a run that was stopped goes on",
      },
      environment: { type: "string", value: interfaceEnvironments.join("|"), help: "what the interface serves" },
      seen: { type: "string", value: "YYYY-MM-DD", help: "the day on which the document was there; without it, today" },
      source: { type: "string", value: "<address>", help: "of a file: where it was read" },
      name: { type: "string", value: "<name>", help: "of the record, where an offering has several of one kind" },
      "dry-run": { type: "boolean", help: "writes nothing and says what would be written" },
    },
  },
  async ({ values, arguments: [offering, from, ...others] }) => {
    requireFacts("interfaces");
    if (values.all) {
      const { all: _all, "dry-run": isDryRun = false, ...single } = values;
      if (offering !== undefined || Object.keys(single).length > 0)
        throw new UsageError("--all takes no offering and no other option than --dry-run.");
      return refreshAll(isDryRun);
    }
    if (offering === undefined || from === undefined || others.length > 0)
      throw new UsageError("Name an offering, and one file or address.");
    const { contentRoot, buildDate } = getConfig();
    const environment = interfaceEnvironments.find((one) => one === values.environment);
    if (values.environment !== undefined && environment === undefined)
      throw new UsageError(`--environment must be one of ${interfaceEnvironments.join(", ")}.`);
    const seen = read(day, "seen", values.seen) ?? buildDate;
    // Until that day, --all would count the record as read today.
    if (seen > buildDate) throw new UsageError(`--seen must not be later than today, ${buildDate}.`);
    const report = await importInterface({
      offering,
      from,
      environment,
      seen,
      source: read(webUrl, "source", values.source),
      name: read(slug, "name", values.name),
      contentRoot,
      isDryRun: values["dry-run"] ?? false,
    });
    return { text: formatInterfaceReport(report), data: report, isFine: true };
  },
);

async function refreshAll(isDryRun: boolean): Promise<Outcome> {
  const { contentRoot, buildDate } = getConfig();
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const report = await refreshInterfaces({
    contentRoot,
    today: buildDate,
    isDryRun,
    rateLimits: { ...rateLimits, sleep: (ms) => wait(ms, undefined, { signal: stop.signal }) },
    startProgress,
    http: { signal: stop.signal },
  });
  return { text: formatRefreshReport(report), data: report, isFine: isComplete(report) };
}

/** The value of an option as its field has it. */
function read(field: typeof day | typeof slug | typeof webUrl, name: string, value: string | undefined) {
  const result = field.optional().safeParse(value);
  if (!result.success) throw new UsageError(`--${name} ${result.error.issues[0]?.message}.`);
  return result.data;
}
