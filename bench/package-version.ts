/** The version of an installed package, as it is printed beside what was measured of it. */
import { readFileSync } from "node:fs";

export function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, "utf8"));
  return version;
}
