/** The generators that are compared: how each is called, and what of its folder is made ready before the clock runs. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "./measure-process.ts";
import { versionOf } from "./package-version.ts";
import { adaptCorpus } from "./peers/adapt-corpus.ts";

export const peerKeys = ["curalog", "astro", "hugo", "eleventy"] as const;
export type PeerKey = (typeof peerKeys)[number];

/** Folders of one size, all absolute and on one disk. */
export interface BenchFolders {
  readonly corpus: string;
  /** The copy that peers read. */
  readonly adapted: string;
  /** Everything else goes below it. */
  readonly work: string;
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Makes ready what is not measured. */
  readonly prepare: (folders: BenchFolders) => void;
  /** A whole build into `site`, from nothing. */
  readonly build: (folders: BenchFolders, site: string) => Command;
}

export const project: string = resolve(import.meta.dirname, "..");
const folderOf = (key: PeerKey) => join(import.meta.dirname, "peers", key);

/** A peer is not installed; the message says how to get it. */
export class PeerError extends Error {
  override readonly name = "PeerError";
}

export function openPeer(key: PeerKey): Peer {
  return { curalog: openCuralog, astro: openAstro, hugo: openHugo, eleventy: openEleventy }[key]();
}

/** Our own command, as a user calls it. `dist` is the folder of the site. */
export function curalogCommand(script: string, { corpus }: BenchFolders, dist: string, args: readonly string[] = []) {
  const env = { ...settingsOf(corpus), CURALOG_DIST: dist };
  const start = ["--import", "./scripts/compile-cache.js", join("scripts", script)];
  return { file: process.execPath, args: [...start, ...args], env, cwd: project };
}

const settingsOf = (corpus: string) => ({ CURALOG_CONTENT: corpus, CURALOG_BUILD_DATE: "2026-11-22" });

function openCuralog(): Peer {
  return {
    name: "Curalog",
    version: `Astro ${versionOf("astro")}`,
    prepare: () => {},
    build: (folders, site) => curalogCommand("build.ts", folders, site, ["--pages-only"]),
  };
}

/** Our routes without our builder. They read parsed content and social images from our cache, whoever renders them. */
function openAstro(): Peer {
  const astro = join(project, "node_modules/astro/bin/astro.mjs");
  return {
    name: "Plain Astro",
    version: versionOf("astro"),
    // Astro runs the modules that it has bundled in the folder of the site; they import packages.
    prepare: ({ work }) => symlinkSync(join(project, "node_modules"), join(work, "node_modules")),
    build: ({ corpus }, site) => ({
      file: process.execPath,
      args: [astro, "build", "--outDir", site, "--silent"],
      env: { ...settingsOf(corpus), ASTRO_TELEMETRY_DISABLED: "1" },
      cwd: project,
    }),
  };
}

function openHugo(): Peer {
  return {
    name: "Hugo",
    version: askHugo(),
    prepare: ({ corpus, adapted }) => {
      adaptCorpus(corpus, adapted);
      cpSync(join(folderOf("hugo"), "content"), adapted, { recursive: true });
    },
    build: ({ adapted }, site) => ({
      file: "hugo",
      args: ["--quiet", "--noBuildLock", "--source", folderOf("hugo"), "--contentDir", adapted, "--destination", site],
    }),
  };
}

function askHugo(): string {
  try {
    const [, version] = /v([\d.]+)/.exec(execFileSync("hugo", ["version"], { encoding: "utf8" })) ?? [];
    return version ?? "unknown";
  } catch {
    throw new PeerError(
      "Hugo is not installed: 'apt install hugo' brings it on Debian and Ubuntu; or leave it out with --peers curalog,eleventy",
    );
  }
}

/** Eleventy reads its settings, layouts and content below one folder. */
function openEleventy(): Peer {
  const folder = ({ work }: BenchFolders) => join(work, "eleventy");
  return {
    name: "Eleventy",
    version: versionOf("@11ty/eleventy"),
    prepare: (folders) => {
      const input = folder(folders);
      rmSync(input, { recursive: true, force: true });
      adaptCorpus(folders.corpus, input);
      cpSync(folderOf("eleventy"), input, { recursive: true });
      mkdirSync(join(input, "static"));
      cpSync(join(project, "public"), join(input, "static"), { recursive: true });
      cpSync(join(project, "src/styles"), join(input, "static/assets"), { recursive: true });
    },
    build: (folders, site) => ({
      file: process.execPath,
      // Node limits its heap to half of the memory or less, which may be too little for a large site.
      args: [
        "--max-old-space-size=8192",
        join(project, "node_modules/@11ty/eleventy/cmd.cjs"),
        "--quiet",
        `--output=${site}`,
      ],
      cwd: folder(folders),
    }),
  };
}
