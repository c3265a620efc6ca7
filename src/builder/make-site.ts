/** All files of a site in the folder of the next one, and nothing else there. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { posix } from "node:path";
import type { Alias } from "../catalog/graph.ts";
import { startProgress } from "../cli/progress.ts";
import { byText } from "../lib/order.ts";
import { mergePolicies } from "../outputs/hosts/content-policy.ts";
import { buildHostFiles } from "../outputs/hosts/host-files.ts";
import { redirectTable } from "../outputs/hosts/redirect-table.ts";
import type { Compiled } from "./compile-site.ts";
import { compressSite } from "./compress-site.ts";
import type { SiteSettings } from "./render/render-task.ts";
import { type Place, renderSite } from "./render-site.ts";
import { BuildError, type SiteFolders } from "./site-folder.ts";
import { hasPolicy, policyOfFile } from "./site-policy.ts";
import type { FileRecord, SiteRecord } from "./site-record.ts";
import { createTree, type Put, removeOthers } from "./site-tree.ts";
import { listStaticFiles, type StaticFile } from "./static-files.ts";

export interface SiteInput extends Place {
  readonly folders: SiteFolders;
  readonly compiled: Compiled;
  /** Digest of the code that it was compiled from. */
  readonly code: string;
  readonly content: Pick<SiteSettings, "fingerprint" | "store">;
  readonly aliases: readonly Alias[];
  /** Files that are copied as they are, besides those of the code. */
  readonly copied: readonly StaticFile[];
  /** The site whose files may be used again. */
  readonly last: SiteRecord | undefined;
  readonly hasEditor: boolean;
  readonly isPagesOnly: boolean;
  readonly isCompressed: boolean;
}

export interface MadeSite extends Pick<SiteRecord, "compression" | "files" | "policies"> {
  /** Files that are not those of the last site. */
  readonly written: number;
}

/** `onRendered` is called when all is printed. */
export async function makeSite(input: SiteInput, onRendered: () => void): Promise<MadeSite> {
  const { folders, compiled, code, content, last, hasEditor, isPagesOnly, isCompressed } = input;
  await mkdir(folders.next, { recursive: true });
  const tree = createTree(folders.next, folders.site);
  const { files, policies, add } = startRecord();

  const order = {
    store: content.store,
    fingerprint: content.fingerprint,
    entry: compiled.entry,
    isPagesOnly,
    next: folders.next,
    last: folders.site,
    code,
  };
  const rendered = await renderSite({ ...order, record: last && folders.record }, input);
  onRendered();
  for (const { file, route, key, policy, ...put } of rendered) add(file, route, put, policy, key);
  for (const { file, source } of listStaticFiles(compiled.assets)) {
    const bytes = readFileSync(source);
    add(
      file,
      source,
      tree.put(file, bytes, last?.files.get(file)),
      hasPolicy(file) ? policyOfFile(file, bytes) : undefined,
    );
  }
  for (const { file, source, digest } of input.copied) {
    const policy = hasPolicy(file) ? policyOfFile(file, readFileSync(source)) : undefined;
    add(file, source, tree.copy(file, source, digest, last?.files.get(file)), policy);
  }
  const policy = mergePolicies(hasEditor ? [] : policiesOf(files, policies));
  for (const [file, text] of buildHostFiles(policy, redirectTable(input)))
    add(file, "the files for hosts", tree.put(file, Buffer.from(text), last?.files.get(file)));
  const sameCode = last?.code === code ? last : undefined;
  const copies = isCompressed ? await compressSite(folders.next, files, tree, sameCode, startProgress) : undefined;
  for (const [file, { key, ...copy }] of copies?.made ?? []) add(file, "a compressed copy", copy, undefined, key);
  removeOthers(folders.next, files);
  const isOld = (file: string, { inode, time }: FileRecord) => {
    const old = last?.files.get(file);
    return old?.inode === inode && old.time === time;
  };
  const written = [...files].filter(([file, record]) => !isOld(file, record)).length;
  return { files, policies, written, compression: copies?.compression };
}

/** What is known of a site while it is made. */
function startRecord() {
  const files = new Map<string, FileRecord>();
  const policies: string[] = [];
  const origins = new Map<string, string>();
  const placeOf = (policy: string) => {
    const place = policies.indexOf(policy);
    return place < 0 ? policies.push(policy) - 1 : place;
  };
  /** The origin of a file in each folder. */
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
  const add = (file: string, origin: string, put: Put, policy?: string, key = "") => {
    const other = findOther(file, origin);
    if (other !== undefined)
      throw new BuildError(`Two things want to be ${file} of the site: ${other} and ${origin}. Rename one of them.`);
    origins.set(file, origin);
    const { digest, size, time, inode } = put;
    files.set(file, { key, digest, size, time, inode, policy: policy === undefined ? -1 : placeOf(policy) });
  };
  return { files, policies, add };
}

/** In the order of the files, so that the order in which they were made does not show. */
function policiesOf(files: ReadonlyMap<string, FileRecord>, policies: readonly string[]): ReadonlySet<string> {
  const paths = [...files.keys()].filter((file) => (files.get(file)?.policy ?? -1) >= 0).sort(byText);
  return new Set(paths.map((file) => policies[files.get(file)?.policy ?? 0] ?? ""));
}
