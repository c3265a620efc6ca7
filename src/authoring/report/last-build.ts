/** How old the built site is: when builds fail, the last good site stays and hides that they do. */
import { join } from "node:path";
import { z } from "zod";
import { readIfPresent } from "../../ingest/read-content.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { daysBetween, formatDate } from "../../lib/partial-date.ts";
import { counted } from "../../lib/text.ts";
import { day } from "../../schemas/fields.ts";

const DAYS_OLD = 7;
const IndexSchema = z.object({ built: day });

/** The day of the build in the site folder, YYYY-MM-DD, which its data states; undefined where no site is built. */
export async function readLastBuild(siteFolder: string): Promise<string | undefined> {
  const bytes = await readIfPresent(join(siteFolder, "api/v1/index.json"));
  return bytes && IndexSchema.safeParse(parseJson(bytes.toString())).data?.built;
}

/** A line for the editor when that is more than a week ago. */
export function formatLastBuild(built: string | undefined, buildDate: string): string[] {
  if (built === undefined) return [];
  const age = daysBetween(built, buildDate);
  if (age <= DAYS_OLD) return [];
  return [
    `The site here was built on ${formatDate(built)}, ${counted(age, "day")} ago. A build that fails leaves the last good site as it was: run npm run build, and look at what it says.`,
  ];
}
