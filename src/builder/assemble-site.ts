/** Fills the folder of the next site: rendered files, assets, static files, host files and compressed copies. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { posix } from "node:path";
import type { Alias } from "../catalog/graph.ts";
import { startProgress } from "../cli/progress.ts";
import { headerPolicy, isDrawing } from "../outputs/hosts/content-policy.ts";
import { buildHostFiles } from "../outputs/hosts/host-files.ts";
import { redirectTable } from "../outputs/hosts/redirect-table.ts";
import type { Compiled } from "./compile-site.ts";
import { compressSite } from "./compress-site.ts";
import type { SiteSettings } from "./render/render-task.ts";
import { type RenderEnvironment, renderSite } from "./render-site.ts";
import { BuildError, type SiteFolders } from "./site-folder.ts";
import type { FileRecord, SiteRecord } from "./site-record.ts";
import { createSiteWriter, removeOthers, type WrittenFile } from "./site-writer.ts";
import { listStaticFiles, type StaticFile } from "./static-files.ts";

export interface SiteOptions extends RenderEnvironment {
  readonly folders: SiteFolders;
  readonly compiled: Compiled;
  /** Digest of the code that was compiled. */
  readonly code: string;
  readonly content: Pick<SiteSettings, "fingerprint" | "store">;
  readonly aliases: readonly Alias[];
  /** Files of `public/`. */
  readonly copied: readonly StaticFile[];
  /** The last site, whose unchanged files are reused. */
  readonly last: SiteRecord | undefined;
  readonly hasEditor: boolean;
  readonly isPagesOnly: boolean;
  readonly isCompressed: boolean;
}

export interface CompletedSite extends Pick<SiteRecord, "compression" | "files"> {
  /** Files that changed since the last build. */
  readonly written: number;
}

/** Calls `onRendered` when all pages are rendered. */
export async function assembleSite(input: SiteOptions, onRendered: () => void): Promise<CompletedSite> {
  const { folders, compiled, code, content, last, hasEditor, isPagesOnly, isCompressed } = input;
  await mkdir(folders.next, { recursive: true });
  const writer = createSiteWriter(folders.next, folders.site);
  const { files, add } = startRecord();

  const options = {
    store: content.store,
    fingerprint: content.fingerprint,
    entry: compiled.entry,
    isPagesOnly,
    next: folders.next,
    last: folders.site,
    code,
  };
  const rendered = await renderSite({ ...options, record: last && folders.record }, input);
  onRendered();
  for (const { file, route, key, ...written } of rendered) add(file, route, written, key);
  for (const { file, source } of listStaticFiles(compiled.assets))
    add(file, source, writer.write(file, readFileSync(source), last?.files.get(file)));
  for (const { file, source, digest } of input.copied)
    add(file, source, writer.copy(file, source, digest, last?.files.get(file)));
  const drawings = input.copied.filter(({ file }) => isDrawing(file));
  const policy = headerPolicy({ drawings: drawings.map(({ source }) => readFileSync(source, "utf8")), hasEditor });
  for (const [file, text] of buildHostFiles(policy, redirectTable(input)))
    add(file, "the files for hosts", writer.write(file, Buffer.from(text), last?.files.get(file)));
  const sameCode = last?.code === code ? last : undefined;
  const copies = isCompressed ? await compressSite(folders.next, files, writer, sameCode, startProgress) : undefined;
  for (const [file, { key, ...copy }] of copies?.written ?? []) add(file, "a compressed copy", copy, key);
  removeOthers(folders.next, files);
  const isOld = (file: string, { inode, time }: FileRecord) => {
    const old = last?.files.get(file);
    return old?.inode === inode && old.time === time;
  };
  const written = [...files].filter(([file, record]) => !isOld(file, record)).length;
  return { files, written, compression: copies?.compression };
}

/** Collects the record of the site, and refuses two files of one path. */
function startRecord() {
  const files = new Map<string, FileRecord>();
  const origins = new Map<string, string>();
  /** For each folder, the origin of one file in it. */
  const folders = new Map<string, string>();
  const findOther = (file: string, origin: string): string | undefined => {
    const other = origins.get(file) ?? folders.get(file);
    if (other !== undefined) return other;
    for (let folder = posix.dirname(file); !folders.has(folder) && folder !== "."; folder = posix.dirname(folder)) {
      const taken = origins.get(folder);
      if (taken !== undefined) return taken;
      folders.set(folder, origin);
    }
    return undefined;
  };
  const add = (file: string, origin: string, written: WrittenFile, key = "") => {
    const other = findOther(file, origin);
    if (other !== undefined)
      throw new BuildError(`Two sources write ${file}: ${other} and ${origin}. Rename one of them.`);
    origins.set(file, origin);
    const { digest, size, time, inode } = written;
    files.set(file, { key, digest, size, time, inode });
  };
  return { files, add };
}
