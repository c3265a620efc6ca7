/** What a script prints when it fails: a sentence for what a person can put right, a stack for a fault of the program. */

/** Errors whose message is written for the person at the terminal. */
const TOLD = [
  "SettingError",
  "BuildError",
  "ContentError",
  "InputError",
  "FetchError",
  "ImageError",
  "ChangedFileError",
  "StoreError",
];

/** Told by name, since Astro builds the pages, and with them the class of a content error, a second time. */
export function toReport(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return TOLD.includes(error.name) ? error.message : (error.stack ?? error.message);
}
