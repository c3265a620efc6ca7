/** What a built site is, to the byte, and in what two of them differ. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { listFiles } from "../../src/built-site/built-site.ts";

/** SHA-256 by path; a folder without anything in it ends in a slash. */
export type SiteDigest = ReadonlyMap<string, string>;

const SHOWN = 8;

/** Of a folder that is not there: nothing. */
export function digestSite(folder: string): SiteDigest {
  if (!existsSync(folder)) return new Map();
  const hash = (file: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return new Map([
    ...listFiles(folder).map((file): [string, string] => [file, hash(file)]),
    ...emptyFolders(folder).map((name): [string, string] => [`${name}/`, "an empty folder"]),
  ]);
}

/** When each file was last written, in milliseconds. */
export function timesOf(folder: string): ReadonlyMap<string, number> {
  return new Map(listFiles(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}

/** Sentences, none when the two are the same. */
export function compareSites(expected: SiteDigest, found: SiteDigest): string[] {
  const names = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return names.flatMap((name) => {
    if (!found.has(name)) return `${name} is missing`;
    if (!expected.has(name)) return `${name} is not of this site`;
    return expected.get(name) === found.get(name) ? [] : `${name} has other bytes`;
  });
}

/** Says on one line how much was compared; throws with the first differences, or when there is too little to compare. */
export function assertSameSite(
  expected: SiteDigest,
  found: SiteDigest,
  { what, least, say }: { readonly what: string; readonly least: number; readonly say: (line: string) => void },
): void {
  const differences = compareSites(expected, found);
  say(`${what}: ${found.size} files compared with ${expected.size}, ${differences.length} differ`);
  assert.ok(expected.size >= least, `${what}: a clean build has only ${expected.size} files`);
  const more = differences.length > SHOWN ? `\n  and ${differences.length - SHOWN} more` : "";
  assert.equal(
    differences.length,
    0,
    `${what}: the site is not that of a clean build:\n  ${differences.slice(0, SHOWN).join("\n  ")}${more}`,
  );
}

function emptyFolders(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(entry.parentPath, entry.name)).length === 0)
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, "/"),
    );
}
