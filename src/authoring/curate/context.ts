/** What curating needs to know of the content that is there: the graph, and every story, drafts and later ones too. */
import type { Catalog } from "../../catalog/graph.ts";
import { listImages, loadCatalog } from "../../catalog/load-content.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { readFiles } from "../../ingest/read-content.ts";
import { counted } from "../../lib/text.ts";
import type { Story } from "./duplicates.ts";

export interface Place {
  readonly contentRoot: string;
  readonly imageRoot: string;
  /** YYYY-MM-DD. */
  readonly buildDate: string;
}

export interface CurationContext extends Place {
  readonly catalog: Catalog;
  /** Grows with what is written. */
  readonly stories: Story[];
  /** Slugs of stories, live and not, in lower case; grows as well. */
  readonly slugs: Set<string>;
  readonly images: Set<string>;
}

/** Throws an `InputError` when the content has errors: then nobody can tell what is a duplicate. */
export async function createContext(place: Place): Promise<CurationContext> {
  const { result, diagnostics } = await loadCatalog(place);
  if (!result.ok) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new InputError(
      `The content has ${counted(errors.length, "error")}, the first in ${errors[0]?.file}: ${errors[0]?.message}. Run 'npm run check' and put them right first.`,
    );
  }
  const entries = (await readFiles(place.contentRoot, "news", ".md")).flatMap(
    (raw) => readEntry("news", raw).entry ?? [],
  );
  return {
    ...place,
    catalog: result.catalog,
    stories: [...entriesOf(entries, "news")].map(({ file, data: { url, title, published } }) => ({
      file,
      url,
      title,
      published: published === "unknown" ? undefined : published,
    })),
    slugs: new Set(entries.map(({ slug }) => slug.toLowerCase())),
    images: new Set(await listImages(place.imageRoot)),
  };
}
