import { printable, printableLine } from "../../lib/printable.ts";
import { counted } from "../../lib/text.ts";
import type { ImportReport } from "./import-openproject.ts";
import type { ImportOutcome } from "./import-work-package.ts";

const KINDS = ["new", "changed", "unchanged", "conflict", "failed"] as const;
const MAX_LINE = 300;
const MAX_VALUE = 200;

/** The report of an import for a person. */
export function formatReport({ outcomes, passedOver, stopped, isDryRun }: ImportReport): string {
  const count = (kind: ImportOutcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  const counts = KINDS.map((kind) => `${count(kind)} ${kind}`).join(", ");
  return [
    ...KINDS.flatMap((kind) => outcomes.filter(({ outcome }) => outcome === kind).flatMap(formatOutcome)),
    ...(outcomes.length > 0 ? [""] : []),
    `${counted(outcomes.length, "work package")}: ${counts}${isDryRun ? "; nothing was written" : ""}`,
    ...(passedOver > 0 ? [`${counted(passedOver, "work package")} of another type passed over`] : []),
    ...(count("conflict") > 0
      ? ["Settle conflicts in the file or in OpenProject, or with --keep <numbers> or --take <numbers>"]
      : []),
    ...(stopped === undefined
      ? []
      : [`Stopped: ${stopped}`, "What was imported stays; run the command again to go on"]),
  ].join("\n");
}

function formatOutcome({ outcome, id, title, file, fields, image, conflicts, message, diff }: ImportOutcome): string[] {
  // Conflicts are settled by number.
  const number = outcome === "conflict" && file !== undefined ? ` (work package ${id})` : "";
  const name = file ?? `work package ${id ?? "without a number"}${title === "" ? "" : ` '${title}'`}`;
  const taken = outcome === "new" || !fields || fields.length === 0 ? "" : `: ${fields.join(", ")}`;
  return [
    `${outcome.padEnd(9)}  ${name}${number}${message === undefined ? taken : `: ${message}`}`,
    ...(image === undefined ? [] : [`             public/images/${image}`]),
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
