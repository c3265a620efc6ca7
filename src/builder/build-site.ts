/** Builds the site incrementally, byte for byte what a clean build would write, and publishes it only when it is complete. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { storeOf } from "../catalog/content-cache.ts";
import type { CmsSettings } from "../cms/config.ts";
import { digestOf } from "../lib/digest.ts";
import { removeAtOnce } from "../lib/remove-at-once.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { assembleSite } from "./assemble-site.ts";
import { type ReadContent, readContent } from "./check-content.ts";
import { digestOfSiteCode } from "./code-digest.ts";
import { compileSite } from "./compile-site.ts";
import type { Compression } from "./compress-site.ts";
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
import { isUntouched } from "./site-writer.ts";
import { listStaticFiles } from "./static-files.ts";

/** All folders are absolute. */
export interface BuildSettings {
  readonly project: string;
  /** Folder of the site; its contents are replaced. */
  readonly siteFolder: string;
  readonly siteName: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** Parsed content, compiled code and social images of earlier builds. */
  readonly cacheFolder: string;
  readonly buildDate: string;
  /** `digestOfSiteCode`, taken before the modules of the build were loaded. */
  readonly code: string;
  /** Commit that the site is built from; undefined where it is not known. */
  readonly commit: string | undefined;
  readonly indexing: IndexingPolicy;
  /** Undefined for a site without an editing page. */
  readonly cms: CmsSettings | undefined;
  /** Writes Brotli and gzip copies. */
  readonly isCompressed: boolean;
  /** Leaves out feeds, data, Markdown, social images and the search index. */
  readonly isPagesOnly: boolean;
  /** Ignores and deletes the cache. */
  readonly isForced: boolean;
}

export interface BuildSummary {
  /** Last line of the content check. */
  readonly summary: string;
  readonly files: number;
  /** Files that changed since the last build. */
  readonly written: number;
  /** Undefined when nothing was compressed. */
  readonly compression: Compression | undefined;
}

/** Phases in their order; a build with nothing to do ends after `compare`. */
export const phases = ["read", "compare", "check", "compile", "render", "complete", "swap"] as const;
export type Phase = (typeof phases)[number];

/** Calls `begin` at the start of each phase. */
export async function buildSite(settings: BuildSettings, begin: (phase: Phase) => void): Promise<BuildSummary> {
  await assertReplaceable(settings);
  const folders = foldersOf(settings.siteFolder);
  const unlock = lock(folders);
  try {
    await recover(folders);
    begin("read");
    if (settings.isForced) await removeAtOnce(settings.cacheFolder);
    const store = storeOf(settings.cacheFolder, settings.contentRoot);
    const content = await readContent({ ...settings, store });
    return await updateSite(settings, folders, { ...content, store }, begin);
  } finally {
    unlock();
  }
}

async function updateSite(
  settings: BuildSettings,
  folders: SiteFolders,
  content: ReadContent & { readonly store: string },
  begin: (phase: Phase) => void,
): Promise<BuildSummary> {
  begin("compare");
  const { code } = settings;
  const copied = listStaticFiles(join(settings.project, "public"));
  const inputs = digestOf([code, content.fingerprint, copied, { ...settings, isForced: undefined }]);
  const last = settings.isForced ? undefined : readRecord(folders.record);
  if (last?.inputs === inputs && isUntouched(folders.site, last.files))
    return { ...last, files: last.files.size, written: 0 };
  begin("check");
  const { aliases, summary } = await content.check();
  begin("compile");
  const assertSame = () => assertCode(settings);
  const folder = join(settings.cacheFolder, "compiled");
  const compiled = await compileSite({ ...settings, folder, key: code, assertSame });
  begin("render");
  if (!last) await rm(folders.next, { recursive: true, force: true });
  const hasEditor = settings.cms !== undefined;
  const made = await assembleSite(
    { ...settings, folders, last, compiled, copied, content, aliases, code, hasEditor },
    () => begin("complete"),
  );
  assertSame();
  begin("swap");
  await swapFolders(folders);
  await writeRecord(folders.record, { inputs, code, summary, ...made });
  return { ...made, summary, files: made.files.size };
}

/** Code that changes during a build would be cached under a digest that it never had. */
function assertCode({ project, code }: BuildSettings): void {
  if (digestOfSiteCode(project, process.env) !== code)
    throw new BuildError("The code changed while the site was being built. Build again.");
}
