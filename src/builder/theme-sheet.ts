/** The colours and fonts of the settings as a style sheet, which `styles/tokens.css` imports. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { SettingError } from "../config/setting-error.ts";
import { colourNames, type Theme } from "../config/theme-settings.ts";
import { digestOf } from "../lib/digest.ts";
import { projectRoot } from "../lib/project-root.ts";

interface Font {
  /** As style sheets name it. */
  readonly family: string;
  /** Absolute path of the file with Latin letters. */
  readonly file: string;
}

/** A font of an installed package of the site, else of the project. Throws a `SettingError` where there is none. */
export function findFont(id: string, siteFolder: string): Font {
  const name = `@fontsource-variable/${id}`;
  for (const folder of [siteFolder, projectRoot()]) {
    const manifest = findPackage(name, folder);
    if (manifest === undefined) continue;
    const { family } = JSON.parse(readFileSync(join(dirname(manifest), "metadata.json"), "utf8"));
    const file = join(dirname(manifest), "files", `${id}-latin-wght-normal.woff2`);
    if (existsSync(file)) return { family: `${family} Variable`, file };
  }
  throw new SettingError(`The font '${id}' is not there. Install it with 'npm install ${name}', or name another one.`);
}

/** Undefined for a package that is not installed. */
function findPackage(name: string, folder: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(join(folder, "package.json")));
  } catch {
    return undefined;
  }
}

export function buildThemeSheet(theme: Theme, heading: Font, text: Font): string {
  const faces = [...new Map([heading, text].map((font) => [font.family, font])).values()].map(toFace);
  return [...faces, buildThemeTokens(theme, heading.family, text.family)].join("\n");
}

/** Colours for both schemes, and the families of fonts with the system's own behind them. */
export function buildThemeTokens({ light, dark }: Theme, heading: string, text: string): string {
  const colours = colourNames.map((name) => `  --${name}: light-dark(${light[name]}, ${dark[name]});`);
  return `:root {
  color-scheme: light dark;

${colours.join("\n")}

  --serif: "${heading}", Georgia, "Noto Serif", serif;
  --sans: "${text}", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
`;
}

/**
 * Preloaded; a reader whose network is too slow gets the system's face and no jump. The space is a face of its own, of the
 * same file: the pairs that fonts kern with it, such as a space and a dash, leave no space to be seen.
 */
function toFace({ family, file }: Font): string {
  return ["", "\n  unicode-range: U+20;"]
    .map(
      (range) => `@font-face {
  font-family: "${family}";
  src: url("${file}") format("woff2");
  font-weight: 100 900;
  font-display: optional;${range}
}
`,
    )
    .join("");
}

/** Written below the project, since a bundler reads style sheets from files. Returns its path. */
export function writeThemeSheet(sheet: string): string {
  const file = join(projectRoot(), ".cache", "theme", `${digestOf(sheet)}.css`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sheet);
  return file;
}
