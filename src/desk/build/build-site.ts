/** Promise: builds the site from what changed since the last build, the same to the byte as if it were made anew, and puts it in place only when it is whole. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "../../catalog/graph.ts";
import { loadCatalog } from "../../catalog/load-content.ts";
import { listFiles } from "../../ingest/read-content.ts";
import { formatIssues, formatSummary } from "../../ingest/report.ts";
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
    const { catalog, summary, digest } = await checkContent(settings);
    const code = digestOfCode(settings.project, process.env);
    const copied = listStaticFiles(join(settings.project, "public"));
    const inputs = digestOf([code, digest, copied, settings]);
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
      catalog,
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
  readonly catalog: Catalog;
  readonly summary: string;
  /** Of all files of the content, by path and bytes. */
  readonly digest: string;
}

async function checkContent({ contentRoot, imageRoot, buildDate, indexing }: BuildSettings): Promise<Checked> {
  const { result, issues, filesChecked } = await loadCatalog(contentRoot, imageRoot, buildDate, indexing);
  if (filesChecked === 0) throw new BuildError(`No content files in ${contentRoot}`);
  if (!result.ok) throw new BuildError(formatIssues(issues, filesChecked));
  const hash = createHash("sha256");
  for (const file of await listFiles(contentRoot, "", ""))
    hash.update(`${file}\0`).update(readFileSync(join(contentRoot, file)));
  return { catalog: result.catalog, summary: formatSummary(issues, filesChecked), digest: hash.digest("hex") };
}
