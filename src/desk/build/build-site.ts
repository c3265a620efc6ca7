/** Promise: builds the site from what changed since the last build, the same to the byte as if it were made anew, and puts it in place only when it is whole. */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { listAliases } from "../../catalog/build-catalog.ts";
import { refreshContent, storeOf } from "../../catalog/content-store.ts";
import type { Alias } from "../../catalog/graph.ts";
import { readTextIn } from "../../catalog/load-content.ts";
import { toRuleContext } from "../../catalog/rules/context.ts";
import { runRules } from "../../catalog/rules/index.ts";
import { toIssues } from "../../ingest/locate.ts";
import { formatIssues, formatSummary } from "../../ingest/report.ts";
import type { SiteSettings } from "../../print/print.ts";
import type { IndexingPolicy } from "../../vocab/indexing.ts";
import type { CmsSettings } from "../cms/config.ts";
import { digestOfCode } from "./code-digest.ts";
import { compileSite } from "./compile-site.ts";
import type { Compression } from "./compress-site.ts";
import { makeSite } from "./make-site.ts";
import { BuildError, foldersOf, lock, putInPlace, recover, refuseForeignFolder } from "./site-folder.ts";
import { readRecord, writeRecord } from "./site-record.ts";
import { isUntouched } from "./site-tree.ts";
import { listStaticFiles } from "./static-files.ts";

/** All folders are absolute. */
export interface BuildSettings {
  readonly project: string;
  /** Where the site goes; what is there is deleted. */
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Where compiled sites are kept. */
  readonly cacheFolder: string;
  readonly buildDate: string;
  /** The commit that the site is built from, where it is known. */
  readonly commit: string | undefined;
  readonly indexing: IndexingPolicy;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
  /** Whether compressed copies lie beside the files. */
  readonly isCompressed: boolean;
  /** True: without what is made for programs, as feeds, data and cards. */
  readonly isPagesOnly: boolean;
  /** True: nothing of an earlier build is used. */
  readonly isForced: boolean;
}

export interface BuiltReport {
  /** Of the content. */
  readonly summary: string;
  readonly files: number;
  /** Files that are not those of the last site. */
  readonly written: number;
  /** Undefined when nothing was compressed. */
  readonly compression: Compression | undefined;
}

export async function buildSite(settings: BuildSettings): Promise<BuiltReport> {
  await refuseForeignFolder(settings);
  const folders = foldersOf(settings.siteFolder);
  const unlock = lock(folders);
  try {
    await recover(folders);
    const { content, aliases, summary } = await checkContent(settings);
    const code = digestOfCode(settings.project, process.env);
    const copied = listStaticFiles(join(settings.project, "public"));
    const inputs = digestOf([code, content.seal, copied, settings]);
    const last = settings.isForced ? undefined : readRecord(folders.record);
    if (last?.inputs === inputs && isUntouched(folders.site, last.files))
      return { summary, files: last.files.size, written: 0, compression: last.compression };
    const compiled = await compileSite({ ...settings, folder: join(settings.cacheFolder, "compiled"), key: code });
    if (!last) await rm(folders.next, { recursive: true, force: true });
    const made = await makeSite({
      ...settings,
      folders,
      last,
      compiled,
      copied,
      content,
      aliases,
      code,
      hasEditor: settings.cms !== undefined,
    });
    await putInPlace(folders);
    await writeRecord(folders.record, { inputs, code, ...made });
    return { summary, files: made.files.size, written: made.written, compression: made.compression };
  } finally {
    unlock();
  }
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}

interface Checked {
  readonly content: Pick<SiteSettings, "seal" | "store">;
  readonly aliases: readonly Alias[];
  readonly summary: string;
}

/** Reads what changed of the content, and throws the whole report when anything is wrong with it. */
async function checkContent(settings: BuildSettings): Promise<Checked> {
  const { contentRoot, imageRoot, buildDate, indexing } = settings;
  const store = storeOf(settings.cacheFolder, contentRoot);
  if (settings.isForced) await rm(store, { recursive: true, force: true });
  const reading = { contentRoot, imageRoot, store, threads: availableParallelism() };
  const { content, files, seal } = await refreshContent(reading);
  if (files.length === 0) throw new BuildError(`No content files in ${contentRoot}`);
  const context = toRuleContext(content, buildDate, indexing);
  const findings = [...content.found, ...runRules(context)];
  const issues = await toIssues(findings, readTextIn(contentRoot));
  if (findings.some(({ severity }) => severity === "error")) throw new BuildError(formatIssues(issues, files.length));
  return { content: { store, seal }, aliases: listAliases(context), summary: formatSummary(issues, files.length) };
}
