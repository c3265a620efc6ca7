/** Builds the site from what changed since the last build, the same to the byte as if it were made anew, and puts it in place only when it is whole. */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { storeOf } from "../catalog/content-store.ts";
import type { CmsSettings } from "../cms/config.ts";
import { removeAtOnce } from "../lib/remove-at-once.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { type ContentReader, readContent } from "./check-content.ts";
import { digestOfCode } from "./code-digest.ts";
import { compileSite } from "./compile-site.ts";
import type { Compression } from "./compress-site.ts";
import { makeSite } from "./make-site.ts";
import {
  BuildError,
  foldersOf,
  lock,
  putInPlace,
  recover,
  refuseForeignFolder,
  type SiteFolders,
} from "./site-folder.ts";
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
  /** Where all is kept that is used again: read content, compiled code, drawn cards. */
  readonly cacheFolder: string;
  readonly buildDate: string;
  /** `digestOfCode`, from before the modules of the build were loaded. */
  readonly code: string;
  /** The commit that the site is built from, where it is known. */
  readonly commit: string | undefined;
  readonly indexing: IndexingPolicy;
  /** Absent: the site has no editing page. */
  readonly cms: CmsSettings | undefined;
  /** Whether compressed copies lie beside the files. */
  readonly isCompressed: boolean;
  /** True: without what is made for programs, as feeds, data and cards. */
  readonly isPagesOnly: boolean;
  /** True: nothing of an earlier build is used, and what was kept is deleted. */
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

/** What a build does one after the other; where nothing changed, it ends after the second. */
export const phases = ["read", "compare", "check", "compile", "print", "complete", "swap"] as const;
export type Phase = (typeof phases)[number];

/** `begin` is told of each phase when it begins. */
export async function buildSite(settings: BuildSettings, begin: (phase: Phase) => void): Promise<BuiltReport> {
  await refuseForeignFolder(settings);
  const folders = foldersOf(settings.siteFolder);
  const unlock = lock(folders);
  try {
    await recover(folders);
    begin("read");
    if (settings.isForced) await removeAtOnce(settings.cacheFolder);
    const store = storeOf(settings.cacheFolder, settings.contentRoot);
    const content = await readContent({ ...settings, store, threads: availableParallelism() });
    try {
      return await bringUpToDate(settings, folders, { ...content, store }, begin);
    } finally {
      await content.close();
    }
  } finally {
    unlock();
  }
}

async function bringUpToDate(
  settings: BuildSettings,
  folders: SiteFolders,
  content: ContentReader & { readonly store: string },
  begin: (phase: Phase) => void,
): Promise<BuiltReport> {
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
  begin("print");
  if (!last) await rm(folders.next, { recursive: true, force: true });
  const hasEditor = settings.cms !== undefined;
  const made = await makeSite({ ...settings, folders, last, compiled, copied, content, aliases, code, hasEditor }, () =>
    begin("complete"),
  );
  assertSame();
  begin("swap");
  await putInPlace(folders);
  await writeRecord(folders.record, { inputs, code, summary, ...made });
  return { ...made, summary, files: made.files.size };
}

/** What was made while the code changed would be kept as that of a code which never was. */
function assertCode({ project, code }: BuildSettings): void {
  if (digestOfCode(project, process.env) !== code)
    throw new BuildError("The code changed while the site was being built. Build again.");
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
