/** `npm run digest -- [--week <week>] [--out <folder>]`: the digest of a week for those who send it by hand, from the content alone. */
import { join, relative, resolve, sep } from "node:path";
import { formatLeftOut, loadSoundCatalog } from "../src/catalog/load-content.ts";
import { listWeeks, type Week } from "../src/catalog/weeks.ts";
import { InputError, runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import { daysOfWeek } from "../src/lib/iso-week.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";
import { renderMail } from "../src/outputs/digest/mail-html.ts";
import { renderMailText } from "../src/outputs/digest/mail-text.ts";
import { toDigestMarkdown } from "../src/outputs/markdown/digest-markdown.ts";
import { writeMarkdownDocument } from "../src/outputs/markdown/write-document.ts";
import { buildDigest } from "../src/views/digest.ts";
import { buildDigestPage } from "../src/views/digest-page.ts";
import { dayOfWeeks } from "../src/views/page-days.ts";

/** Of more weeks, only the latest are named. */
const SHOWN = 12;

await runCommand(
  {
    name: "npm run digest --",
    arguments: "",
    summary:
      "Writes what was curated in a week as mail.html and mail.txt, to be sent by hand, and as index.md. Needs no built site.",
    options: {
      week: { type: "string", value: "2026-w47", help: "a week of ISO 8601; the last that is over without it" },
      out: { type: "string", value: "<folder>", help: "where the files go; without it a folder named after the week" },
    },
  },
  async ({ values }) => {
    if (values.week !== undefined && daysOfWeek(values.week) === undefined)
      throw new UsageError(`'${values.week}' is no week. Write the year and the number of the week, as 2026-w47.`);
    const config = getConfig();
    const { catalog, leftOut } = await loadSoundCatalog(config);
    const week = findWeek(listWeeks(catalog), values.week);
    const out = resolve(values.out ?? `digest-${week.name}`);
    if (`${out}${sep}`.startsWith(`${config.siteFolder}${sep}`))
      throw new UsageError("The next build replaces the folder of the site: choose another.");
    const digest = buildDigest(week);
    const view = buildDigestPage(week);
    const files = {
      "mail.html": renderMail(digest),
      "mail.txt": renderMailText(digest),
      "index.md": writeMarkdownDocument(toDigestMarkdown(view), dayOfWeeks([week])),
    };
    for (const [name, text] of Object.entries(files)) await writeFileAtomically(join(out, name), text);
    const written = Object.keys(files).map((name) => join(relative(process.cwd(), out) || ".", name));
    return {
      text: [
        [`${digest.heading}: ${digest.counts}`, ...written.map((file) => `  ${file} written`)].join("\n"),
        ...(week.isOver ? [] : [`The week is not over: what is curated until ${digest.end} is missing.`]),
        ...formatLeftOut(leftOut),
      ].join("\n\n"),
      data: { week: week.name, from: week.from, to: week.to, isOver: week.isOver, files: written, leftOut },
      isFine: true,
    };
  },
);

function findWeek(weeks: readonly Week[], name: string | undefined): Week {
  const found = name === undefined ? weeks.find(({ isOver }) => isOver) : weeks.find((week) => week.name === name);
  if (found) return found;
  const names = weeks.slice(0, SHOWN).map((week) => week.name);
  const list =
    names.length > 0
      ? `There are digests of ${names.join(", ")}${weeks.length > SHOWN ? ", …" : ""}.`
      : "There are none.";
  throw new InputError(
    name === undefined ? `No week that has a digest is over. ${list}` : `There is nothing of ${name}. ${list}`,
  );
}
