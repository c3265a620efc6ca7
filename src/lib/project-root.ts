/** The folder of this code, which need not be that of the site that it builds: that is where a command runs. */
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

/** Absolute. Found from this module, which a build moves to a folder below the project. */
export function projectRoot(): string {
  const file = findPackageJSON(import.meta.url);
  if (file === undefined) throw new Error("The package.json of the project is missing.");
  return dirname(file);
}
