/** Checks a content folder, fixes on request what needs no decision, and reports on the files that were named. */
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { describeFound, type EntryStory, findClustersOn } from "../../catalog/clusters.ts";
import type { ReadOptions } from "../../catalog/content-cache.ts";
import { type ContentSettings, loadDiagnostics, readTextIn } from "../../catalog/load-content.ts";
import type { Content } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import type { LocatedDiagnostic, Severity } from "../../ingest/diagnostic.ts";
import { locateDiagnostics } from "../../ingest/locate-diagnostics.ts";
import { toContentPath } from "../../ingest/read-content.ts";
import { byText } from "../../lib/order.ts";

/** Folders are absolute. */
interface Request extends ContentSettings {
  readonly repositoryRoot: string;
  /** Folders that the names in `files` may be meant from, the likeliest first. */
  readonly from: readonly string[];
  /** Files and folders to report on; none means all. */
  readonly files: readonly string[];
  readonly isFix: boolean;
}

/** The result of a check, before it has a format. */
export interface CheckReport {
  /** Of all files, or of those that were named. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** What was fixed, and is no longer among the diagnostics. */
  readonly fixed: readonly LocatedDiagnostic[];
  /** Diagnostics of other files, which are counted and not shown. */
  readonly elsewhere: Readonly<Record<"errors" | "warnings", number>>;
  /** Of each event that was found, one story: of those that were named, else of those curated on this day. */
  readonly joined: readonly { readonly file: string; readonly message: string }[];
  /** How many events several stories tell of; not counted where files were named. */
  readonly events: number;
  /** How many files were named, or how many there are. */
  readonly filesChecked: number;
  /** The lines of a file that has a diagnostic. */
  readonly linesOf: (file: string) => readonly string[];
  /** Path from the root of the repository, of a path from the content root. */
  readonly pathOf: (file: string) => string;
}

/** One fix may bring the next to light, as a field that is found under its right name; more rounds mean a bug. */
const ROUNDS = 20;

export async function check(request: Request, options?: ReadOptions): Promise<CheckReport> {
  const fixed: LocatedDiagnostic[] = [];
  let found = await findDiagnostics(request, options);
  // Imported on request: the YAML editor takes 40 ms to load, a third of a check of a thousand files.
  const { applyFixes } = request.isFix ? await import("./apply-fixes.ts") : { applyFixes: async () => [] };
  for (let round = 0; request.isFix && round < ROUNDS; round += 1) {
    const newlyFixed = await applyFixes(request.contentRoot, found.diagnostics);
    if (newlyFixed.length === 0) break;
    fixed.push(...newlyFixed);
    found = await findDiagnostics(request, options);
  }
  const { contentRoot, repositoryRoot } = request;
  return {
    ...found,
    fixed,
    linesOf: (file) => readLines(join(contentRoot, file)),
    pathOf: (file) => toRepositoryPath(repositoryRoot, join(contentRoot, file)),
  };
}

async function findDiagnostics(
  request: Request,
  options?: ReadOptions,
): Promise<Pick<CheckReport, "diagnostics" | "elsewhere" | "filesChecked" | "joined" | "events">> {
  const { diagnostics, files, content } = await loadDiagnostics(request, options);
  if (files.length === 0) throw new InputError(`No content files in ${request.contentRoot}`);
  const shown = select(new Set([...files, ...diagnostics.map(({ file }) => file)]), request);
  const others = diagnostics.filter(({ file }) => !shown.has(file));
  return {
    diagnostics: await locateDiagnostics(
      diagnostics.filter(({ file }) => shown.has(file)),
      readTextIn(request.contentRoot),
    ),
    elsewhere: { errors: countOf(others, "error"), warnings: countOf(others, "warning") },
    filesChecked: request.files.length === 0 ? files.length : shown.size,
    ...findJoined(content, request, shown),
  };
}

/** Stories that were joined to an event. They are no errors: the editor may agree, or deny it. */
function findJoined(content: Content, { files, buildDate }: Request, shown: ReadonlySet<string>) {
  const clusters = findClustersOn(buildDate, content.entries);
  const isMeant = ({ file, date }: EntryStory) => (files.length > 0 ? shown.has(file) : date === buildDate);
  // An event is told of once, at the first story of it that is meant.
  const joined = clusters.flatMap((cluster) => {
    const story = cluster.found.find(isMeant);
    return story ? [{ file: story.file, message: describeFound(story, cluster) }] : [];
  });
  return { joined: joined.sort((a, b) => byText(a.file, b.file)), events: files.length > 0 ? 0 : clusters.length };
}

/** The files that were named, by path from the content root. */
function select(known: ReadonlySet<string>, { files, from, contentRoot }: Request): ReadonlySet<string> {
  if (files.length === 0) return known;
  const selected = files.flatMap((name) => {
    const paths = [...from, contentRoot].map((folder) => toContentPath(contentRoot, resolve(folder, name)));
    const found = paths
      .map((path) => [...known].filter((file) => path === "" || file === path || file.startsWith(`${path}/`)))
      .find((matches) => matches.length > 0);
    if (found) return found;
    throw new InputError(`'${name}' is not a file below ${contentRoot}`);
  });
  return new Set(selected);
}

export function countOf(diagnostics: readonly { severity: Severity }[], severity: Severity): number {
  return diagnostics.filter((one) => one.severity === severity).length;
}

/** Lines as positions count them: split at line feeds, with no column for the byte order mark. */
function readLines(path: string): string[] {
  try {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    return text.split("\n").map((line) => line.replace(/\r$/, ""));
  } catch {
    // Such as a symbolic link to a folder, which is reported as a stray file.
    return [];
  }
}

function toRepositoryPath(root: string, path: string): string {
  const fromRoot = relative(root, path);
  return (fromRoot.startsWith("..") || isAbsolute(fromRoot) ? path : fromRoot).split(sep).join("/");
}
