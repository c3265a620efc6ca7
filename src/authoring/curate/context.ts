/** The existing content as far as curating needs it: the graph, and every story, including drafts and future ones. */
import { basename } from "node:path";
import { type EntryStory, toClusterStory } from "../../catalog/clusters.ts";
import type { Catalog } from "../../catalog/graph.ts";
import { type ContentSettings, listImages, loadSoundCatalog } from "../../catalog/load-content.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { readFiles } from "../../ingest/read-content.ts";
import type { Story } from "./duplicates.ts";

interface CurationSettings extends ContentSettings {
  /** Pages and pictures on this machine may be fetched. */
  readonly allowsLoopback?: boolean | undefined;
}

export interface CurationContext extends CurationSettings {
  readonly catalog: Catalog;
  /** Grows with each story that is written. */
  readonly stories: Story[];
  /** The same stories, with what is needed to find their events; grows as well. */
  readonly told: EntryStory[];
  /** Files of stories that cannot be read, with which no other can be compared. */
  readonly unread: readonly string[];
  /** Slugs and file names of all stories in lower case; grows as well. */
  readonly slugs: Set<string>;
  readonly images: Set<string>;
}

/** Files with errors are left out, so that they stop nothing else. */
export async function createContext(settings: CurationSettings): Promise<CurationContext> {
  const { catalog } = await loadSoundCatalog(settings);
  const files = await readFiles(settings.contentRoot, "news", ".md");
  const results = files.map((raw) => ({ file: raw.file, entry: readEntry("news", raw).entry }));
  const entries = results.flatMap(({ entry }) => entry ?? []);
  return {
    ...settings,
    catalog,
    stories: [...entriesOf(entries, "news")].map(({ file, data: { url, title, published } }) => ({
      file,
      url,
      title,
      published: published === "unknown" ? undefined : published,
    })),
    told: entriesOf(entries, "news")
      .filter(({ data }) => !data.draft)
      .map(toClusterStory),
    unread: results.flatMap(({ file, entry }) => (entry ? [] : file)),
    slugs: new Set(
      results
        .flatMap(({ file, entry }) => [basename(file, ".md"), entry?.slug ?? ""])
        .map((slug) => slug.toLowerCase()),
    ),
    images: new Set(await listImages(settings.imageRoot)),
  };
}
