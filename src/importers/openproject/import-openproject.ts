/** Imports the curated work packages of a project into the content folder; a second run with nothing new changes no byte. */
import { InputError } from "../../cli/command.ts";
import type { Progress } from "../../cli/progress.ts";
import { printableLine } from "../../lib/printable.ts";
import { type Api, createApi, idOf, type WorkPackage } from "./api.ts";
import { createBaseStore } from "./base-store.ts";
import { ApiError, type ConnectionSettings, createConnection } from "./connection.ts";
import { keyOf } from "./custom-fields.ts";
import { readExistingContent } from "./existing-content.ts";
import { importWorkPackage } from "./import-work-package.ts";
import type { Gap, ImportContext, ImportOutcome } from "./incoming.ts";

export interface ImportOptions extends ConnectionSettings {
  /** Number or identifier. */
  readonly project: string;
  /** Work packages of other types are passed over. */
  readonly type: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly documentRoot: string;
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

/** A file that stays as it is, since its work package was deleted, moved, or is of another type now. */
export interface Gone {
  readonly id: number;
  readonly file: string;
  readonly why: string;
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  /** If only what changed was read, just the fields for which a file has a value. */
  readonly missing: readonly MissingReport[];
  /** Files whose work package is not imported any more. A deleted one is found by a run that reads everything. */
  readonly gone: readonly Gone[];
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
  const { contentRoot, imageRoot, documentRoot, isDryRun, isAll, baseUrl, project, keep, take } = options;
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
  const roots = { images: imageRoot, documents: documentRoot };
  const context = { api, content, store, contentRoot, roots, isDryRun, isAll, prefer };

  const since = isAll ? undefined : state?.settled[project];
  const isOnlyProject = Object.keys(state?.settled ?? {}).every((other) => other === project);
  const run = await importList(context, options, {
    since: since && toTime(Date.parse(since) - OVERLAP),
    isOnlyProject,
  });
  if (run.stopped === undefined && !isDryRun) {
    const settled = findSettled(run) ?? since;
    await store.writeState({
      url: baseUrl.href,
      settled: { ...state?.settled, ...(settled === undefined ? {} : { [project]: settled }) },
    });
  }
  const missing = toMissing(run.gaps).filter(({ files }) => since === undefined || files.length > 0);
  const { outcomes, gone, passedOver, stopped } = run;
  return { outcomes, missing, gone, passedOver, stopped, isDryRun };
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
  readonly gone: Gone[];
  /** The numbers in the list. */
  readonly seen: Set<number>;
  passedOver: number;
  stopped: string | undefined;
  /** The times at which the work packages were changed, in milliseconds. */
  readonly changes: number[];
  /** Those that a later run must see again; NaN where the time is not known. */
  readonly unsettled: number[];
}

async function importList(
  context: ImportContext,
  options: ImportOptions,
  { since, isOnlyProject }: { readonly since: string | undefined; readonly isOnlyProject: boolean },
): Promise<Run> {
  const run: Run = {
    outcomes: [],
    gaps: [],
    gone: [],
    seen: new Set(),
    passedOver: 0,
    stopped: undefined,
    changes: [],
    unsettled: [],
  };
  let progress: Progress | undefined;
  let failures = 0;
  let isFirst = true;
  try {
    for await (const { elements, total } of context.api.listWorkPackages(options.project, since)) {
      progress ??= options.startProgress?.(total);
      isFirst = false;
      for (const element of elements) {
        const { outcome, gaps = [], gone, changed, error } = await importElement(context, options.type, element);
        progress?.step(outcome?.title);
        if (!Number.isNaN(changed)) run.changes.push(changed);
        run.seen.add(idOf(element) ?? Number.NaN);
        if (gone) run.gone.push(gone);
        if (outcome) run.outcomes.push(outcome);
        else run.passedOver += 1;
        run.gaps.push(...gaps.map((gap) => ({ ...gap, file: outcome?.file })));
        if (outcome && isUnsettled(outcome)) run.unsettled.push(changed);
        if (error instanceof ApiError && error.status === 401) throw error;
        failures = error instanceof ApiError && error.status === "none" ? failures + 1 : 0;
        if (failures === MAX_FAILURES) throw error;
      }
    }
    if (options.isAll) run.gone.push(...(await findGone(context, run.seen, isOnlyProject)));
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
): Promise<{ outcome?: ImportOutcome; gaps?: readonly Gap[]; gone?: Gone; changed: number; error?: unknown }> {
  let workPackage: WorkPackage | undefined;
  try {
    workPackage = await context.api.getWorkPackage(element);
    const changed = Date.parse(workPackage.updatedAt);
    const itsType = await typeOf(context.api, workPackage);
    if (!isSameName(itsType, type)) {
      const file = context.content.byId.get(workPackage.id)?.[0]?.file;
      const why = `it is of the type '${printableLine(itsType, MAX_TITLE)}' now`;
      return { changed, ...(file === undefined ? {} : { gone: { id: workPackage.id, file, why } }) };
    }
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

async function typeOf(api: Api, { _links }: WorkPackage): Promise<string> {
  return (_links.type && (await api.getTitle(_links.type))) ?? "";
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Files whose work package is not in the list. Where several projects are imported, it may be in another of them. */
async function findGone(
  { api, content }: ImportContext,
  seen: ReadonlySet<number>,
  isOnlyProject: boolean,
): Promise<Gone[]> {
  const gone: Gone[] = [];
  for (const [id, [news]] of content.byId) {
    if (seen.has(id) || !news) continue;
    try {
      const project = (await api.getWorkPackage({ id }))._links.project?.title;
      const where = project ? `in the project '${printableLine(project, MAX_TITLE)}'` : "in another project";
      if (isOnlyProject) gone.push({ id, file: news.file, why: `it is ${where} now` });
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 403)) throw error;
      gone.push({ id, file: news.file, why: "it was deleted, or the token may not see it any more" });
    }
  }
  return gone;
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
