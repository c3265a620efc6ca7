/** `npm run verify:dist [-- --least <pages>]`: checks the whole of the built site; exit code 1 when anything is wrong. */
import { existsSync } from "node:fs";
import { readSite } from "../src/built-site/built-site.ts";
import { InputError, runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import { formatVerification, verifySite, violationCount } from "../tests/dist/verify-dist.ts";

await runCommand(
  {
    name: "npm run verify:dist --",
    arguments: "",
    summary: "Checks every page and file of the built site, and says how many of each it looked at.",
    options: {
      least: { type: "string", value: "<pages>", help: "fewer pages than this are a violation; 10 by default" },
    },
  },
  async ({ values: { least = "10" } }) => {
    if (!/^\d+$/.test(least)) throw new UsageError("--least must be a number of pages.");
    const { siteFolder, siteUrl } = getConfig();
    if (!existsSync(siteFolder))
      throw new InputError(`There is no site in ${siteFolder}. Build it with 'npm run build'.`);
    const report = await verifySite(readSite(siteFolder, siteUrl), Number(least));
    return { text: formatVerification(report), data: report, isFine: violationCount(report) === 0 };
  },
);
