/** Moves the files of stories into folders of one layout. Addresses are made of file names, so none changes. */
import { basename } from "node:path/posix";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { counted } from "../../lib/text.ts";
import { type NewsLayout, newsFolder } from "../../vocab/news-folder.ts";
import { readAsIs, writeIfValid } from "./content-files.ts";

export interface TidyRequest {
  readonly layout: NewsLayout;
  readonly isDryRun: boolean;
}

export interface Tidied {
  readonly isDryRun: boolean;
  /** Sorted by the old path. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Stories that stay where they are, since their files have errors. */
  readonly left: readonly string[];
}

/** Moves all or none. Throws an `InputError` where something would be wrong that was not before. */
export async function tidy(settings: ContentSettings, { layout, isDryRun }: TidyRequest): Promise<Tidied> {
  const content = await readAsIs(settings);
  const news = entriesOf(content.entries, "news");
  const moved = news
    .map(({ file, data }) => ({ from: file, to: `${newsFolder(data.date, layout)}/${basename(file)}` }))
    .filter(({ from, to }) => from !== to);
  const paths = new Map(moved.map(({ from, to }) => [from, to]));
  const taken = new Map([...content.texts.keys()].filter((file) => !paths.has(file)).map((file) => [file, file]));
  for (const [from, to] of paths) {
    const other = taken.get(to);
    if (other) throw new InputError(`Nothing was moved: ${other} and ${from} would both be ${to}; rename one of them`);
    taken.set(to, from);
  }
  const changes = new Map<string, string | undefined>();
  for (const from of paths.keys()) changes.set(from, undefined);
  for (const [from, to] of paths) changes.set(to, content.texts.get(from));
  await writeIfValid(settings, content, changes, { moved: paths, isDryRun });
  const read = new Set(news.map(({ file }) => file));
  const left = [...content.texts.keys()].filter((file) => file.startsWith("news/") && !read.has(file));
  return { isDryRun, moved, left };
}

export function formatTidied({ isDryRun, moved, left }: Tidied): string {
  const did = isDryRun ? "would be moved" : "moved";
  return [
    ...moved.map(({ from, to }) => `  ${from} -> ${to}`),
    ...left.map((file) => `  ${file} stays where it is: it has an error (npm run check)`),
    `${counted(moved.length, "file")} ${did}`,
  ].join("\n");
}
