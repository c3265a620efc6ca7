/** A Vite plugin that puts a site's own components in the place of ours, wherever one is imported. */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Plugin } from "vite";
import { SettingError } from "../config/setting-error.ts";
import { didYouMean, nearest } from "../lib/nearest.ts";
import { projectRoot } from "../lib/project-root.ts";
import { listFilesIn } from "./static-files.ts";

/**
 * `components` maps the name of a component to the file in the site's folder that replaces it. Throws a `SettingError`
 * if either does not exist.
 */
export function replaceComponents(components: Readonly<Record<string, string>>, siteFolder: string): Plugin {
  const folder = join(projectRoot(), "src/components");
  const ours = new Map(
    listFilesIn(folder)
      .filter(({ file }) => file.endsWith(".astro"))
      .map(({ file, source }) => [basename(file, ".astro"), source]),
  );
  const replacements = new Map(
    Object.entries(components).map(([name, file]) => {
      const original = ours.get(name);
      if (original === undefined) {
        const advice = didYouMean(nearest(name, ours.keys())) ?? `They are in ${folder}.`;
        throw new SettingError(`components: '${name}' is none of the site's components. ${advice}`);
      }
      const own = resolve(siteFolder, file);
      if (!existsSync(own)) throw new SettingError(`components: ${name}: there is no file ${own}.`);
      return [original, own];
    }),
  );
  return {
    name: "curalog-replace-components",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith(".astro")) return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      const own = resolved && replacements.get(resolved.id);
      // A component may use the one that it replaces.
      return own === importer ? undefined : own;
    },
  };
}
