/** Imports the curated work packages of a project into the content folder; a second run with nothing new changes no byte. */
import { InputError } from "../../cli/command.ts";
import type { Progress } from "../../cli/progress.ts";
import { printableLine } from "../../lib/printable.ts";
import { type Api, createApi, idOf, type WorkPackage } from "./api.ts";
import { createBaseStore } from "./base-store.ts";
import { ApiError, type ConnectionSettings, createConnection } from "./connection.ts";
import { keyOf } from "./custom-fields.ts";
import { readExistingContent } from "./existing-content.ts";
import { type Gap, type ImportContext, type ImportOutcome, importWorkPackage } from "./import-work-package.ts";

export interface ImportOptions extends ConnectionSettings {
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

/** A field that was not read, since no custom field was found for it. */
export interface MissingReport extends Pick<Gap, "wanted" | "withheld" | "others"> {
  /** Key in the front matter. */
  readonly field: string;
  /** Those that have a value of it, which they keep. */
  readonly files: readonly string[];
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  /** Where only what changed was read, those alone of which a file has a value. */
  readonly missing: readonly MissingReport[];
  /** Work packages of other types. */
  readonly passedOver: number;
  /** Why the run ended before the list did. */
  readonly stopped: string | undefined;
  readonly isDryRun: boolean;
}

export function isFine({ outcomes, stopped }: ImportReport): boolean {
  return stopped === undefined && !outcomes.some(isUnsettled);
}

/** A change that was being saved while the list was read may be older than the newest of the list. */
const OVERLAP = 10 * 60 * 1000;
/** After so many work packages in a row without a response the instance is taken to be down. */
const MAX_FAILURES = 3;
const MAX_TITLE = 120;
const MAX_MESSAGE = 400;

/** Throws an `InputError` when nothing could be imported at all. */
export async function importOpenProject(options: ImportOptions): Promise<ImportReport> {
  const { contentRoot, imageRoot, isDryRun, isAll, baseUrl, project, keep, take } = options;
  const store = createBaseStore(contentRoot);
  const state = await store.findState();
  if (state && state.url !== baseUrl.href) {
    throw new InputError(
      `This content was imported from ${state.url}, and numbers of work packages are not the same elsewhere. If the instance has moved, correct 'url' in .openproject/state.json`,
    );
  }
  const both = keep.find((id) => take.includes(id));
  if (both !== undefined) throw new InputError(`Work package ${both} is in both --keep and --take`);
  const prefer = new Map([...keep.map((id) => [id, "ours"] as const), ...take.map((id) => [id, "theirs"] as const)]);
  const content = await readExistingContent(contentRoot);
  const api = createApi(createConnection(options));
  const context = { api, content, store, contentRoot, imageRoot, isDryRun, isAll, prefer };

  const since = isAll ? undefined : state?.settled[project];
  const run = await importList(context, options, since && toTime(Date.parse(since) - OVERLAP));
  if (run.stopped === undefined && !isDryRun) {
    const settled = findSettled(run) ?? since;
    await store.writeState({
      url: baseUrl.href,
      settled: { ...state?.settled, ...(settled === undefined ? {} : { [project]: settled }) },
    });
  }
  const missing = toMissing(run.gaps).filter(({ files }) => since === undefined || files.length > 0);
  return { outcomes: run.outcomes, missing, passedOver: run.passedOver, stopped: run.stopped, isDryRun };
}

/** By field, since all work packages of one type and project have the same custom fields. */
function toMissing(gaps: Run["gaps"]): MissingReport[] {
  const groups = Map.groupBy(gaps, ({ name, wanted, withheld, others }) =>
    JSON.stringify([name, wanted, withheld, others]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { name, wanted, withheld, others } = first;
    const files = group.flatMap(({ isKept, file }) => (isKept && file !== undefined ? [file] : []));
    return [{ field: keyOf(name), wanted, withheld, others, files }];
  });
}

interface Run {
  readonly outcomes: ImportOutcome[];
  readonly gaps: (Gap & { readonly file: string | undefined })[];
  passedOver: number;
  stopped: string | undefined;
  /** The times at which the work packages were changed, in milliseconds. */
  readonly changes: number[];
  /** Those that a later run must see again; NaN where the time is not known. */
  readonly unsettled: number[];
}

async function importList(context: ImportContext, options: ImportOptions, since: string | undefined): Promise<Run> {
  const run: Run = { outcomes: [], gaps: [], passedOver: 0, stopped: undefined, changes: [], unsettled: [] };
  let progress: Progress | undefined;
  let failures = 0;
  let isFirst = true;
  try {
    for await (const { elements, total } of context.api.listWorkPackages(options.project, since)) {
      progress ??= options.startProgress?.(total);
      isFirst = false;
      for (const element of elements) {
        const { outcome, gaps = [], changed, error } = await importElement(context, options.type, element);
        progress?.step(outcome?.title);
        if (!Number.isNaN(changed)) run.changes.push(changed);
        if (outcome) run.outcomes.push(outcome);
        else run.passedOver += 1;
        run.gaps.push(...gaps.map((gap) => ({ ...gap, file: outcome?.file })));
        if (outcome && isUnsettled(outcome)) run.unsettled.push(changed);
        if (error instanceof ApiError && error.status === 401) throw error;
        failures = error instanceof ApiError && error.status === "none" ? failures + 1 : 0;
        if (failures === MAX_FAILURES) throw error;
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

/** Without an outcome when the work package is of another type. */
async function importElement(
  context: ImportContext,
  type: string,
  element: unknown,
): Promise<{ outcome?: ImportOutcome; gaps?: readonly Gap[]; changed: number; error?: unknown }> {
  let workPackage: WorkPackage | undefined;
  try {
    workPackage = await context.api.getWorkPackage(element);
    const changed = Date.parse(workPackage.updatedAt);
    if (!(await isOfType(context.api, workPackage, type))) return { changed };
    const { gaps, ...outcome } = await importWorkPackage(context, workPackage);
    return { gaps: gaps ?? [], outcome: { ...outcome, title: printableLine(outcome.title, MAX_TITLE) }, changed };
  } catch (error) {
    const id = idOf(element);
    const outcome: ImportOutcome = {
      outcome: "failed",
      id,
      title: printableLine(workPackage?.subject ?? "", MAX_TITLE),
      file: id === undefined ? undefined : context.content.byId.get(id)?.[0]?.file,
      message: printableLine(error instanceof Error ? error.message : String(error), MAX_MESSAGE),
    };
    return { outcome, changed: Date.parse(workPackage?.updatedAt ?? ""), error };
  }
}

async function isOfType(api: Api, { _links }: WorkPackage, type: string): Promise<boolean> {
  const title = _links.type ? await api.getTitle(_links.type) : undefined;
  return title?.trim().toLowerCase() === type.trim().toLowerCase();
}

function isUnsettled({ outcome }: ImportOutcome): boolean {
  return outcome === "conflict" || outcome === "failed";
}

/** The time from which the next run has to read: of the oldest change that is not settled, or of the newest change. */
function findSettled({ changes, unsettled }: Run): string | undefined {
  if (unsettled.some(Number.isNaN)) return undefined;
  const times = unsettled.length > 0 ? [Math.min(...unsettled)] : changes;
  const newest = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return Number.isFinite(newest) ? toTime(newest) : undefined;
}

function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
