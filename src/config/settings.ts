/** The settings of the site, from the file beside its content. Nothing else reads that file. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { formatDiagnostics } from "../ingest/format-diagnostics.ts";
import { parseYamlFile } from "../ingest/yaml-file.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";
import type { OtherEngine } from "./search-engine.ts";
import { SettingError } from "./setting-error.ts";
import { type Facts, type Section, type Settings, SettingsSchema, sectionNames } from "./settings-schema.ts";
import type { Theme } from "./theme-settings.ts";

export const SETTINGS_FILE = "curalog.config.yaml";

let settings: Settings | undefined;

/** Read when they are first asked for, from the folder in which the command runs. */
export function getSettings(): Settings {
  settings ??= readSettings(resolve(SETTINGS_FILE));
  return settings;
}

/** What the site says of itself. */
export function getSite(): Settings["site"] {
  return getSettings().site;
}

/** Whether a part of the site is there. */
export function hasSection(section: Section): boolean {
  return getSettings().sections[section] === "on";
}

/** The parts of a site that this one leaves out. */
export function listSectionsOff(): Section[] {
  return sectionNames.filter((section) => !hasSection(section));
}

/** Whether the catalog has facts of this kind. */
export function hasFacts(facts: Facts): boolean {
  return getSettings().facts[facts] === "on";
}

/** For a command that writes such facts: throws a `SettingError` where the site leaves them out. */
export function requireFacts(facts: Facts): void {
  if (hasFacts(facts)) return;
  throw new SettingError(`'facts.${facts}' is off in ${SETTINGS_FILE}, so nothing is imported. Set it to on.`);
}

/** The light colours, for what is drawn without a style sheet. */
export function getColours(): Theme["light"] {
  return getSettings().theme.light;
}

/** The engine that the pages of the site ask; undefined for the built-in search, which is the default. */
export function getSearchEngine(): OtherEngine | undefined {
  const { search } = getSettings();
  return search.engine === "builtin" ? undefined : search;
}

/** Throws a `SettingError` that says what is wrong with the file, and where. */
export function readSettings(path: string): Settings {
  const result = parseYamlFile(readBytes(path), SETTINGS_FILE, SettingsSchema);
  if (!result.ok) throw new SettingError(formatDiagnostics(result.diagnostics, 1));
  return deepFreeze(result.value);
}

/** The text of the file, for those who must know whether it changed. */
export function readSettingsText(): string {
  return readBytes(resolve(SETTINGS_FILE)).toString("utf8");
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SettingError(`${path} cannot be read. Run the command in the folder of the site, which has this file.`, {
      cause: error,
    });
  }
}
