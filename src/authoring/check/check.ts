/** Finds everything that is wrong with a content folder, mends on request what needs no person, and reports on the files that were asked for. */
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Reading } from "../../catalog/content-store.ts";
import { loadDiagnostics } from "../../catalog/load-diagnostics.ts";
import { InputError } from "../../cli/command.ts";
import type { LocatedDiagnostic } from "../../ingest/diagnostic.ts";
import { locateDiagnostics } from "../../ingest/locate.ts";
import { toContentPath } from "../../ingest/read-content.ts";
import type { IndexingPolicy } from "../../vocab/indexing.ts";
import { countOf, type Report } from "./report.ts";

interface Request {
  /** All absolute. */
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly repositoryRoot: string;
  /** Folders that the names in `files` may be meant from, the likeliest first. */
  readonly from: readonly string[];
  /** Files and folders to report on; none means all. */
  readonly files: readonly string[];
  readonly buildDate: string;
  /** `always` without it. */
  readonly indexing?: IndexingPolicy | undefined;
  readonly isFix: boolean;
  /** How the content is read; nothing is kept without it. */
  readonly reading?: Reading;
}

/** One fix may bring the next to light, as a field that is found under its right name; more than this is a fault of ours. */
const ROUNDS = 20;

export async function check(request: Request): Promise<Report> {
  const fixed: LocatedDiagnostic[] = [];
  let found = await findIssues(request);
  // Loaded on request: most checks mend nothing, and the tools for it take as long to load as a check of one file.
  const { applyFixes } = request.isFix ? await import("./apply-fixes.ts") : { applyFixes: async () => [] };
  for (let round = 0; request.isFix && round < ROUNDS; round += 1) {
    const mended = await applyFixes(request.contentRoot, found.issues);
    if (mended.length === 0) break;
    fixed.push(...mended);
    found = await findIssues(request);
  }
  const { contentRoot, repositoryRoot } = request;
  return {
    ...found,
    fixed,
    linesOf: (file) => readLines(join(contentRoot, file)),
    pathOf: (file) => toRepositoryPath(repositoryRoot, join(contentRoot, file)),
  };
}

async function findIssues(request: Request): Promise<Pick<Report, "issues" | "elsewhere" | "filesChecked">> {
  const { contentRoot, imageRoot, buildDate, indexing, reading, files: asked } = request;
  const { diagnostics, files } = await loadDiagnostics(contentRoot, imageRoot, buildDate, indexing, reading);
  if (files.length === 0) throw new InputError(`No content files in ${contentRoot}`);
  const shown = select(new Set([...files, ...diagnostics.map(({ file }) => file)]), request);
  const others = diagnostics.filter(({ file }) => !shown.has(file));
  // Read anew, since a fix may have changed the file.
  const issues = await locateDiagnostics(
    diagnostics.filter(({ file }) => shown.has(file)),
    async (file) => readText(join(contentRoot, file)),
  );
  return {
    issues,
    elsewhere: { errors: countOf(others, "error"), warnings: countOf(others, "warning") },
    filesChecked: asked.length === 0 ? files.length : shown.size,
  };
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

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Lines as they are counted in positions: parted by line feeds, the byte order mark taking no column. */
function readLines(path: string): string[] {
  return readText(path)
    .replace(/^\uFEFF/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
}

function toRepositoryPath(root: string, path: string): string {
  const way = relative(root, path);
  return (way.startsWith("..") || isAbsolute(way) ? path : way).split(sep).join("/");
}
