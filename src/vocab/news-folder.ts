/**
 * Where stories lie below `content/`: in a folder for each year of curation, or for each month of it, since GitHub's
 * interfaces list at most 1,000 files of a folder.
 */

export type NewsLayout = "year" | "month";

/** More than these, and GitHub's interfaces list a folder in part: https://docs.github.com/en/rest/repos/contents */
export const MOST_FILES_LISTED = 1000;

/** The folder of a story that was curated on this day, `news/2026` or `news/2026/05`. */
export function newsFolder(date: string, layout: NewsLayout): string {
  const [year = "", month = ""] = date.split("-");
  return layout === "month" ? `news/${year}/${month}` : `news/${year}`;
}

/** The folder of a new story of this day, beside its neighbours. */
export function folderOfStory(date: string, files: Iterable<string>): string {
  return newsFolder(date, findNewsLayout(date, files));
}

/**
 * The layout of the stories of the same year, or, where there are none, of the last year that has any: by month as soon
 * as one of them lies so.
 */
export function findNewsLayout(date: string, files: Iterable<string>): NewsLayout {
  const isByMonth = new Map<string, boolean>();
  for (const file of files) {
    const [, year, month] = /^news\/(\d{4})\/(?:(\d\d)\/)?[^/]+$/.exec(file) ?? [];
    if (year !== undefined) isByMonth.set(year, (isByMonth.get(year) ?? false) || month !== undefined);
  }
  const last = [...isByMonth.keys()].sort().at(-1) ?? "";
  return (isByMonth.get(date.slice(0, 4)) ?? isByMonth.get(last)) ? "month" : "year";
}
