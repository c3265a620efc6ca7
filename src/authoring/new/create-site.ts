/** Writes the folder of a new site: a small but complete one on another subject, for its owner to change. */
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { InputError } from "../../cli/command.ts";
import { projectRoot } from "../../lib/project-root.ts";
import { slugify } from "../../lib/slugify.ts";

/** The site as it is written, but for what depends on its folder. */
const TEMPLATE = join(import.meta.dirname, "site-template");

/** Commands that editors run, by their names in the new site. */
const COMMANDS =
  "announce build check curate dev digest export:search import:interface import:openproject links merge-topic new rename report serve tidy topics schemas verify:dist".split(
    " ",
  );

/** `folder` is absolute; it must be new or empty. Returns the files, from the folder. */
export async function createSite(folder: string): Promise<readonly string[]> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new InputError(`${folder} is not empty. Name a folder that is not there yet.`);
  await mkdir(folder, { recursive: true });
  await cp(TEMPLATE, folder, { recursive: true });
  // Those of entries name the kinds of the project; `npm run schemas` writes those of the site.
  await cp(join(projectRoot(), "schemas"), join(folder, "schemas"), {
    recursive: true,
    filter: (path) => !/\/(?:news|offering|topic|organization)\.schema\.json$/.test(path),
  });
  await writeFile(join(folder, ".gitignore"), "node_modules/\ndist/\ndist.build/\n.cache/\n.astro/\n");
  await writeFile(join(folder, "package.json"), await buildManifest(folder));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Its one dependency is this project, linked, so that an update here takes effect there. */
async function buildManifest(folder: string): Promise<string> {
  const root = projectRoot();
  const { name } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const commands = COMMANDS.map((command) => [command, `${name} ${command.replace(":", "-")}`] as const);
  const manifest = {
    name: slugify(basename(folder)) || "site",
    private: true,
    scripts: {
      start: `${name} build && ${name} serve`,
      test: `${name} check --strict`,
      ...Object.fromEntries(commands),
    },
    dependencies: { [name]: `file:${relative(folder, root).replaceAll("\\", "/")}` },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
