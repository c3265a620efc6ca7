/** The curated work packages of a project come into the content folder, and a second run with nothing new changes no byte. */

import { InputError } from "../../cli/command.ts";
import type { Progress } from "../../cli/progress.ts";
import { printable, printableLine } from "../../lib/printable.ts";
import { counted } from "../../lib/text.ts";
import { type Api, idOf, openApi, type WorkPackage } from "./api.ts";
import { createBaseStore, type State } from "./base-store.ts";
import { ApiError, type ConnectionSettings, createConnection } from "./connection.ts";
import { readContext } from "./context.ts";
import { importWorkPackage, type Outcome, type Sandbox } from "./work-package.ts";

export interface ImportSettings extends ConnectionSettings {
  /** Number or identifier. */
  readonly project: string;
  /** Work packages of other types are passed over. */
  readonly type: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly isDryRun: boolean;
  /** True reads everything again, not only what changed since the last finished run. */
  readonly isAll: boolean;
  /** Work packages whose conflicts are settled in favour of the file. */
  readonly keep: readonly number[];
  /** Work packages whose conflicts are settled in favour of OpenProject. */
  readonly take: readonly number[];
  /** Called once the number of work packages is known. */
  readonly startProgress?: (total: number) => Progress;
}

export interface Report {
  readonly outcomes: readonly Outcome[];
  /** Work packages of other types. */
  readonly passedOver: number;
  /** Why the run ended before the list did. */
  readonly stopped: string | undefined;
  readonly isDryRun: boolean;
}

/** Changes that were being saved while the list was read can be older than the newest of the list. */
const OVERLAP = 10 * 60 * 1000;
const MAX_TITLE = 120;
const MAX_MESSAGE = 400;
const MAX_LINE = 300;
/** After so many work packages in a row without an answer the instance is taken to be down. */
const MAX_SILENCE = 3;

/** Throws an `InputError` when nothing could be imported at all. */
export async function importOpenProject(settings: ImportSettings): Promise<Report> {
  const { contentRoot, imageRoot, isDryRun, isAll, baseUrl, project, keep, take } = settings;
  const store = createBaseStore(contentRoot);
  const state = await store.findState();
  if (state && state.url !== baseUrl.href) {
    throw new InputError(
      `This content was imported from ${state.url}, and numbers of work packages are not the same elsewhere. If the instance has moved, correct 'url' in .openproject/state.json`,
    );
  }
  const twice = keep.find((id) => take.includes(id));
  if (twice !== undefined) throw new InputError(`Work package ${twice} cannot be both kept and taken`);
  const desk = await readContext(contentRoot);
  const connection = createConnection(settings);
  const prefer = new Map([...keep.map((id) => [id, "ours"] as const), ...take.map((id) => [id, "theirs"] as const)]);
  const api = openApi(connection);
  const sandbox = { connection, api, desk, store, contentRoot, imageRoot, isDryRun, isAll, prefer };
  const since = isAll ? undefined : state?.settled[project];
  const run = await importList(sandbox, settings, since && toTime(Date.parse(since) - OVERLAP));
  if (run.stopped === undefined && !isDryRun) {
    const settled = toMark(run) ?? since;
    await store.writeState(toState(state, baseUrl, project, settled));
  }
  return { outcomes: run.outcomes, passedOver: run.passedOver, stopped: run.stopped, isDryRun };
}

interface Run {
  readonly outcomes: Outcome[];
  passedOver: number;
  stopped: string | undefined;
  /** When the work packages were changed, in milliseconds. */
  readonly changes: number[];
  /** Those that a later run must see again; NaN where that is not known. */
  readonly unsettled: number[];
}

async function importList(sandbox: Sandbox, settings: ImportSettings, since: string | undefined): Promise<Run> {
  const run: Run = { outcomes: [], passedOver: 0, stopped: undefined, changes: [], unsettled: [] };
  let progress: Progress | undefined;
  let silence = 0;
  let isFirst = true;
  try {
    for await (const { elements, total } of sandbox.api.listWorkPackages(settings.project, since)) {
      progress ??= settings.startProgress?.(total);
      isFirst = false;
      for (const element of elements) {
        const { outcome, changed, error } = await importElement(sandbox, settings.type, element);
        progress?.step(outcome?.title);
        if (!Number.isNaN(changed)) run.changes.push(changed);
        if (outcome) run.outcomes.push(outcome);
        else run.passedOver += 1;
        if (outcome?.outcome === "conflict" || outcome?.outcome === "failed") run.unsettled.push(changed);
        if (error instanceof ApiError && error.status === 401) throw error;
        silence = error instanceof ApiError && error.status === "none" ? silence + 1 : 0;
        if (silence === MAX_SILENCE) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (isFirst) throw new InputError(error.message);
    run.stopped = error.message;
  } finally {
    progress?.stop();
  }
  return run;
}

/** No outcome: the work package is of another type. */
async function importElement(
  sandbox: Sandbox,
  type: string,
  element: unknown,
): Promise<{ outcome?: Outcome; changed: number; error?: unknown }> {
  let workPackage: WorkPackage | undefined;
  try {
    workPackage = await sandbox.api.getWorkPackage(element);
    const changed = Date.parse(workPackage.updatedAt);
    if (!(await isOfType(sandbox.api, workPackage, type))) return { changed };
    const outcome = await importWorkPackage(sandbox, workPackage);
    return { outcome: { ...outcome, title: printableLine(outcome.title, MAX_TITLE) }, changed };
  } catch (error) {
    const id = idOf(element);
    const outcome: Outcome = {
      outcome: "failed",
      id,
      title: printableLine(workPackage?.subject ?? "", MAX_TITLE),
      file: id === undefined ? undefined : sandbox.desk.byId.get(id)?.[0]?.file,
      message: printableLine(error instanceof Error ? error.message : String(error), MAX_MESSAGE),
    };
    return { outcome, changed: Date.parse(workPackage?.updatedAt ?? ""), error };
  }
}

async function isOfType(api: Api, { _links }: WorkPackage, type: string): Promise<boolean> {
  const title = _links.type ? await api.getTitle(_links.type) : undefined;
  return title?.trim().toLowerCase() === type.trim().toLowerCase();
}

/** From where the next run has to read: the oldest change that is not settled, or the newest of all. */
function toMark({ changes, unsettled }: Run): string | undefined {
  if (unsettled.some(Number.isNaN)) return undefined;
  const times = unsettled.length > 0 ? [Math.min(...unsettled)] : changes;
  const newest = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Number.isFinite(newest) ? toTime(newest) : undefined;
}

function toState(old: State | undefined, url: URL, project: string, settled: string | undefined): State {
  return { url: url.href, settled: { ...old?.settled, ...(settled === undefined ? {} : { [project]: settled }) } };
}

function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const KINDS = ["new", "changed", "unchanged", "conflict", "failed"] as const;

export function isFine({ outcomes, stopped }: Report): boolean {
  return stopped === undefined && !outcomes.some(({ outcome }) => outcome === "conflict" || outcome === "failed");
}

export function formatReport(report: Report): string {
  const { outcomes, passedOver, stopped, isDryRun } = report;
  const count = (kind: Outcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === kind).length;
  const counts = KINDS.map((kind) => `${count(kind)} ${kind}`).join(", ");
  return [
    ...KINDS.flatMap((kind) => outcomes.filter(({ outcome }) => outcome === kind).flatMap(formatOutcome)),
    ...(outcomes.length > 0 ? [""] : []),
    `${counted(outcomes.length, "work package")}: ${counts}${isDryRun ? "; nothing was written" : ""}`,
    ...(passedOver > 0 ? [`${counted(passedOver, "work package")} of another type passed over`] : []),
    ...(count("conflict") > 0
      ? ["Settle conflicts in the file or in OpenProject, or with --keep <numbers> or --take <numbers>"]
      : []),
    ...(stopped === undefined ? [] : [`Stopped: ${stopped}`, "What is done is kept; run it again to go on"]),
  ].join("\n");
}

function formatOutcome({ outcome, id, title, file, fields, image, conflicts, message, diff }: Outcome): string[] {
  // A conflict is settled by number.
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
  return printableLine(typeof value === "string" ? value : JSON.stringify(value), 200);
}
