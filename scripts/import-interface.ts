/** `npm run import:interface -- <offering> <file or address>`: records what an interface states of itself. */
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config.ts";
import { formatInterfaceReport, importInterface } from "../src/importers/interfaces/import-interface.ts";
import { day, slug, webUrl } from "../src/schemas/fields.ts";
import { interfaceEnvironments } from "../src/schemas/interface-facts.ts";

await runCommand(
  {
    name: "npm run import:interface --",
    arguments: "<offering> <file or address>",
    summary:
      "Records what an interface states of itself: a FHIR CapabilityStatement, a SMART configuration, or OpenAPI. Of a base address, the first two are fetched.",
    options: {
      environment: { type: "string", value: interfaceEnvironments.join("|"), help: "what the interface serves" },
      seen: { type: "string", value: "YYYY-MM-DD", help: "the day on which the document was there; without it, today" },
      source: { type: "string", value: "<address>", help: "of a file: where it was read" },
      name: { type: "string", value: "<name>", help: "of the record, where an offering has several of one kind" },
      "dry-run": { type: "boolean", help: "writes nothing and says what would be written" },
    },
  },
  async ({ values, arguments: [offering, from, ...others] }) => {
    if (offering === undefined || from === undefined || others.length > 0)
      throw new UsageError("Name an offering, and one file or address.");
    const { contentRoot, buildDate } = getConfig();
    const environment = interfaceEnvironments.find((one) => one === values.environment);
    if (values.environment !== undefined && environment === undefined)
      throw new UsageError(`--environment must be one of ${interfaceEnvironments.join(", ")}.`);
    const report = await importInterface({
      offering,
      from,
      environment,
      seen: read(day, "seen", values.seen) ?? buildDate,
      source: read(webUrl, "source", values.source),
      name: read(slug, "name", values.name),
      contentRoot,
      isDryRun: values["dry-run"] ?? false,
    });
    return { text: formatInterfaceReport(report), data: report, isFine: true };
  },
);

/** The value of an option as its field has it. */
function read(field: typeof day | typeof slug | typeof webUrl, name: string, value: string | undefined) {
  const result = field.optional().safeParse(value);
  if (!result.success) throw new UsageError(`--${name} ${result.error.issues[0]?.message}.`);
  return result.data;
}
