import { printable, printableLine } from "../../lib/printable.ts";
import { counted } from "../../lib/text.ts";
import { describeMissing, describeOthers, nearOf } from "./custom-fields.ts";
import type { ImportReport, MissingReport } from "./import-openproject.ts";
import type { ImportOutcome } from "./incoming.ts";

const KINDS = ["new", "changed", "unchanged", "conflict", "failed"] as const;
const MAX_LINE = 300;
const MAX_VALUE = 200;

/** The report of an import for a person. */
export function formatReport({ outcomes, missing, gone, passedOver, stopped, isDryRun }: ImportReport): string {
  const count = (kind: ImportOutcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  const counts = KINDS.map((kind) => `${count(kind)} ${kind}`).join(", ");
  return [
    ...KINDS.flatMap((kind) => outcomes.filter(({ outcome }) => outcome === kind).flatMap(formatOutcome)),
    ...gone.map(({ id, file, why }) => printable(`gone       ${file} (work package ${id}): ${why}`)),
    ...(outcomes.length > 0 || gone.length > 0 ? [""] : []),
    ...formatMissing(missing),
    `${counted(outcomes.length, "work package")}: ${counts}${isDryRun ? "; nothing was written" : ""}`,
    ...(passedOver > 0 ? [`${counted(passedOver, "work package")} of another type passed over`] : []),
    ...(gone.length > 0
      ? [`${counted(gone.length, "file")} without a work package: delete what is to go, or remove its 'id'`]
      : []),
    ...(count("conflict") > 0
      ? ["Settle conflicts in the file or in OpenProject, or with --keep <numbers> or --take <numbers>"]
      : []),
    ...(stopped === undefined
      ? []
      : [`Stopped: ${stopped}`, "What was imported stays; run the command again to go on"]),
  ].join("\n");
}

/** Each by itself where a person has something to do; those that the instance may never have had, in one line. */
function formatMissing(missing: readonly MissingReport[]): string[] {
  const isTold = (one: MissingReport) => one.files.length > 0 || one.withheld !== undefined || nearOf(one).length > 0;
  const [first, ...rest] = missing.filter((one) => !isTold(one));
  const fields = [...new Set([first, ...rest].map((one) => `'${one?.field}'`))].join(", ");
  return [
    ...missing.filter(isTold).map((one) => {
      const [file = ""] = one.files;
      const where = one.files.length === 1 ? file : counted(one.files.length, "file");
      const what = one.files.length > 0 ? `Kept '${one.field}' in ${where}` : `Nothing was read for '${one.field}'`;
      return printable(`${what}: ${describeMissing(one)}`);
    }),
    ...(first ? [printable(`No custom field was found for ${fields}${describeOthers(first.others)}`)] : []),
  ];
}

function formatOutcome({
  outcome,
  id,
  title,
  file,
  fields,
  files = [],
  conflicts,
  message,
  notes,
  diff,
}: ImportOutcome): string[] {
  // Conflicts are settled by number.
  const number = outcome === "conflict" && file !== undefined ? ` (work package ${id})` : "";
  const name = file ?? `work package ${id ?? "without a number"}${title === "" ? "" : ` '${title}'`}`;
  const taken = outcome === "new" || !fields || fields.length === 0 ? "" : `: ${fields.join(", ")}`;
  return [
    `${outcome.padEnd(9)}  ${name}${number}${message === undefined ? taken : `: ${message}`}`,
    ...files.map((written) => `             public/${written}`),
    ...(notes ?? []).map((note) => `             ${printableLine(note, MAX_LINE)}`),
    ...(conflicts ?? []).flatMap(({ field, base, file: ours, openProject }) => [
      `             ${field}`,
      `               was:         ${formatValue(base)}`,
      `               in the file: ${formatValue(ours)}`,
      `               OpenProject: ${formatValue(openProject)}`,
    ]),
    ...(diff ?? []).map((line) => `    ${cutLine(line)}`),
  ];
}

/** A body may be one line of a hundred thousand characters. */
function cutLine(line: string): string {
  return line.length > MAX_LINE ? `${printable(line.slice(0, MAX_LINE))}…` : printable(line);
}

function formatValue(value: unknown): string {
  if (value === undefined || value === null || value === "") return "(nothing)";
  return printableLine(typeof value === "string" ? value : JSON.stringify(value), MAX_VALUE);
}
