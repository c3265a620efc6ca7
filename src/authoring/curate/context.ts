/** The existing content as far as curating needs it: the graph, and every story, including drafts and future ones. */
import type { Catalog } from "../../catalog/graph.ts";
import { type ContentSettings, listImages, loadCatalog } from "../../catalog/load-content.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { counted } from "../../lib/text.ts";
import type { Story } from "./duplicates.ts";

export interface CurationContext extends ContentSettings {
  readonly catalog: Catalog;
  /** Grows with each story that is written. */
  readonly stories: Story[];
  /** Slugs of all stories in lower case; grows as well. */
  readonly slugs: Set<string>;
  readonly images: Set<string>;
}

/** Throws an `InputError` when the content has errors, since duplicates cannot be found then. */
export async function createContext(settings: ContentSettings): Promise<CurationContext> {
  const { result, diagnostics } = await loadCatalog(settings);
  if (!result.ok) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new InputError(
      `The content has ${counted(errors.length, "error")}, the first in ${errors[0]?.file}: ${errors[0]?.message}. Run 'npm run check' and put them right first.`,
    );
  }
  const entries = (await readFiles(settings.contentRoot, "news", ".md")).flatMap(
    (raw) => readEntry("news", raw).entry ?? [],
  );
  return {
    ...settings,
    catalog: result.catalog,
    stories: [...entriesOf(entries, "news")].map(({ file, data: { url, title, published } }) => ({
      file,
      url,
      title,
      published: published === "unknown" ? undefined : published,
    })),
    slugs: new Set(entries.map(({ slug }) => slug.toLowerCase())),
    images: new Set(await listImages(settings.imageRoot)),
  };
}
