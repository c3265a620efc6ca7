/** The files of the next site, each from one source. */
import { posix } from "node:path";
import { BuildError } from "./site-folder.ts";
import type { FileDigests } from "./site-tree.ts";

export interface SiteFiles {
  readonly digests: FileDigests;
  /** `origin` says where the file comes from; throws where two sources write the same path, or one writes below the file of another. */
  readonly add: (file: string, digest: string, origin: string) => void;
}

export function createSiteFiles(): SiteFiles {
  const digests = new Map<string, string>();
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
  return {
    digests,
    add(file, digest, origin) {
      const other = findOther(file, origin);
      if (other !== undefined)
        throw new BuildError(`Two sources write ${file}: ${other} and ${origin}. Rename one of them.`);
      origins.set(file, origin);
      digests.set(file, digest);
    },
  };
}
