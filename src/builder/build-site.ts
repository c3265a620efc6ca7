/** Builds the site, byte for byte what a clean build would write, and publishes it only when it is complete. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { listAliases } from "../catalog/build-catalog.ts";
import { type ReadContent, readContent } from "../catalog/content-cache.ts";
import type { Alias } from "../catalog/graph.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { diagnose } from "../catalog/rules/index.ts";
import { toRuleContext } from "../catalog/rules/rule.ts";
import type { CmsSettings } from "../cms/config.ts";
import type { IndexingPolicy } from "../config/indexing.ts";
import { getSearchEngine } from "../config/settings.ts";
import type { RequirableField } from "../config/settings-schema.ts";
import { formatDiagnostics, formatSummary } from "../ingest/format-diagnostics.ts";
import { locateDiagnostics } from "../ingest/locate-diagnostics.ts";
import { type Cache, deleteCache, openCache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";
import { headerPolicy, isDrawing } from "../outputs/hosts/content-policy.ts";
import { buildHostFiles } from "../outputs/hosts/host-files.ts";
import { redirectTable } from "../outputs/hosts/redirect-table.ts";
import { type CodeDigests, digestSiteCode } from "./code-digest.ts";
import { getCompiledSite } from "./compile-site.ts";
import { type Compression, compressSite } from "./compress-site.ts";
import { renderRoutes } from "./render-routes.ts";
import { createSiteFiles } from "./site-files.ts";
import {
  assertReplaceable,
  BuildError,
  foldersOf,
  lock,
  recover,
  type SiteFolders,
  swapFolders,
} from "./site-folder.ts";
import { readRecord, writeRecord } from "./site-record.ts";
import { createSiteTree, type FileDigests, hasExactly, removeOthers } from "./site-tree.ts";
import { listFilesIn } from "./static-files.ts";

/** All folders are absolute. */
export interface BuildSettings {
  readonly project: string;
  /** Folder of the site; its contents are replaced. */
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly publicFolder: string;
  readonly imageRoot: string;
  readonly documentRoot: string;
  /** What earlier builds computed. */
  readonly cacheFolder: string;
  readonly buildDate: string;
  /** Taken before the modules of the build were loaded. */
  readonly code: CodeDigests;
  /** Commit that the site is built from; undefined where it is not known. */
  readonly commit: string | undefined;
  readonly indexing: IndexingPolicy;
  readonly required: readonly RequirableField[];
  readonly siteUrl: URL;
  /** Undefined for a site without an editing page. */
  readonly cms: CmsSettings | undefined;
  /** Writes Brotli and gzip copies. */
  readonly isCompressed: boolean;
  /** Ignores and deletes the cache. */
  readonly isForced: boolean;
}

export interface BuildSummary {
  /** Last line of the content check. */
  readonly content: string;
  readonly pages: number;
  readonly files: number;
  /** Of the pages and other files that come from routes, those that were not cached. */
  readonly rendered: number;
  readonly cached: number;
  /** Files that differ from those of the last site, or are new. */
  readonly changed: number;
  /** Undefined when nothing was compressed. */
  readonly compression: Compression | undefined;
}

/** Phases in their order; a build with nothing to do ends after `compare`. */
export const phases = ["read", "compare", "check", "compile", "render", "complete", "swap"] as const;
export type Phase = (typeof phases)[number];

export interface BuildProgress {
  readonly begin: (phase: Phase) => void;
  /** Called for each file that is rendered or found cached. */
  readonly onRendered: (done: number, total: number) => void;
}

export async function buildSite(settings: BuildSettings, progress: BuildProgress): Promise<BuildSummary> {
  await assertReplaceable(settings);
  const folders = foldersOf(settings.siteFolder);
  const unlock = lock(folders);
  try {
    await recover(folders);
    if (settings.isForced) deleteCache(settings.cacheFolder);
    const cache = openCache(settings.cacheFolder);
    try {
      return await updateSite(settings, folders, cache, progress);
    } finally {
      cache.close();
    }
  } finally {
    unlock();
  }
}

async function updateSite(
  settings: BuildSettings,
  folders: SiteFolders,
  cache: Cache,
  progress: BuildProgress,
): Promise<BuildSummary> {
  const { code, contentRoot } = settings;
  progress.begin("read");
  const content = await readContent({ ...settings, cache });
  if (content.files.length === 0) throw new BuildError(`No content files in ${contentRoot}`);
  const statics = listFilesIn(settings.publicFolder).map(({ file, source }) => {
    const read = () => readFileSync(source);
    return { file, digest: digestOf(read()), read };
  });

  progress.begin("compare");
  const inputs = digestOf([code.all, content.fingerprint, statics, { ...settings, isForced: undefined }]);
  const last = settings.isForced ? undefined : readRecord(folders.record);
  if (last?.inputs === inputs && hasExactly(folders.site, last.files))
    return { ...last.summary, rendered: 0, cached: 0, changed: 0 };

  progress.begin("check");
  const { aliases, summary } = await checkContent(content, settings);

  progress.begin("compile");
  const compiled = await getCompiledSite(settings, code.compiled, cache, () => assertSameCode(settings));

  progress.begin("render");
  await mkdir(folders.next, { recursive: true });
  const tree = createSiteTree(folders.next, folders.site);
  const files = createSiteFiles();
  const routes = await renderRoutes({ settings, folders, content, compiled, tree, cache }, progress.onRendered);
  for (const { file, digest, component } of routes.files) files.add(file, digest, component);

  progress.begin("complete");
  const put = (file: string, origin: string, digest: string, read: () => Uint8Array) => {
    tree.put(file, digest, read);
    files.add(file, digest, origin);
  };
  const write = (file: string, bytes: Uint8Array, origin: string) => put(file, origin, digestOf(bytes), () => bytes);
  for (const [file, bytes] of compiled.assets) write(file, bytes, "the compiled code");
  for (const { file, digest, read } of statics) put(file, `public/${file}`, digest, read);
  const drawings = statics.filter(({ file }) => isDrawing(file)).map(({ read }) => read().toString());
  const engineAddress = getSearchEngine()?.address;
  const policy = headerPolicy({ drawings, hasEditor: settings.cms !== undefined, engineAddress });
  const base = settings.siteUrl.pathname;
  for (const [file, text] of buildHostFiles(policy, redirectTable(aliases, base), base))
    write(file, Buffer.from(text), "the files for hosts");
  const compression = settings.isCompressed
    ? await compressSite(folders.next, files.digests, cache, (file, bytes) => write(file, bytes, "a compressed copy"))
    : undefined;
  removeOthers(folders.next, files.digests);
  cache.endBuild();

  progress.begin("swap");
  const changed = countChanged(files.digests, last?.files);
  await swapFolders(folders);
  const { pages, rendered, cached } = routes;
  const build = { content: summary, pages, files: files.digests.size, rendered, cached, changed, compression };
  await writeRecord(folders.record, { inputs, summary: build, files: files.digests });
  return build;
}

/** Throws a `BuildError` with all diagnostics when the content has errors. */
async function checkContent(
  { content, files }: ReadContent,
  settings: BuildSettings,
): Promise<{ readonly aliases: readonly Alias[]; readonly summary: string }> {
  const context = toRuleContext(content, settings);
  const diagnostics = await locateDiagnostics(diagnose(context), readTextIn(settings.contentRoot));
  if (diagnostics.some(({ severity }) => severity === "error"))
    throw new BuildError(formatDiagnostics(diagnostics, files.length));
  return { aliases: listAliases(context), summary: formatSummary(diagnostics, files.length) };
}

function countChanged(files: FileDigests, last: FileDigests | undefined): number {
  return [...files].filter(([file, digest]) => last?.get(file) !== digest).length;
}

/** If the code changes during a build, its output would be cached under the digest of other code. */
function assertSameCode({ project, code }: BuildSettings): void {
  if (digestSiteCode(project, process.env).all !== code.all)
    throw new BuildError("The code changed while the site was being built. Build again.");
}
